"""Identity over all rules: baseline, waiver and fingerprint agree on what is the same finding."""

from __future__ import annotations

import json
import re
from dataclasses import replace
from datetime import date

import pytest
from lived_examples import report_of_files
from page_examples import examples

import cjm
from cjm.checking.waivers import covering
from cjm.diagnostics.findings import Excerpt, Finding, Report, Severity, Span, Summary
from cjm.diagnostics.identity import identity_of
from cjm.journey import Waiver
from cjm.reporters.fingerprints import fingerprints
from cjm.rules import RULES

NEVER = ("CJM0", "CJM405", "CJM406")
"""Nothing waives these and no baseline knows them."""
TODAY = date(2026, 10, 1)
SHARED = "cjm: 1\nworkspace: w\nlanguage: {language}\n"

each_rule = pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.name)


def found(desk, rule, files, language="en", **options) -> list[Finding]:
    """What a rule finds in files that a workspace of that language has."""
    desk.write("cjm.yaml", SHARED.format(language=language))
    report = report_of_files(desk, rule, files, **options)
    assert report.problems == ()
    return [finding for finding in report.findings if finding.code == rule.code]


def prints(found: list[Finding]) -> list[str]:
    return sorted(fingerprints(Report(tuple(found), Summary())))


def moved(files: dict[str, str]) -> dict[str, str]:
    """The same with three lines above, and every value with more white space before it."""
    return {name: "# one\n\n# two\n" + re.sub(r": (?=\S)", ":   ", t) for name, t in files.items()}


@each_rule
def test_words_and_lines_do_not_tell_findings_apart(rule, desk):
    """In another language and further down in the file they have the same fingerprints."""
    files = examples(rule, "Failing example")
    before, after = found(desk, rule, files), found(desk, rule, moved(files), "ru")
    assert before
    assert [f.message for f in before] != [f.message for f in after]
    assert all(one.span != other.span for one, other in zip(before, after, strict=True))
    assert prints(before) == prints(after)
    assert sorted(map(identity_of, before)) == sorted(map(identity_of, after))


@each_rule
def test_nothing_but_its_place_counts(rule, desk):
    """Words, values, severity and the source line are compared or shown, and never tell apart."""
    for finding in found(desk, rule, examples(rule, "Failing example")):
        other = replace(
            finding,
            message="another",
            help=None,
            words="",
            severity=Severity.INFO,
            span=Span(900, 1, 900, 2),
            values=tuple((who, value - 1) for who, value in finding.values),
            personas=tuple((who, value - 1) for who, value in finding.personas),
            related=(),
            excerpt=Excerpt("another"),
        )
        assert identity_of(other) == identity_of(finding)
        assert prints([other]) == prints([finding])


@each_rule
def test_another_place_is_another_finding(rule, desk):
    """Another journey, state, touchpoint or item; and no two of an example are one."""
    findings = found(desk, rule, examples(rule, "Failing example"))
    assert len(set(map(identity_of, findings))) == len(findings)
    for finding in findings:
        for change in (
            {"journey": "another"},
            {"state": "to-be"},
            {"touchpoint": "another"},
            {"item": "another"},
        ):
            other = replace(finding, **change)
            assert identity_of(other) != identity_of(finding)
            assert prints([other]) != prints([finding])


@each_rule
def test_a_baseline_knows_again_what_a_fingerprint_does(rule, desk):
    """Written in English, met in Russian further down; faults of the file are never known."""
    files = examples(rule, "Failing example")
    recorded = found(desk, rule, files, update_baseline=True)
    left = found(desk, rule, moved(files), "ru")
    if rule.code.startswith(NEVER):
        assert left
        return
    assert recorded == left == []
    entries = json.loads((desk.folder / "cjm-baseline.json").read_text(encoding="utf-8"))
    assert entries["findings"]


@each_rule
def test_a_waiver_covers_what_is_the_same_finding(rule, desk):
    """By its rule and touchpoint; at another touchpoint, or of another rule, it covers nothing."""
    for finding in found(desk, rule, examples(rule, "Failing example")):
        here = Waiver(rule=(rule.name,), touchpoint=finding.touchpoint, reason="known")
        assert covering(finding, [here], TODAY) == ([] if rule.code.startswith(NEVER) else [0])
        reworded = replace(finding, message="another", values=(), span=Span(900, 1, 900, 2))
        assert covering(reworded, [here], TODAY) == covering(finding, [here], TODAY)
        elsewhere = Waiver(rule=(rule.name,), touchpoint="another", reason="known")
        assert covering(finding, [elsewhere], TODAY) == []
        others = tuple(r.name for r in RULES if not same(r.code, rule.code))
        assert covering(finding, [Waiver(rule=others, reason="known")], TODAY) == []


def same(one: str, other: str) -> bool:
    """CJM101 and CJM102 are one rule for waivers, baselines and fingerprints."""
    gaps = {"CJM101", "CJM102"}
    return one == other or {one, other} <= gaps


@pytest.mark.parametrize(
    "scores", ["expectation: 9, experience: 5", "expectation: 9, experience: 1"]
)
def test_a_gap_that_becomes_a_moment_of_truth_is_the_same_finding(desk, scores):
    """Improving one touchpoint makes no new finding of another one."""
    gap, moment = (
        cjm.check(desk.write("a.yaml", f"cjm: 1\ntouchpoints: {{a: {{{scores}}}}}\n"), select=code)
        for code in ("CJM101", "CJM102")
    )
    assert [f.code for f in (*gap.findings, *moment.findings)] == ["CJM101", "CJM102"]
    assert prints(list(gap.findings)) == prints(list(moment.findings))
