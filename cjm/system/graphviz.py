"""Graphviz as a program: the one that comes with cjm, or the system's own."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable
from functools import partial

from cjm.errors import LayoutError, UsageError
from cjm.i18n import Message, external, say
from cjm.i18n.characters import clipped
from cjm.names import ENGINES

TIME_LIMIT = 60.0
"""Seconds a layout may take. A safety net: what a picture may hold is counted elsewhere."""


def layout_program(
    engine: str = "embedded", time_limit: float = TIME_LIMIT
) -> Callable[[str], str]:
    """A layout engine as a function: DOT in, Graphviz's json0 out.

    Args:
        engine: `embedded`, or `dot` for the system's Graphviz.
        time_limit: seconds that a layout may take.

    Returns:
        A function that raises LayoutError where the program is missing, fails, or does not
        finish in time.

    Raises:
        UsageError: there is no such engine.
    """
    if engine not in ENGINES:
        known = ", ".join(ENGINES)
        raise UsageError(
            say("there is no layout engine {engine!r}", engine=engine),
            help=say("known: {known}", known=known),
        )
    return partial(_laid_out, engine=engine, time_limit=time_limit)


def find_program(engine: str) -> str:
    """The path of an engine's program. Raises LayoutError where it is not installed."""
    if engine == "embedded":
        return _embedded()
    from shutil import which

    if found := which("dot"):
        return found
    raise LayoutError(
        say("there is no `dot` on PATH"),
        help=say("install Graphviz, or use the engine that comes with cjm: --engine embedded"),
    )


def _laid_out(dot: str, *, engine: str, time_limit: float) -> str:
    from cjm.system import process

    command = [find_program(engine), "-Kdot", "-Tjson0"]
    try:
        run = process.run(command, content=dot.encode(), time_limit=time_limit)
    except process.TimeoutExpired:
        raise LayoutError(
            say(
                "the layout engine {engine!r} did not finish in {seconds} s",
                engine=engine,
                seconds=time_limit,
            ),
            help=say("the journey has too many transitions to be drawn as one map: split it"),
        ) from None
    except OSError as error:
        raise LayoutError(
            say(
                "the layout engine {engine!r} could not be started: {reason}",
                engine=engine,
                reason=external((error.strerror or str(error)).lower()),
            ),
            help=_other(engine),
        ) from None
    if run.returncode != 0:
        said = run.stderr.decode(errors="replace").strip().splitlines()
        raise LayoutError(
            say(
                "the layout engine {engine!r} failed ({code}): {words}",
                engine=engine,
                code=run.returncode,
                words=clipped(said[0], 200) if said else say("no message"),
            ),
            help=_other(engine),
        )
    return run.stdout.decode(errors="replace")


def _other(engine: str) -> Message:
    """Which engine to try where one fails."""
    if engine == "embedded":
        return say("try a Graphviz of your own: --engine dot")
    return say("use the engine that comes with cjm: --engine embedded")


def _embedded() -> str:
    """The program of graphviz-pure: where this Python has its programs, else the package's file.

    PATH may miss it. Looking among all packages takes longer than drawing, so it comes second.
    """
    name = "graphviz-pure.exe" if os.name == "nt" else "graphviz-pure"
    usual = os.path.join(os.path.dirname(sys.executable), name)
    if os.path.isfile(usual):
        return usual
    from importlib.metadata import PackageNotFoundError, distribution

    try:
        package = distribution("graphviz-pure")
    except PackageNotFoundError:
        places = []
    else:
        files = [file.locate() for file in package.files or () if file.stem == "graphviz-pure"]
        # With pip install --target the program lies beside the packages, not where the list says.
        places = [str(place) for place in (*files, package.locate_file(f"bin/{name}"))]
    for place in places:
        if os.path.isfile(place):
            return place
    raise LayoutError(
        say("the embedded layout engine is not installed"),
        help=say("pip install graphviz-pure, or use a Graphviz of your own: --engine dot"),
    )
