"""Figures: what is known of a touchpoint, in the words and digits of every other page."""

from __future__ import annotations

from collections.abc import Iterator

from cjm.analysis import Analysis, TouchpointFigures
from cjm.i18n import Message, say, translate
from cjm.i18n.figures import Share, Total
from cjm.i18n.glossary import wording
from cjm.i18n.numbers import ENGLISH, RUSSIAN, SPACE, Marks, gap, score
from cjm.i18n.ties import long_reasons
from cjm.journey import Score, Touchpoint
from cjm.lsp.markdown import escaped

BETWEEN = " · "


def marks_of(language: str) -> Marks:
    """How a language writes numbers."""
    return RUSSIAN if language == "ru" else ENGLISH


def gap_text(figures: TouchpointFigures | None, language: str) -> str:
    """C of a touchpoint as it is written beside its title; empty where it has none."""
    if figures is None or figures.expectation is None or figures.experience is None:
        return ""
    written = gap(figures.expectation, figures.experience, marks_of(language), figures.digits)
    return f"{wording('gap', language).short}{SPACE}{written}"


def touchpoint_lines(analysis: Analysis, figures: TouchpointFigures, language: str) -> list[str]:
    """What is told of a touchpoint, in Markdown, a paragraph each."""
    point = analysis.journey.touchpoints[figures.place]
    lines = [
        _scores(figures, language),
        *_measured(point, language),
        BETWEEN.join(translate(told, language) for told in _flow(figures)),
        _moment(analysis, figures, language),
        _next(analysis, point, language),
        translate(say("owner: {owner}", owner=escaped(point.owner)), language)
        if point.owner
        else "",
        translate(say("worst pain: {pain}", pain=escaped(point.pains[0])), language)
        if point.pains
        else "",
    ]
    return [line for line in lines if line]


def _scores(figures: TouchpointFigures, language: str) -> str:
    told = []
    for side in ("expectation", "experience"):
        value = getattr(figures, side)
        if value is not None:
            written = score(value, marks_of(language), figures.digits)
            told.append(f"{wording(side, language).short}{SPACE}{written}")
    if figures.level is None:
        return BETWEEN.join((*told, wording("unmeasured", language).long))
    level = wording(figures.level, language).long
    return BETWEEN.join((*told, f"**{gap_text(figures, language)}** {level}"))


def _measured(point: Touchpoint, language: str) -> Iterator[str]:
    """Which of its scores was measured, of how many people and when."""
    for side in ("expectation", "experience"):
        value: Score | None = getattr(point, side)
        if value is not None and value.measurement is not None:
            parts = [f"n{SPACE}={SPACE}{value.n}" if value.n else "", str(value.measured or "")]
            name = wording(side, language).short
            evidence = ", ".join(filter(None, parts))
            yield translate(say("{side} is measured: {n}", side=name, n=evidence), language)


def _flow(figures: TouchpointFigures) -> Iterator[Message]:
    if figures.reach is not None:
        share = Share(figures.reach, figures.is_assumed("reach"))
        yield say("reached by {share}", share=share)
    if figures.impact is not None:
        impact = Total(figures.impact, figures.is_assumed("impact"))
        yield say("impact {impact}", impact=impact)


def _moment(analysis: Analysis, figures: TouchpointFigures, language: str) -> str:
    reasons = figures.moment_of_truth
    if not reasons:
        return ""
    told = long_reasons(reasons, analysis.tied, analysis.one_ending, language)
    named = wording("moment-of-truth", language)
    return f"{named.short} {named.long}: {'; '.join(told)}"


def _next(analysis: Analysis, point: Touchpoint, language: str) -> str:
    """Where customers go from here, each way with its share."""
    titles = {each.id: each.title or each.id for each in analysis.journey.touchpoints}
    ways = [way for way in analysis.transitions if way.source == point.id]
    told = [
        f"{escaped(titles[way.target])}{SPACE}"
        + Share(way.probability, "probability" in way.assumed).written(marks_of(language))
        for way in ways
    ]
    if told:
        return translate(say("next: {ways}", ways=BETWEEN.join(told)), language)
    if point.outcome:
        return translate(
            say("the journey ends here: {outcome}", outcome=wording(point.outcome, language).long),
            language,
        )
    return ""
