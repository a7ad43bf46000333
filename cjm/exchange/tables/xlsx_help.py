"""What helps people to fill a sheet in: frozen headings, widths, choices, bounds, colours of C."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from math import ceil
from typing import Any

from cjm.design.themes import Tone, theme_of
from cjm.exchange.tables.cells import Word, YesNo
from cjm.exchange.tables.columns import Column
from cjm.exchange.tables.sheets import CHANNELS, STAGES, Sheet
from cjm.exchange.tables.values import Style
from cjm.exchange.tables.writing import Written
from cjm.exchange.tables.xlsx_bounds import column_letters
from cjm.i18n import Message, say, translate

LAST = 1_000
"""Choices and bounds are given down to this row, so that new rows have them, too."""
NARROWEST, WIDEST = 9, 44
"""Widths of columns, in characters."""
PALER = 0.4
LINE, TALLEST = 15, 400
"""Heights of rows, in points; no row can be higher than 409."""


def dress(sheet: Any) -> None:
    """Frozen headings that are seen as such, and cells as large as what stands in them."""
    from openpyxl.styles import Alignment, Font, PatternFill

    theme = theme_of("light")
    ground = PatternFill("solid", fgColor=_argb(theme.band_head))
    for cell in sheet[1]:
        cell.font = Font(name="Calibri", bold=True, color=_argb(theme.ink))
        cell.fill = ground
        cell.alignment = Alignment(vertical="center", wrap_text=True)
    for row in sheet.iter_rows(min_row=2):
        for cell in row:
            side = "left" if cell.is_date else None
            wrap = isinstance(cell.value, str)
            cell.alignment = Alignment(horizontal=side, vertical="top", wrap_text=wrap)
    widths = [_width(column) for column in sheet.iter_cols()]
    for place, width in enumerate(widths):
        sheet.column_dimensions[column_letters(place)].width = width
    for number, row in enumerate(sheet.iter_rows(), 1):
        lines = max(_height(cell, width) for cell, width in zip(row, widths, strict=True))
        sheet.row_dimensions[number].height = min(lines * LINE + 3, TALLEST)
    sheet.freeze_panes = "B2"
    sheet.page_setup.orientation = "landscape"
    sheet.print_title_rows = "1:1"


def _width(column: Sequence[Any]) -> int:
    lines = [len(line) for cell in column for line in _lines(cell)]
    return min(max(NARROWEST, *lines) + 2, WIDEST)


def _height(cell: Any, width: int) -> int:
    """How many lines the text of a cell takes."""
    return sum(max(1, ceil(len(line) / (width - 2))) for line in _lines(cell))


def _lines(cell: Any) -> Sequence[str]:
    if cell.value is None or cell.data_type == "f":
        return [""]
    return str(cell.value).split("\n")


def dress_touchpoints(sheet: Any, table: Written, data: Mapping[str, Any], style: Style) -> None:
    """The sheet of touchpoints: with choices, with bounds of scores, with colours for C."""
    dress(sheet)
    sheet.freeze_panes = "C2"
    sheet.print_title_cols = "A:B"
    gap = [column.route for column in table.columns].index(("experience", "score")) + 1
    low, high = data["scale"]
    for place, column in enumerate(table.columns):
        letters = column_letters(place if place < gap else place + 1)
        if rule := _rule(column, data, style, (low, high)):
            rule.add(f"{letters}2:{letters}{LAST}")
            sheet.add_data_validation(rule)
    _colour(sheet, f"{column_letters(gap)}2:{column_letters(gap)}{LAST}", high - low)


def _rule(column: Column, data: Mapping[str, Any], style: Style, scale: tuple[float, float]) -> Any:
    """What the cells of a column may hold; None for anything."""
    from openpyxl.worksheet.datavalidation import DataValidation

    if column.route[-1] == "score":
        low, high = scale
        rule = DataValidation("decimal", f"{low!r}", f"{high!r}", allow_blank=True)
        rule.operator = "between"
        message = say("a score from {low} to {high}", low=low, high=high)
        return _told(rule, message, style)
    if isinstance(column.codec, Word):
        return _choice(f'"{",".join(column.codec.choices(style.language))}"')
    if isinstance(column.codec, YesNo):
        return _choice(f'"{column.codec.write(True, style)}"')
    for sheet in (STAGES, CHANNELS):
        if column.route == (sheet.kind,) and data.get(sheet.key):
            rule = _choice(_range(sheet, data, style))
            if sheet is CHANNELS:
                rule.showErrorMessage = False  # a touchpoint may have several
            return rule
    return None


def _choice(formula: str) -> Any:
    from openpyxl.worksheet.datavalidation import DataValidation

    rule = DataValidation("list", formula1=formula, allow_blank=True)
    rule.errorStyle, rule.showErrorMessage = "warning", True  # a new stage is no mistake
    return rule


def _range(sheet: Sheet, data: Mapping[str, Any], style: Style) -> str:
    """The cells of a sheet of their own from which a name is chosen."""
    items = data[sheet.key]
    shown = style.catalogues[sheet.kind]
    titled = all(shown[id] == item.get("title", id) for id, item in items.items())
    letters = "B" if titled else "A"
    return f"'{sheet.name(style.language)}'!${letters}$2:${letters}${len(items) + 1}"


def _told(rule: Any, message: Message, style: Style) -> Any:
    rule.error = translate(message, style.language)
    rule.showErrorMessage = True
    return rule


def _colour(sheet: Any, cells: str, width: float) -> None:
    """C from the colour of disappointment over white to that of delight."""
    from openpyxl.formatting.rule import ColorScaleRule

    theme = theme_of("light")
    ends = (-width / 2, 0, width / 2)
    colours = (_fill(theme.disappointment), "FFFFFFFF", _fill(theme.delight))
    parts: dict[str, Any] = {}
    for name, end, colour in zip(("start", "mid", "end"), ends, colours, strict=True):
        parts |= {f"{name}_type": "num", f"{name}_value": end, f"{name}_color": colour}
    sheet.conditional_formatting.add(cells, ColorScaleRule(**parts))


def _fill(tone: Tone) -> str:
    """The colour of a level, paler: figures on it stay legible."""
    parts = (int(tone.fill.lstrip("#")[n : n + 2], 16) for n in (0, 2, 4))
    return "FF" + "".join(f"{round(part + (255 - part) * PALER):02X}" for part in parts)


def _argb(colour: str) -> str:
    return f"FF{colour.lstrip('#').upper()}"
