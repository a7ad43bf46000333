"""Journey files: those of a live site, by handles, as the studio reads and writes them."""

from __future__ import annotations

import os
import threading
from collections.abc import Iterator
from datetime import date
from functools import cache
from hashlib import sha256
from typing import Any

from cjm.authoring.new import NewJourney, new
from cjm.authoring.renaming_in_data import JourneyText, journey_text
from cjm.checking.overrides import Overrides
from cjm.checking.settings import WorkspaceRules, settings_of
from cjm.edits.saving import save
from cjm.errors import CjmError, UsageError
from cjm.i18n import say
from cjm.project.discovery import reason
from cjm.project.workspace import load_workspace
from cjm.server.live import LiveSite
from cjm.site.collecting import Source
from cjm.source import parse
from cjm.studio.carrying import Neighbours, Renamed, carried, carried_data
from cjm.studio.surroundings import Surroundings
from cjm.system.reading import MAX_BYTES, read_limited

MARK = "\ufeff".encode()
"""A byte order mark: kept in the file, and kept from the text."""
Data = dict[str, Any]


class JourneyFiles:
    """The journeys of a live site: nothing else can be read or written through it.

    A handle stays good though its journey's id or state changes, or its file goes away.
    """

    def __init__(self, site: LiveSite, folder: str | None, workspace: str | None) -> None:
        """`folder` is where new journeys go; None where none would be seen."""
        self._site = site
        self._folder = folder
        self._workspace = workspace
        self._known: dict[str, Source] = {}
        self._saving = threading.Lock()

    @property
    def language(self) -> str:
        """What errors are told in."""
        return self._site.language

    def list(self) -> list[Data]:
        """Of each journey its id, state, language, title, file (its handle), path and page."""
        return [
            {
                "id": source.wanted.id,
                "state": source.wanted.state,
                "language": source.language,
                "title": source.title,
                "file": source.handle,
                "path": source.document.file,
                "page": self._site.page_of(source.document.file),
            }
            for source in sorted(self.sources(), key=lambda source: source.document.file)
        ]

    def text(self, file: str) -> Data:
        """Its text and version."""
        content = self._content(self._source(file))
        return {"text": text_of(content), "version": version_of(content)}

    def save(self, file: str, text: str, version: str, renamed: Renamed = ()) -> Data:
        """Its new version; or `conflict`, its text by now, with the version of that.

        Touchpoints that were `renamed` are so in its overlays, and where data are described, too.
        """
        source = self._source(file)
        with self._saving:
            now = self._content(source)
            if version != version_of(now):
                return {"conflict": text_of(now), "version": version_of(now)}
            content = (MARK if now.startswith(MARK) else b"") + _bytes_of(text)
            others: list[tuple[str, bytes, bytes]] = []
            if renamed:
                others += _carried(source, text, renamed)
                others += carried_data(text, renamed, self._neighbours(source))
            if content != now:
                save(source.document.real, content, now)
            for path, new, old in others:
                save(path, new, old)
        if others:
            self._site.refresh()  # texts are read with them
        return {"version": version_of(content)}

    def create(self, id: str, template: str, title: str | None, language: str | None) -> Data:
        """The file of a new journey."""
        if self._folder is None:
            raise UsageError(
                say("new journeys would not be seen here"),
                help=say("serve a folder, not single files"),
            )
        if any(source.wanted.id == id for source in self.sources()):
            raise UsageError(say("there is a journey {id!r} already", id=id), say("another id"))
        path = os.path.join(self._folder, f"{os.path.basename(id)}.yaml")
        made: NewJourney = new(
            id, template=template, title=title or None, path=path, language=language,
            workspace=self._workspace,
        )  # fmt: skip
        self._site.refresh()
        real = os.path.realpath(path)
        for source in self.sources():
            if source.document.real == real:
                return {"file": source.handle}
        raise CjmError(say("{path} was written, and is not seen here", path=made.path))

    def surroundings(self, file: str) -> Surroundings:
        """What its text is read with."""
        document = self._source(file).document
        loaded = load_workspace(document.workspace)
        rules = WorkspaceRules(loaded, settings_of(loaded, Overrides()))
        return Surroundings(document.file, rules, date.today(), document.sources)

    def hold_rename(self, file: str, old: str, new: str) -> None:
        """Raise UsageError where a touchpoint cannot be renamed, as `data.yaml` names it."""
        self._neighbours(self._source(file)).changes(old, new)

    def _neighbours(self, source: Source) -> Neighbours:
        """The journey of a file as it is written, and the others."""

        def others() -> tuple[JourneyText, ...]:
            return tuple(self._written(e) for e in self.sources() if e.handle != source.handle)

        return Neighbours(self._written(source), cache(others))

    def _written(self, source: Source) -> JourneyText:
        return journey_text(source.document.real, parse(self._content(source)))

    def sources(self) -> tuple[Source, ...]:
        """The files that are there; those that were stay known."""
        sources = self._site.sources
        self._known |= {source.handle: source for source in sources}
        return sources

    def _source(self, file: str) -> Source:
        self.sources()
        if file not in self._known:
            raise UsageError(say("there is no journey {id!r} here", id=file))
        return self._known[file]

    def _content(self, source: Source) -> bytes:
        """What its file holds by now. Raises CjmError where it cannot be read, or is another."""
        real, shown = source.document.real, source.document.file
        if os.path.realpath(real) != real:
            raise UsageError(say("{path} leads out of the workspace and is not read", path=shown))
        try:
            return read_limited(real)
        except OSError as error:
            raise CjmError(say("{path}: {reason}", path=shown, reason=reason(error))) from error


def _carried(source: Source, text: str, renamed: Renamed) -> Iterator[tuple[str, bytes, bytes]]:
    """The overlays that change: where each lies, what it shall hold, and what it holds."""
    folder = os.path.dirname(source.document.real)
    for overlay in source.document.beside:
        path = os.path.join(folder, os.path.basename(overlay.file))
        new = carried(text, renamed, overlay.content)
        if new != overlay.content:
            yield path, new, overlay.content


def version_of(content: bytes) -> str:
    """What tells one content of a file from another."""
    return sha256(content).hexdigest()


def text_of(content: bytes) -> str:
    """A file's text without a byte order mark. Raises CjmError where it is no UTF-8."""
    try:
        return content.removeprefix(MARK).decode()
    except UnicodeDecodeError as error:
        line = content.count(b"\n", 0, error.start) + 1
        raise CjmError(
            say("line {line} is no UTF-8, so the text cannot be edited here", line=line),
            help=say("save the file as UTF-8"),
        ) from error


def _bytes_of(text: str) -> bytes:
    try:
        content = text.encode()
    except UnicodeEncodeError as error:
        raise UsageError(say("the text holds half a character"), say("type it anew")) from error
    if len(content) > MAX_BYTES:
        raise UsageError(
            say("a journey has at most {most} bytes", most=MAX_BYTES),
            help=say("part it into several journeys"),
        )
    return content.removeprefix(MARK)
