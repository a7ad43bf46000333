"""Signs: what a cell shows beside its text."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cjm.design.tokens import Token
from cjm.maps.components.gaptag import gap_tag
from cjm.maps.components.marks import channel_icon, icon, star
from cjm.maps.content.numbers import brief
from cjm.maps.content.words import Words
from cjm.maps.scene.canvas import Canvas
from cjm.maps.scene.geometry import Box, Point
from cjm.maps.scene.icons import CHECK, CROSS
from cjm.maps.scene.model import SMALL, Command
from cjm.maps.scene.text import COLUMN_SLACK, width_of

if TYPE_CHECKING:
    from cjm.maps.content.model import Card
    from cjm.maps.content.sheet.model import Reach

BADGE = 17.0
"""How high a persona's badge is."""
PHASES = 4
DASHES = (7, 4)
"""Of the second of two lines."""


def draw_channel(canvas: Canvas, at: Point, name: str) -> None:
    """A channel's icon on a disc."""
    canvas.circle(at.x, at.y, 13, fill="card", stroke="line")
    channel_icon(canvas, name, Point(at.x - 8, at.y - 8))


def draw_tag(
    canvas: Canvas, at: Point, card: Card, width: float, height: float, tip: float, words: Words
) -> None:
    """C in its level's silhouette, or a dashed box where it is not known."""
    known = card.gap is not None
    box = Box(at.x, at.y, width, height if known else height - 4)
    text = brief(card.gap_text, card.gap or 0, words, signed=True)
    gap_tag(canvas, box, card.mark, text, tip=tip, size=17, gap=card.gap)


def draw_star(canvas: Canvas, at: Point, radius: float, negative: bool) -> None:
    """The star of a moment of truth, its edge where the ground is light."""
    star(canvas, at, radius, "star_edge", negative)


def draw_panel(canvas: Canvas, at: Point, width: float, height: float, framed: bool) -> None:
    """The ground of a quote; framed, of an improvement."""
    line: Token | None = "line" if framed else None
    canvas.rect(at.x, at.y, width, height, fill="card", radius=6, stroke=line)


def draw_tip(canvas: Canvas, at: Point) -> None:
    """The tip on the upper edge of a panel that is wider than its column."""
    up: tuple[Command, ...] = (("M", at.x - 6, at.y + 0.5), ("l", 6, -5.5), ("l", 6, 5.5))
    canvas.path((*up, ("z",)), fill="card")
    canvas.path(up, stroke="line")


def draw_bubble(canvas: Canvas, at: Point, width: float, height: float) -> None:
    """The outline of a thought, with two bubbles below its lower left corner."""
    canvas.rect(at.x, at.y, width, height, radius=11, stroke="edge")
    canvas.circle(at.x + 9, at.y + height + 3.5, 2.5, fill="band", stroke="edge")
    canvas.circle(at.x + 4.5, at.y + height + 7.5, 1.5, fill="band", stroke="edge")


def draw_strip(canvas: Canvas, at: Point, width: float, height: float) -> None:
    """The ground of what is said of a whole stage, as its head is."""
    canvas.rect(at.x, at.y, width, height, fill="band_head", radius=6)


def badge_width(initials: str) -> float:
    """How wide a persona's badge is: a circle around one letter, longer around more."""
    return max(BADGE, width_of(initials, SMALL, bold=True) * COLUMN_SLACK + 9)


def draw_badge(canvas: Canvas, at: Point, initials: str, dashed: bool) -> None:
    """A persona's badge before a text whose base line is at `at`, drawn as its portrait is."""
    width, top = badge_width(initials), at.y - 4.3 - BADGE / 2
    dashes = (3.5, 2.5) if dashed else ()
    radius = BADGE / 2
    canvas.rect(at.x, top, width, BADGE, fill="avatar", radius=radius, stroke="ink", dashes=dashes)
    canvas.text(at.x + width / 2, at.y, initials, bold=True, anchor="middle")


def draw_phase(canvas: Canvas, at: Point, phase: int) -> None:
    """Plan, do, check, act as four dots, filled as far as it is."""
    for i in range(PHASES):
        fill: Token = "ink" if i < phase else "card"
        canvas.circle(at.x + i * 10, at.y, 3.4, fill=fill, stroke="ink", stroke_width=1.25)


def draw_reach(canvas: Canvas, at: Point, width: float, height: float, reach: Reach) -> None:
    """A bar, dark on the likely path; any share above zero can be seen."""
    canvas.rect(at.x, at.y, width, height, fill="satisfaction.fill", radius=3.25)
    if reach.share > 0:
        filled = max(height, width * reach.share)
        fill: Token = "ink" if reach.likely else "edge"
        canvas.rect(at.x, at.y, filled, height, fill=fill, radius=3.25)


def draw_bullet(canvas: Canvas, at: Point, kind: str) -> None:
    """A sign before an item whose base line is at `at`."""
    x, y = at
    match kind:
        case "strength":
            rising: tuple[Command, ...] = (("M", x, y - 1), ("h", 8), ("l", -4, -7), ("z",))
            canvas.path(rising, fill="delight.fill", stroke="delight.outline")
        case "pain":
            hanging: tuple[Command, ...] = (("M", x, y - 8), ("h", 8), ("l", -4, 7), ("z",))
            canvas.path(hanging, fill="disappointment.fill")
        case "opportunity":
            plus: tuple[Command, ...] = (("M", x, y - 4), ("h", 8), ("M", x + 4, y - 8), ("v", 8))
            canvas.path(plus, stroke="ink", stroke_width=1.75)
        case "link":
            out: tuple[Command, ...] = (
                ("M", x + 1, y - 0.5), ("l", 7, -7), ("M", x + 2.5, y - 8), ("h", 6), ("v", 6),
            )  # fmt: skip
            canvas.path(out, stroke="muted", stroke_width=1.5)
        case "open":
            canvas.circle(x + 5.5, y - 4, 4, stroke="muted", stroke_width=1.5, dashes=(2.5, 2))
        case "met" | "missed":
            icon(canvas, CHECK if kind == "met" else CROSS, Point(x - 2, y - 11), 0.9, "ink", 1.75)
        case _:
            canvas.circle(x + 3.5, y - 4, 2, fill="muted")
