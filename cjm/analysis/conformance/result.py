"""Conformance: a journey and the paths that cases went → how the two agree."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from cjm.analysis.conformance.deviations import Deviations, Fit, Occurrences, fit_of
from cjm.analysis.conformance.moves import Move, count_moves, moves_of
from cjm.analysis.conformance.planned import planned_of
from cjm.errors import CjmError
from cjm.i18n import say
from cjm.journey import Journey
from cjm.journey.paths import CountedPath
from cjm.records import dataclass, field

VERSION = 1
LEAST_VISITS = 30
"""Fewer visits say too little of a probability."""
MINIMUM = 10
"""A move that could have been made less often may be missing by chance."""


@dataclass(frozen=True)
class Conformance:
    """How the cases of a log agree with a journey.

    Attributes:
        journey: The journey's id.
        fit: How well cases fit, and which deviations there are.
        failed: Events that failed, by touchpoint; None where the log does not say.
        shortest: How many touchpoints the shortest planned walk has.
        visits: Events by touchpoint of the journey, in file order.
        reached: Cases that visit it.
        moves: All moves, planned or made: starts, then by their source in file order.
        minimum: Moves of touchpoints with fewer visits are no finding.
        least: Probabilities of touchpoints with fewer visits are not tested.
        titles: The words that the log has for touchpoints which the journey lacks.
    """

    journey: str
    fit: Fit
    failed: Deviations | None
    shortest: int
    visits: Mapping[str, int]
    reached: Mapping[str, int]
    moves: tuple[Move, ...]
    minimum: int = MINIMUM
    least: int = LEAST_VISITS
    titles: Mapping[str, str] = field(default_factory=dict)

    @property
    def share(self) -> float:
        """The share of cases that fit."""
        return self.fit.fitting / self.fit.cases

    @property
    def not_declared(self) -> tuple[Move, ...]:
        """Moves, starts and ends that were made and are not planned."""
        return tuple(move for move in self.moves if not move.is_planned)

    @property
    def never_taken(self) -> tuple[Move, ...]:
        """Transitions that are planned, and that nobody took."""
        return tuple(
            move
            for move in self.moves
            if move.is_planned and not move.n and None not in (move.source, move.target)
        )

    @property
    def too_few(self) -> Mapping[str | None, int]:
        """Touchpoints whose probabilities are not tested, with their visits; None: the starts."""
        return {m.source: m.of for m in self.moves if m.is_testable and m.p is None}

    @property
    def dependent(self) -> tuple[str, ...]:
        """Tested touchpoints that some case visits more than once: P is too small there."""
        tested = dict.fromkeys(move.source for move in self.moves if move.p is not None)
        return tuple(id for id in tested if id is not None and self.visits[id] > self.reached[id])

    def to_dict(self) -> dict[str, Any]:
        """Every figure, unrounded; what does not exist is None."""
        fit = self.fit
        return {
            "version": VERSION,
            "command": "conform",
            "journey": self.journey,
            "cases": fit.cases,
            "fit": {"cases": fit.fitting, "share": self.share},
            "fitness": {"mean": fit.mean, "log": fit.log},
            "edits": fit.edits,
            "shortest": self.shortest,
            "deviations": {
                "missing": _by_touchpoint(fit.missing),
                "out_of_sequence": _by_touchpoint(fit.out_of_sequence),
                "ad_hoc": _by_touchpoint(fit.ad_hoc),
                "failed": None if self.failed is None else _by_touchpoint(self.failed),
            },
            "visits": dict(self.visits),
            "reached": dict(self.reached),
            "moves": [_row(move) for move in self.moves],
            "not_declared": [_counted(move) for move in self.not_declared],
            "never_taken": [_counted(move) for move in self.never_taken],
        }


def conformance_of(
    journey: Journey,
    paths: Iterable[CountedPath],
    *,
    failed: Mapping[str, tuple[int, int]] | None = None,
    titles: Mapping[str, str] | None = None,
    minimum: int = MINIMUM,
    least: int = LEAST_VISITS,
) -> Conformance:
    """How paths agree with a journey.

    Args:
        journey: What was planned.
        paths: What was done; touchpoints that the journey lacks may be among them.
        failed: Events that failed and cases they are in, by touchpoint; None where nobody knows.
        titles: Words for touchpoints that the journey lacks.
        minimum: Moves of touchpoints with fewer visits are no finding.
        least: Probabilities of touchpoints with fewer visits are not tested.

    Returns:
        Fit, deviations and moves.

    Raises:
        CjmError: There is no planned walk from a start to an end, or no case.
    """
    planned, paths = planned_of(journey), tuple(paths)
    if not sum(path.cases for path in paths):
        raise CjmError(say("there is no case to compare with the journey"))
    if planned.shortest is None:
        raise CjmError(
            say("{id}: no planned walk leads from a start to an end", id=journey.id),
            help=say("cjm check says where customers cannot go on"),
        )
    counts = count_moves(planned.ids, paths)
    return Conformance(
        journey.id,
        fit_of(planned, planned.shortest, paths),
        None if failed is None else _occurring(failed, planned.place),
        planned.shortest,
        {id: counts.visits[id] for id in planned.ids},
        {id: counts.reached[id] for id in planned.ids},
        moves_of(journey, counts, least),
        minimum,
        least,
        dict(titles or {}),
    )


def _occurring(counted: Mapping[str, tuple[int, int]], place: Mapping[str, int]) -> Deviations:
    """What occurs at all, in file order, then by id."""
    ids = sorted(counted, key=lambda id: (place.get(id, len(place)), id))
    return {id: Occurrences(*counted[id]) for id in ids if counted[id][0]}


def _by_touchpoint(deviations: Deviations) -> dict[str, dict[str, int]]:
    return {id: occurrences._asdict() for id, occurrences in deviations.items()}


def _row(move: Move) -> dict[str, Any]:
    """A move as JSON and frames have it."""
    return {
        **_counted(move),
        "declared": move.declared,
        "assumed": move.assumed,
        "share": move.share,
        "interval": move.interval and list(move.interval),
        "p": move.p,
        "adjusted": move.adjusted,
        "off": move.off,
    }


def _counted(move: Move) -> dict[str, Any]:
    return {"from": move.source, "to": move.target, "n": move.n, "of": move.of}
