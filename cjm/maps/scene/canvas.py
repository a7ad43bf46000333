"""The canvas: where drawing puts the nodes of a scene, one after the other."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import contextmanager

from cjm.design.tokens import Paint, Width
from cjm.maps.scene.geometry import Spline
from cjm.maps.scene.model import (
    SMALL,
    Circle,
    Command,
    Group,
    Line,
    Node,
    Path,
    Place,
    Rect,
    Span,
    Stroke,
    TextRun,
)
from cjm.maps.scene.text import width_of


class Canvas:
    """Collects nodes in the order in which they are painted."""

    def __init__(self) -> None:
        self._nodes: list[Node] = []

    @property
    def nodes(self) -> tuple[Node, ...]:
        """Everything painted so far."""
        return tuple(self._nodes)

    def add(self, node: Node) -> None:
        """Paint a finished node."""
        self._nodes.append(node)

    @contextmanager
    def group(
        self,
        role: str = "",
        *classes: str,
        title: str = "",
        place: Place | None = None,
        hidden: bool = False,
        **data: str | float | None,
    ) -> Iterator[None]:
        """Paint what follows inside a group.

        Data that is None is left out; `_` stands for `-`, and one at the end for nothing.
        """
        outer, self._nodes = self._nodes, []
        try:
            yield
        finally:
            known = {_name(name): value for name, value in data.items() if value is not None}
            inner, self._nodes = tuple(self._nodes), outer
            outer.append(Group(inner, role, classes, known, title, place, hidden))

    def rect(
        self,
        x: float,
        y: float,
        width: float,
        height: float,
        *,
        fill: Paint | None = None,
        radius: float = 0,
        stroke: Paint | None = None,
        stroke_width: Width = 1,
        dashes: tuple[float, ...] = (),
    ) -> None:
        """Paint a rectangle."""
        line = Stroke(stroke, stroke_width, dashes) if stroke else None
        self._nodes.append(Rect(x, y, width, height, fill, radius, line))

    def circle(
        self,
        x: float,
        y: float,
        radius: float,
        *,
        fill: Paint | None = None,
        stroke: Paint | None = None,
        stroke_width: Width = 1,
        dashes: tuple[float, ...] = (),
    ) -> None:
        """Paint a circle."""
        line = Stroke(stroke, stroke_width, dashes) if stroke else None
        self._nodes.append(Circle(x, y, radius, fill, line))

    def line(
        self,
        start: tuple[float, float],
        end: tuple[float, float],
        stroke: Paint,
        stroke_width: Width = 1,
        *,
        round_ends: bool = False,
        dashes: tuple[float, ...] = (),
    ) -> None:
        """Paint a straight line."""
        line = Stroke(stroke, stroke_width, dashes, round_ends)
        self._nodes.append(Line(*start, *end, line))

    def path(
        self,
        commands: Iterable[Command],
        *,
        fill: Paint | None = None,
        stroke: Paint | None = None,
        stroke_width: Width = 1,
        round_ends: bool = False,
        place: Place | None = None,
        dashes: tuple[float, ...] = (),
    ) -> None:
        """Paint a path."""
        line = Stroke(stroke, stroke_width, dashes, round_ends) if stroke else None
        self._nodes.append(Path(tuple(commands), fill, line, place))

    def text(
        self,
        x: float,
        y: float,
        text: str,
        *,
        size: float = SMALL,
        bold: bool = False,
        fill: Paint = "ink",
        anchor: str = "start",
    ) -> None:
        """Paint a line of text on the base line y."""
        self._nodes.append(TextRun(x, y, (Span(text, bold, fill),), size, anchor))

    def spans(
        self,
        x: float,
        y: float,
        spans: Iterable[Span],
        *,
        size: float = SMALL,
        anchor: str = "start",
    ) -> float:
        """Paint one line of spans; returns where it ends if it starts at x.

        One line of several spans, so that it still reads in a wider font.
        """
        shown = tuple(span for span in spans if span.text)
        self._nodes.append(TextRun(x, y, shown, size, anchor))
        return x + sum(width_of(span.text, size, span.bold) for span in shown)


def _name(argument: str) -> str:
    return argument.rstrip("_").replace("_", "-")


def commands_of(spline: Spline) -> Iterator[Command]:
    """A line through a layout as a path."""
    yield ("M", *spline.start)
    for segment in spline.segments:
        yield ("L" if len(segment) == 2 else "C", *(n for point in segment[1:] for n in point))


def polygon(points: Iterable[tuple[float, float]]) -> Iterator[Command]:
    """A closed shape of straight lines."""
    letter = "M"
    for point in points:
        yield (letter, *point)
        letter = "L"
    yield ("z",)
