"""What each rule finds, and does not, at the edges of its definition."""

from __future__ import annotations

import pytest

from cjm.diagnostics.findings import Severity


def only(report, code):
    """The findings of one rule."""
    assert report.problems == ()
    broken = [f.message for f in report.findings if f.code in ("CJM001", "CJM002", "CJM003")]
    assert broken == []
    return [f for f in report.findings if f.code == code]


@pytest.fixture
def find(desk):
    """The findings of one rule in one journey, other rules out of the way."""

    def run(code, text, workspace=None):
        if workspace:
            desk.write("cjm.yaml", workspace)
        return only(desk.check(desk.write("journey.yaml", text), select=["CJM0", code]), code)

    return run


# ---- CJM101 -----------------------------------------------------------------------------------


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


# ---- CJM201 -----------------------------------------------------------------------------------


def test_a_transition_that_nobody_takes_leads_nowhere(find, desk):
    """Probability 0 does not make a touchpoint reachable."""
    [lost] = find(
        "CJM201",
        """
        cjm: 1
        touchpoints:
          a: {next: {b: 1, c: 0}}
          b:
          c:
        """,
    )
    assert (lost.touchpoint, desk.under(lost)) == ("c", "c")


def test_every_start_leads_somewhere_but_a_share_of_0_does_not(find):
    """All starts count, those with a share of 0 do not."""
    text = "cjm: 1\nstart: {b: 1, a: 0}\ntouchpoints: {a: {next: c}, b: {next: c}, c: }\n"
    assert [f.touchpoint for f in find("CJM201", text)] == ["a"]
    assert find("CJM201", text.replace("{b: 1, a: 0}", "[a, b]")) == []


def test_touchpoints_that_only_lead_to_each_other_are_each_unreachable(find):
    """An island is told touchpoint by touchpoint."""
    text = "cjm: 1\ntouchpoints: {a: {next: c}, x: {next: y}, y: {next: x}, c: }\n"
    assert [f.touchpoint for f in find("CJM201", text)] == ["x", "y"]


# ---- CJM202 and CJM205 ------------------------------------------------------------------------


def graph(desk, touchpoints):
    """Code and touchpoint of what the two rules find."""
    text = f"cjm: 1\ntouchpoints: {touchpoints}\n"
    report = desk.check(desk.write("journey.yaml", text), select=["CJM0", "CJM202", "CJM205"])
    assert report.problems == ()
    return [(f.code, f.touchpoint) for f in report.findings]


@pytest.mark.parametrize(
    ("touchpoints", "expected"),
    [
        # drop-off is a way out of a trap but not an exit
        ("{a: {next: {b: 0.5, c: 0.5}}, b: {next: {b: 0.9}}, c: }", [("CJM202", "b")]),
        ("{a: {next: {b: 0.5, c: 0.5}}, b: {next: b}, c: }", [("CJM205", "b")]),
        # what leads into a trap only is no member of it
        (
            "{a: {next: [b, z]}, b: {next: c}, c: {next: d}, d: {next: c}, z: }",
            [("CJM202", "b"), ("CJM205", "c")],
        ),
        # a cycle that nobody can enter is no trap, yet nothing leads out of it
        ("{a: {next: z}, x: {next: y}, y: {next: x}, z: }", [("CJM202", "x"), ("CJM202", "y")]),
        # an exit that nobody takes is none
        ("{a: {next: {a: 1, z: 0}}, z: }", [("CJM205", "a")]),
        ("{a: {next: {z: 0}}, z: }", [("CJM202", "a")]),
        # the whole journey is one trap
        ("{a: {next: b}, b: {next: a}}", [("CJM205", "a")]),
        # a sum within 1e-6 of 1 is 1: nobody drops off
        ("{a: {next: {b: 0.5, z: 0.5}}, b: {next: {b: 0.9999999}}, z: }", [("CJM205", "b")]),
        # a cycle with a way out is neither
        ("{a: {next: b}, b: {next: [a, z]}, z: }", []),
        ("{a: }", []),
    ],
)
def test_no_exit_and_trap_share_the_dead_ends(desk, touchpoints, expected):
    """Members of a trap are told once, by CJM205; every other dead end by CJM202."""
    assert graph(desk, touchpoints) == expected


def test_each_trap_is_one_finding_at_its_first_touchpoint_with_the_others_related(find, desk):
    """Two traps are two findings; members are related in the order of the file."""
    one, two = find(
        "CJM205",
        """
        cjm: 1
        touchpoints:
          a: {next: [q, r, z]}
          p: {next: r}
          q: {next: q}
          r: {next: s}
          s: {next: p}
          z:
        """,
    )
    assert [desk.under(one), desk.under(two)] == ["p", "q"]
    assert [(r.file, r.span.line, r.span.column) for r in one.related] == [
        ("journey.yaml", 7, 3),
        ("journey.yaml", 8, 3),
    ]
    assert [r.message for r in one.related] == ["r is part of the trap", "s is part of the trap"]
    assert two.related == ()


# ---- CJM301 -----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("scores", "message"),
    [
        ("{}", "a: there is no expectation and no experience"),
        ("", "a: there is no expectation and no experience"),
        ("{expectation: 5}", "a: there is no experience"),
        ("{experience: 0}", "a: there is no expectation"),
        ("{expectation: 0, experience: 0}", None),
    ],
)
def test_unmeasured_names_what_is_missing(find, desk, scores, message):
    """The missing side is named, at the touchpoint's key; a score of 0 is a score."""
    findings = find("CJM301", f"cjm: 1\ntouchpoints:\n  a: {scores}\n")
    assert [f.message for f in findings] == ([message] if message else [])
    assert [desk.under(f) for f in findings] == (["a"] if message else [])


@pytest.mark.parametrize(
    ("personas", "by_persona", "measured"),
    [
        ("{a: {share: 0.6}, b: {share: 0.4}}", "{a: {experience: 5}, b: {experience: 6}}", True),
        ("{a: {share: 0.6}, b: {share: 0.4}}", "{a: {experience: 5}}", False),
        ("{a: {share: 0.6}, b: }", "{a: {experience: 5}, b: {experience: 6}}", False),
        ("[a, b]", "{a: {experience: 5}, b: {experience: 6}}", False),
    ],
)
def test_scores_by_persona_measure_a_touchpoint_where_all_have_share_and_score(
    find, personas, by_persona, measured
):
    """The mean over personas needs a share and a score of every one of them."""
    text = f"""
        cjm: 1
        personas: {personas}
        touchpoints: {{t: {{expectation: 5, by_persona: {by_persona}}}}}
        """
    assert (find("CJM301", text) == []) is measured


# ---- CJM401 -----------------------------------------------------------------------------------


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


# ---- CJM004 -----------------------------------------------------------------------------------

SMALL = "cjm: 1\n{keys}touchpoints: {{a: {{expectation: 8, experience: 8}}}}\n"


@pytest.mark.parametrize(
    ("one", "two", "found"),
    [
        ("id: x\n", "id: x\n", True),
        ("id: x\nstate: as-is\n", "id: x\n", True),
        ("id: x\n", "id: x\nstate: to-be\n", False),
        ("id: x\nlanguage: ru\n", "id: x\n", False),
        ("id: x\nlanguage: en\n", "id: x\n", True),
        ("id: x\n", "id: y\n", False),
        ("id: b\n", "", True),
    ],
)
def test_one_id_twice_is_found_unless_state_or_language_differs(desk, one, two, found):
    """An as-is with its to-be, and two languages, are pairs; everything else is a duplicate."""
    desk.write("a.yaml", SMALL.format(keys=one))
    desk.write("b.yaml", SMALL.format(keys=two))
    findings = desk.check("a.yaml", "b.yaml").findings
    assert [(f.code, f.file) for f in findings] == ([("CJM004", "b.yaml")] if found else [])
    for finding in findings:
        assert desk.under(finding) == ("cjm" if not two else "x")
        assert [r.file for r in finding.related] == ["a.yaml"]


def test_a_third_journey_of_one_id_is_found_too(desk):
    """Each further journey of an id is a finding that points back at the first."""
    for name in "abc":
        desk.write(f"{name}.yaml", SMALL.format(keys="id: x\n"))
    findings = desk.check(".").findings
    assert [(f.file, f.related[0].file) for f in findings] == [
        ("b.yaml", "a.yaml"),
        ("c.yaml", "a.yaml"),
    ]
