"""The layout: a place for everything on a map, in the map's own coordinates."""

from __future__ import annotations

from dataclasses import dataclass

from cjm.diagram.layout.frame import Frame, frame_of
from cjm.diagram.layout.geometry import Box, Point
from cjm.diagram.layout.grid import Grid
from cjm.diagram.layout.gutters import exit_room, start_room
from cjm.diagram.layout.labels import Label, labels_of
from cjm.diagram.layout.plan import plan
from cjm.diagram.layout.ports import EXIT, START, ports_of
from cjm.diagram.layout.routes import Route, routes_of
from cjm.diagram.model import Card, Diagram
from cjm.diagram.text import width_of
from cjm.diagram.words import words_of


@dataclass(frozen=True, slots=True)
class Marker:
    """A start or an outcome: where its sign stands and where its line meets the card."""

    id: str
    sign: Point
    card: Point


@dataclass(frozen=True, slots=True)
class Layout:
    """Everything's place."""

    grid: Grid
    frame: Frame
    routes: tuple[Route, ...]
    labels: tuple[Label, ...]
    starts: tuple[Marker, ...]
    exits: tuple[Marker, ...]


def lay_out(diagram: Diagram, grid: Grid) -> Layout:
    """Turn columns and rows into places, and route every transition."""
    planned = plan(diagram, grid)
    frame = frame_of(diagram, planned)
    ports = ports_of(diagram, planned, frame)
    routes = routes_of(diagram, planned, frame, ports)
    starts = tuple(_start(c, diagram, grid, frame, ports) for c in diagram.cards if _starts(c))
    exits = tuple(_exit(c, diagram, grid, frame, ports) for c in diagram.cards if c.outcome)
    taken = [
        *(_card_space(c, frame) for c in diagram.cards),
        *(_drop_off_space(c, diagram, frame) for c in diagram.cards if c.drop_off),
        *(Box(m.sign.x - 26, m.sign.y - 16, 52, 68) for m in (*starts, *exits)),
        *(Box(b.x, 0, b.width, frame.head) for b in frame.bands),
        *(_self_loop_space(r, frame) for r in routes if r.way.kind == "self"),
    ]
    labels = labels_of(diagram, frame, routes, taken)
    return Layout(grid, frame, routes, labels, starts, exits)


def drop_off_foot(card: Card, frame: Frame) -> Point:
    """Where on the card's lower edge its drop-off begins."""
    box = frame.boxes[card.id]
    return Point(box.x + (26 if frame.measures.strip else 20), box.bottom)


def _starts(card: Card) -> bool:
    return card.start is not None


def _start(
    card: Card, diagram: Diagram, grid: Grid, frame: Frame, ports: dict[tuple[int, str], float]
) -> Marker:
    box, y = frame.boxes[card.id], ports[START, card.id]
    room = start_room(card, diagram)
    x = frame.bands[grid.column[card.id]].x - room if room else box.x - 1
    return Marker(card.id, Point(x, y), Point(box.x, y))


def _exit(
    card: Card, diagram: Diagram, grid: Grid, frame: Frame, ports: dict[tuple[int, str], float]
) -> Marker:
    box = frame.boxes[card.id]
    if diagram.compact:
        corner = Point(box.right + 1, box.bottom - 9)
        return Marker(card.id, corner, corner)
    y = ports[EXIT, card.id]
    x = frame.bands[grid.column[card.id]].right + exit_room(card, diagram)
    return Marker(card.id, Point(x, y), Point(box.right, y))


def _card_space(card: Card, frame: Frame) -> Box:
    """A card with what stands out above it."""
    box, tip = frame.boxes[card.id], frame.measures.tip - 2
    if card.level == "delight":
        return Box(box.x, box.y - tip, box.width, box.height + tip)
    return box


def _self_loop_space(route: Route, frame: Frame) -> Box:
    """The loop round a card's lower right corner, without its label."""
    box, room = frame.boxes[route.way.arrow.source], frame.measures.loop_room
    return Box(box.right - room, box.bottom - room * 0.7, room * 1.5, room * 1.1)


def _drop_off_space(card: Card, diagram: Diagram, frame: Frame) -> Box:
    foot = drop_off_foot(card, frame)
    word = width_of(words_of(diagram.language).silently, 12)
    width = 16 + (max(word, 34) if frame.measures.strip else 36)
    return Box(foot.x - 5, foot.y, width, frame.measures.drop_off - 2)
