"""Changes: what happened to the files of the studio, for those who have them open."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from hashlib import sha256
from typing import Any

from cjm.diagnostics.export import finding_data
from cjm.diagnostics.findings import Severity
from cjm.server.journey_files import version_of
from cjm.site.collecting import Source
from cjm.tuples import NamedTuple

Event = dict[str, Any]


class Happened(NamedTuple):
    """The last event of each file, with the revision that it came with."""

    revision: int = 0
    events: tuple[tuple[int, Event], ...] = ()

    def since(self, revision: int) -> list[Event]:
        """What one who knows that revision has not heard; who knows none reads all files anyway."""
        return [event for known, event in self.events if 0 <= revision < known]


class _Seen(NamedTuple):
    """What was seen of a file: its real path, its version, and what it is read with."""

    real: str
    version: str
    beside: str


class Changes:
    """Tells what became of files between two looks at them."""

    def __init__(self, sources: Iterable[Source]) -> None:
        self._seen = {source.handle: _seen(source) for source in sources}
        self._lost: dict[str, tuple[str, str]] = {}
        """Of files that are seen no more: their real path, and the kind that was told of them."""
        self.happened = Happened()

    def look(self, sources: Iterable[Source]) -> Happened:
        """What happened by now, with what did since the look before."""
        revision = self.happened.revision + 1
        latest = {event["file"]: (known, event) for known, event in self.happened.events}
        for event in self._events(list(sources)):
            latest[event["file"]] = (revision, event)
        self.happened = Happened(revision, tuple(latest.values()))
        return self.happened

    def _events(self, sources: list[Source]) -> Iterator[Event]:
        now = {source.handle: source for source in sources}
        before, self._seen = self._seen, {handle: _seen(one) for handle, one in now.items()}
        for handle, source in now.items():
            seen = self._seen[handle]
            if before.get(handle) == seen:
                continue
            faults = [
                finding_data(each)
                for each in source.findings
                if each.code.startswith("CJM0") and each.severity is Severity.ERROR
            ]
            told: Event = {"file": handle, "version": seen.version}
            if faults:
                yield {"kind": "broken", **told, "findings": faults}
            else:
                yield {"kind": "changed", **told}
        # A file that became a link elsewhere is there and not read; later it may be gone, too.
        was = self._lost | {handle: (seen.real, "") for handle, seen in before.items()}
        self._lost = {}
        for handle, (real, told_kind) in was.items():
            if handle not in now:
                kind = "broken" if os.path.exists(real) else "gone"
                self._lost[handle] = (real, kind)
                if kind != told_kind:
                    yield {"kind": kind, "file": handle}


def _seen(source: Source) -> _Seen:
    document = source.document
    beside = sha256(document.workspace.content)
    for text in document.beside:
        beside.update(sha256(text.content).digest())
    return _Seen(document.real, version_of(document.content), beside.hexdigest())
