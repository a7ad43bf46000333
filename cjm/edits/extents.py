"""Extents: where the entries of a block mapping begin and end, told by the marks of their nodes.

What the tokens of a text tell of every part of it (`cjm.edits.anatomy`), at a fraction of its
price: whoever types waits for it with each key.
"""

from __future__ import annotations

import re

from cjm.edits.anatomy import Anatomy
from cjm.source import Entry, Node, Source
from cjm.source.block_scalars import block_at
from cjm.source.lines import LINE_BREAK

Stretch = tuple[int, int]
_COLON = re.compile(r"\s*:")
_PROPERTIES = re.compile(r"(?:[&!]\S*\s+)*")
_QUESTION = re.compile(r"^\s*(?:- +)*\?\s", re.MULTILINE)


class _Untold(Exception):
    """What no mark tells."""


def extents(source: Source, key: str) -> dict[str, Stretch]:
    """Of each entry below a key at the top where it begins and ends, by the entries' keys.

    Args:
        source: A text without faults.
        key: One of its keys.

    Returns:
        Offsets in the text without a byte order mark; nothing where there is no mapping.
    """
    node = source.node((key,))
    if node is None or not isinstance(node.value, dict):
        return {}
    try:
        if _QUESTION.search(source.text):
            raise _Untold
        found = {}
        for name, entry in node.value.items():
            start = _offset(source, entry.key.start_mark)
            found[name] = (start, _end(source, entry))
    except _Untold:
        parts = Anatomy(source).parts(node)
        return {name: (p.start, p.end) for name, p in zip(node.value, parts, strict=True)}
    return found


def _end(source: Source, entry: Entry) -> int:
    """Past the last sign of an entry."""
    key, node = entry.key, entry.node
    behind = _offset(source, key.end_mark)
    colon = _COLON.match(source.text, behind)
    if node.end_mark is not None:
        start, end = node.start_mark, node.end_mark
        if node.text == "" and (start.line, start.column) == (end.line, end.column):
            return colon.end() if colon else behind
        return _offset(source, end)
    if node.text is not None:
        return _block_end(source, node, key.start_mark.column)
    if isinstance(node.value, dict):
        return _end(source, node.value[next(reversed(node.value))])
    return _item_end(source, node.value[-1])


def _item_end(source: Source, node: Node) -> int:
    """Past the last sign of an item of a list; what stands for nothing has no place of its own."""
    if node.end_mark is not None and node.text != "":
        return _offset(source, node.end_mark)
    if isinstance(node.value, dict):
        return _end(source, node.value[next(reversed(node.value))])
    raise _Untold


def _block_end(source: Source, node: Node, column: int) -> int:
    """Past the last line of a block scalar below a key in a column, without its break."""
    found = _PROPERTIES.match(source.text, _offset(source, node.start_mark))
    sign = found.end() if found else 0
    if source.text[sign : sign + 1] not in ("|", ">"):
        raise _Untold
    block = block_at(source.text, sign, column)
    if not block.lines:
        return block.header_end
    if source.text[: block.end].endswith("\r\n"):
        return block.end - 2
    return block.end - (LINE_BREAK.fullmatch(source.text[block.end - 1 : block.end]) is not None)


def _offset(source: Source, mark: object) -> int:
    return source.lines.offset(mark.line + 1, mark.column + 1)  # type: ignore[attr-defined]
