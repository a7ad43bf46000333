"""Selectors: codes, names, prefixes and ALL; of two that fit, the more specific decides."""

from __future__ import annotations

import pytest

from cjm.rules import RULES, chosen, known_selector, matches, most_specific, unknown_rule

CJM1, CJM2, CJM3, CJM4 = (
    [rule.code for rule in RULES if rule.code.startswith(group)]
    for group in ("CJM1", "CJM2", "CJM3", "CJM4")
)


def codes(select: list[str], ignore: list[str]) -> list[str]:
    """The rules that run."""
    return [rule.code for rule in RULES if chosen(select, ignore, rule)]


@pytest.mark.parametrize(
    ("selector", "expected"),
    [
        ("CJM101", ["CJM101"]),
        ("negative-gap", ["CJM101"]),
        ("cjm101", ["CJM101"]),
        (" CJM401 ", ["CJM401"]),
        ("CJM2", [f"CJM20{n}" for n in range(1, 9)]),
        ("cjm20", [f"CJM20{n}" for n in range(1, 9)]),
        ("CJM10", [f"CJM10{n}" for n in range(1, 10)]),
        ("CJM3", [*(f"CJM30{n}" for n in range(1, 10)), "CJM310"]),
        ("CJM40", [f"CJM40{n}" for n in range(1, 10)]),
        ("CJM", [rule.code for rule in RULES]),
        ("ALL", [rule.code for rule in RULES]),
        ("all", [rule.code for rule in RULES]),
        ("CJM9", []),
        ("gap", []),
        ("negative", []),
        ("", []),
    ],
)
def test_a_selector_stands_for_its_rules(selector, expected):
    """A code, name, prefix or ALL matches exactly the rules it should."""
    assert [rule.code for rule in RULES if matches(selector, rule)] == expected


@pytest.mark.parametrize(
    ("select", "ignore", "expected"),
    [
        (["ALL"], ["CJM2", "CJM0", "CJM3", "CJM5", "CJM6"], [*CJM1, *CJM4]),
        (["ALL", "CJM202"], ["CJM2", "CJM0", "CJM5", "CJM6"], [*CJM1, "CJM202", *CJM3, *CJM4]),
        (["CJM2"], ["CJM202"], [code for code in CJM2 if code != "CJM202"]),
        (["CJM20"], ["CJM2"], CJM2),
        (["trap"], ["CJM20"], ["CJM205"]),
        (["trap"], ["trap"], []),
        (["trap"], ["CJM205"], []),
        (["CJM2"], ["ALL"], CJM2),
        ([], [], []),
    ],
)
def test_the_more_specific_list_wins_and_ignore_wins_a_tie(select, ignore, expected):
    """A rule runs where its closest selector in `select` beats its closest in `ignore`."""
    assert codes(select, ignore) == expected


def test_the_most_specific_of_several_settings_decides_wherever_it_stands():
    """A code beats a prefix before and after it; of two equal ones the later decides."""
    trap = next(rule for rule in RULES if rule.code == "CJM205")
    assert most_specific([("CJM205", "a"), ("CJM2", "b"), ("ALL", "c")], trap) == "a"
    assert most_specific([("ALL", "c"), ("CJM2", "b"), ("trap", "a")], trap) == "a"
    assert most_specific([("trap", "a"), ("CJM205", "b")], trap) == "b"
    assert most_specific([("CJM1", "a")], trap) is None
    assert most_specific([], trap) is None


@pytest.mark.parametrize("selector", ["CJM102", "cjm102", "doom-loop", "CJM40", "CJM407", "CJM3"])
def test_what_stands_for_a_rule_is_known(selector):
    """Codes, names and prefixes are not mistakes."""
    assert known_selector(selector)


@pytest.mark.parametrize(
    "selector", ["CJM999", "CJM1012", "negativ-gap", "", "C", "X", "101", "negative gap", "Trap"]
)
def test_what_stands_for_nothing_is_unknown(selector):
    """A mistyped selector is not taken for a prefix of something."""
    assert not known_selector(selector)


def test_a_mistyped_name_is_corrected():
    """The help names the rule that was probably meant."""
    assert "'negative-gap'" in str(unknown_rule("negativ-gap"))
    assert "'doom-loop'" in str(unknown_rule("doomloop"))
    assert str(unknown_rule("zzz")) == "see which there are: cjm rule"
