"""Kinds of quantities: numbers, days, durations, and targets for a number."""

import math
import re
from datetime import date
from typing import Any

from cjm.format.context import Context, PlacedScore
from cjm.format.kinds import INVALID, Schema, expected
from cjm.format.remedy import Remedy
from cjm.i18n import Figure, Message, say
from cjm.journey.bounds import LARGEST, NUMBER
from cjm.journey.durations import DURATION, LONGEST, is_too_long
from cjm.journey.metrics import comparison
from cjm.journey.values import FieldFault
from cjm.source import Node
from cjm.tuples import NamedTuple


def shortest(value: float) -> float:
    """A number without a fraction of nothing, and never −0."""
    return int(value) if value == int(value) else value


def _with_unit(number: str, node: Node, at: Node, context: Context) -> Remedy:
    """A percentage as a value and its unit, which stands beside it where both have keys."""
    if beside := _beside(at, context):
        return _unit_beside(number, node, at, beside)
    written = f'{{value: {number}, unit: "%"}}'
    return Remedy(say("write {key}", key=written), written, safe=True)


def _beside(at: Node, context: Context) -> Node | None:
    """The mapping in which a value has a key of its own, and its unit another one."""
    mapping = context.beside
    if mapping is None or not isinstance(mapping.value, dict):
        return None
    entry = mapping.value.get(at.text or "")
    return mapping if entry is not None and entry.key is at and at.text in _MEASURED else None


_MEASURED = ("value", "target", "before", "after")


def _unit_beside(text: str, node: Node, at: Node, mapping: Node) -> Remedy:
    """What is written without its per cent sign, with the unit beside it where there is none."""
    unit = mapping.value.get("unit")
    if unit is not None:
        same = unit.node.text == "%"
        return Remedy(say("write {text}: its unit stands beside it", text=text), text, same)
    first = next(
        entry.node
        for key, entry in mapping.value.items()
        if key in _MEASURED and (entry.node.text or "").rstrip().endswith("%")
    )
    help = say('write {n}, and unit: "%" beside it', n=text)
    if first is not node:
        return Remedy(help, text, safe=True)
    block = mapping.end_mark is None
    gap = "\n" + " " * (at.span.column - 1) if block else ", "
    return Remedy(help, f'{text}{gap}unit: "%"', safe=True)


_COMMA = re.compile(r"[-+]?\d+,\d+")


class Number(NamedTuple):
    """A finite number within bounds; `whole` asks for an integer, `score` for the scale."""

    noun: Message = NUMBER.noun
    at_least: float = NUMBER.at_least
    at_most: float = NUMBER.at_most
    whole: bool = False
    score: bool = False
    unit: bool = False
    """Whether a unit can be given beside it."""

    def decode(self, node: Node, at: Node, context: Context) -> Any:
        """An int or float."""
        value = node.value
        if isinstance(value, bool) or not isinstance(value, (int, float)):
            return expected(self.noun, node, at, context, *self._meant(node, at, context))
        if not math.isfinite(value):
            return expected(say("a finite number"), node, at, context)
        if self.whole and int(value) != value:
            return expected(self.noun, node, at, context)
        if not self.at_least <= value <= self.at_most:
            help = (
                say("choose a larger unit: thousands, millions") if abs(value) > LARGEST else None
            )
            beyond = self._beyond(node.text or "", value)
            context.fault(beyond, node, help, remedy=self._part_meant(value))
            return INVALID
        if self.score:
            context.scores.append(PlacedScore(value, node, context.touchpoint))
        return int(value) if self.whole else value

    def _beyond(self, text: str, value: float) -> Message:
        number = Figure(text)
        if value > self.at_most:
            return say("{number} is more than {most}", number=number, most=self.at_most)
        if self.at_least == 0:
            return say("{number} is negative", number=number)
        return say("{number} is less than {least}", number=number, least=self.at_least)

    @property
    def _is_part(self) -> bool:
        return self.at_least == 0 and self.at_most == 1

    def _part_meant(self, value: float) -> Remedy | None:
        """A percentage that was given where a part of 1 is wanted."""
        if not self._is_part or not 1 < value <= 100:
            return None
        from cjm.format.remedies import part_of_one

        share = part_of_one(value)
        return Remedy(say("write it as a part of 1: {text}", text=share), share)

    def _meant(
        self, node: Node, at: Node, context: Context
    ) -> tuple[Message | None, Remedy | None]:
        text = (node.text or "").strip(" \t\n")
        if _COMMA.fullmatch(text):
            point = text.replace(",", ".")
            help = say("write the decimal point as a point: {text}", text=point)
            return help, Remedy(help, point, safe=True)
        if text and not node.plain and re.fullmatch(r"[-+]?\d+(\.\d+)?", text):
            help = say("write it without quotes: {text}", text=text)
            return help, Remedy(help, text)
        if self.unit and (percent := re.fullmatch(r"([-+]?\d+(?:[.,]\d+)?) *%", text)):
            number = percent[1].replace(",", ".")
            return None, _with_unit(number, node, at, context)
        if self.score and text.endswith("%"):
            return say("a score is a number of points on the scale"), None
        from cjm.format.remedies import is_nothing, number_meant

        if (self.score or self.unit) and is_nothing(text):
            return say("give it a value or delete the key"), None
        return None, number_meant(text, self._is_part)

    def encode(self, value: Any) -> Any:
        """The shortest number: 8 for 8.0."""
        return shortest(value)

    def schema(self, defs: dict[str, Schema]) -> Schema:
        """A number or integer with its bounds."""
        return {
            "type": "integer" if self.whole else "number",
            "minimum": shortest(self.at_least),
            "maximum": shortest(self.at_most),
        }


class Day(NamedTuple):
    """A calendar day."""

    noun: Message = say("a date such as 2026-09-30")

    def decode(self, node: Node, at: Node, context: Context) -> Any:
        """A `datetime.date`."""
        text = node.text or ""
        if not re.fullmatch(r"\d{4}-\d\d-\d\d", text, re.ASCII):
            from cjm.format.remedies import day_meant

            return expected(self.noun, node, at, context, remedy=day_meant(text))
        try:
            return date.fromisoformat(text)
        except ValueError:
            context.fault(say("{text} is not a day of the calendar", text=text), node)
            return INVALID

    def encode(self, value: Any) -> Any:
        """The day as 2026-09-30."""
        from cjm.source.emit import Plain

        return Plain(value.isoformat())

    def schema(self, defs: dict[str, Schema]) -> Schema:
        """A string of the day's pattern; with a format editors would tell a fault twice."""
        return {
            "type": "string",
            "pattern": r"^\d{4}-\d{2}-\d{2}$",
            "patternErrorMessage": say("a day, such as 2027-03-31"),
        }


class Duration(NamedTuple):
    """A duration such as 15 min, kept as written."""

    noun: Message = say("a duration: 30 s, 15 min, 2 h, 3 d, 2 w, 6 mo, 1 y")

    def decode(self, node: Node, at: Node, context: Context) -> Any:
        """The text, with one space before the unit."""
        match = re.fullmatch(DURATION, node.text or "")
        if not match:
            from cjm.format.remedies import duration_meant

            remedy = duration_meant(node.text or "")
            return expected(self.noun, node, at, context, remedy=remedy)
        if is_too_long(match[0]):
            return expected(LONGEST, node, at, context)
        return f"{match[1]} {match[2]}"

    def encode(self, value: Any) -> Any:
        """The text."""
        return value

    def schema(self, defs: dict[str, Schema]) -> Schema:
        """A string of the duration's pattern."""
        return {
            "type": "string",
            "pattern": r"^\d+(\.\d+)? *(s|min|h|d|w|mo|y)$",
            "patternErrorMessage": self.noun,
        }


class Target(NamedTuple):
    """A comparison such as `>= 50`."""

    noun: Message = say('a target in quotes, such as ">= 50"')

    def decode(self, node: Node, at: Node, context: Context) -> Any:
        """A Comparison."""
        try:
            target = comparison(node.text or "")
        except FieldFault:  # a number beyond all bounds
            target = None
        if target is None:
            from cjm.format.remedies import target_meant

            remedy = self._with_unit(node, at, context) or target_meant(node.text or "")
            return expected(self.noun, node, at, context, remedy=remedy)
        return target

    def _with_unit(self, node: Node, at: Node, context: Context) -> Remedy | None:
        """A comparison with a percentage, whose unit stands beside it."""
        from cjm.format.remedies import target_meant

        text = (node.text or "").strip()
        if not text.endswith("%") or not (mapping := _beside(at, context)):
            return None
        bare = text.rstrip("% ")
        meant = f'"{bare}"' if comparison(bare) else None
        if meant is None and (remedy := target_meant(bare)):
            meant = remedy.text
        return _unit_beside(meant, node, at, mapping) if meant else None

    def encode(self, value: Any) -> Any:
        """The comparison as text."""
        return str(value)

    def schema(self, defs: dict[str, Schema]) -> Schema:
        """A string of the comparison's pattern."""
        return {
            "type": "string",
            "pattern": r"^(>=|<=|>|<) *[-+]?\d+(\.\d+)?$",
            "patternErrorMessage": say('a comparison, such as ">= 50"'),
        }
