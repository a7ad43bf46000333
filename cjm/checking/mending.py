"""Mending: the safe fixes of a file, each kept only where it mends and breaks nothing else."""

from __future__ import annotations

import os
from collections.abc import Callable, Collection, Sequence
from datetime import date

from cjm.checking.checker import Checker
from cjm.checking.fixes import Read, mend
from cjm.diagnostics.findings import Finding, Mended
from cjm.edits.saving import save
from cjm.errors import CjmError
from cjm.i18n import Message
from cjm.project.discovery import WorkspaceFile, shown_path
from cjm.project.documents import Document, Text


class Mender:
    """Mends the files of one run; `write` is whether it puts them on the disk.

    `mended` are the files that changed, `problems` says what could not be written.
    """

    def __init__(self, today: date, codes: Callable[[WorkspaceFile], Collection[str]], write: bool):
        self._checker = Checker.of_faults(today)
        self._codes = codes
        self._write = write
        self.mended: list[Mended] = []
        self.problems: list[Message] = []

    def document(self, document: Document) -> Document:
        """A document as it is after mending; the others of its files stay as they are."""

        def read(text: str) -> Sequence[Finding]:
            return self._checker.faults_of(document, text)

        codes = self._codes(document.workspace)
        path = None if document.path == "-" else document.real
        content = self._mended(path, document.file, document.content, read, codes)
        return document._replace(text=Text(document.file, content))

    def workspace(self, workspace: WorkspaceFile) -> WorkspaceFile:
        """A workspace's file as it is after mending."""
        if workspace.file is None:
            return workspace
        shown = shown_path(workspace.file)

        def read(text: str) -> Sequence[Finding]:
            return self._checker.faults_of_workspace(workspace, text)

        codes = self._codes(workspace)
        content = self._mended(workspace.file, shown, workspace.content, read, codes)
        return workspace._replace(content=content)

    def _mended(
        self, path: str | None, shown: str, content: bytes, read: Read, codes: Collection[str]
    ) -> bytes:
        try:
            before = content.decode()
        except UnicodeDecodeError:
            return content
        if path is not None and not os.path.isfile(path):
            return content  # a pipe or a device
        after, fixes = mend(before, read, codes)
        if not fixes and path is not None:
            return content
        if self._write and path is not None:
            try:
                save(path, after.encode(), content)
            except CjmError as error:
                self.problems.append(error.message)
                return content
        self.mended.append(Mended(shown, before, after, fixes, path is None))
        return after.encode()
