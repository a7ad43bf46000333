"""Signs: what a cell shows beside its text, drawn where its setting says."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cjm.diagram.drawing.canvas import Canvas, plain
from cjm.diagram.drawing.marks import channel_icon, dumbbell, icon, star, tag, tag_text
from cjm.diagram.icons import CHECK, CROSS
from cjm.diagram.layout.geometry import Point
from cjm.diagram.words import Words, brief

if TYPE_CHECKING:
    from cjm.diagram.map.model import Mood, Reach
    from cjm.diagram.map.settings import Setting, Sign
    from cjm.diagram.model import Card

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
    for sign in setting.signs:
        _draw(canvas, sign, Point(x + sign.x, y + sign.y), words, scale)
    for line in setting.lines:
        parts = [(t, bold, colour_of(canvas, role)) for t, bold, role in line.parts]
        canvas.spans(x + line.x, y + line.y, parts, size=line.size, anchor=line.anchor)


def colour_of(canvas: Canvas, role: str) -> str | None:
    """The colour of a text by its role; None is ink."""
    theme = canvas.theme
    if role in ("muted", "unmeasured", "satisfaction"):
        return theme.muted
    return theme.tone(role).text if role else None


def _draw(
    canvas: Canvas, sign: Sign, at: Point, words: Words, scale: tuple[float, float]
) -> None:
    theme = canvas.theme
    match sign.kind:
        case "channel":
            canvas.circle(at.x, at.y, 13, fill=theme.card, stroke=theme.line)
            channel_icon(canvas, str(sign.value), Point(at.x - 8, at.y - 8))
        case "tag":
            draw_tag(canvas, sign.value, at, sign.width, sign.height, words)  # type: ignore[arg-type]
        case "expectation":
            canvas.circle(at.x, at.y, 3.6, fill=theme.card, stroke=theme.ink, stroke_width=1.5)
        case "experience":
            canvas.circle(at.x, at.y, 4.2, fill=theme.tone(str(sign.value)).line)
        case "dumbbell":
            card: Card = sign.value  # type: ignore[assignment]
            dumbbell(
                canvas, at, sign.width, scale, (card.expectation, card.experience), card.mark
            )
        case "sample":
            draw_sample(canvas, at, sign.width, dashed=bool(sign.value))
        case "reach":
            _draw_reach(canvas, sign, at)
        case "star":
            draw_star(canvas, at, 7.5)
        case "face":
            draw_face(canvas, at, 11.5, sign.value)  # type: ignore[arg-type]
        case "panel":
            canvas.rect(at.x, at.y, sign.width, sign.height, fill=theme.card, radius=6)
        case "framed":
            canvas.rect(
                at.x, at.y, sign.width, sign.height, fill=theme.card, radius=6, stroke=theme.line
            )
        case "phase":
            draw_phase(canvas, at, int(sign.value))  # type: ignore[call-overload]
        case _:
            _draw_bullet(canvas, sign.kind, at)


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


def _draw_reach(canvas: Canvas, sign: Sign, at: Point) -> None:
    """A bar, dark on the likely path; any share above zero can be seen."""
    theme = canvas.theme
    reach: Reach = sign.value  # type: ignore[assignment]
    ground = theme.satisfaction.fill
    canvas.rect(at.x, at.y, sign.width, sign.height, fill=ground, radius=3.25)
    if reach.share > 0:
        width = max(sign.height, sign.width * reach.share)
        fill = theme.ink if reach.likely else theme.edge
        canvas.rect(at.x, at.y, width, sign.height, fill=fill, radius=3.25)


def _draw_bullet(canvas: Canvas, kind: str, at: Point) -> None:
    """A sign before an item whose base line is at `at`."""
    theme = canvas.theme
    x, y = plain(at.x), at.y
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
