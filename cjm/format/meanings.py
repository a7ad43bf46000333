"""Meanings: ids, and the words that stand for each of them in a column of data."""

from collections.abc import Iterator, Mapping
from typing import Any

from cjm.diagnostics import Beside
from cjm.format.common import TEXTS
from cjm.format.context import Context
from cjm.format.kinds import INVALID, Schema, Step
from cjm.format.mappings import MapOf
from cjm.i18n import Message, say
from cjm.journey import as_id
from cjm.source import Entry, Node
from cjm.tuples import NamedTuple


class Meanings(NamedTuple):
    """A mapping of ids to a word or several; no word may stand for two of them."""

    noun: Message = say("a mapping of ids to words")

    def decode(self, node: Node, at: Node, context: Context) -> Any:
        """Pairs of an id and its words."""
        before = len(context.faults)
        pairs = self._map.decode(node, at, context)
        if isinstance(node.value, dict):
            refuse_two_meanings(node.value, context)
        return INVALID if len(context.faults) > before else pairs

    @property
    def _map(self) -> MapOf:
        return MapOf(TEXTS, tuple, self.noun)

    def encode(self, value: Any) -> Any:
        """The words by their ids."""
        return self._map.encode(value)

    def step(self, key: str | int) -> Step | None:
        """The words of an id."""
        return self._map.step(key)

    def schema(self, defs: dict[str, Schema]) -> Schema:
        """An object of texts and lists of them."""
        return self._map.schema(defs)


def refuse_two_meanings(entries: Mapping[str, Entry], context: Context) -> None:
    """Note each word that stands for an id where it already stands for another one."""
    first: dict[str, tuple[str, Node]] = {}
    for id, word, place in _words(entries):
        other, where = first.setdefault(word, (id, place))
        if other != id:
            message = say(
                "{word!r} stands for {id!r} and for {other!r}", word=word, id=id, other=other
            )
            related = (Beside(say("{name!r} is given here first", name=word), where.span),)
            context.fault(message, place, say("keep one"), related)


def _words(entries: Mapping[str, Entry]) -> Iterator[tuple[str, str, Node]]:
    """Each id, each of its words, and where that stands."""
    for id, (_, node) in entries.items():
        for item in node.value if isinstance(node.value, list) else (node,):
            if item.text:
                yield id, as_id(item.text), item
