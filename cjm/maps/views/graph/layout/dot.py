"""Diagram → DOT: what the layout engine is asked. Only order and positions come back.

Cards are called p0, p1, … so that no id or title of a journey ever reaches the engine, and
nothing has to be quoted.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from cjm.maps.content.model import Arrow, Diagram

HEIGHT, GAP = 1.5, 0.5
"""A card and the gap below it in inches, so that a row is 2 inches or 144 points high."""
ROW = (HEIGHT + GAP) * 72
MOST_ARROWS = 400
"""With more transitions than this, each touchpoint's few most probable ones speak for all:
engines take minutes on complete graphs."""
FEW = 3


def dot_of(diagram: Diagram, columns: Sequence[Sequence[str]] = ()) -> str:
    """The DOT of a diagram; `columns` of ids are kept as they are, in order, where given."""
    names = {card.id: f"p{i}" for i, card in enumerate(diagram.cards)}
    column = {id: i for i, ids in enumerate(columns) for id in ids}
    lines = [*_HEAD, *names.values()]
    for ids in columns:
        lines += _column([names[id] for id in ids])
    for left, right in pairwise(columns):
        lines.append(f"{names[left[0]]} -> {names[right[0]]} [style=invis weight=0]")
    for arrow in _telling(diagram):
        start, end = column.get(arrow.source, 0), column.get(arrow.target, 1)
        if columns and start == end:
            continue
        # A way back must not draw a later stage left of an earlier one.
        free = "constraint=false " if columns and start > end else ""
        weight = 1 + round(8 * arrow.probability)
        ends = f"{names[arrow.source]} -> {names[arrow.target]}"
        lines.append(f"{ends} [{free}weight={weight}]")
    body = "".join(f"\t{line}\n" for line in lines)
    return f"digraph journey {{\n{body}}}\n"


_HEAD = (
    # Only positions are used, so no splines: they would be the dearest part of the run.
    f'nodesep={GAP} rankdir=LR ranksep=1 splines=""',
    f'node [fixedsize=true height={HEIGHT} label="" shape=box width=2]',
)


def _column(names: list[str]) -> list[str]:
    """One column; the unseen chain keeps its order."""
    chain = [f"{upper} -> {lower} [style=invis]" for upper, lower in pairwise(names)]
    return ["{", "\trank=same", *(f"\t{line}" for line in (*names, *chain)), "}"]


def _telling(diagram: Diagram) -> list[Arrow]:
    """The transitions the engine shall see: no self-loops, and of very many only a few each."""
    arrows = [a for a in diagram.arrows if a.source != a.target]
    if len(arrows) <= MOST_ARROWS:
        return arrows
    own: dict[str, list[Arrow]] = {card.id: [] for card in diagram.cards}
    for arrow in arrows:
        own[arrow.source].append(arrow)
    probable = (sorted(ways, key=lambda a: -a.probability) for ways in own.values())
    return [arrow for ways in probable for arrow in ways[:FEW]]
