"""Paths that customers went: what planned journeys are compared with, and made from."""

from cjm.tuples import NamedTuple


class CountedPath(NamedTuple):
    """Touchpoints in the order in which cases visited them, and how many cases did.

    Attributes:
        touchpoints: Ids, one a visit; an id twice in a row is a visit repeated at once.
        cases: How many cases went exactly so.
        open: How many of them may not be over: their last event is within the days asked for of
            the last event of all; 0 where nobody asked.
    """

    touchpoints: tuple[str, ...]
    cases: int
    open: int = 0
