"""Plotting: a row of the curve's lane from its ground to its figures."""

from __future__ import annotations

from itertools import pairwise

from cjm.design.tokens import tone_of
from cjm.maps.content.numbers import brief, number
from cjm.maps.content.sheet.model import Plot
from cjm.maps.content.sheet.words import SheetWords
from cjm.maps.content.words import Words
from cjm.maps.scene.canvas import Canvas
from cjm.maps.scene.geometry import Box, Point
from cjm.maps.scene.text import width_of
from cjm.maps.views.map.curve.balance import balance_boxes, draw_balance
from cjm.maps.views.map.curve.labels import Labels
from cjm.maps.views.map.curve.overlay import (
    Ring,
    draw_differences,
    draw_initial,
    draw_key,
    draw_sand,
    initials,
)
from cjm.maps.views.map.curve.paint import draw_curve, draw_markers
from cjm.maps.views.map.curve.stems import ASIDE, draw_shares, width_of_stem
from cjm.maps.views.map.curve.tracing import Field, Trace, field_of, trace_of
from cjm.maps.views.map.layout import NAMES, STARS, PlacedPlot, SheetLayout
from cjm.maps.views.map.signs import draw_star

PATCH = 18
"""The height of «n/a»."""
WORD_HALF = 7.5
"""Half the height of a word on the axis."""


def draw_plot(
    canvas: Canvas,
    placed: PlacedPlot,
    layout: SheetLayout,
    words: Words,
    texts: SheetWords,
) -> None:
    """One curve with the balance, or two curves with what lies between them."""
    field = field_of(placed, layout)
    box, plot = placed.box, placed.plot
    asides = (0.0,) if len(plot.curves) == 1 else (-ASIDE, ASIDE)
    traces = tuple(
        trace_of(curve, field, layout, aside)
        for curve, aside in zip(plot.curves, asides, strict=True)
    )
    unmeasured = _unmeasured(traces) if plot.measure == "gap" else []
    rings = initials(placed, traces) if len(traces) > 1 else []
    labels = _labels(plot, field, layout, traces, rings)
    patches = [_patch_of(column, field, layout, labels, words) for column in unmeasured]

    canvas.rect(box.x, box.y, box.width, box.height, fill="canvas")
    if box.y > layout.plots[0].box.y:
        canvas.line((field.box.x, box.y), (box.right, box.y), "rule")
    _draw_lines(canvas, field, words)
    if len(traces) > 1:
        draw_sand(canvas, traces, layout)
    _draw_grounds(canvas, plot, field, layout, unmeasured)
    for trace in traces:
        draw_curve(canvas, trace, plot.measure, field, texts, alone=len(traces) == 1)
    left, right = (field.box.x, field.zero), (field.box.right, field.zero)
    canvas.line(left, right, "ink", 1.25)
    for patch in patches:
        _draw_patch(canvas, patch, words)
    draw_shares(canvas, traces, field, labels)
    draw_balance(canvas, plot, field, layout, labels, texts)
    draw_differences(canvas, plot, traces, layout, labels)
    for trace in traces:
        draw_markers(canvas, trace, plot.measure)
    for column, negative in plot.stars:
        draw_star(canvas, Point(layout.middle(column), field.box.y - 12), 6.5, negative)
    for ring in rings:
        draw_initial(canvas, ring)
    if placed.keyed:
        draw_key(canvas, placed, texts)


def _labels(
    plot: Plot,
    field: Field,
    layout: SheetLayout,
    traces: tuple[Trace, ...],
    rings: list[Ring],
) -> Labels:
    """Where figures may stand: neither on a marker, a ring or the balance nor on the curves."""
    area = field.box
    labels = Labels(
        Box(area.x, area.y - 4, area.width, area.height + 14),
        [place for trace in traces for place in trace.samples()],
        _along_zero(field),
        field.zero,
    )
    for _, point in (marker for trace in traces for marker in trace.markers):
        labels.take(Box(point.x - 8, point.y - 8, 16, 16))
    for node, point in (stem for trace in traces for stem in trace.stems):
        half, top = width_of_stem(node.share) / 2, min(point.y, field.zero)
        labels.take(Box(point.x - half, top, 2 * half, abs(point.y - field.zero)))
    for box in balance_boxes(plot.steps, field, layout):
        labels.take(box)
    for ring in rings:
        labels.take(ring.box)
    for fold in layout.folds:
        labels.take(Box(layout.x(fold) - NAMES, area.y - STARS, NAMES, STARS + 6))
    return labels


def _along_zero(field: Field) -> list[float]:
    """Where points of the zero line stand, which should not run through a figure."""
    left = field.box.x
    return [left + 6 * i for i in range(int(field.box.width / 6) + 1)]


def _unmeasured(traces: tuple[Trace, ...]) -> list[int]:
    """Columns with touchpoints that no curve has a C for."""
    measured = {node.column for trace in traces for node, _ in trace.markers}
    nodes = {node.column for trace in traces for node in trace.curve.nodes}
    return sorted(nodes - measured)


def _draw_lines(canvas: Canvas, field: Field, words: Words) -> None:
    """The axis: its lines and figures, delight above zero and disappointment below."""
    x, signed = field.box.x - 10, field.axis.signed
    for points in field.axis.lines:
        y = field.y(points)
        canvas.line((field.box.x, y), (field.box.right, y), "rule")
        figure = brief(number(points, words, signed=signed), points, words, signed=signed)
        canvas.text(x, y + 4.3, figure, fill="muted", anchor="end")
    if not signed:
        return
    canvas.text(x, field.zero + 4.3, "0", bold=True, anchor="end")
    for sign, word, level in (
        (1, words.delight, "delight"),
        (-1, words.disappointment, "disappointment"),
    ):
        middle = _word_y(field, sign)
        if middle is not None:
            fill = tone_of(level).text
            canvas.text(x, middle + 4.3, word, bold=True, fill=fill, anchor="end")


def _word_y(field: Field, sign: int) -> float | None:
    """The middle of the first room between figures that holds a word, from zero outwards."""
    figures = sorted(
        (field.y(p) for p in (0.0, *field.axis.lines) if p * sign >= 0),
        key=lambda y: abs(y - field.zero),
    )
    edge = field.box.y if sign > 0 else field.box.bottom
    for near, far in pairwise(figures):
        if abs(far - near) >= 4 * WORD_HALF:
            return (near + far) / 2
    if abs(edge - figures[-1]) >= 2 * WORD_HALF:
        y = (figures[-1] + edge) / 2
        return y if abs(y - figures[-1]) >= 2 * WORD_HALF else edge
    return None


def _draw_grounds(
    canvas: Canvas, plot: Plot, field: Field, layout: SheetLayout, unmeasured: list[int]
) -> None:
    """A dotted line below each star, a dashed column where nothing was measured."""
    box = field.box
    for column, _ in plot.stars:
        x = layout.middle(column)
        canvas.line((x, box.y - 4), (x, box.bottom), "edge", dashes=(1, 3))
    for column in unmeasured:
        width = min(layout.width_of(column) - 2 * layout.pad, 64)
        left = layout.middle(column) - width / 2
        canvas.rect(
            left, box.y, width, box.height, radius=6, stroke="satisfaction.line", dashes=(3, 2.5)
        )


def _patch_of(column: int, field: Field, layout: SheetLayout, labels: Labels, words: Words) -> Box:
    """Where «n/a» stands in its column: where no line cuts it, else on the zero line."""
    width = width_of(words.not_available, 12) + 8
    x, count = layout.middle(column) - width / 2, int(field.box.height / PATCH)
    free = (Box(x, field.box.y + 4 + i * PATCH, width, PATCH) for i in range(count))
    return labels.place(free) or Box(x, field.zero - PATCH / 2, width, PATCH)


def _draw_patch(canvas: Canvas, box: Box, words: Words) -> None:
    canvas.rect(*box, fill="canvas")
    middle = box.center
    canvas.text(middle.x, middle.y + 4.3, words.not_available, fill="muted", anchor="middle")
