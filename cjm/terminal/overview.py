"""Overview: many journeys as one page for a terminal, a line each."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING

from rich.text import Text

from cjm.i18n.ties import one_of
from cjm.terminal.columns import ALWAYS, BETWEEN, Column, fitting
from cjm.terminal.numbers import counted
from cjm.terminal.overview_columns import (
    BAR,
    FINDINGS,
    NEGATIVE,
    SEVERITIES,
    columns_of,
    file_column,
)
from cjm.terminal.overview_words import OverviewWords, overview_words_of
from cjm.terminal.page import page_of, sheet_of
from cjm.terminal.sheet import MARGIN, Lines, Sheet, kept
from cjm.terminal.signs import BAD, LEVELS, QUIET
from cjm.terminal.table import row
from cjm.terminal.text import cleaned, shortened, width_of

if TYPE_CHECKING:
    from cjm.checking.overview import Overview
    from cjm.checking.overview_rows import OverviewRow

SHORT_TITLE = 18
"""Columns are dropped before titles are cut shorter than this."""
SHORT_WORST = 9
"""The worst touchpoint is named where it has so many cells at least."""
LONGEST_TITLE = 48
ALL_BUT_BARS = 6
"""So many columns are what an overview has to say; the bars only show it."""


def overview_page(
    overview: Overview,
    language: str | None = None,
    width: int | None = None,
    color: bool = False,
    encoding: str = "utf-8",
) -> str:
    """Many journeys as a page, a line each: balance, shares, moments of truth, findings.

    `language` is by default the overview's own; `width`, `color` and `encoding` are those of
    `cjm.show`. The same overview gives the same text.
    """
    chosen = language or overview.language
    page = _Page(overview, sheet_of(width, chosen), overview_words_of(chosen))
    parts = [page.table(), page.notes()]
    return page_of([part for part in parts if part], color, encoding)


class _Page:
    """The parts of the page."""

    def __init__(self, overview: Overview, sheet: Sheet, words: OverviewWords) -> None:
        self._overview = overview
        self._sheet = sheet
        self._words = words
        self._rows = overview.journeys
        self._titles = [_title(row) for row in self._rows]
        self._worst = [self._worst_of(row) for row in self._rows]
        self._columns, self._room = self._arranged()

    def table(self) -> Lines:
        """The head, then each state's journeys, then the totals."""
        columns, room = self._columns, self._room
        head = Text(shortened(self._words.journey, room).ljust(room), QUIET)
        lines = [*self._heading(), row(head, columns, -1)]
        for state, group in groupby(range(len(self._rows)), lambda n: self._rows[n].state):
            title = self._sheet.words.states[state] if state else self._words.unread_group
            lines.append(Text(shortened(title, self._sheet.width), "bold cyan"))
            for place in group:
                style = "" if self._rows[place].readable else BAD
                lines.append(self._line(self._titles[place], place, style))
        if len(self._rows) > 1 and self._has(NEGATIVE, FINDINGS):
            lines.append(self._line(self._words.total, len(self._rows), QUIET))
        return lines

    def _line(self, title: str, place: int, style: str) -> Text:
        shown = shortened(title, self._room)
        text = Text.assemble((shown, style), " " * (self._room - width_of(shown)))
        return row(text, self._columns, place)

    def _has(self, *ranks: int) -> bool:
        """Whether any of these columns is on the page."""
        return any(column.rank in ranks for column in self._columns)

    def _heading(self) -> Lines:
        """How much this is, beside the title."""
        words, summary = self._words, self._overview.summary
        facts = [counted(summary["journeys"], words.journeys, self._sheet.words)]
        sheet_words = self._sheet.words
        facts.append(counted(summary["touchpoints"], sheet_words.touchpoints, sheet_words))
        if summary["unread"]:
            facts.append(counted(summary["unread"], words.unread, sheet_words))
        title = words.overview
        if self._overview.persona is not None:
            title += f" · {self._sheet.words.lived_by.format(cleaned(self._overview.persona))}"
        return self._sheet.headed(title, " · ".join(facts))

    def _arranged(self) -> tuple[list[Column], int]:
        """The columns that fit, and the room for titles."""
        room = self._sheet.width - MARGIN
        titles = [*self._titles, self._words.total, self._words.journey]
        longest = min(max(map(width_of, titles)), LONGEST_TITLE)
        least = min(longest, SHORT_TITLE)
        named = max(map(width_of, [self._words.columns["worst"], *self._worst]))
        for_worst = BETWEEN + min(named, SHORT_WORST)
        uncut = room - longest - named - BETWEEN
        columns = self._fitting(room - least - for_worst, uncut)
        if len(columns) < ALL_BUT_BARS:
            columns = self._fitting(room - least, uncut)
            for_worst = 0
        spare = room - sum(column.width for column in columns)
        if for_worst:
            share = max(spare - longest, spare * 2 // 5)  # what journeys' titles leave, or its part
            cells = max(for_worst, min(named + BETWEEN, share)) - BETWEEN
            columns.append(self._worst_column(cells))
            spare -= columns[-1].width
        files = file_column(self._overview, self._words.columns["file"])
        if files.width <= spare - longest:
            columns.append(files)
        return columns, max(1, min(longest, spare))

    def _fitting(self, room: int, uncut: int) -> list[Column]:
        """Under words where all of them fit and no title is cut, else under signs, as many as fit.

        Within `uncut` cells they leave every title the room it wants: bars are worth no title.
        """
        for brief in (False, True):
            made = columns_of(self._overview, self._sheet, self._words, brief)
            columns = fitting(made, room)
            if _width(columns) > uncut:
                columns = [column for column in columns if column.rank != BAR]
            if len(columns) >= ALL_BUT_BARS and _width(columns) <= uncut:
                break
        return columns

    def _worst_column(self, cells: int) -> Column:
        """The worst touchpoint's title, shortened to so many cells."""
        texts = [Text(shortened(text, cells)) for text in self._worst]
        for text, line in zip(texts, self._rows, strict=True):
            text.stylize("" if line.readable else BAD)
        heading = shortened(self._words.columns["worst"], cells)
        return Column(heading, [*texts, Text()], ALWAYS, "left")

    def _worst_of(self, line: OverviewRow) -> str:
        if not line.readable:
            return self._words.not_read
        title = cleaned(line.worst_title or "") or cleaned(line.worst or "")
        return one_of(title, line.worst_tied, self._sheet.words.language)

    def notes(self) -> Lines:
        """What the signs mean, and what is not in the table."""
        words, sheet, summary = self._words, self._sheet, self._overview.summary
        lines = sheet.paragraph(Text("  ").join(self._legend()))
        beside = [
            counted(summary[name], forms, sheet.words)
            for name, forms in (("baselined", words.baselined), ("skipped", words.skipped))
            if summary[name]
        ]
        return [*lines, *(sheet.listed(beside, style=QUIET) if beside else [])]

    def _legend(self) -> list[Text]:
        words, phrases = self._words, self._sheet.words
        summary = self._overview.summary
        signs = [
            (*LEVELS["disappointment"], phrases.disappointment),
            (*LEVELS["delight"], phrases.delight),
        ]
        headings = {column.heading for column in self._columns}
        signs += [
            (sign, "", meaning)
            for name, meaning in words.meanings.items()
            if (sign := words.brief[name]) in headings
        ]
        signs += [
            (sign, style, word)
            for (name, sign, style), word in zip(SEVERITIES, words.severities, strict=True)
            if summary[name] and self._has(FINDINGS)
        ]
        items = [
            Text.assemble((sign, style), (kept(f" {meaning}"), QUIET))
            for sign, style, meaning in signs
        ]
        if any(line.assumed for line in self._rows):
            items.append(Text(phrases.assumed, QUIET))
        return [Text(kept(words.worst), QUIET), *items]


def _width(columns: list[Column]) -> int:
    """The cells that columns take."""
    return sum(column.width for column in columns)


def _title(line: OverviewRow) -> str:
    """A journey's title; of one that could not be read the file."""
    return cleaned(line.title or "") or cleaned(line.file or "") or cleaned(line.journey or "–")
