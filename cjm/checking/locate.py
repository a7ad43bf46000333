"""Problems and faults → findings with a line and a column."""

from __future__ import annotations

from cjm.diagnostics.findings import Excerpt, Finding, Related, Severity, english_beside
from cjm.i18n import translate
from cjm.project.workspace import START, first_key
from cjm.rules import Place, Problem, Rule
from cjm.source import Source, Span


def finding_of(
    problem: Problem,
    rule: Rule,
    severity: Severity,
    source: Source,
    file: str,
    journey: str,
    language: str = "en",
) -> Finding:
    """The finding that a rule's problem makes in a file, as its workspace's language tells it."""
    span = place_of(problem.places, source)
    return Finding(
        code=rule.code,
        name=rule.name,
        severity=severity,
        message=translate(problem.message, language),
        words=english_beside(problem.message, language),
        file=file,
        span=span,
        journey=journey,
        touchpoint=problem.touchpoint,
        help=translate(problem.help, language),
        related=tuple(
            Related(translate(message, language), file, place_of((place,), source))
            for message, place in problem.related
        ),
        personas=problem.personas,
        figures=problem.figures,
        excerpt=excerpt_of(source, span),
        item=problem.item,
    )


def place_of(places: tuple[Place, ...], source: Source) -> Span:
    """The first of the places that the file holds, else the file as a whole."""
    for place in places:
        if span := source.span(place.route, place.key):
            return span
    return first_key(source.root).span if source.root else START


def excerpt_of(source: Source, span: Span) -> Excerpt:
    """What the source says at a span's first line."""
    return Excerpt.around(source.line(span.line), span.column)
