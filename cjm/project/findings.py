"""Diagnostics → findings: located in their text, and told in their workspace's language."""

from cjm.diagnostics import START, Diagnostic, Place, Route, Severity, Span
from cjm.diagnostics.findings import Excerpt, FileEdit, Finding, FindingFix, Related
from cjm.i18n import translate
from cjm.source import Source
from cjm.tuples import NamedTuple

FILE_RULES = {
    "CJM001": "invalid-yaml",
    "CJM002": "invalid-journey",
    "CJM003": "unknown-reference",
    "CJM004": "duplicate-id",
}
"""The rules that no module of the rules is needed for, by code; all are errors."""


class Origin(NamedTuple):
    """What the diagnostics of one journey have in common.

    `file` is its name in findings, `beside` holds the sources of the other files that belong to it.
    One that was built in Python is `unwritten`: its source is how it would be written, which gives
    the ways through it, but no lines.
    """

    file: str | None
    source: Source | None
    journey: str | None = None
    language: str = "en"
    state: str | None = None
    unwritten: bool = False
    beside: tuple[tuple[str, Source], ...] = ()

    def source_of(self, file: str | None) -> Source | None:
        """The source of one of its files; of its own where none is named."""
        return self.source if file is None else dict(self.beside).get(file)


def finding_of(
    diagnostic: Diagnostic,
    origin: Origin,
    name: str = "",
    severity: Severity = Severity.ERROR,
    excerpt: Excerpt | None = None,
    impact: float | None = None,
) -> Finding:
    """The finding that a diagnostic makes; `name` and `severity` are its rule's.

    `excerpt` is what the text says there, where the text itself is no longer at hand. `impact` is
    its touchpoint's on the balance.
    """
    language = origin.language
    span, route = _located(diagnostic.place, origin, diagnostic.file)
    return Finding(
        code=diagnostic.code,
        name=name or FILE_RULES[diagnostic.code],
        severity=diagnostic.severity or severity,
        message=translate(diagnostic.message, language),
        file=diagnostic.file or origin.file,
        span=span,
        journey=origin.journey,
        touchpoint=diagnostic.touchpoint,
        help=translate(diagnostic.help, language),
        related=tuple(
            Related(
                translate(beside.message, language),
                beside.file or origin.file,
                _located(beside.place, origin, beside.file)[0],
            )
            for beside in diagnostic.related
        ),
        personas=diagnostic.personas,
        values=diagnostic.values,
        excerpt=excerpt or excerpt_at(span, origin.source_of(diagnostic.file)),
        words="" if language == "en" else str(diagnostic.message),
        item=diagnostic.item,
        state=origin.state,
        route=route,
        fixes=_fixes(diagnostic, origin),
        impact=impact,
    )


def _fixes(diagnostic: Diagnostic, origin: Origin) -> tuple[FindingFix, ...]:
    """The fixes of a diagnostic, safe ones first, where the text is one that can be changed."""
    source = origin.source_of(diagnostic.file)
    if not diagnostic.fixes or source is None or (origin.unwritten and diagnostic.file is None):
        return ()
    file = diagnostic.file or origin.file
    fixes = []
    for fix in diagnostic.fixes:
        if all(map(source.can_replace, fix.spans)):
            edits = (
                FileEdit(file, *source.offsets(span), fix.text, span)
                for span in sorted(set(fix.spans))
            )
            fixes.append(FindingFix(translate(fix.title, origin.language), fix.safe, tuple(edits)))
    return tuple(sorted(fixes, key=lambda fix: not fix.safe))


def excerpt_at(span: Span | None, source: Source | None) -> Excerpt:
    """What a text says at a span's first line."""
    if source is None or span is None:
        return Excerpt("")
    return Excerpt.around(source.line(span.line), span.column)


def _located(
    place: Span | Place, origin: Origin, file: str | None
) -> tuple[Span | None, Route | None]:
    if (source := origin.source_of(file)) is not None:
        span, route = source.locate(place)
        return None if origin.unwritten and file is None else span, route
    return (place, None) if isinstance(place, Span) else (START, place.route)
