"""Duplicates: who has an id already, among the journeys of one run."""

from __future__ import annotations

from typing import NamedTuple

from cjm.checking.documents import Document
from cjm.checking.locate import excerpt_of, place_of
from cjm.findings import Excerpt, Finding, Related, Severity, Span
from cjm.journey import Journey
from cjm.rules import Place
from cjm.workspace import LoadedWorkspace


class _Named(NamedTuple):
    """Where a journey's id stands; `home` is None where the journey itself is not checked."""

    id: str
    file: str
    span: Span
    excerpt: Excerpt
    home: LoadedWorkspace | None


class Ids:
    """The journeys met so far, by id, state and language."""

    def __init__(self) -> None:
        self._first: dict[tuple[str, str, str], _Named] = {}

    def take(self, journey: Journey, document: Document) -> list[Finding]:
        """CJM004 in a journey whose id was met before."""
        named = _named(journey, document, document.home)
        first = self._first.setdefault(_key(journey), named)
        return [] if first.file == named.file else [_duplicate(named, first)]

    def pass_by(
        self, journey: Journey, document: Document
    ) -> tuple[Finding, LoadedWorkspace] | None:
        """CJM004 in a checked journey that was met before one with its id that is not checked."""
        named = _named(journey, document, None)
        first = self._first.setdefault(_key(journey), named)
        if first.home is None:
            return None
        self._first[_key(journey)] = named
        return _duplicate(first, named), first.home


def _key(journey: Journey) -> tuple[str, str, str]:
    return journey.id, journey.state, journey.language


def _named(journey: Journey, document: Document, home: LoadedWorkspace | None) -> _Named:
    source = document.source
    span = place_of((Place(("id",)),), source)
    return _Named(journey.id, document.file, span, excerpt_of(source, span), home)


def _duplicate(named: _Named, other: _Named) -> Finding:
    return Finding(
        code="CJM004",
        name="duplicate-id",
        severity=Severity.ERROR,
        message=f"another journey has the id {named.id!r}, state and language: {other.file}",
        file=named.file,
        span=named.span,
        journey=named.id,
        help="give one of the two another id, state or language",
        related=(Related(f"{named.id!r} stands here first", other.file, other.span),),
        excerpt=named.excerpt,
    )
