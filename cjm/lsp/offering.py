"""Offering: code actions as a client asks for them, the edits of each when it is wanted."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

from lsprotocol import types

from cjm.lsp.actions import actions
from cjm.lsp.answers import Action, Refused
from cjm.lsp.changes import workspace_edit
from cjm.lsp.reading import Reading
from cjm.tuples import NamedTuple

if TYPE_CHECKING:
    from cjm.lsp.server import JourneyServer

KINDS = {
    "quickfix": types.CodeActionKind.QuickFix,
    "refactor.rewrite": types.CodeActionKind.RefactorRewrite,
}


class Offered(NamedTuple):
    """What was offered last for a document, and the version it was offered for."""

    reading: Reading
    actions: tuple[Action, ...]


def offer(
    server: JourneyServer, reading: Reading, stretch: tuple[int, int], context: Any
) -> list[types.CodeAction]:
    """What is offered for a stretch of a document, of the kinds that a client wants.

    Where the client can ask later, the edits are left for then.
    """
    problems = server.session.problems(reading.uri)
    found = [each for each in actions(reading, *stretch, problems) if _is_wanted(each, context)]
    if _asks_later(server):
        server.offered[reading.uri] = Offered(reading, tuple(found))
        return [_shape(each, context, nth, reading) for nth, each in enumerate(found)]
    made = []
    for each in found:
        changes = each.make()
        if not isinstance(changes, Refused):
            shape = _shape(each, context)
            shape.edit = workspace_edit(server, reading, changes)
            made.append(shape)
    return made


def resolved(server: JourneyServer, action: types.CodeAction) -> types.CodeAction | Refused:
    """An action with its edits; without them where the document was changed since."""
    data = action.data if isinstance(action.data, dict) else {}
    offered = server.offered.get(str(data.get("uri")))
    nth = data.get("nth")
    if offered is None or data.get("version") != offered.reading.version:
        return action
    now = server.session.reading(offered.reading.uri)
    if now is None or now.text != offered.reading.text:
        return action  # its places are those of the text before
    if not isinstance(nth, int) or not 0 <= nth < len(offered.actions):
        return action
    changes = offered.actions[nth].make()
    if isinstance(changes, Refused):
        return changes
    action.edit = workspace_edit(server, offered.reading, changes)
    return action


def _is_wanted(action: Action, context: types.CodeActionContext) -> bool:
    """Whether an action is of a kind that was asked for, or of one below it."""
    return not context.only or any(
        f"{action.kind}.".startswith(f"{kind}.") for kind in map(_word, context.only)
    )


def _word(kind: Any) -> str:
    return str(getattr(kind, "value", kind))


def _asks_later(server: JourneyServer) -> bool:
    document = server.client_capabilities.text_document
    asked = document and document.code_action
    later = asked and asked.data_support and asked.resolve_support
    return bool(later and "edit" in later.properties)


def _shape(
    action: Action,
    context: types.CodeActionContext,
    nth: int | None = None,
    reading: Reading | None = None,
) -> types.CodeAction:
    data = None
    if reading is not None:
        data = {"uri": reading.uri, "version": reading.version, "nth": nth}
    return types.CodeAction(
        title=action.title,
        kind=KINDS[action.kind],
        diagnostics=_diagnostics(action, context.diagnostics) or None,
        is_preferred=action.is_preferred or None,
        data=data,
    )


def _diagnostics(action: Action, told: Iterable[types.Diagnostic]) -> list[types.Diagnostic]:
    """The findings, as the client has them, that an action is for."""
    finding = action.finding
    if finding is None:
        return []
    return [
        each
        for each in told
        if each.code == finding.code and each.message.startswith(finding.message)
    ]
