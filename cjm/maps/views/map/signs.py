"""Signs: what a cell shows beside its text, drawn where its setting says."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, NamedTuple, cast

from cjm.maps.components.marks import channel_icon, dumbbell, icon, star, tag, tag_text
from cjm.maps.content.words import Words, brief
from cjm.maps.scene.canvas import Canvas, plain
from cjm.maps.scene.geometry import Point
from cjm.maps.scene.icons import CHECK, CROSS

if TYPE_CHECKING:
    from cjm.maps.content.model import Card
    from cjm.maps.content.sheet.model import Mood, Reach
    from cjm.maps.views.map.typeset import Setting, Sign

PHASES = 4
DASHES = "7 4"
"""Of the second of two lines."""


def draw_setting(
    canvas: Canvas,
    setting: Setting,
    x: float,
    y: float,
    words: Words,
    scale: tuple[float, float],
) -> None:
    """A cell with its upper left corner at (x, y)."""
    hand = Hand(canvas, words, scale)
    for sign in setting.signs:
        SIGNS[sign.kind](hand, sign, Point(x + sign.x, y + sign.y))
    for line in setting.lines:
        parts = [(t, bold, colour_of(canvas, role)) for t, bold, role in line.parts]
        canvas.spans(x + line.x, y + line.y, parts, size=line.size, anchor=line.anchor)


def colour_of(canvas: Canvas, role: str) -> str | None:
    """The colour of a text by its role; None is ink."""
    theme = canvas.theme
    if role in ("muted", "unmeasured", "satisfaction"):
        return theme.muted
    return theme.tone(role).text if role else None


class Hand(NamedTuple):
    """What draws a sign: the canvas, the words, and the scale of the scores."""

    canvas: Canvas
    words: Words
    scale: tuple[float, float]


def _channel(hand: Hand, sign: Sign, at: Point) -> None:
    theme = hand.canvas.theme
    hand.canvas.circle(at.x, at.y, 13, fill=theme.card, stroke=theme.line)
    channel_icon(hand.canvas, str(sign.value), Point(at.x - 8, at.y - 8))


def _tag(hand: Hand, sign: Sign, at: Point) -> None:
    draw_tag(hand.canvas, cast("Card", sign.value), at, sign.width, sign.height, hand.words)


def _expectation(hand: Hand, sign: Sign, at: Point) -> None:
    theme = hand.canvas.theme
    hand.canvas.circle(at.x, at.y, 3.6, fill=theme.card, stroke=theme.ink, stroke_width=1.5)


def _experience(hand: Hand, sign: Sign, at: Point) -> None:
    hand.canvas.circle(at.x, at.y, 4.2, fill=hand.canvas.theme.tone(str(sign.value)).line)


def _dumbbell(hand: Hand, sign: Sign, at: Point) -> None:
    card = cast("Card", sign.value)
    scores = (card.expectation, card.experience)
    dumbbell(hand.canvas, at, sign.width, hand.scale, scores, card.mark)


def _sample(hand: Hand, sign: Sign, at: Point) -> None:
    draw_sample(hand.canvas, at, sign.width, dashed=bool(sign.value))


def _star(hand: Hand, sign: Sign, at: Point) -> None:
    draw_star(hand.canvas, at, 7.5)


def _face(hand: Hand, sign: Sign, at: Point) -> None:
    draw_face(hand.canvas, at, 11.5, cast("Mood", sign.value))


def _panel(hand: Hand, sign: Sign, at: Point) -> None:
    theme = hand.canvas.theme
    line = theme.line if sign.kind == "framed" else None
    hand.canvas.rect(at.x, at.y, sign.width, sign.height, fill=theme.card, radius=6, stroke=line)


def _phase(hand: Hand, sign: Sign, at: Point) -> None:
    draw_phase(hand.canvas, at, cast("int", sign.value))


def draw_tag(
    canvas: Canvas, card: Card, at: Point, width: float, height: float, words: Words
) -> None:
    """C in its level's silhouette, or a dashed box where it is not known."""
    if card.gap is None:
        tag(canvas, at.x, at.y, width, height - 4, 0, "unmeasured")
        middle, y = at.x + width / 2, at.y + height / 2 + 2.3
        canvas.text(middle, y, words.not_available, fill=canvas.theme.muted, anchor="middle")
        return
    tag(canvas, at.x, at.y, width, height, 8, card.mark)
    text = brief(card.gap, words, signed=True)
    tag_text(canvas, at.x, at.y, width, height, card.mark, text, 17)


def draw_sample(canvas: Canvas, at: Point, width: float, dashed: bool) -> None:
    """A piece of a curve, as its line is drawn."""
    dashes = "6 3" if dashed else None
    canvas.line((at.x, at.y), (at.x + width, at.y), canvas.theme.ink, 2, dashes=dashes)


def draw_star(canvas: Canvas, at: Point, radius: float) -> None:
    """The star of a moment of truth, outlined where the ground is light."""
    star(canvas, at, radius, canvas.theme.ink if canvas.theme.name == "light" else None)


def draw_phase(canvas: Canvas, at: Point, phase: int) -> None:
    """Plan, do, check, act as four dots, filled as far as it is."""
    theme = canvas.theme
    for i in range(PHASES):
        fill = theme.ink if i < phase else theme.card
        canvas.circle(at.x + i * 10, at.y, 3.4, fill=fill, stroke=theme.ink, stroke_width=1.25)


def draw_face(canvas: Canvas, at: Point, radius: float, mood: Mood) -> None:
    """A mood drawn from C: the mouth's bow is C; brows come in far below zero."""
    theme, bow = canvas.theme, mood.bow or 0.0
    colour = theme.tone(mood.mark).text
    x, y, r = at.x, at.y, radius
    canvas.circle(x, y, r, fill=theme.card, stroke=colour, stroke_width=1.5)
    for side in (-1, 1):
        canvas.circle(x + side * r * 0.36, y - r * 0.18, 1.8 if bow >= 0.5 else 1.5, fill=colour)
        if bow <= -0.5:
            outer = (x + side * r * 0.58, y - r * 0.58)
            inner = (x + side * r * 0.2, y - r * 0.42)
            canvas.line(outer, inner, colour, 1.4, "round")
    mouth = y + r * 0.42
    ends = plain(mouth - bow * r * 0.14)
    canvas.path(
        f"M{plain(x - r * 0.45)} {ends}Q{plain(x)} {plain(mouth + bow * r * 0.5)} "
        f"{plain(x + r * 0.45)} {ends}",
        stroke=colour,
        stroke_width=1.5,
        round_ends=True,
    )


def _reach(hand: Hand, sign: Sign, at: Point) -> None:
    """A bar, dark on the likely path; any share above zero can be seen."""
    canvas, theme = hand.canvas, hand.canvas.theme
    reach = cast("Reach", sign.value)
    ground = theme.satisfaction.fill
    canvas.rect(at.x, at.y, sign.width, sign.height, fill=ground, radius=3.25)
    if reach.share > 0:
        width = max(sign.height, sign.width * reach.share)
        fill = theme.ink if reach.likely else theme.edge
        canvas.rect(at.x, at.y, width, sign.height, fill=fill, radius=3.25)


def _bullet(hand: Hand, sign: Sign, at: Point) -> None:
    """A sign before an item whose base line is at `at`."""
    canvas, theme = hand.canvas, hand.canvas.theme
    x, y, kind = plain(at.x), at.y, sign.kind
    match kind:
        case "strength":
            tone = theme.delight
            shape = f"M{x} {plain(y - 1)}h8l-4 -7z"
            canvas.path(shape, fill=tone.fill, stroke=tone.outline)
        case "pain":
            canvas.path(f"M{x} {plain(y - 8)}h8l-4 7z", fill=theme.disappointment.fill)
        case "met" | "missed":
            path = CHECK if kind == "met" else CROSS
            icon(canvas, path, Point(at.x - 2, y - 11), 0.9, theme.ink, 1.75)
        case _:
            canvas.circle(at.x + 3.5, y - 4, 2, fill=theme.muted)


SIGNS: Mapping[str, Callable[[Hand, Sign, Point], None]] = {
    "channel": _channel,
    "tag": _tag,
    "expectation": _expectation,
    "experience": _experience,
    "dumbbell": _dumbbell,
    "sample": _sample,
    "reach": _reach,
    "star": _star,
    "face": _face,
    "panel": _panel,
    "framed": _panel,
    "phase": _phase,
    "strength": _bullet,
    "pain": _bullet,
    "item": _bullet,
    "met": _bullet,
    "missed": _bullet,
}
"""How each kind of sign is drawn."""
