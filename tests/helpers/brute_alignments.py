"""Alignments by listing walks and steps, written from the definition alone."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

FOLLOWED, PUT_IN, PASSED_OVER = 0, 1, 2


@dataclass(frozen=True)
class Plan:
    """Touchpoints are numbers; `ways` where each leads to, in file order."""

    ways: tuple[tuple[int, ...], ...]
    starts: tuple[int, ...]
    may_end: tuple[bool, ...]


def walks(plan: Plan, longest: int) -> Iterator[tuple[int, ...]]:
    """Every planned walk of at most so many touchpoints."""

    def onward(walk: tuple[int, ...]) -> Iterator[tuple[int, ...]]:
        if plan.may_end[walk[-1]]:
            yield walk
        if len(walk) < longest:
            for place in plan.ways[walk[-1]]:
                yield from onward((*walk, place))

    for place in plan.starts:
        yield from onward((place,))


def distance(one: Sequence[int], other: Sequence[int]) -> int:
    """How many must be taken out of the one and put in for it to become the other."""
    common = [[0] * (len(other) + 1) for _ in range(len(one) + 1)]
    for i, left in enumerate(one, 1):
        for k, right in enumerate(other, 1):
            common[i][k] = (
                common[i - 1][k - 1] + 1
                if left == right
                else max(common[i - 1][k], common[i][k - 1])
            )
    return len(one) + len(other) - 2 * common[-1][-1]


def fewest_edits(plan: Plan, path: Sequence[int]) -> int | None:
    """The distance to the nearest planned walk; None where there is none.

    Between two events that are followed no touchpoint need be put in twice: longer walks than
    these cannot be nearer.
    """
    longest = min(2 * len(path), len(path) + 2) + len(plan.ways)
    return min((distance(path, walk) for walk in walks(plan, longest)), default=None)


Step = tuple[int, int]
"""What is done, and with which touchpoint."""


def alignments(plan: Plan, path: Sequence[int], edits: int) -> Iterator[tuple[Step, ...]]:
    """Every way to make a planned walk of a path with at most so many edits."""

    def onward(done: tuple[Step, ...], behind: int, at: int | None, left: int) -> Iterator:
        if behind == len(path) and at is not None and plan.may_end[at]:
            yield done
        leads = plan.starts if at is None else plan.ways[at]
        if behind < len(path) and path[behind] in leads:
            event = path[behind]
            yield from onward((*done, (FOLLOWED, event)), behind + 1, event, left)
        if left:
            for place in leads:
                yield from onward((*done, (PUT_IN, place)), behind, place, left - 1)
            if behind < len(path):
                step = (PASSED_OVER, path[behind])
                yield from onward((*done, step), behind + 1, at, left - 1)

    yield from onward((), 0, None, edits)


def preferred(plan: Plan, path: Sequence[int], edits: int) -> tuple[Step, ...]:
    """Of all with so many edits: fewest passed over; then step by step, as the definition says."""

    def key(steps: tuple[Step, ...]) -> tuple[int, list[Step]]:
        passed = sum(kind == PASSED_OVER for kind, _ in steps)
        return passed, [(kind, place if kind == PUT_IN else 0) for kind, place in steps]

    return min(alignments(plan, path, edits), key=key)
