"""XES: event logs in XML, read as a stream; attributes of traces are columns named `case:…`."""

from collections.abc import Iterator, Mapping
from typing import Any
from xml.parsers import expat

from cjm.data.definition import Rows
from cjm.data.engine import LocalEngine
from cjm.data.files.copies import copied
from cjm.data.files.names import DataFile, check_columns, engine_names, missing_of
from cjm.data.files.parts import Part
from cjm.data.files.texts import CHUNK, opened
from cjm.errors import CjmError
from cjm.i18n import External, say

CASE = "case:"
VALUES = frozenset({"string", "date", "int", "float", "boolean", "id"})
"""Elements that hold a value; lists and containers do not."""


def read_xes(
    engine: LocalEngine, file: DataFile, rows: Rows, wanted: Mapping[str, str], whole: bool
) -> Part:
    """The events of a log as a table of the engine; what is said of its form does not matter."""
    del rows
    columns = _columns(file) if whole else tuple(wanted)
    seen: set[str] = set()
    names = engine_names(columns)
    events = _events(file, seen)
    texts = ((line, [event.get(column, "") for column in columns]) for line, event in events)
    name, count = copied(engine, names, texts)
    if count and missing_of(seen, wanted):
        check_columns(file.shown, _columns(file), wanted)
    return Part(file.shown, name, dict(zip(columns, names, strict=True)), count, count, None)


def _columns(file: DataFile) -> tuple[str, ...]:
    """All attributes of a log, in the order in which they come first."""
    keys: dict[str, None] = {}
    for _, event in _events(file, set()):
        keys.update(dict.fromkeys(event))
    return tuple(keys)


def _events(file: DataFile, seen: set[str]) -> Iterator[tuple[int, dict[str, str]]]:
    """Each event with its line, and the attributes of its trace and its own."""
    log = _Log(file.shown)
    with opened(file.path, file.shown) as data:
        try:
            while chunk := data.read(CHUNK):
                log.parser.Parse(chunk, False)
                yield from log.taken(seen)
            log.parser.Parse(b"", True)
        except (expat.ExpatError, LookupError, ValueError) as error:  # the last two: encodings
            why = External(str(error))
            raise CjmError(
                say("cannot read {path}: {reason}", path=file.shown, reason=why)
            ) from error
    yield from log.taken(seen)


class _Log:
    """What the parser has met: the open elements, the attributes of a trace, finished events."""

    def __init__(self, file: str) -> None:
        self.file = file
        self.parser = expat.ParserCreate()
        self.parser.StartElementHandler = self.start
        self.parser.EndElementHandler = self.end
        self.parser.EntityDeclHandler = self.refuse
        self.open: list[str] = []
        self.trace: dict[str, str] = {}
        self.event: dict[str, str] = {}
        self.line = 0
        self.events: list[tuple[int, dict[str, str]]] = []
        self.finished: list[tuple[int, dict[str, str]]] = []

    def taken(self, seen: set[str]) -> Iterator[tuple[int, dict[str, str]]]:
        """The finished events, once."""
        finished, self.finished = self.finished, []
        for line, event in finished:
            seen.update(event)
            yield line, event

    def start(self, name: str, attributes: dict[str, str]) -> None:
        """An element begins."""
        name = name.rpartition(":")[2]
        parent = self.open[-1] if self.open else ""
        self.open.append(name)
        if name == "trace":
            self.trace = {}
            self.events = []
        elif name == "event":
            self.event, self.line = {}, self.parser.CurrentLineNumber
        elif name in VALUES and "key" in attributes:
            if parent == "trace":
                self.trace[CASE + attributes["key"]] = attributes.get("value", "")
            elif parent == "event":
                self.event[attributes["key"]] = attributes.get("value", "")

    def end(self, name: str) -> None:
        """An element ends."""
        del name
        closed = self.open.pop()
        if closed == "event":
            self.events.append((self.line, self.event))
        elif closed == "trace":  # its attributes may stand behind its events
            self.finished += [(line, {**self.trace, **event}) for line, event in self.events]
            self.events = []

    def refuse(self, *declared: Any) -> None:
        """Nothing in a log needs entities; what grows without end does."""
        name = declared[0]
        raise CjmError(say("{file} declares an entity, {name!r}", file=self.file, name=name))
