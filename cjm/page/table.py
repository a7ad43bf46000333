"""Table: the touchpoints by stage, each in one line, with as many columns as there is room for."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from rich.text import Text

from cjm.page.bars import dumbbell
from cjm.page.numbers import aligned, number, percentage
from cjm.page.sheet import MARGIN, Lines, Sheet
from cjm.page.signs import LEVELS, NONE, QUIET, STAR, STRONG
from cjm.page.text import cleaned, shortened, width_of
from cjm.page.words import Words

if TYPE_CHECKING:
    from cjm.analysis import Analysis, TouchpointFigures
    from cjm.journey import Touchpoint

GAP = 2
"""Cells between columns."""
SHORT_TITLE = 24
"""Columns are dropped before titles are cut shorter than this."""
BARS = (11, 21, 31, 41)
"""Widths of a bar on which the points of a scale of ten fall on whole cells."""
LONGEST_CHANNEL = 22


@dataclass(frozen=True, slots=True)
class Column:
    """A heading and a cell for each touchpoint; `rank` 1 is the first to be dropped."""

    heading: str
    cells: list[Text]
    rank: int = 99
    align: Literal["left", "right"] = "right"

    @property
    def width(self) -> int:
        """The cells its widest text takes."""
        return max(width_of(self.heading), *(width_of(c.plain) for c in self.cells))


def touchpoint_table(analysis: Analysis, sheet: Sheet) -> Lines:
    """The part of the page that lists the touchpoints."""
    journey, words = analysis.journey, sheet.words
    titles = [cleaned(p.title) or p.id for p in journey.touchpoints]
    longest = max(map(width_of, titles))
    columns = _fitting(_columns(analysis, words), sheet.width, min(longest, SHORT_TITLE))
    left = sheet.width - MARGIN - sum(c.width + GAP for c in columns)
    bar = _bar_width(columns, left - longest)
    if bar:
        columns = [_bars(analysis, bar, words) if c.rank == _BAR_RANK else c for c in columns]
        left -= bar - BARS[0]
    room = max(1, min(longest, left))
    lines = [sheet.heading(words.table), _heading(columns, room)]
    for stage, places in _groups(analysis, words):
        if stage:
            lines.append(_stage(stage, sheet.width))
        for n in places:
            star = ("★ ", STAR) if analysis.touchpoints[n].moment_of_truth else "  "
            style = STRONG if analysis.touchpoints[n].negative_moment_of_truth else ""
            title = _padded(Text(shortened(titles[n], room), style), room, "left")
            cells = [_padded(c.cells[n], c.width, c.align) for c in columns]
            lines.append(Text((" " * GAP)).join([Text.assemble(star, title), *cells]))
    return [*lines, *sheet.listed(_legend(analysis, columns, words), style=QUIET)]


_BAR_RANK = 4


def _columns(analysis: Analysis, words: Words) -> list[Column]:
    """Every column there could be, from left to right."""
    figures, names = analysis.touchpoints, words.columns
    columns = [
        Column(names["channel"], _channels(analysis), 3, "left"),
        Column(names["expectation"], _scores([f.expectation for f in figures], words)),
        Column(names["experience"], _scores([f.experience for f in figures], words)),
        _bars(analysis, BARS[0], words),
        Column(names["gap"], _gaps(figures, words)),
        Column(names["reach"], _shares([f.reach for f in figures], words), 5),
        Column(names["impact"], _impacts(figures, words), 6),
        Column(names["drop_off"], _shares([f.drop_off for f in figures], words), 2),
        Column(names["interval"], _intervals(figures, words), 1),
    ]
    return [c for c in columns if c.rank > 3 or any(cell.plain.strip("–0% ") for cell in c.cells)]


def _fitting(columns: list[Column], width: int, title: int) -> list[Column]:
    """The columns left when the least important were dropped until the titles have room."""
    while MARGIN + title + sum(c.width + GAP for c in columns) > width:
        least = min(columns, key=lambda c: c.rank)
        if least.rank == 99:
            break
        columns = [c for c in columns if c is not least]
    return columns


def _bar_width(columns: list[Column], spare: int) -> int:
    if all(c.rank != _BAR_RANK for c in columns):
        return 0
    return max((w for w in BARS if w - BARS[0] <= spare), default=BARS[0])


def _bars(analysis: Analysis, width: int, words: Words) -> Column:
    scale = analysis.journey.scale
    low, high = (number(end, words) for end in scale)
    cells = [
        dumbbell(f.expectation, f.experience, scale, width, LEVELS[f.level][1])
        for f in analysis.touchpoints
    ]
    heading = low + high.rjust(width - len(low))
    return Column(heading if len(heading) == width else "", cells, _BAR_RANK, "left")


def _channels(analysis: Analysis) -> list[Text]:
    titles = {c.id: shortened(cleaned(c.title), LONGEST_CHANNEL) for c in analysis.journey.channels}
    points = analysis.journey.touchpoints
    return [Text(titles.get(p.channel or "", ""), QUIET) for p in points]


def _scores(values: list[float | None], words: Words) -> list[Text]:
    texts = [words.not_available if v is None else number(v, words) for v in values]
    pairs = zip(aligned(texts, words), values, strict=True)
    return [Text(text, QUIET if value is None else "") for text, value in pairs]


def _gaps(figures: tuple[TouchpointFigures, ...], words: Words) -> list[Text]:
    texts = [
        words.not_available if f.gap is None else number(f.gap, words, signed=True) for f in figures
    ]
    texts = aligned(texts, words)
    width = max(map(len, texts))
    return [
        Text(f"{LEVELS[f.level][0]} {text.rjust(width)}", LEVELS[f.level][1])
        for text, f in zip(texts, figures, strict=True)
    ]


def _impacts(figures: tuple[TouchpointFigures, ...], words: Words) -> list[Text]:
    texts = [
        number(f.impact, words, signed=True) if f.impact is not None else _absent(f, words)
        for f in figures
    ]
    return [Text(text) for text in aligned(texts, words)]


def _absent(figures: TouchpointFigures, words: Words) -> str:
    return words.not_available if figures.gap is None else NONE


def _shares(shares: list[float | None], words: Words) -> list[Text]:
    return [
        Text(NONE) if s is None else Text(percentage(s, words), "" if s else QUIET) for s in shares
    ]


def _intervals(figures: tuple[TouchpointFigures, ...], words: Words) -> list[Text]:
    return [
        Text("" if f.interval is None else " … ".join(number(i, words, True) for i in f.interval))
        for f in figures
    ]


def _groups(analysis: Analysis, words: Words) -> list[tuple[tuple[str, str], list[int]]]:
    """The places in the file by stage, with the stage's title and goal."""
    journey = analysis.journey

    def places(stage: str | None) -> list[int]:
        return [n for n, p in enumerate(journey.touchpoints) if p.stage == stage]

    groups = [
        ((cleaned(s.title) or s.id, cleaned(s.goal or "")), places(s.id)) for s in journey.stages
    ]
    groups = [(stage, members) for stage, members in groups if members]
    rest = places(None)
    heading = (words.unstaged, "") if groups else ("", "")
    return [*groups, *([(heading, rest)] if rest else [])]
