"""PyYAML's events → nodes, iteratively, within limits that hold before anything grows."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable
from typing import Any

import yaml
from yaml import events

from cjm.diagnostics import Beside, Diagnostic, Span
from cjm.i18n import Message, say
from cjm.i18n.characters import clipped
from cjm.source.faults import fault, spaced
from cjm.source.lines import Lines
from cjm.source.lookalikes import is_unseen
from cjm.source.node import Entry, Node
from cjm.source.scalars import CORE_TAG, SCALAR_TAGS, scalar_value, tagged_value
from cjm.tuples import NamedTuple

MAX_VALUES = 50_000
MAX_DEPTH = 64
MAX_ALIASED = 10_000
MAX_ALIASED_LENGTH = 1_000_000
_TOO_DEEP = say("nested more than {most} deep", most=MAX_DEPTH)

_ENDS = (events.MappingEndEvent, events.SequenceEndEvent)
_COLLECTION_TAGS = {
    events.MappingStartEvent: CORE_TAG + "map",
    events.SequenceStartEvent: CORE_TAG + "seq",
}


def loader() -> Any:
    """libyaml where PyYAML was built with it (every wheel is), else the same, more slowly."""
    if in_c := getattr(yaml, "CSafeLoader", None):
        return in_c
    from cjm.source.scanner import PurePythonParser

    return PurePythonParser


class StopReading(Exception):
    """The text is over a limit or holds a second document."""


class Reader:
    """Turns events into nodes, iteratively, so that no nesting can exhaust the stack."""

    def __init__(self, text: str) -> None:
        self.faults: list[Diagnostic] = []
        self._loader = loader()(text)
        self._stack: list[_Collection] = []
        self._anchors: dict[str, Node] = {}
        self._open_anchors: dict[str, _Collection] = {}
        self.unseen: Node | None = None
        self.shared: list[Node] = []
        """The first key that begins with a sign nobody sees: an indent that is none."""
        self._values = 0
        self._aliased = _Size(0, 0, 0)

    def read(self) -> Node | None:
        """The root of the one document, None where there is none.

        Raises StopReading, its fault noted, and yaml.YAMLError.
        """
        try:
            return self._document(self._loader.get_event)
        finally:
            self._loader.dispose()

    def _document(self, next_event: Callable[[], Any]) -> Node | None:
        root: Node | None = None
        documents = 0
        while not isinstance(event := next_event(), events.StreamEndEvent):
            if isinstance(event, events.DocumentStartEvent):
                documents += 1
                if documents > 1:
                    help = say("one journey a file: split it")
                    raise self._stopped(say("a second document"), _start_of(event), help)
            elif isinstance(event, events.NodeEvent):
                root = self._tree(event, next_event)
        if root is not None and root.text == "" and root.plain:
            return None  # nothing but comments
        return root

    def _tree(self, event: Any, next_event: Callable[[], Any]) -> Node:
        """The value that `event` begins, with everything below it."""
        stack = self._stack
        while True:
            kind = type(event)
            if kind is events.ScalarEvent:
                node = self._scalar(event)
            elif kind in _ENDS:
                node = self._close(stack.pop(), event)
            elif kind is events.AliasEvent:
                node = self._alias(event, len(stack))
            else:
                self._hold_to_depth(len(stack) + 1, event)
                stack.append(self._open(event))
                event = next_event()
                continue
            if not stack:
                return node
            parent = stack[-1]
            if parent.items is not None:
                parent.items.append(node)
            elif parent.key is None:
                parent.key = node
            else:
                self._add_entry(parent.entries, parent.key, node)
                parent.key = None
            event = next_event()

    def too_deep(self, before: str) -> Diagnostic | None:
        """The fault where reading ended at more brackets than may stand inside each other.

        A parser reads ahead, and may refuse what it has not yet told of. `before` is the text up
        to the sign that it refused.
        """
        brackets = len(before) - len(before.rstrip("[{"))
        left = MAX_DEPTH - len(self._stack)
        if brackets <= left:
            return None
        line, column = Lines(before).position(len(before) - brackets + left)
        return fault(_TOO_DEEP, Span(line, column, line, column + 1))

    def _hold_to_depth(self, depth: int, event: Any) -> None:
        if depth > MAX_DEPTH:
            raise self._stopped(_TOO_DEEP, _start_of(event))

    def _count(self, event: events.Event) -> None:
        self._values += 1
        if self._values > MAX_VALUES:
            message = say("more than {most} values", most=spaced(MAX_VALUES))
            raise self._stopped(message, _start_of(event))

    def _scalar(self, event: Any) -> Node:
        self._count(event)
        text: str = event.value
        plain = not event.style
        node = Node(text, event.start_mark, event.end_mark, text, plain)
        if not plain and event.style in "|>":
            node.end_mark = None  # it overruns to the next token: the sign is the place
        if event.tag is not None and not (event.tag == "!" and plain and event.implicit[0]):
            self._tagged(node, event.tag)
        elif plain:
            node.value = scalar_value(text)
        if event.anchor:
            self._open_anchors.pop(event.anchor, None)  # from here on the name means this
            self._anchors[event.anchor] = node
            start, end = event.start_mark, event.end_mark
            if node.plain and text and start.line == end.line:
                node.anchored = end.column - len(text) - start.column
        return node

    def _tagged(self, node: Node, tag: str) -> None:
        node.plain = False
        if tag not in SCALAR_TAGS:
            self._foreign(tag, node.span)
            return
        try:
            node.value = tagged_value(tag, node.text or "")
        except ValueError as error:
            self.faults.append(fault(error.args[0], node.span, help=say("delete the tag")))

    def _alias(self, event: Any, depth: int) -> Node:
        self._count(event)
        name = event.anchor
        node = Node(None, event.start_mark, event.end_mark)
        if name in self._open_anchors:
            message = say("the alias *{name} stands inside what it repeats", name=name)
            raise self._stopped(message, node.span, say("write it out"))
        target = self._anchors.get(name)
        if target is None:
            message = say("the alias *{name} has no anchor", name=name)
            help = say("put &{name} before a value above", name=name)
            raise self._stopped(message, node.span, help)
        size = _size(target, MAX_ALIASED - self._aliased.values + 1)
        self._hold_to_depth(depth + size.depth, event)
        self._aliased = _Size(
            self._aliased.values + size.values, self._aliased.length + size.length, 0
        )
        help = say("write fewer aliases")
        if self._aliased.values > MAX_ALIASED:
            message = say("the aliases repeat more than {most} values", most=spaced(MAX_ALIASED))
            raise self._stopped(message, node.span, help)
        if self._aliased.length > MAX_ALIASED_LENGTH:
            most = spaced(MAX_ALIASED_LENGTH)
            message = say("the aliases repeat more than {most} characters", most=most)
            raise self._stopped(message, node.span, help)
        node.value, node.text, node.plain = target.value, target.text, target.plain
        self.shared += (target, node)
        return node

    def _open(self, event: Any) -> _Collection:
        self._count(event)
        tag = event.tag
        if tag is not None and tag not in ("!", _COLLECTION_TAGS[type(event)]):
            self._foreign(tag, _start_of(event))
        collection = _Collection(event)
        if event.anchor:
            self._open_anchors[event.anchor] = collection
        return collection

    def _close(self, collection: _Collection, event: Any) -> Node:
        opening = collection.event
        # The end mark of a block collection overruns to the next token.
        end = event.end_mark if opening.flow_style else None
        value: Any = collection.entries if collection.items is None else collection.items
        node = Node(value, opening.start_mark, end)
        if self._open_anchors.get(opening.anchor) is collection:
            del self._open_anchors[opening.anchor]
            self._anchors[opening.anchor] = node
        return node

    def _add_entry(self, mapping: dict[str, Entry], key: Node, node: Node) -> None:
        if key.text is None:
            message = say("a key must be text, not a list or mapping")
            self.faults.append(fault(message, key.span, say("write the key as plain text")))
            return
        name = key.text
        if not name.isascii():
            name = unicodedata.normalize("NFC", name)
            if key.plain and is_unseen(name[0]):
                self.unseen = self.unseen or key
        if name == "<<" and key.plain:
            help = say("write the keys out, or repeat whole values with &anchor and *alias")
            self.faults.append(fault(say("merge keys (<<) are not YAML 1.2"), key.span, help))
        elif name in mapping:
            first = say("{name!r} is given here first", name=clipped(name, 40))
            related = (Beside(first, mapping[name].key.span),)
            message = say("the key {name!r} is given twice", name=clipped(name, 40))
            self.faults.append(fault(message, key.span, say("keep one of the two"), related))
        else:
            mapping[name] = Entry(key, node)

    def _foreign(self, tag: str, span: Span) -> None:
        shown = "!!" + tag.removeprefix(CORE_TAG) if tag.startswith(CORE_TAG) else tag
        help = say("delete it: journeys hold plain text, numbers, lists and mappings")
        self.faults.append(fault(say("the tag {tag} is not allowed", tag=shown), span, help))

    def _stopped(self, message: Message, span: Span, help: Message | None = None) -> StopReading:
        self.faults.append(fault(message, span, help))
        return StopReading()


class _Collection:
    """A list or mapping whose end has not been met yet."""

    __slots__ = ("entries", "event", "items", "key")

    def __init__(self, event: Any) -> None:
        self.event = event
        self.key: Node | None = None
        self.entries: dict[str, Entry] = {}
        self.items: list[Node] | None = [] if type(event) is events.SequenceStartEvent else None


class _Size(NamedTuple):
    """What a node holds: values, characters of text, collections inside each other."""

    values: int
    length: int
    depth: int


def _size(node: Node, most: int) -> _Size:
    """The size of a node, itself included; counting stops at `most` values."""
    values = length = deepest = 0
    waiting = [(node, 0)]
    while waiting and values < most:
        node, depth = waiting.pop()
        values += 1
        length += len(node.text or "")
        if isinstance(node.value, dict):
            length += sum(map(len, node.value))
            waiting += [(entry.node, depth + 1) for entry in node.value.values()]
        elif isinstance(node.value, list):
            waiting += [(item, depth + 1) for item in node.value]
        deepest = max(deepest, depth + (node.text is None))
    return _Size(values, length, deepest)


def _start_of(event: Any) -> Span:
    """The first character of what an event begins."""
    mark = event.start_mark
    return Span(mark.line + 1, mark.column + 1, mark.line + 1, mark.column + 2)
