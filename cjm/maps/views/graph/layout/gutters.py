"""Gutters: the widths between columns, enough for curves, labels, starts and exits."""

from __future__ import annotations

from itertools import accumulate

from cjm.i18n.glossary import capitalized
from cjm.maps.content.model import Card, Diagram
from cjm.maps.content.words import words_of
from cjm.maps.scene.text import width_of
from cjm.maps.views.graph.layout.measures import (
    Measures,
    bulge_reach,
    label_width,
    lead_width,
)
from cjm.maps.views.graph.layout.plan import Plan

ROOM_TO_CURVE, ROOM_PER_CURVE, MOST_TO_CURVE = 31.0, 7.0, 76.0
"""A line needs room to swing up or down; of many that cross a gutter each some more."""
BESIDE_FORK = 12.0
BESIDE_MARKER = 16.0
BESIDE_BULGE = 22.0

Pads = tuple[float, float]
"""The padding of a band left and right of its cards."""


def pads_of(plan: Plan, measures: Measures) -> tuple[Pads, ...]:
    """The padding of each column's band, left and right, each wide enough for its bulges."""
    pads = [[measures.padding, measures.padding] for _ in plan.grid.columns]
    for way in plan.ways:
        if way.kind == "bulge":
            column = plan.grid.column[way.arrow.source]
            label = label_width(way.arrow, measures.strip == 0) / 2 + 2
            beyond = min(max(6.0, label), BESIDE_BULGE)
            needed = bulge_reach(measures, way.track, way.tracks_beside) + beyond
            side = way.side > 0
            pads[column][side] = max(pads[column][side], needed)
        elif way.kind == "fork":
            column = plan.grid.column[way.arrow.source]
            pads[column][0] = max(pads[column][0], measures.fork + BESIDE_FORK)
    return tuple((left, right) for left, right in pads)


def lefts_of(
    diagram: Diagram, plan: Plan, pads: tuple[Pads, ...], measures: Measures
) -> tuple[tuple[float, ...], float]:
    """Left edges of the bands, and the width of it all."""
    first, *inner, last = _gutters(diagram, plan, measures)
    bands = [measures.card_width + sum(pad) for pad in pads]
    steps = [band + gutter for band, gutter in zip(bands, inner, strict=False)]
    lefts = tuple(accumulate(steps, initial=first))
    return lefts, lefts[-1] + bands[-1] + last


def start_room(card: Card, diagram: Diagram) -> float:
    """How far left of its band a start marker's middle stands; 0 where it is on the card."""
    if card.start is None or diagram.compact:
        return 0
    return max(36, width_of(words_of(diagram.language).start, 12) / 2 + 12)


def exit_room(card: Card, diagram: Diagram) -> float:
    """How far right of its band an outcome's middle stands; 0 where it is on the card."""
    if card.outcome is None or diagram.compact:
        return 0
    word = capitalized(words_of(diagram.language).ends[card.outcome])
    return max(40, width_of(word, 12) / 2 + 14)


def lead_of(width: float) -> float:
    """How far beyond the band's padding a line runs straight, past its label of that width."""
    return width + 8 if width else 8


def _gutters(diagram: Diagram, plan: Plan, measures: Measures) -> list[float]:
    """Room left of the first column, between columns, and right of the last."""
    count = len(plan.grid.columns)
    leads = [[0.0, 0.0] for _ in range(count + 1)]
    curves = [0] * (count + 1)
    for way in plan.ways:
        if way.kind not in ("forward", "backward"):
            continue
        start, end = plan.grid.column[way.arrow.source], plan.grid.column[way.arrow.target]
        forward = end > start
        gutter = start + 1 if forward else start
        lead = lead_of(lead_width(way.arrow, diagram.compact))
        side = leads[gutter]
        side[not forward] = max(side[not forward], lead)
        for i in range(min(start, end) + 1, max(start, end) + 1):
            curves[i] += 1
    markers = _marker_rooms(diagram, plan)
    rooms = [
        max(
            measures.gutter,
            # A line swings past starts and outcomes, not through them.
            sum(map(max, lead, marker)) + _room_to_curve(n) if n else 0,
            sum(marker) + BESIDE_MARKER if any(marker) else 0,
        )
        for lead, n, marker in zip(leads, curves, markers, strict=True)
    ]
    rooms[0], rooms[-1] = markers[0][1], markers[-1][0]
    return rooms


def _marker_rooms(diagram: Diagram, plan: Plan) -> list[list[float]]:
    """For each gutter the room taken by exits on its left and starts on its right."""
    rooms = [[0.0, 0.0] for _ in range(len(plan.grid.columns) + 1)]
    for card in diagram.cards:
        column = plan.grid.column[card.id]
        rooms[column][1] = max(rooms[column][1], 2 * start_room(card, diagram) - 12)
        rooms[column + 1][0] = max(rooms[column + 1][0], 2 * exit_room(card, diagram))
    return rooms


def _room_to_curve(lines: int) -> float:
    """The room in which so many lines swing from one height to another."""
    return min(MOST_TO_CURVE, ROOM_TO_CURVE + ROOM_PER_CURVE * max(0, lines - 1))
