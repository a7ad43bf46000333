"""History: how C of each touchpoint came about, as a page for a terminal."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import datetime

from rich.text import Text

from cjm.compare.history_rows import History, columns_of
from cjm.i18n import numbers, say, translate
from cjm.i18n.numbers import ENGLISH, RUSSIAN, gap, score_digits
from cjm.terminal.bars import UPWARDS
from cjm.terminal.numbers import number, percentage, total
from cjm.terminal.page import page_of, sheet_of
from cjm.terminal.sheet import MARGIN, Lines, Sheet
from cjm.terminal.signs import NONE, STAR, STRONG
from cjm.terminal.text import cleaned, shortened, width_of

MOST_COLUMNS = 8
MOST_BLOCKS = 16
SHORTEST_TITLE = 14
ZERO = 4
"""The block that is a C of 0."""
Values = list[float | None]


def history_page(
    found: History,
    language: str | None = None,
    width: int | None = None,
    color: bool = False,
    encoding: str = "utf-8",
) -> str:
    """C of each touchpoint in the revisions in which something changed, and the whole below.

    `language` is by default the journey's; `width`, `color` and `encoding` are those of `cjm.show`.
    """
    page = _Page(found, sheet_of(width, language or found.journey.language), language)
    return page_of(page.parts(), color, encoding)


class _Row:
    """A line of the table: its name, a text for each column, and the values of its blocks."""

    def __init__(self, name: str, texts: list[str], blocks: str = "", star: bool = False) -> None:
        self.name, self.texts, self.blocks, self.star = name, texts, blocks, star


class _Page:
    def __init__(self, found: History, sheet: Sheet, language: str | None) -> None:
        self._found, self._sheet = found, sheet
        self._language = language or found.journey.language
        self._words = sheet.words
        self._marks = RUSSIAN if self._language == "ru" else ENGLISH
        self._changed = columns_of(found.rows)
        self._shown = columns_of(found.rows, MOST_COLUMNS)

    def parts(self) -> list[Lines]:
        """The title, and the table where there is something in it."""
        table = self._table([*self._touchpoints(), *self._whole(), *self._metrics()])
        return [[self._title()], table]

    def _title(self) -> Text:
        commits = [row for row in self._found.rows if row.commit is not None]
        title = cleaned(self._found.journey.title)
        told = say("{n} {n:revision|revisions}", n=len(commits))
        text = f"{' ' * MARGIN}{title} · {translate(told, self._language)}"
        if commits:
            days = dict.fromkeys(str(row.time)[:10] for row in (commits[0], commits[-1]))
            text += f", {' … '.join(days)}"
        return Text(text, STRONG)

    def _touchpoints(self) -> Iterator[_Row]:
        largest = max((abs(g) for r in self._found.rows for g in r.gaps.values() if g), default=0)
        for point in self._found.touchpoints:
            values = [row.gaps.get(point.id) for row in self._found.rows]
            pairs = [(0.0, value) for value in values if value is not None]
            digits = score_digits(pairs or [(None, None)], self._found.journey.scale)
            texts = [
                NONE if value is None else gap(0.0, value, self._marks, digits)
                for value in self._picked(values)
            ]
            there = [point.id in row.gaps for row in self._shown]
            texts = [text if t else "" for text, t in zip(texts, there, strict=True)]
            name = cleaned(point.title) or point.id
            yield _Row(name, texts, self._blocks(values, largest), point.moment_of_truth)

    def _whole(self) -> Iterator[_Row]:
        balances = [row.balance for row in self._found.rows]
        if len(self._found.touchpoints) > 1 or any(b is not None for b in balances):
            largest = max((abs(value) for value in balances if value), default=0)
            texts = [
                NONE if value is None else total(value, self._words, False)
                for value in self._picked(balances)
            ]
            name = translate(say("Balance"), self._language)
            yield _Row(name, texts, self._blocks(balances, largest))
            unhappy = self._picked([row.disappointed for row in self._found.rows])
            shares = [
                NONE if value is None else percentage(value, self._words, False)
                for value in unhappy
            ]
            yield _Row(translate(say("Disappointed"), self._language), shares)

    def _metrics(self) -> Iterator[_Row]:
        for id, title in self._found.metric_titles.items():
            texts = []
            for row in self._shown:
                metric = row.metrics.get(id)
                if metric is None:
                    texts.append("")
                elif metric.value is None:
                    texts.append(NONE)
                else:
                    text = number(metric.value, self._words)
                    texts.append(numbers.with_unit(text, metric.unit, self._marks))
            yield _Row(cleaned(title) or id, texts)

    def _picked(self, values: Sequence[float | None]) -> Values:
        """The values of the columns that are shown."""
        of = dict(zip(map(id, self._found.rows), values, strict=True))
        return [of[id(row)] for row in self._shown]

    def _blocks(self, values: Sequence[float | None], largest: float) -> str:
        """A block for each revision in which something changed, of many for some of them."""
        of = dict(zip(map(id, self._found.rows), values, strict=True))
        kept = [of[id(row)] for row in self._changed]
        if len(kept) > MOST_BLOCKS:
            step = len(kept) / MOST_BLOCKS
            kept = [kept[int((n + 1) * step) - 1] for n in range(MOST_BLOCKS)]
        return "".join(" " if value is None else _block(value, largest) for value in kept)

    def _table(self, rows: list[_Row]) -> Lines:
        heads = self._heads()
        widths = [
            max(width_of(text) for text in column)
            for column in zip(heads, *(row.texts for row in rows), strict=True)
        ]
        blocks = max((len(row.blocks) for row in rows), default=0)
        while len(widths) > 2 and self._room(widths, blocks) < SHORTEST_TITLE:
            middle = len(widths) // 2
            del heads[middle], widths[middle]
            for row in rows:
                del row.texts[middle]
        longest = max((width_of(row.name) for row in rows), default=0)
        name = min(max(SHORTEST_TITLE, self._room(widths, blocks)), longest)
        lines = [_line("", name, heads, widths, "", False)]
        return [*lines, *(_line(r.name, name, r.texts, widths, r.blocks, r.star) for r in rows)]

    def _room(self, widths: list[int], blocks: int) -> int:
        """What is left for names."""
        taken = sum(width + 2 for width in widths) + (blocks + 3 if blocks else 0)
        return self._sheet.width - MARGIN - taken

    def _heads(self) -> list[str]:
        days = [row.time and datetime.fromisoformat(row.time).date() for row in self._shown]
        years = {day.year for day in days if day}
        form = "%m-%d" if len(years) <= 1 else "%Y-%m-%d"
        now = translate(say("now"), self._language)
        return [day.strftime(form) if day else now for day in days]


def _block(value: float, largest: float) -> str:
    """A block whose height is a C: four below the middle one, which is 0, and three above."""
    if value == 0 or largest == 0:
        return UPWARDS[ZERO]
    share = abs(value) / largest
    if value < 0:
        return UPWARDS[ZERO - 1 - round(share * (ZERO - 1))]
    return UPWARDS[ZERO + 1 + round(share * (len(UPWARDS) - ZERO - 2))]


def _line(
    name: str, width: int, texts: list[str], widths: list[int], blocks: str, star: bool
) -> Text:
    title = shortened(name, width)
    text = Text.assemble(("★" if star else " ", STAR), " ", title, " " * (width - width_of(title)))
    for cell, room in zip(texts, widths, strict=True):
        text.append("  " + " " * (room - width_of(cell)) + cell)
    if blocks.strip():
        text.append(f"   {blocks}")
    return text
