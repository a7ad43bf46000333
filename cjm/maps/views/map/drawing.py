"""Drawing: a sheet from its ground to its figures, as the text of an SVG."""

from __future__ import annotations

from cjm.design.themes import Theme
from cjm.maps.components.header import draw_header
from cjm.maps.content.model import StageHead
from cjm.maps.content.sheet.model import Group, Sheet
from cjm.maps.content.sheet.words import SheetWords, sheet_words
from cjm.maps.content.words import Words, words_of
from cjm.maps.scene.canvas import Canvas, plain
from cjm.maps.scene.geometry import Box
from cjm.maps.views.graph.cards import classes_of
from cjm.maps.views.graph.drawing import root_of
from cjm.maps.views.map.curve.drawing import draw_plot
from cjm.maps.views.map.layout import (
    HEAD_SIZE,
    LEAST_HEIGHT,
    LEAST_WIDTH,
    MARGIN,
    NAMES,
    Head,
    PlacedLane,
    SheetLayout,
    lay_out,
    width_of_sheet,
)
from cjm.maps.views.map.legend import draw_legend, entries_of, height_of
from cjm.maps.views.map.signs import draw_setting
from cjm.maps.views.map.typeset import TITLE_PITCH, TITLE_SIZE

HEADER_GAP, LEGEND_GAP = 26, 10
WIDEST_HEADER = 2600
"""On a wider sheet header and legend stay where the reader begins, as wide as on A3."""
CORNER = 6
"""What a column leaves of its band's rounded corners."""
RADIUS = 10


def draw(sheet: Sheet, theme: Theme) -> str:
    """The SVG of a map sheet, as cli.md promises it."""
    diagram = sheet.diagram
    words, texts = words_of(diagram.language), sheet_words(diagram.language)
    width = width_of_sheet(sheet)
    reading = width if width <= WIDEST_HEADER else LEAST_WIDTH
    canvas = Canvas(theme)
    top = draw_header(canvas, diagram, reading) + HEADER_GAP
    entries = entries_of(sheet, words, texts)
    foot = LEGEND_GAP + height_of(entries, reading - 2 * MARGIN)
    layout = lay_out(sheet, LEAST_HEIGHT - top - foot)
    with canvas.group("map", transform=f"translate(0 {plain(top)})"):
        _draw_map(canvas, sheet, layout, words, texts)
    under = top + layout.foot + LEGEND_GAP
    draw_legend(canvas, entries, MARGIN, under, reading - 2 * MARGIN)
    height = round(top + layout.foot + foot)
    root = root_of(diagram, theme, round(width), height, view="map")
    return "\n".join([root, canvas.text_of_all(), "</svg>\n"])


def _draw_map(
    canvas: Canvas, sheet: Sheet, layout: SheetLayout, words: Words, texts: SheetWords
) -> None:
    """Bands, columns, rules, curves: each lies on what was painted before."""
    for group, head in zip(sheet.groups, layout.heads, strict=True):
        _draw_group(canvas, group, head, layout, words, texts)
    for column, card in enumerate(sheet.columns):
        if card is not None:
            _draw_column(canvas, column, sheet, layout, words)
    for lane in layout.lanes:
        _draw_rule(canvas, lane, layout)
    if any(lane.lane.name == "curve" for lane in layout.lanes):
        for placed in layout.plots:
            draw_plot(canvas, placed, layout, words, texts)
    for lane in (*layout.lanes, *layout.shared):
        _draw_name(canvas, lane)
    for fold in layout.folds:
        # They say nothing new to those who listen to the sheet.
        with canvas.group("lane-names", aria_hidden="true"):
            for lane in layout.lanes:
                _draw_name(canvas, lane, layout.x(fold) - NAMES)
    _draw_shared(canvas, sheet, layout, words)


def _draw_shared(canvas: Canvas, sheet: Sheet, layout: SheetLayout, words: Words) -> None:
    """What belongs to no column, on the canvas below all of them."""
    if layout.shared and layout.bottom == layout.lanes[-1].box.bottom:
        y = layout.bottom
        canvas.line((layout.lanes[0].box.x, y), (layout.lanes[0].box.right, y), canvas.theme.rule)
    for lane in layout.shared:
        for i, setting in enumerate(lane.cells):
            if setting is not None:
                x = layout.x(i) + layout.pad
                draw_setting(canvas, setting, x, lane.box.y, words, sheet.diagram.scale)


def _draw_group(
    canvas: Canvas,
    group: Group,
    head: Head | None,
    layout: SheetLayout,
    words: Words,
    texts: SheetWords,
) -> None:
    """The band of a stage, or the ground of columns without one."""
    band, theme, stage = layout.band(group), canvas.theme, group.stage
    if stage is None or head is None:
        ground = Box(band.x, layout.head, band.width, band.height - layout.head)
        canvas.rect(ground.x, ground.y, ground.width, ground.height, fill=theme.band, radius=RADIUS)
        return
    total = f"{stage.balance} {words.to_balance}" if stage.balance else ""
    full = " — ".join(t for t in (stage.title, stage.goal, total) if t)
    with canvas.group("stage", full, data_stage=stage.id):
        canvas.rect(band.x, band.y, band.width, band.height, fill=theme.band, radius=RADIUS)
        rise, inner = plain(RADIUS - layout.head), plain(band.width - 2 * RADIUS)
        canvas.path(
            f"M{plain(band.x)} {plain(layout.head)}v{rise}a10 10 0 0 1 10 -10h{inner}"
            f"a10 10 0 0 1 10 10v{plain(layout.head - RADIUS)}z",
            fill=theme.band_head,
        )
        _draw_head(canvas, stage, head, band, layout, words)


def _draw_head(
    canvas: Canvas,
    stage: StageHead,
    head: Head,
    band: Box,
    layout: SheetLayout,
    words: Words,
) -> None:
    """Title and goal, and what the stage adds to the balance: beside them, or below."""
    theme, x, y = canvas.theme, band.x + layout.pad - 3, 22.0
    for line in head.titles:
        canvas.text(x, y, line, size=HEAD_SIZE, bold=True)
        y += 20
    for line in head.goals:
        canvas.text(x, y - 2, line, fill=theme.muted)
        y += 16
    if not stage.balance:
        return
    told = stage.mark in ("disappointment", "delight")
    fill = theme.tone(stage.mark or "").text if told else None
    if head.beside:
        end = band.right - layout.pad
        canvas.text(end, 22, stage.balance, size=HEAD_SIZE, bold=True, fill=fill, anchor="end")
        canvas.text(end, 40, words.to_balance, fill=theme.muted, anchor="end")
    else:
        parts = [(stage.balance + "\u00a0", True, fill), (words.to_balance, False, theme.muted)]
        canvas.spans(x, y, parts)


def _draw_column(
    canvas: Canvas, column: int, sheet: Sheet, layout: SheetLayout, words: Words
) -> None:
    """One touchpoint: all that its lanes say of it."""
    card = sheet.columns[column]
    assert card is not None
    gap = None if card.gap is None else plain(card.gap, 6)
    x = layout.x(column)
    with canvas.group(classes_of(card), card.sentence, data_touchpoint=card.id, data_gap=gap):
        top = layout.head + (0 if sheet.diagram.stages else CORNER)
        height = layout.bottom - CORNER - top
        canvas.rect(x + 4, top, layout.column - 8, height, fill=canvas.theme.band)
        for lane in layout.lanes:
            setting = lane.cells[column] if lane.cells else None
            if setting is not None:
                corner = x + layout.pad
                draw_setting(canvas, setting, corner, lane.box.y, words, sheet.diagram.scale)


def _draw_rule(canvas: Canvas, lane: PlacedLane, layout: SheetLayout) -> None:
    """A rule above every lane but those that belong to the touchpoint's head."""
    if lane.lane.name in ("touchpoint", "scores") and lane.box.y <= layout.head + 400:
        return
    canvas.line((lane.box.x, lane.box.y), (lane.box.right, lane.box.y), canvas.theme.rule)


def _draw_name(canvas: Canvas, lane: PlacedLane, x: float = MARGIN) -> None:
    first = 20.5 if lane.box.height <= 31 else 23
    for i, line in enumerate(lane.names):
        y = lane.box.y + first + i * TITLE_PITCH
        canvas.text(x, y, line, size=TITLE_SIZE, bold=True)
