"""The sheet: header, map and legend, painted from the ground up."""

from __future__ import annotations

from cjm.design.themes import Theme
from cjm.maps.components.header import MARGIN, draw_header
from cjm.maps.content.model import Diagram, StageHead
from cjm.maps.content.words import Words, words_of
from cjm.maps.scene.canvas import FAMILY, SMALL, Canvas, attributes, escape, plain
from cjm.maps.scene.geometry import Box
from cjm.maps.views.graph.cards import draw_badges, draw_card
from cjm.maps.views.graph.halos import draw_halos, draw_tabs
from cjm.maps.views.graph.layout import Layout
from cjm.maps.views.graph.layout.frame import HEAD_TITLE, head_lines
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


def draw(diagram: Diagram, layout: Layout, theme: Theme) -> str:
    """The SVG of a map, as cli.md promises it."""
    frame = layout.frame
    width = max(LEAST_WIDTH, round(frame.width) + 2 * MARGIN)
    canvas = Canvas(theme)
    top = draw_header(canvas, diagram, width) + HEADER_GAP
    left = (width - frame.width) / 2
    place = f"translate({plain(left)} {plain(top)})"
    with canvas.group("map", transform=place):
        _draw_map(canvas, diagram, layout)
    bottom = top + frame.height + 20
    height = round(draw_legend(canvas, diagram, MARGIN, bottom, width - 2 * MARGIN) + 8)
    return "\n".join([root_of(diagram, theme, width, height), canvas.text_of_all(), "</svg>\n"])


def root_of(
    diagram: Diagram, theme: Theme, width: float, height: float, view: str = "graph"
) -> str:
    """The opening of an SVG: what it is of, its title and description, and the ground."""
    root = attributes(
        xmlns="http://www.w3.org/2000/svg",
        width=width,
        height=height,
        viewBox=f"0 0 {width} {height}",
        role="img",
        lang=diagram.language,
        class_="cjm",
        data_journey=diagram.id,
        data_view=view,
        data_theme=theme.name,
        data_persona=diagram.persona,
        font_family=FAMILY,
        font_size=SMALL,
        fill=theme.ink,
    )
    ground = attributes(width=width, height=height, fill=theme.canvas)
    return (
        f"<svg{root}>\n<title>{escape(diagram.header.title)}</title>\n"
        f"<desc>{escape(diagram.summary)}</desc>\n<rect{ground}/>"
    )


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
    for stage, band in frame.stages:
        if stage is not None:
            index, room = heads[stage], (pads[band.x], ends[band.right])
            lines = head_lines(diagram, layout.grid, index)
            _draw_stage(canvas, diagram.stages[index], lines, band, room, layout, words)


def _draw_stage(
    canvas: Canvas,
    stage: StageHead,
    lines: tuple[tuple[str, ...], tuple[str, ...]],
    band: Box,
    room: tuple[float, float],
    layout: Layout,
    words: Words,
) -> None:
    theme, frame = canvas.theme, layout.frame
    total = f"{stage.balance} {words.to_balance}" if stage.balance else ""
    full = " — ".join(t for t in (stage.title, stage.goal, total) if t)
    with canvas.group("stage", full, data_stage=stage.id):
        canvas.rect(band.x, band.y, band.width, band.height, fill=theme.band, radius=10)
        rise, inner = plain(10 - frame.head), plain(band.width - 20)
        canvas.path(
            f"M{plain(band.x)} {plain(frame.head)}v{rise}a10 10 0 0 1 10 -10h{inner}"
            f"a10 10 0 0 1 10 10v{plain(frame.head - 10)}z",
            fill=theme.band_head,
        )
        x, y = band.x + room[0], 22.0
        if stage.balance:
            end = band.right - room[1]
            told = stage.mark in ("disappointment", "delight")
            fill = theme.tone(stage.mark or "").text if told else None
            canvas.text(end, y, stage.balance, size=HEAD_TITLE, bold=True, fill=fill, anchor="end")
            canvas.text(end, y + 19, words.to_balance, fill=theme.muted, anchor="end")
        for line in lines[0]:
            canvas.text(x, y, line, size=HEAD_TITLE, bold=True)
            y += 20
        for line in lines[1]:
            canvas.text(x, y - 1, line, fill=theme.muted)
            y += 17
