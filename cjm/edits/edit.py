"""One edit, several put into a text together, and how to take them back."""

from collections.abc import Iterable

from cjm.tuples import NamedTuple


class Edit(NamedTuple):
    """A stretch of a text and what shall stand there.

    `start` and `end` are offsets in code points of the text as it lies in the file, the end
    exclusive; a byte order mark counts. Where they are equal, `text` is put in between.
    """

    start: int
    end: int
    text: str


def apply(text: str, edits: Iterable[Edit]) -> str:
    """A text with edits made.

    Args:
        text: The text that the offsets are of.
        edits: In any order: all offsets are of the text before.

    Returns:
        The new text; what no edit covers is in it as it was.

    Raises:
        ValueError: Two edits overlap, or would put something in at one place, in which case their
            order would matter; or an edit is not within the text.
    """
    parts, done = list[str](), 0
    for edit in _in_order(text, edits):
        parts += (text[done : edit.start], edit.text)
        done = edit.end
    return "".join((*parts, text[done:]))


def inverse(text: str, edits: Iterable[Edit]) -> tuple[Edit, ...]:
    """The edits of the new text that give the old one. Raises ValueError as `apply` does."""
    back, moved = list[Edit](), 0
    for start, end, new in _in_order(text, edits):
        first = start + moved
        back.append(Edit(first, first + len(new), text[start:end]))
        moved += len(new) - (end - start)
    return tuple(back)


def _in_order(text: str, edits: Iterable[Edit]) -> list[Edit]:
    ordered = sorted(edits)
    done = 0
    for nth, edit in enumerate(ordered):
        if not 0 <= edit.start <= edit.end <= len(text):
            raise ValueError(f"{edit} is not within a text of {len(text)} characters")
        twice = nth and edit[:2] == ordered[nth - 1][:2]
        if edit.start < done or twice:
            raise ValueError(f"{edit} overlaps another one")
        done = edit.end
    return ordered
