"""Tabs: where below the first card of a doom loop its sum a round stands."""

from cjm.maps.content.model import Diagram, DoomLoop
from cjm.maps.scene.geometry import Box
from cjm.maps.scene.text import SLACK, width_of
from cjm.maps.views.graph.layout.frame import Frame
from cjm.maps.views.graph.layout.routes import Route
from cjm.maps.views.graph.layout.spaces import drop_off_space, self_loop_space
from cjm.tuples import NamedTuple

TAB_TEXT = 12
BESIDE_LINE, BESIDE_LOOP = 5.0, 3.0

Span = tuple[float, float]


class Tab(NamedTuple):
    """The tab of a doom loop: its box, from the card's lower edge, and its text."""

    loop: DoomLoop
    box: Box
    text: str


def tabs_of(diagram: Diagram, frame: Frame, routes: tuple[Route, ...]) -> tuple[Tab, ...]:
    """A tab for every marked loop, clear of what else hangs below its card."""
    return tuple(_tab(loop, diagram, frame, routes) for loop in diagram.loops)


def _tab(loop: DoomLoop, diagram: Diagram, frame: Frame, routes: tuple[Route, ...]) -> Tab:
    id = loop.ids[0]
    card = frame.boxes[id]
    room = (card.x - frame.measures.halo, card.right + frame.measures.halo)
    hanging = _hanging(id, diagram, frame, routes)
    lines = _lines(id, frame, routes)
    aside = frame.measures.tab_icon + 2 * frame.measures.tab_padding
    texts = (loop.caption, loop.short_caption, loop.cost)
    # Where nothing else fits, a transition may run on behind the tab.
    for obstacles in ([*hanging, *lines], hanging, []):
        for text in texts:
            width = aside + width_of(text, TAB_TEXT, bold=True) * SLACK
            left = _nearest(card.center.x - width / 2, width, room, obstacles)
            if left is not None:
                return Tab(loop, Box(left, card.bottom, width, frame.measures.tab), text)
    width = room[1] - room[0]
    return Tab(loop, Box(room[0], card.bottom, width, frame.measures.tab), loop.cost)


def _hanging(id: str, diagram: Diagram, frame: Frame, routes: tuple[Route, ...]) -> list[Span]:
    """What hangs below a card: its drop-off and its own loop."""
    card = diagram.card(id)
    boxes = [drop_off_space(card, diagram, frame)] if card.drop_off else []
    spans = [(b.x, b.right + 4) for b in boxes]
    for route in routes:
        if route.way.kind == "self" and route.way.arrow.source == id:
            spans.append((route.path.start.x - 4, self_loop_space(route, frame).right))
        if route.way.kind == "fork" and route.way.arrow.source == id:
            spans.append((frame.boxes[id].x - frame.measures.fork, route.path.start.x + 6))
    return spans


def _lines(id: str, frame: Frame, routes: tuple[Route, ...]) -> list[Span]:
    """The transitions that run straight down from a card or up to it."""
    bottom = frame.boxes[id].bottom
    spans = []
    for route in routes:
        if route.way.kind == "vertical" and id in (route.way.arrow.source, route.way.arrow.target):
            apart = BESIDE_LOOP if route.way.arrow.loop else BESIDE_LINE
            x, half = route.path.start.x, route.width / 2 + apart
            if bottom in (route.path.start.y, route.path.end.y):
                spans.append((x - half, x + half))
    return spans


def _nearest(wish: float, width: float, room: Span, obstacles: list[Span]) -> float | None:
    """The left edge nearest to the wish at which a width fits between the obstacles."""
    edges = [wish, room[0], room[1] - width]
    edges += [end for _, end in obstacles] + [start - width for start, _ in obstacles]
    free = [
        left
        for left in edges
        if room[0] <= left <= room[1] - width
        and all(left + width <= start or end <= left for start, end in obstacles)
    ]
    return min(free, key=lambda left: (abs(left - wish), left), default=None)
