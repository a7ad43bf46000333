"""Diagnostics → findings: located in their text, and told in their workspace's language."""

from typing import NamedTuple

from cjm.diagnostics import START, Diagnostic, Place, Severity, Span
from cjm.diagnostics.findings import Excerpt, Finding, Related
from cjm.i18n import translate
from cjm.source import Located, Source

FILE_RULES = {
    "CJM001": "invalid-yaml",
    "CJM002": "invalid-journey",
    "CJM003": "unknown-reference",
    "CJM004": "duplicate-id",
}
"""The rules that no module of the rules is needed for, by code; all are errors."""


class Origin(NamedTuple):
    """What the diagnostics of one text have in common. `file` is its name in findings."""

    file: str
    source: Source | None
    journey: str | None = None
    language: str = "en"
    state: str | None = None


def finding_of(
    diagnostic: Diagnostic,
    origin: Origin,
    name: str = "",
    severity: Severity = Severity.ERROR,
    excerpt: Excerpt | None = None,
) -> Finding:
    """The finding that a diagnostic makes; `name` and `severity` are its rule's.

    `excerpt` is what the text says there, where the text itself is no longer at hand.
    """
    language = origin.language
    span, route = _located(diagnostic.place, origin.source)
    return Finding(
        code=diagnostic.code,
        name=name or FILE_RULES[diagnostic.code],
        severity=diagnostic.severity or severity,
        message=translate(diagnostic.message, language),
        file=origin.file,
        span=span,
        journey=origin.journey,
        touchpoint=diagnostic.touchpoint,
        help=translate(diagnostic.help, language),
        related=tuple(
            Related(
                translate(beside.message, language),
                beside.file or origin.file,
                _located(beside.place, origin.source).span,
            )
            for beside in diagnostic.related
        ),
        personas=diagnostic.personas,
        values=diagnostic.values,
        excerpt=excerpt or excerpt_at(span, origin.source),
        words="" if language == "en" else str(diagnostic.message),
        item=diagnostic.item,
        state=origin.state,
        route=route,
    )


def excerpt_at(span: Span, source: Source | None) -> Excerpt:
    """What a text says at a span's first line."""
    return Excerpt.around(source.line(span.line) if source else "", span.column)


def _located(place: Span | Place, source: Source | None) -> Located:
    if source is not None:
        return source.locate(place)
    if isinstance(place, Span):
        return Located(place, None)
    return Located(START, place.route)
