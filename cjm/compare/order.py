"""Order: what stands at another place among its neighbours."""

from __future__ import annotations

from collections.abc import Sequence


def moved(before: Sequence[str], after: Sequence[str]) -> frozenset[str]:
    """The ids that have moved: the fewest without which the others stand in the same order.

    Of several such choices it is the same one in both directions. O(n²).

    Args:
        before: The ids as they stood, each once.
        after: The same ids as they stand.
    """
    if list(before) == list(after):
        return frozenset()
    place = {id: n for n, id in enumerate(after)}
    weight = {id: 1 << n for n, id in enumerate(sorted(before))}
    best: dict[str, tuple[int, int, frozenset[str]]] = {}  # of chains that end there
    for id in before:
        length, total, kept = max(
            (best[other] for other in best if place[other] < place[id]),
            key=lambda chain: chain[:2],
            default=(0, 0, frozenset[str]()),
        )
        best[id] = (length + 1, total + weight[id], kept | {id})
    return frozenset(before) - max(best.values(), key=lambda chain: chain[:2])[2]
