"""What a program can put right: which fixes a finding carries, where, and which are safe."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cjm.checking.assess import assess
from cjm.diagnostics.findings import Finding
from cjm.edits import Edit, apply


def written(field: str) -> str:
    return f"cjm: 1\ntouchpoints:\n  a:\n    title: Т😀\n    {field}\n  b: {{outcome: success}}\n"


def broken(text: str) -> list[Finding]:
    return [finding for finding in assess(text).findings if finding.code.startswith("CJM0")]


def mended(text: str, finding: Finding, nth: int = 0) -> str:
    edits = finding.fixes[nth].edits
    return apply(text, [Edit(edit.start, edit.end, edit.text) for edit in edits])


SAFE = [
    ("experience: 7,5", "experience: 7.5"),
    ("experience: &e 7,5", "experience: &e 7.5"),
    ("experience: {score: 7,5}", "experience: {score: 7.5}"),
    ("next: {b: 1,0}", "next: {b: 1.0}"),
    ("next: {b: 100%}", "next: {b: 1}"),
    ("next: {b: 100 %}", "next: {b: 1}"),
    ("metrics: {csat: 71%}", 'metrics: {csat: {value: 71, unit: "%"}}'),
    ("metrics: {nps: −5}", "metrics: {nps: -5}"),
    ("moment_of_truth: да", "moment_of_truth: true"),
    ("moment_of_truth: Нет", "moment_of_truth: false"),
    ("moment_of_truth: yes", "moment_of_truth: true"),
    ("moment_of_truth: no", "moment_of_truth: false"),
    ("duration: 2 дня", "duration: 2 d"),
    ("duration: 1.5 hours", "duration: 1.5 h"),
    (
        "experience: {score: 7, measured: 03.09.2026}",
        "experience: {score: 7, measured: 2026-09-03}",
    ),
    ("experience: {score: 7, measured: 13/9/2026}", "experience: {score: 7, measured: 2026-09-13}"),
    ("experience: \u200b7", "experience: 7"),
    ("exp\u00aderience: 7", "experience: 7"),
    ("owner:Анна", "owner: Анна"),
    ("experiense: 7", "experience: 7"),
    ("Experience: 7", "experience: 7"),
]


@pytest.mark.parametrize(("slip", "right"), SAFE)
@pytest.mark.parametrize("mark", ["", "\ufeff"])
def test_a_slip_of_one_meaning_has_a_safe_fix(slip, right, mark):
    """Made by its offsets, which count a byte order mark, it leaves a journey without faults."""
    text = mark + written(slip)
    (finding,) = [finding for finding in broken(text) if finding.fixes]
    assert finding.safe_fix is finding.fixes[0]
    assert mended(text, finding) == mark + written(right)
    assert broken(mended(text, finding)) == []


OFFERED = [
    ("experience: {score: 7, measured: 09/11/2026}", ["2026-11-09", "2026-09-11"]),
    ("duration: 2 м", ["2 min"]),
    ("duration: 1-2 дня", ["1 d", "2 d"]),
    ("next: {bb: 1}", []),
    ("next: рay", []),
    ("оwner: Анна", ["owner"]),
    ("owner= Анна", [": "]),
    ("moment_of_truth: +", ["true"]),
    ("experience: 9 баллов", ["9"]),
    ("next: {b: 90}", ["0.9"]),
    ("name: Имя", ["title"]),
]


@pytest.mark.parametrize(("slip", "texts"), OFFERED)
def test_what_may_mean_something_else_is_offered(slip, texts):
    """Days of two readings, units of two, letters of another script, ids: a person chooses."""
    found = broken(written(slip))
    assert [edit.text for f in found for fix in f.fixes for edit in fix.edits] == texts
    assert not any(finding.safe_fix for finding in found)


def test_an_id_that_names_nothing_is_offered_in_all_its_places():
    """The near id, which somebody has to choose."""
    text = "cjm: 1\ntouchpoints:\n  paid: {next: {payed: 0.5, fail: 0.5}}\n"
    text += "  fail: {next: payd}\n  help: {next: payd}\n"
    (finding,) = [finding for finding in broken(text) if "payd" in finding.message]
    assert not finding.fixes[0].safe
    assert mended(text, finding).count("paid") == 3


@pytest.mark.parametrize(
    "field",
    [
        "metrics: {a: &n 7%, b: *n}",
        "experience: &e {score: 7,5}\n    expectation: *e",
        "experience: !!str 7,5",
        "experience: |\n      7,5",
    ],
)
def test_what_stands_for_more_than_itself_has_no_fix(field):
    """An alias, what it repeats, an anchor, a tag, a block of text."""
    found = broken(written(field))
    assert found
    assert not any(finding.fixes for finding in found)


@given(st.text("0123456789,.-−% \u00a0мин", max_size=9))
def test_a_safe_fix_mends_what_it_says(value):
    """Whatever is typed as a number, a duration and a metric."""
    for key in ("experience", "duration", "importance"):
        text = written(f"{key}: {value}")
        for finding in broken(text):
            if finding.safe_fix:
                assert "b: {outcome: success}" in mended(text, finding)
                assert finding.message not in [f.message for f in broken(mended(text, finding))]
