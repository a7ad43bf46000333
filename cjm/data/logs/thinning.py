"""Thinning: moves and starts of some share stay, and what they lead to."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from cjm.data.logs.counting import Counts, Move
from cjm.data.logs.covering import exact
from cjm.records import dataclass, field


@dataclass(frozen=True)
class Thinned:
    """What `--min-share` left out, with its counts, and what it had to keep against its rule.

    Attributes:
        moves: Moves that are left out.
        starts: Starts that are left out.
        touchpoints: Visits of touchpoints that no start leads to any more.
        restored: Moves that were put back, since without them nobody could leave.
    """

    moves: Mapping[Move, int] = field(default_factory=dict)
    starts: Mapping[str, int] = field(default_factory=dict)
    touchpoints: Mapping[str, int] = field(default_factory=dict)
    restored: Mapping[Move, int] = field(default_factory=dict)


def thinned(counts: Counts, order: Sequence[Move], share: float) -> tuple[Counts, Thinned]:
    """Leave out rare moves and starts, then what no start reaches.

    Of the moves from a touchpoint a those with n(a→b) < share · n(a) go, but never its most
    frequent one; of the starts those with fewer than share · cases, but never the most frequent.
    Where nobody could leave some touchpoints any more, the most frequent move out of them stays.

    Args:
        counts: What happened.
        order: All moves, in order of first appearance: the earlier one wins ties.
        share: From 0 to 1.

    Returns:
        What is kept, and what is not.
    """
    kept = _frequent_moves(counts, order, share)
    starts = _frequent_starts(counts, order, share)
    restored = []
    while way_out := _way_out(counts, kept, starts, order):
        kept.add(way_out)
        restored.append(way_out)
    reached = _reached(starts, kept)
    kept = {move for move in kept if move[0] in reached}
    chosen = Counts(
        visits={id: n for id, n in counts.visits.items() if id in reached},
        starts={id: n for id, n in counts.starts.items() if id in starts},
        ends={id: n for id, n in counts.ends.items() if id in reached},
        moves={move: n for move, n in counts.moves.items() if move in kept},
    )
    return chosen, Thinned(
        moves={move: counts.moves[move] for move in order if move not in kept},
        starts={id: n for id, n in counts.starts.items() if id not in starts},
        touchpoints={id: n for id, n in counts.visits.items() if id not in reached},
        restored={move: counts.moves[move] for move in restored},
    )


def _frequent_moves(counts: Counts, order: Sequence[Move], share: float) -> set[Move]:
    least = exact(share)
    best: dict[str, Move] = {}
    for move in order:
        best.setdefault(move[0], move)
        if counts.moves[move] > counts.moves[best[move[0]]]:
            best[move[0]] = move
    enough = {move for move in order if counts.moves[move] >= least * counts.visits[move[0]]}
    return enough | set(best.values())


def _frequent_starts(counts: Counts, order: Sequence[Move], share: float) -> set[str]:
    least = exact(share) * counts.cases
    first = {id: place for place, id in reversed(list(enumerate(m[0] for m in order)))}
    best = min(counts.starts, key=lambda id: (-counts.starts[id], first.get(id, len(first)), id))
    return {id for id, n in counts.starts.items() if n >= least} | {best}


def _way_out(
    counts: Counts, kept: set[Move], starts: set[str], order: Sequence[Move]
) -> Move | None:
    """The most frequent move out of where customers come and cannot leave; None if they can."""
    ends = {id for id, n in counts.ends.items() if n}
    leaving = _reached(ends, {(target, source) for source, target in kept})
    caught = _reached(starts, kept) - leaving
    out = [move for move in order if move[0] in caught and move[1] not in caught]
    return max(out, key=lambda move: counts.moves[move], default=None)


def _reached(starts: Iterable[str], moves: Iterable[Move]) -> set[str]:
    """Touchpoints that moves lead to from some of them, these included."""
    following: dict[str, list[str]] = {}
    for source, target in moves:
        following.setdefault(source, []).append(target)
    reached, waiting = set(starts), list(starts)
    while waiting:
        for target in following.get(waiting.pop(), ()):
            if target not in reached:
                reached.add(target)
                waiting.append(target)
    return reached
