"""Measured: what surveys say of journeys, as a page for a terminal."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain

from rich.text import Text

from cjm.data.surveys.result import MeasuredJourney, MeasuredJourneys
from cjm.data.surveys.rows import metric_rows, score_rows
from cjm.i18n.apart import scores_apart
from cjm.i18n.numbers import most_digits
from cjm.journey import Metric
from cjm.journey.measured import Thin
from cjm.journey.metrics import Comparison
from cjm.terminal.columns import fitting
from cjm.terminal.left_out import left_out_lines
from cjm.terminal.measured_columns import metric_columns, score_columns
from cjm.terminal.measured_words import MeasuredWords, measured_words_of
from cjm.terminal.numbers import counted, number
from cjm.terminal.page import page_of, sheet_of
from cjm.terminal.sheet import MARGIN, Lines, Sheet, kept
from cjm.terminal.signs import BAD, QUIET
from cjm.terminal.table import row
from cjm.terminal.text import cleaned, shortened, width_of

SHORT_TITLE = 20
"""Columns are dropped before titles are cut shorter than this."""


def measured_page(
    found: MeasuredJourneys,
    language: str | None = None,
    width: int | None = None,
    color: bool = False,
    encoding: str = "utf-8",
) -> str:
    """What was measured as a page: scores, pairs, metrics, what was thin and what was left out.

    `language` is by default the first journey's; `width`, `color` and `encoding` are those of
    `cjm.show`. The same result gives the same text.
    """
    chosen = language or found.journeys[0].journey.language
    sheet, words = sheet_of(width, chosen), measured_words_of(chosen)
    pages = [_Page(each, sheet, words, chosen).parts() for each in found.journeys]
    return page_of(list(chain.from_iterable(pages)), color, encoding)


class _Page:
    """The parts of one journey's page."""

    def __init__(
        self, found: MeasuredJourney, sheet: Sheet, words: MeasuredWords, language: str
    ) -> None:
        self._found, self._sheet, self._words = found, sheet, words
        self._language = language
        self._journey = journey = found.in_language(language)
        self._titles = {p.id: cleaned(p.title) or p.id for p in journey.touchpoints}
        self._names = {p.id: cleaned(p.name) or p.id for p in journey.personas}
        self._scores = score_rows(found.journey, found.measured)

    def parts(self) -> list[Lines]:
        """From top to bottom; a part that has nothing to say is left out."""
        parts = (
            self._header(), self._table(), self._differing(), self._metrics(), self._thin(),
        )  # fmt: skip
        return [part for part in (*parts, *self._left_out()) if part]

    def _header(self) -> Lines:
        """The journey, where it was written, and what was seen of each source."""
        found, words, sheet, journey = self._found, self._words, self._sheet, self._journey
        title = words.measured.format(cleaned(journey.title))
        state = sheet.words.states[journey.state]
        lines = [sheet.heading(title, f"{journey.id} · {state}")]
        for source in found.measured.sources:
            rows = (counted(source.rows, words.rows, sheet.words), number(source.used, sheet.words))
            text = words.seen.format(cleaned(source.source), *rows)
            if source.first and source.last:
                text += f" · {words.days.format(source.first, source.last)}"
            lines += sheet.paragraph(text)
        if not found.used:
            return [*lines, *sheet.paragraph(Text(words.nothing, BAD))]
        told = words.status[found.status].format(cleaned(found.file))
        return [*lines, *sheet.paragraph(Text(told, QUIET))]

    def _table(self) -> Lines:
        """Every measured touchpoint, its personas below it."""
        if not self._scores:
            return []
        sheet, words = self._sheet, self._words
        names = [
            self._titles[each.touchpoint]
            if each.persona is None
            else f"  {self._names[each.persona]}"
            for each in self._scores
        ]
        longest = max(map(width_of, names))
        room = sheet.width - MARGIN
        columns = score_columns(self._found.journey, self._scores, sheet.words, words)
        columns = fitting(columns, room - min(longest, SHORT_TITLE))
        room = max(1, min(longest, room - sum(c.width for c in columns)))
        lines = [sheet.heading(sheet.words.table), row(Text(" " * room), columns, -1)]
        for place, (name, each) in enumerate(zip(names, self._scores, strict=True)):
            text = Text(shortened(name, room), QUIET if each.persona else "")
            text.append(" " * (room - width_of(text.plain)))
            lines.append(row(text, columns, place))
        return [*lines, Text(), *self._legend([column.heading for column in columns])]

    def _legend(self, shown: list[str]) -> Lines:
        words, sheet = self._words, self._sheet
        answers, *sides, below, before = words.legend
        items = [answers, *sides]
        headings = {heading.strip() for heading in shown}
        items += [below] if words.below in headings else []
        items += [before] if words.before in headings else []
        lines = sheet.paragraph(Text("  ".join(map(kept, items)), QUIET))
        weighted = any(
            score.measurement and score.measurement.effective
            for each in self._scores
            for score in (each.expectation, each.experience)
            if score
        )
        return [*lines, *(sheet.paragraph(Text(words.weights, QUIET)) if weighted else [])]

    def _differing(self) -> Lines:
        """Handwritten scores that what was measured contradicts."""
        sheet, words = self._sheet, self._words
        texts = list(self._contradictions())
        if not texts:
            return []
        lines = sheet.headed(words.differs, words.differs_note)
        return [*lines, *chain.from_iterable(sheet.paragraph(text) for text in texts)]

    def _contradictions(self) -> Iterator[str]:
        words = self._sheet.words
        for each in self._scores:
            name = self._titles[each.touchpoint]
            if each.persona is not None:
                name += f" · {self._names[each.persona]}"
            sides = zip(
                (words.o, words.b),
                (each.expectation, each.experience),
                each.written,
                each.intervals,
                strict=True,
            )
            for side, score, written, interval in sides:
                if score is None or written is None or interval is None:
                    continue
                if not interval[0] <= written <= interval[1]:
                    scale = self._found.measured.scale
                    told = scores_apart(
                        written, score.score, *interval, scale=scale, least=most_digits(scale)
                    )
                    figures = (figure.written(words.marks) for figure in told)
                    n = number(score.n or 0, words)
                    yield self._words.differs_line.format(name, side, *figures, n)

    def _metrics(self) -> Lines:
        """Every metric with its interval, of the journey first."""
        found = list(metric_rows(self._found.measured))
        if not found:
            return []
        sheet, words = self._sheet, self._words
        names = [self._metric_name(*each) for each in found]
        metrics = [metric for _, _, metric in found]
        targets = [self._target(touchpoint, metric) for touchpoint, _, metric in found]
        columns = metric_columns(metrics, targets, sheet.words, words)
        longest = max(map(width_of, names))
        room = sheet.width - MARGIN
        columns = fitting(columns, room - min(longest, SHORT_TITLE))
        room = max(1, min(longest, room - sum(c.width for c in columns)))
        lines = [sheet.heading(words.metrics), row(Text(" " * room), columns, -1)]
        for place, name in enumerate(names):
            text = shortened(name, room)
            lines.append(row(Text(text + " " * (room - width_of(text))), columns, place))
        return lines

    def _metric_name(self, touchpoint: str | None, persona: str | None, metric: Metric) -> str:
        of = self._titles[touchpoint] if touchpoint else ""
        who = self._names[persona] if persona else ""
        title = self._known(touchpoint, metric.id)
        name = cleaned(title.title) if title else metric.id
        return " · ".join(filter(None, (name or metric.id, of, who)))

    def _known(self, touchpoint: str | None, id: str) -> Metric | None:
        """The metric as the journey has it."""
        journey = self._journey
        points = {point.id: point.metrics for point in journey.touchpoints}
        metrics = points[touchpoint] if touchpoint else journey.metrics
        return next((metric for metric in metrics if metric.id == id), None)

    def _target(self, touchpoint: str | None, metric: Metric) -> Comparison | None:
        """What the journey says it should be."""
        known = self._known(touchpoint, metric.id)
        return known.target if known else None

    def _thin(self) -> Lines:
        """What too few answered, and how many did."""
        measured, words, sheet = self._found.measured, self._words, self._sheet
        texts = list(chain.from_iterable(map(self._thin_at, measured.thin)))
        texts += [self._few("", "", measured.thin_metrics)] if measured.thin_metrics else []
        texts += [
            self._few("", self._names[own.persona], own.thin_metrics)
            for own in measured.by_persona
            if own.thin_metrics
        ]
        if not texts:
            return []
        note = words.thin_note.format(number(self._found.minimum, sheet.words))
        lines = sheet.headed(words.thin, note)
        return [*lines, *chain.from_iterable(sheet.paragraph(Text(t, QUIET)) for t in texts)]

    def _thin_at(self, at: Thin) -> Iterator[str]:
        for whose in (at, *at.by_persona):
            sides = [
                (self._sheet.words.o, whose.expectation),
                (self._sheet.words.b, whose.experience),
            ]
            counts = [(side, n) for side, n in sides if n] + list(whose.metrics)
            who = "" if whose is at else self._names[whose.id]
            if counts:
                yield self._few(self._titles[at.id], who, counts)

    def _few(self, of: str, who: str, counts: object) -> str:
        told = ", ".join(f"{id} {number(n, self._sheet.words)}" for id, n in counts)  # type: ignore[attr-defined]
        name = " · ".join(filter(None, (of or self._words.of_journey, who)))
        return f"{name}: {told}"

    def _left_out(self) -> list[Lines]:
        """What was left out of each source."""
        return [
            left_out_lines(source.source, left_out, source.rows, self._sheet, self._language)
            for source in self._found.measured.sources
            if (left_out := self._found.left_out[source.source])
        ]
