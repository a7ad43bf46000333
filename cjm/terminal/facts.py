"""Facts: how long the journey takes, who is lost on it, and what else is measured of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.text import Text

from cjm.i18n.durations import lasting
from cjm.i18n.numbers import half_away, marked
from cjm.journey.precedence import metrics_for
from cjm.rounding import rounded
from cjm.terminal.header import width_of_labels
from cjm.terminal.metrics import metrics_text
from cjm.terminal.numbers import counted, percentage, worth
from cjm.terminal.sheet import MARGIN, Lines, Sheet, kept
from cjm.terminal.signs import QUIET, STRONG

if TYPE_CHECKING:
    from cjm.analysis import Analysis
    from cjm.terminal.words import Words


def facts(analysis: Analysis, sheet: Sheet) -> Lines:
    """Time, lost customers and what they are worth, metrics of the journey against targets."""
    words = sheet.words
    rows = (
        (words.time, _time(analysis, words)),
        (words.lost, _lost(analysis, words)),
        (words.metrics, metrics_text(metrics_for(analysis.journey, analysis.persona), words)),
    )
    return [line for label, text in rows if text for line in _row(label, text, sheet)]


def _row(label: str, text: Text, sheet: Sheet) -> Lines:
    """A label, and a text beside it."""
    indent = MARGIN + width_of_labels(sheet.words) + 2
    return sheet.paragraph(text, indent, " " * MARGIN + label)


def _time(analysis: Analysis, words: Words) -> Text | None:
    """The time of the average customer and of the likely path, and how much of it is known."""
    time = analysis.time
    if time is None:
        return None

    def told(seconds: float, name: str) -> str:
        text = lasting(seconds, words.language, words.marks)
        return kept(marked(text, analysis.is_assumed(name)))

    def known(share: float, name: str) -> str:
        return percentage(share, words, analysis.is_assumed(name))

    likely = NONE_KNOWN if time.likely is None else told(time.likely, "time.likely")
    note = words.time_likely.format(likely)
    coverage = [words.time_known.format(known(time.coverage.visits, "time.coverage.visits"))]
    if time.coverage.moves is not None:
        moves = known(time.coverage.moves, "time.coverage.moves")
        coverage.append(words.time_moves.format(moves))
    if min(time.coverage.visits, rounded(time.coverage.moves or 0)) < 1:
        note = f"{note} · {', '.join(coverage)}"
    start = told(time.expected, "time.expected")
    return Text.assemble((start, STRONG), (f" {note}", QUIET))


NONE_KNOWN = "–"
"""Where there is no likely path."""


def _lost(analysis: Analysis, words: Words) -> Text | None:
    """Customers lost, and what they would have brought."""
    customers = analysis.journey.customers
    if customers is None or not rounded(analysis.lost or 0.0):
        return None
    text = counted(half_away(analysis.lost or 0.0, 0), words.customers, words)
    text = marked(text, analysis.is_assumed("lost"))
    if customers.per:
        text += f" {words.per[customers.per]}"
    if analysis.lost_worth is not None:
        amount = worth(half_away(analysis.lost_worth, 0), customers, words)
        text += f" · {marked(amount, analysis.is_assumed('lost_worth'))}"
    return Text.assemble((text, STRONG), (f"  {words.lost_note}", QUIET))
