"""The commands as click has them."""

from __future__ import annotations

import click

from cjm.cli.check import check
from cjm.cli.conform import conform
from cjm.cli.convert import convert
from cjm.cli.diff import diff
from cjm.cli.discover import discover
from cjm.cli.feedback import feedback
from cjm.cli.fmt import fmt
from cjm.cli.history import history
from cjm.cli.init import init
from cjm.cli.lsp import lsp
from cjm.cli.measure import measure
from cjm.cli.new import new
from cjm.cli.plan import plan
from cjm.cli.render import render
from cjm.cli.report import report
from cjm.cli.rule import rule
from cjm.cli.schema import schema
from cjm.cli.segment import segment
from cjm.cli.serve import serve
from cjm.cli.shared import FAILED
from cjm.cli.show import show
from cjm.cli.translated import Group
from cjm.version import __version__


@click.group(
    cls=Group,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
    epilog="Begin with: cjm init",
)
@click.version_option(
    __version__, prog_name="cjm", message="%(prog)s %(version)s", help="Show the version and exit."
)
@click.option("--workspace", metavar="FILE", help="Use this cjm.yaml, not the nearest one upwards.")
@click.option("--traceback", is_flag=True, help="Show Python's traceback if cjm itself fails.")
@click.pass_context
def cli(context: click.Context, workspace: str | None, traceback: bool) -> None:
    """Customer journeys as code: write them in YAML, check them, draw them."""
    context.obj = workspace


COMMANDS = (
    init, new, check, fmt, show, plan, diff, history, render, report, serve, lsp, measure, discover,
    conform, segment, feedback, convert, rule, schema,
)  # fmt: skip
for command in COMMANDS:
    cli.add_command(command)


def run_with_click(arguments: list[str]) -> int:
    """Run a command as click reads it; the exit code."""
    try:
        result = cli.main(arguments, prog_name="cjm", standalone_mode=False)
    except click.ClickException as error:
        error.show()
        return FAILED
    except click.Abort:  # how click calls Ctrl-C
        raise KeyboardInterrupt from None
    return result if isinstance(result, int) else 0
