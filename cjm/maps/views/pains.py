"""Pains: topics by how often and how badly, and the frontier of those that hurt most."""

from __future__ import annotations

import math
from itertools import pairwise

from cjm.design.tokens import Paint
from cjm.maps.content.pains import Pains, Topic
from cjm.maps.scene.canvas import Canvas
from cjm.maps.scene.geometry import Box, Point
from cjm.maps.scene.model import Scene
from cjm.maps.scene.text import shortened, width_of

EDGE = 24.0
LEFT, TOP = 76.0, 118.0
WIDTH, HEIGHT = 620.0, 380.0
LEAST, MOST = 4.0, 22.0
"""Radii of no pain and of the most."""
LONGEST = 150.0
LEGEND_GAP = 26.0
FARTHEST = 5
"""Lines above or below a topic at which its title is still looked for a place."""


def draw(pains: Pains) -> Scene:
    """The topics as a scene."""
    canvas = Canvas()
    canvas.text(EDGE, 44, pains.title, size=22, bold=True)
    canvas.text(EDGE, 66, pains.about, fill="muted")
    _axes(canvas, pains)
    _frontier(canvas, pains)
    most = max((topic.pain for topic in pains.topics), default=0.0)
    places = {t.id: (_place(t, pains), _radius(t.pain, most)) for t in pains.topics}
    for topic in reversed(pains.topics):  # the most painful on top
        _topic(canvas, topic, *places[topic.id])
    _labels(canvas, pains, places)
    bottom = TOP + HEIGHT + 62
    end = _legend(canvas, pains, bottom)
    return Scene(
        width=max(LEFT + WIDTH + EDGE + 16, end + EDGE, 2 * EDGE + width_of(pains.about, 12)),
        height=bottom + 14 + EDGE,
        title=pains.title,
        description=pains.about,
        language=pains.language,
        view="pains",
        children=canvas.nodes,
    )


def _place(topic: Topic, pains: Pains) -> Point:
    return Point(_x(topic.share, pains), _y(topic.negative, pains))


def _x(share: float, pains: Pains) -> float:
    return LEFT + WIDTH * share / pains.ticks[-1][0]


def _y(negative: float, pains: Pains) -> float:
    return TOP + HEIGHT * (1 - negative / pains.levels[-1][0])


def _radius(pain: float, most: float) -> float:
    """Areas, not widths, are as the pains."""
    return LEAST + (MOST - LEAST) * math.sqrt(max(pain, 0.0) / most) if most else LEAST


def _axes(canvas: Canvas, pains: Pains) -> None:
    for share, text in pains.ticks:
        x = _x(share, pains)
        canvas.line((x, TOP), (x, TOP + HEIGHT), "line")
        canvas.text(x, TOP + HEIGHT + 18, text, fill="muted", anchor="middle")
    for negative, text in pains.levels:
        y = _y(negative, pains)
        canvas.line((LEFT, y), (LEFT + WIDTH, y), "line")
        canvas.text(LEFT - 8, y + 4, text, fill="muted", anchor="end")
    canvas.text(LEFT + WIDTH, TOP + HEIGHT + 38, pains.across, fill="muted", anchor="end")
    canvas.text(LEFT - 8, TOP - 12, pains.upwards, fill="muted")


def _steps(pains: Pains) -> list[tuple[Point, Point]]:
    """The lines of the frontier: steps through the topics that none exceeds in both."""
    leading = sorted((t for t in pains.topics if t.leads), key=lambda t: t.share)
    lines = []
    for one, other in pairwise(leading):
        corner = Point(_x(one.share, pains), _y(other.negative, pains))
        lines.append((_place(one, pains), corner))
        lines.append((corner, _place(other, pains)))
    return lines


def _frontier(canvas: Canvas, pains: Pains) -> None:
    """The lines between topics, and the intervals; topics are painted on them."""
    with canvas.group("frontier", hidden=True):  # in ink: hue belongs to C
        for one, other in _steps(pains):
            canvas.line((one.x, one.y), (other.x, other.y), "solid", 1.5,
                        dashes=(5.0, 4.0))  # fmt: skip
    with canvas.group("intervals", hidden=True):
        for topic in pains.topics:
            x, (low, high) = _x(topic.share, pains), topic.interval
            ends = ((x, _y(low, pains)), (x, _y(high, pains)))
            canvas.line(*ends, "edge", 1.5, round_ends=True)


def _topic(canvas: Canvas, topic: Topic, at: Point, radius: float) -> None:
    fill: Paint = "solid" if topic.leads else "card"
    leading = ("leading",) if topic.leads else ()
    with canvas.group("topic", *leading, title=topic.said, topic=topic.id):
        canvas.circle(at.x, at.y, radius, fill=fill, stroke="solid", stroke_width=1.5)


def _round(at: Point, radius: float) -> tuple[Box, Box]:
    """A circle as an upright and a lying box, so that a title may stand at its corners."""
    half = radius * 0.7
    return (
        Box(at.x - half, at.y - radius, 2 * half, 2 * radius),
        Box(at.x - radius, at.y - half, 2 * radius, 2 * half),
    )


def _taken(pains: Pains, places: dict[str, tuple[Point, float]]) -> list[Box]:
    """Where no title may stand: on topics, on lines of the frontier, on intervals."""
    circles = [box for at, r in places.values() for box in _round(at, r)]
    lines = [
        Box(min(a.x, b.x), min(a.y, b.y), abs(a.x - b.x) + 1, abs(a.y - b.y) + 1)
        for a, b in _steps(pains)
    ]
    intervals = [
        Box(_x(t.share, pains), _y(t.interval[1], pains), 1.0,
            _y(t.interval[0], pains) - _y(t.interval[1], pains))
        for t in pains.topics
    ]  # fmt: skip
    return [*circles, *lines, *intervals]


def _labels(canvas: Canvas, pains: Pains, places: dict[str, tuple[Point, float]]) -> None:
    """Titles beside their topics where there is room, the most painful first."""
    taken = _taken(pains, places)
    for topic in pains.topics:
        at, radius = places[topic.id]
        text = shortened(topic.title, LONGEST, 13, bold=topic.leads)
        box = _free(at, radius, width_of(text, 13, bold=topic.leads), taken)
        taken.append(box)
        canvas.text(box.x, box.y + 13, text, size=13, bold=topic.leads)


def _free(at: Point, radius: float, width: float, taken: list[Box]) -> Box:
    """The first place beside a topic that nothing else has; the right where there is none."""
    gap, height = radius + 5, 17.0
    corners = (
        (at.x + gap, at.y - height / 2),
        (at.x - gap - width, at.y - height / 2),
        (at.x + radius * 0.7 + 3, at.y - radius * 0.7 - height),
        (at.x + radius * 0.7 + 3, at.y + radius * 0.7),
        (at.x - width - radius * 0.7 - 3, at.y - radius * 0.7 - height),
        (at.x - width - radius * 0.7 - 3, at.y + radius * 0.7),
        (at.x - width / 2, at.y - gap - height),
        (at.x - width / 2, at.y + gap),
        *((at.x - width / 2, at.y + gap + n * height) for n in range(1, FARTHEST)),
        *((at.x - width / 2, at.y - gap - (n + 1) * height) for n in range(1, FARTHEST)),
    )
    boxes = [Box(x, y, width, height) for x, y in corners]
    inside = [b for b in boxes if b.x >= LEFT and b.x + b.width <= LEFT + WIDTH]
    free = (b for b in inside if not any(_meet(b, other) for other in taken))
    return next(free, (inside or boxes)[0])


def _meet(one: Box, other: Box) -> bool:
    return (
        one.x < other.x + other.width
        and other.x < one.x + one.width
        and one.y < other.y + other.height
        and other.y < one.y + one.height
    )


def _legend(canvas: Canvas, pains: Pains, y: float) -> float:
    """What the signs mean; returns where it ends."""
    x = EDGE
    with canvas.group("legend"):
        signs: tuple[tuple[Paint, str], ...] = (
            ("solid", pains.leading),
            ("card", pains.others),
        )
        for fill, text in signs:
            canvas.circle(x + 7, y + 7, 6, fill=fill, stroke="solid", stroke_width=1.5)
            canvas.text(x + 20, y + 11, text, fill="muted")
            x += 20 + width_of(text, 12) + LEGEND_GAP
        canvas.text(x, y + 11, pains.size, fill="muted")
    return x + width_of(pains.size, 12)
