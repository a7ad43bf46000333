"""Drawing: a sheet from its ground to its figures."""

from __future__ import annotations

from cjm.maps.components.frame import scene_of, touchpoint
from cjm.maps.components.header import draw_header
from cjm.maps.components.stage import RADIUS, SetHead, stage_band, stage_head
from cjm.maps.content.sheet.model import Group, Sheet
from cjm.maps.content.sheet.words import SheetWords, sheet_words
from cjm.maps.content.words import Words, words_of
from cjm.maps.scene.canvas import Canvas
from cjm.maps.scene.geometry import Box
from cjm.maps.scene.model import Place, Scene
from cjm.maps.views.map.curve.drawing import draw_plot
from cjm.maps.views.map.folds import SCREEN, fit_of, folds_of
from cjm.maps.views.map.layout import (
    MARGIN,
    NAMES,
    Head,
    PlacedLane,
    SheetLayout,
    lay_out,
    reading_width,
    width_of_sheet,
)
from cjm.maps.views.map.legend import draw_legend, entries_of, height_of
from cjm.maps.views.map.setcell import PITCH, draw_cell
from cjm.maps.views.map.strips import draw_facts
from cjm.maps.views.map.typeset import TITLE_PITCH, TITLE_SIZE

HEADER_GAP, LEGEND_GAP = 26, 10
BARE = 12.0
"""Above a map without a heading, and below one without a legend."""
CORNER = 6
"""What a column leaves of its band's rounded corners."""


def draw(sheet: Sheet, heading: bool = True, legend: bool = True, paper: str = "") -> Scene:
    """The picture of a journey as a map sheet; `heading` and `legend` can be left out.

    With a `paper` it is as wide as its pages, and the names of the lanes begin each of them.
    """
    diagram, fit = sheet.diagram, fit_of(paper)
    words, texts = words_of(diagram.language), sheet_words(diagram.language)
    width = width_of_sheet(sheet, fit)
    reading = reading_width(sheet, fit)
    canvas = Canvas()
    top = draw_header(canvas, diagram, reading) + HEADER_GAP if heading else BARE
    entries = entries_of(sheet, words, texts) if legend else ()
    foot = LEGEND_GAP + height_of(entries, reading - 2 * MARGIN) if legend else BARE
    if legend and fit != SCREEN and folds_of(sheet.groups, fit):
        # On the pages of a paper the first one says how the others are read.
        draw_legend(canvas, entries, MARGIN, top, reading - 2 * MARGIN)
        top, foot, entries = top + foot, BARE, ()
    layout = lay_out(sheet, fit.height - top - foot, fit)
    with canvas.group("map", place=Place(0, top)):
        _draw_map(canvas, sheet, layout, words, texts)
    if entries:
        under = top + layout.foot + LEGEND_GAP
        draw_legend(canvas, entries, MARGIN, under, reading - 2 * MARGIN)
    height = round(top + layout.foot + foot)
    scene = scene_of(diagram, "map", round(width), height, canvas)
    return scene._replace(note=sheet.note)


def _draw_map(
    canvas: Canvas, sheet: Sheet, layout: SheetLayout, words: Words, texts: SheetWords
) -> None:
    """Bands, columns, rules, curves: each lies on what was painted before."""
    for group, head in zip(layout.groups, layout.heads, strict=True):
        _draw_group(canvas, group, head, layout, words)
    for column, card in enumerate(sheet.columns):
        if card is not None:
            _draw_column(canvas, column, sheet, layout, words)
    _draw_wide(canvas, sheet, layout)
    for lane in layout.lanes:
        _draw_rule(canvas, lane, layout)
        _draw_strips(canvas, lane, layout)
    if any(lane.lane.name == "curve" for lane in layout.lanes):
        for placed in layout.plots:
            draw_plot(canvas, placed, layout, words, texts)
    for lane in (*layout.lanes, *layout.shared):
        _draw_name(canvas, lane)
    for fold in layout.folds:
        # They say nothing new to those who listen to the sheet.
        with canvas.group("lane-names", hidden=True):
            for lane in layout.lanes:
                _draw_name(canvas, lane, layout.x(fold) - NAMES)
    _draw_shared(canvas, sheet, layout, words)


def _draw_shared(canvas: Canvas, sheet: Sheet, layout: SheetLayout, words: Words) -> None:
    """What belongs to no column, on the canvas below all of them."""
    if layout.shared and layout.bottom == layout.lanes[-1].box.bottom:
        y = layout.bottom
        canvas.line((layout.lanes[0].box.x, y), (layout.lanes[0].box.right, y), "rule")
    for lane in layout.shared:
        for i, cell in enumerate(lane.cells):
            if cell is not None:
                x = layout.x(i) + layout.pad
                draw_cell(canvas, cell, x, lane.box.y)


def _draw_group(
    canvas: Canvas, group: Group, head: Head | None, layout: SheetLayout, words: Words
) -> None:
    """The band of a stage, or the ground of columns without one."""
    band, stage = layout.band(group), group.stage
    if stage is None or head is None:
        ground = Box(band.x, layout.head, band.width, band.height - layout.head)
        canvas.rect(*ground, fill="band", radius=RADIUS)
        return
    set_head = SetHead(
        left=band.x + layout.pad - 3,
        right=band.right - layout.pad,
        titles=head.titles,
        goals=head.goals,
        goal_rise=2,
        goal_pitch=16,
        total_pitch=18,
        beside=head.beside,
    )
    with stage_band(canvas, stage, band, layout.head, words):
        stage_head(canvas, stage, set_head, words)


def _draw_column(
    canvas: Canvas, column: int, sheet: Sheet, layout: SheetLayout, words: Words
) -> None:
    """One touchpoint: all that its lanes say of it."""
    card = sheet.columns[column]
    assert card is not None
    x = layout.x(column)
    with touchpoint(canvas, card):
        top = layout.head + (0 if sheet.diagram.stages else CORNER)
        height = layout.bottom - CORNER - top
        canvas.rect(x + 4, top, layout.width_of(column) - 8, height, fill="band")
        for lane in layout.lanes:
            cell = lane.cells[column] if lane.cells and column not in lane.wide else None
            if cell is not None:
                draw_cell(canvas, cell, x + layout.pad, lane.box.y)


def _draw_wide(canvas: Canvas, sheet: Sheet, layout: SheetLayout) -> None:
    """What runs on over the grounds of other columns, each in a group of its touchpoint."""
    for lane in layout.lanes:
        for column in sorted(lane.wide):
            card, cell = sheet.columns[column], lane.cells[column]
            if card is not None and cell is not None:
                with canvas.group("wide-cell", title=card.title, touchpoint=card.id):
                    draw_cell(canvas, cell, layout.x(column) + layout.pad, lane.box.y)


def _draw_rule(canvas: Canvas, lane: PlacedLane, layout: SheetLayout) -> None:
    """A rule above every lane but those that belong to the touchpoint's head."""
    if lane.lane.name in ("touchpoint", "scores") and lane.box.y <= layout.head + 400:
        return
    canvas.line((lane.box.x, lane.box.y), (lane.box.right, lane.box.y), "rule")


def _draw_strips(canvas: Canvas, lane: PlacedLane, layout: SheetLayout) -> None:
    """What a lane says of whole stages, on the ground of their columns."""
    for strip in lane.strips:
        left, right = layout.x(strip.first), layout.columns[strip.end - 1][1]
        draw_facts(canvas, strip, left, right, lane.box.y, layout.pad)


def _draw_name(canvas: Canvas, lane: PlacedLane, x: float = MARGIN) -> None:
    y = lane.box.y + (20.5 if lane.box.height <= 31 else 23)
    for line in lane.names:
        canvas.text(x, y, line, size=TITLE_SIZE, bold=True)
        y += TITLE_PITCH
    for line in lane.holes:
        canvas.text(x, y, line, fill="muted")
        y += PITCH
