"""How long the journey takes: contacts and the waits between them, loops included."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from itertools import pairwise
from typing import TypeVar

from cjm.analysis.chain import Chain
from cjm.analysis.flow import Flow
from cjm.journey import Journey, seconds
from cjm.records import dataclass


@dataclass(frozen=True, slots=True)
class Coverage:
    """The shares of expected visits, and of expected moves, of which a time is known.

    `moves` is None where nobody moves on.
    """

    visits: float
    moves: float | None


@dataclass(frozen=True, slots=True)
class Time:
    """Seconds: `expected` for a customer, `likely` along the likely path, None without one.

    A contact or a wait of which no time is known takes none, and is not covered.
    """

    expected: float
    likely: float | None
    coverage: Coverage


def time_of(
    journey: Journey, flow: Flow, chain: Chain, likely: Sequence[str] | None
) -> Time | None:
    """The time of a journey: Σ n(v)·duration(v) + Σ n(u)·p(u→v)·wait(u→v). O(V + E).

    Args:
        journey: What was written.
        flow: How often customers are where.
        chain: Where they go from there.
        likely: The ids of the likely path.

    Returns:
        The time; None where customers meet nothing that has one.
    """
    ids = [point.id for point in journey.touchpoints]
    durations = {p.id: seconds(p.duration) for p in journey.touchpoints}
    waits = {(p.id, way.to): seconds(way.wait) for p in journey.touchpoints for way in p.next}
    visits = dict(zip(ids, flow.visits, strict=True))
    moves = {
        (ids[v], ids[w]): flow.visits[v] * share
        for v, ways in enumerate(chain.ways)
        for w, share in ways
    }
    covered = _known(visits, durations), _known(moves, waits)
    if not any(covered):
        return None
    moved = math.fsum(moves.values())
    return Time(
        expected=_taken(visits, durations) + _taken(moves, waits),
        likely=None if likely is None else _along(likely, durations, waits),
        coverage=Coverage(
            visits=min(1.0, covered[0] / flow.length),
            moves=min(1.0, covered[1] / moved) if moved else None,
        ),
    )


Key = TypeVar("Key")


def _known(often: Mapping[Key, float], times: Mapping[Key, float | None]) -> float:
    """How often something happens of which a time is known."""
    return math.fsum(n for key, n in often.items() if times[key] is not None)


def _taken(often: Mapping[Key, float], times: Mapping[Key, float | None]) -> float:
    return math.fsum(n * (times[key] or 0.0) for key, n in often.items())


def _along(
    walk: Sequence[str],
    durations: Mapping[str, float | None],
    waits: Mapping[tuple[str, str], float | None],
) -> float:
    contacts = [durations[id] or 0.0 for id in walk]
    return math.fsum([*contacts, *(waits[step] or 0.0 for step in pairwise(walk))])
