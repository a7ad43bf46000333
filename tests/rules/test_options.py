"""Options of rules: none of them makes a rule work without end."""

from __future__ import annotations

from datetime import date

import pytest

from cjm.analysis import analyze
from cjm.analysis.conformance import conformance_of
from cjm.journey import Journey, Touchpoint, Transition
from cjm.journey.paths import CountedPath
from cjm.rules import RULES
from cjm.rules.base import Option, Rule, Subject

TABLE = [(rule, option) for rule in RULES for option in rule.options]
LARGEST = 10**15
"""What an option without an upper bound is tried with."""


def looping() -> Journey:
    """Everything can be met for ever: disappointed, and never made up for."""
    points = [
        Touchpoint(
            f"t{n}",
            expectation=8,
            experience=5,
            next=(Transition(f"t{(n + 1) % 20}", 0.5), Transition("done", 0.3)),
        )
        for n in range(20)
    ]
    return Journey("looping", (*points, Touchpoint("done", outcome="success")))


@pytest.mark.parametrize(
    ("rule", "option"), TABLE, ids=[f"{rule.code}-{option.name}" for rule, option in TABLE]
)
def test_a_rule_ends_with_the_largest_value_of_an_option(rule: Rule, option: Option) -> None:
    """A million billion times as much work would never end."""
    if option.texts:
        value: object = ("x" * 10_000,)
    else:
        value = LARGEST if option.at_most is None else option.at_most
    options = {o.name: o.default for o in rule.options} | {option.name: value}
    subject = Subject(analyze(looping()), options, date(2026, 1, 1))
    if rule.find_in_log is not None:
        lived = conformance_of(looping(), [CountedPath(("t0", "t7", "x", "done"), 100)])
        assert isinstance(list(rule.find_in_log(subject, lived)), list)
        return
    assert rule.find is not None
    assert isinstance(list(rule.find(subject)), list)


def test_the_table_is_not_empty() -> None:
    assert len(TABLE) >= 5
