"""Mappings of several kinds: one key says which of the records they are."""

from collections.abc import Mapping
from typing import Any

from cjm.format.context import Context
from cjm.format.kinds import INVALID, Schema, Step, unmapped
from cjm.format.record import Record
from cjm.format.texts import OneOf
from cjm.i18n import Message, say
from cjm.source import Node
from cjm.tuples import NamedTuple


class Tagged(NamedTuple):
    """One of `records`, by the word that stands under `key`; `doc` says what that word is."""

    key: str
    records: Mapping[str, Record]
    doc: Message
    noun: Message = say("a mapping")

    def decode(self, node: Node, at: Node, context: Context) -> Any:
        """What the record makes, the word among it."""
        if not isinstance(node.value, dict):
            return unmapped(self.noun, node, at, context)
        entry = node.value.get(self.key)
        if entry is None:
            return self._untold(node, at, context)
        word = self._words.decode(entry.node, entry.key, context)
        return word if word is INVALID else self.records[word].decode(node, at, context)

    def _untold(self, node: Node, at: Node, context: Context) -> Any:
        """Note that nothing says which it is; a key may be misspelt."""
        from cjm.format.keys import key_meant

        for key, entry in node.value.items():
            if remedy := key_meant(key, (self.key,), context.nearest(key, (self.key,))):
                context.fault(say("unknown key {key!r}", key=key), entry.key, remedy=remedy)
                return INVALID
        context.fault(say("{key!r} is missing", key=self.key), at, self.doc)
        return INVALID

    @property
    def _words(self) -> OneOf:
        return OneOf(tuple(self.records), tuple(record.title for record in self.records.values()))

    def encode(self, value: Any) -> Any:
        """What the record of that word writes."""
        return self.records[value[self.key]].encode(value)

    def step(self, key: str | int) -> Step | None:
        """The word that says which it is; else a field of the first record that has it."""
        if key == self.key:
            return Step(str(key), self.doc, self._words, required=True)
        steps = (record.step(key) for record in self.records.values())
        return next(filter(None, steps), None)

    def schema(self, defs: dict[str, Schema]) -> Schema:
        """An object that keeps to the record of its word."""
        return {
            "type": "object",
            "required": [self.key],
            "properties": {self.key: {"description": self.doc, **self._words.schema(defs)}},
            "allOf": [
                {
                    "if": {"properties": {self.key: {"const": word}}},
                    "then": record.schema(defs),
                }
                for word, record in self.records.items()
            ],
        }
