"""`cjm schema`."""

from __future__ import annotations

import json
from typing import Literal

import click

from cjm.cli.options import OUTPUT
from cjm.cli.shared import put_data
from cjm.cli.translated import Command
from cjm.names import SCHEMAS


@click.command(cls=Command, epilog="Example: cjm schema -o journeys/schema.json")
@click.option(
    "--of",
    type=click.Choice(SCHEMAS),
    default="journey",
    show_default=True,
    help="Which file it describes.",
)
@OUTPUT
def schema(of: Literal["journey", "workspace"], output: str | None) -> None:
    """Print the JSON Schema (2020-12) of the format, for editors.

    Name it in a journey's first line: # yaml-language-server: $schema=schema.json
    """
    from cjm.format.json_schema import schema as schema_of
    from cjm.project.outputs import check_output

    check_output(output)
    put_data(json.dumps(schema_of(of), ensure_ascii=False, indent=1) + "\n", output)
