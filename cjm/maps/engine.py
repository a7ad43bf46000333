"""The layout engine: Graphviz, embedded or the system's own, in a process of its own."""

from __future__ import annotations

import json
import os
import subprocess
import sys

from cjm.errors import EngineError, UsageError
from cjm.names import ENGINES

Positions = dict[str, tuple[float, float]]

TIME_LIMIT = 20.0
"""Seconds the engine may take."""


def positions(
    dot: str, cards: int, engine: str = "embedded", time_limit: float = TIME_LIMIT
) -> Positions:
    """Where the engine puts each of so many cards: its name → (x, y) in points, y downwards.

    Raises EngineError where the engine is missing, fails or does not finish in time.
    """
    command = [_binary(engine), "-Kdot", "-Tjson0"]
    try:
        run = subprocess.run(
            command, input=dot.encode(), capture_output=True, timeout=time_limit, check=False
        )
    except subprocess.TimeoutExpired:
        raise EngineError(
            f"the layout engine {engine!r} did not finish in {time_limit:g} s",
            help="the journey has too many transitions to be drawn as one map: split it",
        ) from None
    except OSError as error:
        raise EngineError(
            f"the layout engine {engine!r} could not be started: {error.strerror}",
            help=_OTHER[engine],
        ) from None
    if run.returncode != 0:
        said = run.stderr.decode(errors="replace").strip().splitlines() or ["no message"]
        raise EngineError(
            f"the layout engine {engine!r} failed ({run.returncode}): {said[0][:200]}",
            help=_OTHER[engine],
        )
    placed = _read(run.stdout)
    if len(placed) != cards:
        raise EngineError(
            f"the layout engine {engine!r} wrote what cannot be read", help=_OTHER[engine]
        )
    return placed


_OTHER = {
    "embedded": "try a Graphviz of your own: --engine dot",
    "dot": "use the engine that comes with cjm: --engine embedded",
}


def _binary(engine: str) -> str:
    if engine == "dot":
        from shutil import which

        if found := which("dot"):
            return found
        raise EngineError(
            "there is no `dot` on PATH",
            help="install Graphviz, or use the engine that comes with cjm: --engine embedded",
        )
    if engine != "embedded":
        known = ", ".join(ENGINES)
        raise UsageError(f"there is no layout engine {engine!r}", help=f"engines: {known}")
    return _embedded()


def _embedded() -> str:
    """The binary of graphviz-pure: where this Python has its programs, else the package's file.

    PATH may miss it. Looking among all packages takes longer than drawing, so it comes second.
    """
    ending = ".exe" if os.name == "nt" else ""
    usual = os.path.join(os.path.dirname(sys.executable), f"graphviz-pure{ending}")
    if os.path.isfile(usual):
        return usual
    from importlib.metadata import PackageNotFoundError, files

    try:
        found = [f for f in files("graphviz-pure") or () if f.stem == "graphviz-pure"]
    except PackageNotFoundError:
        found = []
    paths = [path for f in found if os.path.isfile(path := str(f.locate()))]
    if not paths:
        raise EngineError(
            "the embedded layout engine is not installed",
            help="pip install graphviz-pure, or use a Graphviz of your own: --engine dot",
        )
    return paths[0]


def _read(output: bytes) -> Positions:
    """What the engine wrote, as far as it can be read."""
    try:
        placed = {
            item["name"]: tuple(float(n) for n in item["pos"].split(","))
            for item in json.loads(output).get("objects", ())
            if "pos" in item
        }
        return {name: (x, -y) for name, (x, y) in placed.items()}
    except (ValueError, KeyError, AttributeError, TypeError):
        return {}
