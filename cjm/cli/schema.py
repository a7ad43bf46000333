"""`cjm schema`."""

from __future__ import annotations

import click

from cjm.cli.language import run_language
from cjm.cli.options import OUTPUT, PRINTED_LANGUAGE
from cjm.cli.shared import put_data
from cjm.cli.translated import Command
from cjm.names import SCHEMAS


@click.command(cls=Command, epilog="Example: cjm schema -o journeys/schema.json")
@click.option(
    "--of",
    type=click.Choice(SCHEMAS),
    default="journey",
    show_default=True,
    help="Which file it describes, or the JSON of which command.",
)
@PRINTED_LANGUAGE
@OUTPUT
def schema(of: str, language: str | None, output: str | None) -> None:
    """Print the JSON Schema (2020-12) of the format, for editors, or of what a command prints.

    Name it in a journey's first line: # yaml-language-server: $schema=schema.json
    """
    from cjm.project.outputs import check_output
    from cjm.schemas import schema as schema_of
    from cjm.source.json_text import json_text

    check_output(output)
    put_data(json_text(schema_of(of, language or run_language())), output)
