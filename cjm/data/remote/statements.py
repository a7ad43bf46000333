"""Statements: what an author may write as SQL, and what is sent: one SELECT, and nothing else."""

from __future__ import annotations

from typing import Any

from cjm.data.authored import Authored, AuthoredError, form_of, no_condition, parsed
from cjm.i18n import say

WRITING = (
    "Insert", "Update", "Delete", "Merge", "Create", "Drop", "Alter", "Command", "Into", "Lock",
    "Copy", "Set", "Use", "Grant", "TruncateTable", "Transaction", "Commit", "Rollback", "Pragma",
)  # fmt: skip
"""Parts of SQL that change something, by their names in sqlglot."""


def hold_to_select(authored: Authored) -> None:
    """Refuse anything but one SELECT.

    Raises:
        AuthoredError: It is something else, or cannot be read.
    """
    from sqlglot import exp

    tree = parsed(authored)
    if not isinstance(tree, exp.Query) or _writes(tree):
        raise _no_select(authored)


def hold_to_condition(authored: Authored) -> None:
    """Refuse anything but one condition, in the same way."""
    from sqlglot import exp

    tree = parsed(authored)
    if not isinstance(tree, exp.Expr) or isinstance(tree, (exp.Query, exp.Command, exp.Alias)):
        raise no_condition(authored)
    if _writes(tree):
        raise _no_select(authored)


def _no_select(authored: Authored) -> AuthoredError:
    message = say("{key}: only SELECT is sent", key=authored.name)
    return AuthoredError(authored, message, form_of(authored.key))


def _writes(tree: Any) -> bool:
    return any(type(node).__name__ in WRITING for node in tree.walk())
