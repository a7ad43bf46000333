"""Discovered: the journey that a log tells of, with the figures it was made from."""

from __future__ import annotations

import os
from collections.abc import Mapping
from functools import cached_property
from typing import TYPE_CHECKING, Any

from cjm.data.logs.counting import Counts, Move, onward_of
from cjm.data.logs.exits import Exit
from cjm.data.logs.log import Log
from cjm.data.logs.staging import Placed
from cjm.data.logs.thinning import Thinned
from cjm.data.logs.writing import left_out_of
from cjm.errors import CjmError, UsageError
from cjm.i18n import Message, say
from cjm.records import dataclass, field
from cjm.shown import notebook

if TYPE_CHECKING:
    from cjm.journey import Journey

MOST_PATHS = 20
"""So many paths are told, the most frequent first, and how many there are in all."""
OPENED = ("touchpoints",)
"""What never stands in braces, however short: one touchpoint a line."""


@dataclass(frozen=True)
class Discovered:
    """A journey from an event log.

    Attributes:
        log: What the log says, counted.
        counts: What of it is kept: visits, starts, ends, moves.
        order: The touchpoints that are kept, in order of where they first come.
        thinned: The moves, starts and touchpoints that were too rare.
        exits: The exits that touchpoints got beside themselves.
        data: The journey as the data of its file.
        notes: What had to be decided that the log does not say.
    """

    log: Log
    counts: Counts
    order: tuple[Placed, ...]
    thinned: Thinned = field(default_factory=Thinned)
    exits: tuple[Exit, ...] = ()
    data: Mapping[str, Any] = field(default_factory=dict, repr=False, compare=False)
    notes: tuple[Message, ...] = ()

    @property
    def cases(self) -> int:
        """How many cases are kept."""
        return self.log.cases

    @property
    def events(self) -> int:
        """How many events they have."""
        return self.log.events

    @cached_property
    def _onward(self) -> Mapping[str, int]:
        """Of each touchpoint, how many move on to what is kept, or end."""
        totals = dict(self.counts.ends)
        for (source, _), n in self.counts.moves.items():
            totals[source] = totals.get(source, 0) + n
        return totals

    def probability(self, move: Move) -> float:
        """p(a→b) = n(a→b) / (Σ kept n(a→·) + ends(a))."""
        return self.counts.moves[move] / self._onward[move[0]]

    def ending(self, id: str) -> float:
        """The share of those at a touchpoint whose case ends there."""
        return self.counts.ends.get(id, 0) / self._onward[id]

    def starting(self, id: str) -> float:
        """The share of cases that start at a touchpoint, of all whose start is kept."""
        return self.counts.starts.get(id, 0) / self.counts.cases

    @property
    def moves(self) -> list[Move]:
        """The moves that are kept: by touchpoint in the order of the file, most frequent first."""
        onward = onward_of(self.counts, [point.id for point in self.order])
        return [(source, target) for source, targets in onward.items() for target in targets]

    @property
    def text(self) -> str:
        """The journey as the text of a file.

        Raises:
            CjmError: There are more touchpoints and moves than a file may hold.
        """
        from cjm.source import parse
        from cjm.source.emit import emit

        text = emit(self.data, OPENED)
        if parse(text.encode("utf-8", "surrogatepass")).faults:
            raise CjmError(
                say(
                    "{n} {n:touchpoint|touchpoints} with {moves} {moves:transition|transitions} "
                    "are more than a journey's file may hold",
                    n=len(self.order),
                    moves=len(self.counts.moves),
                ),
                say("leave out rare ones: --min-share 0.01; or merge words under touchpoints"),
            )
        return text

    @property
    def journey(self) -> Journey:
        """The journey itself; its scores are empty unless some were kept.

        Raises:
            CjmError: It is too large.
        """
        from cjm.project.writing import loads

        return loads(self.text)

    def dump(self, path: str | os.PathLike[str], *, overwrite: bool = False) -> None:
        """Write the journey's file, whole or not at all.

        Args:
            path: Where to; folders that are missing are made.
            overwrite: Whether a file that is there may be replaced.

        Raises:
            UsageError: There is a file, and it may not be replaced.
            CjmError: It is too large, or cannot be written.
        """
        from cjm.system.atomic import write_text

        refuse_existing(path, overwrite)
        write_text(os.fspath(path), self.text)

    def _repr_html_(self) -> str:
        """The figures as tables, as a notebook shows them."""
        return notebook(self)

    def to_dict(self) -> dict[str, Any]:
        """Every figure, unrounded, as `cjm discover --format json` prints it."""
        counts, paths = self.counts, self.log.paths
        return {
            "version": 1,
            "command": "discover",
            "source": self.log.source,
            "cases": self.log.cases,
            "events": self.log.events,
            "visits": {point.id: counts.visits[point.id] for point in self.order},
            "starts": {p.id: counts.starts[p.id] for p in self.order if p.id in counts.starts},
            "ends": {p.id: counts.ends[p.id] for p in self.order if counts.ends.get(p.id)},
            "moves": [self._move(move) for move in self.moves],
            "paths": {
                "count": len(paths),
                "top": [
                    {"touchpoints": list(path.touchpoints), "cases": path.cases}
                    for path in paths[:MOST_PATHS]
                ],
            },
            "order": [point._asdict() for point in self.order],
            "left_out": left_out_of(self.log, self.thinned),
        }

    def _move(self, move: Move) -> dict[str, Any]:
        wait = self.log.waits[move]
        return {
            "from": move[0],
            "to": move[1],
            "n": self.counts.moves[move],
            "probability": self.probability(move),
            "wait": {"mean": wait.mean, "median": wait.median, "p95": wait.p95},
        }

    def to_csv(self) -> str:
        """The moves as a table."""
        from cjm.data.logs.frames import moves_csv

        return moves_csv(self)

    def to_frame(self, of: str = "moves") -> Any:
        """A pandas DataFrame of the `moves`, `touchpoints` or `paths`.

        Raises:
            UsageError: There is no frame of that.
            CjmError: pandas is not installed.
        """
        from cjm.data.logs.frames import to_frame

        return to_frame(self, of)


def refuse_existing(path: str | os.PathLike[str], overwrite: bool) -> None:
    """Stop where a file is there that may not be replaced."""
    if not overwrite and os.path.lexists(path):
        raise UsageError(
            say("{path} is there already", path=os.fspath(path)),
            help=say("replace it: --force"),
        )
