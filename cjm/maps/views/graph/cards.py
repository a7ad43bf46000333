"""Cards: one touchpoint each, full or compact."""

from __future__ import annotations

from cjm.maps.components.marks import (
    channel_icon,
    dumbbell,
    outcome_sign,
    star,
    start_sign,
    tag,
    tag_text,
)
from cjm.maps.content.model import Card, Diagram
from cjm.maps.content.words import Words, number, words_of
from cjm.maps.scene.canvas import Canvas, plain
from cjm.maps.scene.geometry import Box, Point
from cjm.maps.scene.text import shortened, width_of, wrapped
from cjm.maps.views.graph.layout import Layout

SLACK = 1.04
"""Text is set this much narrower than its room: other fonts may run wider."""
TITLE_SIZE, COMPACT_TITLE_SIZE = 15, 12


def draw_card(canvas: Canvas, card: Card, diagram: Diagram, layout: Layout) -> None:
    """One touchpoint's card, as cli.md promises it."""
    words = words_of(diagram.language)
    gap = None if card.gap is None else plain(card.gap, 6)
    box = layout.frame.boxes[card.id]
    with canvas.group(classes_of(card), card.sentence, data_touchpoint=card.id, data_gap=gap):
        _ground(canvas, card, box, layout.frame.measures.radius)
        if diagram.compact:
            _compact(canvas, card, box, diagram, words)
        else:
            _full(canvas, card, box, layout.frame.bodies[card.id], diagram, words)


def title_lines(card: Card, compact: bool) -> tuple[str, ...]:
    """A card's title as it is set: two lines, the first beside the tag."""
    bold = card.level is not None
    if compact:
        return wrapped(card.title, (122 / SLACK,) * 2, COMPACT_TITLE_SIZE, bold)
    first = 140 if card.level else 200
    return wrapped(card.title, (first / SLACK, 200 / SLACK), TITLE_SIZE, bold)


def classes_of(card: Card) -> str:
    """The classes of a touchpoint's group, as cli.md promises them."""
    classes = ["touchpoint", card.mark]
    if card.reasons:
        classes.append("moment-of-truth")
    if card.start is not None:
        classes.append("start")
    if card.outcome:
        classes += ["exit", card.outcome]
    return " ".join(classes)


def _ground(canvas: Canvas, card: Card, box: Box, radius: float) -> None:
    theme = canvas.theme
    canvas.rect(
        box.x,
        box.y,
        box.width,
        box.height,
        fill=theme.card,
        radius=radius,
        stroke=theme.moment_line if card.reasons else theme.line,
        stroke_width=1.5 if card.reasons else 1,
        dashes=None if card.level else "4 3",
    )


def _full(
    canvas: Canvas, card: Card, box: Box, body: float, diagram: Diagram, words: Words
) -> None:
    theme, x, y = canvas.theme, box.x, box.y
    if card.reasons:
        _strip(canvas, card, Box(x, y + body, box.width, box.height - body))
    room = 119.5 / SLACK  # to the tag; «Электронная почта» just fits
    if card.channel:
        channel_icon(canvas, card.icon, Point(x + 12, y + 11))
        channel = shortened(card.channel, room, 12)
        canvas.text(x + 34, y + 23.5, channel, fill=theme.muted)
    for i, line in enumerate(title_lines(card, compact=False)):
        canvas.text(
            x + 12,
            y + 48 + i * 19,
            line,
            size=TITLE_SIZE,
            bold=card.level is not None,
            fill=None if card.level else theme.muted,
        )
    if card.gap is None:
        tag(canvas, box.right - 62, y + 10, 50, 22, 0, "unmeasured")
        canvas.text(
            box.right - 37, y + 25.3, words.not_available, fill=theme.muted, anchor="middle"
        )
    else:
        tag(canvas, box.right - 68, y, 56, 36, 10, card.mark)
        text = number(card.gap, words, signed=True)
        tag_text(canvas, box.right - 68, y, 56, 36, card.mark, text, 22)
    _scores(canvas, card, Point(x, y + body - 15), box.width, diagram, words)


def _scores(
    canvas: Canvas, card: Card, at: Point, width: float, diagram: Diagram, words: Words
) -> None:
    """O and B as figures and as the dumbbell; nothing where neither is known."""
    if card.expectation is None and card.experience is None:
        return
    theme, base = canvas.theme, at.y + 4.3
    expected, lived = (
        words.not_available if s is None else number(s, words)
        for s in (card.expectation, card.experience)
    )
    canvas.circle(at.x + 16, at.y, 3.6, fill=theme.card, stroke=theme.ink, stroke_width=1.5)
    o_parts = [(words.o + " ", False, theme.muted), (expected, True, None)]
    x = max(at.x + 68, canvas.spans(at.x + 24, base, o_parts) + 12)
    canvas.circle(x, at.y, 4.2, fill=theme.tone(card.mark).line)
    b_parts = [(words.b + " ", False, theme.muted), (lived, True, None)]
    x = max(at.x + 124, canvas.spans(x + 8, base, b_parts) + 14)
    room = at.x + width - 18 - x
    if room > 30:
        scores = (card.expectation, card.experience)
        dumbbell(canvas, Point(x, at.y), room, diagram.scale, scores, card.mark)


def _strip(canvas: Canvas, card: Card, box: Box) -> None:
    """The strip of a moment of truth with its reasons."""
    theme = canvas.theme
    if theme.moment == theme.card:
        canvas.line((box.x, box.y), (box.right, box.y), theme.ink, 1.5)
    else:
        width, height = plain(box.width), plain(box.height - 8)
        inner = plain(16 - box.width)
        canvas.path(
            f"M{plain(box.x)} {plain(box.y)}h{width}v{height}a8 8 0 0 1 -8 8h{inner}"
            "a8 8 0 0 1 -8 -8z",
            fill=theme.moment,
        )
    middle = box.y + box.height / 2
    star(canvas, Point(box.x + 18, middle + 0.5), 7.5)
    text = reasons_line(card, box.width)
    canvas.text(box.x + 33, middle + 4.2, text, fill=theme.on_moment)


def reasons_line(card: Card, width: float) -> str:
    """The reasons on the strip of a card of that width: written long, else short, else cut."""
    room = (width - 45) / SLACK
    long = " · ".join(card.reasons)
    if width_of(long, 12) <= room:
        return long
    return shortened(" · ".join(card.short_reasons), room, 12)


def _compact(canvas: Canvas, card: Card, box: Box, diagram: Diagram, words: Words) -> None:
    theme, x, y = canvas.theme, box.x, box.y
    if card.channel:
        channel_icon(canvas, card.icon, Point(x + 9, box.bottom - 16.5), 0.75)
    bold = card.level is not None
    for i, line in enumerate(title_lines(card, compact=True)):
        colour = None if bold else theme.muted
        canvas.text(x + 10, y + 17 + i * 14.5, line, bold=bold, fill=colour)
    if card.gap is None:
        tag(canvas, box.right - 50, y + 9, 42, 20, 0, "unmeasured")
        canvas.text(
            box.right - 29, y + 23.3, words.not_available, fill=theme.muted, anchor="middle"
        )
    else:
        tag(canvas, box.right - 50, y, 42, 25, 7, card.mark)
        text = number(card.gap, words, signed=True)
        tag_text(canvas, box.right - 50, y, 42, 25, card.mark, text, 15)
        scores = (card.expectation, card.experience)
        at = Point(x + 30, box.bottom - 10.5)
        dumbbell(canvas, at, 96, diagram.scale, scores, card.mark, size=0.62)
    if card.reasons:
        canvas.circle(
            x + 1, y + 1, 9, fill=theme.moment, stroke=theme.moment_line, stroke_width=1.25
        )
        star(canvas, Point(x + 1, y + 1), 5.6)


def draw_badges(canvas: Canvas, card: Card, layout: Layout) -> None:
    """The start and the outcome on the edge of a compact card."""
    for marker in layout.starts:
        if marker.id == card.id:
            start_sign(canvas, marker.sign, 8)
    for marker in layout.exits:
        if marker.id == card.id and card.outcome:
            outcome_sign(canvas, marker.sign, card.outcome, 9)
