"""What closing one gap would change, for each touchpoint where somebody is disappointed."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence

from cjm.analysis.touchpoints import Fix
from cjm.tuples import NamedTuple


class Losses(NamedTuple):
    """Of everybody, or of a persona and its share: where C < −tolerance, and all impacts."""

    share: float
    below: frozenset[int]
    impacts: Sequence[float | None]


def fix_balances(own: Losses, parts: Sequence[Losses]) -> dict[int, float]:
    """How each fix changes the balance, by place in the file; infinite beyond a float.

    A fix raises to C = 0 every persona with C < −tolerance there; without parts, which are
    personas with shares for all customers, the touchpoint's own C. There is one where any of
    these, or the own C, is below.
    """
    places = sorted(own.below.union(*(part.below for part in parts)))
    return {v: math.fsum(_gain(losses, v) for losses in parts or [own]) for v in places}


def _gain(losses: Losses, v: int) -> float:
    if v not in losses.below or not losses.share:
        return 0.0
    impact = losses.impacts[v]
    return math.inf if impact is None else -losses.share * impact + 0.0


def fixes_of(
    ids: Sequence[str], balances: Mapping[int, float], changes: Sequence[float]
) -> dict[str, Fix]:
    """By id: the change of the balance and of the disappointed share."""
    return {ids[v]: Fix(gain, round(changes[v], 12) + 0.0) for v, gain in balances.items()}
