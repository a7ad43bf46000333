"""Kinds of values that a part's fields take in Python: the words of the format, and no others.

Each `accept(value)` returns what the field then holds, or raises a `FieldFault` that says what is
expected. `accept_fields` holds a part to its table when it is built, so that no journey of Python
says what a file could not.
"""

from __future__ import annotations

import math
import re
from collections.abc import Iterable, Mapping
from typing import Any, Protocol

from cjm.i18n import Message, quotable, say
from cjm.i18n.characters import clipped
from cjm.journey.bounds import Bound
from cjm.journey.ids import as_id, is_id
from cjm.tuples import NamedTuple


class FieldFault(Exception):
    """A value that a field cannot hold: `owner` and `way` say which, `noun` what is expected."""

    def __init__(self, noun: Message, value: object, message: Message | None = None) -> None:
        self.owner = ""
        self.way: tuple[str, ...] = ()
        self.noun = noun
        self.value = value
        self._message = message
        super().__init__(noun)

    def within(self, owner: str, *way: str) -> FieldFault:
        """The same fault, told from further out."""
        self.owner, self.way = owner, (*way, *self.way)
        self.args = (self.message,)
        return self

    @property
    def message(self) -> Message:
        """Which field, what it takes, and what it was given."""
        where = quotable(".".join(filter(None, (self.owner, *self.way))))
        if self._message:
            return say("{where}: {fault}", where=where, fault=self._message)
        found = clipped(repr(self.value), 60)
        return say(
            "{where}: expected {what}, not {found}", where=where, what=self.noun, found=found
        )


class FieldTypeError(FieldFault, TypeError):
    """A value of a type that the field does not take."""


class FieldValueError(FieldFault, ValueError):
    """A value of the right type that the field cannot hold."""


class Accepts(Protocol):
    """What a field takes."""

    def accept(self, value: Any) -> Any:
        """The value as the field holds it; raises FieldFault."""


Fields = Mapping[str, Accepts]
"""What each field of a part takes."""


def accept_fields(part: object, fields: Fields, owner: str) -> None:
    """Hold every field of a part to what it takes; `owner` names the part in messages."""
    for name, kind, default in _taken(type(part), fields):
        value = getattr(part, name)
        if value is default:
            continue
        try:
            accepted = kind.accept(value)
        except FieldFault as fault:
            raise fault.within(owner, name) from None
        if accepted is not value:
            object.__setattr__(part, name, accepted)


_TAKEN: dict[type, tuple[tuple[str, Accepts, object], ...]] = {}
_REQUIRED = object()


def _taken(cls: Any, fields: Fields) -> tuple[tuple[str, Accepts, object], ...]:
    """Each field, what it takes, and its default, which needs no look: most fields hold theirs."""
    taken = _TAKEN.get(cls)
    if taken is None:
        given = cls.__init__.__defaults__ or ()
        names = cls.__match_args__
        defaults = dict(zip(names[len(names) - len(given) :], given, strict=True))
        taken = tuple((name, kind, defaults.get(name, _REQUIRED)) for name, kind in fields.items())
        _TAKEN[cls] = taken
    return taken


# ---- plain values ---------------------------------------------------------------------------


class Text(NamedTuple):
    """Text that is not blank; `default` may be empty, where the id stands for it."""

    default: bool = False
    noun: Message = say("text")

    def accept(self, value: Any) -> str:
        """The text."""
        if isinstance(value, str):
            if _is_readable(self.noun, value):
                return str(value)
            if self.default and not value:
                return value
            raise FieldValueError(self.noun, value)
        raise FieldTypeError(self.noun, value)


def _is_readable(noun: Message, text: str) -> bool:
    """Whether there is anything to see in a text. Raises FieldValueError where no file holds it."""
    if text.isprintable() or not text.strip():
        return bool(text.strip())
    from cjm.source.signs import is_blank  # few texts have a sign that does not print

    if any("\ud800" <= sign <= "\udfff" for sign in text):
        fault = say("{text!r} holds half a character, which no file can", text=clipped(text, 40))
        raise FieldValueError(noun, text, fault)
    return not is_blank(text)


class Id(NamedTuple):
    """An id, in NFC."""

    noun: Message = say("an id")

    def accept(self, value: Any) -> str:
        """The id."""
        if not isinstance(value, str):
            raise FieldTypeError(self.noun, value)
        id = as_id(value)
        if not is_id(id):
            fault = say(
                "{id!r} cannot be an id: begin with a letter or digit; then letters, digits, . - _",
                id=clipped(value, 40),
            )
            raise FieldValueError(self.noun, value, fault)
        return id if id != value else value


class Ids(NamedTuple):
    """One id, or several: a tuple of them, for a single one the id itself unless `several`."""

    several: bool = False
    noun: Message = say("an id or a list of ids")

    def accept(self, value: Any) -> Any:
        """The id, or a tuple of ids."""
        if isinstance(value, str):
            id = Id().accept(value)
            return (id,) if self.several else id
        ids = tuple(map(Id().accept, listed(value, self.noun)))
        if not ids and not self.several:
            raise FieldValueError(self.noun, value)
        return ids


class Number(NamedTuple):
    """A number within bounds: int, float, or any other real number, NumPy's and Decimal too."""

    bound: Bound

    def accept(self, value: Any) -> float:
        """An int or float."""
        number = value if type(value) in (int, float) else self._plain(value)
        bound = self.bound
        if not bound.at_least <= number <= bound.at_most:  # nan is neither
            raise FieldValueError(self._noun(number), value)
        if not bound.whole:
            return number
        if number != int(number):
            raise FieldValueError(bound.noun, value)
        return number if type(number) is int else int(number)

    def _noun(self, number: float) -> Message:
        if not math.isfinite(number):
            return say("a finite number")
        if abs(number) > self.bound.at_most > 1:
            return say("a number of at most {most}", most=self.bound.at_most)
        return self.bound.noun

    def _plain(self, value: Any) -> float:
        from decimal import Decimal  # only numbers of other libraries need these
        from numbers import Integral, Real

        if isinstance(value, bool) or not isinstance(value, (Real, Decimal)):
            raise FieldTypeError(self.bound.noun, value)
        if isinstance(value, Integral):
            return int(value)
        number = float(value)
        return int(number) if isinstance(value, Decimal) and number.is_integer() else number


class Choice(NamedTuple):
    """One of a few words."""

    words: tuple[str, ...]

    def accept(self, value: Any) -> str:
        """The word."""
        if isinstance(value, str) and value in self.words:
            return value
        *words, last = self.words
        noun = say("{words} or {last}", words=", ".join(words), last=last)
        raise (FieldValueError if isinstance(value, str) else FieldTypeError)(noun, value)


class Flag(NamedTuple):
    """True or False."""

    noun: Message = say("true or false")

    def accept(self, value: Any) -> bool:
        """The bool, of Python or of NumPy."""
        if isinstance(value, bool):
            return value
        if type(value).__name__ == "bool" and hasattr(value, "dtype"):
            return bool(value)
        raise FieldTypeError(self.noun, value)


class Day(NamedTuple):
    """A calendar day: a `datetime.date`, or text such as 2026-09-30."""

    noun: Message = say("a date such as 2026-09-30")

    def accept(self, value: Any) -> Any:
        """The date."""
        from datetime import date, datetime

        if isinstance(value, datetime):
            return value.date()
        if isinstance(value, date):
            return value
        if not isinstance(value, str):
            raise FieldTypeError(self.noun, value)
        if not re.fullmatch(r"\d{4}-\d\d-\d\d", value, re.ASCII):
            raise FieldValueError(self.noun, value)
        try:
            return date.fromisoformat(value)
        except ValueError:
            raise FieldValueError(self.noun, value) from None


class Texts(NamedTuple):
    """One text, or several."""

    noun: Message = say("a text or a list of texts")
    at_least: int = 0

    def accept(self, value: Any) -> tuple[str, ...]:
        """A tuple of texts."""
        if value == () and not self.at_least:
            return ()
        items = (value,) if isinstance(value, str) else listed(value, self.noun)
        if len(items) < self.at_least:
            raise FieldValueError(self.noun, value)
        for item in items:
            if not isinstance(item, str):
                raise FieldTypeError(self.noun, value)
            if not _is_readable(self.noun, item):
                raise FieldValueError(self.noun, value)
        return items


class Maybe(NamedTuple):
    """Another kind, or None where nothing is said."""

    kind: Accepts

    def accept(self, value: Any) -> Any:
        """None, or what the other kind takes."""
        return None if value is None else self.kind.accept(value)


def listed(value: Any, noun: Message) -> tuple[Any, ...]:
    """What an iterable holds, a text and a mapping not being such; a tuple stays as it is."""
    if isinstance(value, tuple):
        return value
    if isinstance(value, (str, bytes, Mapping)) or not isinstance(value, Iterable):
        raise FieldTypeError(noun, value)
    return tuple(value)
