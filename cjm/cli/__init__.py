"""The command line: parse options, call one public function, print."""

from __future__ import annotations

import errno
import gc
import os
import sys
from typing import Any

from cjm.cli.language import begin
from cjm.cli.plain import plain_call
from cjm.cli.shared import FAILED, echo, tell
from cjm.cli.streams import drop_output, open_streams
from cjm.errors import CjmError
from cjm.i18n import external, say
from cjm.i18n.characters import clipped


def main(arguments: list[str] | None = None) -> None:
    """Run the command line and exit: 0 fine, 1 findings, 2 the work could not be done."""
    arguments = sys.argv[1:] if arguments is None else arguments
    # What the imports made lives until the end: a collection need not look through it again.
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


TRACEBACK = "--traceback"
NO_ROOM = (errno.ENOSPC, errno.EIO, errno.EFBIG)
"""Why standard output, which has no file's name, may refuse what is printed."""


def _is_nowhere() -> bool:
    """Whether the current folder was deleted."""
    try:
        os.getcwd()
    except OSError:
        return True
    return False


def _called(arguments: list[str]) -> int:
    """Run a command by the short way, or by click."""
    begin(arguments)
    if TRACEBACK in arguments and "--" not in arguments:  # it may stand anywhere
        arguments = [TRACEBACK, *(a for a in arguments if a != TRACEBACK)]
    if arguments == ["lsp"]:  # an editor waits for it, and click would be a tenth of that
        from cjm.cli.run_lsp import run_lsp

        return run_lsp()
    # Windows' terminals need click for colours; a shell that completes a line asks click.
    plain = None if os.name == "nt" or "_CJM_COMPLETE" in os.environ else plain_call(arguments)
    if plain is None:
        from cjm.cli.group import run_with_click

        return run_with_click(arguments)
    command, given = plain
    try:
        return _short(command, given)
    except KeyboardInterrupt:
        echo(err=True)  # what follows does not stand beside the ^C that a terminal writes
        raise


def _short(command: str, given: dict[str, Any]) -> int:
    """Run what stands behind a command of click's."""
    match command:
        case "check":
            from cjm.cli.run_check import CheckOptions, run_check

            return run_check(CheckOptions(**given))
        case "render":
            from cjm.cli.run_render import RenderOptions, run_render

            return run_render(RenderOptions(**given))
        case "diff":
            from cjm.cli.run_diff import run_diff

            return run_diff(**given)
        case "fmt":
            from cjm.cli.run_fmt import run_fmt

            return run_fmt(**given)
        case _:
            from cjm.cli.run_show import run_show

            return run_show(**given)


def _run(arguments: list[str]) -> int:
    try:
        return _called(arguments)
    except CjmError as error:
        tell(error.message, error.help)
    except KeyboardInterrupt:
        tell(say("stopped: nothing was left half-written"))
    except BrokenPipeError:
        raise
    except SystemExit as end:  # click's own: help was shown, or nobody reads any more
        return 0 if not end.code else FAILED
    except Exception as error:
        if isinstance(error, OSError) and error.errno in NO_ROOM and error.filename is None:
            raise
        if TRACEBACK in arguments:
            raise
        if _is_nowhere():
            tell(say("the current folder is no longer there"), say("change to one that is"))
            return FAILED
        what = clipped(f"{type(error).__name__}: {error}".split("\n")[0], 200)
        tell(
            say("cjm itself failed ({what})", what=what),
            say("please report it with what --traceback shows"),
        )
    return FAILED
