"""The map on slides: the curve over a table of rows and touchpoints."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import chain, pairwise, repeat
from typing import Any

from cjm.maps.content.model import Card
from cjm.maps.content.sheet.model import Lane, Sheet
from cjm.maps.scene.geometry import Box
from cjm.maps.slides.cells import bulleted, lines_of
from cjm.maps.slides.curve import add_curve
from cjm.maps.slides.deck import FOOT, INNER, MARGIN, TOP, Deck, Paragraph, Run, note
from cjm.maps.slides.tables import Row, add_table, height_of, pages_of, shortened
from cjm.maps.slides.words import SlideWords

MOST_COLUMNS = 7
NAMES = 92.0
CURVE = 118.0
SHOWN_ELSEWHERE = ("touchpoint", "scores", "curve", "links")
"""Rows that are the table's head, the chart, or addresses."""


def add_sheet(deck: Deck, sheet: Sheet, words: SlideWords) -> None:
    """The slides of the map, along the journey; rows that find no room stand on the next."""
    count = max(1, -(-len(sheet.columns) // MOST_COLUMNS))
    ends = [round(len(sheet.columns) * n / count) for n in range(count + 1)]
    made = [(range(a, b), page) for a, b in pairwise(ends) for page in _pages(sheet, range(a, b))]
    for number, (columns, (rows, has_curve)) in enumerate(made, 1):
        title = f"{sheet.diagram.header.title} · {words.map}"
        if len(made) > 1:
            title = words.part.format(title=title, n=number, count=len(made))
        slide = deck.slide(title)
        top = TOP
        head = _head(sheet, columns)
        widths = _widths(columns)
        if has_curve:
            names = [_title(sheet.columns[n]) for n in columns]
            box = Box(MARGIN + NAMES, TOP, INNER - NAMES, CURVE)
            add_curve(deck, slide, box, sheet.plots[0], columns, names, words)
            lane = next((lane for lane in sheet.lanes if lane.name == "curve"), None)
            name = [(Run(lane.title if lane else "", True, "muted"),)]
            deck.text(slide.shapes, Box(MARGIN, TOP, NAMES, CURVE), name)
            top += CURVE + 4
        box = Box(MARGIN, top, INNER, sum(height_of(row, widths) for row in (*head, *rows)))
        table = add_table(deck, slide, box, (*head, *rows), widths)
        _join_stages(table, sheet, columns)
        note(slide, _notes(sheet, columns))


def _widths(columns: range) -> list[float]:
    return [NAMES, *repeat((INNER - NAMES) / len(columns), len(columns))]


def _title(card: Card | None) -> str:
    return card.title if card else ""


def _pages(sheet: Sheet, columns: range) -> Iterator[tuple[list[Row], bool]]:
    """The rows of each slide for these columns, and whether the curve stands above them."""
    widths, rows = _widths(columns), [_row(sheet, lane, columns) for lane in sheet.lanes]
    head = sum(height_of(row, widths) for row in _head(sheet, columns))
    room = FOOT - TOP - head
    has_curve = bool(sheet.plots)
    rooms = chain([room - CURVE - 4 if has_curve else room], repeat(room))
    shown = [row for row in rows if row is not None]
    for number, page in enumerate(pages_of(shown, widths, rooms)):
        yield page, has_curve and number == 0


def _head(sheet: Sheet, columns: range) -> tuple[Row, ...]:
    """Stages, touchpoints and their scores."""
    stages: list[tuple[Paragraph, ...]] = [()]
    seen = ""
    for n in columns:
        group = next(group for group in sheet.groups if group.first <= n < group.end)
        title = group.stage.title if group.stage else ""
        stages.append(((Run(title, True),),) if title and title != seen else ())
        seen = title
    lanes = {lane.name: lane.title for lane in sheet.lanes}
    titles: list[tuple[Paragraph, ...]] = [((Run(lanes.get("touchpoint", ""), True, "muted"),),)]
    titles += [((Run(_title(sheet.columns[n]), True, size=10),),) for n in columns]
    scores: list[tuple[Paragraph, ...]] = [((Run(lanes.get("scores", ""), True, "muted"),),)]
    scores += [_scores(sheet.columns[n]) for n in columns]
    grounds = ("band_head",) * (len(columns) + 1)
    rows = [Row(tuple(titles), ("card",) * len(grounds))]
    if sheet.diagram.stages:
        rows.insert(0, Row(tuple(stages), grounds))
    if "scores" in lanes:
        rows.append(Row(tuple(scores)))
    return tuple(rows)


def _join_stages(table: Any, sheet: Sheet, columns: range) -> None:
    """A stage's head over all of its columns."""
    if not sheet.diagram.stages:
        return
    for group in sheet.groups:
        first, last = max(group.first, columns.start), min(group.end, columns.stop) - 1
        if first < last and group.stage:
            begin = table.cell(0, first - columns.start + 1)
            begin.merge(table.cell(0, last - columns.start + 1))
            for paragraph in begin.text_frame.paragraphs[1:]:  # moved here from the others
                paragraph._p.getparent().remove(paragraph._p)


def _scores(card: Card | None) -> tuple[Paragraph, ...]:
    if card is None:
        return ()
    known = [
        text
        for value, text in (
            (card.expectation, card.expectation_text), (card.experience, card.experience_text)
        )
        if value is not None
    ]  # fmt: skip
    runs = [Run(" → ".join(known), size=10)]
    if card.gap is not None:
        runs.append(Run(f"   {card.gap_text}", True, f"{card.level or 'satisfaction'}.text", 11))
    return (tuple(runs),)


def _row(sheet: Sheet, lane: Lane, columns: range) -> Row | None:
    """A row of the map for these columns; None where it says nothing."""
    if lane.name in SHOWN_ELSEWHERE:
        return None
    width = _widths(columns)[1]
    cells = [_texts(sheet, lane, n) for n in columns]
    if not any(cells):
        return None
    told = [tuple((Run(line),) for line in shortened(bulleted(lines), width)) for lines in cells]
    return Row((((Run(lane.title, True, "muted"),),), *told))


def _texts(sheet: Sheet, lane: Lane, column: int) -> list[str]:
    """What a cell says; in a stage's first column what is said of the whole stage, too."""
    lines = lines_of(lane.cells[column]) if lane.cells else []
    for number, group in enumerate(sheet.groups):
        if group.first == column and group.stage and lane.facts and lane.facts[number]:
            facts = lines_of(lane.facts[number])
            lines = [*(f"{group.stage.title}: {fact}" for fact in facts), *lines]
    return lines


def _notes(sheet: Sheet, columns: range) -> Sequence[str]:
    """Every figure and text of these columns."""
    told: list[str] = []
    for n in columns:
        card = sheet.columns[n]
        if card is None:
            continue
        told.append(card.sentence)
        for lane in sheet.lanes:
            if lane.name not in ("touchpoint", "scores", "curve") and (
                lines := _texts(sheet, lane, n)
            ):
                told.append(f"{lane.title}: {'; '.join(lines)}")
    shared = (
        (lane.title, line) for lane in sheet.shared for c in lane.cells for line in lines_of(c)
    )
    return [*told, *(f"{title}: {line}" for title, line in shared)]
