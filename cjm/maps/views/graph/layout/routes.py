"""Routes: the path of every transition, past all cards that are not its own."""

from collections.abc import Sequence
from itertools import pairwise

from cjm.maps.content.model import Diagram
from cjm.maps.scene.geometry import Box, Point, Segment, Spline, corner, straight, swing
from cjm.maps.views.graph.layout.frame import Frame
from cjm.maps.views.graph.layout.gutters import lead_of
from cjm.maps.views.graph.layout.measures import bulge_reach, lead_width
from cjm.maps.views.graph.layout.plan import Plan, Way, is_backward
from cjm.tuples import NamedTuple

HEAD_ROOM = 14
"""The last bit of a line is straight, so that its arrowhead is."""
FORK_FOOT, FORK_RADIUS = 11.0, 8.0
"""How far right of a card's edge, and below it, a fork begins; beside what hangs there."""
LEAST_SWING = 30
"""A swing over less than this would be a step."""


class Route(NamedTuple):
    """One transition's path, the width of its line, and whether it leads to an earlier column."""

    way: Way
    path: Spline
    width: float
    backward: bool = False


def routes_of(
    diagram: Diagram,
    plan: Plan,
    frame: Frame,
    ports: dict[tuple[int, str], float],
    signs: Sequence[Box] = (),
) -> tuple[Route, ...]:
    """The route of every transition, in order, past `signs` of starts and outcomes if it can."""
    routes = []
    for i, way in enumerate(plan.ways):
        match way.kind:
            case "self":
                segments = _self_loop(way, frame)
            case "vertical":
                segments = _vertical(way, frame)
            case "bulge":
                segments = _bulge(i, way, frame, ports)
            case "fork":
                segments = _fork(way, frame)
            case _:
                segments = _across(i, way, plan, frame, ports, diagram.compact, signs)
        width = 1 + frame.measures.heavy * way.arrow.weight
        routes.append(Route(way, Spline(segments), width, is_backward(way.arrow, plan.grid)))
    return tuple(routes)


def _self_loop(way: Way, frame: Frame) -> tuple[Segment, ...]:
    """A small loop round the card's lower right corner."""
    box = frame.boxes[way.arrow.source]
    k = 0.75 if frame.measures.card_height < 100 else 1
    start = Point(box.right - 26 * k, box.bottom)
    end = Point(box.right, box.bottom - 16 * k)
    bends = (
        Point(box.right - 20 * k, box.bottom + 40 * k),
        Point(box.right + 40 * k, box.bottom - 14 * k),
    )
    return ((start, *bends, end),)


def _vertical(way: Way, frame: Frame) -> tuple[Segment, ...]:
    """Straight between neighbours; two run beside each other with a label's room between."""
    source, target = frame.boxes[way.arrow.source], frame.boxes[way.arrow.target]
    x = source.center.x + {-1: -12, 0: 0, 1: 34}[way.track]
    if target.y > source.y:
        return straight(Point(x, source.bottom), Point(x, target.y))
    return straight(Point(x, source.y), Point(x, target.bottom))


def _bulge(
    i: int, way: Way, frame: Frame, ports: dict[tuple[int, str], float]
) -> tuple[Segment, ...]:
    """Out into the band's padding, along it, and back in."""
    source, target = frame.boxes[way.arrow.source], frame.boxes[way.arrow.target]
    edge = source.right if way.side > 0 else source.x
    out = edge + way.side * bulge_reach(frame.measures, way.track, way.tracks_beside)
    start = Point(edge, ports[i, way.arrow.source])
    end = Point(edge, ports[i, way.arrow.target])
    down = 1 if target.y > source.y else -1
    first, last = Point(out, start.y), Point(out, end.y)
    middle = Point(out, start.y + down * abs(end.y - start.y) / 2)
    lead, turn = corner(start, first, middle, 10)
    # The way back is the mirror image of the way out, run through in reverse.
    back_lead, back_turn = corner(end, last, middle, 10)
    down_line = straight(turn[-1], back_turn[-1])
    return (lead, turn, *down_line, back_turn[::-1], back_lead[::-1])


def _fork(way: Way, frame: Frame) -> tuple[Segment, ...]:
    """Down out of the card, left into the band's padding, down the trunk, and to the card."""
    source, target = frame.boxes[way.arrow.source], frame.boxes[way.arrow.target]
    trunk = source.x - frame.measures.fork
    start = Point(source.x + FORK_FOOT, source.bottom)
    first = Point(start.x, source.bottom + FORK_FOOT)
    aside = Point(trunk, first.y)
    end = Point(target.x, target.y + frame.measures.card_height / 2)
    last = Point(trunk, end.y)
    lead, turn = corner(start, first, aside, FORK_RADIUS)
    over, down = corner(turn[-1], aside, last, FORK_RADIUS)
    trunk_line, into = corner(down[-1], last, end, FORK_RADIUS)
    return (lead, turn, over, down, trunk_line, into, *straight(into[-1], end))


def _across(
    i: int,
    way: Way,
    plan: Plan,
    frame: Frame,
    ports: dict[tuple[int, str], float],
    compact: bool,
    signs: Sequence[Box],
) -> tuple[Segment, ...]:
    """From side to side: swings in the gutters, level lines past the columns between."""
    source, target = frame.boxes[way.arrow.source], frame.boxes[way.arrow.target]
    step = 1 if way.kind == "forward" else -1
    start = Point(source.right if step > 0 else source.x, ports[i, way.arrow.source])
    end = Point(target.x if step > 0 else target.right, ports[i, way.arrow.target])
    pad = frame.pads[plan.grid.column[way.arrow.source]][step > 0]
    lead = Point(start.x + step * (pad + lead_of(lead_width(way.arrow, compact))), start.y)
    tail = Point(end.x - step * HEAD_ROOM, end.y)
    stops = [lead]
    for column, lane, track in zip(way.passed, way.lanes, way.tracks, strict=True):
        band, y = frame.bands[column], frame.lane_y(lane, track)
        sides = [Point(band.x, y), Point(band.right, y)]
        stops += sides[::step]
    stops.append(tail)
    segments = list(straight(start, lead))
    for a, b in pairwise(stops):
        segments += _swing_past(a, b, signs)
    return (*segments, *straight(tail, end))


def _swing_past(start: Point, end: Point, signs: Sequence[Box]) -> tuple[Segment, ...]:
    """A swing that begins later or ends earlier where it would run through a sign."""
    left, right = sorted((start.x, end.x))
    near = [s for s in signs if left < s.right and s.x < right]
    if not near or _is_clear(swing(start, end), near):
        return swing(start, end)
    step = 1 if end.x > start.x else -1
    beyond = {s.right if step > 0 else s.x for s in near}
    before = {s.x if step > 0 else s.right for s in near}
    for late in sorted((x for x in beyond if left < x < right), reverse=step < 0):
        segments = (*straight(start, Point(late, start.y)), *swing(Point(late, start.y), end))
        if abs(end.x - late) >= LEAST_SWING and _is_clear(segments, near):
            return segments
    for early in sorted((x for x in before if left < x < right), reverse=step > 0):
        segments = (*swing(start, Point(early, end.y)), *straight(Point(early, end.y), end))
        if abs(early - start.x) >= LEAST_SWING and _is_clear(segments, near):
            return segments
    return swing(start, end)


def _is_clear(segments: tuple[Segment, ...], signs: Sequence[Box]) -> bool:
    points = Spline(segments).samples()
    return not any(sign.holds(point) for sign in signs for point in points)
