"""Kinds of values: each decodes a node to a Python value, encodes it again, and describes itself.

`decode(node, at, context)` returns the value, or INVALID after noting why; `at` is the key the
node belongs to, where something missing is reported. `encode(value)` returns plain data that
decodes to an equal value, in the shortest form, or INVALID where this kind cannot say it.
"""

from collections.abc import Callable
from typing import Any, Protocol

from cjm.format.context import Context
from cjm.format.remedy import Remedy
from cjm.i18n import Message, say
from cjm.i18n.characters import clipped
from cjm.source import Node, Route
from cjm.tuples import NamedTuple

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


def titled(kind: Kind, defs: dict[str, Schema]) -> Schema:
    """The schema of a form of a value, with a title where its definition has none."""
    schema = kind.schema(defs)
    return schema if "$ref" in schema else {"title": kind.noun, **schema}


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
    return say("{text!r}", text=clipped(node.text or "", 40))


def expected(
    kind_noun: Message,
    node: Node,
    at: Node,
    context: Context,
    help: Message | None = None,
    remedy: Remedy | None = None,
) -> Any:
    """Note that something else was expected here; returns INVALID."""
    empty = node.plain and not node.text
    if empty and help is None:
        help = say("give it a value or delete the key")
    message = say("expected {what}, not {found}", what=kind_noun, found=shown(node))
    if help is None and remedy is None and not empty:
        help, remedy = _way_out(node, at, context)
    context.fault(message, at if empty else node, help, remedy=remedy)
    return INVALID


def _way_out(node: Node, at: Node, context: Context) -> tuple[Message | None, Remedy | None]:
    """What stands there in the form that is wanted, as far as that is known."""
    from cjm.format.examples import form_of, right_form

    if help := form_of(at.text, node, context.forms) or right_form(context.field, context.forms):
        return help, None
    if isinstance(node.value, list) and len(node.value) == 1 and (text := node.value[0].text):
        in_brackets = node.end_mark is not None
        from cjm.source.lookalikes import without_unseen

        help = say("write it alone: {text}", text=without_unseen(text))
        return None, Remedy(help, text if in_brackets and node.value[0].plain else None)
    return None, None


def unmapped(
    kind_noun: Message, node: Node, at: Node, context: Context, help: Message | None = None
) -> Any:
    """Note that a mapping was expected here, and that a slip may have made a text of it."""
    if node.plain and node.text:
        context.unmapped.append(node)
    return expected(kind_noun, node, at, context, help)


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
