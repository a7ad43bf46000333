"""`cjm schema`."""

from __future__ import annotations

import click

from cjm.cli.options import OUTPUT
from cjm.cli.shared import put_data
from cjm.cli.translated import Command
from cjm.names import LANGUAGES, SCHEMAS


@click.command(cls=Command, epilog="Example: cjm schema -o journeys/schema.json")
@click.option(
    "--of",
    type=click.Choice(SCHEMAS),
    default="journey",
    show_default=True,
    help="Which file it describes, or the JSON of which command.",
)
@click.option(
    "--language",
    type=click.Choice(LANGUAGES),
    default="en",
    show_default=True,
    help="In which fields are described.",
)
@OUTPUT
def schema(of: str, language: str, output: str | None) -> None:
    """Print the JSON Schema (2020-12) of the format, for editors, or of what a command prints.

    Name it in a journey's first line: # yaml-language-server: $schema=schema.json
    """
    from cjm.project.outputs import check_output
    from cjm.schemas import schema as schema_of
    from cjm.source.json_text import json_text

    check_output(output)
    put_data(json_text(schema_of(of, language)), output)
