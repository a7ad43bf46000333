"""Tables on slides: rows as high as their texts, over as many slides as these take."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from cjm.maps.scene.geometry import Box
from cjm.maps.scene.text import flowed
from cjm.maps.slides.deck import LEAST, Deck, Paragraph, Run, emu
from cjm.tuples import NamedTuple

LINE = 1.28
"""The height of a line of text, in sizes."""
PADDING = 6.0
NOTHING = "\N{NO-BREAK SPACE}"
"""In an empty cell, so that its row is no higher than a line of small text."""
NARROWER = 0.92
"""Texts may be set in a font that is wider than the one they are measured in."""
MOST_LINES = 16
_NO_STYLE = "{2D5ABB26-0587-4C30-8999-92F81FD0307C}"
"""Of PowerPoint's own styles of tables the one without any."""


class Row(NamedTuple):
    """A row of a table: paragraphs of each cell, and the ground of each; "" is the slide's own."""

    cells: tuple[tuple[Paragraph, ...], ...]
    grounds: tuple[str, ...] = ()


def height_of(row: Row, widths: Sequence[float]) -> float:
    """How high a row is."""
    return (
        max(_height(cell, width) for cell, width in zip(row.cells, widths, strict=True)) + PADDING
    )


def _height(cell: Sequence[Paragraph], width: float) -> float:
    return sum(_lines(line, width) * LINE * _size(line) for line in cell) or LEAST * LINE


def _size(line: Paragraph) -> float:
    return max((run.size for run in line), default=LEAST)


def _lines(line: Paragraph, width: float) -> int:
    text, bold = "".join(run.text for run in line), any(run.bold for run in line)
    return max(1, len(flowed(text, (width - 10) * NARROWER, _size(line), bold)))


def shortened(lines: Sequence[str], width: float) -> list[str]:
    """Lines of a cell that are too many for a slide end with …; notes have them all."""
    kept: list[str] = []
    count = 0
    for line in lines:
        count += _lines((Run(line),), width)
        if count > MOST_LINES:
            return [*kept, "…"]
        kept.append(line)
    return kept


def pages_of(
    rows: Sequence[Row], widths: Sequence[float], rooms: Iterator[float]
) -> list[list[Row]]:
    """The rows of each slide; `rooms` gives the height that each slide has for them."""
    pages: list[list[Row]] = [[]]
    room = next(rooms)
    for row in rows:
        height = height_of(row, widths)
        if height > room and pages[-1]:
            pages.append([])
            room = next(rooms)
        pages[-1].append(row)
        room -= height
    return pages


def add_table(
    deck: Deck, slide: Any, box: Box, rows: Sequence[Row], widths: Sequence[float]
) -> Any:
    """A native table."""
    frame = slide.shapes.add_table(len(rows), len(widths), *map(emu, box))
    table = frame.table
    _plain(table)
    for place, width in enumerate(widths):
        table.columns[place].width = emu(width)
    for number, row in enumerate(rows):
        table.rows[number].height = emu(height_of(row, widths))
        for place, cell in enumerate(row.cells):
            made = table.cell(number, place)
            deck.write(made, cell or [(Run(NOTHING),)])
            made.margin_left = made.margin_right = emu(5)
            made.margin_top = made.margin_bottom = emu(2.5)
            ground = row.grounds[place] if row.grounds else ""
            made.fill.solid()
            made.fill.fore_color.rgb = deck.colour(ground or "canvas")
            _rule(deck, made)
    return table


def _plain(table: Any) -> None:
    """Without the bands of PowerPoint's own style."""
    table.horz_banding = table.first_row = False
    table._tbl.tblPr[0].text = _NO_STYLE


def _rule(deck: Deck, cell: Any) -> None:
    """Thin lines above and below a cell; python-pptx has no borders of its own."""
    from pptx.oxml.ns import qn

    properties = cell._tc.get_or_add_tcPr()
    for side in ("a:lnB", "a:lnT"):
        line = properties.makeelement(qn(side), {"w": "6350"})
        fill = line.makeelement(qn("a:solidFill"), {})
        fill.append(fill.makeelement(qn("a:srgbClr"), {"val": str(deck.colour("rule"))}))
        line.append(fill)
        properties.insert(0, line)
