"""What a form is asked, what it reads, what it writes, and what it has no place for."""

from collections.abc import Callable
from typing import Any

from cjm.diagnostics import Diagnostic, Route, Span
from cjm.i18n import Message
from cjm.journey import Journey
from cjm.project.workspace import NO_WORKSPACE, Workspace
from cjm.source import Source
from cjm.tuples import NamedTuple


class Asked(NamedTuple):
    """What was asked with the options of a conversion; a form looks at those that it has a use for.

    `workspace` holds for the journey, whichever side it is on. What `id`, `title` and `language`
    say goes into the journey after it was read, whatever the form: no form need write them.
    """

    id: str | None = None
    title: str | None = None
    language: str | None = None
    encoding: str | None = None
    delimiter: str | None = None
    sheet: str | None = None
    workspace: Workspace = NO_WORKSPACE.workspace


class Lost(NamedTuple):
    """A part of the input that the output has no place for: where it stood, what it is, and why."""

    line: int | None
    cell: str | None
    what: Message
    why: Message

    @property
    def place(self) -> str:
        """The line or the cell; empty for what is spoken of as a whole."""
        return self.cell or str(self.line or "")


def nowhere(route: Route, key: bool) -> Span | None:
    """Of a form that does not know where in the input a value came from."""
    return None


def unnamed(route: Route, on_key: bool) -> str:
    """Of a form without cells."""
    return ""


class Imported(NamedTuple):
    """What a form read.

    `data` is the journey in the format's own fields, plain data in any of their forms; nothing
    where faults stop it. `workspace` is what would belong to a `cjm.yaml`. Places of faults are
    those of the input; `text` is what was read, for their excerpts. `place_of` tells where in the
    input the value at a route of `data`, or its key, came from: what is wrong is told there; where
    that is a cell, `cell_of` has its name.
    """

    data: dict[str, Any]
    workspace: dict[str, Any] = {}  # noqa: RUF012  nobody changes it
    lost: tuple[Lost, ...] = ()
    notes: tuple[Message, ...] = ()
    faults: tuple[Diagnostic, ...] = ()
    text: str = ""
    place_of: Callable[[Route, bool], Span | None] = nowhere
    cell_of: Callable[[Route, bool], str] = unnamed


class Given(NamedTuple):
    """A journey that is to be written, and the text it was read from, for the lines of its parts.

    One that was built in Python has an empty text.
    """

    journey: Journey
    source: Source


class Exported(NamedTuple):
    """The bytes that a form made of a journey, and what it has no place for."""

    content: bytes
    lost: tuple[Lost, ...] = ()
    notes: tuple[Message, ...] = ()
