"""The sheet: header, map and legend, painted from the ground up."""

from __future__ import annotations

from cjm.maps.components.frame import scene_of
from cjm.maps.components.header import MARGIN, draw_header
from cjm.maps.components.paragraph import draw_paragraph, paragraph
from cjm.maps.components.stage import SetHead, stage_band, stage_head
from cjm.maps.content.model import Diagram
from cjm.maps.content.words import words_of
from cjm.maps.scene.canvas import Canvas
from cjm.maps.scene.geometry import Box, Point
from cjm.maps.scene.model import Place, Scene, Span
from cjm.maps.views.graph.cards import draw_badges, draw_card
from cjm.maps.views.graph.halos import draw_halos, draw_tabs
from cjm.maps.views.graph.layout import Layout
from cjm.maps.views.graph.layout.frame import head_lines
from cjm.maps.views.graph.legend import draw_legend
from cjm.maps.views.graph.lines import (
    draw_drop_off,
    draw_exit,
    draw_label,
    draw_start,
    draw_transition,
    in_painting_order,
)

LEAST_WIDTH = 900
HEADER_GAP = 34
MOST_UNTOLD = 12
"""Lines for the words of transitions that had no room on the map."""
BARE = 12.0
"""Above a graph without a heading."""


def draw(diagram: Diagram, layout: Layout, heading: bool = True, legend: bool = True) -> Scene:
    """The picture of a journey as a graph; `heading` and `legend` can be left out."""
    frame = layout.frame
    width = max(LEAST_WIDTH, round(frame.width) + 2 * MARGIN)
    canvas = Canvas()
    top = draw_header(canvas, diagram, width) + HEADER_GAP if heading else BARE
    left = (width - frame.width) / 2
    with canvas.group("map", place=Place(left, top)):
        _draw_map(canvas, diagram, layout)
    bottom = top + frame.height + 20
    bottom = _draw_left_out(canvas, diagram, Box(MARGIN, bottom, width - 2 * MARGIN, 0))
    bottom = _draw_untold(canvas, diagram, layout, Box(MARGIN, bottom, width - 2 * MARGIN, 0))
    if legend:
        bottom = draw_legend(canvas, diagram, MARGIN, bottom, width - 2 * MARGIN) + 8
    return scene_of(diagram, "graph", width, round(bottom), canvas)


def _draw_left_out(canvas: Canvas, diagram: Diagram, box: Box) -> float:
    """Below the map which moves of a lived flow are not on it; returns the lower edge."""
    if not diagram.left_out:
        return box.y
    lines = paragraph([Span(diagram.left_out)], box.width, MOST_UNTOLD, 12)
    return draw_paragraph(canvas, lines, Point(box.x, box.y + 12), 12, 17) + 4


def _draw_untold(canvas: Canvas, diagram: Diagram, layout: Layout, box: Box) -> float:
    """Below the map the words of transitions that had no room on it; returns the lower edge.

    A share that found no place either stands before the words; that of all is told by the width.
    """
    labels = {label.way: label for label in layout.labels}
    shown = {way for way, label in labels.items() if not label.brief and not diagram.compact}
    untold = [
        arrow
        if i in labels or arrow.probability == 1
        else arrow._replace(words=f"{arrow.percentage}, {arrow.words}")
        for i, arrow in enumerate(diagram.arrows)
        if arrow.words and i not in shown
    ]
    if not untold:
        return box.y
    words = words_of(diagram.language)
    titles = {card.id: card.title for card in diagram.cards}
    spans = [Span(f"{words.on_the_way}: ", True)]
    for arrow in untold:
        ways = f"{titles[arrow.source]} → {titles[arrow.target]}: "
        end = "" if arrow is untold[-1] else "; "
        spans += [Span(ways, False, "muted"), Span(arrow.words + end)]
    lines = paragraph(spans, box.width, MOST_UNTOLD, 12)
    return draw_paragraph(canvas, lines, Point(box.x, box.y + 12), 12, 17) + 4


def _draw_map(canvas: Canvas, diagram: Diagram, layout: Layout) -> None:
    """Bands, lines, cards, labels: what must stay readable is painted last."""
    _draw_stages(canvas, diagram, layout)
    draw_halos(canvas, diagram, layout)
    for route in in_painting_order(layout.routes):
        draw_transition(canvas, route)
    _draw_markers(canvas, diagram, layout)
    for card in diagram.cards:
        draw_card(canvas, card, diagram, layout)
    if diagram.compact:
        for card in diagram.cards:
            draw_badges(canvas, card, layout)
    draw_tabs(canvas, layout)
    for label in layout.labels:
        draw_label(canvas, label, diagram, layout)


def _draw_markers(canvas: Canvas, diagram: Diagram, layout: Layout) -> None:
    """Starts, outcomes and drop-offs; the first two are badges on compact cards."""
    words = words_of(diagram.language)
    cards = {card.id: card for card in diagram.cards}
    first, last = (diagram.likely[0], diagram.likely[-1]) if diagram.likely else ("", "")
    if not diagram.compact:
        for marker in layout.starts:
            draw_start(canvas, marker, cards[marker.id], words, layout, marker.id == first)
        for marker in layout.exits:
            draw_exit(canvas, marker, cards[marker.id], words, layout, marker.id == last)
    for card in diagram.cards:
        if card.drop_off:
            draw_drop_off(canvas, card, diagram, layout, words)


def _draw_stages(canvas: Canvas, diagram: Diagram, layout: Layout) -> None:
    words = words_of(diagram.language)
    heads = {stage.id: i for i, stage in enumerate(diagram.stages)}
    frame = layout.frame
    pads = {band.x: pad[0] for band, pad in zip(frame.bands, frame.pads, strict=True)}
    ends = {band.right: pad[1] for band, pad in zip(frame.bands, frame.pads, strict=True)}
    for id, band in frame.stages:
        if id is None:
            continue
        stage, (titles, goals) = (
            diagram.stages[heads[id]],
            head_lines(diagram, layout.grid, heads[id]),
        )
        left, right = band.x + pads[band.x], band.right - ends[band.right]
        head = SetHead(left, right, titles, goals, goal_rise=1, goal_pitch=17, total_pitch=19)
        with stage_band(canvas, stage, band, frame.head, words):
            stage_head(canvas, stage, head, words)
