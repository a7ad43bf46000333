"""Kinds of values: each decodes a node to a Python value, encodes it again, and describes itself.

`decode(node, at, context)` returns the value, or INVALID after noting why; `at` is the key the
node belongs to, where something missing is reported. `encode(value)` returns plain data that
decodes to an equal value, in the shortest form, or INVALID where this kind cannot say it.
"""

import math
import re
from datetime import date
from typing import Any, NamedTuple, Protocol

from cjm.format.context import Context, PlacedScore
from cjm.i18n import Figure, Message, say
from cjm.journey import as_id, is_id
from cjm.journey.bounds import LARGEST, NUMBER
from cjm.journey.scores import comparison
from cjm.journey.values import DURATION, FieldFault
from cjm.source import Node
from cjm.source.signs import is_blank

INVALID: Any = object()
"""What decoding and encoding return for a value that this kind cannot hold."""

Schema = dict[str, Any]


class Kind(Protocol):
    """A kind of value."""

    @property
    def noun(self) -> Message:
        """What is expected, for messages: 'a number'."""

    def decode(self, node: Node, at: Node, context: Context) -> Any:
        """The Python value of a node, or INVALID."""

    def encode(self, value: Any) -> Any:
        """The value as plain data, or INVALID."""

    def schema(self, defs: dict[str, Schema]) -> Schema:
        """JSON Schema 2020-12; shared parts are put into `defs`."""


def shortest(value: float) -> float:
    """A number without a fraction of nothing, and never −0."""
    return int(value) if value == int(value) else value


class Step(NamedTuple):
    """What a route leads to: the key or item, what it means, and the kind of its value."""

    name: str
    doc: Message
    kind: Kind
    required: bool = False


def shown(node: Node) -> Message:
    """A value as a message shows it."""
    if isinstance(node.value, dict):
        return say("a mapping")
    if isinstance(node.value, list):
        return say("a list")
    if node.plain and not node.text:
        return say("nothing")
    text = node.text or ""
    text = text if len(text) <= 40 else text[:39] + "…"
    return say("{text!r}", text=text)


def expected(
    kind_noun: Message, node: Node, at: Node, context: Context, help: Message | None = None
) -> Any:
    """Note that something else was expected here; returns INVALID."""
    empty = node.plain and not node.text
    if empty and help is None:
        help = say("give it a value or delete the key")
    message = say("expected {what}, not {found}", what=kind_noun, found=shown(node))
    context.fault(message, at if empty else node, help)
    return INVALID


class Text(NamedTuple):
    """Text; a plain scalar is taken as written, so `title: 404` is the text 404."""

    noun: Message = say("text")

    def decode(self, node: Node, at: Node, context: Context) -> Any:
        """The text, never empty."""
        if node.value is None and node.text:
            help = say("put it in quotes or delete the key")
            return expected(self.noun, node, at, context, help)
        if node.text is None or is_blank(node.text):
            unseen = say("nothing of it can be seen") if node.text else None
            return expected(self.noun, node, at, context, unseen)
        return node.text

    def encode(self, value: Any) -> Any:
        """The text."""
        return value

    def schema(self, defs: dict[str, Schema]) -> Schema:
        """Editors read an unquoted 404 as a number: it is text here."""
        return {"type": ["string", "number", "boolean"]}


ID_SCHEMA = r"^[^\x00-/:-@\[-\x5e`{-\x7f][^\x00-,/:-@\[-\x5e`{-\x7f]*$"
"""An id in a form that every regular-expression dialect reads alike: no ASCII sign but . - _."""


class Id(NamedTuple):
    """An id in any script, compared in NFC; where `refers` is set it must name such a thing."""

    refers: str | None = None
    noun: Message = say("an id")

    def decode(self, node: Node, at: Node, context: Context) -> Any:
        """The id in NFC."""
        if node.text is None or (node.plain and not node.text):
            return expected(self.noun, node, at, context)
        return self.read(node.text, node, context)

    def read(self, text: str, place: Node, context: Context, advice: Message | None = None) -> Any:
        """The id that `text` is, as a value or as the key of a mapping."""
        id = as_id(text)
        if not is_id(id):
            help = say("begin with a letter or digit; then letters, digits, . - _")
            context.fault(say("{text!r} cannot be an id", text=text[:40]), place, help)
            return INVALID
        if self.refers:
            context.refer(self.refers, id, place, advice)
        return id

    def encode(self, value: Any) -> Any:
        """The id."""
        return value

    def schema(self, defs: dict[str, Schema]) -> Schema:
        """A string of the id's pattern, or a number taken as written."""
        return {"type": ["string", "number", "boolean"], "pattern": ID_SCHEMA}


_COMMA = re.compile(r"[-+]?\d+,\d+")


class Number(NamedTuple):
    """A finite number within bounds; `whole` asks for an integer, `score` for the scale."""

    noun: Message = NUMBER.noun
    at_least: float = NUMBER.at_least
    at_most: float = NUMBER.at_most
    whole: bool = False
    score: bool = False

    def decode(self, node: Node, at: Node, context: Context) -> Any:
        """An int or float."""
        value = node.value
        if isinstance(value, bool) or not isinstance(value, (int, float)):
            return expected(self.noun, node, at, context, self._advice(node))
        if not math.isfinite(value):
            return expected(say("a finite number"), node, at, context)
        if self.whole and int(value) != value:
            return expected(self.noun, node, at, context)
        if not self.at_least <= value <= self.at_most:
            help = (
                say("choose a larger unit: thousands, millions") if abs(value) > LARGEST else None
            )
            context.fault(self._beyond(node.text or "", value), node, help)
            return INVALID
        if self.score:
            context.scores.append(PlacedScore(value, node, context.touchpoint))
        return int(value) if self.whole else value

    def _beyond(self, text: str, value: float) -> Message:
        number = Figure(text)
        if value > self.at_most:
            return say("{number} is more than {most:g}", number=number, most=self.at_most)
        if self.at_least == 0:
            return say("{number} is negative", number=number)
        return say("{number} is less than {least:g}", number=number, least=self.at_least)

    def _advice(self, node: Node) -> Message | None:
        text = (node.text or "").strip()
        if _COMMA.fullmatch(text):
            return say("write the decimal point as a point: {text}", text=text.replace(",", "."))
        if text and not node.plain and re.fullmatch(r"[-+]?\d+(\.\d+)?", text):
            return say("write it without quotes: {text}", text=text)
        return None

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


class Bool(NamedTuple):
    """true or false; `yes` and `no` are text in YAML 1.2."""

    noun: Message = say("true or false")

    def decode(self, node: Node, at: Node, context: Context) -> Any:
        """A bool."""
        if not isinstance(node.value, bool):
            words = {"yes": "true", "on": "true", "no": "false", "off": "false"}
            meant = words.get((node.text or "").lower())
            advice = say("write {word}: yes and no are text in YAML 1.2", word=meant or "true")
            return expected(self.noun, node, at, context, advice if meant else None)
        return node.value

    def encode(self, value: Any) -> Any:
        """The bool."""
        return value

    def schema(self, defs: dict[str, Schema]) -> Schema:
        """A boolean."""
        return {"type": "boolean"}


class OneOf(NamedTuple):
    """One of a few words."""

    words: tuple[str, ...]

    @property
    def noun(self) -> Message:
        """The words, joined."""
        *words, last = self.words
        return say("{words} or {last}", words=", ".join(words), last=last)

    def decode(self, node: Node, at: Node, context: Context) -> Any:
        """The word."""
        if node.text not in self.words:
            help = context.suggest(node.text, self.words, say("one of")) if node.text else None
            return expected(self.noun, node, at, context, help)
        return node.text

    def encode(self, value: Any) -> Any:
        """The word."""
        return value

    def schema(self, defs: dict[str, Schema]) -> Schema:
        """An enum."""
        return {"enum": list(self.words)}


class Version(NamedTuple):
    """The format's version: 1."""

    noun: Message = say("the format's version, 1")

    def decode(self, node: Node, at: Node, context: Context) -> Any:
        """1."""
        if node.value != 1 or isinstance(node.value, bool):
            return expected(self.noun, node, at, context, say("write: cjm: 1"))
        return 1

    def encode(self, value: Any) -> Any:
        """1."""
        return 1

    def schema(self, defs: dict[str, Schema]) -> Schema:
        """The constant 1."""
        return {"const": 1}


class Day(NamedTuple):
    """A calendar day."""

    noun: Message = say("a date such as 2026-09-30")

    def decode(self, node: Node, at: Node, context: Context) -> Any:
        """A `datetime.date`."""
        text = node.text or ""
        if not re.fullmatch(r"\d{4}-\d\d-\d\d", text, re.ASCII):
            return expected(self.noun, node, at, context)
        try:
            return date.fromisoformat(text)
        except ValueError:
            context.fault(say("{text} is not a day of the calendar", text=text), node)
            return INVALID

    def encode(self, value: Any) -> Any:
        """The day as 2026-09-30."""
        return value.isoformat()

    def schema(self, defs: dict[str, Schema]) -> Schema:
        """A string of the format date."""
        return {"type": "string", "format": "date", "pattern": r"^\d{4}-\d{2}-\d{2}$"}


class Duration(NamedTuple):
    """A duration such as 15 min, kept as written."""

    noun: Message = say("a duration: 30 s, 15 min, 2 h or 3 d")

    def decode(self, node: Node, at: Node, context: Context) -> Any:
        """The text, with one space before the unit."""
        match = DURATION.fullmatch(node.text or "")
        if not match:
            return expected(self.noun, node, at, context)
        return f"{match[1]} {match[2]}"

    def encode(self, value: Any) -> Any:
        """The text."""
        return value

    def schema(self, defs: dict[str, Schema]) -> Schema:
        """A string of the duration's pattern."""
        return {"type": "string", "pattern": r"^\d+(\.\d+)? *(s|min|h|d)$"}


class Target(NamedTuple):
    """A comparison such as `>= 50`."""

    noun: Message = say('a target in quotes, such as ">= 50"')

    def decode(self, node: Node, at: Node, context: Context) -> Any:
        """A Comparison."""
        try:
            target = comparison(node.text or "")
        except FieldFault:  # a number beyond all bounds
            target = None
        return expected(self.noun, node, at, context) if target is None else target

    def encode(self, value: Any) -> Any:
        """The comparison as text."""
        return f"{value.operator} {shortest(value.value)}"

    def schema(self, defs: dict[str, Schema]) -> Schema:
        """A string of the comparison's pattern."""
        return {"type": "string", "pattern": r"^(>=|<=|>|<) *[-+]?\d+(\.\d+)?$"}


class Anything(NamedTuple):
    """A part that a later layer reads; handed on as the node itself."""

    noun: Message = say("anything")

    def decode(self, node: Node, at: Node, context: Context) -> Any:
        """The node."""
        return node

    def encode(self, value: Any) -> Any:
        """The data of the node."""
        return value.data

    def schema(self, defs: dict[str, Schema]) -> Schema:
        """No restriction."""
        return {}
