"""Tracing: the curves of a plot as paths on the sheet."""

from collections.abc import Iterator

from cjm.maps.content.sheet.model import Curve, Node
from cjm.maps.scene.geometry import Box, Point
from cjm.maps.views.map.axis import Axis, bounded
from cjm.maps.views.map.curve.spline import Bezier, at, height, monotone
from cjm.maps.views.map.layout import PlacedPlot, SheetLayout
from cjm.tuples import NamedTuple

SAMPLES = 12
"""Points of each piece of a curve that labels keep away from."""


class Field(NamedTuple):
    """Where an axis runs from `box.y` down to `box.bottom`."""

    box: Box
    axis: Axis

    def y(self, points: float) -> float:
        """The height of so many points, at the edge where they are beyond the axis."""
        axis = self.axis
        points = max(axis.low, min(axis.high, bounded(points)))
        return self.box.y + (axis.high - points) / axis.span * self.box.height

    @property
    def zero(self) -> float:
        """The height of the zero line."""
        return self.y(0)

    def beyond(self, points: float) -> int:
        """1 above the axis, −1 below it, else 0."""
        return (points > self.axis.high) - (points < self.axis.low)


class Trace(NamedTuple):
    """A curve with its markers; a piece for every stretch without a gap in the measurement."""

    curve: Curve
    markers: tuple[tuple[Node, Point], ...]
    pieces: tuple[list[Bezier], ...]

    def y_at(self, x: float) -> float | None:
        """The height of the curve at x; None where it has a gap or has ended."""
        for piece in self.pieces:
            y = at(piece, x)
            if y is not None:
                return y
        return None

    def samples(self) -> Iterator[Point]:
        """Points along it."""
        for piece in self.pieces:
            for bezier in piece:
                for i in range(SAMPLES + 1):
                    t = i / SAMPLES
                    x = bezier[0].x + (bezier[3].x - bezier[0].x) * t
                    yield Point(x, height(bezier, t))


def field_of(placed: PlacedPlot, layout: SheetLayout) -> Field:
    """The field of a plot."""
    return Field(placed.field, layout.axis)


def trace_of(curve: Curve, field: Field, layout: SheetLayout) -> Trace:
    """A curve on the sheet; an unmeasured touchpoint interrupts it."""
    markers: list[tuple[Node, Point]] = []
    runs: list[list[Point]] = [[]]
    for node in curve.nodes:
        if node.gap is None:
            runs.append([])
            continue
        point = Point(layout.middle(node.column), field.y(node.gap))
        markers.append((node, point))
        runs[-1].append(point)
    pieces = tuple(monotone(run) for run in runs if len(run) > 1)
    return Trace(curve, tuple(markers), pieces)
