"""Lines between cards: connectors that stay glued to them, by ways that cross few others."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from cjm.maps.scene.geometry import Box
from cjm.maps.slides.deck import emu, unstyled
from cjm.tuples import NamedTuple

TOP_SITE, LEFT_SITE, BOTTOM_SITE, RIGHT_SITE = range(4)
"""Where PowerPoint glues lines to a rectangle."""
OUT = 9.0
"""How far a line that goes around stays from its cards."""
STEP = 3.0
_TURN = {RIGHT_SITE: 0, BOTTOM_SITE: 5_400_000, LEFT_SITE: 10_800_000, TOP_SITE: 16_200_000}
"""How a connector that leaves and arrives on a side is turned, in 60,000ths of a degree."""
LABELLED = (0.3, 0.5, 0.7, 0.15, 0.85)
"""Where on its way a share may stand, in parts; the first where there is room."""

Point = tuple[float, float]


class Way(NamedTuple):
    """A way from one card to another: the sites it is glued to, and its corners."""

    begin: int
    end: int
    points: tuple[Point, ...]


def way_of(source: Box, target: Box, others: Mapping[str, Box], used: int) -> Way:
    """The way that crosses the fewest cards, then the shortest; `used` ways go around already."""
    out = OUT + STEP * (used % 3)

    def cost(way: Way) -> tuple[int, float]:
        crossed = sum(_crosses(way, box) for box in others.values())
        return crossed, sum(abs(a[0] - b[0]) + abs(a[1] - b[1]) for a, b in _legs(way))

    return min(_ways(source, target, out), key=cost)


def _ways(source: Box, target: Box, out: float) -> Iterator[Way]:
    if target.x >= source.right:
        begin, end = site(source, RIGHT_SITE), site(target, LEFT_SITE)
        yield Way(RIGHT_SITE, LEFT_SITE, (begin, end))
    if target.x == source.x:
        down = target.y > source.y
        sites = (BOTTOM_SITE, TOP_SITE) if down else (TOP_SITE, BOTTOM_SITE)
        yield Way(*sites, (site(source, sites[0]), site(target, sites[1])))
    for where, sign in ((RIGHT_SITE, 1), (LEFT_SITE, -1)):
        (x1, y1), (x2, y2) = site(source, where), site(target, where)
        x = sign * max(sign * x1, sign * x2) + sign * out
        yield Way(where, where, ((x1, y1), (x, y1), (x, y2), (x2, y2)))
    if target.x == source.x:
        return
    for where, sign in ((TOP_SITE, -1), (BOTTOM_SITE, 1)):
        (x1, y1), (x2, y2) = site(source, where), site(target, where)
        y = sign * max(sign * y1, sign * y2) + sign * out
        yield Way(where, where, ((x1, y1), (x1, y), (x2, y), (x2, y2)))


def site(box: Box, number: int) -> Point:
    """Where a line is glued to a card."""
    middle, half = box.x + box.width / 2, box.y + box.height / 2
    return ((middle, box.y), (box.x, half), (middle, box.bottom), (box.right, half))[number]


def _legs(way: Way) -> Iterator[tuple[Point, Point]]:
    yield from zip(way.points, way.points[1:], strict=False)


def _crosses(way: Way, box: Box) -> bool:
    """Whether a way leads over a card; looked at in steps of a few points."""
    for (x1, y1), (x2, y2) in _legs(way):
        steps = 1 + int((abs(x2 - x1) + abs(y2 - y1)) / 5)
        for n in range(steps + 1):
            x, y = x1 + (x2 - x1) * n / steps, y1 + (y2 - y1) * n / steps
            if box.x < x < box.right and box.y < y < box.bottom:
                return True
    return False


def label_points(way: Way) -> Iterator[Point]:
    """Where the share of a way may stand: on its longest leg, the best place first."""
    (x1, y1), (x2, y2) = max(
        _legs(way), key=lambda leg: abs(leg[0][0] - leg[1][0]) + abs(leg[0][1] - leg[1][1])
    )
    for part in LABELLED:
        yield x1 + (x2 - x1) * part, y1 + (y2 - y1) * part


def connect(shapes: Any, way: Way, source: Any, target: Any) -> Any:
    """A connector along a way, glued to the shapes of both cards, with an arrow at its end."""
    from pptx.enum.shapes import MSO_CONNECTOR

    line = shapes.add_connector(MSO_CONNECTOR.STRAIGHT, 0, 0, 0, 0)
    around = len(way.points) > 2
    # One that goes around begins at the end which is farther from its run.
    turned = around and _is_nearer(way.points[0], way.points[-1], way.begin)
    first, last = (target, source) if turned else (source, target)
    line.begin_connect(first, way.end if turned else way.begin)
    line.end_connect(last, way.begin if turned else way.end)
    if around:
        _bend(line, way, turned)
    _point(line, at_begin=turned)
    return line


def _is_nearer(one: Point, other: Point, side: int) -> bool:
    """Whether a point is farther out on a side than another."""
    axis = 0 if side in (LEFT_SITE, RIGHT_SITE) else 1
    sign = 1 if side in (RIGHT_SITE, BOTTOM_SITE) else -1
    return sign * one[axis] > sign * other[axis]


def _bend(line: Any, way: Way, turned: bool) -> None:
    """The shape of a line that leaves and arrives on one side: three legs, turned to that side."""
    corners = way.points[::-1] if turned else way.points
    (x1, y1), (x2, y2), away = corners[0], corners[-1], corners[1]
    lies = way.begin in (LEFT_SITE, RIGHT_SITE)
    length = max(abs(x2 - x1) if lies else abs(y2 - y1), 1.0)
    across = abs(y2 - y1) if lies else abs(x2 - x1)
    out = abs(away[0] - x1) if lies else abs(away[1] - y1)
    against = {
        RIGHT_SITE: y2 < y1, LEFT_SITE: y2 > y1, TOP_SITE: x2 < x1, BOTTOM_SITE: x2 > x1
    }[way.begin]  # fmt: skip
    frame = line._element.spPr.get_or_add_xfrm()
    for name in ("flipH", "flipV"):
        frame.attrib.pop(name, None)
    if _TURN[way.begin]:
        frame.set("rot", str(_TURN[way.begin]))
    if against:
        frame.set("flipV", "1")
    frame.off.x, frame.off.y = emu((x1 + x2 - length) / 2), emu((y1 + y2 - across) / 2)
    frame.ext.cx, frame.ext.cy = emu(length), emu(across)
    shape = line._element.spPr.prstGeom
    shape.set("prst", "bentConnector3")
    shape.get_or_add_avLst()._add_gd(name="adj1", fmla=f"val {round(out / length * 100_000)}")


def _point(line: Any, at_begin: bool) -> None:
    """An arrow head at the target's end."""
    from pptx.oxml.ns import qn

    outline = line.line._get_or_add_ln()
    head = outline.makeelement(qn("a:headEnd" if at_begin else "a:tailEnd"), {"type": "triangle"})
    outline.append(head)
    unstyled(line)
