"""Handles: what files are called by those who may not know their paths."""

from __future__ import annotations

from cjm.site.collecting import Collected, Source


class Handles:
    """Gives each file a handle, once: it stays, though the journey's id, or its state, changes."""

    def __init__(self) -> None:
        self._by_file: dict[str, str] = {}
        self._taken: set[str] = set()

    def given(self, collected: Collected) -> Collected:
        """The same files with their handles."""
        return collected._replace(
            sources=tuple(map(self._named, collected.sources)),
            versions=tuple(
                (language, tuple(map(self._named, sources)))
                for language, sources in collected.versions
            ),
        )

    def _named(self, source: Source) -> Source:
        real, handle, n = source.document.real, source.handle, 1
        while real not in self._by_file:
            if handle not in self._taken:
                self._by_file[real] = handle
                self._taken.add(handle)
            n += 1
            handle = f"{source.handle}-{n}"
        return source._replace(handle=self._by_file[real])
