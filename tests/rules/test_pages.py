"""Every rule's page is its documentation, and its examples hold."""

from __future__ import annotations

import re
from typing import NamedTuple

import pytest
from lived_examples import report_of_example
from page_examples import examples, sections

from cjm.rules import RULES, Rule

SECTIONS = [
    "What it finds",
    "Why it hurts the customer",
    "Failing example",
    "Passing example",
    "Options",
]
MARK = re.compile(r"# ← (CJM\d{3}(?: CJM\d{3})*)$")

each_rule = pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.name)


class Expected(NamedTuple):
    """A finding that a comment in an example names."""

    file: str
    line: int
    code: str


def marked(files: dict[str, str]) -> list[Expected]:
    """What the comments in the files say will be found."""
    return sorted(
        Expected(file, number, code)
        for file, text in files.items()
        for number, line in enumerate(text.splitlines(), 1)
        if (mark := MARK.search(line))
        for code in mark[1].split()
    )


def found(desk, rule: Rule, section: str) -> list[Expected]:
    """What one run with that rule selected finds in the example."""
    report = report_of_example(desk, rule, section)
    assert report.problems == ()
    return sorted(Expected(f.file, f.span.line, f.code) for f in report.findings)


@each_rule
def test_a_page_has_its_sections_in_order(rule):
    """A page opens with a title and has the five sections, none of them empty."""
    title, *_ = rule.page.splitlines()
    assert re.fullmatch(r"# \S.*[^.]", title)
    assert list(sections(rule)) == SECTIONS
    assert all(text.strip() for text in sections(rule).values())


@each_rule
def test_the_failing_example_raises_what_its_comments_name(rule, desk):
    """The findings are those marked, on the marked lines, and no others."""
    files = examples(rule, "Failing example")
    expected = marked(files)
    assert {e.code for e in expected} == {rule.code}
    assert found(desk, rule, "Failing example") == expected


@each_rule
def test_the_passing_example_raises_nothing(rule, desk):
    """The corrected example is silent."""
    assert found(desk, rule, "Passing example") == []


@each_rule
def test_options_and_their_documentation_agree(rule):
    """Every option of a rule is on its page, and no other; a rule without any says None."""
    text = sections(rule)["Options"]
    documented = re.findall(r"^- `([^`]+)`", text, re.MULTILINE)
    assert documented == [option.name for option in rule.options]
    assert text.strip().startswith("None") == (not rule.options)
    assert all(option.doc for option in rule.options)


def test_codes_and_names_are_given_once():
    """No code and no name stands for two rules."""
    codes = [r.code for r in RULES]
    names = [r.name for r in RULES]
    assert len(set(codes)) == len(codes)
    assert len(set(names)) == len(names)
    assert all(re.fullmatch(r"CJM\d{3}", code) for code in codes)
    assert [r.code for r in RULES] == sorted(r.code for r in RULES)
