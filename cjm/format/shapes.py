"""Shapes of values: lists, mappings and records made of kinds."""

import re
from collections.abc import Callable, Mapping
from functools import cached_property
from typing import Any, NamedTuple

from cjm.diagnostics import Beside, Span
from cjm.format.context import Context
from cjm.format.kinds import ID_SCHEMA, INVALID, Id, Kind, Schema, Step, expected
from cjm.i18n import Message, say
from cjm.journey.shorthands import said
from cjm.records import dataclass, field
from cjm.source import Entry, Node, Route


class Forms(NamedTuple):
    """A value that may be written as a scalar, as a list, or as a mapping."""

    noun: Message
    scalar: Kind | None = None
    listed: Kind | None = None
    mapped: Kind | None = None
    empty: bool = False
    """Whether nothing at all (`~`) is allowed, and then stands for None."""

    def decode(self, node: Node, at: Node, context: Context) -> Any:
        """What the form that fits says."""
        if self.empty and node.value is None and node.plain:
            return None
        if isinstance(node.value, dict):
            kind = self.mapped
        elif isinstance(node.value, list):
            kind = self.listed
        else:
            kind = self.scalar
        if kind is None:
            return expected(self.noun, node, at, context)
        return kind.decode(node, at, context)

    def encode(self, value: Any) -> Any:
        """The first form that can say it, which is the shortest."""
        if self.empty and (value is None or value == {}):
            return None
        for kind in (self.scalar, self.listed, self.mapped):
            if kind is not None and (data := kind.encode(value)) is not INVALID:
                return data
        return INVALID

    def step(self, key: str | int) -> Step | None:
        """What a key leads to in the form that has one."""
        steps = (step(kind, key) for kind in (self.mapped, self.listed) if kind)
        return next((found for found in steps if found), None)

    def schema(self, defs: dict[str, Schema]) -> Schema:
        """Any of the forms."""
        kinds = [k for k in (self.scalar, self.listed, self.mapped) if k is not None]
        schemas = [k.schema(defs) for k in kinds]
        return {"anyOf": [*schemas, {"type": "null"}] if self.empty else schemas}


class ListOf(NamedTuple):
    """A list of one kind of value; `unique` refuses a value given twice."""

    kind: Kind
    noun: Message = say("a list")
    at_least: int = 1
    at_most: int | None = None
    unique: bool = False

    def decode(self, node: Node, at: Node, context: Context) -> Any:
        """A tuple."""
        if not isinstance(node.value, list):
            return expected(self.noun, node, at, context)
        count = len(node.value)
        if count < self.at_least or count > (self.at_most or count):
            message = say("expected {what}, not a list of {count}", what=self.noun, count=count)
            if not count:
                message = say("expected {what}, not an empty list", what=self.noun)
            context.fault(message, node)
            return INVALID
        values = [self.kind.decode(item, item, context) for item in node.value]
        if self.unique:
            self._refuse_twice(node.value, values, context)
        return INVALID if INVALID in values else tuple(values)

    def _refuse_twice(self, items: list[Node], values: list[Any], context: Context) -> None:
        seen: dict[Any, Span] = {}
        for index, (item, value) in enumerate(zip(items, values, strict=True)):
            if value is INVALID:
                continue
            if value in seen:
                related = (Beside(say("{name!r} is given here first", name=value), seen[value]),)
                message = say("{name!r} is given twice", name=value)
                context.fault(message, item, say("keep one"), related)
                values[index] = INVALID
            else:
                seen[value] = item.span

    def encode(self, value: Any) -> Any:
        """A list."""
        items = [self.kind.encode(item) for item in value]
        return INVALID if INVALID in items else items

    def step(self, key: str | int) -> Step | None:
        """An item."""
        return Step(str(key), self.kind.noun, self.kind) if isinstance(key, int) else None

    def schema(self, defs: dict[str, Schema]) -> Schema:
        """An array."""
        schema: Schema = {"type": "array", "items": self.kind.schema(defs)}
        if self.at_least:
            schema["minItems"] = self.at_least
        if self.at_most:
            schema["maxItems"] = self.at_most
        if self.unique:
            schema["uniqueItems"] = True
        return schema


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

    def decode(self, node: Node, at: Node, context: Context) -> Any:
        """A tuple of parts, in the order of the file."""
        if not isinstance(node.value, dict):
            return expected(self.noun, node, at, context)
        if len(node.value) < self.at_least:
            context.fault(say("expected {what}, not an empty mapping", what=self.noun), node)
            return INVALID
        return tuple(self._items(node.value, context))

    def _items(self, entries: dict[str, Any], context: Context) -> list[Any]:
        items = []
        key_kind = Id(self.refers)
        before: Node | None = None
        for key, (place, node) in entries.items():
            if self.declares == "touchpoint":
                context.touchpoint = key
            id = key_kind.read(key, place, context, _decimal_point(before, key, entries[key]))
            before = node
            if self.declares and id is not INVALID:
                context.declare(self.declares, id, place)
            value = self.kind.decode(node, place, context)
            if id is not INVALID and value is not INVALID:
                items.append(self._part(id, value))
            if self.declares == "touchpoint":
                context.touchpoint = None
        return items

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
        schema: Schema = {
            "type": "object",
            "propertyNames": {"pattern": ID_SCHEMA},
            "additionalProperties": self.kind.schema(defs),
        }
        if self.at_least:
            schema["minProperties"] = self.at_least
        return schema


class Field(NamedTuple):
    """One key of a record: its kind of value and what it means, in one sentence."""

    kind: Kind
    doc: Message
    required: bool = False


@dataclass(frozen=True)
class Record:
    """A mapping with known keys; keys that begin with `x-` are the author's own.

    `make(**values)` builds the result from the keys given: a part, or a dict for what stands
    around it; `verify` may note more faults.
    """

    name: str
    fields: Mapping[str, Field]
    make: Callable[..., Any] = dict
    verify: Callable[[Node, Node, Context], None] | None = None
    empty: bool = False
    noun: Message = field(default=say("a mapping"))

    def decode(self, node: Node, at: Node, context: Context) -> Any:
        """What `make` builds."""
        if self.empty and node.value is None and node.plain:
            return self.make()
        if not isinstance(node.value, dict):
            return expected(self.noun, node, at, context)
        before = len(context.faults)
        values: dict[str, Any] = {}
        previous: Node | None = None
        for key, (place, value) in node.value.items():
            known = self.fields.get(key)
            if known is not None:
                values[key] = known.kind.decode(value, place, context)
            elif not key.startswith("x-"):
                help = _split_by_comma(previous, key, node.value[key])
                help = help or self._known_keys(key, context)
                context.fault(say("unknown key {key!r}", key=key), place, help)
            previous = value
        for key in self._required:
            if key not in node.value:
                doc = self.fields[key].doc
                help = doc if isinstance(doc, Message) else None
                context.fault(say("{key!r} is missing", key=key), at, help)
        if self.verify:
            self.verify(node, at, context)
        return INVALID if len(context.faults) > before else self.make(**values)

    def encode(self, value: Any) -> Any:
        """A dict of what is said, in the order of the table; None where that may stand empty."""
        values = value if isinstance(value, dict) else said(value)
        data = {
            key: known.kind.encode(values[key])
            for key, known in self.fields.items()
            if values.get(key) not in (None, ())
        }
        if not data and self.empty:
            return None
        return INVALID if INVALID in data.values() else data

    def step(self, key: str | int) -> Step | None:
        """A field."""
        known = self.fields.get(str(key))
        return known and Step(str(key), known.doc, known.kind, known.required)

    @cached_property
    def _required(self) -> tuple[str, ...]:
        return tuple(key for key, known in self.fields.items() if known.required)

    def _known_keys(self, key: str, context: Context) -> Message:
        known = context.suggest(key, self.fields, say("the keys here"))
        if known is None:
            return say("your own keys begin with x-")
        return say("{known}; your own keys begin with x-", known=known)

    def schema(self, defs: dict[str, Schema]) -> Schema:
        """A reference to this record's definition."""
        if self.name not in defs:
            defs[self.name] = {}  # keeps its place while its parts are described
            defs[self.name] = {
                "type": ["object", "null"] if self.empty else "object",
                "properties": {
                    key: {"description": known.doc, **known.kind.schema(defs)}
                    for key, known in self.fields.items()
                },
                "patternProperties": {"^x-": {}},
                "additionalProperties": False,
                **({"required": list(self._required)} if self._required else {}),
            }
        return {"$ref": f"#/$defs/{self.name}"}


def _split_by_comma(before: Node | None, key: str, entry: Entry) -> Message | None:
    """A way out where a comma inside braces cut a value in two, as in `{experience: 8,4}`."""
    if not _cut(before, entry):
        return None
    return _decimal_point(before, key, entry) or say(
        "a comma ends a value inside braces: put text that holds a comma in quotes"
    )


def _decimal_point(before: Node | None, key: str, entry: Entry) -> Message | None:
    if before is None or not key.isdigit() or not _cut(before, entry):
        return None
    whole = re.fullmatch(r"[-+]?\d+", before.text or "")
    text = f"{before.text}.{key}"
    return say("write the decimal point as a point: {text}", text=text) if whole else None


def _cut(before: Node | None, entry: Entry) -> bool:
    """Whether a key without a value may be the rest of the value before it."""
    alone = entry.node.plain and entry.node.text == ""
    if not alone or before is None or not before.plain:
        return False
    return bool(before.span.line == entry.key.span.line)


class Into(NamedTuple):
    """Another kind whose value is built into something; `refuse` may say why it can't be used.

    `take` is the way back: from what `build` makes to the value, or INVALID where this form cannot
    say it.
    """

    kind: Kind
    build: Callable[[Any], Any]
    take: Callable[[Any], Any]
    refuse: Callable[[Any], Message | None] | None = None

    @property
    def noun(self) -> Message:
        """What the other kind expects."""
        return self.kind.noun

    def decode(self, node: Node, at: Node, context: Context) -> Any:
        """The built value; what is refused is told at the key."""
        value = self.kind.decode(node, at, context)
        if value is INVALID or value is None:
            return value
        built = self.build(value)
        if self.refuse and (fault := self.refuse(built)):
            context.fault(fault, at)
            return INVALID
        return built

    def encode(self, value: Any) -> Any:
        """What the other kind writes of what is taken."""
        taken = self.take(value)
        return INVALID if taken is INVALID else self.kind.encode(taken)

    def step(self, key: str | int) -> Step | None:
        """What the other kind says."""
        return step(self.kind, key)

    def schema(self, defs: dict[str, Schema]) -> Schema:
        """What the other kind says."""
        return self.kind.schema(defs)


class Brief(NamedTuple):
    """A record by one of its fields alone: `experience: 5` for `experience: {score: 5}`."""

    record: Record
    key: str

    @property
    def noun(self) -> Message:
        """What the field expects."""
        return self.record.fields[self.key].kind.noun

    def decode(self, node: Node, at: Node, context: Context) -> Any:
        """What the record makes of that field."""
        value = self.record.fields[self.key].kind.decode(node, at, context)
        return value if value is INVALID else self.record.make(**{self.key: value})

    def encode(self, value: Any) -> Any:
        """The field, where nothing else is said."""
        data = self.record.encode(value)
        return data[self.key] if data and set(data) == {self.key} else INVALID

    def schema(self, defs: dict[str, Schema]) -> Schema:
        """What the field says."""
        return self.record.fields[self.key].kind.schema(defs)


def one_or_list(kind: Kind, listed: ListOf, noun: Message) -> Forms:
    """One value, or a list of them; either way a tuple."""
    alone = Into(kind, lambda one: (one,), lambda many: many[0] if len(many) == 1 else INVALID)
    return Forms(noun, scalar=alone, listed=listed)


def step(kind: Kind, key: str | int) -> Step | None:
    """What a key or a place leads to in a value of this kind."""
    find: Callable[[str | int], Step | None] | None = getattr(kind, "step", None)
    return find(key) if find else None


def walk(kind: Kind, route: Route) -> Step | None:
    """What a route leads to, for hover and completion; None where the format has nothing."""
    found = None
    for key in route:
        found = step(kind, key)
        if found is None:
            return None
        kind = found.kind
    return found
