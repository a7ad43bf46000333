"""Edits of names: one in the place of another, wherever that stands in a text."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from cjm.edits import Edit
from cjm.edits.anatomy import Anatomy
from cjm.edits.proof import proved
from cjm.edits.writing import key_text, scalar_text
from cjm.source import Node, Source


def edits_of(source: Source, places: Iterable[Node], new: str) -> tuple[Edit, ...]:
    """The edits that write a new name at places where an old one stands.

    Args:
        source: A file without faults; what was measured may be among them.
        places: The nodes of it that are the name: keys or values.
        new: What shall stand there, quoted where it would be read as something else.

    Returns:
        Edits by offsets in the file.

    Raises:
        UsageError: An alias shares the text of one of them with something else; or the file has
            faults.
    """
    text = Anatomy(source, overlay=True)
    nodes = list(places)
    meant = {id(node) for node in nodes}
    edits: dict[int, Edit] = {}
    keys = _keys(source.root)
    for node in nodes:
        own = text.anchored(node)
        text.refuse_used_otherwise(own, meant)
        # What an alias repeats of a key is a value there: 404 would be a number.
        written = (
            key_text(new) if id(own) in keys and not text.is_anchored(own) else scalar_text(new)
        )
        start = text.text_start(own)
        edits[start] = Edit(start, text.end(own), written)
    assert source.root is not None
    return proved(source, edits.values(), _renamed(source.root, meant, new))


def _keys(node: Node | None) -> set[int]:
    """The keys of all mappings, by their `id()`."""
    found: set[int] = set()
    waiting = [node] if node else []
    while waiting:
        value = waiting.pop().value
        if isinstance(value, dict):
            found |= {id(entry.key) for entry in value.values()}
            waiting += [entry.node for entry in value.values()]
        elif isinstance(value, list):
            waiting += value
    return found


def _renamed(node: Node, meant: set[int], new: str) -> Any:
    """The data of a value, those of its texts renamed that are meant."""
    if id(node) in meant:
        return new
    if isinstance(node.value, dict):
        return {
            new if id(entry.key) in meant else key: _renamed(entry.node, meant, new)
            for key, entry in node.value.items()
        }
    if isinstance(node.value, list):
        return [_renamed(item, meant, new) for item in node.value]
    return node.value
