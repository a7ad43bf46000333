"""Forks: ways to alternatives of one moment, set as a bracket instead of a chain of lines."""

from __future__ import annotations

from cjm.maps.content.model import Diagram
from cjm.maps.views.graph.layout.grid import Grid

Pair = tuple[str, str]
LEAST_WAYS = 2


def forks_of(diagram: Diagram, grid: Grid) -> frozenset[Pair]:
    """The transitions of all forks, by their ends. O(T + V).

    A fork leads from a card to those right below it in its column, two or more, to which nothing
    else leads, and between which nothing runs.
    """
    before: dict[str, set[str]] = {card.id: set() for card in diagram.cards}
    for arrow in diagram.arrows:
        before[arrow.target].add(arrow.source)
    starts = {card.id for card in diagram.cards if card.start is not None}
    looped = {id for loop in diagram.loops for id in loop.ids}
    forked: set[Pair] = set()
    for column in grid.columns:
        ids = column.ids
        for place, id in enumerate(ids):
            below: list[str] = []
            for other in ids[place + 1 :]:
                if before[other] != {id} or other in starts or other in looped:
                    break
                below.append(other)
            if len(below) >= LEAST_WAYS:
                forked |= {(id, other) for other in below}
    return frozenset(forked)
