"""Parts in Python as the format writes them: mappings, lists and single values for records."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from cjm.i18n import Message, say
from cjm.journey.values import FieldFault, FieldTypeError, Texts, listed
from cjm.tuples import NamedTuple


class Part(NamedTuple):
    """One part: as it is, as a mapping of its fields, or by its first field alone (`brief`)."""

    make: Any
    noun: Message
    brief: bool = False

    def accept(self, value: Any) -> Any:
        """The part."""
        if isinstance(value, self.make):
            return value
        if isinstance(value, Mapping):
            return _made(self.make, (), value, self.noun)
        if not self.brief:
            raise FieldTypeError(self.noun, value)
        return _briefly(self.make, (value,), self.noun)


class Parts(NamedTuple):
    """Several parts: as they are, or as the format writes them.

    A mapping goes from each part's first field to its others, or to the second alone (`brief`); a
    list may hold ids (`ids`) or mappings; where `single`, one id stands for a list of one.
    """

    make: Any
    noun: Message
    brief: bool = False
    ids: bool = False
    single: bool = False

    def accept(self, value: Any) -> tuple[Any, ...]:
        """A tuple of parts."""
        if isinstance(value, Mapping):
            return tuple(self._keyed(key, item) for key, item in value.items())
        if isinstance(value, self.make) or (self.single and isinstance(value, str)):
            return (self._item(value, value),)
        items = listed(value, self.noun)
        if all(isinstance(item, self.make) for item in items):
            return items
        return tuple(self._item(item, value) for item in items)

    def _keyed(self, key: Any, item: Any) -> Any:
        if isinstance(item, self.make) and getattr(item, next(iter(_fields(self.make)))) == key:
            return item
        try:
            if isinstance(item, Mapping):
                return _made(self.make, (key,), item, self.noun)
            if item is None:
                return self.make(key)
            if self.brief:
                return _briefly(self.make, (key, item), self.noun)
        except FieldFault as fault:
            raise fault.within("", str(key)) from None
        raise FieldTypeError(self.noun, {key: item})

    def _item(self, item: Any, whole: Any) -> Any:
        if isinstance(item, self.make):
            return item
        if self.ids and isinstance(item, str):
            return self.make(item)
        if isinstance(item, Mapping):
            return _made(self.make, (), item, self.noun)
        raise FieldTypeError(self.noun, whole)


NAMES = ("title", "name")
"""Fields that hold the id where nothing is said."""


def said(part: Any) -> dict[str, Any]:
    """The fields of a part that hold something else than what they hold by default."""
    id = getattr(part, "id", None)
    fields = {name: getattr(part, name) for name in _fields(type(part))}
    if fields.get("other_channels"):
        fields["channel"] = part.channels  # one key holds them all
    return {
        name: value
        for name, value in fields.items()
        if value != part.__dataclass_fields__[name].default and not (name in NAMES and value == id)
    }


def _fields(make: Any) -> tuple[str, ...]:
    return tuple(make.__dataclass_fields__)


def _briefly(make: Any, values: tuple[Any, ...], noun: Message) -> Any:
    """A part of its first fields; a value of another type is told with every form there is."""
    try:
        return make(*values)
    except FieldTypeError:
        raise FieldTypeError(noun, values[-1]) from None


def _made(make: Any, keys: tuple[Any, ...], values: Mapping[Any, Any], noun: Message) -> Any:
    """A part of a mapping of its fields; keys that begin with `x-` are the author's own."""
    known = _fields(make)[len(keys) :]
    own = {name: v for name, v in values.items() if isinstance(name, str) and name[:2] == "x-"}
    values = {name: v for name, v in values.items() if name not in own}
    if own and "unread" in known:
        values |= _own(own, values)
    for name in values:
        if name not in known:
            fault = say(
                "unknown key {key!r}; the keys here: {known}", key=name, known=", ".join(known)
            )
            raise FieldTypeError(noun, values, fault)
    missing = [n for n in known if n not in values and _required(make, n)]
    if missing:
        raise FieldTypeError(noun, values, say("{key!r} is missing", key=missing[0]))
    return make(*keys, **values)


def _own(own: Mapping[str, Any], values: Mapping[str, Any]) -> dict[str, Any]:
    """Texts by key as `lanes`, and the keys of what is none."""
    texts = Texts(at_least=1)
    lanes, unread = dict(values.get("lanes", ())), list(values.get("unread", ()))
    for key, value in own.items():
        try:
            lanes[key] = texts.accept(value)
        except FieldFault:
            unread.append(key)
    return {"lanes": lanes, "unread": tuple(unread)}


def _required(make: Any, name: str) -> bool:
    from dataclasses import MISSING

    field = make.__dataclass_fields__[name]
    return field.default is MISSING and field.default_factory is MISSING
