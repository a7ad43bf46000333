"""Spreading: tall cells of a row take the room of empty columns beside them.

A row is as high as its tallest cell. Where a stage has nothing to say beside that one, its text
runs on over the empty columns to the right. A card of improvements, which has a frame and points
to its touchpoint, does so wherever it gets lower by it, to the left as well.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import pairwise

from cjm.maps.content.sheet.model import Actions, Contact, Group, Lane, Reach, Scores
from cjm.maps.views.map.panels import pointing
from cjm.maps.views.map.setcell import LONGEST_LINE, PITCH, CellStyle, SetCell
from cjm.maps.views.map.typeset import set_cell
from cjm.tuples import NamedTuple

LEAST_SPARED = PITCH
"""A row that gets less lower than this stays as it is."""
OF_COLUMNS = (Contact, Scores, Reach)
"""What is read down its column, and stays in it."""


class Row(NamedTuple):
    """The set cells of a lane by column, and the columns whose cells run on over others."""

    cells: tuple[SetCell | None, ...]
    wide: frozenset[int] = frozenset()


def set_row(
    lane: Lane,
    style: CellStyle,
    groups: Sequence[Group],
    folds: Sequence[int],
    columns: Sequence[tuple[float, float]],
    pad: float,
) -> Row:
    """The cells of a lane, some of them spread where that makes the row lower."""
    widths = [right - left - 2 * pad for left, right in columns]
    narrow = tuple(
        None if cell is None else set_cell(cell, style._replace(width=width))
        for cell, width in zip(lane.cells, widths, strict=False)
    )
    if any(isinstance(told, OF_COLUMNS) for told in lane.told):
        return Row(narrow)
    spread = _Spread(lane, style, narrow, _stretches(groups, folds), columns, pad).row()
    saved = _height(narrow) - _height(spread.cells)
    is_cards = any(isinstance(told, Actions) for told in lane.told)
    return spread if is_cards or saved >= LEAST_SPARED else Row(narrow)


def _height(cells: Sequence[SetCell | None]) -> float:
    return max((cell.height for cell in cells if cell), default=0.0)


def _stretches(groups: Sequence[Group], folds: Sequence[int]) -> list[range]:
    """Columns beside each other of one stage, and on one side of names that stand again."""
    stretches = []
    for group in groups:
        inside = [fold for fold in folds if group.first < fold < group.end]
        stretches += [range(a, b) for a, b in pairwise([group.first, *inside, group.end])]
    return stretches


class _Spread:
    """A row whose tallest cell grows as long as that makes it lower, and whose cards all do."""

    def __init__(
        self,
        lane: Lane,
        style: CellStyle,
        narrow: tuple[SetCell | None, ...],
        stretches: list[range],
        columns: Sequence[tuple[float, float]],
        pad: float,
    ) -> None:
        self._lane, self._style, self._columns, self._pad = lane, style, columns, pad
        self._cells = list(narrow)
        self._free = [cell is None for cell in narrow]
        self._stretch = {i: stretch for stretch in stretches for i in stretch}
        self._extents = {i: (i, i) for i, cell in enumerate(narrow) if cell}

    def row(self) -> Row:
        """The row when its tallest cell gets no lower any more."""
        while (tallest := self._tallest(self._extents)) is not None and self._lower(tallest):
            pass
        cards = {i for i in self._extents if isinstance(self._lane.cells[i], Actions)}
        while (card := self._tallest(cards)) is not None:
            if not self._lower(card):
                cards.remove(card)
        wide = frozenset(i for i, (first, last) in self._extents.items() if last > first)
        return Row(tuple(self._cells), wide)

    def _tallest(self, columns: Iterable[int]) -> int | None:
        return max(columns, key=lambda i: (self._of(i).height, -i), default=None)

    def _lower(self, column: int) -> bool:
        """Whether a cell gets lower by running on over free columns, which it then does."""
        extent = self._grown(column, self._extents[column])
        while extent is not None:
            cell = self._set(column, extent)
            if cell.height < self._of(column).height:
                self._extents[column], self._cells[column] = extent, cell
                for taken in range(extent[0], extent[1] + 1):
                    self._free[taken] = False
                return True
            extent = self._grown(column, extent)
        return False

    def _of(self, column: int) -> SetCell:
        cell = self._cells[column]
        assert cell is not None
        return cell

    def _grown(self, column: int, extent: tuple[int, int]) -> tuple[int, int] | None:
        """The extent with one free column more; None where there is none, or no use for it."""
        first, last = extent
        if self._width(extent) >= LONGEST_LINE:
            return None
        stretch = self._stretch[column]
        if last + 1 in stretch and self._free[last + 1]:
            return first, last + 1
        is_card = isinstance(self._lane.cells[column], Actions)
        if is_card and first - 1 in stretch and self._free[first - 1]:
            return first - 1, last
        return None

    def _width(self, extent: tuple[int, int]) -> float:
        return self._columns[extent[1]][1] - self._columns[extent[0]][0] - 2 * self._pad

    def _set(self, column: int, extent: tuple[int, int]) -> SetCell:
        told = self._lane.cells[column]
        assert told is not None
        width = self._width(extent)
        cell = set_cell(told, self._style._replace(width=width))
        if not isinstance(told, Actions):
            return cell
        left = self._left(column, extent, width)
        return pointing(cell, self._width((column, column)) / 2 - left).moved(left, 0)

    def _left(self, column: int, extent: tuple[int, int], width: float) -> float:
        """Where a card begins, right of its column's own beginning: it ends with its columns."""
        if extent[0] == column:
            return 0.0
        right = self._columns[extent[1]][1] - self._columns[column][0] - 2 * self._pad
        return right - min(width, LONGEST_LINE)
