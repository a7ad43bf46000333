"""Answers: what features say, as plain records; `shapes` makes LSP's own of them.

Offsets are in code points of the text as the editor has it. A title, a label and a text to insert
are final words, in the reading's language.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Literal

from cjm.diagnostics.findings import Finding
from cjm.edits import Edit
from cjm.tuples import NamedTuple

PREVIEW = "cjm.preview"
"""The command that draws a journey."""

Stretch = tuple[int, int]
"""Where something begins and ends, the end exclusive."""

CompletionKind = Literal["key", "value", "id", "rule", "entry", "text"]
"""`entry` is one with stops for the cursor; `id` names something that is declared."""

SymbolKind = Literal[
    "journey", "stage", "touchpoint", "persona", "channel", "improvement", "waiver", "list"
]


class Location(NamedTuple):
    """A place in a file: its path, the text that the offsets are of, and the offsets."""

    path: str
    text: str
    start: int
    end: int


class Link(NamedTuple):
    """A reference and what it leads to.

    `origin` is the reference's place in the document, `target` what it names (the declaring key),
    `whole` the stretch of the target's text that belongs to that.
    """

    origin: Stretch
    target: Location
    whole: Stretch


class Completion(NamedTuple):
    """Something to complete with; the order of a list is the order it is shown in.

    `text` replaces the stretch from `start` to `end`. `is_snippet`: it is in the form of LSP's
    snippets, with stops such as `${1:title}` and `$0`. `filter` is what is compared with what was
    typed, by default the label; `documentation` is Markdown.
    """

    label: str
    kind: CompletionKind
    text: str
    start: int
    end: int
    detail: str = ""
    documentation: str = ""
    filter: str = ""
    is_snippet: bool = False
    is_deprecated: bool = False


class Hover(NamedTuple):
    """What is told of a stretch, as Markdown."""

    markdown: str
    start: int
    end: int


class Highlight(NamedTuple):
    """A place of the same thing; `is_declared` where it is declared, not used."""

    start: int
    end: int
    is_declared: bool = False


class FileEdits(NamedTuple):
    """What changes in one file: its path, the text that the edits are of, and the edits.

    `confirm` is why somebody should be asked first, in a client that can; without one nobody is.
    """

    path: str
    text: str
    edits: tuple[Edit, ...]
    confirm: str = ""


class Refused(NamedTuple):
    """Why something that was asked for cannot be done, as a sentence."""

    reason: str


class Action(NamedTuple):
    """A change that is offered: for a finding (`quickfix`) or at the cursor (`refactor.rewrite`).

    `make` works the changes out, or says why they cannot be made: that reads the whole text once
    more, so a client that can ask later does.
    """

    title: str
    make: Callable[[], tuple[FileEdits, ...] | Refused]
    kind: Literal["quickfix", "refactor.rewrite"] = "quickfix"
    finding: Finding | None = None
    is_preferred: bool = False


class Symbol(NamedTuple):
    """Something in a document, with what is in it; `name_start` to `name_end` is its own name."""

    name: str
    kind: SymbolKind
    start: int
    end: int
    name_start: int
    name_end: int
    detail: str = ""
    children: tuple[Symbol, ...] = ()


class FoundSymbol(NamedTuple):
    """Something in a workspace that a query found; `container` is the journey's title, if any."""

    name: str
    kind: SymbolKind
    location: Location
    container: str = ""


class CallItem(NamedTuple):
    """A touchpoint as an item of a hierarchy: its id, and where its entry and its key are."""

    id: str
    title: str
    detail: str
    location: Location
    name: Stretch


class Call(NamedTuple):
    """A transition from or to an item: the other end of it, and where it is written.

    `places` are offsets in the document of the item that the transition leads from.
    """

    item: CallItem
    label: str
    places: tuple[Stretch, ...]


class Hint(NamedTuple):
    """A text shown behind an offset that the document does not hold."""

    offset: int
    label: str
    tooltip: str = ""


class Lens(NamedTuple):
    """A line above a stretch; a click on it runs the command."""

    start: int
    end: int
    title: str
    command: str
    arguments: tuple[Any, ...] = ()
