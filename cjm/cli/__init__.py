"""The command line: parse options, call one public function, print."""

from __future__ import annotations

import errno
import gc
import os
import sys

import click

from cjm.cli.check import check
from cjm.cli.language import Group
from cjm.cli.plan import plan
from cjm.cli.render import render
from cjm.cli.rule import rule
from cjm.cli.schema import schema
from cjm.cli.shared import FAILED, tell
from cjm.cli.show import show
from cjm.cli.streams import drop_output, open_streams
from cjm.errors import CjmError
from cjm.i18n import external, say
from cjm.version import __version__


@click.group(
    cls=Group,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
    epilog="Begin with: cjm check journeys/",
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


for command in (check, show, plan, render, rule, schema):
    cli.add_command(command)


def main(arguments: list[str] | None = None) -> None:
    """Run the command line and exit: 0 fine, 1 findings, 2 the work could not be done."""
    arguments = sys.argv[1:] if arguments is None else arguments
    gc.freeze()
    open_streams()
    try:
        code = _run(arguments)
        sys.stdout.flush()
    except BrokenPipeError:
        # Whoever read our output has left: say nothing, and let nothing be flushed at exit.
        drop_output()
        code = FAILED
    except OSError as error:
        why = external((error.strerror or str(error)).lower())
        tell(say("cannot write standard output: {reason}", reason=why))
        drop_output()
        code = FAILED
    sys.exit(code)


NO_ROOM = (errno.ENOSPC, errno.EIO, errno.EFBIG)
"""Why standard output, which has no file's name, may refuse what is printed."""


def _is_nowhere() -> bool:
    """Whether the current folder was deleted."""
    try:
        os.getcwd()
    except OSError:
        return True
    return False


def _run(arguments: list[str]) -> int:
    try:
        result = cli.main(arguments, prog_name="cjm", standalone_mode=False)
        return result if isinstance(result, int) else 0
    except click.ClickException as error:
        error.show()
    except CjmError as error:
        tell(error.message, error.help)
    except (KeyboardInterrupt, click.Abort):
        tell(say("stopped: nothing was left half-written"))
    except BrokenPipeError:
        raise
    except SystemExit as end:  # click's own: help was shown, or nobody reads any more
        return 0 if not end.code else FAILED
    except Exception as error:
        if isinstance(error, OSError) and error.errno in NO_ROOM and error.filename is None:
            raise
        if "--traceback" in arguments:
            raise
        if _is_nowhere():
            tell(say("the current folder is no longer there"), say("change to one that is"))
            return FAILED
        what = f"{type(error).__name__}: {error}".split("\n")[0][:200]
        tell(
            say("cjm itself failed ({what})", what=what),
            say("please report it with what --traceback shows"),
        )
    return FAILED
