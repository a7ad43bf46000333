"""Waivers: what they cover, until when, and what nothing can cover."""

from __future__ import annotations

from datetime import date

import pytest

JOURNEY = """\
cjm: 1
touchpoints:
  a: {{expectation: 8, experience: 5, next: b}}
  b: {{expectation: 8, experience: 6}}
waivers: {waivers}
"""
EVERYTHING = [("CJM101", "a"), ("CJM401", "a"), ("CJM101", "b"), ("CJM401", "b")]


@pytest.fixture
def left(desk):
    """Code and touchpoint of what a journey's waivers leave, and how many they cover."""

    def run(waivers, **options):
        report = desk.check(desk.write("j.yaml", JOURNEY.format(waivers=waivers)), **options)
        assert report.problems == ()
        return [(f.code, f.touchpoint) for f in report.findings], report.summary.waived

    return run


def test_without_waivers_everything_is_found(left):
    """The journey of these tests has four findings."""
    found, waived = left("[]")
    assert (sorted(found), waived) == (sorted(EVERYTHING), 0)


@pytest.mark.parametrize(
    ("rule", "covered"),
    [
        ("negative-gap", {"CJM101"}),
        ("CJM101", {"CJM101"}),
        ("CJM4", {"CJM401"}),
        ("CJM", {"CJM101", "CJM401"}),
        ("ALL", {"CJM101", "CJM401"}),
        ("[negative-gap, CJM401]", {"CJM101", "CJM401"}),
        ("CJM2", set()),
        ("doom-loop", set()),
        # CJM101 and CJM102 are one rule here: which of the two a gap is may change
        ("negative-moment-of-truth", {"CJM101"}),
        ("[CJM102]", {"CJM101"}),
    ],
)
def test_a_waiver_covers_the_rules_it_names(left, rule, covered):
    """By name, code, prefix or a list; covered findings are counted, not listed."""
    found, waived = left(f"[{{rule: {rule}, reason: r}}]")
    assert sorted(found) == sorted(e for e in EVERYTHING if e[0] not in covered)
    assert waived == 4 - len(found)


def test_a_waiver_of_a_touchpoint_covers_that_one_only(left):
    """`touchpoint` narrows a waiver."""
    found, waived = left("[{rule: ALL, touchpoint: b, reason: r}]")
    assert (sorted(found), waived) == ([("CJM101", "a"), ("CJM401", "a")], 2)


@pytest.mark.parametrize(
    ("today", "valid"),
    [
        (date(2027, 3, 30), True),
        (date(2027, 3, 31), True),
        (date(2027, 4, 1), False),
    ],
)
def test_a_waiver_ends_after_its_last_valid_day(left, today, valid):
    """`until` is included; on the day after, the finding is back."""
    found, waived = left("[{rule: ALL, reason: r, until: 2027-03-31}]", today=today)
    assert (len(found), waived) == ((0, 4) if valid else (4, 0))


def test_a_waiver_without_an_end_holds_for_ever(left):
    """No `until`, no end."""
    assert left("[{rule: ALL, reason: r}]", today=date(9999, 12, 31)) == ([], 4)


def test_one_valid_waiver_of_several_is_enough(left):
    """An expired one beside it changes nothing."""
    waivers = "[{rule: ALL, reason: r, until: 2000-01-01}, {rule: CJM101, reason: r}]"
    assert left(waivers) == ([("CJM401", "a"), ("CJM401", "b")], 2)


def test_what_is_not_selected_is_not_counted_as_waived(left):
    """A waiver covers findings, not rules that did not run."""
    assert left("[{rule: ALL, reason: r}]", select=["CJM4"]) == ([], 2)


def test_nothing_waives_cjm0(desk):
    """A duplicate id and an unknown rule of a waiver stay, whatever the waivers say."""
    waivers = "waivers: [{rule: [ALL, CJM0, duplicate-id, unknown-reference, nope], reason: r}]"
    for name in "ab":
        desk.write(
            f"{name}.yaml",
            f"cjm: 1\nid: x\ntouchpoints: {{a: {{expectation: 1, experience: 1}}}}\n{waivers}\n",
        )
    report = desk.check(".")
    assert [(f.file, f.code) for f in report.findings] == [
        ("a.yaml", "CJM003"),
        ("b.yaml", "CJM004"),
        ("b.yaml", "CJM003"),
    ]
    assert report.summary.waived == 0


@pytest.mark.parametrize(
    ("rule", "under", "help"),
    [
        ("negativ-gap", "negativ-gap", "did you mean 'negative-gap'?"),
        ("[CJM101, doomloop]", "doomloop", "did you mean 'doom-loop'?"),
        ("CJM9", "CJM9", "see which there are: cjm rule"),
    ],
)
def test_a_waiver_of_an_unknown_rule_is_told_where_it_stands(desk, rule, under, help):
    """CJM003 at the text that names nothing, with the rule that was probably meant."""
    text = JOURNEY.format(waivers=f"[{{rule: {rule}, reason: r}}]")
    report = desk.check(desk.write("j.yaml", text), select=["CJM003"])
    [finding] = report.findings
    assert (finding.code, desk.under(finding), finding.help) == ("CJM003", under, help)


@pytest.mark.parametrize("rule", ["doom-loop", "CJM102", "CJM407", "[CJM304, CJM40]"])
def test_a_waiver_of_a_rule_that_does_not_run_is_no_fault(desk, rule):
    """A waiver may name any rule, whichever are selected."""
    text = JOURNEY.format(waivers=f"[{{rule: {rule}, reason: r}}]")
    assert desk.check(desk.write("j.yaml", text), select=["CJM0"]).findings == ()


def test_a_waiver_needs_its_reason(desk):
    """Without a reason it is no waiver, and the journey is broken."""
    text = JOURNEY.format(waivers="[{rule: ALL}]")
    report = desk.check(desk.write("j.yaml", text))
    assert [(f.code, f.message) for f in report.findings] == [("CJM002", "'reason' is missing")]
