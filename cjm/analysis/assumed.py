"""Which figures rest on shares that nobody gave: those that differ once these are moved.

The names are the keys of `cjm show --format json`, of an object inside one with a dot.
"""

from __future__ import annotations

import math
from collections.abc import Mapping
from itertools import pairwise
from typing import Any, Protocol

from cjm.analysis.chain import Chain
from cjm.analysis.endings import Disappointed
from cjm.analysis.flow import Flow
from cjm.analysis.likely import LikelyPath
from cjm.rounding import rounded

NOISE = 1e-12
"""How much of a large figure is the noise of floats."""

OF_WHOLE = (
    "coverage",
    "balance",
    "remembered",
    "disappointed",
    "length",
    "outcomes.success",
    "outcomes.failure",
    "outcomes.neutral",
    "outcomes.drop_off",
    "likely_path",
    "likely_path.probability",
    "time.expected",
    "time.likely",
    "time.coverage.visits",
    "time.coverage.moves",
    "lost",
    "lost_worth",
)
OF_TOUCHPOINT = (
    "visits",
    "reach",
    "impact",
    "drop_off",
    "chance",
    "stakes",
    "fix.balance",
    "fix.disappointed",
    "lost",
    "lost_worth",
)
OF_STAGE = ("visits", "reach", "impact", "lost", "lost_worth")


class Compared(Protocol):
    """The figures of a journey, as they are or with open shares moved."""

    @property
    def chain(self) -> Chain:
        """Who goes where."""

    @property
    def flow(self) -> Flow | None:
        """Visits, reach, drop-off, chance and stakes."""

    @property
    def fix_balances(self) -> Mapping[int, float]:
        """By place: how closing a gap changes the balance."""

    @property
    def disappointed(self) -> Disappointed | None:
        """The share of customers whose running total is negative when they end."""

    @property
    def likely_path(self) -> LikelyPath | None:
        """The most probable walk to success."""


def is_assumed(one: Compared, moved: Compared, name: str) -> bool:
    """Whether a figure of the whole rests on shares that nobody gave.

    What customers live through and which way is the likeliest hang on all visits: they are
    assumed where any is, but not a share of exactly nobody or everybody.
    """
    if name == "likely_path.probability":
        return _path_differs(one, moved)
    if name == "time.likely":  # of the same walk, which takes what it takes
        return False
    value = getattr(one, name.partition(".")[0])
    if name in ("disappointed", "remembered", "likely_path"):
        certain = isinstance(value, Disappointed) and rounded(value.share) in (0, 1)
        return value is not None and not certain and visits_differ(one, moved)
    return differs(figure(one, name), figure(moved, name))


def figure(of: object, name: str) -> float | None:
    """A figure by its name, such as `balance` or `outcomes.success`."""
    value: Any = of
    for key in name.split("."):
        if value is not None:
            value = value[key] if isinstance(value, Mapping) else getattr(value, key)
    found: float | None = value
    return found


def visits_differ(one: Compared, moved: Compared) -> bool:
    """Whether any touchpoint is met more or less often once shares are moved."""
    assert one.flow is not None
    assert moved.flow is not None
    return any(map(differs, one.flow.visits, moved.flow.visits))


def assumed_of_fix(one: Compared, moved: Compared, place: int, change: float) -> tuple[str, ...]:
    """Which parts of a fix rest on them; `change` is that of the disappointed share."""
    before = one.disappointed.share if one.disappointed else 0.0
    certain = {rounded(before), rounded(before + change)} <= {0, 1}
    found = {
        "balance": differs(one.fix_balances.get(place), moved.fix_balances.get(place)),
        "disappointed": not certain and visits_differ(one, moved),
    }
    return tuple(name for name, holds in found.items() if holds)


def _path_differs(one: Compared, moved: Compared) -> bool:
    """Whether the probability of the likely path does: of the same walk, whatever is likelier."""
    path = one.likely_path
    if path is None:
        return False
    walk = [moved.chain.place[id] for id in path.touchpoints]
    steps = (dict(moved.chain.ways[v])[w] for v, w in pairwise(walk))
    return differs(path.probability, moved.chain.start[walk[0]] * math.prod(steps))


def differs(one: float | None, other: float | None) -> bool:
    """Whether two figures differ to 9 decimals, by more than the noise of floats."""
    if one is None or other is None or not math.isfinite(one) or not math.isfinite(other):
        return False
    return rounded(one - other) != 0 and not math.isclose(one, other, rel_tol=NOISE)
