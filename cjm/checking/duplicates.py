"""Duplicates: who has an id already, among the journeys of one run."""

from cjm.checking.results import JourneyId, WorkspaceResult
from cjm.diagnostics import Beside, Diagnostic
from cjm.diagnostics.findings import Finding
from cjm.i18n import say
from cjm.project.discovery import WorkspaceFile
from cjm.project.documents import Document
from cjm.project.findings import Origin, finding_of
from cjm.tuples import NamedTuple


class Named(NamedTuple):
    """Where a journey's id stands, and whether the journey is checked or only read for it."""

    file: str
    workspace: WorkspaceFile
    identity: JourneyId
    checked: bool


class Ids:
    """The journeys met so far, by id, state and language."""

    def __init__(self) -> None:
        self._first: dict[tuple[str, str, str], Named] = {}

    def take(
        self, document: Document, identity: JourneyId, checked: bool = True
    ) -> tuple[Named, Named] | None:
        """Of two journeys of an id, the one where that is told, the second if checked; the other.

        Two that are not checked are nobody's business here.
        """
        named = Named(document.file, document.workspace, identity, checked)
        key = (identity.id, identity.state, identity.language)
        first = self._first.setdefault(key, named)
        if first is named or not (first.checked or checked):
            return None
        if checked:
            return named, first
        self._first[key] = named
        return first, named


def duplicate(named: Named, other: Named, rules: WorkspaceResult) -> Finding:
    """CJM004 in a journey whose id another one has, as its workspace tells it."""
    id, language = named.identity.id, rules.language
    diagnostic = Diagnostic(
        code="CJM004",
        message=say(
            "another journey has the id {id!r}, state and language: {file}", id=id, file=other.file
        ),
        place=named.identity.span,
        help=say("give one of the two another id, state or language"),
        related=(Beside(say("{id!r} stands here first", id=id), other.identity.span, other.file),),
        severity=rules.duplicates,
    )
    origin = Origin(named.file, None, id, language, named.identity.state)
    return finding_of(diagnostic, origin, excerpt=named.identity.excerpt)
