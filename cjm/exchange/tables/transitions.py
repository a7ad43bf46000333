"""Cells that say where customers go: `ride: 0.9; cancel: 0.06 (too long) [7 min]`."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Any

from cjm.exchange.tables.escapes import escaped, unescaped
from cjm.exchange.tables.values import CellFault
from cjm.i18n import say
from cjm.i18n.characters import clipped
from cjm.journey import as_id
from cjm.tuples import NamedTuple

_ITEM = re.compile(
    r"(?P<id>[^:;()\[\]\r\n]*[^:;()\[\]\s])_"
    r"(?::_(?P<number>[-+−]?\d[\d.,]*(?:e[-+]?\d+)?)_(?P<percent>%)?_)?"
    r"(?:\((?P<label>(?:[^\\);\r\n]|\\.)*)\)_)?"
    r"(?:\[(?P<wait>[^\];\r\n]*)\]_)?".replace("_", r"[^\S\r\n]*"),
    re.IGNORECASE,
)
_BETWEEN = re.compile(r";|[\r\n]|$")
_IN_LABELS = ");"


class Item(NamedTuple):
    """One of the items of a cell: an id and what is said of it."""

    id: str
    number: float | None = None
    label: str | None = None
    wait: str | None = None


def read_items(text: str) -> list[Item]:
    """The items of a cell, parted by `;` or line ends. Raises CellFault."""
    items: list[Item] = []
    place = 0
    while text[place:].strip("; \t\r\n"):
        place += len(text[place:]) - len(text[place:].lstrip("; \t\r\n"))
        found = _ITEM.match(text, place)
        end = _BETWEEN.match(text, found.end()) if found else None
        if found is None or end is None:
            raise _unreadable(text[place:])
        items.append(_item(found, text[place:]))
        place = end.end()
    _check_single(items)
    return items


def _item(found: re.Match[str], rest: str) -> Item:
    number = None
    if found["number"]:
        try:
            number = float(found["number"].replace("−", "-").replace(",", "."))
        except ValueError as error:
            raise _unreadable(rest) from error
        if found["percent"]:
            number = float(f"{number / 100:.12g}")
    label = unescaped(found["label"], _IN_LABELS) if found["label"] else None
    return Item(as_id(found["id"]), number, label, (found["wait"] or "").strip() or None)


def _check_single(items: list[Item]) -> None:
    ids = [item.id for item in items]
    if twice := next((id for id in ids if ids.count(id) > 1), None):
        raise CellFault(say("{name!r} is given twice", name=twice))


def _unreadable(rest: str) -> CellFault:
    return CellFault(
        say("this is no transition: {text!r}", text=clipped(rest.strip(), 40)),
        say("write them like this: ride: 0.9; cancel: 0.06 (why) [7 min]"),
    )


def written_items(items: Iterable[Item]) -> str:
    """Items as the text of a cell."""
    return "; ".join(map(_written, items))


def _written(item: Item) -> str:
    number = "" if item.number is None else f": {item.number!r}"
    label = "" if item.label is None else f" ({escaped(item.label, _IN_LABELS)})"
    wait = "" if item.wait is None else f" [{item.wait}]"
    return f"{item.id}{number}{label}{wait}"


class Transitions:
    """The cell of `next`: ids with probability, label and wait."""

    def read(self, text: str) -> Any:
        """Where customers go, in the shortest form of the format."""
        items = read_items(text)
        if all(item == Item(item.id) for item in items):
            ids = [item.id for item in items]
            return ids[0] if len(ids) == 1 else ids
        return {item.id: _said(item) for item in items}

    def write(self, value: dict[str, dict[str, Any]]) -> str:
        """The long form as a cell."""
        return written_items(
            Item(id, said.get("probability"), said.get("label"), said.get("wait"))
            for id, said in value.items()
        )


def _said(item: Item) -> Any:
    if item.label is None and item.wait is None:
        return item.number
    said = {"probability": item.number, "label": item.label, "wait": item.wait}
    return {key: value for key, value in said.items() if value is not None}


class Numbers:
    """A cell of ids with a number each: `ride: 3; pay: 1`."""

    def read(self, text: str) -> Any:
        """A mapping of ids to numbers. Raises CellFault where there is more or less."""
        items = read_items(text)
        if bad := next((i for i in items if i.number is None or i.label or i.wait), None):
            raise CellFault(
                say("this is no id with a number: {text!r}", text=written_items([bad])),
                say("write them like this: ride: 3; pay: 1"),
            )
        return {item.id: item.number for item in items}

    def write(self, value: dict[str, float]) -> str:
        """The mapping as a cell."""
        return written_items(Item(id, number) for id, number in value.items())
