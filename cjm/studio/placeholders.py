"""Placeholders: comments of a template that hold a place for a field, such as `# owner:`."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection
from typing import Any

from cjm.diagnostics import Route
from cjm.edits import Edit, apply
from cjm.edits.anatomy import Anatomy
from cjm.edits.proof import changed, proved
from cjm.edits.writing import entry_lines, key_text
from cjm.source import Node, Source, parse

PLACEHOLDER = re.compile(r"^( *)# ?([\w-]+):[ \t]*(?=\r?$)", re.MULTILINE)
COMMENTS = re.compile(r"([ \t]*#.*\r?\n)+")
Stretch = tuple[int, int]


def filled(
    source: Source, route: Route, key: str, value: Any, before: Collection[str]
) -> tuple[Edit, ...] | None:
    """The edits that put a field in the place of its placeholder, or behind that of a brother.

    Args:
        source: The text, without faults.
        route: The way to a mapping that lacks the field.
        key: The field.
        value: As of `cjm.edits.setting.set_value`.
        before: The fields that the format lists before it.

    Returns:
        Edits by offsets in the file; None where no placeholder tells of a place.
    """
    text = Anatomy(source)
    node = text.collection(route)
    if text.is_flow(node) or not node.value:
        return None
    places = _placeholders(text, node)
    parts = text.parts(node)
    column = text.column(parts[0].start)
    lines = entry_lines(f"{' ' * column}{key_text(key)}:", value, column)
    if key in places:
        edit = Edit(*places[key], text.line_break.join(lines))
    else:
        _, place = max(
            (
                *((part.start, None) for part in parts if part.key and part.key.text in before),
                *((start, (start, end)) for each, (start, end) in places.items() if each in before),
            ),
            default=(0, None),
        )
        if place is None:
            return None
        _, end = place
        edit = Edit(end, end, "".join(f"{text.line_break}{line}" for line in lines))
    nth = sum(part.start < edit.start for part in parts)
    assert source.root is not None

    def add(data: Any) -> Any:
        entries = list(data.items())
        return dict([*entries[:nth], (key, value), *entries[nth:]])

    return proved(source, [edit], changed(source.root.data, route, add))


def kept(source: Source, edits: tuple[Edit, ...]) -> tuple[Edit, ...]:
    """The edits that remove a field, but for the placeholders above it: they are of others."""
    if len(edits) != 1 or edits[0].text:
        return edits
    text, ((start, end, _),) = "\ufeff" * source.marked + source.text, edits
    comments = COMMENTS.match(text, start, end)
    if comments is None or not PLACEHOLDER.search(comments[0]):
        return edits
    after = parse(apply(text, edits)).root
    assert after is not None
    marked = int(source.marked)
    return proved(source, [Edit(comments.end() - marked, end - marked, "")], after.data)


def _placeholders(text: Anatomy, node: Node) -> dict[str, Stretch]:
    """Where those of a block stand, by their fields; none of which there are several."""
    parts = text.parts(node)
    column = text.column(parts[0].start)
    first = text.line_start(parts[0].start)
    found = [
        (each[2], each.span())
        for each in PLACEHOLDER.finditer(text.text, first, _below(text, node))
        if len(each[1]) == column
        and each[2] not in node.value
        and not any(part.start <= each.start() < part.end for part in parts)
    ]
    counts = Counter(field for field, _ in found)
    return {field: stretch for field, stretch in found if counts[field] == 1}


def _below(text: Anatomy, node: Node) -> int:
    """Where blank lines and comments below a block end."""
    place = text.next_line(text.end(node))
    while place < len(text.text):
        line = text.text[place : text.line_end(place)].strip()
        if line and not line.startswith("#"):
            break
        place = text.next_line(place)
    return place
