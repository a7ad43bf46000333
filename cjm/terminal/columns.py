"""Columns: what the table says of each touchpoint, and which of it fits."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property
from typing import TYPE_CHECKING, Literal

from rich.text import Text

from cjm.i18n import numbers
from cjm.records import dataclass
from cjm.terminal.bars import dumbbell
from cjm.terminal.numbers import aligned, number, percentage, total
from cjm.terminal.signs import LEVELS, NONE, QUIET
from cjm.terminal.text import cleaned, shortened, width_of
from cjm.terminal.words import Words

if TYPE_CHECKING:
    from cjm.analysis import Analysis, TouchpointFigures

BARS = (11, 21, 31, 41)
"""Widths of a bar on which the points of a scale of ten fall on whole cells."""
LONGEST_CHANNEL = 22
BETWEEN = 2
"""Cells between columns."""

Figures = Sequence["TouchpointFigures"]
Align = Literal["left", "right"]


@dataclass(frozen=True)
class Column:
    """A heading and a cell for each touchpoint; the lowest `rank` is the first to be dropped."""

    heading: str
    cells: list[Text]
    rank: int
    align: Align = "right"

    @cached_property
    def width(self) -> int:
        """The cells its widest text takes, with the space before it."""
        widths = [width_of(cell.plain) for cell in self.cells]
        return BETWEEN + max(width_of(self.heading), *widths)

    def cell(self, place: int) -> Text:
        """One touchpoint's cell, or the heading at −1, as wide as the column."""
        text = Text(self.heading, QUIET) if place < 0 else self.cells[place]
        spare = Text(" " * (self.width - BETWEEN - width_of(text.plain)))
        padded = spare + text if self.align == "right" else text + spare
        return Text(" " * BETWEEN) + padded


INTERVAL, LEAVE, CHANNEL, BAR, REACH, IMPACT, MEAN, ALWAYS = range(8)
"""The order in which columns are dropped."""


def columns_of(analysis: Analysis, words: Words) -> list[Column]:
    """Every column there is something to say in, from left to right."""
    points, names = analysis.touchpoints, words.columns
    digits = [p.digits for p in points]
    sides = {
        name: [getattr(point, name) for point in points] for name in ("expectation", "experience")
    }
    columns = [
        _scores(names[side], values, digits, words)
        for side, values in sides.items()
        if any(value is not None for value in values)
    ]
    if columns:
        columns.append(bar_column(analysis, BARS[0], words))
    if any(p.gap is not None for p in points):
        columns.append(_gaps(names["gap"], points, words))
    means = [weighted_gap_of(p, words) for p in points]
    if any(means):
        texts = aligned([names["mean"], *means], words)[1:]
        columns.append(Column(names["mean"], [Text(text) for text in texts], MEAN))
    columns.append(Column(names["reach"], _shares(points, "reach", words), REACH))
    if not analysis.unmeasured:
        columns.append(Column(names["impact"], _impacts(points, words), IMPACT))
    if any(p.channel for p in analysis.journey.touchpoints):
        columns.insert(0, Column(names["channel"], _channels(analysis), CHANNEL, "left"))
    if any(p.drop_off for p in points):
        columns.append(Column(names["drop_off"], _shares(points, "drop_off", words), LEAVE))
    if any(p.interval for p in points):
        columns.append(Column(names["interval"], _intervals(points, words), INTERVAL))
    return columns


def fitting(columns: Sequence[Column], width: int) -> list[Column]:
    """The columns left when the least important were dropped until the rest fit."""
    kept = list(columns)
    while sum(c.width for c in kept) > width:
        least = min(kept, key=lambda c: c.rank)
        if least.rank == ALWAYS:
            break
        kept.remove(least)
    return kept


def bar_column(analysis: Analysis, width: int, words: Words) -> Column:
    """O and B on the scale, the scale's ends in the heading."""
    low, high = (number(end, words) for end in analysis.journey.scale)
    heading = low + high.rjust(width - len(low))
    cells = [
        dumbbell(p.expectation, p.experience, analysis.journey.scale, width, LEVELS[p.level][1])
        for p in analysis.touchpoints
    ]
    return Column(heading if len(low) + len(high) < width else "", cells, BAR, "left")


def _channels(analysis: Analysis) -> list[Text]:
    titles = {c.id: shortened(cleaned(c.title), LONGEST_CHANNEL) for c in analysis.journey.channels}
    return [Text(titles.get(p.channel or "", "")) for p in analysis.journey.touchpoints]


def gap_of(figures: TouchpointFigures, words: Words) -> str:
    """C at a touchpoint that has one, in the digits of its scores."""
    o, b = figures.expectation or 0.0, figures.experience or 0.0
    return numbers.gap(o, b, words.marks, figures.digits)


def weighted_gap_of(figures: TouchpointFigures, words: Words) -> str:
    """C̄, the mean of the personas' C, where it prints differently than C; else nothing."""
    sides = (figures.expectation, figures.experience)
    return numbers.mean_gap(figures.weighted_gap, *sides, words.marks, figures.digits)


def _scores(
    heading: str, values: list[float | None], digits: Sequence[int], words: Words
) -> Column:
    texts = [
        words.not_available if v is None else numbers.score(v, words.marks, d)
        for v, d in zip(values, digits, strict=True)
    ]
    heading, *texts = aligned([heading, *texts], words)
    pairs = zip(texts, values, strict=True)
    return Column(heading, [Text(text, QUIET if v is None else "") for text, v in pairs], ALWAYS)


def _gaps(heading: str, points: Figures, words: Words) -> Column:
    """The level's sign, and C."""
    known = [None if p.gap is None else gap_of(p, words) for p in points]
    heading, *texts = aligned([heading, *(text or words.not_available for text in known)], words)
    width = max(map(len, texts))
    cells = [
        Text(f"{LEVELS[p.level][0]} {text.rjust(width)}", LEVELS[p.level][1])
        for text, p in zip(texts, points, strict=True)
    ]
    return Column(heading, cells, ALWAYS)


def _impacts(points: Figures, words: Words) -> list[Text]:
    def said(point: TouchpointFigures) -> str:
        if point.impact is not None:
            return total(point.impact, words, point.is_assumed("impact"))
        return words.not_available if point.gap is None else NONE

    texts = aligned([said(p) for p in points], words)
    return [
        Text(text, QUIET if p.impact is None else "") for text, p in zip(texts, points, strict=True)
    ]


def _shares(points: Figures, name: str, words: Words) -> list[Text]:
    def said(point: TouchpointFigures) -> Text:
        share: float | None = getattr(point, name)
        if share is None:
            return Text(NONE, QUIET)
        return Text(percentage(share, words, point.is_assumed(name)), "" if share else QUIET)

    return [said(point) for point in points]


def _intervals(points: Figures, words: Words) -> list[Text]:
    return [Text(" … ".join(total(end, words, False) for end in p.interval or ())) for p in points]
