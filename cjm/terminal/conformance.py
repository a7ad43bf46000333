"""Conformance: what was planned beside what customers did, as a page for a terminal."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING

from rich.text import Text

from cjm.i18n import Message, numbers, say
from cjm.terminal.columns import Column
from cjm.terminal.left_out import left_out_lines
from cjm.terminal.page import page_of
from cjm.terminal.sheet import MARGIN, Lines
from cjm.terminal.signs import BAD, GOOD, NONE, QUIET, WARN
from cjm.terminal.text import cleaned, shortened, width_of
from cjm.terminal.told import MOST_ROWS, Told, right, share_bar

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from cjm.analysis.conformance import Move
    from cjm.data.logs.conform_result import ConformResult

BAR = 20
LONGEST_NAME = 58
OFF = "✗"
"""Behind a probability that the log contradicts."""


def conformance_page(
    result: ConformResult,
    language: str | None = None,
    width: int | None = None,
    color: bool = False,
    encoding: str = "utf-8",
) -> str:
    """A journey beside a log as a page: fit, deviations, probabilities, other ways.

    Args:
        result: What `cjm.conform` gives.
        language: `en` or `ru`; default: the journey's.
        width: In terminal cells, held within 40 to 140; default: 100.
        color: Whether it has ANSI colours.
        encoding: Signs that it does not have become plainer ones.
    """
    language = language or result.journey.language
    page = _Page(result, Told(language, width))
    log = result.log
    parts = [
        page.heading(),
        page.deviations(),
        page.probabilities(),
        page.other_ways(),
        left_out_lines(log.source, result.left_out, log.read, page.told.sheet, language),
    ]
    return page_of([part for part in parts if part], color, encoding)


class _Page:
    """The parts of the page."""

    def __init__(self, result: ConformResult, told: Told) -> None:
        self.told = told
        self._result = result
        self._lived = result.conformance
        self._titles = {p.id: cleaned(p.title) or p.id for p in result.journey.touchpoints}

    def heading(self) -> Lines:
        """How many cases go as planned, and how nearly the others do."""
        told, fit, log = self.told, self._lived.fit, self._result.log
        gist = say(
            "{fitting} of {cases} {n:case|cases} go as planned",
            fitting=told.count(fit.fitting),
            cases=told.count(fit.cases),
            n=fit.cases,
        )
        name = cleaned(self._result.journey.title)
        lines = told.sheet.headed(
            told.text(say("Planned and lived: {title}", title=name)), told.text(gist)
        )
        facts = [
            told.text(say("log: {source}", source=cleaned(log.source))),
            told.text(say("{count} {n:event|events}", count=told.count(log.events), n=log.events)),
        ]
        if log.days:
            first, last = (day.isoformat() for day in log.days)
            facts.append(told.text(say("from {first} to {last}", first=first, last=last)))
        lines += told.sheet.listed(facts, style=QUIET)
        share = self._lived.share
        bar = share_bar(share, BAR, GOOD if share == 1 else "")
        line = Text(f"{' ' * MARGIN}{told.text(say('cases that fit'))}  {told.share(share)}  ")
        return [*lines, Text(), line + bar, *self._fitness()]

    def _fitness(self) -> Lines:
        told, fit = self.told, self._lived.fit
        return told.sheet.listed(
            [
                told.text(say("mean fitness {value}", value=self._fraction(fit.mean))),
                told.text(say("of the log {value}", value=self._fraction(fit.log))),
                told.text(say("{count} {n:edit|edits}", count=told.count(fit.edits), n=fit.edits)),
            ],
            style=QUIET,
        )

    def _fraction(self, value: float) -> str:
        return numbers.quantity(value, self.told.marks, decimals=3)

    def deviations(self) -> Lines:
        """Where cases leave the plan, the most frequent first."""
        told, fit = self.told, self._lived.fit
        kinds = (
            (say("missing"), fit.missing, ""),
            (say("out of sequence"), fit.out_of_sequence, ""),
            (say("ad hoc"), fit.ad_hoc, ""),
            (say("failed"), self._lived.failed or {}, BAD),
        )
        rows = [
            (self._name(id), told.text(kind), occurrences, style)
            for kind, deviations, style in kinds
            for id, occurrences in deviations.items()
        ]
        rows.sort(key=lambda row: -row[2].cases)
        title = told.text(say("Deviations"))
        if not rows:
            nothing = told.text(say("none: every case goes as planned"))
            return [*told.sheet.headed(title, nothing), *self._failures_unknown()]
        lines = told.sheet.headed(title, told.text(say("by touchpoint, in cases")))
        shown = rows[:MOST_ROWS]
        shares = [row[2].cases / fit.cases for row in shown]
        bars = [share_bar(share, BAR, row[3]) for share, row in zip(shares, shown, strict=True)]
        columns = [
            Column("", [Text(row[1]) for row in shown], 0, "left"),
            right([told.count(row[2].cases) for row in shown], told.text(say("cases"))),
            right([told.share(share) for share in shares], ""),
            Column("", bars, 0, "left"),
            right([told.count(row[2].events) for row in shown], told.text(say("events"))),
        ]
        lines += self._table([row[0] for row in shown], columns, bars=3)
        return [*lines, *self._more(len(rows)), *self._failures_unknown()]

    def _failures_unknown(self) -> Lines:
        if self._lived.failed is not None:
            return []
        return self._note(say("what failed is not known: the source names no `failed`"))

    def probabilities(self) -> Lines:
        """Declared probabilities beside what was observed, by where they lead from."""
        told = self.told
        moves = [move for move in self._lived.moves if move.is_planned and move.of]
        rows = [move for move in moves if move.declared != 1 or move.n < move.of]
        if not rows:
            return []
        off = [move for move in rows if move.off]
        note = say("{n} of {of} tested are off", n=len(off), of=sum(m.p is not None for m in rows))
        lines = told.sheet.headed(told.text(say("Declared and observed")), told.text(note))
        chosen = {*off[:MOST_ROWS], *[m for m in rows if not m.off][: MOST_ROWS - len(off)]}
        shown = list(self._grouped([move for move in rows if move in chosen]))
        interval = told.text(say("95 % interval"))
        columns = [
            self._figures(shown, told.text(say("declared")), self._declared),
            self._figures(shown, told.text(say("observed")), lambda m: told.share(m.share), WARN),
            self._figures(shown, interval, lambda m: told.interval(m.interval)),
            self._figures(shown, told.text(say("of visits")), self._of),
            self._figures(shown, "P", self._chance),
            self._figures(shown, "", lambda m: OFF if m.off else "", WARN),
        ]
        lines += self._table([name for name, _ in shown], columns)
        return [*lines, *self._more(len(rows)), *self._caveats(rows)]

    def _grouped(self, moves: Sequence[Move]) -> Iterator[tuple[str, Move | None]]:
        """A line for each source, and below it one for each move."""
        for source, same in groupby(moves, key=lambda move: move.source):
            yield (self.told.text(say("start")) if source is None else self._name(source)), None
            for move in same:
                yield f"  → {self._target(move)}", move

    def _figures(
        self,
        rows: Sequence[tuple[str, Move | None]],
        heading: str,
        text: Callable[[Move], str],
        style: str = "",
    ) -> Column:
        """A column of what is said of each move; `style` marks those that are off."""
        cells = [
            Text() if move is None else Text(text(move), style if move.off else "")
            for _, move in rows
        ]
        return Column(heading, cells, 0)

    def _caveats(self, rows: Sequence[Move]) -> Lines:
        """What the figures above do not say."""
        lines: Lines = [Text()]
        if any(move.p is not None for move in rows):
            lines += self._note(
                say("{sign} off; P: exact binomial test, adjusted for all tests (Holm)", sign=OFF)
            )
        if ids := self._lived.dependent:
            names = ", ".join(self._name(id) for id in ids)
            lines += self._note(
                say(
                    "some customers come back ({names}): their visits are not independent, and "
                    "these P values are too small",
                    names=names,
                )
            )
        if any(move.assumed for move in rows):
            lines += self._note(say("≈ assumed: shown, not tested"))
        return lines if len(lines) > 1 else []

    def other_ways(self) -> Lines:
        """Ways that the journey does not have, and those that nobody took."""
        told = self.told
        rows = sorted(self._lived.not_declared, key=lambda move: -move.n)
        unused = self._lived.never_taken
        if not rows and not unused:
            return []
        gist = say("{n} not declared, {k} never taken", n=len(rows), k=len(unused))
        lines = told.sheet.headed(told.text(say("Other ways")), told.text(gist))
        if rows:
            shown = rows[:MOST_ROWS]
            shares = [move.share or 0.0 for move in shown]
            columns = [
                right([told.count(move.n) for move in shown], told.text(say("times"))),
                right([told.share(share) for share in shares], told.text(say("of visits"))),
                Column("", [share_bar(share, BAR) for share in shares], 0, "left"),
            ]
            lines += self._table([self._move(move) for move in shown], columns, bars=2)
            lines += self._more(len(rows))
        if unused:
            names = [self._move(move) for move in unused[:MOST_ROWS]]
            lines += [Text(), *told.sheet.paragraph(told.text(say("never taken:")))]
            lines += told.sheet.listed(names, 2 * MARGIN)
            lines += self._more(len(unused))
        return lines

    def _table(self, names: list[str], columns: list[Column], bars: int | None = None) -> Lines:
        """A table; without its bars where there is no room for them."""
        names = [shortened(name, LONGEST_NAME) for name in names]
        room = self.told.sheet.width - MARGIN - max(map(width_of, names))
        if bars is not None and sum(column.width for column in columns) > room:
            columns = [column for n, column in enumerate(columns) if n != bars]
        return self.told.table(names, columns)

    def _more(self, count: int) -> Lines:
        return self._note(say("and {n} more", n=count - MOST_ROWS)) if count > MOST_ROWS else []

    def _note(self, message: Message) -> Lines:
        return self.told.sheet.paragraph(Text(self.told.text(message), QUIET))

    def _name(self, id: str) -> str:
        return self._titles.get(id) or cleaned(self._lived.titles.get(id, id))

    def _move(self, move: Move) -> str:
        start = self.told.text(say("start"))
        return f"{start if move.source is None else self._name(move.source)} → {self._target(move)}"

    def _target(self, move: Move) -> str:
        return self.told.text(say("left")) if move.target is None else self._name(move.target)

    def _declared(self, move: Move) -> str:
        return numbers.marked(self.told.share(move.declared), move.assumed)

    def _of(self, move: Move) -> str:
        return self.told.text(
            say("{n} of {of}", n=self.told.count(move.n), of=self.told.count(move.of))
        )

    def _chance(self, move: Move) -> str:
        return NONE if move.adjusted is None else numbers.chance(move.adjusted, self.told.marks)
