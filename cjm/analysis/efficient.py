"""The efficient sets of improvements for the balance, by dominance.

Improvements are taken or left one after the other; of the sets so far, those stay that no other
one beats in both cost and gain, and in what it leaves to be gained. Source: Nemhauser and
Ullmann, Management Science 15 (1969) 494–505.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from cjm.rounding import rounded
from cjm.tuples import NamedTuple


class Candidate(NamedTuple):
    """An improvement: its cost in whole units, and the points it lifts, by room."""

    cost: int
    lifts: tuple[tuple[int, float], ...]


class Kept(NamedTuple):
    """A set of improvements, the places of its members ascending."""

    cost: int
    gain: float
    members: tuple[int, ...]


def efficient_sets(
    candidates: Sequence[Candidate],
    rooms: Sequence[tuple[float, float]],
    most: int,
    tally: Callable[[int], object] = lambda sets: None,
) -> list[Kept] | None:
    """The efficient sets from none to the best.

    Args:
        candidates: the improvements.
        rooms: what a point is worth there, and how many there is room for.
        most: sets looked at before it is given up.
        tally: told, from time to time, how many more sets have been looked at.

    Returns:
        No two of the same cost or gain; None where it takes more than `most` sets.
    """
    tight = _tight(candidates, rooms)
    last = {room: n for n, c in enumerate(candidates) for room, _ in c.lifts}
    groups: dict[tuple[tuple[int, float], ...], list[Kept]] = {(): [Kept(0, 0.0, ())]}
    for n, candidate in enumerate(candidates):
        closing = frozenset(room for room, at in last.items() if at == n)
        following: dict[tuple[tuple[int, float], ...], list[Kept]] = {}
        for key, kept in groups.items():
            gain, filled = _taken(candidate, rooms, dict(key), tight)
            left_out = tuple((r, p) for r, p in key if r not in closing)
            taken = tuple(sorted((r, p) for r, p in filled.items() if r not in closing))
            following.setdefault(left_out, []).extend(kept)
            following.setdefault(taken, []).extend(
                Kept(k.cost + candidate.cost, k.gain + gain, (*k.members, n)) for k in kept
            )
            tally(2 * len(kept))
            most -= 2 * len(kept)
            if most < 0:
                return None
        groups = {key: _front(kept) for key, kept in following.items()}
    return _front([k for kept in groups.values() for k in kept])


def _tight(candidates: Sequence[Candidate], rooms: Sequence[tuple[float, float]]) -> set[int]:
    """Rooms that all lifts together overfill: elsewhere gains simply add up."""
    total = [0.0] * len(rooms)
    for candidate in candidates:
        for room, points in candidate.lifts:
            total[room] += points
    return {n for n, (_, space) in enumerate(rooms) if rounded(total[n]) > rounded(space)}


def _taken(
    candidate: Candidate,
    rooms: Sequence[tuple[float, float]],
    filled: dict[int, float],
    tight: set[int],
) -> tuple[float, dict[int, float]]:
    """What an improvement gains where some points are filled, and the points filled then."""
    gain = 0.0
    for room, points in candidate.lifts:
        value, space = rooms[room]
        if room in tight:
            before = filled.get(room, 0.0)
            after = min(space, rounded(before + points))
            filled[room] = after
            gain += value * (after - before)
        else:
            gain += value * points
    return gain, filled


def _front(kept: list[Kept]) -> list[Kept]:
    """Those that no cheaper one is as good as."""
    kept.sort(key=lambda k: (k.cost, -rounded(k.gain), k.members))
    front: list[Kept] = []
    for k in kept:
        if not front or rounded(k.gain) > rounded(front[-1].gain):
            front.append(k)
    return front
