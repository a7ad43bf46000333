"""Cards: one touchpoint each, full or compact."""

from __future__ import annotations

from cjm.design.tokens import Token
from cjm.maps.components.frame import touchpoint
from cjm.maps.components.gaptag import gap_tag
from cjm.maps.components.marks import (
    change_sign,
    channel_icon,
    outcome_sign,
    star,
    start_sign,
)
from cjm.maps.components.scores import disc, dumbbell, ring
from cjm.maps.content.model import Card, Diagram
from cjm.maps.content.words import Words, words_of
from cjm.maps.scene.canvas import Canvas
from cjm.maps.scene.geometry import Box, Point
from cjm.maps.scene.model import Command, Line, Link, Span, Stroke, TextRun
from cjm.maps.scene.text import shortened, width_of
from cjm.maps.views.graph.layout import Layout
from cjm.maps.views.graph.layout.cardtext import (
    BESIDE_TAG,
    CHANNEL,
    FACT_PITCH,
    REASON_PITCH,
    SIDE,
    TITLE_BASE,
    TITLE_PITCH,
    TITLE_SIZE,
    channel_beside,
    fact_lines,
    facts_base,
    reason_lines,
    tag_width,
    title_lines,
)

LINK_GAP = 12.0


def draw_card(canvas: Canvas, card: Card, diagram: Diagram, layout: Layout) -> None:
    """One touchpoint's card, as cli.md promises it."""
    words = words_of(diagram.language)
    box = layout.frame.boxes[card.id]
    with touchpoint(canvas, card):
        _ground(canvas, card, box, layout.frame.measures.radius)
        if diagram.compact:
            _compact(canvas, card, box, diagram, words)
        else:
            _full(canvas, card, box, layout.frame.bodies[card.id], diagram, words)
        if card.changed:
            beside_medal = diagram.compact and card.reasons
            at = Point(box.x + 22, box.y - 4) if beside_medal else Point(box.x, box.y)
            change_sign(canvas, at, card.changed)


def _ground(canvas: Canvas, card: Card, box: Box, radius: float) -> None:
    canvas.rect(
        box.x,
        box.y,
        box.width,
        box.height,
        fill="card",
        radius=radius,
        stroke="moment_line" if card.negative else "line",
        stroke_width=1.5 if card.negative else 1,
        dashes=(4, 3) if card.missing or card.changed == "removed" else (),
    )
    if card.changed == "added":  # a double outline
        canvas.rect(
            box.x - 4,
            box.y - 4,
            box.width + 8,
            box.height + 8,
            radius=radius + 4,
            stroke="edge",
        )


def _full(
    canvas: Canvas, card: Card, box: Box, body: float, diagram: Diagram, words: Words
) -> None:
    x, y = box.x, box.y
    if card.reasons:
        _strip(canvas, card, Box(x, y + body, box.width, box.height - body))
    if card.channel:
        channel_icon(canvas, card.icon, Point(x + 12, y + 11))
        if channel_beside(card, box.width):
            canvas.text(x + CHANNEL, y + 23.5, card.channel, fill="muted")
    for i, line in enumerate(title_lines(card, box.width, compact=False)):
        canvas.text(
            x + SIDE,
            y + TITLE_BASE + i * TITLE_PITCH,
            line,
            size=TITLE_SIZE,
            bold=not card.missing,
            fill="muted" if card.missing or card.changed == "removed" else "ink",
        )
    base = y + facts_base(card, box.width)
    for line in fact_lines(card, box.width):
        canvas.text(x + SIDE, base, line, fill="muted")
        base += FACT_PITCH
    _links(canvas, card, Point(x + SIDE, base), box.width - 2 * SIDE)
    tag = tag_width(card)
    if card.gap is not None:
        _gap_tag(
            canvas, card, Box(box.right - tag - BESIDE_TAG, y, tag, 36), words, tip=10, size=22
        )
    elif card.measure == "gap":
        _gap_tag(canvas, card, Box(box.right - tag - 10, y + 10, tag, 22), words)
    _scores(canvas, card, Point(x, y + body - 15), box.width, diagram, words)


def _links(canvas: Canvas, card: Card, at: Point, room: float) -> None:
    """Links by their names, as many as there is room for, and how many more there are."""
    x = at.x
    for i, (name, address) in enumerate(card.links):
        more = f"+{len(card.links) - i}"
        left = at.x + room - x - (width_of(more, 12) + LINK_GAP if i + 1 < len(card.links) else 0)
        shown = shortened(name, room * 0.6 if i else left, 12)
        width = width_of(shown, 12)
        if width > left:
            canvas.text(x, at.y, more, fill="muted")
            return
        run = TextRun(x, at.y, (Span(shown),))
        line = Line(x, at.y + 2.5, x + width, at.y + 2.5, Stroke("edge"))
        canvas.add(Link(address, (run, line)))
        x += width + LINK_GAP


def _gap_tag(
    canvas: Canvas, card: Card, box: Box, words: Words, tip: float = 0, size: float = 0
) -> None:
    """C in its tag, or the word for what is not measured."""
    gap_tag(canvas, box, card.mark, card.gap_text, tip=tip, size=size, gap=card.gap)


def _scores(
    canvas: Canvas, card: Card, at: Point, width: float, diagram: Diagram, words: Words
) -> None:
    """O and B as figures and as the dumbbell; nothing where neither is known."""
    if card.expectation is None and card.experience is None:
        return
    base, x = at.y + 4.3, at.x + 16
    if card.measure != "experience":
        ring(canvas, Point(x, at.y), 3.6)
        figures = (Span(words.o + " ", False, "muted"), Span(card.expectation_text, True))
        x = max(at.x + 68, canvas.spans(x + 8, base, figures) + 12)
    if card.measure != "expectation":
        disc(canvas, Point(x, at.y), 4.2, card.mark)
        figures = (Span(words.b + " ", False, "muted"), Span(card.experience_text, True))
        x = max(x + 56, canvas.spans(x + 8, base, figures) + 14)
    room = at.x + width - 18 - x
    if room > 30:
        scores = (card.expectation, card.experience)
        dumbbell(canvas, Point(x, at.y), room, diagram.scale, scores, card.mark)


def _strip(canvas: Canvas, card: Card, box: Box) -> None:
    """The reasons of a moment of truth below a rule; on a dark strip where it disappoints."""
    if card.negative:
        _dark_strip(canvas, box)
    else:
        canvas.line((box.x + 1, box.y), (box.right - 1, box.y), "rule")
    lines = reason_lines(card, box.width)
    first = box.y + (box.height - REASON_PITCH * (len(lines) - 1)) / 2
    star(canvas, Point(box.x + 18, first + 0.5), 7.5, negative=card.negative)
    fill: Token = "on_moment" if card.negative else "muted"
    for i, line in enumerate(lines):
        canvas.text(box.x + 33, first + 4.2 + i * REASON_PITCH, line, fill=fill)


def _dark_strip(canvas: Canvas, box: Box) -> None:
    """The only inverted ground on the map, so that it is found."""
    canvas.line((box.x, box.y), (box.right, box.y), "moment_rule", 1.5)
    shape: tuple[Command, ...] = (
        ("M", box.x, box.y),
        ("h", box.width),
        ("v", box.height - 8),
        ("a", 8, 8, 0, 0, 1, -8, 8),
        ("h", 16 - box.width),
        ("a", 8, 8, 0, 0, 1, -8, -8),
        ("z",),
    )
    canvas.path(shape, fill="moment_strip")


def _compact(canvas: Canvas, card: Card, box: Box, diagram: Diagram, words: Words) -> None:
    x, y = box.x, box.y
    if card.channel:
        channel_icon(canvas, card.icon, Point(x + 9, box.bottom - 16.5), 0.75)
    bold = not card.missing and card.changed != "removed"
    for i, line in enumerate(title_lines(card, box.width, compact=True)):
        colour: Token = "ink" if bold else "muted"
        canvas.text(x + 10, y + 17 + i * 14.5, line, bold=bold, fill=colour)
    if card.gap is not None:
        _gap_tag(canvas, card, Box(box.right - 50, y, 42, 25), words, tip=7, size=15)
    elif card.measure == "gap":
        _gap_tag(canvas, card, Box(box.right - 50, y + 9, 42, 20), words)
    if card.measure and not card.missing:
        scores = (card.expectation, card.experience)
        at = Point(x + 30, box.bottom - 10.5)
        dumbbell(canvas, at, 96, diagram.scale, scores, card.mark, size=0.62)
    if card.reasons:
        medal(canvas, Point(x + 1, y + 1), card.negative)


def medal(canvas: Canvas, center: Point, negative: bool) -> None:
    """A moment of truth on the corner of a compact card: dark where it disappoints."""
    fill: Token = "moment" if negative else "card"
    edge: Token = "moment_line" if negative else "line"
    canvas.circle(*center, 9, fill=fill, stroke=edge, stroke_width=1.25)
    star(canvas, center, 5.6, negative=negative)


def draw_badges(canvas: Canvas, card: Card, layout: Layout) -> None:
    """The start and the outcome on the edge of a compact card."""
    for marker in layout.starts:
        if marker.id == card.id:
            start_sign(canvas, marker.sign, 8)
    for marker in layout.exits:
        if marker.id == card.id and card.outcome:
            outcome_sign(canvas, marker.sign, card.outcome, 9)
