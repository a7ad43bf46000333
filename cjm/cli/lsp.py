"""`cjm lsp`."""

from __future__ import annotations

import click

from cjm.cli.run_lsp import run_lsp
from cjm.cli.translated import Command
from cjm.version import __version__


@click.command(cls=Command, epilog="Example: cjm lsp")
@click.version_option(
    __version__,
    prog_name="cjm lsp",
    message="%(prog)s %(version)s",
    help="Show the version and exit.",
)
@click.pass_context
def lsp(context: click.Context, /) -> int:
    """Help an editor while you write: a language server over standard input and output.

    Editors start it; nobody types it. It tells what is wrong at each key press, completes, shows
    figures, renames and draws.
    """
    traceback = bool(context.find_root().params.get("traceback"))
    return run_lsp(context.obj, traceback)
