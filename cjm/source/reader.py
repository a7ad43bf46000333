"""PyYAML's events → nodes, iteratively, within limits that hold before anything grows."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from typing import Any

import yaml
from yaml import events

from cjm.source.model import Entry, Fault, Node, Span
from cjm.source.scalars import CORE_TAG, SCALAR_TAGS, scalar_value, tagged_value

MAX_VALUES = 50_000
MAX_DEPTH = 64
MAX_ALIASED = 10_000


class StopReading(Exception):
    """The text is over a limit or holds a second document."""


_COLLECTION_TAGS = {"map": CORE_TAG + "map", "seq": CORE_TAG + "seq"}


class Reader:
    """Turns events into nodes, iteratively, so that no nesting can exhaust the stack."""

    def __init__(self) -> None:
        self.faults: list[Fault] = []
        self.anchors: dict[str, Node] = {}
        self.open_anchors: dict[str, Span] = {}
        self.values = 0
        self.aliased = 0

    def read(self, text: str) -> Node | None:
        """The root of the one document, None where there is none. Raises StopReading."""
        return self._read(yaml.parse(text, Loader=_LOADER))

    def _read(self, stream: Iterator[events.Event]) -> Node | None:
        root: Node | None = None
        documents = 0
        for event in stream:
            if isinstance(event, events.DocumentStartEvent):
                documents += 1
                if documents > 1:
                    raise self._stopped(
                        "a second document", _span(event), "one journey a file: split it"
                    )
            elif isinstance(event, _VALUE_EVENTS):
                root = self._tree(event, stream)
        if root is not None and root.text == "" and root.plain:
            return None  # nothing but comments
        return root

    def _tree(self, event: events.Event, stream: Iterator[events.Event]) -> Node:
        """The value that `event` begins, with everything below it."""
        stack: list[_Collection] = []
        while True:
            done: Node | None
            if isinstance(event, events.ScalarEvent):
                done = self._scalar(event)
            elif isinstance(event, events.AliasEvent):
                done = self._alias(event)
            elif isinstance(event, events.CollectionEndEvent):
                done = self._close(stack.pop(), event)
            else:
                done = None
                if len(stack) >= MAX_DEPTH:
                    raise self._stopped(f"nested more than {MAX_DEPTH} deep", _span(event))
                stack.append(self._open(event))
            if done is not None:
                if not stack:
                    return done
                self._add(stack[-1], done)
            event = next(stream)

    def _count(self, event: events.Event) -> None:
        self.values += 1
        if self.values > MAX_VALUES:
            raise self._stopped(f"more than {MAX_VALUES:,} values".replace(",", " "), _span(event))

    def _scalar(self, event: events.ScalarEvent) -> Node:
        self._count(event)
        text: str = event.value
        plain = event.style is None or event.style == ""
        span = _scalar_span(event)
        value: Any = text
        if event.tag is None or (event.tag == "!" and plain and event.implicit[0]):
            value = scalar_value(text) if plain else text
        elif event.tag in SCALAR_TAGS:
            plain = False
            try:
                value = tagged_value(event.tag, text)
            except ValueError as error:
                self.faults.append(Fault(str(error), span, help="delete the tag"))
        else:
            self._foreign(event.tag, span)
        node = Node(value, span, text, plain)
        if event.anchor:
            self.anchors[event.anchor] = node
        return node

    def _alias(self, event: events.AliasEvent) -> Node:
        self._count(event)
        name, span = event.anchor, _span(event)
        if name in self.open_anchors:
            raise self._stopped(
                f"the alias *{name} stands inside what it repeats", span, "write it out"
            )
        target = self.anchors.get(name or "")
        if target is None:
            raise self._stopped(
                f"the alias *{name} has no anchor", span, f"put &{name} before a value above"
            )
            raise AssertionError
        self.aliased += target.size
        if self.aliased > MAX_ALIASED:
            limit = f"{MAX_ALIASED:,}".replace(",", " ")
            raise self._stopped(
                f"the aliases repeat more than {limit} values", span, "write fewer aliases"
            )
        node = Node(target.value, span, target.text, target.plain)
        node.size = target.size
        return node

    def _open(self, event: Any) -> _Collection:
        self._count(event)
        kind = "map" if isinstance(event, events.MappingStartEvent) else "seq"
        if event.tag not in (None, "!", _COLLECTION_TAGS[kind]):
            self._foreign(event.tag, _span(event))
        if event.anchor:
            self.open_anchors[event.anchor] = _span(event)
        return _Collection({} if kind == "map" else [], _span(event), event.anchor)

    def _close(self, collection: _Collection, event: events.Event) -> Node:
        # The end mark of a block collection overruns to the next token.
        last = collection.last or collection.span
        closing = _span(event)
        if closing[:2] != closing[2:]:  # a closing bracket
            span = Span(*collection.span[:2], *closing[2:])
        else:
            span = Span(*collection.span[:2], *last[2:])
        node = Node(collection.value, span)
        node.size = collection.size
        if collection.anchor:
            self.open_anchors.pop(collection.anchor, None)
            self.anchors[collection.anchor] = node
        return node

    def _add(self, collection: _Collection, node: Node) -> None:
        collection.size += node.size
        collection.last = node.span
        if isinstance(collection.value, list):
            collection.value.append(node)
        elif collection.key is None:
            collection.key = node
        else:
            key, collection.key = collection.key, None
            self._add_entry(collection.value, key, node)

    def _add_entry(self, mapping: dict[str, Entry], key: Node, node: Node) -> None:
        if key.text is None:
            help = "write the key as plain text"
            self.faults.append(Fault("a key must be text, not a list or mapping", key.span, help))
            return
        name = key.text if key.text.isascii() else unicodedata.normalize("NFC", key.text)
        if name == "<<" and key.plain:
            help = "write the keys out, or repeat whole values with &anchor and *alias"
            self.faults.append(Fault("merge keys (<<) are not YAML 1.2", key.span, help))
        elif name in mapping:
            first = mapping[name].key_span
            self.faults.append(
                Fault(
                    f"the key {name!r} is given twice",
                    key.span,
                    help="keep one of the two",
                    related=((f"{name!r} is given here first", first),),
                )
            )
        else:
            mapping[name] = Entry(key.span, node)

    def _foreign(self, tag: str, span: Span) -> None:
        shown = "!!" + tag.removeprefix(CORE_TAG) if tag.startswith(CORE_TAG) else tag
        help = "delete it: journeys hold plain text, numbers, lists and mappings"
        self.faults.append(Fault(f"the tag {shown} is not allowed", span, help))

    def _stopped(self, message: str, span: Span, help: str | None = None) -> StopReading:
        self.faults.append(Fault(message, span, help))
        return StopReading()


class _Collection:
    """A list or mapping whose end has not been met yet."""

    __slots__ = ("anchor", "key", "last", "size", "span", "value")

    def __init__(self, value: Any, span: Span, anchor: str | None) -> None:
        self.value = value
        self.span = span
        self.anchor = anchor
        self.key: Node | None = None
        self.last: Span | None = None
        self.size = 1


_VALUE_EVENTS = (
    events.ScalarEvent,
    events.AliasEvent,
    events.SequenceStartEvent,
    events.MappingStartEvent,
)


_LOADER: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
"""libyaml where PyYAML was built with it (every wheel is), else the same events, more slowly."""


_OPENING_EVENTS = (events.CollectionStartEvent, events.DocumentStartEvent)


def _span(event: events.Event) -> Span:
    start: Any = event.start_mark
    end: Any = event.end_mark
    if isinstance(event, _OPENING_EVENTS):
        return Span(start.line + 1, start.column + 1, start.line + 1, start.column + 2)
    return Span(start.line + 1, start.column + 1, end.line + 1, end.column + 1)


def _scalar_span(event: events.ScalarEvent) -> Span:
    span = _span(event)
    if event.style in ("|", ">"):
        # The end mark overruns to the next token: the sign that opens the block is the place.
        return Span(span.line, span.column, span.line, span.column + 1)
    return span
