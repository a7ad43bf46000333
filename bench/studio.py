"""How long the studio's host takes over a score that is changed: edit, assess and draw anew."""

from __future__ import annotations

import time
from collections.abc import Callable
from datetime import date
from statistics import median
from typing import Any

from bench.corpus import journey
from bench.measure import verdict
from cjm.checking.overrides import Overrides
from cjm.checking.settings import WorkspaceRules, settings_of
from cjm.project.discovery import WorkspaceFile
from cjm.project.workspace import load_workspace
from cjm.studio.editing import edited
from cjm.studio.picture import picture
from cjm.studio.surroundings import Surroundings, assessed

TOUCHPOINTS, ROUNDS = 40, 15
GOAL = 0.3
"""Seconds of processor time from a score to its map: all three together."""


def main() -> None:
    """Journeys with loops and without; the first round, which imports, does not count."""
    print(f"a score changed in the studio, {TOUCHPOINTS} touchpoints, processor time, median")
    for name, loops in (("no loops", False), ("loops and findings", True)):
        for view in ("graph", "map"):
            report(f"{name}, {view}", journey(0, TOUCHPOINTS, loops=loops), view)
    print()


def report(name: str, text: str, view: str) -> None:
    """A line: each of the three, and their sum beside the goal."""
    parts = [measure(text, view, nth) for nth in range(ROUNDS + 1)][1:]
    each = [1000 * median(times) for times in zip(*parts, strict=True)]
    total = median(map(sum, parts))
    told = " ".join(
        f"{what} {figure:5.0f} ms"
        for what, figure in zip(("edit", "assess", "draw"), each, strict=True)
    )
    print(f"  {name:26}{told}  together {1000 * total:5.0f} ms: {verdict(total, GOAL)}")


def measure(text: str, view: str, nth: int) -> list[float]:
    """Seconds for an edit, an assessment and a picture of a text that nobody has seen before."""
    loaded = load_workspace(WorkspaceFile())
    rules = WorkspaceRules(loaded, settings_of(loaded, Overrides()))
    around = Surroundings("journey.yaml", rules, date(2026, 10, 1))
    route = ["touchpoints", f"point-{nth}", "experience", "score"]
    operation = {"op": "set_value", "route": route, "value": 1 + nth / 2}
    took, done = timed(lambda: edited(text, [operation]))
    assess, _ = timed(lambda: assessed(done.text, around).to_dict())
    draw, _ = timed(lambda: picture(assessed(done.text, around), view=view))
    return [took, assess, draw]


def timed(work: Callable[[], Any]) -> tuple[float, Any]:
    """Seconds of processor time, and what came of it."""
    began = time.process_time()
    result = work()
    return time.process_time() - began, result
