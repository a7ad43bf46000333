"""Duplicates: who has an id already, among the journeys of one run."""

from typing import NamedTuple

from cjm.checking.verdicts import Identity
from cjm.diagnostics.findings import Finding, Related, Severity, english_beside
from cjm.i18n import say, translate
from cjm.project.discovery import Home
from cjm.project.documents import Document


class _Named(NamedTuple):
    """Where a journey's id stands, and whether the journey is checked or only read for it."""

    file: str
    home: Home
    identity: Identity
    checked: bool


class Duplicate(NamedTuple):
    """A journey whose id another one has too."""

    named: _Named
    other: _Named

    @property
    def home(self) -> Home:
        """Where the journey is at home."""
        return self.named.home

    def finding(self, severity: Severity, language: str) -> Finding:
        """CJM004 at the journey's id."""
        identity, other = self.named.identity, self.other
        message = say(
            "another journey has the id {id!r}, state and language: {file}",
            id=identity.id,
            file=other.file,
        )
        first = translate(say("{id!r} stands here first", id=identity.id), language)
        return Finding(
            code="CJM004",
            name="duplicate-id",
            severity=severity,
            message=translate(message, language),
            words=english_beside(message, language),
            file=self.named.file,
            span=identity.span,
            journey=identity.id,
            help=translate(say("give one of the two another id, state or language"), language),
            related=(Related(first, other.file, other.identity.span),),
            excerpt=identity.excerpt,
        )


class Ids:
    """The journeys met so far, by id, state and language."""

    def __init__(self) -> None:
        self._first: dict[tuple[str, str, str], _Named] = {}

    def take(
        self, document: Document, identity: Identity, checked: bool = True
    ) -> Duplicate | None:
        """CJM004 in one of two journeys of an id; in the second, if checked.

        Two that are not checked are nobody's business here.
        """
        named = _Named(document.file, document.home, identity, checked)
        key = (identity.id, identity.state, identity.language)
        first = self._first.setdefault(key, named)
        if first is named or not (first.checked or checked):
            return None
        if checked:
            return Duplicate(named, first)
        self._first[key] = named
        return Duplicate(first, named)
