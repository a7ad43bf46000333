"""`--watch`: do it once, and again whenever a file is saved."""

from __future__ import annotations

import sys
from collections.abc import Callable
from contextlib import suppress

import click

from cjm.cli.language import run_language
from cjm.i18n import say, translate
from cjm.project.watch import Watched, changes


def watch(what: Watched, again: Callable[[], object]) -> None:
    """Call `again` now and after every change, until Ctrl-C; a terminal is cleared before."""
    with suppress(KeyboardInterrupt):
        for changed in changes(what):
            if changed:
                if sys.stdout.isatty():
                    click.clear()
                again()
                click.echo(
                    translate(say("watching for changes; Ctrl-C ends it"), run_language()), err=True
                )
    click.echo(err=True)
