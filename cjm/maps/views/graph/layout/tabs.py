"""Tabs: where at a card of a doom loop its sum a round stands, below it if it can be."""

from collections.abc import Sequence

from cjm.maps.content.model import Card, Diagram, DoomLoop
from cjm.maps.scene.geometry import Box
from cjm.maps.scene.text import SLACK, width_of
from cjm.maps.views.graph.layout.cardtext import BESIDE_TAG, tag_width
from cjm.maps.views.graph.layout.frame import Frame
from cjm.maps.views.graph.layout.routes import Route
from cjm.maps.views.graph.layout.spaces import drop_off_space, self_loop_space
from cjm.tuples import NamedTuple

TAB_TEXT = 12
BESIDE_LINE, BESIDE_LOOP = 5.0, 3.0
LEAST_LINE = 15.0
"""What a line of a tab's text takes."""
MEDAL = 20.0
"""How far a medal on the left corner of a compact card reaches."""

Span = tuple[float, float]


class Tab(NamedTuple):
    """The tab of a doom loop: the card it hangs from, its box, its text, its sign if any.

    One that is `above` stands on the upper edge of its card.
    """

    loop: DoomLoop
    id: str
    box: Box
    text: str
    sign: bool = True
    above: bool = False


def tabs_of(diagram: Diagram, frame: Frame, routes: tuple[Route, ...]) -> tuple[Tab, ...]:
    """A tab for every marked loop, clear of what else hangs below its card."""
    tabs: list[Tab] = []
    for loop in diagram.loops:
        tabs.append(_tab(loop, diagram, frame, routes, tabs))
    return tuple(tabs)


def _tab(
    loop: DoomLoop,
    diagram: Diagram,
    frame: Frame,
    routes: tuple[Route, ...],
    others: Sequence[Tab],
) -> Tab:
    first = loop.ids[0]
    foot = frame.boxes[first].bottom
    hanging, lines = _hanging(first, diagram, frame, routes), _lines(first, foot, routes)
    if tab := _hung(loop, first, frame, [*hanging, *lines]):
        return tab
    for id in loop.ids[1:]:
        foot = frame.boxes[id].bottom
        below = [*_hanging(id, diagram, frame, routes), *_lines(id, foot, routes)]
        tab = _hung(loop, id, frame, below)
        if tab and _is_clear(tab, frame, routes, others):
            return tab
    spaces = _spaces(diagram, frame, routes)
    for id in loop.ids:
        top = frame.boxes[id].y
        low = [(b.x, b.right + 4) for b in spaces if top - frame.measures.tab < b.bottom <= top + 4]
        standing = [*_corners(diagram.card(id), frame), *low, *_lines(id, top, routes)]
        tab = _hung(loop, id, frame, standing, above=True)
        if tab and _is_high(tab, frame) and _is_clear(tab, frame, routes, others, spaces):
            return tab
    # Where nothing else fits, a transition may run on behind the tab, the thinnest first.
    for kept in range(len(lines) - 1, -1, -1):
        if tab := _hung(loop, first, frame, [*hanging, *lines[:kept]]):
            return tab
    if tab := _hung(loop, first, frame, []):
        return tab
    room = frame.boxes[first].grown(frame.measures.halo)
    box = Box(room.x, frame.boxes[first].bottom, room.width, frame.measures.tab)
    return Tab(loop, first, box, loop.cost)


def _hung(
    loop: DoomLoop, id: str, frame: Frame, obstacles: list[Span], above: bool = False
) -> Tab | None:
    """The longest text that has room below a card, or above it; None where no tab has."""
    card, measures = frame.boxes[id], frame.measures
    room = (card.x - measures.halo, card.right + measures.halo)
    padding, icon = 2 * measures.tab_padding, measures.tab_icon
    said = ((loop.caption, True), (loop.short_caption, True), (loop.cost, True), (loop.cost, False))
    for text, sign in said:
        width = padding + icon * sign + width_of(text, TAB_TEXT, bold=True) * SLACK
        left = _nearest(card.center.x - width / 2, width, room, obstacles)
        if left is not None:
            top = max(card.y - measures.tab, frame.head + 1) if above else card.bottom
            height = card.y - top if above else measures.tab
            return Tab(loop, id, Box(left, top, width, height), text, sign, above)
    return None


def _is_high(tab: Tab, frame: Frame) -> bool:
    """Whether below the head of a stage there is room for a line of text."""
    return tab.box.height >= frame.measures.halo + LEAST_LINE


def _is_clear(
    tab: Tab,
    frame: Frame,
    routes: tuple[Route, ...],
    others: Sequence[Tab],
    more: Sequence[Box] = (),
) -> bool:
    """Whether a tab for which no room was made covers nothing, none of `more` boxes either."""
    boxes = [*(box.grown(frame.measures.tip) for id, box in frame.boxes.items() if id != tab.id)]
    boxes += [*(other.box for other in others), *more]
    return (
        frame.head <= tab.box.y
        and tab.box.bottom <= frame.height
        and not any(tab.box.overlaps(box) for box in boxes)
        and not any(
            tab.box.grown(route.width / 2 + BESIDE_LOOP).holds(point)
            for route in routes
            for point in route.path.samples()
        )
    )


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


def _corners(card: Card, frame: Frame) -> list[Span]:
    """What stands out above a card: a medal left, a tag that breaks out right."""
    box, halo, compact = frame.boxes[card.id], frame.measures.halo, not frame.measures.strip
    spans = [(box.x - halo, box.x + MEDAL)] if compact and card.reasons else []
    if compact or card.level == "delight":
        spans.append((box.right - BESIDE_TAG - tag_width(card), box.right + halo))
    return spans


def _spaces(diagram: Diagram, frame: Frame, routes: tuple[Route, ...]) -> list[Box]:
    """What hangs below all cards."""
    leaving = [drop_off_space(c, diagram, frame) for c in diagram.cards if c.drop_off]
    return leaving + [self_loop_space(r, frame) for r in routes if r.way.kind == "self"]


def _lines(id: str, edge: float, routes: tuple[Route, ...]) -> list[Span]:
    """The transitions that run straight up or down from a card's edge, the thickest first."""
    spans = []
    for route in routes:
        if route.way.kind == "vertical" and id in (route.way.arrow.source, route.way.arrow.target):
            apart = BESIDE_LOOP if route.way.arrow.loop else BESIDE_LINE
            x, half = route.path.start.x, route.width / 2 + apart
            if edge in (route.path.start.y, route.path.end.y):
                spans.append((x - half, x + half))
    return sorted(spans, key=lambda span: span[0] - span[1])


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
