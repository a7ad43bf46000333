"""Cells of a journey's own fields: its scale, its customers, where they come in, its rows."""

from __future__ import annotations

import re
from typing import Any

from cjm.exchange.tables.cells import Number, Reading, Word, unexpected
from cjm.exchange.tables.escapes import escaped, unescaped
from cjm.exchange.tables.transitions import Item, Transitions, written_items
from cjm.exchange.tables.values import Style, Value, text_of
from cjm.i18n import say

PERIOD = Word(
    ("day", "день"), ("week", "неделя"), ("month", "месяц"), ("quarter", "квартал"), ("year", "год")
)


def _number(text: str, reading: Reading) -> Any:
    return Number().read(text, reading._replace(comma=True))


class Scale:
    """Both ends of the scores: `0 … 10`."""

    noun = say("a scale such as 0 … 10")

    def read(self, value: Value, reading: Reading) -> Any:
        """The ends."""
        ends = re.split(r"\s*(?:…|\.{2,3})\s*", text_of(value).strip())
        if len(ends) != 2:
            raise unexpected(self.noun, value)
        return [_number(end, reading) for end in ends]

    def write(self, value: Any, style: Style) -> Value:
        """The ends with dots between."""
        low, high = value
        return f"{low!r} … {high!r}"


class Customers:
    """How many customers, in which period: `12000 / month`."""

    def read(self, value: Value, reading: Reading) -> Any:
        """The number and the period."""
        number, _, period = text_of(value).partition("/")
        said = {"value": _number(number, reading)}
        return {**said, "per": PERIOD.read(period, reading)} if period.strip() else said

    def write(self, value: Any, style: Style) -> Value:
        """The number and the period."""
        number, period = value["value"], value.get("per")
        return f"{number!r} / {PERIOD.write(period, style)}" if period else number


class Starts:
    """Where customers come in, in the form of `next`."""

    def read(self, value: Value, reading: Reading) -> Any:
        """Ids, or ids with their shares."""
        return Transitions().read(text_of(value))

    def write(self, value: Any, style: Style) -> Value:
        """The ids, with shares where they have some."""
        shares = value if isinstance(value, dict) else dict.fromkeys(value)
        return written_items(Item(id, share) for id, share in shares.items())


class Lanes:
    """Rows of one's own, a line each: `x-systems: Systems`."""

    noun = say("a row a line, such as x-systems: Systems")

    def read(self, value: Value, reading: Reading) -> Any:
        """Titles by key."""
        lines = [line for line in text_of(value).split("\n") if line.strip()]
        parts = [line.partition(":") for line in lines]
        if any(not title.strip() for _, _, title in parts):
            raise unexpected(self.noun, value)
        return {key.strip(): unescaped(title.removeprefix(" ")) for key, _, title in parts}

    def write(self, value: Any, style: Style) -> Value:
        """The lines."""
        return "\n".join(f"{key}: {escaped(lane['title'])}" for key, lane in value.items())
