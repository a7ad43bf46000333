"""Part: one file's rows on the engine, before they are one table with those of other files."""

from collections.abc import Mapping

from cjm.data.left_out import MOST_EXAMPLES, Example, LeftOut, Reason
from cjm.i18n.characters import clipped
from cjm.tuples import NamedTuple

MOST_SHOWN = 120
"""Letters of a line that was left out."""


class Part(NamedTuple):
    """One file on the engine.

    Attributes:
        file: How messages call it.
        name: Its table.
        columns: Its columns, by their names in the file: their names on the engine.
        rows: How many rows the table has.
        read: How many were read, with those that were no rows.
        line: The line of the first row where each row is one line; None: a column says it.
        rejected: What was no row.
        types: The engine's types of columns that are no text.
        is_view: Whether the table is a view that numbers its rows itself.
    """

    file: str
    name: str
    columns: Mapping[str, str]
    rows: int
    read: int
    line: int | None
    rejected: LeftOut = {}  # noqa: RUF012  nobody writes into it
    types: Mapping[str, str] = {}
    is_view: bool = False


class Rejected:
    """What of one file is no row: counted by reason, the first ones kept as examples."""

    def __init__(self, file: str) -> None:
        self.file = file
        self.counts: dict[str, int] = {}
        self.examples: dict[str, list[Example]] = {}

    def add(self, reason: str, line: int, text: str) -> None:
        """One more."""
        self.counts[reason] = self.counts.get(reason, 0) + 1
        kept = self.examples.setdefault(reason, [])
        if len(kept) < MOST_EXAMPLES:
            kept.append(Example(self.file, line, clipped(text, MOST_SHOWN)))

    @property
    def count(self) -> int:
        """How many."""
        return sum(self.counts.values())

    @property
    def left_out(self) -> LeftOut:
        """As an account."""
        return {
            reason: Reason(count, {}, tuple(self.examples[reason]))
            for reason, count in self.counts.items()
        }
