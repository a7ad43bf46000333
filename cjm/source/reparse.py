"""Reading a text again of which one line changed: only the entry that the line is in is parsed.

Whoever types waits for each key. What is not certainly the same as after a parse of the whole is
left to that: the result is None.
"""

from __future__ import annotations

import re
from bisect import bisect_right

from cjm.records import replace
from cjm.source.model import Source
from cjm.source.node import Entry, Node
from cjm.source.parse import parse
from cjm.system.reading import MAX_BYTES

_BREAKS = re.compile("[\r\n\x85\u2028\u2029]")
_ODD_BREAKS = re.compile("[\x85\u2028\u2029]")
_OUTER = re.compile("^[^ #\r\n]", re.MULTILINE)
"""A line that belongs to no entry below a key: a key at the top, a directive, a document's end."""
_DEEP = re.compile(r"^ {60}", re.MULTILINE)
MOST_BRACKETS = 40
"""Of an entry with more, nesting may reach its limit, which is that of the whole text."""


def reparse(before: Source, key: str, start: int, end: int, new: str) -> Source | None:
    """The source of a text after one edit, where that is within an entry below a key at the top.

    Args:
        before: What was read of the text before.
        key: The key at the top whose value is a mapping of entries, each on lines of its own.
        start: Where the edit begins, in the text before, a byte order mark counted.
        end: Where it ends.
        new: What stands there now.

    Returns:
        The same as `parse` gives of the new text; None where that is not certain from one entry.
    """
    start, end = start - before.marked, end - before.marked
    entries = _entries(before, key)
    if entries is None or start < 0 or _BREAKS.search(f"{before.text[start:end]}{new}"):
        return None
    if before.text[start - 1 : start] == "\r":
        return None  # it may part the end of a line, or make one of two
    text = f"{before.text[:start]}{new}{before.text[end:]}"
    found = _around(before, entries, before.lines.position(start)[0])
    if found is None or len(text.encode("utf-8", "replace")) > MAX_BYTES:
        return None
    name, first, after = found
    stop = len(text) if after is None else before.lines.offset(after, 1) + len(text)
    stop -= 0 if after is None else len(before.text)
    chunk = text[before.lines.offset(first, 1) : stop]
    if any(pattern.search(chunk) for pattern in (_OUTER, _ODD_BREAKS, _DEEP)):
        return None
    if chunk.count("[") + chunk.count("{") > MOST_BRACKETS:
        return None
    entry = _parsed("\n" * (first - 1) + chunk, name, entries[name])
    return None if entry is None else _with_entry(before, key, text, name, entry)


def _entries(source: Source, key: str) -> dict[str, Entry] | None:
    """The entries below a key, of a text read as it stands in which nothing is shared."""
    if not source.readable or source.faults or source.shared or source.text.startswith("%"):
        return None
    node = source.node((key,))
    is_block = node is not None and isinstance(node.value, dict) and node.end_mark is None
    return node.value if node is not None and is_block and len(node.value) > 1 else None


def _around(
    source: Source, entries: dict[str, Entry], line: int
) -> tuple[str, int, int | None] | None:
    """The entry that a line is in: its key, its first line, and the line after its last."""
    names = list(entries)
    lines = [entries[name].key.start_mark.line + 1 for name in names]
    nth = bisect_right(lines, line) - 1
    if nth < 0:
        return None
    if nth + 1 < len(names):
        after: int | None = lines[nth + 1]
    else:
        assert source.root is not None
        tops = sorted(each.key.start_mark.line + 1 for each in source.root.value.values())
        after = next((top for top in tops if top > lines[nth]), None)
    return None if after is not None and line >= after else (names[nth], lines[nth], after)


def _parsed(text: str, name: str, old: Entry) -> Entry | None:
    """The one entry of a text, where it takes the place of the old one and is as large."""
    source = parse(text)
    if not source.readable or source.faults or source.shared or source.root is None:
        return None
    value = source.root.value
    if not isinstance(value, dict) or list(value) != [name]:
        return None
    entry: Entry = value[name]
    at, before = entry.key.start_mark, old.key.start_mark
    same_place = (at.line, at.column) == (before.line, before.column)
    # More values might be too many for the whole text.
    return entry if same_place and _count(entry.node) == _count(old.node) else None


def _count(node: Node) -> int:
    """How many values a node holds, itself included."""
    count, waiting = 0, [node]
    while waiting:
        value = waiting.pop().value
        count += 1
        if isinstance(value, dict):
            waiting += (entry.node for entry in value.values())
        elif isinstance(value, list):
            waiting += value
    return count


def _with_entry(before: Source, key: str, text: str, name: str, entry: Entry) -> Source:
    """The same tree with one entry in another's place; what else there is stands where it stood."""
    root = before.root
    assert root is not None
    top: Entry = root.value[key]
    node = _copied(top.node, {**top.node.value, name: entry})
    value = {**root.value, key: Entry(top.key, node)}
    return replace(before, text=text, root=_copied(root, value), as_read=text)


def _copied(node: Node, value: dict[str, Entry]) -> Node:
    copy = Node(value, node.start_mark, node.end_mark, node.text, node.plain)
    copy.anchored = node.anchored
    return copy
