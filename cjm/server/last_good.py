"""The last good: files as they were when they could be read last, while they cannot be now."""

from __future__ import annotations

import os
from collections.abc import Iterable, Sequence

from cjm.diagnostics.findings import Finding
from cjm.project.discovery import shown_path
from cjm.project.results import Result
from cjm.site.collecting import Source
from cjm.site.frame import Frame


class LastGood:
    """Remembers what could be read, of journeys and of results."""

    def __init__(self) -> None:
        self._sources: dict[tuple[str, str], Source] = {}
        self._results: dict[str, Result] = {}

    def source(self, frame: Frame, source: Source) -> Source:
        """A journey as it is, or as it was when it could be read last in a site's language."""
        place = (frame.language, source.document.real)
        if source.readable:
            self._sources[place] = source
            return source
        return self._sources.get(place, source)

    def results(self, read: Iterable[Result], broken: Sequence[Finding]) -> tuple[Result, ...]:
        """The results that were read, and of files that are broken the last that were.

        Args:
            read: What is in the folder of results now.
            broken: What keeps files from being read; of one that is gone it says nothing.

        Returns:
            All of them in the order of a folder's results.
        """
        now = {result.file: result for result in read}
        faulty = {finding.file for finding in broken}
        before = {f: r for f, r in self._results.items() if shown_path(f) in faulty}
        self._results = before | now
        return tuple(self._results[file] for file in sorted(self._results, key=_order))


def _order(file: str) -> tuple[list[str], str]:
    """Files before those of folders below, as the folder is read."""
    folder, name = os.path.split(file)
    return folder.split(os.sep), name
