"""CJM101 and CJM102: gaps, and negative moments of truth.

Every figure here is worked out by hand from the definitions.
"""

from __future__ import annotations

import pytest
from rule_samples import MOMENTS, place

from cjm.diagnostics.findings import Severity

# ---- CJM101 -------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("side", "expected"),
    [
        ("experience: 5", "5"),
        ("experience: {score: 5, n: 40}", "5"),
        ("experience: {n: 40, because: [a], score: 5.5}", "5.5"),
    ],
)
def test_a_gap_points_at_the_number_of_the_experience(find, desk, side, expected):
    """The span is the experience's number, inside {score: …} too, and nothing around it."""
    [gap] = find("CJM101", f"cjm: 1\ntouchpoints:\n  ride: {{expectation: 9, {side}}}\n")
    assert desk.under(gap) == expected
    assert (gap.touchpoint, gap.severity, gap.personas) == ("ride", Severity.ERROR, ())


def test_a_gap_of_scores_by_persona_points_at_the_touchpoint(find, desk):
    """Where the whole journey's experience is a mean over personas, no one number is at fault."""
    [gap] = find(
        "CJM101",
        """
        cjm: 1
        personas: {a: {share: 0.5}, b: {share: 0.5}}
        touchpoints:
          ride:
            expectation: 9
            by_persona: {a: {experience: 5}, b: {experience: 6}}
        """,
    )
    assert desk.under(gap) == "ride"
    assert dict(gap.values) == {"": -3.5, "a": -4, "b": -3}


PERSONAS = """
cjm: 1
personas: {anna: {name: Анна, share: 0.4}, boris: {share: 0.3}, vera: {name: Вера, share: 0.3}}
touchpoints:
  ride:
    expectation: 7
    experience: 8
    by_persona:
      vera: {experience: {score: 2, n: 5}}
      anna: {expectation: 9, experience: 6}
"""


def test_a_gap_of_some_personas_is_one_finding_that_names_them(find, desk):
    """Two personas with a gap at one touchpoint are told once, in the journey's order."""
    [gap] = find("CJM101", PERSONAS)
    assert dict(gap.personas) == {"anna": -3, "vera": -5}
    assert "Анна, Вера" in gap.message
    assert dict(gap.values) == {"anna": -3, "vera": -5}
    assert desk.under(gap) == "6", "the first persona's own experience"


def test_a_persona_s_gap_inside_score_points_at_its_number(find, desk):
    """The persona's number is underlined where it is written as {score: …}."""
    [gap] = find("CJM101", PERSONAS.replace("anna: {expectation: 9, experience: 6}", ""))
    assert (desk.under(gap), gap.personas) == ("2", (("vera", -5.0),))


def test_a_persona_who_only_expects_more_points_at_the_touchpoint(find, desk):
    """Where the experience is inherited, the touchpoint's key is the place."""
    [gap] = find(
        "CJM101",
        """
        cjm: 1
        touchpoints:
          ride: {expectation: 7, experience: 8, by_persona: {anna: {expectation: 9}}}
        """,
    )
    assert desk.under(gap) == "ride"
    assert dict(gap.personas) == {"anna": -1}


def test_a_gap_of_everybody_names_no_personas(find):
    """Where the whole journey has the gap, it is one finding, however many personas share it."""
    [gap] = find("CJM101", PERSONAS.replace("experience: 8", "experience: 6.5"))
    assert gap.personas == ()
    assert dict(gap.values) == {"": -0.5, "anna": -3, "boris": -0.5, "vera": -5}


@pytest.mark.parametrize(
    ("tolerance", "options", "found"),
    [
        (0, "", ["a", "b", "c"]),
        (1, "", ["b", "c"]),
        (2, "", ["c"]),
        (3, "", []),
        (0, "{negative-gap: {threshold: -1}}", ["b", "c"]),
        (0, "{CJM101: {threshold: -2.5}}", ["c"]),
        (3, "{negative-gap: {threshold: -1}}", ["b", "c"]),
        (2, "{negative-gap: {threshold: 0}}", ["a", "b", "c"]),
    ],
)
def test_the_threshold_is_the_option_else_minus_the_tolerance(find, tolerance, options, found):
    """C below the limit is found, C on it is not; the option replaces the tolerance."""
    workspace = f"cjm: 1\ncheck: {{options: {options}}}\n" if options else None
    gaps = find(
        "CJM101",
        f"""
        cjm: 1
        tolerance: {tolerance}
        touchpoints:
          a: {{expectation: 8, experience: 7, next: b}}
          b: {{expectation: 8, experience: 6, next: c}}
          c: {{expectation: 8, experience: 5, next: d}}
          d: {{expectation: 8, experience: 8, next: e}}
          e: {{expectation: 8, experience: 9}}
        """,
        workspace,
    )
    assert [gap.touchpoint for gap in gaps] == found


def test_rounding_makes_no_gap(find):
    """8.3 − 8 is 0.3: a tolerance of 0.3 covers it exactly."""
    text = "cjm: 1\ntolerance: 0.3\ntouchpoints: {a: {expectation: 8.3, experience: 8}}\n"
    assert find("CJM101", text) == []
    assert len(find("CJM101", text.replace("tolerance: 0.3", "tolerance: 0.29"))) == 1


@pytest.mark.parametrize(
    ("evidence", "severity"),
    [
        ("{score: 8, n: 4, sd: 3}", Severity.WARNING),
        ("{score: 8, n: 400, sd: 3}", Severity.ERROR),
        ("{score: 8, n: 4}", Severity.ERROR),
        ("{score: 8, n: 4, sd: 0}", Severity.ERROR),
    ],
)
def test_a_gap_whose_interval_includes_0_is_a_warning(find, evidence, severity):
    """Thin evidence makes the finding a warning; firm or none leaves it an error."""
    text = f"cjm: 1\ntouchpoints: {{a: {{expectation: 9, experience: {evidence}}}}}\n"
    [gap] = find("CJM101", text)
    assert gap.severity is severity


@pytest.mark.parametrize(
    ("boris", "severity"), [("{score: 8, n: 4, sd: 3}", "warning"), ("8", "error")]
)
def test_a_gap_of_some_personas_is_a_warning_where_all_of_them_are_uncertain(find, boris, severity):
    """One persona with a certain gap is enough for an error."""
    [gap] = find(
        "CJM101",
        f"""
        cjm: 1
        touchpoints:
          a:
            expectation: 9
            experience: 9
            by_persona: {{anna: {{experience: {{score: 8, n: 4, sd: 3}}}},
                          boris: {{experience: {boris}}}}}
        """,
    )
    assert [id for id, _ in gap.personas] == ["anna", "boris"]
    assert gap.severity.value == severity


def test_a_touchpoint_without_a_gap_is_not_a_negative_one(find):
    """A missing side is for CJM301; CJM101 stays silent."""
    text = "cjm: 1\ntouchpoints: {a: {expectation: 9, next: b}, b: {experience: 1, next: c}, c: }\n"
    assert find("CJM101", text) == []


# ---- CJM102 beside CJM101 -----------------------------------------------------------------------


def test_a_touchpoint_is_told_once_for_its_gap(brief, told):
    """A negative moment of truth as CJM102, any other gap as CJM101; alone, each tells its own."""
    both = [("CJM102", "a"), ("CJM101", "b"), ("CJM102", "c")]
    assert brief("CJM101,CJM102", MOMENTS) == both
    assert brief("CJM101", MOMENTS) == [("CJM101", id) for id in "abc"]
    assert brief("CJM102", MOMENTS) == [("CJM102", "a"), ("CJM102", "c")]


def test_a_moment_of_truth_has_its_reasons_impact_and_reach(told):
    """It stands at the experience's number and says why, how many meet it and what it costs."""
    a, c = told("CJM102", MOMENTS)
    assert (place(a), place(c)) == ((3, 35, 36), (5, 66, 67))
    why = "C −8 (one of the main losses, the strongest impression; reached by 100% of customers"
    assert f"{why}, impact −8.00)" in a.message
    assert "(named by the author; reached by 100% of customers, impact −1.00)" in c.message
    assert (a.severity, dict(a.values)) == ("error", {"": -8})


@pytest.mark.parametrize(
    ("threshold", "expected"),
    [
        (-1, [("CJM102", "a")]),
        (-0.999, [("CJM102", "a"), ("CJM101", "b"), ("CJM102", "c")]),
        (-8, []),
    ],
)
def test_the_threshold_of_cjm101_holds_for_cjm102(brief, threshold, expected):
    """C on the threshold is not below it."""
    options = f"{{negative-gap: {{threshold: {threshold}}}}}"
    assert brief("CJM101,CJM102", MOMENTS, options) == expected


def test_within_the_tolerance_no_moment_of_truth_is_negative(brief):
    """A threshold above −tolerance finds a gap that is no negative moment of truth: CJM101."""
    text = "cjm: 1\ntolerance: 2\ntouchpoints: {a: {expectation: 8, experience: 6}}\n"
    assert brief("CJM101,CJM102", text) == []
    expected = [("CJM101", "a")]
    assert brief("CJM101,CJM102", text, "{negative-gap: {threshold: -1}}") == expected


def test_a_gap_of_personas_only_is_no_negative_moment_of_truth(told):
    """At a declared moment of truth, too, it stays CJM101 and names them."""
    text = """
        cjm: 1
        touchpoints:
          a:
            moment_of_truth: true
            expectation: 8
            experience: 8
            by_persona: {p: {experience: 5}, q: {experience: 9}}
        """
    [gap] = told("CJM101,CJM102", text)
    assert (gap.code, dict(gap.personas), dict(gap.values)) == ("CJM101", {"p": -3}, {"p": -3})


@pytest.mark.parametrize(("sd", "severity"), [(3, "warning"), (0.1, "error")])
def test_an_uncertain_moment_of_truth_is_a_warning(told, sd, severity):
    """n 4 and sd 3: the interval is ±4.8 and includes 0."""
    text = (
        "cjm: 1\ntouchpoints: {a: {expectation: 9, experience: "
        f"{{score: 8, n: 4, sd: {sd}}}}}}}\n"
    )
    findings = {f.code: f.severity for f in told("CJM101,CJM102,CJM304", text)}
    assert findings.pop("CJM102") == severity
    assert findings == ({"CJM304": "info"} if severity == "warning" else {})


def test_a_moment_of_truth_that_nobody_reaches_costs_nothing(told):
    """Impact and reach are 0, without a sign."""
    text = (
        "cjm: 1\ntouchpoints: {a: {expectation: 5, experience: 5},\n"
        " b: {moment_of_truth: true, expectation: 5, experience: 3}}\n"
    )
    [finding] = told("CJM102", text)
    assert "(named by the author; reached by 0% of customers, impact 0.00)" in finding.message


def test_waivers_take_the_two_for_one_rule(desk):
    """A waiver of either covers both, and neither is then unused."""
    for rule in ("CJM101", "CJM102"):
        waivers = f"waivers: [{{rule: {rule}, reason: r}}]\n"
        desk.write("j.yaml", MOMENTS + waivers)
        report = desk.check("j.yaml", select=["CJM101", "CJM102", "CJM406"])
        assert (report.findings, report.summary.waived) == ((), 3)


def test_improving_one_touchpoint_makes_no_other_a_new_finding(desk):
    """b, told as CJM101, becomes a moment of truth when a is mended; the baseline knows it."""
    desk.write("cjm.yaml", "cjm: 1\ncheck: {select: [CJM101, CJM102]}\n")
    desk.write("j.yaml", MOMENTS)
    desk.check(update_baseline=True)
    desk.write("j.yaml", MOMENTS.replace("experience: 1,", "experience: 9,"))
    report = desk.check()
    assert (report.findings, report.summary.baselined) == ((), 2)
    assert report.resolved == ("j CJM101 a",)
    (desk.folder / "cjm-baseline.json").unlink()
    assert [(f.code, f.touchpoint) for f in desk.check().findings] == [
        ("CJM102", "b"),
        ("CJM102", "c"),
    ]
