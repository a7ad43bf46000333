"""Memory files: the texts of a page by their paths, as the studio reads and writes them."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator, Mapping
from datetime import date
from hashlib import sha256
from typing import TYPE_CHECKING, Any

from cjm.checking.overrides import Overrides
from cjm.checking.settings import WorkspaceRules, settings_of
from cjm.errors import UsageError
from cjm.i18n import say
from cjm.names import OVERLAY_ENDING
from cjm.project.discovery import WORKSPACE_FILE, WorkspaceFile, may_be_journey
from cjm.project.loading import Loaded
from cjm.project.overlays import Overlays
from cjm.project.workspace import Workspace, load_workspace
from cjm.pyodide.heads import read_head
from cjm.source import Source, parse
from cjm.studio.surroundings import Surroundings
from cjm.tuples import NamedTuple

if TYPE_CHECKING:
    from cjm.studio.carrying import Renamed

Data = dict[str, Any]
MARK = "\ufeff"


class _Listed(NamedTuple):
    """What was read of a journey's text, to be told which journeys there are."""

    text: str
    rules: WorkspaceRules
    read: Loaded


class MemoryFiles:
    """Texts by path, which is their handle: `cjm.yaml`, journeys, and overlays beside them.

    A copy of what a page has. Nothing is read from a disk and nothing is written to one.
    """

    def __init__(
        self, texts: Mapping[str, str] | None = None, today: Callable[[], date] = date.today
    ) -> None:
        self._texts = {path: _unmarked(text) for path, text in (texts or {}).items()}
        self._today = today
        self._rules: tuple[WorkspaceFile, WorkspaceRules] | None = None
        self._trees: dict[str, tuple[bytes, Source]] = {}
        self._listed: dict[str, _Listed] = {}

    def put(self, path: str, text: str | None) -> None:
        """Hold what a file holds by now; None where the page has it no more."""
        if text is None:
            for held in (self._texts, self._trees, self._listed):
                held.pop(path, None)
        else:
            self._texts[path] = _unmarked(text)

    @property
    def workspace(self) -> WorkspaceFile:
        """The `cjm.yaml` of all journeys, and its text; without one, no file."""
        text = self._texts.get(WORKSPACE_FILE)
        return WorkspaceFile() if text is None else WorkspaceFile(WORKSPACE_FILE, _bytes_of(text))

    @property
    def shared(self) -> Workspace:
        """What that says; what is faulty in it is as if it were not there."""
        return self._workspace_rules().loaded.workspace

    @property
    def language(self) -> str:
        """What errors are told in: the workspace's language."""
        return self.shared.language

    def list(self) -> list[Data]:
        """Of each journey its id, state, language, title, file and path; None what is not told."""
        return [self._entry(path) for path in sorted(self._texts) if _is_journey(path)]

    def text(self, file: str) -> Data:
        """Its text and version."""
        text = self._text(file)
        return {"text": text, "version": _version_of(text)}

    def save(self, file: str, text: str, version: str, renamed: Renamed = ()) -> Data:
        """Its new version; or `conflict`, its text by now, with the version of that.

        Touchpoints that were `renamed` are so in its overlays, too.
        """
        now = self._text(file)
        if version != _version_of(now):
            return {"conflict": now, "version": _version_of(now)}
        overlays = self.carried(file, text, renamed)
        self.put(file, text)
        for path, new in overlays.items():
            self.put(path, new)
        return {"version": _version_of(self._texts[file])}

    def carried(self, file: str, text: str, renamed: Renamed) -> dict[str, str]:
        """What the overlays of a journey shall hold once its text is saved, of those that change.

        Raises UsageError where one has faults, or cannot follow.
        """
        from cjm.studio.carrying import carried

        self._text(file)
        overlays = self._overlays(file) if renamed else ()
        after = ((path, carried(text, renamed, content)) for path, content in overlays)
        return {path: new.decode() for path, new in after if new != _bytes_of(self._texts[path])}

    def create(self, id: str, template: str, title: str | None, language: str | None) -> Data:
        """The file of a new journey, its path and its text."""
        from cjm.authoring.new import journey_text

        made = journey_text(
            id, template=template, title=title or None, language=language,
            beside=self.workspace.content,
        )  # fmt: skip
        if made.path in self._texts or any(known["id"] == id for known in self.list()):
            raise UsageError(say("there is a journey {id!r} already", id=id), say("another id"))
        self.put(made.path, made.text)
        return {"file": made.path, "path": made.path, "text": made.text}

    def surroundings(self, file: str) -> Surroundings:
        """What its text is read with."""
        if file == WORKSPACE_FILE:
            return Surroundings(file, self._workspace_rules(), self._today())
        self._text(file)
        beside = tuple(self._tree(path, content) for path, content in self._overlays(file))
        return Surroundings(file, self._workspace_rules(), self._today(), beside)

    def hold_rename(self, file: str, old: str, new: str) -> None:
        """Nothing holds a rename back: no page describes data."""

    def _text(self, file: str) -> str:
        if file not in self._texts:
            raise UsageError(say("there is no journey {id!r} here", id=file))
        return self._texts[file]

    def _entry(self, path: str) -> Data:
        rules, text = self._workspace_rules(), self._texts[path]
        known = self._listed.get(path)
        if known is None or known.text != text or known.rules is not rules:
            known = _Listed(text, rules, read_head(text, path, rules.loaded.workspace))
            self._listed[path] = known
        journey = known.read.journey
        return {
            "id": known.read.id,
            "state": journey and journey.state,
            "language": journey and journey.language,
            "title": journey and journey.title,
            "file": path,
            "path": path,
            "page": None,
        }

    def _workspace_rules(self) -> WorkspaceRules:
        """How its journeys are checked."""
        workspace = self.workspace
        if self._rules is None or self._rules[0] != workspace:
            loaded = load_workspace(workspace)
            rules = WorkspaceRules(loaded, settings_of(loaded, Overrides()))
            self._rules = (workspace, rules)
        return self._rules[1]

    def _overlays(self, file: str) -> tuple[tuple[str, bytes], ...]:
        found = Overlays(self._beside).of_file(file, _bytes_of(self._texts[file]))
        return tuple((overlay.path, overlay.content) for overlay in found)

    def _beside(self, folder: str) -> Iterator[tuple[str, bytes]]:
        for path in sorted(self._texts):
            if path.endswith(OVERLAY_ENDING) and os.path.dirname(path) == folder:
                yield path, _bytes_of(self._texts[path])

    def _tree(self, path: str, content: bytes) -> tuple[str, Source]:
        known = self._trees.get(path)
        if known is None or known[0] != content:
            known = self._trees[path] = (content, parse(content))
        return path, known[1]


def _is_journey(path: str) -> bool:
    return may_be_journey(os.path.basename(path))


def _unmarked(text: str) -> str:
    return text.removeprefix(MARK)


def _bytes_of(text: str) -> bytes:
    """A text as its file has it; half a character stays what it is, to be told of."""
    return text.encode("utf-8", "surrogatepass")


def _version_of(text: str) -> str:
    return sha256(_bytes_of(text)).hexdigest()
