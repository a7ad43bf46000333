"""Alignment: a path that customers went beside the planned walk that needs the fewest edits.

An event passed over, or a touchpoint put in, is an edit. It is the edit distance between the path
and the nearest of all planned walks, found by Dijkstra's algorithm over pairs (events so far, last
touchpoint of the walk), from the end back to the start: whatever is on a cheapest way is then known
by its cost to the end, and one walk forward chooses among equally cheap ones.
"""

from collections.abc import Iterable, Iterator, Sequence
from heapq import heappop, heappush
from math import inf

from cjm.analysis.conformance.planned import START, Planned
from cjm.tuples import NamedTuple

NOWHERE = -2
"""The place of an event whose touchpoint is not in the journey."""
State = tuple[int, int]
"""How many events are behind, and the place of the walk's last touchpoint."""


class Alignment(NamedTuple):
    """What makes a planned walk of a path.

    Attributes:
        walk: The planned walk, as ids.
        put_in: Touchpoints of the walk that the path lacks, in its order.
        passed_over: Events of the path that are not in the walk, in its order.
    """

    walk: tuple[str, ...]
    put_in: tuple[str, ...]
    passed_over: tuple[str, ...]

    @property
    def edits(self) -> int:
        """How many edits that takes."""
        return len(self.put_in) + len(self.passed_over)


def align(planned: Planned, path: Sequence[str], *, open: bool = False) -> Alignment | None:
    """The cheapest alignment of a path; None where the journey has no planned walk.

    Among those with the fewest edits the one with the fewest events passed over; then, step by
    step from the start, followed before put in before passed over, and of touchpoints put in the
    earlier in the file.

    Args:
        planned: What the journey plans.
        path: Touchpoints in the order in which they were visited; others may be among them.
        open: The case may not be over, so that it may end anywhere.

    Returns:
        The walk, what was put in, and what was passed over.
    """
    search = _Search(planned, path)
    costs = search.costs(v for v in range(len(planned.ids)) if open or planned.may_end[v])
    if (0, START) not in costs:
        return None
    steps = list(search.steps(costs))
    return Alignment(
        tuple(planned.ids[place] for _, place in steps if place is not None),
        tuple(planned.ids[v] for event, v in steps if event is None and v is not None),
        tuple(path[event] for event, v in steps if event is not None and v is None),
    )


class _Search:
    """One path in search of its walk.

    A touchpoint put in costs so much that no number of events outweighs it; an event passed over
    costs 1 more: fewest edits first, then fewest passed over, in one whole number.
    """

    def __init__(self, planned: Planned, path: Sequence[str]) -> None:
        self.planned = planned
        self.places = [planned.place.get(id, NOWHERE) for id in path]
        self.put_in = len(path) + 1
        self.passed_over = self.put_in + 1

    def costs(self, ends: Iterable[int]) -> dict[State, int]:
        """What it costs to the end, from every state that costs no more than the start does."""
        costs: dict[State, int] = {}
        heap = [(0, (len(self.places), place)) for place in ends]
        best = {state: 0 for _, state in heap}
        limit: float = inf
        while heap and heap[0][0] <= limit:
            cost, state = heappop(heap)
            if state in costs:
                continue
            costs[state] = cost
            if state == (0, START):
                limit = cost
            for before, step in self._before(*state):
                if cost + step < best.get(before, inf):
                    best[before] = cost + step
                    heappush(heap, (cost + step, before))
        return costs

    def _before(self, events: int, place: int) -> Iterator[tuple[State, int]]:
        """The states from which one step leads to this one, and what the step costs."""
        if place != START:
            followed = events > 0 and self.places[events - 1] == place
            for source in self.planned.before[place]:
                if followed:
                    yield (events - 1, source), 0
                yield (events, source), self.put_in
        if events > 0:
            yield (events - 1, place), self.passed_over

    def steps(self, costs: dict[State, int]) -> Iterator[tuple[int | None, int | None]]:
        """The preferred way: which event, which touchpoint; None where it has none."""
        events, place = 0, START
        while cost := costs[events, place]:
            following = self.planned.following[place]
            event = self.places[events] if events < len(self.places) else NOWHERE
            followed = event in following and costs.get((events + 1, event)) == cost
            left = cost - self.put_in
            inserted = (v for v in following if costs.get((events, v)) == left)
            put_in = None if followed else next(inserted, None)
            target = event if followed else put_in
            yield (events if put_in is None else None), target
            events += put_in is None
            place = place if target is None else target
        # What is left costs nothing: every event is followed.
        for nth in range(events, len(self.places)):
            yield nth, self.places[nth]
