"""Authored: SQL that people write into `data.yaml`, and what is said where it cannot be run.

Whoever finds out says which source and key; where that stands in the file is looked up at the end,
in `cjm.data.reading`.
"""

from __future__ import annotations

import logging
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import Any

from cjm.data.files.names import those_there
from cjm.errors import CjmError
from cjm.i18n import Message, say
from cjm.i18n.characters import clipped
from cjm.tuples import NamedTuple

QUOTED = 40
"""So many letters of SQL show where it goes wrong."""


class Authored(NamedTuple):
    """SQL as its author wrote it: of which source, under which key, in which dialect."""

    source: str
    key: str
    sql: str
    dialect: str

    @property
    def name(self) -> str:
        """Its key with those around it."""
        return f"sources.{self.source}.{self.key}"


class AuthoredError(CjmError):
    """SQL of an author's cannot be run; `source` and `key` say where in `data.yaml` it stands."""

    def __init__(self, authored: Authored, message: Message, help: Message | None = None) -> None:
        super().__init__(message, help)
        self.source, self.key = authored.source, authored.key


def parsed(authored: Authored) -> Any:
    """The one statement that it is, as sqlglot's tree.

    Raises:
        AuthoredError: It is none, or more than one.
    """
    import sqlglot

    try:
        with _silent():
            trees = sqlglot.parse(authored.sql, read=authored.dialect)
    except sqlglot.errors.SqlglotError as error:
        raise AuthoredError(
            authored, _unread(authored.name, error), form_of(authored.key)
        ) from error
    if len(trees) != 1 or trees[0] is None:
        message = say("{key}: one statement is expected", key=authored.name)
        raise AuthoredError(authored, message, form_of(authored.key))
    return trees[0]


def no_condition(authored: Authored) -> AuthoredError:
    """What is said of SQL that is something else than one condition."""
    message = say("{key}: one condition is expected", key=authored.name)
    return AuthoredError(authored, message, form_of(authored.key))


def way_out(authored: Authored, columns: Sequence[str]) -> Message:
    """What to write: the column that was meant by one that is not there, else how it is done."""
    from sqlglot import exp

    try:
        named = [column.name for column in parsed(authored).find_all(exp.Column)]
    except AuthoredError:  # an engine reads more than our parser does
        named = []
    there = {name.lower() for name in columns}
    missing = (name for name in named if name and name.lower() not in there)
    name = next(missing, None)
    return form_of(authored.key) if name is None else those_there(name, columns)


@contextmanager
def _silent() -> Iterator[None]:
    """It logs what it has no tree for; that is refused by us, in our words."""
    log = logging.getLogger("sqlglot")
    before = log.level
    log.setLevel(logging.CRITICAL)
    try:
        yield
    finally:
        log.setLevel(before)


def _unread(key: str, error: Exception) -> Message:
    """Where reading stopped, in words: the parser speaks of its own classes."""
    found = (getattr(error, "errors", None) or [{}])[0]
    at, rest = str(found.get("highlight") or ""), str(found.get("end_context") or "")
    if not at:  # it did not come to words: a quote, or a comment
        return say("{key}: this is not read as SQL: a quote or a comment has no end", key=key)
    unexpected = str(found.get("description")).startswith("Invalid")
    if unexpected or rest.strip():
        text = clipped((at + rest).strip(), QUOTED)
        return say("{key}: this is not read as SQL from {text!r} on", key=key, text=text)
    before = f"{found.get('start_context') or ''}{at}".strip()[-QUOTED:]
    return say("{key}: this is no whole SQL: something must follow {text!r}", key=key, text=before)


def form_of(key: str) -> Message:
    """What may be written under a key."""
    if key == "query":
        return say("write one SELECT, in the database's own SQL")
    return say(
        "write one condition on the columns, such as: country = 'RU' AND CAST(total AS DOUBLE) > 0"
    )
