"""`cjm convert`."""

from __future__ import annotations

import click

from cjm.cli.translated import Command
from cjm.names import FORMS, LANGUAGES


@click.command(cls=Command, epilog="Example: cjm convert flowchart.mmd journeys/taxi.yaml")
@click.argument("source", metavar="IN")
@click.argument("target", metavar="OUT")
@click.option(
    "--from", "from_", type=click.Choice(FORMS),
    help="What form IN has. Default: by its ending.",
)  # fmt: skip
@click.option("--to", type=click.Choice(FORMS), help="What form OUT gets. Default: by its ending.")
@click.option("--id", metavar="ID", help="The journey's id. Default: its own, else OUT's name.")
@click.option("--title", metavar="TEXT", help="The journey's title, in place of its own.")
@click.option(
    "--language", type=click.Choice(LANGUAGES), help="The journey's language, in place of its own."
)
@click.option(
    "--encoding", metavar="NAME", help="The encoding of IN. Default: UTF-8; of tables, a guess."
)
@click.option("--delimiter", metavar="SIGN", help="What parts the cells of a CSV.")
@click.option("--sheet", metavar="NAME", help="Which sheet of an XLSX file. Default: the first.")
@click.option(
    "--force", is_flag=True,
    help="Replace OUT where it is there, and write a journey that has faults.",
)  # fmt: skip
@click.option(
    "--strict", is_flag=True, help="Write nothing, and exit with 1, where a part is left out."
)
@click.pass_context
def convert(
    context: click.Context, source: str, target: str, from_: str | None, to: str | None,
    id: str | None, title: str | None, language: str | None, encoding: str | None,
    delimiter: str | None, sheet: str | None, force: bool, strict: bool,
) -> int:  # fmt: skip
    """Convert a journey from or to another form: Mermaid, JSON, CSV, TSV, XLSX.

    One side is a journey in YAML. - is standard input or output. The result is read before it is
    written; what it has no place for is told on standard error, a line a part. Exit code: 0; 1
    where IN has faults; 2 where OUT is there already, or the options do not go together.
    """
    from cjm.cli.run_convert import ConvertOptions, run_convert

    asked = ConvertOptions(
        source, target, context.obj, from_, to, id, title, language, encoding, delimiter, sheet,
        force, strict,
    )  # fmt: skip
    return run_convert(asked)
