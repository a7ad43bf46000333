"""Carrying: touchpoints that were renamed are so in overlays, and where data are described."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Sequence

from cjm.authoring.naming import TOUCHPOINT, names_of
from cjm.authoring.renaming import rename
from cjm.authoring.renaming_in_data import (
    DataChange,
    JourneyText,
    Renaming,
    data_file,
    is_named,
    keeps,
    rename_in_data,
)
from cjm.edits import apply
from cjm.errors import UsageError
from cjm.format import as_id
from cjm.i18n import say
from cjm.project.finding_definition import content_of
from cjm.source import Source, parse
from cjm.tuples import NamedTuple

Renamed = Sequence[tuple[str, str]]
"""What was called otherwise since the text was read, in order: the id before, and after."""


def renamed_of(data: Iterable[object]) -> Renamed:
    """Renames from plain data, pairs of ids. Raises UsageError for whatever is none."""
    pairs = []
    for pair in data:
        if not isinstance(pair, list) or [type(id) for id in pair] != [str, str]:
            raise UsageError(say("{key!r} has no such value", key="renamed"))
        pairs.append((as_id(pair[0]), as_id(pair[1])))
    return pairs


def carried(text: str, renamed: Renamed, overlay: bytes) -> bytes:
    """An overlay that names touchpoints as a text does by now.

    Args:
        text: What the journey's file shall hold.
        renamed: What was renamed, also what was renamed back since.
        overlay: What the overlay holds.

    Returns:
        What it shall hold; what nobody renamed stays as it is.

    Raises:
        UsageError: It has faults, or an alias in it stands for more than the id.
    """
    for old, new in _led(text, renamed).items():
        source = parse(overlay)
        if any((name.kind, name.id) == (TOUCHPOINT, old) for name in names_of(source).names):
            edits = rename(source, TOUCHPOINT, old, new)
            overlay = apply(overlay.decode(), edits).encode()
    return overlay


def carried_beside(
    text: str, renamed: Renamed, beside: Iterable[tuple[str, Source]]
) -> tuple[tuple[str, Source], ...]:
    """The trees of overlays, by their names, as they will be once the text is written."""
    return tuple((name, _carried_tree(text, renamed, source)) for name, source in beside)


class Neighbours(NamedTuple):
    """A journey's file, and what gives the other journeys that are edited with it."""

    own: JourneyText
    others: Callable[[], Sequence[JourneyText]]

    def changes(
        self, old: str, new: str, content: Callable[[str], str | bytes] = content_of
    ) -> tuple[DataChange, ...]:
        """What changes in `data.yaml` and its topics with a touchpoint's name.

        `content` is what a file holds, by its real path. Raises UsageError where nobody can say
        whose name stands there (`cjm.authoring.renaming_in_data.rename_in_data`).
        """
        folder = os.path.dirname(self.own.path)
        renaming = Renaming(TOUCHPOINT, as_id(old), as_id(new), self.own.id)
        if data_file(folder) is None or not is_named(self.own.source, TOUCHPOINT, old):
            return ()  # of what was never written no data tell
        if keeps(renaming, self.others()):
            return ()
        return rename_in_data(folder, renaming, self.others, content)


def carried_data(
    text: str, renamed: Renamed, around: Neighbours
) -> tuple[tuple[str, bytes, bytes], ...]:
    """The files of data that name touchpoints as a text does by now.

    Args:
        text: What the journey's file shall hold.
        renamed: What was renamed, also what was renamed back since.
        around: The journey as its file has it, and the others.

    Returns:
        Of each that changes its path, what it shall hold, and what it holds.

    Raises:
        UsageError: As of `Neighbours.changes`.
    """
    before: dict[str, bytes] = {}
    after: dict[str, bytes] = {}
    for old, new in _led(text, renamed).items():
        for change in around.changes(old, new, lambda path: after.get(path) or content_of(path)):
            before.setdefault(change.path, change.text.encode())
            after[change.path] = apply(change.text, change.edits).encode()
    return tuple((path, content, before[path]) for path, content in after.items())


def _carried_tree(text: str, renamed: Renamed, source: Source) -> Source:
    before = source.text.encode()
    try:
        after = carried(text, renamed, before)
    except UsageError:
        return source  # its own findings tell what is the matter with it
    return source if after == before else parse(after)


def _led(text: str, renamed: Renamed) -> dict[str, str]:
    """What each id that the text has no more became of, over all that it was called between."""
    root = parse(text).root
    entry = root.value.get("touchpoints") if root and isinstance(root.value, dict) else None
    there = set(map(as_id, entry.node.value)) if entry and entry.node.value else set()
    became: dict[str, str] = {}
    for old, new in renamed:
        for first in (*(first for first, last in became.items() if last == old), old):
            became[first] = new
    return {old: new for old, new in became.items() if old not in there and new in there}
