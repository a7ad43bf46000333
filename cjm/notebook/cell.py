"""The cell of a notebook: words, figures and tables in one language."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from html import escape
from typing import TYPE_CHECKING, Any

from cjm.analysis.one_score import SIDES
from cjm.design.css import colour_variable
from cjm.design.tokens import tone_of
from cjm.i18n import Message, numbers, say, translate
from cjm.i18n.glossary import wording
from cjm.i18n.phrases import Phrases, phrases
from cjm.i18n.ties import long_reasons, one_of

if TYPE_CHECKING:
    from cjm.analysis.touchpoints import TouchpointFigures
    from cjm.checking.overview_rows import OverviewRow
    from cjm.data.left_out import LeftOut
    from cjm.journey import Level

NONE = "–"
MOST_ROWS = 20
"""Of a table of data; how many more there are is told."""
SIGNS = {"disappointment": "▼", "satisfaction": "=", "delight": "▲"}
CELL_STYLE = """.cjm.cjm-cell{color:var(--cjm-ink);background:var(--cjm-canvas);padding:8px 12px}
.cjm.cjm-cell p{margin:0 0 8px}
.cjm.cjm-cell table+:is(p,table){margin-top:8px}
.cjm.cjm-cell table{border-collapse:collapse;margin:0;color:inherit}
.cjm.cjm-cell tr:nth-child(n){background:none;border-bottom:1px solid var(--cjm-rule)}
.cjm.cjm-cell th,.cjm.cjm-cell td{padding:4px 8px;text-align:right;color:inherit}
.cjm.cjm-cell thead th{color:var(--cjm-muted);font-weight:normal}
.cjm.cjm-cell :is(th,td).cjm-words{text-align:left}
.cjm.cjm-cell tbody th{font-weight:normal}
.cjm.cjm-cell td{font-variant-numeric:tabular-nums}
.cjm.cjm-cell .cjm-tag{padding:1px 6px;border-radius:4px;white-space:nowrap}"""
"""Two classes, since notebooks have rules of their own for tables."""


class Cell:
    """Words, figures and tables in one language."""

    def __init__(self, language: str) -> None:
        self.language = language
        self.marks = numbers.RUSSIAN if language == "ru" else numbers.ENGLISH

    def word(self, message: Message) -> str:
        """A message as text that HTML may hold."""
        return escape(translate(message, self.language))

    def term(self, id: str, short: bool = False) -> str:
        """A term of the glossary; what it means shows where one points at it."""
        term = wording(id, self.language)
        name = term.short if short else term.long
        return f'<span title="{escape(term.definition)}">{escape(name)}</span>'

    def count(self, value: float) -> str:
        """A whole count, or an amount of money, written out."""
        return numbers.quantity(value, self.marks, largest=numbers.BEYOND)

    def fraction(self, value: float) -> str:
        """A fitness or a pain: three digits."""
        return numbers.quantity(value, self.marks, decimals=3)

    def tone(self, value: float | None) -> str:
        """From −1 to 1, or a dash."""
        return NONE if value is None else numbers.total(value, self.marks)

    def interval(self, ends: tuple[float, float] | None, written: Callable[[float], str]) -> str:
        """An interval from end to end, or a dash."""
        return NONE if ends is None else " … ".join(map(written, ends))

    def left_out(self, source: str, left_out: LeftOut, read: int) -> str:
        """How many rows of a source were read, and how many of them do not count."""
        title = say(
            "{source}: {count} {n:row|rows} read", source=source, count=self.count(read), n=read
        )
        rows = sum(reason.rows for reason in left_out.values())
        gist = say("{count} left out", count=self.count(rows)) if rows else say("nothing left out")
        return f"{self.word(title)}, {self.word(gist)}"

    def quantity(self, value: float | None) -> str:
        """A cost or a budget, or a dash."""
        return NONE if value is None else escape(numbers.quantity(value, self.marks))

    def total(self, value: float | None, assumed: bool) -> str:
        """A balance or an impact, or a dash."""
        if value is None:
            return NONE
        return escape(numbers.marked(numbers.total(value, self.marks), assumed))

    def score(self, value: float | None, digits: int) -> str:
        """An expectation or an experience, or a dash."""
        return NONE if value is None else escape(numbers.score(value, self.marks, digits))

    def reasons(
        self, ids: Sequence[str], tied: Mapping[Any, int], one_ending: bool
    ) -> Iterator[str]:
        """Why it is a moment of truth, each with what that means."""
        told = long_reasons(ids, tied, one_ending, self.language)
        for id, name in zip(ids, told, strict=True):
            definition = wording(id, self.language).definition
            yield f'<span title="{escape(definition)}">{escape(name)}</span>'

    def assumed_note(self, shown: str) -> str:
        """What ≈ means, where it is shown."""
        if numbers.ASSUMED not in shown:
            return ""
        note = say("{sign} rests on shares that nobody gave", sign=numbers.ASSUMED)
        return f"<p>{self.word(note)}</p>"

    def one_of(self, name: str, count: int) -> str:
        """A name, and of how many it stands for one, where they are several."""
        return one_of(name, count, self.language)

    def worst_gap(self, row: OverviewRow) -> str:
        """The lowest C of a journey, on the ground of its level."""
        level, scores = row.worst_level, row.worst_scores
        if level is None or scores is None:
            return NONE
        o, b, digits = scores
        shown = escape(numbers.gap(o, b, self.marks, digits))
        return self.tag(f"{SIGNS[level]} {shown}", level, wording(level, self.language).long)

    def percentage(self, share: float | None, assumed: bool) -> str:
        """A share as a percentage, or a dash."""
        if share is None:
            return NONE
        return escape(numbers.marked(numbers.percentage(share, self.marks), assumed))

    def estimate(self, share: float | None, exact: bool, assumed: bool) -> str:
        """The disappointed share, which may be simulated, or a dash."""
        if share is None:
            return NONE
        return escape(Phrases(**phrases(self.language)).estimate(share, exact, assumed))

    def own(self, figures: TouchpointFigures, alone: bool) -> str:
        """What a persona has of its own at a touchpoint: C, or the one score that is known.

        `alone` is whether no other score is known anywhere, so that nobody asks which it is.
        """
        if figures.gap is not None:
            return self.gap(figures)
        known = [side for side in SIDES if getattr(figures, side) is not None]
        scores = (self.score(getattr(figures, side), figures.digits) for side in known)
        return " ".join(scores if alone else map("{} {}".format, map(self._side, known), scores))

    def _side(self, id: str) -> str:
        return self.term(id, short=True)

    def gap(self, figures: TouchpointFigures) -> str:
        """C, the difference of the scores beside it, with the sign of its level on its ground."""
        tag = self.level_gap(figures.expectation, figures.experience, figures.level, figures.digits)
        return " ".join(filter(None, (tag, self._mean_gap(figures)))) or NONE

    def level_gap(self, o: float | None, b: float | None, level: Level | None, digits: int) -> str:
        """The difference of two scores, with the sign of its level on its ground; else nothing."""
        if level is None or o is None or b is None:
            return ""
        shown = escape(numbers.gap(o, b, self.marks, digits))
        return self.tag(f"{SIGNS[level]} {shown}", level, wording(level, self.language).long)

    def _mean_gap(self, figures: TouchpointFigures) -> str:
        """C̄, where it is written differently than the C beside it."""
        sides = (figures.expectation, figures.experience)
        text = numbers.mean_gap(figures.weighted_gap, *sides, self.marks, figures.digits)
        if not text:
            return ""
        name, meaning = wording("weighted-gap", self.language)[1:]
        return f'<span title="{meaning}">{name}\u00a0{escape(text)}</span>'

    def tag(self, text: str, level: str, title: str = "") -> str:
        """A text on the ground of a level."""
        tone = tone_of(level)
        style = f"background:{colour_variable(tone.fill)};color:{colour_variable(tone.on)}"
        told = f' title="{escape(title)}"' if title else ""
        return f'<span class="cjm-tag" style="{style}"{told}>{text}</span>'

    def long_table(
        self,
        head: Iterable[str],
        columns: Sequence[str],
        rows: Sequence[Sequence[str]],
        words: Iterable[int],
    ) -> str:
        """A table of at most 20 rows, and how many more there are; of none its line alone."""
        if not rows:
            return f"<p>{' · '.join(head)}</p>"
        shown = self.table(head, columns, rows[:MOST_ROWS], words)
        more = len(rows) - MOST_ROWS
        return f"{shown}<p>{self.word(say('and {n} more', n=more))}</p>" if more > 0 else shown

    def table(
        self,
        head: Iterable[str],
        columns: Sequence[str],
        rows: Iterable[Sequence[str]],
        words: Iterable[int],
    ) -> str:
        """A line of key figures over a table; `words` are the columns that hold no figures.

        Columns in which nothing stands are left out.
        """
        rows = list(rows)
        kept = [i for i in range(len(columns)) if not rows or any(_is_said(r[i]) for r in rows)]
        columns, rows = [columns[i] for i in kept], [[row[i] for i in kept] for row in rows]
        words = set(words)
        kinds = [' class="cjm-words"' if i in words else "" for i in kept]
        titles = (
            f'<th scope="col"{kind}>{column}</th>'
            for kind, column in zip(kinds, columns, strict=True)
        )
        body = (
            f'<tr><th scope="row"{kinds[0]}>{row[0]}</th>'
            + "".join(f"<td{k}>{cell}</td>" for k, cell in zip(kinds[1:], row[1:], strict=True))
            + "</tr>"
            for row in rows
        )
        line = " · ".join(head)
        told = f"<p>{line}</p>" if line else ""
        heads = f"<thead><tr>{''.join(titles)}</tr></thead>"
        return f"{told}<table>{heads}<tbody>{''.join(body)}</tbody></table>"


def _is_said(text: str) -> bool:
    return text not in ("", NONE)
