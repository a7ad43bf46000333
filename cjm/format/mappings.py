"""Mappings of ids to values of one kind: touchpoints, stages, metrics, next."""

from typing import Any

from cjm.format.commas import decimal_point, without_comma
from cjm.format.context import Context
from cjm.format.joining import joined
from cjm.format.kinds import INVALID, Kind, Schema, Step, titled, unmapped
from cjm.format.texts import Id
from cjm.i18n import Message, say
from cjm.journey.shorthands import said
from cjm.source import Node
from cjm.tuples import NamedTuple


class MapOf(NamedTuple):
    """A mapping of ids to one kind of value; each item is a part of class `of`.

    The key is the part's first field. Its others are what `kind` reads as a dict; or one of them,
    `field`, is all there is, and `kind` reads that. `of` a tuple makes pairs. `declares` names
    what the keys define, `refers` what they must name. A key such as `x-ray` is an id here, not
    an extension.
    """

    kind: Kind
    of: Any
    noun: Message = say("a mapping")
    at_least: int = 1
    declares: str | None = None
    refers: str | None = None
    field: str | None = None
    keys: Any = None
    """What the keys are, where they are no ids."""

    def decode(self, node: Node, at: Node, context: Context) -> Any:
        """A tuple of parts, in the order of the file."""
        if not isinstance(node.value, dict):
            return unmapped(self.noun, node, at, context)
        if len(node.value) < self.at_least:
            from cjm.format.examples import right_form

            fault = say("expected {what}, not an empty mapping", what=self.noun)
            context.fault(fault, node, right_form(at.text, context.forms))
            return INVALID
        return tuple(self._items(node.value, context))

    def _items(self, entries: dict[str, Any], context: Context) -> list[Any]:
        items = []
        key_kind = self.keys or Id(self.refers)
        before: Node | None = None
        for key, (place, node) in joined(entries, lambda _: self.kind).items():
            if self.declares == "touchpoint":
                context.touchpoint = key
            advice = decimal_point(before, key, entries[key])
            fixes = without_comma(before, key, entries[key]) if advice else ()
            id = key_kind.read(key, place, context, advice, fixes)
            before = node
            if self.declares and id is not INVALID:
                context.declare(self.declares, id, place)
            if id is INVALID and node.plain and not node.text:
                continue  # a key that is wrong, and holds its value
            part = self._decoded(id, node, place, context)
            if part is not INVALID:
                items.append(part)
            if self.declares == "touchpoint":
                context.touchpoint = None
        return items

    def _decoded(self, id: Any, node: Node, place: Node, context: Context) -> Any:
        """One part; what was made of the same node before is taken as it is."""
        is_kept = self.declares == "touchpoint" and id is not INVALID
        if is_kept and (kept := context.again(node, place)) is not None:
            return kept
        before = context.gathered if is_kept else None
        value = self.kind.decode(node, place, context)
        if id is INVALID or value is INVALID:
            return INVALID
        part = self._part(id, value)
        if before is not None:
            context.keep(node, place, before, part)
        return part

    def _part(self, id: str, value: Any) -> Any:
        if self.of is tuple:
            return (id, value)
        if self.field:
            return self.of(id, value)
        return self.of(id, **{k: v for k, v in (value or {}).items() if v is not None})

    def encode(self, value: Any) -> Any:
        """A dict of the parts by their first fields."""
        data = {}
        for item in value:
            id, rest = item if self.of is tuple else self._taken(item)
            data[id] = self.kind.encode(rest)
        return INVALID if INVALID in data.values() else data

    def _taken(self, part: Any) -> tuple[str, Any]:
        first = next(iter(part.__dataclass_fields__))
        id = getattr(part, first)
        if self.field:
            return id, getattr(part, self.field)
        return id, {name: v for name, v in said(part).items() if name != first}

    def step(self, key: str | int) -> Step | None:
        """An item."""
        return Step(key, self.kind.noun, self.kind) if isinstance(key, str) else None

    def schema(self, defs: dict[str, Schema]) -> Schema:
        """An object whose property names are ids."""
        keys = self.keys or Id()
        names: Schema = {"title": keys.noun}
        if keys.pattern:
            names |= {"pattern": keys.pattern, "patternErrorMessage": keys.rule}
        schema: Schema = {
            "type": "object",
            "propertyNames": names,
            "additionalProperties": titled(self.kind, defs),
        }
        if self.at_least:
            schema["minProperties"] = self.at_least
        return schema
