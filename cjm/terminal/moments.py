"""Moments of truth: where opinions are made, why, and what mending them would bring."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.text import Text

from cjm.i18n.ties import long_reasons
from cjm.terminal.columns import gap_of, weighted_gap_of
from cjm.terminal.numbers import points, total
from cjm.terminal.sheet import MARGIN, Lines, Sheet
from cjm.terminal.signs import BAD, LEVELS, QUIET, STRONG
from cjm.terminal.text import LONGEST_TITLE, cleaned, shortened, width_of

if TYPE_CHECKING:
    from cjm.analysis import Analysis, TouchpointFigures
    from cjm.journey import Touchpoint
    from cjm.terminal.words import Words


def moments_of_truth(analysis: Analysis, sheet: Sheet) -> Lines:
    """Every moment of truth, the negative ones first and ranked."""
    negative = analysis.negative_moments_of_truth
    ranked = set(negative)
    others = [id for id in analysis.moments_of_truth if id not in ranked]
    lines = [sheet.heading(sheet.words.moments)]
    if not negative and not others:
        return [*lines, *sheet.paragraph(sheet.words.no_moments)]
    ids = (*negative, *others)
    known = any(figures.gap is not None for figures in analysis.touchpoints)
    gaps = {id: _gap(analysis[id], sheet) if known else Text() for id in ids}
    width = max(width_of(gap.plain) for gap in gaps.values())
    rank_width = len(str(len(negative))) + 1 if negative else 0
    for rank, id in enumerate(ids, 1):
        place = (str(rank) if id in ranked else "").ljust(rank_width)
        gap, spare = gaps[id], " " * (width - width_of(gaps[id].plain) + (2 if known else 0))
        start = Text.assemble(" " * MARGIN, (place, QUIET), gap, spare)
        lines += _moment(analysis, analysis[id], sheet, start)
    return lines


def _gap(figures: TouchpointFigures, sheet: Sheet) -> Text:
    if figures.gap is None:
        return Text(f"  {sheet.words.not_available}", QUIET)
    sign, style = LEVELS[figures.level]
    return Text(f"{sign} {gap_of(figures, sheet.words)}", style)


def _moment(analysis: Analysis, figures: TouchpointFigures, sheet: Sheet, start: Text) -> Lines:
    """The title and who owns it; the reasons; for a negative one, what closing its gap brings."""
    words, point = sheet.words, analysis.journey.touchpoints[figures.place]
    indent = width_of(start.plain)
    name = shortened(cleaned(point.title) or cleaned(point.id), LONGEST_TITLE)
    title, why = Text.assemble((name, STRONG), "  "), _reasons(analysis, figures, sheet)
    rest: Lines = []
    if figures.negative_moment_of_truth:
        owner = cleaned(point.owner or "")
        title.append(words.owner.format(owner) if owner else words.nobody, QUIET if owner else BAD)
        rest = sheet.paragraph(why, indent)
    else:
        title += why
    if mean := weighted_gap_of(figures, words):
        rest += sheet.paragraph(Text(words.mean_here.format(mean), QUIET), indent)
    if figures.negative_moment_of_truth and figures.fix:
        unhappy = analysis.disappointed
        balance = total(figures.fix.balance, words, figures.is_assumed("fix.balance"))
        change = points(
            figures.fix.disappointed,
            words,
            figures.is_assumed("fix.disappointed"),
            unhappy.share if unhappy else None,
        )
        rest += sheet.paragraph(Text(words.fix.format(balance, change), QUIET), indent)
    for line in _voices(analysis, point, words):
        rest += sheet.paragraph(line, indent)
    first, *more = sheet.paragraph(title, indent)
    return [start + first[indent:], *more, *rest]


def _voices(analysis: Analysis, point: Touchpoint, words: Words) -> list[Text]:
    """What hurts here, and what customers said; a persona's own in place of everybody's."""
    own = point.scores_of(analysis.persona) if analysis.persona else None
    pains = (own.pains if own else ()) or point.pains
    quotes = (own.quotes if own else ()) or point.quotes
    lines = [Text(f"− {text}", BAD) for pain in pains if (text := cleaned(pain))]
    said = [words.quoted.format(text.strip('«»“”"„')) for q in quotes if (text := cleaned(q))]
    return [*lines, *(Text(text, "italic") for text in said)]


def _reasons(analysis: Analysis, figures: TouchpointFigures, sheet: Sheet) -> Text:
    """Why it is a moment of truth; beside that, whether customers can get round it."""
    words = sheet.words
    why = long_reasons(figures.moment_of_truth, analysis.tied, analysis.one_ending, words.language)
    text = Text("; ".join(why))
    if figures.unavoidable:
        success = any(p.outcome == "success" for p in analysis.journey.touchpoints)
        text.append(" · ", QUIET)
        text.append(words.unavoidable if success else words.unavoidable_way_out, QUIET)
    return text
