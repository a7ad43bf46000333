"""Every rule's page is its documentation, and its examples hold."""

from __future__ import annotations

import re
from pathlib import Path
from typing import NamedTuple

import pytest

from cjm.rules import RULES, Rule

SECTIONS = [
    "What it finds",
    "Why it hurts the customer",
    "Failing example",
    "Passing example",
    "Options",
]
SPEC = Path(__file__).parents[2].parent / "shared/spec/rules.md"
MARK = re.compile(r"# ← (CJM\d{3}(?: CJM\d{3})*)$")

each_rule = pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.name)


class Expected(NamedTuple):
    """A finding that a comment in an example names."""

    file: str
    line: int
    code: str


def sections(rule: Rule) -> dict[str, str]:
    """The text of a page's sections, by title."""
    _, *parts = re.split(r"^## (.+)$", rule.page, flags=re.MULTILINE)
    return dict(zip(parts[::2], parts[1::2], strict=True))


def examples(rule: Rule, section: str) -> dict[str, str]:
    """The YAML blocks of a section, each as a file."""
    blocks = re.findall(r"^```yaml\n(.*?)^```$", sections(rule)[section], re.DOTALL | re.MULTILINE)
    assert blocks, f"{rule.name} has no YAML under {section}"
    return {f"example-{n}.yaml": block for n, block in enumerate(blocks, 1)}


def marked(files: dict[str, str]) -> list[Expected]:
    """What the comments in the files say will be found."""
    return sorted(
        Expected(file, number, code)
        for file, text in files.items()
        for number, line in enumerate(text.splitlines(), 1)
        if (mark := MARK.search(line))
        for code in mark[1].split()
    )


ALSO_RUN = {"CJM406": ("CJM301",)}
"""A waiver is judged only where the rule it names runs."""


def found(desk, files: dict[str, str], rule: Rule) -> list[Expected]:
    """What a check of the files, in one run with that rule selected, finds."""
    for name, text in files.items():
        desk.write(name, text)
    report = desk.check(*files, select=[rule.code, *ALSO_RUN.get(rule.code, ())])
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
    assert found(desk, files, rule) == expected


@each_rule
def test_the_passing_example_raises_nothing(rule, desk):
    """The corrected example is silent."""
    assert found(desk, examples(rule, "Passing example"), rule) == []


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


def spec_table() -> dict[str, tuple[str, str]]:
    """Name and default severity by code, as the specification has them."""
    if not SPEC.exists():
        pytest.skip(f"the specification is not at {SPEC}")
    rows = re.findall(
        r"^\| (CJM\d{3}) \| ([\w-]+) \| (error|warning|info) \|",
        SPEC.read_text(encoding="utf-8"),
        re.MULTILINE,
    )
    return {code: (name, severity) for code, name, severity in rows}


def test_the_rules_are_the_table_of_the_specification():
    """Every rule of rules.md is here, under its name, and there is no other."""
    table = spec_table()
    assert len(table) > 30
    here = {r.code: r.name for r in RULES}
    assert here == {code: name for code, (name, _) in table.items()}


@each_rule
def test_the_default_severity_is_the_specification_s(rule):
    """A rule's default severity is the table's."""
    assert rule.severity.value == spec_table()[rule.code][1]
