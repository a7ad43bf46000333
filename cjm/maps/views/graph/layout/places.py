"""The layout: a place for everything on a map, in the map's own coordinates."""

from cjm.maps.content.model import Card, Diagram
from cjm.maps.scene.geometry import Box, Point
from cjm.maps.views.graph.layout.budget import Budget
from cjm.maps.views.graph.layout.frame import Frame, frame_of
from cjm.maps.views.graph.layout.grid import Grid
from cjm.maps.views.graph.layout.gutters import exit_room, start_room
from cjm.maps.views.graph.layout.labels import Label, labels_of
from cjm.maps.views.graph.layout.plan import plan
from cjm.maps.views.graph.layout.ports import EXIT, START, ports_of
from cjm.maps.views.graph.layout.routes import Route, routes_of
from cjm.maps.views.graph.layout.spaces import card_space, drop_off_space, self_loop_space
from cjm.maps.views.graph.layout.tabs import Tab, tabs_of
from cjm.tuples import NamedTuple


class Marker(NamedTuple):
    """A start or an outcome: where its sign stands and where its line meets the card.

    `reach` is half the width of the sign or of the words below it, whichever is wider.
    """

    id: str
    sign: Point
    card: Point
    reach: float = 26


class Layout(NamedTuple):
    """Everything's place."""

    grid: Grid
    frame: Frame
    routes: tuple[Route, ...]
    labels: tuple[Label, ...]
    starts: tuple[Marker, ...]
    exits: tuple[Marker, ...]
    tabs: tuple[Tab, ...] = ()


def lay_out(diagram: Diagram, grid: Grid, budget: Budget | None = None) -> Layout:
    """Turn columns and rows into places, and route every transition, within a budget.

    Raises LayoutError where there are more transitions than could be drawn.
    """
    budget = budget or Budget()
    planned = plan(diagram, grid, budget)
    frame = frame_of(diagram, planned)
    ports = ports_of(diagram, planned, frame, budget)
    starts = tuple(_start(c, diagram, grid, frame, ports) for c in diagram.cards if _starts(c))
    exits = tuple(_exit(c, diagram, grid, frame, ports) for c in diagram.cards if c.outcome)
    signs = () if diagram.compact else tuple(sign_space(m) for m in (*starts, *exits))
    routes = routes_of(diagram, planned, frame, ports, signs)
    tabs = tabs_of(diagram, frame, routes)
    taken = [
        *(tab.box for tab in tabs),
        *(card_space(c, frame) for c in diagram.cards),
        *(drop_off_space(c, diagram, frame) for c in diagram.cards if c.drop_off),
        *(sign_space(m) for m in (*starts, *exits)),
        *(Box(b.x, 0, b.width, frame.head) for _, b in frame.stages),
        *(self_loop_space(r, frame) for r in routes if r.way.kind == "self"),
    ]
    labels = labels_of(diagram, frame, routes, taken, budget)
    return Layout(grid, frame, routes, labels, starts, exits, tabs)


def sign_space(marker: Marker) -> Box:
    """The room of a start's or an outcome's sign, with the word and the share below it."""
    return Box(marker.sign.x - marker.reach, marker.sign.y - 16, 2 * marker.reach, 68)


def _starts(card: Card) -> bool:
    return card.start is not None


def _start(
    card: Card, diagram: Diagram, grid: Grid, frame: Frame, ports: dict[tuple[int, str], float]
) -> Marker:
    box, y = frame.boxes[card.id], ports[START, card.id]
    room = start_room(card, diagram)
    x = frame.bands[grid.column[card.id]].x - room if room else box.x - 1
    return Marker(card.id, Point(x, y), Point(box.x, y), max(26, room - 8))


def _exit(
    card: Card, diagram: Diagram, grid: Grid, frame: Frame, ports: dict[tuple[int, str], float]
) -> Marker:
    box = frame.boxes[card.id]
    if diagram.compact:
        corner = Point(box.right + 1, box.bottom - 9)
        return Marker(card.id, corner, corner)
    y = ports[EXIT, card.id]
    room = exit_room(card, diagram)
    x = frame.bands[grid.column[card.id]].right + room
    return Marker(card.id, Point(x, y), Point(box.right, y), max(26, room - 10))
