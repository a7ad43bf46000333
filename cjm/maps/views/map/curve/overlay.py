"""Overlay: two curves on one axis, told apart by line style and initial, never by hue."""

from collections.abc import Iterator

from cjm.maps.components.marks import line_sample
from cjm.maps.content.sheet.model import Curve, Plot
from cjm.maps.content.sheet.words import SheetWords
from cjm.maps.scene.canvas import Canvas, polygon
from cjm.maps.scene.geometry import Box, Point
from cjm.maps.scene.model import Command
from cjm.maps.scene.text import SLACK, shortened, width_of
from cjm.maps.views.map.curve.labels import Labels
from cjm.maps.views.map.curve.tracing import Trace
from cjm.maps.views.map.layout import MARGIN, PlacedPlot, SheetLayout
from cjm.tuples import NamedTuple

STEP = 6.0
"""How closely the sand follows the curves."""
RING = 12.0
AFTER = 16
"""How far after the last marker the initials stand."""
APART = 2 * RING + 3
ASIDE = 15
"""How far a bracket stands from its markers."""
LONGEST_NAME = 260


def draw_sand(canvas: Canvas, traces: tuple[Trace, ...], layout: SheetLayout) -> None:
    """The ground between two curves: where they disagree."""
    x, end = layout.x(0), layout.width - MARGIN
    upper: list[tuple[float, float]] = []
    lower: list[tuple[float, float]] = []
    while x <= end + STEP:
        first, second = (trace.y_at(x) for trace in traces)
        if first is not None and second is not None:
            upper.append((x, first))
            lower.append((x, second))
        else:
            _fill(canvas, upper, lower)
            upper, lower = [], []
        x += STEP
    _fill(canvas, upper, lower)


def _fill(
    canvas: Canvas, upper: list[tuple[float, float]], lower: list[tuple[float, float]]
) -> None:
    if len(upper) > 1:
        canvas.path(polygon([*upper, *reversed(lower)]), fill="band_head")


def draw_differences(
    canvas: Canvas, plot: Plot, traces: tuple[Trace, ...], layout: SheetLayout, labels: Labels
) -> None:
    """A bracket and a figure where the curves are far apart."""
    places = [{n.column: p for n, p in trace.markers} for trace in traces]
    for column, text in plot.differences:
        x, ends = layout.middle(column), [points[column] for points in places]
        top, foot = sorted(end.y for end in ends)
        aside = ASIDE + max(abs(end.x - x) for end in ends)
        width = width_of(text, 12, bold=True) * SLACK
        place = labels.place(_beside(x, top, foot, width, aside))
        side = 1 if place is None or place.x > x else -1
        bracket: tuple[Command, ...] = (
            ("M", x + side * (aside - 4), top + 3),
            ("h", side * 4),
            ("V", max(top + 3, foot - 3)),
            ("h", -side * 4),
        )
        canvas.path(bracket, stroke="ink", stroke_width=1.25)
        if place is not None:
            canvas.text(place.x, place.y + 10, text, bold=True)


def _beside(x: float, top: float, foot: float, width: float, aside: float) -> Iterator[Box]:
    for side in (1, -1):
        left = x + aside + 6 if side > 0 else x - aside - 6 - width
        for part in (0.5, 0.3, 0.7, 0.0, 1.0):
            yield Box(left, top + (foot - top) * part - 6, width, 13)


def draw_key(canvas: Canvas, placed: PlacedPlot, texts: SheetWords) -> None:
    """Whose curves these are: line, initial and name; what the sand means."""
    plot = placed.plot
    x, y = placed.field.x, placed.box.y + 19
    for curve in plot.curves:
        if len(plot.curves) > 1:
            line_sample(canvas, Point(x, y - 4), 28, curve.dashed)
            x += 36
        elif curve.initial:
            _ring(canvas, curve, x + 10, y - 4, 10)
            x += 28
        name = shortened(curve.name, LONGEST_NAME, 13, bold=True)
        canvas.text(x, y, name, size=13, bold=True)
        x += width_of(name, 13, bold=True) * SLACK + 12
        if plot.note:
            canvas.text(x, y, plot.note, fill="muted")
        x += 14
    if plot.is_one_line:
        canvas.text(x, y, texts.one_line, fill="muted")
    elif len(plot.curves) > 1:
        canvas.rect(x, y - 11, 26, 14, fill="band_head")
        canvas.text(x + 34, y, texts.difference, fill="muted")


class Ring(NamedTuple):
    """An initial in a ring at the end of a persona's curve."""

    curve: Curve
    x: float
    y: float

    @property
    def box(self) -> Box:
        """Its room."""
        return Box(self.x - RING, self.y - RING, 2 * RING, 2 * RING)


def initials(placed: PlacedPlot, traces: tuple[Trace, ...]) -> list[Ring]:
    """A ring after the last marker of each persona's curve, one below the other."""
    ends = [(_end(t), t.curve) for t in traces if t.markers and t.curve.initial]
    ends.sort(key=lambda end: end[0].y)
    x = max((point.x for point, _ in ends), default=0) + RING + AFTER
    lowest = placed.box.bottom - RING - 2 - (len(ends) - 1) * APART
    rings: list[Ring] = []
    for i, (point, curve) in enumerate(ends):
        y = min(point.y, lowest + i * APART)
        rings.append(Ring(curve, x, max(y, rings[-1].y + APART) if rings else y))
    return rings


def _end(trace: Trace) -> Point:
    """Where a curve ends: its line, or its last marker where it has no line."""
    return trace.pieces[-1][-1][3] if trace.pieces else trace.markers[-1][1]


def draw_initial(canvas: Canvas, ring: Ring) -> None:
    """The initial, its ring as the line of its curve."""
    _ring(canvas, ring.curve, ring.x, ring.y, RING)


def _ring(canvas: Canvas, curve: Curve, x: float, y: float, radius: float) -> None:
    dashes = (4, 2.6) if curve.dashed else ()
    canvas.circle(x, y, radius, fill="avatar", stroke="ink", stroke_width=1.75, dashes=dashes)
    size = 13 if radius > 10 else 11
    canvas.text(x, y + size * 0.36, curve.initial, size=size, bold=True, anchor="middle")
