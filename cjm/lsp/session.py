"""Session: the open documents of one editor, and what is known of each.

It knows neither LSP's types nor a clock: the server tells it what the editor said, and asks.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable
from datetime import date

from cjm.checking.checker import Checker
from cjm.checking.overrides import Overrides
from cjm.edits import Edit
from cjm.lsp.editing import Change, edited
from cjm.lsp.lines import Encoding
from cjm.lsp.names_taken import names_taken
from cjm.lsp.problems import Problem, carried, problems
from cjm.lsp.reading import Reading, read
from cjm.lsp.settings import DEFAULTS, EditorSettings
from cjm.lsp.surroundings import Around, Surroundings

LARGE = 100_000
"""Characters of a journey whose rules may take longer than a key press: 350 touchpoints, say."""
YAML = "yaml"
"""How the languages of documents begin that are ours to look at, as editors name them."""


class OpenDocument:
    """A document as the editor has it, and what was read of it last."""

    def __init__(self, uri: str, path: str, text: str, version: int | None, is_yaml: bool) -> None:
        self.uri = uri
        self.path = path
        self.text = text
        self.version = version
        self.is_yaml = is_yaml
        self.edits: list[Edit] = []
        self.reading: Reading | None = None
        self.read_with: tuple[object, ...] | None = None
        self.around: Around | None = None
        self.exact = False
        self.found: tuple[tuple[Reading, int, bool], tuple[Problem, ...]] | None = None


class Session:
    """What is open, under which settings.

    `workspace` names the `cjm.yaml` of all documents; by default it is the nearest one of each.
    `today` tells the day that dates are held against.
    """

    def __init__(
        self, workspace: str | None = None, today: Callable[[], date] = date.today
    ) -> None:
        self.settings: EditorSettings = DEFAULTS
        self.encoding: Encoding = "utf-16"
        self._today = today
        self._documents: dict[str, OpenDocument] = {}
        self._opened: dict[str, str] = {}
        self._surroundings = Surroundings(workspace)
        self._checkers: tuple[date, Checker] | None = None

    @property
    def uris(self) -> tuple[str, ...]:
        """The open documents, in the order they were opened in."""
        return tuple(self._documents)

    def open(self, uri: str, path: str, text: str, version: int | None, language: str) -> None:
        """Take in a document; one that is open already is replaced."""
        is_yaml = language.lower().startswith(YAML)
        self._documents[uri] = OpenDocument(uri, path, text, version, is_yaml)
        self._note(path, text)

    def change(self, uri: str, version: int | None, changes: Iterable[Change]) -> bool:
        """Make changes in a document; whether there is such a one.

        They are made in the order they come in, whatever the editor counts.
        """
        document = self._documents.get(uri)
        if document is None:
            return False
        document.text, edits = edited(document.text, changes, self.encoding)
        document.edits += edits
        document.version = version
        self._note(document.path, document.text)
        return True

    def save(self, uri: str) -> None:
        """Note that a document was saved: what is broken in it now is told as `cjm check` does."""
        if document := self._documents.get(uri):
            document.exact = True

    def close(self, uri: str) -> None:
        """Forget a document."""
        if document := self._documents.pop(uri, None):
            self._opened.pop(os.path.realpath(document.path), None)

    def version(self, uri: str) -> int | None:
        """What the editor counts of a document."""
        document = self._documents.get(uri)
        return document.version if document else None

    def uri_of(self, path: str) -> str | None:
        """What the editor calls the open document at a path; None where it is not open."""
        real = os.path.realpath(path)
        named = (d.uri for d in self._documents.values() if d.path)
        return next((u for u in named if os.path.realpath(self._documents[u].path) == real), None)

    def reading(self, uri: str) -> Reading | None:
        """The newest version of a document; None of one that is not open, or none of ours."""
        document = self._documents.get(uri)
        if document is None or not document.is_yaml:
            return None
        around = self._surroundings.of(document.path, document.text)
        read_with = self._key(around)
        if document.edits or read_with != document.read_with:
            document.reading = self._read(document, around)
            document.read_with, document.around, document.edits = read_with, around, []
        return document.reading

    @property
    def stale(self) -> tuple[str, ...]:
        """Documents that were read beside other files than lie there now."""
        return tuple(
            uri
            for uri, each in self._documents.items()
            if each.read_with
            and each.read_with != self._key(self._surroundings.of(each.path, each.text))
        )

    def _key(self, around: Around) -> tuple[object, ...]:
        """What a reading depends on beside its text."""
        trees = (id(tree) for _, tree in around.beside)
        return (around.workspace, id(around.baseline), self.settings, self._today(), *trees)

    def problems(self, uri: str) -> tuple[Problem, ...]:
        """What is wrong in the newest version of a document; nothing in one not of ours."""
        reading = self.reading(uri)
        if reading is None:
            return ()
        document = self._documents[uri]
        if reading.is_current:
            document.exact = False
        baseline = document.around.baseline if document.around else None
        of = (reading, id(baseline), document.exact)
        if document.found is None or document.found[0] != of:
            document.found = (
                of, problems(reading, self._checker(reading), baseline, document.exact)
            )  # fmt: skip
        return (*document.found[1], *self.taken().get(uri, ()))

    def is_told(self, uri: str) -> bool:
        """Whether it is known already what is wrong in the newest version of a document."""
        document, reading = self._documents.get(uri), self.reading(uri)
        found = document.found if document else None
        return found is not None and found[0][0] is reading

    def early(self, uri: str) -> tuple[Problem, ...] | None:
        """What can be told of a large document before the rules have run: it is fine as a text.

        Returns:
            What was found in the version before, where its lines are now. None of one that is not
            large, where there was no good version before, and of a text with faults, which are
            told at once.
        """
        document, reading = self._documents.get(uri), self.reading(uri)
        if document is None or document.found is None or reading is None or not reading.is_current:
            return None
        before, found = document.found[0][0], document.found[1]
        if len(reading.text) < LARGE or not before.is_current or before.text == reading.text:
            return None
        return (*carried(found, before.text, reading), *self.taken().get(uri, ()))

    def taken(self) -> dict[str, tuple[Problem, ...]]:
        """The ids that two open journeys have, told in the second one, by document."""
        read = {uri: d.reading for uri, d in self._documents.items() if d.reading}
        return names_taken(read.values(), self._checker()) if len(read) > 1 else {}

    def _read(self, document: OpenDocument, around: Around) -> Reading | None:
        return read(
            document.text,
            document.path,
            around.workspace,
            uri=document.uri,
            before=document.reading,
            edits=tuple(document.edits),
            beside=around.beside,
            settings=self.settings,
            opened=self._opened,
            version=document.version,
            today=self._today(),
            checker=self._checker(),
        )

    def _checker(self, reading: Reading | None = None) -> Checker:
        """What judges on this day; a `cjm.yaml` that is being written has one for each version."""
        today = self._today()
        if reading is not None and reading.kind == "workspace":
            return Checker(Overrides(), today)
        if self._checkers is None or self._checkers[0] != today:
            self._checkers = (today, Checker(Overrides(), today))
        return self._checkers[1]

    def _note(self, path: str, text: str) -> None:
        if path:
            self._opened[os.path.realpath(path)] = text
