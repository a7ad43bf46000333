"""The budget: how much work a layout may be, so that any graph ends, and always alike.

Work is counted, not timed: the same journey is laid out the same on any machine.
"""

from collections.abc import Callable
from functools import lru_cache
from typing import TypeVar, TypeVarTuple

from cjm.errors import LayoutError
from cjm.i18n import say

Given = TypeVarTuple("Given")
Found = TypeVar("Found")

MOST_STEPS = 8_000_000
"""Rows, lanes and places for labels looked at for one map: some seconds' work."""
ROWS_PART, LANES_PART = 0.25, 0.75
"""The part of the budget that is gone at most when rows, and then lanes, are chosen."""
MOST_STRETCHES = 100_000
"""Transitions, and columns that they pass: what has to be drawn however simply."""


class Budget:
    """The work done for one layout: `steps` of it, `most` at the most.

    `cut` tells whether anything was left out for it.
    """

    def __init__(self, most: int = MOST_STEPS) -> None:
        self.most, self.steps, self.cut = most, 0, False

    def spend(self, steps: int) -> None:
        """Count work that is being done."""
        self.steps += steps

    def allows(self, part: float = 1) -> bool:
        """Whether less than that part of the budget is gone; asked where less will do as well."""
        if self.steps < part * self.most:
            return True
        self.cut = True
        return False


KEPT = 8
"""How many answers of each kind are remembered: about those of one journey's graphs."""


def remembered(work: Callable[[Budget, *Given], Found]) -> Callable[[Budget, *Given], Found]:
    """Work on a budget that is not done again where it was just done.

    The graphs of all kinds of customers have the same arrows, and a score that changes moves
    none. What the work is given must be hashable, and what it finds is nobody's to change; it
    spends as much of the budget as when it was done.
    """

    @lru_cache(KEPT)
    def done(most: int, steps: int, given: tuple[*Given]) -> tuple[Found, int, bool]:
        budget = Budget(most)
        budget.steps = steps
        return work(budget, *given), budget.steps, budget.cut

    def found(budget: Budget, /, *given: *Given) -> Found:
        result, budget.steps, cut = done(budget.most, budget.steps, given)
        budget.cut |= cut
        return result

    return found


def refuse_beyond(transitions: int, stretches: int, most: int = MOST_STRETCHES) -> None:
    """Raises LayoutError where a map has more lines than could be drawn, let alone read."""
    if stretches > most:
        raise LayoutError(
            say("too many transitions to draw as a graph: {n}", n=transitions),
            help=say("draw it as a map: --view map; or leave out rare transitions"),
        )
