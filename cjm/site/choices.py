"""Choices: of what and in which languages a site is written, and what may be left out of it."""

from __future__ import annotations

import os
from collections.abc import Iterable

from cjm.checking.run import Path
from cjm.errors import UsageError
from cjm.i18n import say
from cjm.names import LANGUAGES, LEFT_OUT_OF_REPORTS
from cjm.project.discovery import absent, reason
from cjm.project.documents import named_path
from cjm.project.workspace import Workspace


def refuse_unknown(language: str | None, leave_out: frozenset[str] = frozenset()) -> None:
    """Raise UsageError for a language or a part that does not exist."""
    if language not in (None, "both", *LANGUAGES):
        raise UsageError(
            say("there is no language {language!r}", language=language),
            help=say("known: {known}", known=", ".join((*LANGUAGES, "both"))),
        )
    for part in sorted(leave_out - set(LEFT_OUT_OF_REPORTS)):
        raise UsageError(
            say("there is nothing called {part!r} to leave out", part=part),
            help=say("known: {known}", known=", ".join(LEFT_OUT_OF_REPORTS)),
        )


def paths_there(paths: Path | Iterable[Path]) -> tuple[str, ...]:
    """Paths as texts; raise UsageError for one that leads nowhere.

    Else a slip of the pen would take the pages away that a report wrote before.
    """
    asked = [paths] if isinstance(paths, (str, os.PathLike)) else paths
    found = tuple(os.fspath(path) for path in asked)
    for path in found:
        if path != "-" and not os.path.exists(path):
            message = say("{path}: {reason}", path=named_path(path), reason=reason(absent(path)))
            raise UsageError(message)
    return found


def languages_of(asked: str | None, workspace: Workspace) -> tuple[str, ...]:
    """The languages of a site, its workspace's first."""
    if asked == "both":
        return (workspace.language, *(x for x in LANGUAGES if x != workspace.language))
    return (asked or workspace.language,)
