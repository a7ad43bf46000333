"""Deviations of what customers did from what was planned, and how well cases fit.

Source of the kinds: Halvorsrud, Kvale and Følstad (2016), Improving service quality through
customer journey analysis, Journal of Service Theory and Practice 26.
"""

import math
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

from cjm.analysis.conformance.alignment import Alignment, align
from cjm.analysis.conformance.planned import Planned
from cjm.journey.paths import CountedPath
from cjm.tuples import NamedTuple


class Occurrences(NamedTuple):
    """How often a deviation occurs: in how many events (or places for one), in how many cases."""

    events: int
    cases: int


Deviations = Mapping[str, Occurrences]
"""By touchpoint, those where it occurs: in file order, then by id."""


class Fit(NamedTuple):
    """How well cases fit a plan.

    Attributes:
        cases: How many there are.
        fitting: How many need no edit.
        edits: How many edits all need.
        mean: The mean fitness of a case, 1 − edits / (events + touchpoints of the shortest walk).
        log: The same of all cases together.
        missing: Touchpoints that had to be put in.
        out_of_sequence: Events of touchpoints of the journey that had to be passed over.
        ad_hoc: Events whose touchpoint is not in the journey.
    """

    cases: int
    fitting: int
    edits: int
    mean: float
    log: float
    missing: Deviations
    out_of_sequence: Deviations
    ad_hoc: Deviations


def fit_of(planned: Planned, shortest: int, paths: Iterable[CountedPath]) -> Fit:
    """How well paths fit a plan that has a walk; each distinct path is aligned once."""
    tallies = {name: _Tally() for name in ("missing", "out_of_sequence", "ad_hoc")}
    cases = fitting = edits = most = 0
    parts: list[float] = []
    for path, count, alignment in _aligned(planned, paths):
        cases += count
        edits += count * alignment.edits
        most += count * (len(path) + shortest)
        fitting += 0 if alignment.edits else count
        parts.append(count * (1 - alignment.edits / (len(path) + shortest)))
        for name, ids in _deviations(planned, path, alignment).items():
            tallies[name].add(ids, count)
    return Fit(
        cases,
        fitting,
        edits,
        math.fsum(parts) / cases,
        1 - edits / most,
        **{name: tally.in_order(planned.place) for name, tally in tallies.items()},
    )


def _aligned(
    planned: Planned, paths: Iterable[CountedPath]
) -> Iterable[tuple[Sequence[str], int, Alignment]]:
    """Each path with its cases and its alignment, those that may not be over by themselves."""
    for path in paths:
        for count, open in ((path.cases - path.open, False), (path.open, True)):
            if count and (alignment := align(planned, path.touchpoints, open=open)):
                yield path.touchpoints, count, alignment


def _deviations(
    planned: Planned, path: Sequence[str], alignment: Alignment
) -> dict[str, Counter[str]]:
    """The deviations of one case; a touchpoint that is missing and passed over is one."""
    passed_over = Counter(id for id in alignment.passed_over if id in planned.place)
    return {
        "missing": Counter(alignment.put_in) - passed_over,
        "out_of_sequence": passed_over,
        "ad_hoc": Counter(id for id in path if id not in planned.place),
    }


class _Tally:
    """Events and cases by touchpoint."""

    def __init__(self) -> None:
        self.events: Counter[str] = Counter()
        self.cases: Counter[str] = Counter()

    def add(self, ids: Counter[str], cases: int) -> None:
        """Count what one case has, so many times."""
        for id, events in ids.items():
            self.events[id] += events * cases
            self.cases[id] += cases

    def in_order(self, place: Mapping[str, int]) -> Deviations:
        """What was counted, in file order, then by id."""
        ids = sorted(self.events, key=lambda id: (place.get(id, len(place)), id))
        return {id: Occurrences(self.events[id], self.cases[id]) for id in ids}
