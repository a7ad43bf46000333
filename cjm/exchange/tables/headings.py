"""Headings: which column each names, in any order, case and language."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from cjm.diagnostics import Beside, Diagnostic
from cjm.exchange.tables.catalogues import Catalogue, slug
from cjm.exchange.tables.columns import GAP, SIDES, TOUCHPOINT, Column, of_own_key, of_persona
from cjm.exchange.tables.table import Table
from cjm.exchange.tables.values import Unread, Value, is_empty, text_of
from cjm.i18n import Message, say
from cjm.i18n.characters import clipped
from cjm.journey import OWN, is_own_key
from cjm.records import dataclass, field
from cjm.tuples import NamedTuple

_SIDES = {"ожидание": "expectation", "восприятие": "experience", **{s: s for s in SIDES}}
_OF_PERSONA = re.compile(rf"({'|'.join(_SIDES)})\s*:\s*(.+)", re.IGNORECASE | re.DOTALL)


class Placed(NamedTuple):
    """A column and the place in the row where its cells stand."""

    place: int
    column: Column


@dataclass
class Headings:
    """What the first row of a table says.

    Attributes:
        placed: The columns that are known or made, in order.
        unnamed: Places of columns without a heading.
        notes: What to know of headings that are not known.
        faults: What is wrong with them.
        russian: How many headings are Russian, less those that are English.
    """

    placed: list[Placed] = field(default_factory=list)
    unnamed: list[int] = field(default_factory=list)
    notes: list[Message] = field(default_factory=list)
    faults: list[Diagnostic] = field(default_factory=list)
    russian: int = 0


class Known(NamedTuple):
    """What headings may name.

    Attributes:
        columns: The columns of the table.
        lanes: Titles of rows of one's own, by their keys.
        personas: Whose scores may have columns; None where none has any.
    """

    columns: tuple[Column, ...] = TOUCHPOINT
    lanes: Mapping[str, str] = {}
    personas: Catalogue | None = None


def plain(heading: Value) -> str:
    """A heading as headings are compared."""
    return " ".join(text_of(heading).casefold().replace("_", " ").split())


def is_known(heading: Value, columns: Sequence[Column] = TOUCHPOINT) -> bool:
    """Whether a heading is one of a table's own."""
    text = plain(heading)
    return _column_of(text, columns) is not None or text in GAP or bool(_OF_PERSONA.fullmatch(text))


def is_transposed(table: Table) -> bool:
    """Whether headings stand in the first column: two at least, and fewer in the first row."""
    first = sum(is_known(table.at(row, 0)) for row in range(len(table.rows)))
    return first >= 2 and first > sum(map(is_known, table.rows[0]))


def headings_of(table: Table, known: Known) -> Headings:
    """What the first row of a table says."""
    found = Headings()
    seen: dict[str, int] = {}
    width = max(map(len, table.rows))
    for index in range(width):
        heading = table.at(0, index)
        if is_empty(heading):
            if any(not is_empty(table.at(row, index)) for row in range(1, len(table.rows))):
                found.unnamed.append(index)
            continue
        if isinstance(heading, Unread):
            found.faults.append(table.fault(heading.message, 0, index, heading.help))
            continue
        column = _named(text_of(heading).strip(), known, found)
        if column is None:
            continue
        name = ".".join(column.route)
        if name in seen:
            found.faults.append(_twice(table, index, seen[name]))
            continue
        seen[name] = index
        found.placed.append(Placed(index, column))
    return found


def _twice(table: Table, index: int, first: int) -> Diagnostic:
    heading = clipped(text_of(table.at(0, index)).strip(), 40)
    related = (Beside(say("the first stands here"), table.where(0, first).span),)
    message = say("{name!r} is given twice", name=heading)
    return table.fault(message, 0, index, say("keep one of the columns"), related)


def _column_of(text: str, columns: Sequence[Column]) -> Column | None:
    return next((c for c in columns if text in (plain(c.english), plain(c.russian))), None)


def _named(heading: str, known: Known, found: Headings) -> Column | None:
    """The column of a heading; None for the one that a workbook computes."""
    text = plain(heading)
    if column := _column_of(text, known.columns):
        found.russian += (text == plain(column.russian)) - (text == plain(column.english))
        return column
    if known.personas is not None:
        if text in GAP:
            return None
        if score := _OF_PERSONA.fullmatch(heading):
            side = _SIDES[score[1].casefold()]
            found.russian += 1 if score[1].casefold() not in SIDES else -1
            return of_persona(known.personas.id_of(score[2].strip()), score[2], side)
    for key, title in known.lanes.items():
        if text in (plain(key), plain(title)):
            return of_own_key(key, heading)
    if is_own_key(heading):
        return of_own_key(heading, heading)
    key = OWN + (slug(heading) or "column")
    found.notes.append(
        say("the column {name!r} is kept as {key}", name=clipped(heading, 40), key=key)
    )
    return of_own_key(key, heading)
