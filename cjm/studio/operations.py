"""Operations: what the studio asks of a text, from plain data, and how each is made in it."""

from collections.abc import Mapping
from math import isfinite
from typing import Any

from cjm.diagnostics import Route
from cjm.edits import Edit
from cjm.errors import UsageError
from cjm.i18n import say
from cjm.source import Source
from cjm.tuples import NamedTuple


class SetValue(NamedTuple):
    """Another value in the place of one; a field that is missing is begun in its place."""

    route: Route
    value: Any

    def edits(self, source: Source) -> tuple[Edit, ...]:
        """Its edits of a text."""
        from cjm.studio.fields import put

        return put(source, self.route, self.value)


class Insert(NamedTuple):
    """One more entry of a mapping, or with no key one more item of a list."""

    route: Route
    key: str | None
    value: Any
    after: str | int | None = None

    def edits(self, source: Source) -> tuple[Edit, ...]:
        """Its edits of a text."""
        from cjm.studio.fields import inserted

        return inserted(source, self.route, self.key, self.value, self.after)


class Remove(NamedTuple):
    """An entry or an item goes."""

    route: Route

    def edits(self, source: Source) -> tuple[Edit, ...]:
        """Its edits of a text."""
        from cjm.studio.fields import removed

        return removed(source, self.route)


class Rename(NamedTuple):
    """What the text declares is called otherwise, and wherever the text refers to it."""

    kind: str
    id: str
    new: str

    def edits(self, source: Source) -> tuple[Edit, ...]:
        """Its edits of a text."""
        from cjm.authoring.renaming import rename

        return rename(source, self.kind, self.id, self.new)


Operation = SetValue | Insert | Remove | Rename
OPERATIONS: tuple[tuple[str, type[Operation]], ...] = (
    ("set_value", SetValue),
    ("insert", Insert),
    ("remove", Remove),
    ("rename", Rename),
)
"""By the names that a front end sends as `op`."""


def operation_of(data: object) -> Operation:
    """An operation from plain data. Raises UsageError for whatever is none."""
    if not isinstance(data, Mapping):
        raise _misshapen(say("an operation is a mapping with the key op"))
    named = dict(OPERATIONS)
    made = named.get(data["op"]) if isinstance(data.get("op"), str) else None
    if made is None:
        raise _misshapen(say("known operations: {known}", known=", ".join(named)))
    given = {key: value for key, value in data.items() if key != "op"}
    optional = getattr(made, "_field_defaults", {})
    for key in made._fields:
        if key not in given and key not in optional:
            raise _misshapen(say("{key!r} is missing", key=key))
        if key in given and not _fits(key, given[key]):
            raise _misshapen(say("{key!r} has no such value", key=key))
    for key in given:
        if key not in made._fields:
            raise _misshapen(say("unknown key {key!r}", key=key))
    if "route" in given:
        given["route"] = tuple(given["route"])
    return made(**given)


def _misshapen(help: Any) -> UsageError:
    return UsageError(say("this is no operation of the studio"), help)


def _fits(key: str, value: object) -> bool:
    """Whether a value is of the kind that an operation has under a key."""
    match key:
        case "route":
            return isinstance(value, list) and all(map(_is_step, value))
        case "value":
            return _is_plain(value)
        case "key":
            return value is None or isinstance(value, str)
        case "after":
            return value is None or _is_step(value)
        case _:
            return isinstance(value, str)


def _is_step(value: object) -> bool:
    return isinstance(value, (str, int)) and not isinstance(value, bool)


def _is_plain(value: object) -> bool:
    """Whether a value can stand in a journey: JSON can say more, half a character or 1e999."""
    if isinstance(value, str):
        return not any("\ud800" <= sign <= "\udfff" for sign in value)
    if isinstance(value, Mapping):
        return all(isinstance(k, str) and _is_plain(k) for k in value) and all(
            map(_is_plain, value.values())
        )
    if isinstance(value, list):
        return all(map(_is_plain, value))
    if isinstance(value, float):
        return isfinite(value)
    return value is None or isinstance(value, (bool, int))
