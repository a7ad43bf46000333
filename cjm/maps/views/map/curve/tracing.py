"""Tracing: the curves of a plot as paths on the sheet."""

from collections.abc import Iterator

from cjm.maps.content.sheet.model import Curve, Node
from cjm.maps.scene.geometry import Box, Point
from cjm.maps.views.map.axis import Axis, bounded
from cjm.maps.views.map.curve.spline import Bezier, at, height, monotone
from cjm.maps.views.map.layout import PlacedPlot, SheetLayout
from cjm.tuples import NamedTuple

SAMPLES = 12
SAMPLED = tuple(i / SAMPLES for i in range(SAMPLES + 1))
"""Where on each piece of a curve the points are that labels keep away from, from 0 to 1."""


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
        """The height of the line that stems and grounds begin at: 0, or the foot of a scale."""
        return self.y(self.axis.base)

    def beyond(self, points: float) -> int:
        """1 above the axis, −1 below it, else 0."""
        return (points > self.axis.high) - (points < self.axis.low)


Marker = tuple[Node, Point]


class Trace(NamedTuple):
    """A curve on the sheet: a marker for every touchpoint that has a score.

    `stems` are the markers off the likely path. `pieces` are the line through the others: it is
    interrupted where the path meets what nobody measured, and where it turns back.
    """

    curve: Curve
    markers: tuple[Marker, ...]
    stems: tuple[Marker, ...]
    pieces: tuple[list[Bezier], ...]

    def y_at(self, x: float) -> float | None:
        """The height of the curve at x; None where it has a gap or has ended."""
        for piece in self.pieces:
            y = at(piece, x)
            if y is not None:
                return y
        return None

    def samples(self) -> Iterator[tuple[float, float]]:
        """Points along it, hundreds: as bare pairs."""
        for piece in self.pieces:
            for bezier in piece:
                start, end = bezier[0].x, bezier[3].x
                for t in SAMPLED:
                    yield start + (end - start) * t, height(bezier, t)


def field_of(placed: PlacedPlot, layout: SheetLayout) -> Field:
    """The field of a plot."""
    return Field(placed.field, layout.axis)


def trace_of(curve: Curve, field: Field, layout: SheetLayout, aside: float = 0) -> Trace:
    """A curve on the sheet, its stems so far beside the middle of their columns."""
    walk = set(curve.walk)
    markers = tuple(
        (node, Point(layout.middle(node.column) + shift, field.y(node.value)))
        for node in curve.nodes
        if node.value is not None
        for shift in (0 if node.column in walk else aside,)
    )
    points = {node.column: point for node, point in markers if node.column in walk}
    stems = tuple(marker for marker in markers if marker[0].column not in walk)
    runs = _runs(tuple(points.get(column) for column in curve.walk))
    return Trace(curve, markers, stems, tuple(monotone(run) for run in runs if len(run) > 1))


def _runs(walk: tuple[Point | None, ...]) -> list[list[Point]]:
    """Stretches of a walk that lead from left to right over what is measured."""
    runs: list[list[Point]] = [[]]
    for point in walk:
        if point is None or (runs[-1] and point.x <= runs[-1][-1].x):
            runs.append([])
        if point is not None:
            runs[-1].append(point)
    return runs
