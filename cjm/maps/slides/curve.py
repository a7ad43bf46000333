"""The curve on a slide: a chart of PowerPoint's own, over the columns of the map."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from cjm.maps.content.sheet.model import Curve, Node, Plot
from cjm.maps.scene.geometry import Box
from cjm.maps.slides.deck import FONT, Deck, describe, emu
from cjm.maps.slides.words import SlideWords

ABOVE = 1.35
"""How much higher than its highest value a chart is, so that labels have room."""


def add_curve(
    deck: Deck,
    slide: Any,
    box: Box,
    plot: Plot,
    columns: range,
    names: Sequence[str],
    words: SlideWords,
) -> None:
    """The part of a curve over some columns; the likely path is a line, all else points."""
    from pptx.chart.data import CategoryChartData
    from pptx.enum.chart import XL_CHART_TYPE

    curve = plot.curves[0]
    nodes = {node.column: node for node in curve.nodes}
    shown = [nodes.get(n) for n in columns]
    values = [node.value if node else None for node in shown]
    if not any(value is not None for value in values):
        return
    data: Any = CategoryChartData()  # type: ignore[no-untyped-call]
    data.categories = list(names)
    walked = [value if n in curve.walk else None for n, value in zip(columns, values, strict=True)]
    if walks := sum(value is not None for value in walked) > 1:
        data.add_series(words.path, walked)
    data.add_series(words.touchpoint, values)
    frame = slide.shapes.add_chart(XL_CHART_TYPE.LINE_MARKERS, *map(emu, box), data)
    describe(frame, "curve", plot.note)
    chart = frame.chart
    chart.has_legend = chart.has_title = False
    chart.font.size, chart.font.name = emu(10), FONT
    _set_axes(deck, chart, curve)
    *lines, points = chart.plots[0].series
    if walks:
        _dress_line(deck, lines[0])
    _dress_points(deck, points, shown)
    _spread(chart)


def _set_axes(deck: Deck, chart: Any, curve: Curve) -> None:
    """No figures at the axes: points have theirs; the line of the columns is where C is 0."""
    from pptx.enum.chart import XL_TICK_LABEL_POSITION, XL_TICK_MARK

    values = [node.value for node in curve.nodes if node.value is not None]
    most = max(map(abs, values), default=1) or 1
    axis = chart.value_axis
    axis.visible = axis.has_major_gridlines = False
    axis.maximum_scale = most * ABOVE
    axis.minimum_scale = (
        -most * ABOVE if min(values, default=0) < 0 else min(0, *values) - most * 0.2
    )
    below = chart.category_axis
    below.tick_label_position = XL_TICK_LABEL_POSITION.NONE
    below.major_tick_mark = XL_TICK_MARK.NONE
    below.format.line.color.rgb = deck.colour("line")


def _dress_line(deck: Deck, series: Any) -> None:
    from pptx.enum.chart import XL_MARKER_STYLE

    series.smooth = False
    series.marker.style = XL_MARKER_STYLE.NONE
    series.format.line.color.rgb, series.format.line.width = deck.colour("ink"), emu(2)


def _dress_points(deck: Deck, series: Any, nodes: Sequence[Node | None]) -> None:
    """Points in the colours of their levels, each with its figure."""
    from pptx.enum.chart import XL_LABEL_POSITION, XL_MARKER_STYLE

    series.smooth = False
    series.format.line.fill.background()
    for place, node in enumerate(nodes):
        if node is None or node.value is None:
            continue
        tone = "satisfaction" if node.mark == "unmeasured" else node.mark
        point = series.points[place]
        point.marker.style, point.marker.size = XL_MARKER_STYLE.CIRCLE, 10
        point.marker.format.fill.solid()
        point.marker.format.fill.fore_color.rgb = deck.colour(f"{tone}.fill")
        point.marker.format.line.color.rgb = deck.colour(f"{tone}.edge")
        label = point.data_label
        label.position = XL_LABEL_POSITION.ABOVE if node.value >= 0 else XL_LABEL_POSITION.BELOW
        run = label.text_frame.paragraphs[0].add_run()
        run.text = node.text
        run.font.size, run.font.bold, run.font.name = emu(10), True, FONT
        run.font.color.rgb = deck.colour(f"{tone}.text")


def _spread(chart: Any) -> None:
    """The plot as wide as its frame, so that points stand over their columns; lines over gaps."""
    from pptx.oxml.ns import qn

    area = chart._chartSpace.chart.plotArea
    for layout in area.findall(qn("c:layout")):
        area.remove(layout)
    layout = area.makeelement(qn("c:layout"), {})
    manual = layout.makeelement(qn("c:manualLayout"), {})
    layout.append(manual)
    parts = (
        ("layoutTarget", "inner"), ("xMode", "edge"), ("yMode", "edge"),
        ("x", "0"), ("y", "0"), ("w", "1"), ("h", "1"),
    )  # fmt: skip
    for name, value in parts:
        manual.append(manual.makeelement(qn(f"c:{name}"), {"val": value}))
    area.insert(0, layout)
    blanks = chart._chartSpace.chart.find(qn("c:dispBlanksAs"))
    if blanks is not None:
        blanks.set("val", "span")
