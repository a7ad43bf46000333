"""Tracks: places for lines that run side by side, none of them on top of another."""

from collections import defaultdict
from functools import reduce
from operator import or_


class Tracks:
    """The tracks beside each other along some places in a row; `count` says how many there are.

    Which tracks are taken at a place are the bits of a number, so that the first track that is
    free at several of them is the lowest bit that none of theirs has.
    """

    def __init__(self) -> None:
        self.count = 0
        self._taken = defaultdict[int, int](int)

    def take(self, first: int, last: int) -> int:
        """Run a line from one place to another on the first track that is free all the way.

        Args:
            first: Where it begins.
            last: Where it ends, not before `first`.

        Returns:
            The number of its track; 0 is the first.
        """
        places = range(first, last + 1)
        taken = reduce(or_, (self._taken[place] for place in places), 0)
        free = ~taken & (taken + 1)
        for place in places:
            self._taken[place] |= free
        track = free.bit_length() - 1
        self.count = max(self.count, track + 1)
        return track
