"""Segments: conditions on RFM scores, the first that holds; and what the usual ones are called."""

from __future__ import annotations

from collections.abc import Mapping

from cjm.data.engine import text_literal
from cjm.errors import UsageError
from cjm.format.conditions import Comparison, Condition, ConditionError, parse_condition
from cjm.i18n import Message, say

SEGMENTS: Mapping[str, str] = {
    "champions": "R >= 4 and F >= 4",
    "loyal": "R >= 3 and F >= 4",
    "new": "R >= 4 and F = 1",
    "promising": "R >= 4",
    "fading": "R = 3",
    "at-risk": "F >= 4",
    "lost": "R <= 2",
}
"""In the order in which they are tried; the last takes all that are left."""
NAMES: Mapping[str, Message] = {
    "champions": say("Champions"),
    "loyal": say("Loyal customers"),
    "new": say("New customers"),
    "promising": say("Promising customers"),
    "fading": say("Fading customers"),
    "at-risk": say("Customers at risk"),
    "lost": say("Lost customers"),
}
OTHER = "other"
"""Who none of the source's own conditions takes."""


def segment_sql(conditions: Mapping[str, str]) -> str:
    """The expression that gives the segment of scores `r`, `f` and `m`.

    Args:
        conditions: A segment's id and its condition; none: the usual ones.

    Raises:
        UsageError: A condition cannot be read.
    """
    cases = [
        f"WHEN {_condition(id, text)} THEN {text_literal(id)}"
        for id, text in (conditions or SEGMENTS).items()
    ]
    return f"CASE {' '.join(cases)} ELSE {text_literal(OTHER)} END"


def _condition(id: str, text: str) -> str:
    try:
        return condition_sql(parse_condition(text))
    except ConditionError as error:
        raise UsageError(
            say("segment {id}: {reason} ({text!r}, character {place})", id=id,
                reason=error.message, text=text, place=error.position),
            help=say("such as: R >= 4 and F = 1"),
        ) from error  # fmt: skip


def condition_sql(condition: Condition) -> str:
    """A condition as SQL on the columns `r`, `f` and `m`, every part in parentheses."""
    if isinstance(condition, Comparison):
        left, sign, right = condition
        return f"({left.lower()} {sign} {right.lower()})"
    parts = [condition_sql(part) for part in condition.parts]
    if condition.word == "not":
        return f"(NOT {parts[0]})"
    return f"({f' {condition.word.upper()} '.join(parts)})"
