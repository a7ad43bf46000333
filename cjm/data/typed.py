"""Typed: the rows of a source with columns of known names and types, whatever they came from."""

from datetime import date

from cjm.data.engine import Engine
from cjm.data.left_out import LeftOut
from cjm.tuples import NamedTuple


class Typed(NamedTuple):
    """Rows that a computation can use.

    Attributes:
        select: A SELECT in the canonical dialect that gives them; to be used as a subquery. All
            kinds have `row` (from 1, over all files in the order of their names), `at`
            (microseconds since 1970 in UTC, or null) and `day` (in the definition's timezone, or
            null). Events have `case` (a text, or a whole number), `word`, `ord` and `failed`;
            answers `respondent`, `touchpoint`, `part`, `answer`, `worst` and `best` (the ends of
            its scale), `weight` and `persona`; sales `customer`, `ord`, `money` and what the
            source names of a programme; reviews `text`, `rating`, `touchpoint` and `respondent`.
        engine: Where it runs.
        read: How many rows were read.
        left_out: Which rows reading and typing left out, by reason.
        days: The first and the last day seen; None where no row has one.
        untrusted: The share of the rows read that were left out for a fault; an answer of a wide
            survey counts as the part of its row that it is.
    """

    select: str
    engine: Engine
    read: int
    left_out: LeftOut
    days: tuple[date, date] | None = None
    untrusted: float = 0.0
