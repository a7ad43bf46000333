"""`cjm schema`."""

from __future__ import annotations

import json

import click


@click.command(epilog="Example: cjm schema -o journeys/schema.json")
@click.option(
    "--of",
    type=click.Choice(["journey", "workspace"]),
    default="journey",
    show_default=True,
    help="Which file it describes.",
)
@click.option("-o", "--output", metavar="FILE", help="Write it there, not to standard output.")
def schema(of: str, output: str | None) -> None:
    """Print the JSON Schema (2020-12) of the format, for editors.

    Name it in a journey's first line: # yaml-language-server: $schema=schema.json
    """
    from cjm.authoring.schema import schema as schema_of
    from cjm.files import write_text

    text = json.dumps(schema_of(of), ensure_ascii=False, indent=1) + "\n"  # type: ignore[arg-type]
    if output and output != "-":
        write_text(output, text)
    else:
        click.echo(text, nl=False)
