"""A journey in which every field of the format holds something that is nowhere else in it.

So that a page or a picture can be asked, field by field, whether it can be read there.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any, NamedTuple

import cjm
from cjm.format import JOURNEY
from cjm.format.record import Record
from cjm.i18n import numbers
from cjm.i18n.durations import duration
from cjm.i18n.glossary import wording
from cjm.journey import Journey
from cjm.source import parse

TEXT = Path(__file__).with_suffix(".yaml").read_text(encoding="utf-8")
DATA: dict[str, Any] = parse(TEXT.encode()).root.data  # type: ignore[union-attr]

Way = tuple[str, ...]


class Leaf(NamedTuple):
    """A value that was written, and the keys that lead to it."""

    way: Way
    value: Any

    @property
    def name(self) -> str:
        """The keys with dots."""
        return ".".join(self.way)


def journey() -> Journey:
    """The journey."""
    return cjm.loads(TEXT)


def leaves(data: Any = DATA, way: Way = ()) -> list[Leaf]:
    """Every value that is no list or mapping; what only names something else is none."""
    if isinstance(data, dict):
        return [leaf for key, item in data.items() for leaf in leaves(item, (*way, key))]
    if isinstance(data, list):
        return [leaf for item in data for leaf in leaves(item, way)]
    return [] if way[-1] in NAMES or way in NOWHERE else [Leaf(way, data)]


NAMES = frozenset(("id", "stage", "channel", "touchpoint"))
"""Keys whose value is the id of something that is called by its title."""
NOWHERE: frozenset[Way] = frozenset((("cjm",), ("language",)))
"""What says how to read the file, and in which language the page is."""
WORDS = frozenset(("state", "outcome"))
"""Keys that hold a term of the glossary."""


def readings(leaf: Leaf, language: str) -> list[str]:
    """What a value may look like on a page, without no-break spaces; any of these will do."""
    key, value = leaf.way[-1], leaf.value
    marks = numbers.RUSSIAN if language == "ru" else numbers.ENGLISH
    found = [str(value)]
    if isinstance(value, date):
        found = [value.isoformat()]
    elif key in ("duration", "wait"):
        found = [duration(str(value), language, marks)]
    elif key == "target":
        operator, amount = str(value).split()
        sign = {">=": "≥", "<=": "≤"}.get(operator, operator)
        found = [f"{sign} {numbers.quantity(float(amount), marks)}"]
    elif key in WORDS:
        found = [wording(str(value), language).long]
    elif key == "moment_of_truth":
        found = [wording("declared", language).long]
    elif isinstance(value, (int, float)):
        found = [numbers.quantity(value, marks, decimals=3), numbers.percentage(value, marks)]
    return [text.replace("\u00a0", " ") for text in found]


def filled_fields(kind: Any = JOURNEY, data: Any = DATA) -> Iterator[tuple[str, str]]:
    """Record and key of every field that holds something."""
    if isinstance(kind, Record):
        for key, item in data.items() if isinstance(data, dict) else ():
            if key in kind.fields:
                yield kind.name, key
                yield from filled_fields(kind.fields[key].kind, item)
        return
    parts = [getattr(kind, name, None) for name in ("scalar", "listed", "mapped", "kind", "record")]
    for part in filter(None, parts):
        yield from filled_fields(part, data)
        inside = data.values() if isinstance(data, dict) else data if isinstance(data, list) else ()
        for item in inside:
            yield from filled_fields(part, item)
