"""Labels: a place for every transition's percentage and words, near the line's beginning.

No label covers a card or another label; of the places left, one that no other line crosses.
"""

from collections.abc import Iterable, Iterator, Mapping
from itertools import islice

from cjm.maps.content.model import Diagram
from cjm.maps.scene.geometry import Box, Point, box_around
from cjm.maps.views.graph.layout.budget import Budget, remembered
from cjm.maps.views.graph.layout.frame import Frame
from cjm.maps.views.graph.layout.gutters import Pads
from cjm.maps.views.graph.layout.measures import (
    LABEL_HEIGHT,
    Measures,
    bulge_reach,
    label_height,
    label_width,
)
from cjm.maps.views.graph.layout.routes import Route
from cjm.tuples import NamedTuple

CELL = 48
MOST_WATCHED = 600
"""Among more transitions than this no place is free of lines, and looking for one takes long."""
FEW_PLACES = 4
"""Places looked at for a label where the budget is gone."""
CROSSING = 3.0
"""A line under a label weighs as much as so many steps away from the line's beginning."""
CROSSING_BESIDE = 12.0
"""Beside an upright line more: all of its places are near."""


class Label(NamedTuple):
    """Where the label of a transition, given by its number, stands; `brief` without its words."""

    way: int
    box: Box
    brief: bool = False


class Crowd:
    """Points of lines and boxes of things, found again by the cells of a coarse grid."""

    def __init__(self, budget: Budget) -> None:
        self.budget = budget
        self._boxes: dict[tuple[int, int], list[Box]] = {}
        self._points: dict[tuple[int, int], list[tuple[Point, int]]] = {}
        self._halves: dict[int, float] = {}

    def add_box(self, box: Box) -> None:
        """Keep labels off this box."""
        for cell in _cells(box):
            self._boxes.setdefault(cell, []).append(box)

    def add_line(self, points: Iterable[Point], number: int, width: float) -> None:
        """Remember where a line runs, and how wide."""
        self._halves[number] = width / 2
        for point in points:
            cell = (int(point.x // CELL), int(point.y // CELL))
            self._points.setdefault(cell, []).append((point, number))

    def is_free(self, box: Box, own: Box | None = None) -> bool:
        """Whether nothing that must not be covered lies in the box, but for its `own`."""
        near = [b for cell in _cells(box) for b in self._boxes.get(cell, ())]
        self.budget.spend(1 + len(near))
        return not any(box.overlaps(b) for b in near if b is not own)

    def lines_in(self, box: Box, but: int) -> int:
        """How many other lines run through the box; none, where the budget is gone."""
        if not self.budget.allows():
            return 0
        found = [pair for cell in _cells(box) for pair in self._points.get(cell, ())]
        self.budget.spend(1 + len(found))
        return len(
            {n for point, n in found if n != but and box.grown(self._halves[n]).holds(point)}
        )


def labels_of(
    diagram: Diagram,
    frame: Frame,
    routes: tuple[Route, ...],
    taken: Iterable[Box],
    budget: Budget,
) -> tuple[Label, ...]:
    """A place for every label; one without any free place is left to its line's title."""
    boxes = tuple(frame.boxes.items())
    ground = (diagram.compact, boxes, frame.pads, frame.measures)
    return _placed(budget, *ground, tuple(map(_unsaid, routes)), tuple(taken))


def _unsaid(route: Route) -> Route:
    """A route without what no label shows, so that it is like that of other customers."""
    arrow = route.way.arrow._replace(sentence="", whole="", likely=False)
    return route._replace(way=route.way._replace(arrow=arrow))


class _Ground(NamedTuple):
    """What labels stand on: cards, the room beside the columns, and all measures."""

    compact: bool
    boxes: Mapping[str, Box]
    pads: tuple[Pads, ...]
    measures: Measures


@remembered
def _placed(
    budget: Budget,
    compact: bool,
    boxes: tuple[tuple[str, Box], ...],
    pads: tuple[Pads, ...],
    measures: Measures,
    routes: tuple[Route, ...],
    taken: tuple[Box, ...],
) -> tuple[Label, ...]:
    ground = _Ground(compact, dict(boxes), pads, measures)
    crowd = Crowd(budget)
    for box in taken:
        crowd.add_box(box)
    if len(routes) <= MOST_WATCHED:
        for i, route in enumerate(routes):
            crowd.add_line(route.path.samples(LABEL_HEIGHT / 2), i, route.width)
    short = [i for i, r in enumerate(routes) if label_height(r.way.arrow, compact) <= LABEL_HEIGHT]
    placed = {i: _label(i, routes[i], ground, crowd) for i in short}
    # Shares first, which all lines have: words of several lines could take their places.
    high = [i for i in range(len(routes)) if i not in placed]
    shares = {i: _share(i, routes[i], ground, crowd) for i in high}
    for i in high:
        placed[i] = _worded(i, routes[i], ground, crowd, shares[i])
    return tuple(label for i in range(len(routes)) if (label := placed[i]))


def _share(i: int, route: Route, ground: _Ground, crowd: Crowd) -> Box | None:
    """A place for a share alone, which is taken."""
    width = label_width(route.way.arrow, ground.compact, brief=True)
    box = _best(i, route, (width, LABEL_HEIGHT), ground, crowd) if width else None
    if box:
        crowd.add_box(box)
    return box


def _worded(i: int, route: Route, ground: _Ground, crowd: Crowd, share: Box | None) -> Label | None:
    """A label of several lines where it covers no other line, else its share."""
    arrow, compact = route.way.arrow, ground.compact
    size = label_width(arrow, compact), label_height(arrow, compact)
    full = _best(i, route, size, ground, crowd, share)
    if full and not crowd.lines_in(full, but=i):
        crowd.add_box(full)
        return Label(i, full)
    return Label(i, share, brief=True) if share else None


def _label(i: int, route: Route, ground: _Ground, crowd: Crowd) -> Label | None:
    """The label with its words, or without them where they would cover another line."""
    found = _found(i, route, ground, crowd)
    if found:
        crowd.add_box(found.box)
    return found


def _found(i: int, route: Route, ground: _Ground, crowd: Crowd) -> Label | None:
    arrow = route.way.arrow
    width = label_width(arrow, ground.compact)
    full = _best(i, route, (width, LABEL_HEIGHT), ground, crowd) if width else None
    if full and not crowd.lines_in(full, but=i):
        return Label(i, full)
    short = label_width(arrow, ground.compact, brief=True)
    if 0 < short < width:
        brief = _best(i, route, (short, LABEL_HEIGHT), ground, crowd)
        if brief and not (full and crowd.lines_in(brief, but=i)):
            return Label(i, brief, brief=True)
    return Label(i, full) if full else None


def _best(
    i: int,
    route: Route,
    size: tuple[float, float],
    ground: _Ground,
    crowd: Crowd,
    own: Box | None = None,
) -> Box | None:
    best: tuple[float, Box] | None = None
    crossing = CROSSING_BESIDE if route.way.kind == "vertical" else CROSSING
    for rank, center in enumerate(_candidates(route, size, ground)):
        if best and rank >= best[0]:
            break
        if rank >= FEW_PLACES and not crowd.budget.allows():
            break
        box = box_around(center, *size)
        if crowd.is_free(box, own):
            cost = rank + crossing * crowd.lines_in(box, but=i)
            if best is None or cost < best[0]:
                best = (cost, box)
    return best[1] if best else None


def _candidates(route: Route, size: tuple[float, float], ground: _Ground) -> Iterator[Point]:
    """Middles for a label of that width and height, the best first."""
    width = size[0]
    match route.way.kind:
        case "vertical":
            yield from _beside(route, width, ground.measures.halo_line)
        case "self":
            box = ground.boxes[route.way.arrow.source]
            for down in (27, 22, 32):
                for right in (-8, 14, -40, -60):
                    yield Point(box.right + right, box.bottom + down)
        case "fork":
            yield from _in_fork(route, size, ground)
        case "bulge":
            way = route.way
            reach = bulge_reach(ground.measures, way.track, way.tracks_beside)
            yield from _along(route, reach + 28)
        case _:
            yield from _along(route, min(min(pads) for pads in ground.pads) + 4 + width / 2)


def _in_fork(route: Route, size: tuple[float, float], ground: _Ground) -> Iterator[Point]:
    """Above the card that a branch leads to, beside the trunk or what hangs there, else on it.

    Nearer to its beginning the trunk is everybody's.
    """
    measures, card = ground.measures, ground.boxes[route.way.arrow.target]
    trunk, (width, height) = card.x - measures.fork, size
    y = card.y - measures.tip - 3 - height / 2
    for aside in (7, 100):
        yield Point(trunk + aside + width / 2, y)
    for up in (17, 23, 29, -17, -23, 35):
        yield Point(trunk, route.path.end.y - up)


def _along(route: Route, first: float) -> Iterator[Point]:
    """On the line, from `first` units after its beginning."""
    step = 4
    points = zip(route.path.walked(step), islice(route.path.walked(step), 4, None), strict=False)
    for point, _ in islice(points, int(first // step), None, 3):  # none of the last four
        yield point


def _beside(route: Route, width: float, halo: float) -> Iterator[Point]:
    """Right or left of the middle of an upright line, then nearer to its ends."""
    points = route.path.samples(4)
    way = route.way
    if way.arrow.loop and not way.track:
        off = max(route.width, halo) / 2 + 1 + width / 2
    else:
        off = route.width / 2 + 3 + width / 2
    last = len(points) - 1
    for part in (0.5, 0.4, 0.6, 0.3, 0.7, 0.25):
        x, y = points[round(last * part)]
        yield Point(x + off, y)
        yield Point(x - off, y)


def _cells(box: Box) -> list[tuple[int, int]]:
    return [
        (i, j)
        for i in range(int(box.x // CELL), int(box.right // CELL) + 1)
        for j in range(int(box.y // CELL), int(box.bottom // CELL) + 1)
    ]
