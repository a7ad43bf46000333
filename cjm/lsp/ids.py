"""Ids that can be written at a place: what it must name, with titles and C."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterator

from cjm.authoring.naming import SHARED_KINDS, TOUCHPOINT
from cjm.edits.writing import key_text, scalar_text
from cjm.lsp.choices import Choice
from cjm.lsp.cursor import Cursor
from cjm.lsp.figures import gap_text
from cjm.lsp.names import figures_of, known_ids, title_of
from cjm.lsp.parts import Part
from cjm.lsp.reading import Reading
from cjm.rounding import rounded

USUAL_SHARE = 0.9
"""What a share is filled in with where nobody gave another one yet."""


def id_choices(reading: Reading, cursor: Cursor, kind: str) -> Iterator[Choice]:
    """The ids of a kind, but for those that are there and the touchpoint that leads to itself."""
    taken = {*cursor.others, *_listed(cursor)}
    if cursor.route[2:3] == ("next",):
        taken.add(str(cursor.route[1]))
    for id, title in known_ids(reading, kind).items():
        if id not in taken:
            gap = gap_text(figures_of(reading, id), reading.language) if kind == TOUCHPOINT else ""
            detail = " · ".join(filter(None, (title, gap)))
            yield Choice(id, "id", scalar_text(id), detail, filter=title)


def _listed(cursor: Cursor) -> Iterator[str]:
    """The other items of a list."""
    for level, part in cursor.ways[-2:]:
        if level.is_list:
            yield from level.texts(part)


def as_keys(
    choices: Iterator[Choice], after: Callable[[str], tuple[str, bool]], share: str
) -> Iterator[Choice]:
    """Ids as keys of a mapping.

    Args:
        choices: The ids.
        after: Writes a key and what follows it, and whether that is a snippet.
        share: What stands behind each instead where it is known.
    """
    for choice in choices:
        if share:
            text = f"{key_text(choice.label)}: {share}"
            filter = f"{choice.label} {choice.filter}"
            yield choice._replace(label=text, text=text, filter=filter)
        else:
            text, is_snippet = after(key_text(choice.label))
            yield choice._replace(text=text, is_key=True, is_snippet=is_snippet)


def share_left(cursor: Cursor) -> str:
    """What is left of 1 beside the shares that are there; empty where that cannot be told."""
    given = [_share(part) for part in cursor.others.values()]
    left = rounded(1 - math.fsum(share for share in given if share is not None))
    if None in given or not 0 < left <= 1:
        return ""
    return scalar_text(left)


def _share(part: Part) -> float | None:
    """The share that an entry of `next` or `start` gives."""
    text = part.text
    if part.below is not None and not part.below.is_list:
        inner = part.below.texts().get("probability")
        text = inner.text if inner else None
    try:
        return float(text or "")
    except ValueError:
        return None


def shared_choices(reading: Reading, cursor: Cursor) -> Iterator[Choice]:
    """What the workspace declares, for the journey's list that picks of it."""
    key = str(cursor.route[0]) if cursor.route else ""
    kind = key.removesuffix("s")
    if reading.kind != "journey" or len(cursor.route) != 2 or kind not in SHARED_KINDS:
        return
    for item in getattr(reading.workspace.workspace, key):
        if item.id not in {*cursor.others, *_listed(cursor)}:
            title = title_of(item)
            yield Choice(item.id, "id", scalar_text(item.id), title, filter=title)
