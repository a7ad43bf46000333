"""Paths: the likely one with its running balance, the worst one, the doom loops."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from rich.text import Text

from cjm.i18n import translate
from cjm.i18n.figures import Share
from cjm.i18n.glossary import capitalized
from cjm.i18n.ties import likely_ways, worst_ways
from cjm.terminal.bars import balance_chart
from cjm.terminal.numbers import total
from cjm.terminal.sheet import MARGIN, Lines, Sheet, kept
from cjm.terminal.signs import BAD, NONE, QUIET
from cjm.terminal.text import LONGEST_TITLE, cleaned, shortened

if TYPE_CHECKING:
    from cjm.analysis import Analysis


def likely_path(analysis: Analysis, sheet: Sheet) -> Lines:
    """The most probable way, and the customer's account along it."""
    words, path = sheet.words, analysis.likely_path
    if path is None:
        return [sheet.heading(capitalized(words.likely_path)), *sheet.paragraph(words.no_likely)]
    assumed = analysis.is_assumed("likely_path.probability")
    note = translate(likely_ways(path.tied, Share(path.probability, assumed)), words.language)
    lines = [
        *sheet.headed(capitalized(words.likely_path), note),
        *_walk(analysis, sheet, path.touchpoints),
    ]
    if path.balance is None:
        return lines
    chart = balance_chart(path.balance, sheet.width - MARGIN, words)
    facts = [words.ends_at.format(total(path.balance[-1], words, False))]
    if min(path.balance) < 0:
        facts.append(words.lowest.format(total(min(path.balance), words, False)))
    gist = Text(" · ".join(map(kept, facts)) + " · ")
    if path.overdrawn_at is None:
        gist.append(words.never_overdrawn)
    else:
        title = _title(analysis, path.overdrawn_at)
        gist.append(words.overdrawn.format(title), BAD)
    return [
        *lines,
        *(Text(" " * MARGIN) + row for row in chart),
        *sheet.paragraph(gist),
    ]


def worst_path(analysis: Analysis, sheet: Sheet) -> Lines:
    """The walk with the smallest sum of C, or what a round costs where there is no smallest."""
    words, path = sheet.words, analysis.worst_path
    if analysis.unmeasured:
        return []
    if path is None:
        return [sheet.heading(capitalized(words.worst_path)), *sheet.paragraph(words.no_worst)]
    if path.bounded:
        text = NONE if path.balance is None else total(path.balance, words, False)
        note = words.worst_sum.format(text)
        if tie := translate(worst_ways(path.tied), words.language):
            note = f"{tie}, {note}"
    else:
        walked = set(path.touchpoints)
        loop = next(loop for loop in analysis.loops if walked.issuperset(loop.touchpoints))
        note = words.no_bound.format(total(loop.balance, words, False))
    return [
        *sheet.headed(capitalized(words.worst_path), note),
        *_walk(analysis, sheet, path.touchpoints),
    ]


def doom_loops(analysis: Analysis, sheet: Sheet) -> Lines:
    """Ways that lead back to where they began and cost the customer something each time."""
    words = sheet.words
    if analysis.unmeasured:
        return []
    lines = [sheet.heading(words.loops)]
    for loop in analysis.loops:
        cost = words.a_round.format(total(loop.balance, words, False))
        walk = (*loop.touchpoints, loop.touchpoints[0])
        end = Text.assemble("  ", (kept(cost), BAD))
        lines += _walk(analysis, sheet, walk, end)
    return lines if analysis.loops else [*lines, *sheet.paragraph(words.no_loops)]


def _walk(analysis: Analysis, sheet: Sheet, ids: Sequence[str], end: Text | None = None) -> Lines:
    """Titles joined by arrows; an arrow never begins a line."""
    text = Text()
    for nth, id in enumerate(ids):
        text.append(_title(analysis, id))
        if nth < len(ids) - 1:
            text.append("\u00a0→ ", QUIET)
    return sheet.paragraph(text + end if end else text)


def _title(analysis: Analysis, id: str) -> str:
    point = analysis.journey.touchpoints[analysis[id].place]
    return shortened(cleaned(point.title) or cleaned(point.id), LONGEST_TITLE)
