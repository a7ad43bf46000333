"""Checking with a cache: results of earlier runs where they are known, else new ones."""

from __future__ import annotations

import os
import re
from collections.abc import Callable, Sequence
from datetime import date
from functools import partial
from typing import TYPE_CHECKING, TypeVar

from cjm.checking.overrides import Overrides
from cjm.checking.results import (
    DocumentResult,
    WorkspaceResult,
    packed_document,
    packed_workspace,
    unpacked_document,
    unpacked_workspace,
)
from cjm.errors import CjmError
from cjm.i18n.characters import clipped
from cjm.project.cache import Cache
from cjm.project.discovery import WorkspaceFile, shown_path
from cjm.project.documents import Document
from cjm.project.keys import build, key_of
from cjm.system.workers import Workers

if TYPE_CHECKING:
    from cjm.checking.checker import Checker
    from cjm.journey import Journey

Kind = TypeVar("Kind", DocumentResult, WorkspaceResult)

MANY = 200
"""So many unknown files are worth the start of other processes."""
CHUNK = 25
"""How many files another process takes at once."""
_MONTH = re.compile(rb"-\d\d-")


class CachedChecker:
    """Results under the overrides of one run, on one day, in so many processes.

    No module of the rules is imported where the cache knows all that is asked for. `figures_of`
    is as the checker has it.
    """

    def __init__(
        self,
        overrides: Overrides,
        today: date,
        cache: Cache,
        processes: int = 1,
        figures_of: str | None = None,
    ) -> None:
        self._overrides = overrides
        self._today = today
        self._figures_of = figures_of
        self._cache = cache
        self._workers = Workers(processes)
        self._own: Checker | None = None
        self._rules: dict[WorkspaceFile, WorkspaceResult] = {}
        self._run = key_of(build(), repr(overrides))
        self._workspace_files: dict[WorkspaceFile, bytes] = {}

    def workspace(self, workspace_file: WorkspaceFile) -> WorkspaceResult:
        """What a workspace says about its check."""
        if workspace_file not in self._rules:
            key = key_of(self._key_of_workspace(workspace_file), "rules")
            files = (shown_path(workspace_file.file),) if workspace_file.file else ()
            rules = _unpacked(unpacked_workspace, self._cache.get([key]).get(key), files)
            if rules is None:
                rules = self._new().workspace(workspace_file)
                self._cache.put({key: packed_workspace(rules, files)})
            self._rules[workspace_file] = rules
        return self._rules[workspace_file]

    def documents(self, documents: Sequence[Document]) -> list[DocumentResult]:
        """The result on each document, in order."""
        keys = [self._key(document) for document in documents]
        kept = self._cache.get(keys)
        results = {
            n: result
            for n, (key, document) in enumerate(zip(keys, documents, strict=True))
            if (result := _unpacked(unpacked_document, kept.get(key), document.files))
        }
        missing = [n for n in range(len(documents)) if n not in results]
        fresh = dict(zip(missing, self._checked([documents[n] for n in missing]), strict=True))
        # Read back even so: a result from the cache and a new one go the same way.
        new = {n: unpacked_document(content, documents[n].files) for n, content in fresh.items()}
        self._cache.put({keys[n]: fresh[n] for n in missing if not new[n].failure})
        return [new[n] if n in new else results[n] for n in range(len(documents))]

    def twins(self, document: Document, other: Document) -> DocumentResult:
        """Where two languages of a journey do not agree."""
        files = (document.file, other.file)
        key = key_of("twins", self._key(document), self._key(other))
        kept = _unpacked(unpacked_document, self._cache.get([key]).get(key), files)
        if kept is None:
            content = packed_document(self._new().twins(document, other), files)
            self._cache.put({key: content})
            kept = unpacked_document(content, files)
        return kept

    def journey(self, journey: Journey, workspace_file: WorkspaceFile) -> DocumentResult:
        """The result on a journey built in Python, which no cache knows."""
        return self._new().journey(journey, workspace_file)

    def close(self) -> None:
        """End the processes, and leave the cache in order."""
        self._workers.close()
        self._cache.close()

    def _checked(self, documents: Sequence[Document]) -> list[bytes]:
        if len(documents) >= MANY and not self._workers.alone:
            check_all = partial(_checked_apart, self._overrides, self._today, self._figures_of)
            return list(self._workers.work(check_all, documents, CHUNK))
        return [_checked_one(self._new(), document) for document in documents]

    def _new(self) -> Checker:
        from cjm.checking.checker import Checker

        self._own = self._own or Checker(self._overrides, self._today, self._figures_of)
        return self._own

    def _key_of_workspace(self, workspace_file: WorkspaceFile) -> bytes:
        if workspace_file not in self._workspace_files:
            check = workspace_file.check
            self._workspace_files[workspace_file] = key_of(
                self._run,
                repr(workspace_file.file is None),
                workspace_file.content,
                *(() if check is None else (check,)),
            )
        return self._workspace_files[workspace_file]

    def _key(self, document: Document) -> bytes:
        # Only what has a date in it can change from day to day; an escape may hide one.
        contents = [document.content, *(text.content for text in document.beside)]
        dated = any(_MONTH.search(content) or b"\\" in content for content in contents)
        return key_of(
            self._key_of_workspace(document.workspace),
            os.path.basename(document.file),  # a journey without an id has its file's name
            repr(document.named),
            repr(self._figures_of),
            self._today.isoformat() if dated else "",
            *contents,
        )


def _checked_apart(
    overrides: Overrides, today: date, figures_of: str | None, documents: Sequence[Document]
) -> list[bytes]:
    """The results on some documents, as another process makes them."""
    from cjm.checking.checker import Checker

    checker = Checker(overrides, today, figures_of)
    return [_checked_one(checker, document) for document in documents]


def _checked_one(checker: Checker, document: Document) -> bytes:
    """The result on a document, or that cjm failed there: the others are checked all the same."""
    try:
        return packed_document(checker.document(document), document.files)
    except CjmError:
        raise
    except Exception as error:
        import traceback

        failure = clipped(f"{type(error).__name__}: {error}".split("\n")[0], 200)
        trace = traceback.format_exc()
        return packed_document(DocumentResult(failure=failure, trace=trace), ())
    finally:
        document.forget()


def _unpacked(
    unpack: Callable[[bytes, Sequence[str]], Kind], content: bytes | None, files: Sequence[str]
) -> Kind | None:
    """What was kept; None where nothing was, or it is damaged."""
    try:
        return None if content is None else unpack(content, files)
    except (ValueError, TypeError, IndexError):
        return None
