"""What is where it must not be on a graph: over a card, a line, a label, out of its column."""

from __future__ import annotations

from itertools import combinations, pairwise

from cjm.maps.content.model import Diagram
from cjm.maps.views.graph.layout import Layout

EDGE = 0.6
"""Lines end on the edges of their cards; this far inside one they would cross it."""


def faults(diagram: Diagram, layout: Layout) -> list[str]:
    """What is where it must not be."""
    return [
        *_overlapping_cards(layout),
        *_crossed_cards(layout),
        *_covering_labels(layout),
        *_covering_tabs(layout),
        *_columns_out_of_order(diagram, layout),
    ]


def _overlapping_cards(layout: Layout) -> list[str]:
    pairs = combinations(sorted(layout.frame.boxes.items()), 2)
    return [f"{a} overlaps {b}" for (a, box), (b, other) in pairs if box.overlaps(other, 8)]


def _crossed_cards(layout: Layout) -> list[str]:
    frame, found = layout.frame, []
    for route in layout.routes:
        points = route.path.samples(3)
        name = f"{route.way.arrow.source} → {route.way.arrow.target}"
        found += [
            f"{name} crosses {id}"
            for id, box in frame.boxes.items()
            if any(box.grown(-EDGE).holds(p) for p in points)
        ]
        if any(p.y < frame.head for p in points):
            found.append(f"{name} crosses the stages' heads")
    return found


def _covering_labels(layout: Layout) -> list[str]:
    found = [
        f"a label covers {id}"
        for id, box in layout.frame.boxes.items()
        for label in layout.labels
        if label.box.overlaps(box)
    ]
    pairs = combinations(layout.labels, 2)
    return found + [f"{a} covers {b}" for a, b in pairs if a.box.overlaps(b.box)]


def _covering_tabs(layout: Layout) -> list[str]:
    found = []
    for tab in layout.tabs:
        found += [f"a tab covers {i}" for i, b in layout.frame.boxes.items() if b.overlaps(tab.box)]
        found += ["a tab covers a label" for n in layout.labels if n.box.overlaps(tab.box)]
        found += [
            "a tab covers a head" for b in layout.frame.bands if tab.box.y < layout.frame.head
        ]
    return found


def _columns_out_of_order(diagram: Diagram, layout: Layout) -> list[str]:
    found = []
    for left, right in pairwise(layout.frame.bands):
        if left.right > right.x - 40:
            found.append("two bands are too near or in the wrong order")
        if left.y != right.y:
            found.append("two bands begin at different heights")
    stages = [stage for stage, _ in layout.frame.stages if stage is not None]
    if stages != [s.id for s in diagram.stages]:
        found.append("the stages are not in their order")
    for column, band in zip(layout.grid.columns, layout.frame.bands, strict=True):
        for id in column.ids:
            box = layout.frame.boxes[id]
            if not (band.x < box.x and box.right < band.right and box.bottom < band.bottom):
                found.append(f"{id} is outside its column")
    return found
