"""Composing: edits made one after the other, as edits of the text before all of them."""

from collections.abc import Iterable, Sequence

from cjm.edits.edit import Edit, apply
from cjm.tuples import NamedTuple


class _Kept(NamedTuple):
    """A stretch of the first text that is still there."""

    start: int
    end: int


_Piece = _Kept | str


def composed(text: str, rounds: Iterable[Sequence[Edit]]) -> tuple[Edit, ...]:
    """The edits of a text that do what several rounds of them do.

    Args:
        text: What the offsets of the first round are of; those of each other one are of what the
            round before it made.
        rounds: Edits that do not overlap within a round.

    Returns:
        Edits by offsets in `text`, in order, none of which touch or change nothing.

    Raises:
        ValueError: Edits of a round overlap, or are not within its text.
    """
    pieces: list[_Piece] = [_Kept(0, len(text))]
    now = text
    for edits in rounds:
        now = apply(now, edits)
        for edit in sorted(edits, reverse=True):
            pieces = [*_until(pieces, edit.start), edit.text, *_from(pieces, edit.end)]
    return tuple(_gaps(text, pieces))


def _length(piece: _Piece) -> int:
    return len(piece) if isinstance(piece, str) else piece.end - piece.start


def _until(pieces: list[_Piece], offset: int) -> list[_Piece]:
    """What stands before an offset."""
    found: list[_Piece] = []
    for piece in pieces:
        if offset <= 0:
            break
        found.append(_cut(piece, 0, min(offset, _length(piece))))
        offset -= _length(piece)
    return found


def _from(pieces: list[_Piece], offset: int) -> list[_Piece]:
    """What stands from an offset on."""
    found: list[_Piece] = []
    for piece in pieces:
        if offset < _length(piece):
            found.append(_cut(piece, max(offset, 0), _length(piece)))
        offset -= _length(piece)
    return found


def _cut(piece: _Piece, start: int, end: int) -> _Piece:
    if isinstance(piece, str):
        return piece[start:end]
    return _Kept(piece.start + start, piece.start + end)


def _gaps(text: str, pieces: Iterable[_Piece]) -> Iterable[Edit]:
    """What stands between the stretches that were kept, in place of what stood there."""
    done, new = 0, ""
    for piece in (*pieces, _Kept(len(text), len(text))):
        if isinstance(piece, str):
            new += piece
        elif piece.start < piece.end or piece.start == len(text):
            if (new or done < piece.start) and text[done : piece.start] != new:
                yield Edit(done, piece.start, new)
            done, new = piece.end, ""
