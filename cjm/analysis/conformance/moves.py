"""Moves: how often customers went from one touchpoint to the next, beside what was planned."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

from cjm.analysis.binomial import binomial_p, holm
from cjm.analysis.chain import build_chain
from cjm.analysis.proportions import wilson_interval
from cjm.journey import Journey, Touchpoint, probabilities
from cjm.journey.paths import CountedPath
from cjm.rounding import rounded
from cjm.tuples import NamedTuple

SIGNIFICANT = 0.05
"""Below this adjusted P a probability is off …"""
NOTICEABLE = 0.05
"""… where the share differs from it by at least so much: in many visits any difference is
significant."""


class Move(NamedTuple):
    """A move from one touchpoint to another, planned or made.

    Attributes:
        source: Where from; None: customers come in.
        target: Where to; None: customers leave without a word, the drop-off.
        n: How often it was made.
        of: How often it could have been: visits to its source of which it is known what followed,
            or cases.
        declared: The probability in the journey; None where it is not planned.
        assumed: The probability is one that nobody gave.
        share: n / of; None where there were no visits.
        interval: The 95 % interval of the share (Wilson).
        p: The P value of the probability; None where it is not tested.
        adjusted: P adjusted for all tests of the journey (Holm).
        off: Whether the probability is off; None where it is not tested.
    """

    source: str | None
    target: str | None
    n: int
    of: int
    declared: float | None
    assumed: bool = False
    share: float | None = None
    interval: tuple[float, float] | None = None
    p: float | None = None
    adjusted: float | None = None
    off: bool | None = None

    @property
    def is_testable(self) -> bool:
        """Whether its probability was given and is neither 0 nor 1."""
        return not self.assumed and self.declared is not None and 0 < self.declared < 1

    @property
    def is_planned(self) -> bool:
        """Whether the journey has it."""
        return self.declared is not None


class Counts(NamedTuple):
    """What was counted on the touchpoints of the journey; others are taken out of each case.

    Attributes:
        cases: Cases that visit at least one of them.
        visits: Events by touchpoint.
        reached: Cases by touchpoint.
        starts: Cases by their first one.
        ends: Cases by their last one, but for those that may not be over.
        open: Cases that may not be over, by their last one.
        moves: Pairs of one right after the other.
    """

    cases: int
    visits: Counter[str]
    reached: Counter[str]
    starts: Counter[str]
    ends: Counter[str]
    open: Counter[str]
    moves: Counter[tuple[str, str]]


def count_moves(ids: Sequence[str], paths: Iterable[CountedPath]) -> Counts:
    """Visits and moves of all cases."""
    known = frozenset(ids)
    counts = Counts(0, Counter(), Counter(), Counter(), Counter(), Counter(), Counter())
    cases = 0
    for path in paths:
        visited = [id for id in path.touchpoints if id in known]
        if not visited:
            continue
        cases += path.cases
        counts.starts[visited[0]] += path.cases
        counts.ends[visited[-1]] += path.cases - path.open
        counts.open[visited[-1]] += path.open
        for id in visited:
            counts.visits[id] += path.cases
        for id in set(visited):
            counts.reached[id] += path.cases
        for move in pairwise(visited):
            counts.moves[move] += path.cases
    return counts._replace(cases=cases)


def moves_of(journey: Journey, counts: Counts, least: int) -> tuple[Move, ...]:
    """All moves that are planned or were made: starts, then by source in file order.

    Args:
        journey: What is planned.
        counts: What was done.
        least: Probabilities are tested where there were at least so many visits.
    """
    return _tested([_observed(move) for move in _moves(journey, counts)], least)


def _moves(journey: Journey, counts: Counts) -> Iterator[Move]:
    """Planned moves in the order of the file, behind them those of the same source only made."""
    chain = build_chain(journey)
    place = chain.place
    assumed = {start.touchpoint for start in journey.start if start.assumed}
    for id, share in zip(chain.ids, chain.start, strict=True):
        if share > 0 or counts.starts[id]:
            declared = share if share > 0 else None
            yield Move(None, id, counts.starts[id], counts.cases, declared, id in assumed)
    made: dict[str, list[str]] = {}
    for source, target in sorted(counts.moves, key=lambda move: place[move[1]]):
        made.setdefault(source, []).append(target)
    for point, left in zip(journey.touchpoints, chain.drop_off, strict=True):
        planned = _planned(point)
        of = counts.visits[point.id] - counts.open[point.id]
        others = [target for target in made.get(point.id, ()) if target not in planned]
        for target in (*planned, *others):
            declared, is_assumed = planned.get(target, (None, False))
            yield Move(point.id, target, counts.moves[point.id, target], of, declared, is_assumed)
        ends = counts.ends[point.id]
        if left > 0 or (ends and not point.is_exit):
            yield Move(point.id, None, ends, of, left if left > 0 else None)


def _planned(point: Touchpoint) -> dict[str, tuple[float, bool]]:
    """The targets of a touchpoint: with which probability, and whether nobody gave it."""
    alone = len(point.next) == 1
    shares = zip(point.next, probabilities(point.next), strict=True)
    return {way.to: (p, way.probability is None and not alone) for way, p in shares if p > 0}


def _observed(move: Move) -> Move:
    if not move.of:
        return move
    share = move.n / move.of
    return move._replace(share=share, interval=wilson_interval(share, move.of))


def _tested(moves: Sequence[Move], least: int) -> tuple[Move, ...]:
    """The moves, those tested whose probability is given and whose source had enough visits."""
    places = [n for n, move in enumerate(moves) if move.is_testable and move.of >= max(1, least)]
    values = [binomial_p(moves[n].n, moves[n].of, moves[n].declared or 0) for n in places]
    result = list(moves)
    for n, p, adjusted in zip(places, values, holm(values), strict=True):
        move = moves[n]
        difference = abs((move.share or 0) - (move.declared or 0))
        off = adjusted < SIGNIFICANT and rounded(difference) >= NOTICEABLE
        result[n] = move._replace(p=p, adjusted=adjusted, off=off)
    return tuple(result)
