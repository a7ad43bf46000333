"""Mending: the safe fixes of a file, each kept only where it mends and breaks nothing else."""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Callable, Collection, Iterable, Sequence
from datetime import date

from cjm.checking.checker import Checker
from cjm.checking.overrides import Overrides
from cjm.diagnostics.findings import Finding, FindingFix, Mended
from cjm.edits import Edit, apply
from cjm.edits.saving import save
from cjm.errors import CjmError
from cjm.i18n import Message
from cjm.project.discovery import WorkspaceFile, shown_path
from cjm.project.documents import Document, Text
from cjm.rules import RULES

ROUNDS = 10
"""So often a text is looked through: what is mended may show what could not be seen before."""
FAULTS = ("CJM0", "CJM6")
"""Findings that no fix may bring: faults of the file and of what is written in it."""

Read = Callable[[str], Sequence[Finding]]
"""What finds the faults of a text."""


def mend(text: str, read: Read, codes: Collection[str]) -> tuple[str, int]:
    """A text with the safe fixes of its faults made, and how many those are.

    Args:
        text: As it lies in its file.
        read: What finds the faults of such a text.
        codes: The rules whose findings are mended.

    Returns:
        The new text, every sign outside the fixes as it was, and the number of fixes.
    """
    total = 0
    for _ in range(ROUNDS):
        fixes = _apart([f for f in read(text) if f.safe_fix and f.code in codes])
        text, made = _made(text, fixes, read) if fixes else (text, 0)
        total += made
        if not made:
            break
    return text, total


def _apart(findings: Iterable[Finding]) -> list[Finding]:
    """Those whose fixes do not overlap, in the order of the text."""
    apart: list[Finding] = []
    end = -1
    for finding in sorted(findings, key=lambda finding: _edits([finding])[0]):
        edits = _edits([finding])
        if edits[0].start > end:
            apart.append(finding)
            end = max(edit.end for edit in edits)
    return apart


def _edits(findings: Iterable[Finding]) -> list[Edit]:
    fixes: Iterable[FindingFix] = filter(None, (finding.safe_fix for finding in findings))
    return [Edit(edit.start, edit.end, edit.text) for fix in fixes for edit in fix.edits]


def _made(text: str, mended: list[Finding], read: Read) -> tuple[str, int]:
    """The text with those fixes made that hold: all together, else by halves.

    The later half comes first, so that the places of the others stay what they are.
    """
    after = apply(text, _edits(mended))
    if _holds(read(text), read(after), mended):
        return after, len(mended)
    if len(mended) == 1:
        return text, 0
    middle = len(mended) // 2
    text, late = _made(text, mended[middle:], read)
    text, early = _made(text, mended[:middle], read)
    return text, late + early


def _holds(before: Iterable[Finding], after: Iterable[Finding], mended: Iterable[Finding]) -> bool:
    """Whether what was to be mended is gone and nothing came: counted on each line.

    On a line, what one slip hid may show when it is mended, in place of what was said of it.
    """
    left = Counter(map(_line, before))
    left.subtract(map(_line, mended))
    return Counter(map(_line, after)) <= left


def _line(finding: Finding) -> int:
    return finding.span.line if finding.span else 0


class Mender:
    """Mends the files of one run; `write` is whether it puts them on the disk.

    `mended` are the files that changed, `problems` says what could not be written.
    """

    def __init__(self, today: date, codes: Callable[[WorkspaceFile], Collection[str]], write: bool):
        faults = tuple(rule.code for rule in RULES if rule.code.startswith(FAULTS))
        self._checker = Checker(Overrides(select=faults), today)
        self._codes = codes
        self._write = write
        self.mended: list[Mended] = []
        self.problems: list[Message] = []

    def document(self, document: Document) -> Document:
        """A document as it is after mending; the others of its files stay as they are."""

        def read(text: str) -> Sequence[Finding]:
            changed = document._replace(text=Text(document.file, text.encode()))
            findings = self._checker.document(changed).findings
            return [finding for finding in findings if finding.file == document.file]

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
            changed = workspace._replace(content=text.encode())
            return self._checker.workspace(changed).findings

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
