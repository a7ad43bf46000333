"""Layout: Sheet → a place for every column, lane and cell."""

from itertools import pairwise

from cjm.maps.components.stage import rows_below, total_width
from cjm.maps.content.sheet.model import Group, Lane, Plot, Sheet
from cjm.maps.content.words import Words, words_of
from cjm.maps.scene.geometry import Box
from cjm.maps.scene.text import COLUMN_SLACK, width_of
from cjm.maps.views.map.axis import Axis, axis_of
from cjm.maps.views.map.folds import SCREEN, Fit, folds_of, parted
from cjm.maps.views.map.setcell import PITCH, SetCell, name_lines, text_lines
from cjm.maps.views.map.spreading import Row, set_row
from cjm.maps.views.map.strips import FOOT_OF_STRIP, SetStrip, strips_of, under_strips
from cjm.maps.views.map.typeset import (
    TITLE_PITCH,
    TITLE_SIZE,
    set_cell,
    style_of,
)
from cjm.tuples import NamedTuple

MARGIN, NAMES = 40, 124
FOLD = 164
"""Room for names that stand again: as much as left of the first column."""
LEAST_COLUMN, NARROW_COLUMN, MANY = 128, 104, 60
"""Columns get narrower where there are more than MANY."""
PAD, NARROW_PAD = 10, 8
BAND_GAP = 6
WIDEST_COLUMN = 320.0
"""On a page of few columns: lines of text are no longer."""
HEAD_SIZE = 16
LONGEST_TITLE = 560
WIDE_HEAD = 240
"""Where a stage's title has this much room its total stands beside it, else below."""
PLOT, LEAST_PLOT, MOST_PLOT = 252, 190, 460
KEY = 26
"""The strip above a plot that says whose curves it holds."""
STARS = 24
"""The strip above a plot for the stars."""
FOOT = 14


class Head(NamedTuple):
    """A stage's head as it is set: its lines, its total beside or in `rows` below them."""

    titles: tuple[str, ...]
    goals: tuple[str, ...]
    beside: bool
    rows: int


class PlacedPlot(NamedTuple):
    """One plot: its whole box, the field of its axis, and whether a key stands above it."""

    plot: Plot
    box: Box
    field: Box
    keyed: bool


class PlacedLane(NamedTuple):
    """One lane: its box from margin to margin, its name's lines, and its cells by column.

    `holes` are lines below the name that tell how little is written; `strips` what it says of
    whole stages; cells of `wide` columns run on over empty ones.
    """

    lane: Lane
    box: Box
    names: tuple[str, ...]
    cells: tuple[SetCell | None, ...] = ()
    holes: tuple[str, ...] = ()
    strips: tuple[SetStrip, ...] = ()
    wide: frozenset[int] = frozenset()


class SheetLayout(NamedTuple):
    """Every place on the sheet, with y = 0 at the upper edge of the stages.

    `columns` are their edges, left and right; `folds` the columns before which the lanes' names
    stand again; `shared` are lanes of what belongs to no column, below the stages; `groups` are
    the stages, one that folds run through in parts, each with its head of `heads`.
    """

    width: float
    columns: tuple[tuple[float, float], ...]
    pad: float
    head: float
    heads: tuple[Head | None, ...]
    lanes: tuple[PlacedLane, ...]
    plots: tuple[PlacedPlot, ...]
    axis: Axis
    bottom: float
    folds: tuple[int, ...] = ()
    shared: tuple[PlacedLane, ...] = ()
    groups: tuple[Group, ...] = ()

    def x(self, column: float) -> float:
        """The left edge of a column, or a place in it by the fraction."""
        whole = min(int(column), len(self.columns) - 1)
        left, right = self.columns[whole]
        return left + (column - whole) * (right - left)

    def width_of(self, column: int) -> float:
        """How wide a column is: on the pages of a paper that has fewer, they are wider."""
        left, right = self.columns[column]
        return right - left

    def middle(self, column: int) -> float:
        """The middle of a column."""
        return self.x(column + 0.5)

    @property
    def foot(self) -> float:
        """The lower edge of all lanes."""
        return self.shared[-1].box.bottom if self.shared else self.bottom

    def band(self, group: Group) -> Box:
        """The band of a stage or of columns without one."""
        x = self.x(group.first) + BAND_GAP / 2
        end = self.columns[group.end - 1][1] - BAND_GAP / 2
        return Box(x, 0, end - x, self.bottom)


def width_of_sheet(sheet: Sheet, fit: Fit = SCREEN) -> float:
    """As wide as the paper, wider where the columns would be too narrow to read."""
    count = len(sheet.columns)
    least = NARROW_COLUMN if count > MANY else LEAST_COLUMN
    folds = folds_of(sheet.groups, fit)
    if fit != SCREEN and folds:
        sums = sum(_paged(fit, folds, count))
        return 2 * MARGIN + NAMES + FOLD * len(folds) + sums
    return max(fit.width, 2 * MARGIN + NAMES + FOLD * len(folds) + count * least)


def reading_width(sheet: Sheet, fit: Fit = SCREEN) -> float:
    """The width of header and legend: on a wide sheet they stay where the reader begins."""
    width, folds = width_of_sheet(sheet, fit), folds_of(sheet.groups, fit)
    if fit != SCREEN and folds:
        return MARGIN + NAMES + sum(_paged(fit, folds, len(sheet.columns))[: folds[0]]) + MARGIN
    return width if width <= fit.reading else fit.width


def _paged(fit: Fit, folds: tuple[int, ...], count: int) -> list[float]:
    """The widths of columns that fill the pages of a paper, from one fold to the next."""
    room, widths = fit.width - 2 * MARGIN - NAMES, []
    for first, end in pairwise((0, *folds, count)):
        widths += [min(WIDEST_COLUMN, room / (end - first))] * (end - first)
    return widths


def _columns(sheet: Sheet, width: float, fit: Fit) -> tuple[tuple[float, float], ...]:
    """The edges of all columns."""
    count, folds = len(sheet.columns), folds_of(sheet.groups, fit)
    widths = [(width - 2 * MARGIN - NAMES - FOLD * len(folds)) / count] * count
    if fit != SCREEN and folds:
        widths = _paged(fit, folds, count)
    edges, x = [], MARGIN + NAMES + 0.0
    for i, wide in enumerate(widths):
        x += FOLD if i in folds else 0
        edges.append((x, x + wide))
        x += wide
    return tuple(edges)


def lay_out(sheet: Sheet, room: float, fit: Fit = SCREEN) -> SheetLayout:
    """A place for everything; `room` is the height that header and legend leave on the paper."""
    width, words = width_of_sheet(sheet, fit), words_of(sheet.diagram.language)
    columns, folds = _columns(sheet, width, fit), folds_of(sheet.groups, fit)
    pad = NARROW_PAD if len(columns) > MANY else PAD
    narrowest = min(right - left for left, right in columns)
    groups = parted(sheet.groups, folds, words)
    heads = tuple(_head(g, columns[g.end - 1][1] - columns[g.first][0], pad, words) for g in groups)
    head = max((_head_height(h) for h in heads if h), default=0.0)
    set_lanes = []
    for lane in sheet.lanes:
        style = style_of(lane, narrowest - 2 * pad, words, sheet.diagram.scale)
        strips = strips_of(lane, sheet.groups, folds, columns, pad)
        row = set_row(lane, style, sheet.groups, folds, columns, pad)
        set_lanes.append(_set_lane(lane, row, strips))
    shared = _shared(sheet, narrowest, pad)
    heights = [*(s.box.height for s in set_lanes), *(s.box.height for s in shared)]
    plot = _plot_height(sheet, room - head - sum(heights) - FOOT)
    lanes, y = [], head
    for placed in set_lanes:
        high = plot * len(sheet.plots) if placed.lane.name == "curve" else placed.box.height
        lanes.append(placed._replace(box=Box(MARGIN, y, width - 2 * MARGIN, high)))
        y += high
    ends_white = bool(lanes) and lanes[-1].lane.name == "curve"
    bottom = y if ends_white else y + FOOT
    plots = _plots(sheet, lanes, plot)
    axis = axis_of(sheet.plots, sheet.diagram.scale)
    below = _moved(shared, bottom, width - 2 * MARGIN)
    return SheetLayout(
        width, columns, pad, head, heads, tuple(lanes), plots, axis, bottom, folds, below, groups
    )


def _set_lane(lane: Lane, row: Row, strips: tuple[SetStrip, ...] = ()) -> PlacedLane:
    """A lane with its height; its place comes later."""
    names = text_lines(lane.title, NAMES - 20, TITLE_SIZE, bold=True) if lane.title else ()
    holes = text_lines(lane.hole, NAMES - 20) if lane.hole else ()
    cells = under_strips(row.cells, strips)
    height = max(
        13 + len(names) * TITLE_PITCH + len(holes) * PITCH,
        *(cell.height for cell in cells if cell is not None),
        *(strip.height + FOOT_OF_STRIP for strip in strips),
        0,
    )
    return PlacedLane(lane, Box(MARGIN, 0, 0, height), names, cells, holes, strips, row.wide)


def _shared(sheet: Sheet, column: float, pad: float) -> list[PlacedLane]:
    """What belongs to no column, in as many rows as it fills."""
    words, count = words_of(sheet.diagram.language), len(sheet.columns)
    rows = []
    for lane in sheet.shared:
        for first in range(0, len(lane.cells), count):
            part = lane._replace(cells=lane.cells[first : first + count])
            part = part._replace(title="") if first else part
            style = style_of(part, column - 2 * pad, words, sheet.diagram.scale)
            cells = tuple(None if cell is None else set_cell(cell, style) for cell in part.cells)
            rows.append(_set_lane(part, Row(cells)))
    return rows


def _moved(shared: list[PlacedLane], top: float, width: float) -> tuple[PlacedLane, ...]:
    """The shared lanes below each other."""
    placed = []
    for lane in shared:
        placed.append(lane._replace(box=Box(MARGIN, top, width, lane.box.height)))
        top += lane.box.height
    return tuple(placed)


def _plot_height(sheet: Sheet, spare: float) -> float:
    """The height of each plot: with room to spare the curve takes it."""
    if not any(lane.name == "curve" for lane in sheet.lanes):
        return 0
    key = KEY if _keyed(sheet) else 0
    count = len(sheet.plots)
    usual = (PLOT if count == 1 else LEAST_PLOT) + key
    nodes = (n for plot in sheet.plots for c in plot.curves for n in c.nodes)
    if all(node.value is None for node in nodes):
        return LEAST_PLOT + key
    if not sheet.whole:
        return usual
    return max(usual, min(MOST_PLOT + key, spare / count))


def _keyed(sheet: Sheet) -> bool:
    return sum(len(plot.curves) for plot in sheet.plots) > 1


def _plots(sheet: Sheet, lanes: list[PlacedLane], height: float) -> tuple[PlacedPlot, ...]:
    placed = []
    key = KEY if _keyed(sheet) else 0
    for lane in lanes:
        if lane.lane.name == "curve":
            for i, plot in enumerate(sheet.plots):
                box = Box(lane.box.x, lane.box.y + i * height, lane.box.width, height)
                top = box.y + key + STARS
                x = MARGIN + NAMES
                field = Box(x, top, box.right - x, box.bottom - 10 - top)
                placed.append(PlacedPlot(plot, box, field, bool(key)))
    return tuple(placed)


def _head(group: Group, width: float, pad: float, words: Words) -> Head | None:
    stage = group.stage
    if stage is None:
        return None
    room = width - BAND_GAP - 2 * pad
    total = total_width(stage)
    title = width_of(stage.title, HEAD_SIZE, bold=True) * COLUMN_SLACK
    beside = bool(stage.balance) and room - total - 16 >= min(title, WIDE_HEAD)
    inner = room - (total + 16 if beside else 0)
    return Head(
        name_lines(stage.title, inner, HEAD_SIZE, bold=True, longest=LONGEST_TITLE),
        text_lines(stage.goal, inner, longest=LONGEST_TITLE),
        beside or not stage.balance,
        rows_below(stage, room, words),
    )


def _head_height(head: Head) -> float:
    height = 3 + len(head.titles) * 20 + len(head.goals) * 16 + 10
    return max(50, height + (0 if head.beside else 20 * head.rows))
