"""Where the rows of a source lie, and what is said of the form they have there."""

from __future__ import annotations

from cjm.diagnostics import Beside
from cjm.format.common import TEXT
from cjm.format.context import Context
from cjm.format.record import Field
from cjm.format.texts import Bool, Id, OneOf
from cjm.format.titles import TITLES
from cjm.format.words import DECIMAL, SIDE
from cjm.i18n import Message, say
from cjm.source import Entry, Node
from cjm.tuples import NamedTuple

SIDES = SIDE.words
PLACES = ("file", "table", "query")
"""What rows come from; a source has one of them."""
OF_FILES = ("delimiter", "encoding", "header")
"""What is said of a file's form alone."""

ROWS = {
    "file": Field(TEXT, say("Where the rows lie: a file, or several by a pattern such as *.csv.")),
    "table": Field(TEXT, say("The table of the connection that holds the rows.")),
    "query": Field(TEXT, say("A SELECT in the connection's own SQL that gives the rows.")),
    "connection": Field(
        Id("connection"), say("Which of the connections holds them; without one the file is here.")
    ),
    "delimiter": Field(TEXT, say("The sign between fields, or blank for runs of blanks.")),
    "encoding": Field(TEXT, say("How the file's letters are written, such as cp1251.")),
    "header": Field(
        Bool(),
        say("Whether the first line names the columns; without names they are their numbers."),
        default=True,
    ),
    "decimal": Field(DECIMAL, say("The sign before the fraction of a number."), default="."),
    "time_format": Field(TEXT, say("How times are written, in strptime's codes.")),
    "where": Field(TEXT, say("SQL that is true for the rows that count.")),
}


KIND = say("What the source holds: survey, events, sales or reviews.")


def of_kind(word: str) -> dict[str, Field]:
    """What every source of that kind has."""
    return {"kind": Field(OneOf((word,), (TITLES[word],)), KIND, required=True), **ROWS}


def column(doc: Message, required: bool = False) -> Field:
    """A field that names a column; a number where the columns have no names."""
    return Field(TEXT, doc, required)


class ColumnName(NamedTuple):
    """The name of a column as the key of a mapping: any text."""

    noun: Message = say("a column")
    pattern: str = "."
    rule: Message = say("a column has a name")

    def read(self, text: str, place: Node, context: Context, *_: object) -> str:
        """The name as written."""
        return text


def verify_rows(node: Node, at: Node, context: Context) -> None:
    """A source's rows come from one place, and are spoken of as that place allows."""
    entries: dict[str, Entry] = node.value
    given = [key for key in PLACES if key in entries]
    if len(given) > 1:
        together(entries, given[0], given[1], context)
    connection, file = entries.get("connection"), entries.get("file")
    if given and not file and connection is None:
        place = entries[given[0]].key
        help = say("name one under connection")
        context.fault(say("{key} needs a connection", key=given[0]), place, help)
    for key in OF_FILES:
        if key in entries and given and not file:
            together(entries, given[0], key, context)


def together(entries: dict[str, Entry], one: str, other: str, context: Context) -> None:
    """Note that two keys do not stand together, at the second."""
    first, second = sorted((one, other), key=lambda key: entries[key].key.span)
    related = (Beside(say("{key} stands here", key=first), entries[first].key.span),)
    message = say("{key} does not go with {other}", key=second, other=first)
    context.fault(message, entries[second].key, say("keep one"), related)


def verify_names(node: Node, context: Context, columns: tuple[str, ...]) -> None:
    """Where a file names no columns, they are numbers."""
    entries: dict[str, Entry] = node.value
    header = entries.get("header")
    if header is None or header.node.value is not False:
        return
    places = [entries[key].node for key in columns if key in entries]
    places += [entry.key for entry in mapping(entries.get("columns")).values()]
    for place in places:
        if isinstance(place.value, dict):
            place = place.value["column"].node if "column" in place.value else place
        if place.text and place.text not in SIDES and not _is_place(place.text):
            related = (Beside(say("the columns have no names here"), header.key.span),)
            help = say("write its number, the first is 1")
            context.fault(say("{text!r} is no column", text=place.text), place, help, related)


def _is_place(text: str) -> bool:
    return text.isascii() and text.isdecimal() and int(text) > 0


def mapping(entry: Entry | None) -> dict[str, Entry]:
    """The entries of a value that is a mapping; none of any other."""
    return entry.node.value if entry is not None and isinstance(entry.node.value, dict) else {}
