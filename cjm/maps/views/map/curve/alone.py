"""The curve by itself: stages above it, names of touchpoints below, for the middle of a page."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from typing import TYPE_CHECKING

from cjm.design.tokens import Token
from cjm.i18n import say, translate
from cjm.maps.components.frame import scene_of
from cjm.maps.content.model import Card
from cjm.maps.content.sheet import sheet_of
from cjm.maps.content.sheet.model import Group, Sheet
from cjm.maps.content.sheet.walks import WORST
from cjm.maps.content.sheet.words import sheet_words
from cjm.maps.content.words import words_of
from cjm.maps.scene.canvas import Canvas
from cjm.maps.scene.geometry import Box
from cjm.maps.scene.model import SMALL, Scene
from cjm.maps.scene.text import shortened
from cjm.maps.views.map.axis import Axis, axis_of
from cjm.maps.views.map.curve.drawing import draw_plot
from cjm.maps.views.map.layout import STARS, PlacedPlot, SheetLayout
from cjm.maps.views.map.setcell import text_lines

if TYPE_CHECKING:
    from cjm.journey import Journey

WIDTH = 1240.0
"""About as wide as the content of a page, so that texts keep their size there."""
LEFT, RIGHT = 116.0, 14.0
LEAST_COLUMN = 84.0
STAGE, PLOT, FOOT = 30.0, 232.0, 8.0
NAME_PITCH, MOST_NAMES = 15.0, 3
RADIUS, GAP, PAD = 6.0, 4.0, 4.0


def curves(
    journey: Journey,
    personas: Sequence[str | None] = (None,),
    path: str = "likely",
    language: str | None = None,
) -> tuple[Scene, ...]:
    """The curve of C by itself, for pages: one picture for each kind of customer, on one axis.

    Args:
        journey: Whose curve.
        personas: Ids; None stands for all customers.
        path: likely or worst: the one walk that the line follows.
        language: en or ru; by default the journey's.

    Returns:
        The pictures, in the order of the personas; none where nothing is measured.
    """
    return draw_curves(
        [
            sheet_of(journey, () if one is None else (one,), language, ("curve",), path=path)
            for one in personas
        ]
    )


def draw_curves(sheets: Sequence[Sheet]) -> tuple[Scene, ...]:
    """The curve of each sheet, all on one axis, so that they can be compared."""
    plots = tuple(plot for sheet in sheets for plot in sheet.plots)
    if not plots:
        return ()
    axis = axis_of(plots, sheets[0].diagram.scale)
    return tuple(_draw(sheet, axis) for sheet in sheets if sheet.plots)


def _draw(sheet: Sheet, axis: Axis) -> Scene:
    words, texts = words_of(sheet.diagram.language), sheet_words(sheet.diagram.language)
    canvas, (plot, *_) = Canvas(), sheet.plots
    names = [_names(card, _column(sheet)) for card in sheet.columns]
    layout = _layout(sheet, axis, max((len(lines) for lines in names), default=0))
    for group in sheet.groups:
        _draw_stage(canvas, group, layout)
    draw_plot(canvas, layout.plots[0], layout, words, texts)
    for column, lines in enumerate(names):
        card = sheet.columns[column]
        if card is not None:
            _draw_names(canvas, card, lines, layout, column)
    scene = scene_of(sheet.diagram, "curve", round(layout.width), round(layout.bottom), canvas)
    title = {**texts.lanes, **texts.measured.get(plot.measure, {})}["curve"]
    return scene._replace(
        title=title, description=_description(sheet), data={**scene.data, "path": plot.path}
    )


def _description(sheet: Sheet) -> str:
    """The walk and what it comes to: what the picture says to those who listen."""
    (plot, *_), language = sheet.plots, sheet.diagram.language
    curve = plot.curves[0]
    nodes = {node.column: node for node in curve.nodes}
    walk = ", ".join(
        f"{card.title} {nodes[column].text}"
        for column in curve.walk
        if (card := sheet.columns[column]) is not None and column in nodes
    )
    told = say("The worst path: {walk}.", walk=walk)
    if plot.path != WORST:
        told = say("The likely path: {walk}.", walk=walk)
    if not walk:
        told = say("There is no path to draw a line along.")
    return translate(told, language)


def _column(sheet: Sheet) -> float:
    count = max(1, len(sheet.columns))
    return max(LEAST_COLUMN, (WIDTH - LEFT - RIGHT) / count)


def _layout(sheet: Sheet, axis: Axis, names: int) -> SheetLayout:
    """A place for the columns and the plot: a sheet of one lane."""
    column = _column(sheet)
    width = LEFT + RIGHT + column * len(sheet.columns)
    box = Box(0, STAGE, width - RIGHT, STARS + PLOT)
    field = Box(LEFT, box.y + STARS, box.right - LEFT, PLOT - 10)
    placed = PlacedPlot(sheet.plots[0], box, field, keyed=False)
    bottom = box.bottom + FOOT + names * NAME_PITCH + FOOT
    edges = [LEFT + column * n for n in range(len(sheet.columns) + 1)]
    columns = tuple(pairwise(edges))
    return SheetLayout(width, columns, PAD, STAGE, (), (), (placed,), axis, bottom)


def _draw_stage(canvas: Canvas, group: Group, layout: SheetLayout) -> None:
    """The stage's title above its columns, and the ground below them."""
    band = layout.band(group)
    foot = layout.plots[0].box.bottom
    canvas.rect(band.x, foot, band.width, layout.bottom - foot, fill="band", radius=RADIUS)
    if group.stage is None:
        return
    with canvas.group("stage", title=group.stage.title, stage=group.stage.id):
        canvas.rect(band.x, 0, band.width, STAGE - GAP, fill="band_head", radius=RADIUS)
        title = shortened(group.stage.title, band.width - 16, 13, bold=True)
        canvas.text(band.x + 8, 17.5, title, size=13, bold=True)


def _names(card: Card | None, column: float) -> tuple[str, ...]:
    """A touchpoint's name in lines below its column; bold where its moment disappoints."""
    if card is None:
        return ()
    lines = text_lines(card.title, column - 2 * PAD, SMALL, bold=card.negative)
    if len(lines) <= MOST_NAMES:
        return lines
    last = " ".join(lines[MOST_NAMES - 1 :])
    last = shortened(last, column - 2 * PAD, SMALL, bold=card.negative, cut=True)
    return (*lines[: MOST_NAMES - 1], last)


def _draw_names(
    canvas: Canvas, card: Card, lines: tuple[str, ...], layout: SheetLayout, column: int
) -> None:
    bold, y = card.negative, layout.plots[0].box.bottom + FOOT + 11
    fill: Token = "ink" if bold else "muted"
    with canvas.group("column", title=card.sentence, touchpoint=card.id):
        for line in lines:
            canvas.text(layout.middle(column), y, line, bold=bold, fill=fill, anchor="middle")
            y += NAME_PITCH
