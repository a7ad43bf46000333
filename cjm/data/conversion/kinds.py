"""Conversion: what a kind of source gives, and what limits a run sets."""

from collections.abc import Sequence
from datetime import date

from cjm.data.conversion.faults import Fault
from cjm.data.left_out import NO_TIME, OUTSIDE_PERIOD
from cjm.tuples import NamedTuple


class Conversion(NamedTuple):
    """What a kind of source gives.

    Attributes:
        rows: A SELECT of all rows.
        columns: Which of its columns to keep.
        faults: What leaves a row out.
        cells: How many answers a row of a wide survey may give; 0: what is left out are rows.
        is_cheap: Whether the rows may be made anew for each question to them.
    """

    rows: str
    columns: Sequence[str]
    faults: tuple[Fault, ...]
    cells: int = 0
    is_cheap: bool = False


class Limits(NamedTuple):
    """What one run asks for.

    Attributes:
        period: The first and the last day, both included; None: no limit.
        touchpoints: The ids of the journeys that the source feeds; none: any id is taken.
        personas: Likewise.
    """

    period: tuple[date | None, date | None] = (None, None)
    touchpoints: frozenset[str] = frozenset()
    personas: frozenset[str] = frozenset()

    def outside(self, day: str) -> str:
        """SQL that is true for a day outside the period; empty where there is none."""
        first, last = self.period
        before = f"{day} < DATE '{first.isoformat()}'" if first else ""
        after = f"{day} > DATE '{last.isoformat()}'" if last else ""
        return " OR ".join(part for part in (before, after) if part)

    def faults(self) -> tuple[Fault, ...]:
        """What a period asks of a row's day: to be known, and to lie in it."""
        outside = self.outside('"day"')
        if not outside:
            return ()
        return Fault(NO_TIME, '"at" IS NULL'), Fault(OUTSIDE_PERIOD, outside)
