"""Ports: at which height each transition leaves and reaches the side of a card."""

from cjm.maps.content.model import Diagram
from cjm.maps.views.graph.layout.budget import Budget
from cjm.maps.views.graph.layout.frame import Frame
from cjm.maps.views.graph.layout.plan import Plan, Way
from cjm.tuples import NamedTuple

FAR = 1e6
NEARLY_LEVEL = 14
LABEL_PITCH = 18
START, EXIT = -1, -2
"""Stand for the number of a transition where a start or an outcome takes a port."""


class Port(NamedTuple):
    """One end of a line at the side of a card; `towards` is the height it comes from or goes to."""

    way: int
    towards: float


def ports_of(
    diagram: Diagram, plan: Plan, frame: Frame, budget: Budget
) -> dict[tuple[int, str], float]:
    """The height of every port, by the transition's number and the card's id.

    On each side the flattest line takes the middle of the card, the others stack above and
    below in the order of where they go, so that lines from one card do not cross.
    """
    looped = {way.arrow.source for way in plan.ways if way.kind == "self"}
    heights: dict[tuple[int, str], float] = {}
    sides = _sides(diagram, plan, frame)
    for (id, side), ports in sides.items():
        ports.sort(key=lambda port: (port.towards, port.way))
        low = frame.measures.loop_room if id in looped and side > 0 else 0
        for port, y in zip(ports, _stack(id, ports, frame, low), strict=True):
            heights[port.way, id] = y
    _flatten(plan, frame, sides, heights, budget)
    return heights


def _sides(diagram: Diagram, plan: Plan, frame: Frame) -> dict[tuple[str, int], list[Port]]:
    """What meets each side of each card."""
    sides: dict[tuple[str, int], list[Port]] = {}
    for i, way in enumerate(plan.ways):
        if way.has_ports:
            (out, into), (first, last) = way.sides, _towards(way, frame)
            sides.setdefault((way.arrow.source, out), []).append(Port(i, first))
            sides.setdefault((way.arrow.target, into), []).append(Port(i, last))
    for card in diagram.cards:
        middle = _middle(card.id, frame)
        if card.start is not None:
            sides.setdefault((card.id, -1), []).append(Port(START, middle))
        if card.outcome is not None and not diagram.compact:
            sides.setdefault((card.id, 1), []).append(Port(EXIT, middle))
    return sides


def _flatten(
    plan: Plan,
    frame: Frame,
    sides: dict[tuple[str, int], list[Port]],
    heights: dict[tuple[int, str], float],
    budget: Budget,
) -> None:
    """Move ports a little where that makes a nearly level line level."""
    for i, way in enumerate(plan.ways):
        if way.kind not in ("forward", "backward"):
            continue
        (out, into), (source, target) = way.sides, (way.arrow.source, way.arrow.target)
        if way.lanes:
            goals = _towards(way, frame)
            ends = ((source, out, goals[0]), (target, into, goals[1]))
        else:
            ends = ((target, into, heights[i, source]), (source, out, heights[i, target]))
        for id, side, goal in ends:
            if not 0.01 < abs(heights[i, id] - goal) <= NEARLY_LEVEL or not budget.allows():
                continue
            budget.spend(len(sides[id, side]))
            others = [heights[p.way, id] for p in sides[id, side] if p.way != i]
            if _fits(id, goal, heights[i, id], others, frame):
                heights[i, id] = goal
                if not way.lanes:
                    break


def _fits(id: str, goal: float, now: float, others: list[float], frame: Frame) -> bool:
    """Whether a port can move to `goal` without coming too near to or passing another one."""
    box, margin = frame.boxes[id], frame.measures.port_margin
    gap = min(frame.measures.port_pitch, *(abs(o - now) for o in others), 17)
    inside = box.y + margin <= goal <= box.y + frame.bodies[id] - margin
    return inside and all(abs(o - goal) >= gap - 0.01 and (o < goal) == (o < now) for o in others)


def _middle(id: str, frame: Frame) -> float:
    return frame.boxes[id].y + frame.measures.card_height / 2


def _towards(way: Way, frame: Frame) -> tuple[float, float]:
    """The heights the way's first and last stretch lead to."""
    start, end = _middle(way.arrow.source, frame), _middle(way.arrow.target, frame)
    if way.kind == "bulge":
        # Bulges keep outside all other lines of the side, the long ones inside the short ones.
        down = end > start
        beyond = FAR - abs(end - start)
        return (beyond, -beyond) if down else (-beyond, beyond)
    if way.lanes:
        first = frame.lane_y(way.lanes[0], way.tracks[0])
        return first, frame.lane_y(way.lanes[-1], way.tracks[-1])
    return end, start


def _stack(id: str, ports: list[Port], frame: Frame, low: float) -> list[float]:
    """Heights for the ports of one side, in order; `low` keeps them off the lower corner."""
    measures, box = frame.measures, frame.boxes[id]
    top = box.y + measures.port_margin
    bottom = box.y + frame.bodies[id] - max(measures.port_margin, low)
    middle, steps = _middle(id, frame), len(ports) - 1
    if not steps:
        return [min(middle, bottom)]
    flattest = min(range(len(ports)), key=lambda i: abs(ports[i].towards - middle))
    if abs(ports[flattest].towards - middle) > measures.port_pitch * 1.5:
        above = steps / 2
    else:
        above = flattest
    # Nearer together where that keeps the flattest line in the middle, unless labels would meet.
    room = min(
        (middle - top) / above if above else FAR,
        (bottom - middle) / (steps - above) if steps > above else FAR,
    )
    pitch = min(measures.port_pitch, (bottom - top) / steps, max(room, LABEL_PITCH))
    first = min(max(middle - pitch * above, top), bottom - pitch * steps)
    return [first + pitch * i for i in range(len(ports))]
