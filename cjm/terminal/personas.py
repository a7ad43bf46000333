"""Personas: the figures of each, as an average hides who is let down."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.text import Text

from cjm.analysis.one_score import Side, highest, lowest, only_side, told_apart
from cjm.i18n import numbers
from cjm.journey import is_one
from cjm.terminal.columns import ALWAYS, Column, fitting
from cjm.terminal.numbers import aligned, percentage
from cjm.terminal.sheet import MARGIN, Lines, Sheet
from cjm.terminal.signs import NONE, QUIET
from cjm.terminal.table import SHORT_TITLE, row
from cjm.terminal.text import cleaned, shortened, width_of

if TYPE_CHECKING:
    from cjm.analysis import Analysis

LONGEST_TITLE = 36
"""Cells of a touchpoint's title beside a score."""


def persona_table(analysis: Analysis, sheet: Sheet) -> Lines:
    """A line a persona; none where there is nothing to compare."""
    portraits = analysis.journey.personas
    if analysis.persona is not None or len(portraits) < 2:
        return []
    side = told_apart(analysis)
    if not side and (analysis.flow is None or analysis.unmeasured):
        return []
    columns = _one_score(analysis, side, sheet) if side else _columns(analysis, sheet)
    names = [cleaned(p.name) or cleaned(p.id) for p in portraits]
    longest = max(map(width_of, names))
    room = sheet.width - MARGIN
    columns = fitting(columns, room - min(longest, SHORT_TITLE))
    room = max(1, min(longest, room - sum(c.width for c in columns)))
    lines = [sheet.heading(sheet.words.personas), row(Text(" " * room), columns, -1)]
    for place, name in enumerate(names):
        text = Text(shortened(name, room))
        text.append(" " * (room - width_of(text.plain)))
        lines.append(row(text, columns, place))
    return [*lines, *_rescaled(analysis.journey.shares_sum, sheet)]


def _rescaled(total: float, sheet: Sheet) -> Lines:
    """That the shares are not those of the workspace, where their sum shows it."""
    if is_one(total):
        return []
    words = sheet.words
    sums = (percentage(total, words, False), percentage(1, words, False))
    return sheet.paragraph(Text(words.rescaled.format(*sums), QUIET))


def _one_score(analysis: Analysis, side: Side, sheet: Sheet) -> list[Column]:
    """Shares, and where a persona's experience is lowest, or its expectation highest."""
    words = sheet.words
    experience = side == "experience"
    pick = lowest if experience else highest
    heading = words.lowest_experience if experience else words.highest_expectation
    found = [
        pick(part.touchpoints, side) if only_side(part.touchpoints) == side else None
        for part in analysis.personas
    ]
    room = min(LONGEST_TITLE, sheet.width // 2 - 8)
    scores = [numbers.score(f.score, words.marks, f.digits) if f else NONE for f in found]
    titles = [
        " · ".join(cleaned(analysis.journey[id].title) or id for id in (f.touchpoints if f else ()))
        for f in found
    ]
    shares = [p.share for p in analysis.journey.personas]
    told = [NONE if share is None else percentage(share, words, False) for share in shares]
    texts = zip(aligned(scores, words), titles, strict=True)
    return [
        Column(words.share, [Text(text) for text in told], 0),
        Column(
            heading,
            [Text(f"{score}  {shortened(title, room)}") for score, title in texts],
            ALWAYS,
            "left",
        ),
    ]


def _columns(analysis: Analysis, sheet: Sheet) -> list[Column]:
    words = sheet.words

    def percent(share: float | None, assumed: bool = False) -> Text:
        return Text(NONE if share is None else percentage(share, words, assumed))

    def total(part: Analysis, name: str) -> Text:
        value: float | None = getattr(part, name)
        return sheet.balance(value, value is not None and part.is_assumed(name))

    def unhappy(part: Analysis) -> Text:
        told = part.disappointed
        if told is None:
            return Text(NONE)
        return Text(words.estimate(told.share, told.exact, part.is_assumed("disappointed")))

    parts = analysis.personas
    return [
        Column(words.share, [percent(p.share) for p in analysis.journey.personas], 0),
        Column(words.balance, [total(p, "balance") for p in parts], ALWAYS),
        Column(words.disappointed, [unhappy(p) for p in parts], 2),
        Column(words.remembered, [total(p, "remembered") for p in parts], 1),
    ]
