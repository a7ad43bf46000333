"""Columns of an overview: what it says of each journey, and which of it fits."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from rich.text import Text

from cjm.i18n import numbers
from cjm.journey import Level
from cjm.terminal.bars import account_bar
from cjm.terminal.columns import Column
from cjm.terminal.numbers import aligned, percentage, total
from cjm.terminal.signs import BAD, GOOD, LEVELS, NONE, QUIET, WARN
from cjm.terminal.text import cleaned

if TYPE_CHECKING:
    from cjm.checking.overview import Overview
    from cjm.checking.overview_rows import OverviewRow
    from cjm.terminal.overview_words import OverviewWords
    from cjm.terminal.sheet import Sheet
    from cjm.terminal.words import Words

FILE, BAR, SUCCESS, NEGATIVE, FINDINGS, DISAPPOINTED, GAP, BALANCE = range(8)
"""The order in which columns are dropped where they do not fit; the balance never is."""
SEVERITIES = (("error", "✗", BAD), ("warning", "!", WARN), ("info", "i", ""))
FINE = "✓"
"""In place of findings where there are none."""
BAR_WIDTH = 15


def columns_of(overview: Overview, sheet: Sheet, names: OverviewWords, brief: bool) -> list[Column]:
    """Every column but the titles, from left to right; the last cell of each is of all journeys."""
    rows, words = overview.journeys, sheet.words
    headings = {**names.columns, **(names.brief if brief else {})}
    return [
        Column(headings["balance"], _balances(rows, words), BALANCE),
        Column("", _bars(rows), BAR, "left"),
        Column(headings["disappointed"], _disappointed(rows, words), DISAPPOINTED),
        Column(headings["success"], _success(rows, words), SUCCESS),
        Column(names.brief["negative"], _negative(overview), NEGATIVE),
        Column(headings["findings"], _findings(overview), FINDINGS, "left"),
        Column(headings["gap"], _gaps(rows, words), GAP),
    ]


def file_column(overview: Overview, heading: str) -> Column:
    """Where each journey stands; nothing of what was built in Python."""
    files = [cleaned(row.file or "") for row in overview.journeys]
    return Column(heading, [Text(text, QUIET) for text in (*files, "")], FILE, "left")


def _balances(rows: Sequence[OverviewRow], words: Words) -> list[Text]:
    texts = [
        NONE if row.balance is None else total(row.balance, words, "balance" in row.assumed)
        for row in rows
    ]
    signs = [LEVELS[_level(row.balance)] for row in rows]
    columned = zip(signs, _columned(texts, words), strict=True)
    return [*(Text(f"{sign} {text}", style) for (sign, style), text in columned), Text()]


def _level(balance: float | None) -> Level | None:
    from cjm.analysis.gaps import level_of

    return None if balance is None else level_of(balance)


def _bars(rows: Sequence[OverviewRow]) -> list[Text]:
    known = [row.balance for row in rows if row.balance is not None]
    low, high = min(known, default=0.0), max(known, default=0.0)
    bars = [
        Text()
        if row.balance is None
        else account_bar(row.balance, (low, high), BAR_WIDTH, LEVELS[_level(row.balance)][1])
        for row in rows
    ]
    return [*bars, Text()]


def _disappointed(rows: Sequence[OverviewRow], words: Words) -> list[Text]:
    return _shares(
        (
            row.disappointed,
            words.estimate(
                row.disappointed or 0.0, not row.simulated, "disappointed" in row.assumed
            ),
        )
        for row in rows
    )


def _success(rows: Sequence[OverviewRow], words: Words) -> list[Text]:
    return _shares(
        (row.success, percentage(row.success or 0.0, words, "success" in row.assumed))
        for row in rows
    )


def _shares(told: Iterable[tuple[float | None, str]]) -> list[Text]:
    """Shares as they are written, none and 0 quieter than the others."""
    cells = [Text(NONE if n is None else text, "" if n else QUIET) for n, text in told]
    return [*cells, Text()]


def _negative(overview: Overview) -> list[Text]:
    counts = [row.negative_moments_of_truth for row in overview.journeys]
    counts.append(overview.summary["negative_moments_of_truth"])
    return [Text(NONE if n is None else str(n), "" if n else QUIET) for n in counts]


def _findings(overview: Overview) -> list[Text]:
    """How many of each severity, under one another; what nobody has takes no room."""
    found = [[getattr(row, name) for name, *_ in SEVERITIES] for row in overview.journeys]
    found.append([overview.summary[name] for name, *_ in SEVERITIES])
    widths = [len(str(n)) + 1 if n else 0 for n in found[-1]]
    cells = []
    for counts in found:
        cell = Text()
        for n, width, (_, sign, style) in zip(counts, widths, SEVERITIES, strict=True):
            if width:
                cell.append(f"{sign}{n}".rjust(width) if n else " " * width, style)
                cell.append(" ")
        cell.rstrip()
        cells.append(cell if any(counts) else Text(FINE, GOOD))
    return cells


def _gaps(rows: Sequence[OverviewRow], words: Words) -> list[Text]:
    """The level's sign and the lowest C."""
    scores = [row.worst_scores for row in rows]
    texts = [NONE if s is None else numbers.gap(*s[:2], words.marks, s[2]) for s in scores]
    cells = []
    for text, row in zip(_columned(texts, words), rows, strict=True):
        sign, style = LEVELS[row.worst_level]  # type: ignore[index]
        cells.append(Text(f"{sign} {text}", style))
    return [*cells, Text()]


def _columned(texts: Sequence[str], words: Words) -> list[str]:
    """Numbers with their marks in line, all of one width."""
    padded = aligned(texts, words)
    width = max(map(len, padded), default=0)
    return [text.rjust(width) for text in padded]
