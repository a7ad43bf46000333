"""Statements: what an author may write as SQL, and what is sent: one SELECT, and nothing else."""

from __future__ import annotations

from cjm.errors import CjmError
from cjm.i18n import Message, say

WRITING = (
    "Insert", "Update", "Delete", "Merge", "Create", "Drop", "Alter", "Command", "Into", "Lock",
    "Copy", "Set", "Use", "Grant", "TruncateTable", "Transaction", "Commit", "Rollback", "Pragma",
)  # fmt: skip
"""Parts of SQL that change something, by their names in sqlglot."""


def hold_to_select(sql: str, dialect: str, key: str) -> None:
    """Refuse anything but one SELECT.

    Args:
        sql: What an author wrote.
        dialect: Of their database, by its name in sqlglot.
        key: Where it stands, for the message.

    Raises:
        CjmError: It is something else, or cannot be read.
    """
    from sqlglot import exp

    tree = _only(sql, dialect, key)
    if not isinstance(tree, exp.Query) or _writes(tree):
        raise CjmError(say("{key}: only SELECT is sent", key=key))


def hold_to_condition(sql: str, dialect: str, key: str) -> None:
    """Refuse anything but one condition, in the same way."""
    from sqlglot import exp

    tree = _only(sql, dialect, key)
    if not isinstance(tree, exp.Expr) or isinstance(tree, (exp.Query, exp.Command)):
        raise CjmError(_no_condition(key))
    if _writes(tree):
        raise CjmError(say("{key}: only SELECT is sent", key=key))


def _no_condition(key: str) -> Message:
    return say("{key}: one condition is expected", key=key)


def _only(sql: str, dialect: str, key: str) -> object:
    """The one statement of a text."""
    import sqlglot

    try:
        trees = sqlglot.parse(sql, read=dialect)
    except sqlglot.errors.SqlglotError as error:
        found = getattr(error, "errors", None) or [{}]
        what = str(found[0].get("description") or error).split("\n")[0]
        raise CjmError(say("{key}: this is not read as SQL: {what}", key=key, what=what)) from error
    if len(trees) != 1 or trees[0] is None:
        raise CjmError(say("{key}: one statement is expected", key=key))
    return trees[0]


def _writes(tree: object) -> bool:
    return any(type(node).__name__ in WRITING for node in tree.walk())  # type: ignore[attr-defined]
