"""Duplicates: who has an id already, among the journeys of one run."""

from typing import NamedTuple

from cjm.checking.verdicts import Identity
from cjm.diagnostics.findings import Finding, Related, Severity
from cjm.i18n import say
from cjm.project.discovery import Home
from cjm.project.documents import Document


class _Named(NamedTuple):
    """Where a journey's id stands, and whether the journey is checked or only read for it."""

    file: str
    home: Home
    identity: Identity
    checked: bool


class Ids:
    """The journeys met so far, by id, state and language."""

    def __init__(self) -> None:
        self._first: dict[tuple[str, str, str], _Named] = {}

    def take(
        self, document: Document, identity: Identity, checked: bool = True
    ) -> tuple[Finding, Home] | None:
        """CJM004 in one of two journeys of an id, with that one's home; in the second, if checked.

        Two that are not checked are nobody's business here.
        """
        named = _Named(document.file, document.home, identity, checked)
        key = (identity.id, identity.state, identity.language)
        first = self._first.setdefault(key, named)
        if first is named or not (first.checked or checked):
            return None
        if checked:
            return _duplicate(named, first), named.home
        self._first[key] = named
        return _duplicate(first, named), first.home


def _duplicate(named: _Named, other: _Named) -> Finding:
    identity = named.identity
    first = say("{id!r} stands here first", id=identity.id)
    return Finding(
        code="CJM004",
        name="duplicate-id",
        severity=Severity.ERROR,
        message=say(
            "another journey has the id {id!r}, state and language: {file}",
            id=identity.id,
            file=other.file,
        ),
        file=named.file,
        span=identity.span,
        journey=identity.id,
        help=say("give one of the two another id, state or language"),
        related=(Related(first, other.file, other.identity.span),),
        excerpt=identity.excerpt,
    )
