"""Editing: operations of the studio, made one after the other in a text."""

from collections.abc import Callable, Collection, Iterable
from typing import Any

from cjm.authoring.naming import TOUCHPOINT
from cjm.edits import Edit, apply, inverse
from cjm.edits.composing import composed
from cjm.errors import UsageError
from cjm.format import as_id
from cjm.i18n import say
from cjm.source import Source, parse
from cjm.studio.operations import Operation, Rename, operation_of
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


def _anything(old: str, new: str) -> None:
    """Holds nobody back: there are no data that name a touchpoint."""


def edited(
    text: str,
    operations: Iterable[object],
    shared: Collection[tuple[str, str]] = (),
    hold: Callable[[str, str], None] = _anything,
) -> Edited:
    """A text with operations made in it, each proved to change nothing else.

    Args:
        text: What a journey's file holds, without a byte order mark.
        operations: In order, as plain data: `{"op": "set_value", "route": …, "value": …}` and the
            like (`cjm.studio.operations`).
        shared: Kind and id of what the workspace declares: it is not renamed in one journey alone.
        hold: Raises UsageError where a touchpoint cannot be called otherwise; given both ids.

    Raises:
        UsageError: One of them cannot be made; none is, then.
    """
    return made(text, [operation_of(data) for data in operations], shared, hold)


def made(
    text: str,
    operations: Iterable[Operation],
    shared: Collection[tuple[str, str]] = (),
    hold: Callable[[str, str], None] = _anything,
) -> Edited:
    """The same of operations that were read."""
    rounds, now = [], text
    for operation in operations:
        source = parse(now)
        if isinstance(operation, Rename):
            _refuse_shared(operation, source, shared)
        rounds.append(operation.edits(source))
        if isinstance(operation, Rename) and operation.kind == TOUCHPOINT and rounds[-1]:
            hold(operation.id, operation.new)
        now = apply(now, rounds[-1])
    edits = composed(text, rounds)
    return Edited(now, edits, inverse(text, edits))


def _refuse_shared(operation: Rename, source: Source, shared: Collection[tuple[str, str]]) -> None:
    """Raise UsageError for what the workspace declares, and the text does not."""
    kind, id, _ = operation
    own = source.node((f"{kind}s", id))
    if (kind, as_id(id)) in shared and (own is None or source.node((f"{kind}s", 0))):
        raise UsageError(
            say("the workspace declares the {kind} {id!r}, for all its journeys", kind=kind, id=id),
            help=say("rename it in an editor with cjm lsp"),
        )
