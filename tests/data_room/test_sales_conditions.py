"""Conditions of segments are read by a grammar, and their faults told at a character."""

from __future__ import annotations

import pytest

from cjm.data.sales.segments import condition_sql
from cjm.format.conditions import ConditionError, parse_condition


@pytest.mark.parametrize(
    ("text", "sql"),
    [
        ("R >= 4 and F = 1", "((r >= 4) AND (f = 1))"),
        ("r≥4 AND f≤1.5", "((r >= 4) AND (f <= 1.5))"),
        ("R > 1 or F < 2 and M != 3", "((r > 1) OR ((f < 2) AND (m <> 3)))"),
        ("not (R == 1 or 2 <= F <= 4)", "(NOT ((r = 1) OR ((2 <= f) AND (f <= 4))))"),
        ("R > F", "(r > f)"),
    ],
)
def test_conditions_become_sql(text, sql):
    """`and` binds closer than `or`; each part stands in parentheses."""
    assert condition_sql(parse_condition(text)) == sql


@pytest.mark.parametrize(
    ("text", "position", "words"),
    [
        ("", 1, "R, F, M or a number must follow"),
        ("R >>= 4", 4, "R, F, M or a number must stand where '>=' is"),
        ("R >= 4 and", 11, "R, F, M or a number must follow"),
        ("R", 2, "a comparison such as >= 4 must follow"),
        ("R >= 4 F = 1", 8, "and, or, or the end must stand where 'F' is"),
        ("(R = 1", 7, "a closing parenthesis must follow"),
        ("R >= 4; DROP TABLE x", 7, "';' has no meaning here"),
        ("Q = 1", 1, "R, F, M or a number must stand where 'Q' is"),
        ("R = 'x'", 5, '"\'" has no meaning here'),
        ("R = -1", 5, "'-' has no meaning here"),
        ("(" * 60 + "R = 1" + ")" * 60, 51, "the condition is nested too deeply"),
        ("not " * 60 + "R = 1", 201, "the condition is nested too deeply"),
    ],
)
def test_faults_are_told_at_their_character(text, position, words):
    """Nothing but scores, numbers and signs gets into the SQL."""
    with pytest.raises(ConditionError) as caught:
        parse_condition(text)
    assert (caught.value.position, str(caught.value.message)) == (position, words)
