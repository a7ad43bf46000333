"""Readings: the last text of each file, read once for all that is asked of it.

Whoever types asks for a picture, then for figures, then for what could stand at the cursor. What
was read of the text before is read on from: only the touchpoint that changed is parsed again.
"""

from __future__ import annotations

from cjm.checking.assess import Assessment
from cjm.checking.checker import Checker
from cjm.checking.overrides import Overrides
from cjm.lsp.reading import Reading, read
from cjm.project.discovery import WORKSPACE_FILE, WorkspaceFile
from cjm.records import replace
from cjm.studio.surroundings import Surroundings

MOST_KEPT = 8
"""Files whose trees are kept; a page shows one, its workspace, and a few that were left."""


class Readings:
    """What was read last of each file."""

    def __init__(self) -> None:
        self._last: dict[str, Reading] = {}
        self._told: dict[str, Reading] = {}
        self._unsolved: dict[str, set[str]] = {}
        self._checker: Checker | None = None
        self._of_checker: object = None

    def of(
        self,
        around: Surroundings,
        workspace: WorkspaceFile,
        text: str,
        language: str | None = None,
    ) -> Reading:
        """A text as it is read with its surroundings, told in a language; by default in its own."""
        read = self._read(around, workspace, text)
        if language is None or language == read.language:
            return read
        told = self._told.get(around.file)
        if told is None or told.language != language:  # what was looked up of it is kept with it
            told = self._told[around.file] = replace(read, language=language)
        return told

    def _read(self, around: Surroundings, workspace: WorkspaceFile, text: str) -> Reading:
        before = self._last.get(around.file)
        checker = self._checker_of(around, workspace)
        if before is not None and before.text == text and _is_of(before, around, workspace):
            return before
        made = read(
            text, around.file, workspace, before=before, beside=around.beside,
            today=around.today, checker=checker,
            kind="workspace" if around.file == WORKSPACE_FILE else "journey",
        )  # fmt: skip
        assert made is not None
        if around.file not in self._last and len(self._last) >= MOST_KEPT:
            self._last.clear()
            self._told.clear()
            self._unsolved.clear()
        self._last[around.file], self._unsolved[around.file] = made, set()
        self._told.pop(around.file, None)
        return made

    def unsolved(self, file: str) -> set[str]:
        """What could not be solved of a file's text: figures are kept, and so is this."""
        return self._unsolved.get(file, set())

    def assessment(self, around: Surroundings, workspace: WorkspaceFile, text: str) -> Assessment:
        """All that is known of a journey's text."""
        fresh = self.of(around, workspace, text).fresh
        assert fresh is not None
        return fresh

    def _checker_of(self, around: Surroundings, workspace: WorkspaceFile) -> Checker:
        """What knows the rules of this workspace; those of its texts before are given back."""
        key = (workspace, around.today)
        if self._checker is None or self._of_checker != key:
            self._checker, self._of_checker = Checker(Overrides(), around.today), key
        return self._checker


def _is_of(reading: Reading, around: Surroundings, workspace: WorkspaceFile) -> bool:
    return (reading.home, reading.today, reading.beside) == (
        workspace,
        around.today,
        around.beside,
    )
