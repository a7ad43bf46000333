"""Editing: operations of the studio, made one after the other in a text."""

from collections.abc import Iterable
from typing import Any

from cjm.edits import Edit, apply, inverse
from cjm.edits.composing import composed
from cjm.source import parse
from cjm.studio.operations import Operation, operation_of
from cjm.tuples import NamedTuple


class Edited(NamedTuple):
    """A text after operations, the edits that lead there, and those that lead back.

    Offsets of `edits` are of the text before, those of `inverse` of the text after.
    """

    text: str
    edits: tuple[Edit, ...]
    inverse: tuple[Edit, ...]

    def to_dict(self) -> dict[str, Any]:
        """As plain data."""
        return {
            "text": self.text,
            "edits": [list(edit) for edit in self.edits],
            "inverse": [list(edit) for edit in self.inverse],
        }


def edited(text: str, operations: Iterable[object]) -> Edited:
    """A text with operations made in it, each proved to change nothing else.

    Args:
        text: What a journey's file holds, without a byte order mark.
        operations: In order, as plain data: `{"op": "set_value", "route": …, "value": …}` and the
            like (`cjm.studio.operations`).

    Raises:
        UsageError: One of them cannot be made; none is, then.
    """
    return made(text, [operation_of(data) for data in operations])


def made(text: str, operations: Iterable[Operation]) -> Edited:
    """The same of operations that were read."""
    rounds, now = [], text
    for operation in operations:
        rounds.append(operation.edits(parse(now)))
        now = apply(now, rounds[-1])
    edits = composed(text, rounds)
    return Edited(now, edits, inverse(text, edits))
