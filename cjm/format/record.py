"""Records: mappings with known keys, each with a kind of value of its own."""

import re
from collections.abc import Callable, Collection, Mapping
from functools import cached_property
from typing import Any

from cjm.format.commas import split_by_comma, without_comma
from cjm.format.context import Context
from cjm.format.joining import joined
from cjm.format.kinds import INVALID, Kind, Schema, Step, titled, unmapped
from cjm.format.lanes import one_or_all, own_texts
from cjm.format.remedy import Remedy
from cjm.format.snippets import Snippet
from cjm.format.suggestions import listed
from cjm.format.titles import TITLES
from cjm.i18n import Message, say
from cjm.i18n.characters import clipped
from cjm.journey.shorthands import said
from cjm.records import dataclass, field
from cjm.source import Node
from cjm.source.lookalikes import without_unseen
from cjm.tuples import NamedTuple


class Field(NamedTuple):
    """One key of a record: its kind of value and what it means, in one sentence.

    `default` is what holds where the key is absent, `snippets` what an editor inserts.
    """

    kind: Kind
    doc: Message
    required: bool = False
    default: Any = None
    snippets: tuple[Snippet, ...] = ()

    def schema(self, defs: dict[str, Schema]) -> Schema:
        """What the kind says, and what editors show and insert."""
        schema: Schema = {"description": self.doc}
        if self.default is not None:
            schema["default"] = self.default
        if self.snippets:
            schema["defaultSnippets"] = [snippet.schema for snippet in self.snippets]
        return {**schema, **titled(self.kind, defs)}


@dataclass(frozen=True)
class Record:
    """A mapping with known keys; keys that begin with `x-` are the author's own.

    `make(**values)` builds the result from the keys given: a part, or a dict for what stands
    around it; `verify` may note more faults. Of the keys `either` one must be there. Where `lanes`,
    texts under the author's own keys are read too: rows of the map may be made of them.
    """

    name: str
    fields: Mapping[str, Field]
    make: Callable[..., Any] = dict
    verify: Callable[[Node, Node, Context], None] | None = None
    empty: bool = False
    either: tuple[str, ...] = ()
    lanes: bool = False
    snippets: tuple[Snippet, ...] = ()
    noun: Message = field(default=say("a mapping"))

    @property
    def title(self) -> Message:
        """What it is, in a few words."""
        return TITLES[self.name]

    def decode(self, node: Node, at: Node, context: Context) -> Any:
        """What `make` builds."""
        if self.empty and node.value is None and node.plain:
            return self.make()
        if not isinstance(node.value, dict):
            help = _unspaced(node) or self._as_title(node, at)
            return unmapped(self.noun, node, at, context, help)
        before = len(context.faults)
        meant: set[str | None] = set()
        values: dict[str, Any] = {}
        previous: Node | None = None
        for key, (place, value) in joined(node.value, self._kind_of).items():
            known = self.fields.get(key)
            if known is not None:
                context.field, context.beside = key, node
                values[key] = known.kind.decode(value, place, context)
            elif not key.startswith("x-"):
                cut = split_by_comma(previous, key, node.value[key])
                help, remedy = (cut, None) if cut else self._meant(key, context)
                fixes = without_comma(previous, key, node.value[key]) if cut else ()
                unknown = say("unknown key {key!r}", key=key)
                context.fault(unknown, place, help, remedy=remedy, fixes=fixes)
                meant.add(remedy and remedy.text)
            previous = value
        if self.lanes:
            values |= own_texts(node.value, context)
        self._require({*node.value, *meant}, at, context)
        if self.verify:
            self.verify(node, at, context)
        return INVALID if len(context.faults) > before else self.make(**values)

    def _as_title(self, node: Node, at: Node) -> Message | None:
        """A way out where the title alone stands in place of the whole."""
        name = next((key for key in ("title", "name") if key in self.fields), None)
        if not node.text or name is None or not isinstance(node.value, str) or not at.text:
            return None
        text = without_unseen(f"{at.text}: {{{name}: {clipped(node.text, 40)}}}")
        return say("write it so: {text}", text=text)

    def _kind_of(self, key: str) -> Kind | None:
        known = self.fields.get(key)
        return known and known.kind

    def _require(self, given: Collection[str | None], at: Node, context: Context) -> None:
        """Tell which keys are missing."""
        missing = [key for key in self._required if key not in given]
        if self.either and not any(key in given for key in self.either):
            missing.append(self.either[0])
        for key in missing:
            context.fault(say("{key!r} is missing", key=key), at, self.fields[key].doc)

    def encode(self, value: Any) -> Any:
        """A dict of what is said, in the order of the table; None where that may stand empty."""
        values = value if isinstance(value, dict) else said(value)
        data = {
            key: known.kind.encode(values[key])
            for key, known in self.fields.items()
            if values.get(key) not in (None, ())
        }
        if self.lanes:
            data |= {own.lane: one_or_all(own.texts) for own in values.get("lanes", ())}
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

    def _meant(self, key: str, context: Context) -> tuple[Message | None, Remedy | None]:
        """What to do about an unknown key: what it means, else which keys there are."""
        from cjm.format.keys import key_meant

        if remedy := key_meant(key, self.fields, context.nearest(key, self.fields)):
            return None, remedy
        known = listed(self.fields, say("the keys here"))  # none is near, or there are too many
        if known is None:
            return say("your own keys begin with x-"), None
        return say("{known}; your own keys begin with x-", known=known), None

    def schema(self, defs: dict[str, Schema]) -> Schema:
        """A reference to this record's definition."""
        if self.name not in defs:
            defs[self.name] = {}  # keeps its place while its parts are described
            defs[self.name] = self._definition(defs)
        return {"$ref": f"#/$defs/{self.name}"}

    def _definition(self, defs: dict[str, Schema]) -> Schema:
        schema: Schema = {
            "title": self.title,
            "type": ["object", "null"] if self.empty else "object",
            "properties": {key: known.schema(defs) for key, known in self.fields.items()},
            "patternProperties": {"^x-": {"description": say("A key of your own.")}},
            "additionalProperties": False,
        }
        if self._required:
            schema["required"] = list(self._required)
        if self.either:  # not anyOf: editors would show its forms in place of the record's title
            first, *others = self.either
            schema["if"] = {"not": {"anyOf": [{"required": [key]} for key in others]}}
            schema["then"] = {"required": [first]}
        if self.snippets:
            schema["defaultSnippets"] = [snippet.schema for snippet in self.snippets]
        return schema


def _unspaced(node: Node) -> Message | None:
    """A way out where a key and its value stand in one, without a space after the colon."""
    found = re.match(r"([^\W\d][\w.-]*):[^\s/]", node.text or "")
    return say("put a space after the colon of {key}", key=found[1]) if found else None


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
