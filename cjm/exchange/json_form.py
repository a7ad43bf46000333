"""JSON: a journey as the format's own fields, in long forms; nothing of it is lost."""

from __future__ import annotations

import json
from functools import cached_property
from typing import Any

from cjm.diagnostics import START, Diagnostic, Route, Span
from cjm.exchange.imported import Asked, Exported, Given, Imported
from cjm.exchange.long_forms import in_long_forms
from cjm.exchange.texts import CODE, fault, nothing_here, text_of
from cjm.i18n import external, say
from cjm.source import Source, parse

FORM = say("a journey as JSON")


def write(given: Given, asked: Asked) -> Exported:
    """The journey's fields as JSON, numbers exact."""
    from cjm.format import encoded
    from cjm.source.json_text import json_text

    return Exported(json_text(in_long_forms(encoded(given.journey))).encode("utf-8"))


def read(content: bytes, asked: Asked) -> Imported:
    """What a JSON text says of a journey; what is wrong with its fields is told later."""
    text = text_of(content, asked)
    if isinstance(text, Diagnostic):
        return Imported({}, faults=(text,))
    data = _parsed(text)
    if isinstance(data, Diagnostic):
        return Imported({}, faults=(data,), text=text)
    return Imported(data, text=text, place_of=_Places(text))


def _parsed(text: str) -> dict[str, Any] | Diagnostic:
    """The object that a text holds, or why it holds none."""
    if not text.strip():
        return nothing_here(FORM)
    try:
        data = json.loads(text, object_pairs_hook=_object, parse_constant=_no_number)
    except (ValueError, RecursionError) as error:
        return _unreadable(error, text)
    if not isinstance(data, dict):
        return fault(say("this is no journey: expected an object"), START)
    return data


def _unreadable(error: Exception, text: str) -> Diagnostic:
    """Why a text is no JSON, or none that can be read."""
    match error:
        case json.JSONDecodeError():
            place = Span(error.lineno, error.colno, error.lineno, error.colno + 1)
            why = external(error.msg[:1].lower() + error.msg[1:])
            return fault(say("not JSON: {reason}", reason=why), place)
        case _TwiceError():
            return _twice(error.args[0], text)
        case _NoNumberError():
            return fault(say("{word} is no number", word=error.args[0]), START)
        case RecursionError():
            return fault(say("brackets stand too deep inside each other"), START)
        case _:  # of thousands of digits
            return fault(say("a number is too long"), START)


class _TwiceError(ValueError):
    """A key is given twice."""


class _NoNumberError(ValueError):
    """What JavaScript writes for a number that is none."""


def _object(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found = dict(pairs)
    if len(found) < len(pairs):
        keys = [key for key, _ in pairs]
        raise _TwiceError(next(key for n, key in enumerate(keys) if key in keys[:n]))
    return found


def _no_number(word: str) -> Any:
    raise _NoNumberError(word)


def _twice(key: str, text: str) -> Diagnostic:
    """What is said of a key that is given twice, where it is."""
    faults = _Places(text).source.faults
    if faults:
        return faults[0]._replace(code=CODE)
    return fault(say("the key {name!r} is given twice", name=key), START)


class _Places:
    """Where the values of a JSON text stand; it is read as YAML, which JSON is a part of."""

    def __init__(self, text: str) -> None:
        self._text = text

    @cached_property
    def source(self) -> Source:
        """The tree; tabs, which YAML does not take for blanks, stand only between values."""
        return parse(self._text.replace("\t", " "))

    def __call__(self, route: Route, key: bool) -> Span | None:
        """The place of a value or of its key."""
        return self.source.span(route, key)
