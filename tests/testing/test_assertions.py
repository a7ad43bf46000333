"""What `cjm.testing` asserts: it holds where it should, and else says what there is instead."""

from __future__ import annotations

import importlib
import sys
from datetime import date

import pytest

import cjm
from cjm.journey import Journey, Touchpoint
from cjm.testing import (
    assert_finding,
    assert_harmless,
    assert_no_findings,
    assert_written_and_read,
)

TEXT = """\
cjm: 1
touchpoints:
  book: {expectation: 8, experience: 9, next: ride, owner: desk}
  ride: {expectation: 9, experience: 5, owner: fleet, outcome: success}
"""
TODAY = date(2026, 10, 1)


def test_a_finding_is_returned_by_its_code_or_name_and_place() -> None:
    """Of a text and of a journey built in Python, and of the rules of a workspace."""
    found = assert_finding(TEXT, "CJM102", at="ride")
    assert (found.code, found.touchpoint) == ("CJM102", "ride")
    assert assert_finding(cjm.loads(TEXT), "negative-moment-of-truth").values == (("", -4.0),)
    workspace = "cjm: 1\ncheck: {severity: {CJM102: info}}\n"
    assert assert_finding(TEXT, "CJM102", workspace=workspace).severity is cjm.Severity.INFO


@pytest.mark.parametrize(("rule", "at"), [("CJM102", "book"), ("CJM201", None)])
def test_a_finding_that_is_not_there_fails_and_names_those_that_are(rule, at) -> None:
    """At another touchpoint, or of another rule."""
    with pytest.raises(AssertionError, match=f"there is no finding of {rule}") as failed:
        assert_finding(TEXT, rule, at)
    assert "CJM102 ride: customers get less than they expected" in str(failed.value)


def test_a_rule_that_does_not_exist_is_a_mistake_of_the_test() -> None:
    """Not a finding that is missing."""
    with pytest.raises(cjm.UsageError, match="there is no rule 'CJM999'"):
        assert_finding(TEXT, "CJM999")


def test_no_findings_holds_where_nothing_is_found() -> None:
    """Of the rules that run; and fails with what is found."""
    assert_no_findings(TEXT, select="CJM2")
    assert_no_findings(cjm.loads(TEXT), ignore=["CJM1", "CJM3", "CJM4"])
    with pytest.raises(AssertionError, match="there are findings") as failed:
        assert_no_findings(TEXT, select="CJM1")
    assert "CJM102 ride" in str(failed.value)
    with pytest.raises(AssertionError, match="CJM002"):
        assert_no_findings("cjm: 1\ntouchpoints: {}\n")


def test_dates_are_held_against_the_day_of_the_test() -> None:
    """A score of 2024 is stale in 2026."""
    text = TEXT.replace("experience: 9", "experience: {score: 9, measured: 2024-01-01}")
    assert_finding(text, "stale-score", at="book", today=TODAY)
    with pytest.raises(AssertionError):
        assert_finding(text, "stale-score", today=date(2024, 1, 2))


def test_in_a_russian_environment_failures_are_told_in_russian(monkeypatch) -> None:
    """The sentence; findings are in their workspace's language."""
    monkeypatch.setenv("CJM_LANGUAGE", "ru")
    with pytest.raises(AssertionError, match="нет замечания CJM201"):
        assert_finding(TEXT, "CJM201", workspace="cjm: 1\nlanguage: ru\n")


def test_what_is_written_is_returned() -> None:
    """The text of a journey that comes back equal."""
    built = Journey("taxi", (Touchpoint("ride", expectation=9, experience=5),))
    assert assert_written_and_read(built) == cjm.dump(built)


def test_a_journey_that_comes_back_different_fails(monkeypatch) -> None:
    """With the text that was read otherwise."""
    built = Journey("taxi", (Touchpoint("ride"),))
    other = Journey("taxi", (Touchpoint("walk"),))
    monkeypatch.setattr("cjm.testing.assertions.loads", lambda text: other)
    with pytest.raises(AssertionError, match="what was read is another journey") as failed:
        assert_written_and_read(built)
    assert "ride" in str(failed.value)


@pytest.mark.parametrize(
    "text",
    ["plain", "колонка\tв таблице\n", "a::b", "see ## heading", "::", "C++ :: D", "#[x]", "50 %0A"],
)
def test_plain_text_is_harmless(text: str) -> None:
    """Tabs, line feeds, and signs that only look like a command."""
    assert_harmless(text)


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("a\x1b[2J", r"\x1b"),
        ("x\u202etxt", r"\u202e"),
        ("line\n  ::add-mask::x", "::add-mask::"),
        ("so ##vso[task.x]", "##"),
        ("\x85", r"\x85"),
    ],
)
def test_text_that_steers_fails_with_what_it_steers_by(text: str, told: str) -> None:
    """Written with escapes, so that the failure itself steers nothing."""
    with pytest.raises(AssertionError) as failed:
        assert_harmless(text)
    assert told in str(failed.value)
    assert_harmless(str(failed.value).replace("::", ":").replace("##", "#"))


def test_without_hypothesis_only_strategies_are_missing(monkeypatch) -> None:
    """A CjmError says how to get it; assertions need nothing."""
    for name in [name for name in sys.modules if name.startswith("cjm.testing")]:
        monkeypatch.delitem(sys.modules, name)
    monkeypatch.setitem(sys.modules, "hypothesis", None)
    importlib.import_module("cjm.testing").assert_harmless("text")
    with pytest.raises(cjm.CjmError, match=r"pip install 'customer-journey-map\[testing\]'"):
        importlib.import_module("cjm.testing.strategies")
