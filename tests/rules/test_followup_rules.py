"""CJM401 to CJM407: owners, improvements, waivers and metrics.

Every figure here is worked out by hand from the definitions.
"""

from __future__ import annotations

from datetime import date

import pytest
from rule_samples import MOMENTS, place

from cjm.diagnostics.findings import Severity

DUE = date(2026, 5, 20)
AFTER = date(2026, 5, 21)


# ---- CJM401 -------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("journey", "found"),
    [
        ("touchpoints: {a: {expectation: 8, experience: 7}}", ["a"]),
        ("touchpoints: {a: {expectation: 8, experience: 7, owner: fleet}}", []),
        ("touchpoints: {a: {expectation: 8, experience: 8}}", []),
        ("touchpoints: {a: {expectation: 8}}", []),
        ("tolerance: 1\ntouchpoints: {a: {expectation: 8, experience: 7}}", []),
        (
            "touchpoints: {a: {expectation: 8, experience: 8, by_persona: {p: {experience: 1}}}}",
            [],
        ),
    ],
)
def test_a_disappointment_without_an_owner_is_told_at_its_key(find, desk, journey, found):
    """The journey's level decides: within the tolerance, unmeasured or owned is silent."""
    findings = find("CJM401", f"cjm: 1\n{journey}\n")
    assert [f.touchpoint for f in findings] == found
    assert all(desk.under(f) == f.touchpoint for f in findings)
    assert all(f.severity is Severity.WARNING for f in findings)


def test_a_threshold_does_not_change_who_is_disappointed(desk):
    """CJM401 looks at the level, which the tolerance sets, not at CJM101's threshold."""
    desk.write("cjm.yaml", "cjm: 1\ncheck: {options: {negative-gap: {threshold: -5}}}\n")
    desk.write("j.yaml", "cjm: 1\ntouchpoints: {a: {expectation: 8, experience: 7}}\n")
    report = desk.check("j.yaml", select=["CJM101", "CJM102", "CJM401"])
    assert [f.code for f in report.findings] == ["CJM401"]


# ---- CJM402 to CJM404 ---------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("improvements", "found"),
    [
        ("{}", ["a", "c"]),
        ("{i: {lifts: {a: 1}}}", ["c"]),
        ("{i: {lifts: {a: 1}}, k: {lifts: {b: 1, c: 1}}}", []),
        ("{i: {lifts: {a: 1, c: 1}, phase: act}}", []),  # any improvement that lifts it
    ],
)
def test_a_negative_moment_of_truth_wants_an_improvement(told, improvements, found):
    """b, which is none, needs no improvement; a threshold changes nothing here."""
    text = MOMENTS + (f"improvements: {improvements}\n" if improvements != "{}" else "")
    findings = told("CJM402", text, "{negative-gap: {threshold: -9}}")
    assert [f.touchpoint for f in findings] == found
    assert all(place(f)[1:] == (3, 4) for f in findings)


def improvement(phase, experience="8"):
    """An improvement due on 20 May 2026."""
    return f"""cjm: 1
touchpoints:
  a: {{expectation: 8, experience: {experience}, next: b}}
  b: {{expectation: {{score: 8, measured: 2026-06-01}}, experience: 8}}
improvements:
  quick: {{lifts: {{a: 1}}, phase: {phase}, due: 2026-05-20}}
"""


@pytest.mark.parametrize(
    ("phase", "late"),
    [("plan", "CJM403"), ("do", "CJM403"), ("check", "CJM404"), ("act", "CJM404")],
)
def test_an_improvement_has_its_due_day_still(told, phase, late):
    """On the day itself nothing is told; on the next one, at its key, by its phase."""
    assert told("CJM403,CJM404", improvement(phase), today=DUE) == []
    [finding] = told("CJM403,CJM404", improvement(phase), today=AFTER)
    assert (finding.code, finding.severity, place(finding)) == (late, "warning", (6, 3, 8))


@pytest.mark.parametrize(
    ("measured", "proven"), [("2026-05-19", False), ("2026-05-20", True), ("2026-06-01", True)]
)
def test_an_improvement_is_proven_by_an_experience_measured_since(told, measured, proven):
    """The due day counts; what was measured elsewhere, or of expectations, does not."""
    text = improvement("check", f"{{score: 8, measured: {measured}}}")
    assert (told("CJM404", text, today=AFTER) == []) is proven
    own = improvement(
        "act", f"8, by_persona: {{p: {{experience: {{score: 8, measured: {measured}}}}}}}"
    )
    assert (told("CJM404", own, today=AFTER) == []) is proven


def test_an_improvement_without_a_day_is_never_late(told):
    """No `due`, no finding."""
    text = improvement("plan").replace(", due: 2026-05-20", "")
    assert told("CJM403,CJM404", text, today=date(2099, 1, 1)) == []


# ---- CJM405 and CJM406 --------------------------------------------------------------------------


def waived(*waivers, experience=5):
    """A gap at a under these waivers."""
    items = "".join(f"  - {{{w}, reason: r}}\n" for w in waivers)
    return (
        "cjm: 1\ntouchpoints:\n"
        f"  a: {{expectation: 8, experience: {experience}, next: b}}\n"
        "  b: {expectation: 8, experience: 8}\n"
        f"waivers:\n{items}"
    )


UNTIL = "rule: negative-gap, touchpoint: a, until: 2026-05-20"


def test_an_expired_waiver_is_told_and_so_is_what_it_covered(told):
    """Valid on its last day; from the next on an error at the item, and the gap again."""
    rules = "CJM101,CJM102,CJM405,CJM406"
    assert told(rules, waived(UNTIL), today=DUE) == []
    gap, waiver = told(rules, waived(UNTIL), today=AFTER)
    assert (gap.code, waiver.code, waiver.severity) == ("CJM102", "CJM405", "error")
    assert (waiver.span.line, waiver.span.column, waiver.touchpoint) == (6, 5, "a")


def test_nothing_waives_an_expired_or_unused_waiver(brief):
    """CJM405 and CJM406 stay, whatever other waivers say."""
    text = waived(UNTIL, "rule: [CJM405, CJM406, ALL]", experience=8)
    assert brief("CJM101,CJM405,CJM406", text, today=AFTER) == [("CJM405", "a")]
    all_three = waived("rule: [CJM405, CJM406]", experience=8)
    assert brief("CJM405,CJM406", all_three) == [("CJM406", None)]


@pytest.mark.parametrize(
    ("waiver", "rules", "unused"),
    [
        ("rule: negative-gap, touchpoint: a", "CJM101", False),
        ("rule: negative-gap, touchpoint: b", "CJM101", True),
        ("rule: no-owner", "CJM401", False),
        ("rule: doom-loop", "CJM103", True),
        ("rule: doom-loop", "CJM101", False),  # it did not run
        ("rule: [doom-loop, negative-gap], touchpoint: b", "CJM101", False),  # one did not
        ("rule: [doom-loop, negative-gap], touchpoint: b", "CJM101,CJM103", True),
        ("rule: [doom-loop, negative-gap], touchpoint: a", "CJM101,CJM103", False),
        ("rule: CJM2", "CJM201", False),  # a prefix is all of its rules
        ("rule: CJM2", "CJM2", True),
        ("rule: doom-loop, until: 2026-05-20", "CJM103", False),  # expired: CJM405's
    ],
)
def test_a_waiver_is_unused_where_all_its_rules_ran_and_found_nothing(told, waiver, rules, unused):
    """Told at the item, a warning."""
    findings = [f for f in told(f"{rules},CJM406", waived(waiver)) if f.code == "CJM406"]
    assert bool(findings) is unused
    for finding in findings:
        assert (finding.span.line, finding.span.column, finding.severity) == (6, 5, "warning")


def test_of_two_waivers_of_one_finding_both_are_used(told):
    """Each covers it."""
    text = waived("rule: negative-gap", "rule: CJM10, touchpoint: a")
    assert told("CJM101,CJM406", text) == []


def test_a_broken_journey_s_waivers_are_not_judged(desk):
    """What was not analysed has no unused waivers, nor expired ones."""
    desk.write("j.yaml", waived("rule: negative-gap, touchpoint: b, until: 2000-01-01") + "zz: 1\n")
    assert [f.code for f in desk.check("j.yaml").findings] == ["CJM002"]
    desk.write("j.yaml", waived("rule: negative-gap, touchpoint: b", "rule: nope"))
    assert [f.code for f in desk.check("j.yaml").findings] == ["CJM003"]


# ---- CJM407 -------------------------------------------------------------------------------------


METRICS = """cjm: 1
touchpoints:
  a:
    expectation: 8
    experience: 8
    metrics: {{nps: {0}, speed: {{value: 4, unit: min}}}}
metrics: {{nps: {1}, other: 3}}
"""


@pytest.mark.parametrize(
    ("at_a", "whole", "lines"),
    [
        ("50", "50", []),
        ("49.9", "50", [6]),
        ("50", "49", [7]),
        ("49", "{value: 49, target: '>= 40'}", [6]),  # its own target comes first
        ("{value: 60, target: '> 60'}", "50", [6]),
        ("{value: 60, target: '<= 60'}", "50", []),
    ],
)
def test_a_metric_is_held_to_its_own_target_or_the_workspace_s(told, desk, at_a, whole, lines):
    """On target is no miss, unless the sign says so; told at the metric's key."""
    text = METRICS.format(at_a, whole)
    findings = told("CJM407", text, more="targets: {nps: '>= 50', speed: '< 5'}\n")
    assert [f.span.line for f in findings] == lines
    assert all(desk.under(f) == "nps" for f in findings)
    assert all(f.touchpoint == ("a" if f.span.line == 6 else None) for f in findings)


@pytest.mark.parametrize(
    ("code", "text", "said"),
    [
        (
            "CJM407",
            "metrics: {csat: {title: 'Happy\\u200b', value: 61, unit: '%', target: '>= 90'}}\n",
            "Happy<U+200B> is 61%, the target is ≥ 90%",
        ),
        (
            "CJM408",
            "improvements: {call: {phase: act, judged_by: {wait: {title: The wait, before: 9,"
            " after: 7.5, unit: min, target: '<= 5'}}}}\n",
            "call: it became the standard, but The wait is 7.5 min after it, not ≤ 5 min",
        ),
        (
            "CJM309",
            "metrics: {crr: {title: Came back, value: 140, unit: '%'}}\n",
            "Came back is 140%, and goes from 0% to 100%",
        ),
    ],
)
def test_a_metric_is_told_as_pages_tell_it(told, code, text, said):
    """By its title, with its unit, the target's sign a sign."""
    head = "cjm: 1\ntouchpoints: {a: {expectation: 8, experience: 8}}\n"
    [finding] = told(code, head + text.replace("'Happy\\u200b'", '"Happy\\u200b"'))
    assert finding.message.replace("\u00a0", " ") == said


def test_a_large_metric_is_written_out(told):
    """No exponents in a message."""
    text = METRICS.format("50", "{value: 1234567, target: '>= 2000000'}")
    [finding] = told("CJM407", text)
    assert finding.message == "nps is 1,234,567, the target is ≥\u00a02,000,000"


MEASURED = {
    "CJM407": "metrics: {{csat: {{value: {0}, unit: '%', target: '{1}'}}}}\n",
    "CJM408": "improvements: {{i: {{phase: act, judged_by: {{csat: {{after: {0}, unit: '%',"
    " target: '{1}'}}}}}}}}\n",
}


@pytest.mark.parametrize("code", MEASURED)
@pytest.mark.parametrize(
    ("value", "target", "english", "russian"),
    [
        (71.105528, ">= 90.125", ("71.11%", "≥ 90.13%"), ("71,11 %", "≥ 90,13 %")),
        (71.1, ">= 90", ("71.1%", "≥ 90%"), ("71,1 %", "≥ 90 %")),
        (0.0004, ">= 90", ("<0.01%", "≥ 90%"), ("<0,01 %", "≥ 90 %")),
        (90, "> 90", ("90%", "> 90%"), ("90 %", "> 90 %")),
        (71.105528, "> 71.105528", ("71.11%", "> 71.11%"), ("71,11 %", "> 71,11 %")),
        (89.9996, ">= 90", ("89.9996%", "≥ 90%"), ("89,9996 %", "≥ 90 %")),
        (90.0004, "<= 90.0001", ("90.0004%", "≤ 90.0001%"), ("90,0004 %", "≤ 90,0001 %")),
    ],
)
def test_a_measured_metric_is_rounded_as_on_pages(told, code, value, target, english, russian):
    """Two decimals; more only where the rounded figures would deny that the target is missed."""
    head = "cjm: 1\ntouchpoints: {a: {expectation: 8, experience: 8}}\n"
    text = head + MEASURED[code].format(value, target)
    for language, (amount, goal) in (("en", english), ("ru", russian)):
        [finding] = told(code, text, more=f"language: {language}\n")
        message = finding.message.replace("\u00a0", " ")
        assert f" {amount}" in message
        assert message.endswith(f" {goal}")


@pytest.mark.parametrize(
    ("value", "said"),
    [
        (140.105528, "csat is 140.11%, and goes from 0% to 100%"),
        (100.004, "csat is 100.004%, and goes from 0% to 100%"),
        (-0.004, "csat is −<0.01%, and goes from 0% to 100%"),
    ],
)
def test_a_metric_that_cannot_be_is_not_rounded_to_one_that_can(told, value, said):
    """Of CJM309's bounds the one that it lies beyond decides."""
    head = "cjm: 1\ntouchpoints: {a: {expectation: 8, experience: 8}}\n"
    [finding] = told("CJM309", f"{head}metrics: {{csat: {{value: {value}, unit: '%'}}}}\n")
    assert finding.message == said


@pytest.mark.parametrize(
    ("code", "more"), [("CJM401", ""), ("CJM402", "owner: branch, ")], ids=["owner", "improvement"]
)
def test_a_follow_up_names_the_persona_for_whom_it_is_worst(told, code, more):
    """Where not all get as little as the whole says."""
    text = (
        "cjm: 1\n"
        "personas: {student: {name: Student, share: 0.6}, old: {name: Pensioner, share: 0.4}}\n"
        f"touchpoints:\n  queue: {{expectation: 7, experience: 6, {more}"
        "by_persona: {student: {experience: 7}, old: {experience: 2}}}\n"
    )
    [finding] = told(code, text)
    assert finding.message.endswith("; worst for Pensioner: −5")
    alike = text.replace("{experience: 7}", "{experience: 5}").replace(
        "{experience: 2}", "{experience: 5}"
    )
    [finding] = told(code, alike)
    assert "worst" not in finding.message
