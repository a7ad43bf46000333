"""What the commands share."""

from __future__ import annotations

import os
import sys

import click

FAILED = 2
"""The exit code of a command that could not do its work."""

PATHS = click.argument("paths", nargs=-1, metavar="[PATHS]...")


def tell(message: str, help: str | None = None) -> None:
    """Say on standard error what could not be done, and the way out."""
    click.echo(f"error: {message}", err=True)
    if help:
        click.echo(f"help: {help}", err=True)


def wants_color() -> bool:
    """Whether standard output is a terminal whose user did not refuse colour."""
    return sys.stdout.isatty() and not os.environ.get("NO_COLOR")
