"""Reading: one version of one open document, and all that features ask of it.

Nothing here knows a server: `read` makes one of a text and of the files around it.
"""

from __future__ import annotations

import os
from collections.abc import Mapping, Sequence
from datetime import date
from functools import cached_property

from cjm.analysis import Analysis
from cjm.checking.assess import Assessment
from cjm.checking.checker import Checker
from cjm.checking.overrides import Overrides
from cjm.diagnostics import Place, Span
from cjm.edits import Edit
from cjm.journey import Journey
from cjm.lsp.kinds import Kind, kind_of
from cjm.lsp.lines import EditorLines
from cjm.lsp.mending import mended
from cjm.lsp.moves import difference, moved, moved_back, touched
from cjm.lsp.settings import DEFAULTS, EditorSettings
from cjm.project.discovery import WORKSPACE_FILE, WorkspaceFile, shown_path
from cjm.project.workspace import LoadedWorkspace
from cjm.records import dataclass
from cjm.source import Node, Source, parse
from cjm.source.mends import before_mends
from cjm.source.reparse import reparse
from cjm.tuples import NamedTuple


class Tree(NamedTuple):
    """A tree, and the edits that lead from its text to the document's; none where it is of that."""

    source: Source
    edits: tuple[Edit, ...] = ()

    def at(self, offset: int) -> Place | None:
        """The way to what stands at an offset of the document; None in a text that is no YAML.

        Whether the place is on a key is told with it. Behind the last sign of a value still counts
        as the value.
        """
        before = moved_back(offset, self.edits) - self.source.marked
        return self.source.at(*self.source.lines.position(max(before, 0)))

    def place(self, what: Node | Span) -> tuple[int, int] | None:
        """Where a value, or a stretch of lines and columns, is in the document's text.

        Returns:
            Its offsets; None where it was changed since the tree was read.
        """
        span = what if isinstance(what, Span) else before_mends(what.span, self.source.mends)
        return moved(*self.source.offsets(span), self.edits)


@dataclass(frozen=True)
class Reading:
    """One version of one document.

    `text` is the document's, as the editor has it. `own` is the tree of exactly that text,
    whatever is wrong with it. `assessment` is of this text, or of the last one that held a journey
    without faults: then `since` are the edits that lead from that text to this one, and
    `is_current` is False. It is None where there was none, and in what is no journey. `last` is the
    tree of the last text that was YAML, `changed` what was changed since, as it is now.

    `workspace` is what holds for the document: its values, its tree and where its `cjm.yaml` lies;
    of a `cjm.yaml` itself it is what the document says. `home` is that file and its content.
    `beside` are overlays, by their names in findings. `opened` are the texts of all open documents
    by their real paths: what an editor shows counts, not what was saved. `language` is what texts
    are told in. `file` is the name in findings, None for what was never saved.
    """

    uri: str
    path: str
    text: str
    kind: Kind
    own: Tree
    home: WorkspaceFile
    workspace: LoadedWorkspace
    language: str
    settings: EditorSettings
    today: date
    fresh: Assessment | None = None
    good: Assessment | None = None
    since: tuple[Edit, ...] = ()
    last: Tree | None = None
    changed: tuple[tuple[int, int], ...] = ()
    beside: tuple[tuple[str, Source], ...] = ()
    opened: Mapping[str, str] | None = None
    version: int | None = None

    @cached_property
    def file(self) -> str | None:
        """Its name in findings; asked for at each of their places."""
        return shown_path(self.path) if self.path else None

    @property
    def is_current(self) -> bool:
        """Whether the assessment is of this very text."""
        return self.good is not None and self.good is self.fresh

    @property
    def assessment(self) -> Assessment | None:
        """Of this text, or of the last one that held a journey without faults."""
        return self.good

    @property
    def journey(self) -> Journey | None:
        """The journey of the assessment."""
        return self.good.journey if self.good else None

    @property
    def analysis(self) -> Analysis | None:
        """The figures of the assessment."""
        return self.good.analysis if self.good else None

    @property
    def judged(self) -> Tree | None:
        """The tree that the assessment is of, to tell where its places are in this text."""
        if self.good is None or self.good.source is None:
            return None
        return Tree(self.good.source, self.since)

    @cached_property
    def lines(self) -> EditorLines:
        """Where each line of the text begins, as editors count them."""
        return EditorLines(self.text)

    @cached_property
    def tree(self) -> Tree:
        """The tree of this text; of one that is no YAML, without what was changed last.

        With the changed line emptied, else with only its key kept, else the last good one, else
        what could be read of it.
        """
        own = self.own.source
        if own.readable and own.root is not None:
            return self.own
        changed = self.changed or tuple(map(own.offsets, _fault_spans(own)))
        if source := mended(self.text, changed):
            return Tree(source)
        return self.last or self.own

    @property
    def source(self) -> Source:
        """The tree's source: see `tree`, which tells where its places are."""
        return self.tree.source


def _fault_spans(source: Source) -> list[Span]:
    return [fault.place for fault in source.faults if isinstance(fault.place, Span)][:1]


def read(
    text: str,
    path: str = "journey.yaml",
    workspace: str | WorkspaceFile | None = None,
    *,
    uri: str = "",
    before: Reading | None = None,
    edits: Sequence[Edit] | None = None,
    beside: tuple[tuple[str, Source], ...] = (),
    settings: EditorSettings = DEFAULTS,
    opened: Mapping[str, str] | None = None,
    version: int | None = None,
    today: date | None = None,
    checker: Checker | None = None,
    kind: Kind | None = None,
) -> Reading | None:
    """One version of a document.

    Args:
        text: What the editor shows.
        path: Where it lies; empty for what was never saved. Nothing is read there.
        workspace: What its `cjm.yaml` says, or the file with its content; by default there is none.
        uri: What the editor calls it.
        before: The version before this one.
        edits: What was done to that, each edit of the text that the one before it made; by default
            the shortest that can have been.
        beside: Its overlays, by their names in findings.
        settings: What the user of the editor chose.
        opened: The texts of all open documents, by their real paths.
        version: What the editor counts.
        today: The day that dates are held against; by default today.
        checker: What knows the rules of workspaces; by default one of its own.
        kind: What it is meant to be, whatever it says; by default what it looks like.

    Returns:
        The reading; None of a document that is none of ours.
    """
    today = today or date.today()
    checker = checker or Checker(Overrides(), today)
    home = _home(path, text, workspace)
    loaded = checker.rules_of(home).loaded
    if (kind := kind or kind_of(text, path, loaded.workspace)) is None:
        return None
    if edits is None:
        edits = difference(before.text, text) if before else ()
    own = _parsed(text, before)
    language = settings.language or loaded.workspace.language
    file = shown_path(path) if path else None
    fresh = checker.assessment(own, file, home, beside, language) if kind == "journey" else None
    good, since = _good(fresh, before, tuple(edits))
    last = _last(before, tuple(edits))
    return Reading(
        uri=uri,
        path=path,
        text=text,
        kind=kind,
        own=Tree(own),
        home=home,
        workspace=loaded,
        language=language,
        settings=settings,
        today=today,
        fresh=fresh,
        good=good,
        since=since,
        last=last,
        changed=touched(last.edits if last else edits),
        beside=beside,
        opened=opened,
        version=version,
    )


def _parsed(text: str, before: Reading | None) -> Source:
    """The tree of a text; of one in which a line changed only that line's touchpoint is parsed."""
    if before is None:
        return parse(text)
    edits = difference(before.text, text)
    if not edits:
        return before.own.source
    return reparse(before.own.source, "touchpoints", *edits[0]) or parse(text)


def _good(
    fresh: Assessment | None, before: Reading | None, edits: tuple[Edit, ...]
) -> tuple[Assessment | None, tuple[Edit, ...]]:
    """The last assessment of a journey without faults, and the edits since its text."""
    if fresh is not None and fresh.journey is not None and not fresh.faults:
        return fresh, ()
    return (before.good, (*before.since, *edits)) if before else (None, ())


def _last(before: Reading | None, edits: tuple[Edit, ...]) -> Tree | None:
    """The tree of the last text before this one that was YAML."""
    if before is None:
        return None
    is_yaml = before.own.source.readable and before.own.source.root is not None
    last = before.own if is_yaml else before.last
    return last and Tree(last.source, (*last.edits, *edits))


def _home(path: str, text: str, workspace: str | WorkspaceFile | None) -> WorkspaceFile:
    """The workspace that holds for a document; a `cjm.yaml` is its own."""
    if os.path.basename(path) == WORKSPACE_FILE:
        return WorkspaceFile(path, text.encode("utf-8", "surrogatepass"))
    if isinstance(workspace, str):
        return WorkspaceFile(WORKSPACE_FILE, workspace.encode())
    return workspace or WorkspaceFile()
