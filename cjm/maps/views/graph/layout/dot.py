"""Diagram → DOT: what the layout engine is asked. Only order and positions come back.

Cards are called p0, p1, … so that no id or title of a journey ever reaches the engine, and
nothing has to be quoted.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from cjm.maps.content.model import Diagram
from cjm.maps.views.graph.layout.budget import Budget
from cjm.maps.views.graph.layout.telling import told

HEIGHT, GAP = 1.5, 0.5
"""A card and the gap below it in inches, so that a row is 2 inches or 144 points high."""
ROW = (HEIGHT + GAP) * 72


def dot_of(
    diagram: Diagram, columns: Sequence[Sequence[str]] = (), budget: Budget | None = None
) -> str:
    """The DOT of a diagram; `columns` of ids are kept as they are, in order, where given.

    A `budget` learns where the engine is told less than what there is to tell.
    """
    names = {card.id: f"p{i}" for i, card in enumerate(diagram.cards)}
    column = {id: i for i, ids in enumerate(columns) for id in ids}
    lines = [*_HEAD, *names.values()]
    for ids in columns:
        lines += _column([names[id] for id in ids])
    for left, right in pairwise(columns):
        lines.append(f"{names[left[0]]} -> {names[right[0]]} [style=invis weight=0]")
    arrows, fewer = told(diagram, columns)
    if fewer and budget:
        budget.cut = True
    for arrow in arrows:
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
