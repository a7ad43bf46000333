"""Table: the touchpoints by stage, one a line, with as many columns as there is room for."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.text import Text

from cjm.terminal.columns import BAR, BARS, MEAN, Column, bar_column, columns_of, fitting
from cjm.terminal.numbers import number
from cjm.terminal.sheet import MARGIN, Lines, Sheet, kept
from cjm.terminal.signs import BAD, GOOD, QUIET, STAR, STRONG
from cjm.terminal.text import cleaned, shortened, width_of

if TYPE_CHECKING:
    from cjm.analysis import Analysis
    from cjm.journey import Touchpoint
    from cjm.terminal.words import Words

SHORT_TITLE = 24
"""Columns are dropped before titles are cut shorter than this."""


def touchpoint_table(analysis: Analysis, sheet: Sheet) -> Lines:
    """Every touchpoint with its figures."""
    titles = [_title(p, sheet.words) for p in analysis.journey.touchpoints]
    longest = max(width_of(title + weight) for title, weight in titles)
    room = sheet.width - MARGIN
    columns = fitting(columns_of(analysis, sheet.words), room - min(longest, SHORT_TITLE))
    columns = _with_wider_bars(columns, room - longest, analysis, sheet)
    room = max(1, min(longest, room - sum(c.width for c in columns)))
    lines = [sheet.heading(sheet.words.table), row(Text(" " * room), columns, -1)]
    for stage, goal, places in _groups(analysis, sheet):
        if stage:
            lines.append(_stage(stage, goal, sheet.width))
        for place in places:
            figures = analysis.touchpoints[place]
            style = STRONG if figures.negative_moment_of_truth else ""
            title, weight = titles[place]
            title = shortened(title, room - len(weight))
            spare = " " * (room - width_of(title + weight))
            text = Text.assemble((title, style), (weight, QUIET), spare)
            lines.append(row(text, columns, place, bool(figures.moment_of_truth)))
    return [*lines, *_legend(columns, analysis, sheet)]


def _title(point: Touchpoint, words: Words) -> tuple[str, str]:
    """A touchpoint's title, and its importance where that is not 1."""
    weight = "" if point.importance == 1 else f" ×{number(point.importance, words)}"
    return cleaned(point.title) or cleaned(point.id), weight


def row(title: Text, columns: list[Column], place: int, star: bool = False) -> Text:
    """A line of a table; the headings at −1."""
    start = Text("★ ", STAR) if star else Text(" " * MARGIN)
    return Text().join([start, title, *(c.cell(place) for c in columns)])


def _stage(title: str, goal: str, width: int) -> Text:
    """A stage's title, and its goal as far as it fits."""
    title = shortened(title, width)
    goal = shortened(goal, width - width_of(title) - 3)
    return Text.assemble((title, "bold cyan"), (f" · {goal}" if len(goal) > 1 else "", QUIET))


def _with_wider_bars(
    columns: list[Column], room: int, analysis: Analysis, sheet: Sheet
) -> list[Column]:
    """The widest bars for which whole titles leave room."""
    spare = room - sum(c.width for c in columns)
    width = max((w for w in BARS if w - BARS[0] <= spare), default=BARS[0])
    wider = bar_column(analysis, width, sheet.words)
    return [wider if column.rank == BAR else column for column in columns]


def _groups(analysis: Analysis, sheet: Sheet) -> list[tuple[str, str, list[int]]]:
    """Each stage's title, goal and touchpoints; those without a stage come last."""
    places: dict[str | None, list[int]] = {}
    for n, point in enumerate(analysis.journey.touchpoints):
        places.setdefault(point.stage, []).append(n)
    groups = [
        (cleaned(s.title) or cleaned(s.id), cleaned(s.goal or ""), places[s.id])
        for s in analysis.journey.stages
        if s.id in places
    ]
    if None in places:
        groups.append((sheet.words.unstaged if groups else "", "", places[None]))
    return groups


def _legend(columns: list[Column], analysis: Analysis, sheet: Sheet) -> Lines:
    """What the signs above mean, those that are there."""
    words, names = sheet.words, sheet.words.columns
    shown = {column.heading.strip() for column in columns}
    scores = words.with_bars if any(c.rank == BAR for c in columns) else words.without_bars
    sides = (names["expectation"], names["experience"], names["gap"])
    items = [
        Text(kept(item), QUIET) for item, side in zip(scores, sides, strict=True) if side in shown
    ]
    marks = [
        ("▼", BAD, words.disappointment),
        ("=", "", words.satisfaction),
        ("▲", GOOD, words.delight),
    ]
    marks = marks if names["gap"] in shown else []
    if analysis.moments_of_truth:
        marks.append(("★", STAR, words.moment_of_truth))
    for sign, style, meaning in marks:
        items.append(Text.assemble((sign, style), (kept(f" {meaning}"), QUIET)))
    if any(c.rank == MEAN for c in columns):
        items.append(Text(kept(words.mean_gap), QUIET))
    if any(point.importance != 1 for point in analysis.journey.touchpoints):
        items.append(Text(kept(words.importance), QUIET))
    return [Text(), *sheet.paragraph(Text("  ").join(items))] if items else []
