"""Arguments and options that several commands have."""

from __future__ import annotations

import click

from cjm.names import LANGUAGES

PATHS = click.argument("paths", nargs=-1, metavar="[PATHS]...")
OUTPUT = click.option(
    "-o", "--output", metavar="FILE", help="Write it there, not to standard output."
)
PERSONA = click.option("--persona", metavar="ID", help="As this persona lives it.")
NO_MEASURED = click.option(
    "--no-measured",
    is_flag=True,
    help="Leave out what was measured: only what is written counts.",
)
LANGUAGE = click.option(
    "--language", type=click.Choice(LANGUAGES), help="Default: the journey's own."
)
PRINTED_LANGUAGE = click.option(
    "--language", type=click.Choice(LANGUAGES), help="Default: the nearest workspace's, else en."
)
"""Of what is made of no journey."""
