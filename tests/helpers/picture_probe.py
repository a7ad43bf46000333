"""What the tests ask a picture: its groups and what they say, its texts and shapes with places.

A picture is a scene: what writers are given, before any of them has written it.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise
from typing import Any, NamedTuple

from cjm.design.palette import Palette
from cjm.design.tokens import Paint
from cjm.journey import Journey
from cjm.maps.look import look_of
from cjm.maps.render import picture as scene_of
from cjm.maps.scene.flatten import flatten
from cjm.maps.scene.geometry import Box
from cjm.maps.scene.model import (
    ORIGIN,
    Circle,
    Data,
    Group,
    Line,
    Node,
    Path,
    Place,
    Rect,
    Scene,
    Stroke,
    TextRun,
    walk,
    within,
)
from cjm.maps.scene.text import width_of

Corner = tuple[float, float]
STARTS = {"start": 0.0, "middle": 0.5, "end": 1.0}


class Text(NamedTuple):
    """A line of text on the sheet, with the box its letters fill."""

    text: str
    box: Box
    run: TextRun


class Shape(NamedTuple):
    """A rectangle, circle, line or path, with the place of the groups around it."""

    node: Rect | Circle | Line | Path
    place: Place

    @property
    def box(self) -> Box:
        """Where a rectangle is on the sheet."""
        assert isinstance(self.node, Rect)
        x, y, scale = self.place
        own = self.node
        return Box(x + own.x * scale, y + own.y * scale, own.width * scale, own.height * scale)

    @property
    def fill(self) -> Paint | None:
        """The token it is filled with."""
        return None if isinstance(self.node, Line) else self.node.fill

    @property
    def stroke(self) -> Stroke | None:
        """Its line."""
        return self.node.stroke

    @property
    def letters(self) -> str:
        """The commands of a path."""
        assert isinstance(self.node, Path)
        return "".join(letter for letter, *_ in self.node.commands)

    @property
    def corners(self) -> list[Corner]:
        """Its outline on the sheet, curves as their ends, a circle as the square in it."""
        x, y, scale = self.place
        match self.node:
            case Rect():
                b = self.box
                return [(b.x, b.y), (b.right, b.y), (b.right, b.bottom), (b.x, b.bottom)]
            case Circle(cx, cy, r):
                ring = [(cx - r, cy), (cx, cy - r), (cx + r, cy), (cx, cy + r)]
                return [(x + a * scale, y + b * scale) for a, b in ring]
            case Path() as path:
                steps = flatten(path, self.place)
                return [(n[-2], n[-1]) for letter, *n in steps if letter != "Z"]
            case Line(x1, y1, x2, y2):
                return [(x + a * scale, y + b * scale) for a, b in ((x1, y1), (x2, y2))]


class Part(NamedTuple):
    """A group, where it stands."""

    group: Group
    place: Place

    @property
    def data(self) -> Data:
        """What it stands for."""
        return self.group.data

    @property
    def classes(self) -> tuple[str, ...]:
        """Its role and what else is said of it."""
        return (self.group.role, *self.group.classes)

    @property
    def title(self) -> str:
        """Its sentence."""
        return self.group.title

    def groups(self, class_: str) -> list[Part]:
        """Groups in it that have the class."""
        return [part for part in _parts(self.group.children, self.inner) if class_ in part.classes]

    @property
    def inner(self) -> Place:
        """The place of what is in it."""
        return within(self.place, self.group.place)

    @property
    def texts(self) -> list[Text]:
        """Every line of text in it."""
        return _texts((self.group,), self.place)

    @property
    def shapes(self) -> list[Shape]:
        """Everything painted in it but texts."""
        return _shapes((self.group,), self.place)

    @property
    def rects(self) -> list[Shape]:
        """Its rectangles."""
        return [s for s in self.shapes if isinstance(s.node, Rect)]

    @property
    def circles(self) -> list[Shape]:
        """Its circles."""
        return [s for s in self.shapes if isinstance(s.node, Circle)]

    @property
    def lines(self) -> list[Shape]:
        """Its straight lines."""
        return [s for s in self.shapes if isinstance(s.node, Line)]

    @property
    def paths(self) -> list[Shape]:
        """Its paths."""
        return [s for s in self.shapes if isinstance(s.node, Path)]

    @property
    def box(self) -> Box:
        """Its first rectangle: a touchpoint's card or column, a stage's band."""
        return self.rects[0].box


class Picture:
    """A scene, asked."""

    def __init__(self, scene: Scene) -> None:
        self.scene = scene

    @property
    def parts(self) -> list[Part]:
        """Every group, in the order they are painted."""
        return _parts(self.scene.children, ORIGIN)

    def groups(self, class_: str) -> list[Part]:
        """Groups that have the class."""
        return [part for part in self.parts if class_ in part.classes]

    def touchpoint(self, id: str) -> Part:
        """The only group of a touchpoint."""
        (found,) = [p for p in self.groups("touchpoint") if p.data["touchpoint"] == id]
        return found

    @property
    def texts(self) -> list[Text]:
        """Every line of text."""
        return _texts(self.scene.children, ORIGIN)

    @property
    def words(self) -> list[str]:
        """What they say."""
        return [text.text for text in self.texts]

    @property
    def shapes(self) -> list[Shape]:
        """Everything painted but texts."""
        return _shapes(self.scene.children, ORIGIN)

    @property
    def sheet(self) -> Box:
        """The whole sheet."""
        return Box(0, 0, self.scene.width, self.scene.height)


def picture(journey: Journey, **options: Any) -> Picture:
    """The journey's graph, with the options of `cjm.render`."""
    return Picture(scene_of(journey, look_of(**options)))


def sheet(journey: Journey, **options: Any) -> Picture:
    """The journey's map sheet."""
    return picture(journey, view="map", **options)


def replaced(scene: Scene, old: Node, new: Node) -> Scene:
    """The scene with another node in place of one: to see that a check can fail."""
    return scene._replace(children=_replaced(scene.children, old, new))


def _replaced(nodes: tuple[Node, ...], old: Node, new: Node) -> tuple[Node, ...]:
    return tuple(
        new
        if node is old
        else node._replace(children=_replaced(node.children, old, new))
        if isinstance(node, Group)
        else node
        for node in nodes
    )


def grounds(shown: Picture, palette: Palette) -> Iterator[tuple[str, str, str]]:
    """Every text with its colour and each colour that was painted below it."""
    painted = [(palette.solid("canvas"), Shape(Rect(*shown.sheet), ORIGIN).corners)]
    for node, place in walk(shown.scene.children):
        if isinstance(node, Rect | Circle | Path):
            if node.fill and (colour := palette.colour(node.fill)):
                painted.append((colour, Shape(node, place).corners))
        elif isinstance(node, TextRun):
            for text, paint, points in _spans(node, place):
                for point in points:
                    under = (fill for fill, shape in reversed(painted) if _inside(point, shape))
                    yield text, palette.solid(paint), next(under)


def _parts(nodes: tuple[Node, ...], outer: Place) -> list[Part]:
    return [Part(node, place) for node, place in walk(nodes, outer) if isinstance(node, Group)]


def _texts(nodes: tuple[Node, ...], outer: Place) -> list[Text]:
    runs = ((node, place) for node, place in walk(nodes, outer) if isinstance(node, TextRun))
    return [Text(run.text, _box(run, place), run) for run, place in runs]


def _shapes(nodes: tuple[Node, ...], outer: Place) -> list[Shape]:
    found = walk(nodes, outer)
    return [Shape(n, place) for n, place in found if isinstance(n, Rect | Circle | Line | Path)]


def _box(run: TextRun, place: Place) -> Box:
    size, width = run.size * place.scale, _width(run) * place.scale
    left = place.x + run.x * place.scale - width * STARTS[run.anchor]
    return Box(left, place.y + run.y * place.scale - size * 0.72, width, size * 0.9)


def _width(run: TextRun) -> float:
    return sum(width_of(span.text, run.size, span.bold) for span in run.spans)


def _spans(run: TextRun, place: Place) -> Iterator[tuple[str, Paint, list[Corner]]]:
    box = _box(run, place)
    x, middle = box.x, box.y + run.size * place.scale * 0.42
    for span in run.spans:
        width = width_of(span.text, run.size, span.bold) * place.scale
        yield span.text, span.paint, [(x + width * part, middle) for part in (0.1, 0.5, 0.9)]
        x += width


def _inside(point: Corner, shape: list[Corner]) -> bool:
    x, y = point
    inside = False
    for (ax, ay), (bx, by) in pairwise([*shape, shape[0]]):
        if (ay > y) != (by > y) and x < (bx - ax) * (y - ay) / (by - ay) + ax:
            inside = not inside
    return inside
