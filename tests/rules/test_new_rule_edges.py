"""What the rules of moments of truth, paths, evidence and follow-up find at their edges.

Every figure here is worked out by hand from the definitions in the specification.
"""

from __future__ import annotations

from datetime import date

import pytest

DUE = date(2026, 5, 20)
AFTER = date(2026, 5, 21)


@pytest.fixture
def told(desk):
    """What some rules tell of one journey: findings, in order."""

    def run(rules, text, options="{}", more="", **given):
        desk.write("cjm.yaml", f"cjm: 1\n{more}check: {{options: {options}}}\n")
        report = desk.check(
            desk.write("j.yaml", text), select=["CJM0", *rules.replace(",", " ").split()], **given
        )
        assert report.problems == ()
        assert [f.message for f in report.findings if f.code.startswith("CJM0")] == []
        return list(report.findings)

    return run


@pytest.fixture
def brief(told):
    """Code and touchpoint of what some rules tell."""
    return lambda *args, **given: [(f.code, f.touchpoint) for f in told(*args, **given)]


def place(finding):
    """Line, columns: where a finding stands, the end exclusive."""
    return (finding.span.line, finding.span.column, finding.span.end_column)


# ---- CJM102 beside CJM101 ---------------------------------------------------------------------

# Losses: a 8, b 1, c 1. a alone carries 80 %: vital-few, and the peak. d is the ending. So a and,
# being declared, c are moments of truth; b is none.
MOMENTS = """cjm: 1
touchpoints:
  a: {expectation: 9, experience: 1, next: b}
  b: {expectation: 6, experience: 5, next: c}
  c: {moment_of_truth: true, expectation: 6, experience: {score: 5, because: [x]}, next: d}
  d: {expectation: 5, experience: 5, outcome: success}
"""


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
    assert "C −8 (vital-few, peak; reached by 100 % of customers, impact −8)" in a.message
    assert "(declared; reached by 100 % of customers, impact −1)" in c.message
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
    assert "(declared; reached by 0 % of customers, impact 0)" in finding.message


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


# ---- CJM103 -----------------------------------------------------------------------------------


def loop(gap_a, gap_b):
    """x → a ⇄ b → z, in the order b, a in the file."""
    return f"""cjm: 1
touchpoints:
  x: {{expectation: 5, experience: 5, next: a}}
  b: {{expectation: 5, experience: {5 + gap_b}, next: [a, z]}}
  a: {{expectation: 5, experience: {5 + gap_a}, next: b}}
  z: {{expectation: 5, experience: 5}}
"""


@pytest.mark.parametrize(("gaps", "found"), [((-2, 2), False), ((-2, 1.9), True), ((1, 1), False)])
def test_a_loop_is_one_of_doom_below_zero(told, gaps, found):
    """A total of 0 is none; it stands at its first touchpoint in the file, the other related."""
    findings = told("CJM103", loop(*gaps))
    assert bool(findings) == found
    for finding in findings:
        assert (finding.touchpoint, place(finding)) == ("b", (4, 3, 4))
        assert finding.message == "b → a → b: every round adds −0.1 to the balance"
        assert [(r.span.line, r.span.column) for r in finding.related] == [(5, 3)]


def test_each_knot_of_loops_is_one_finding(brief):
    """Two components, two findings; a loop that nobody enters is none."""
    text = """
        cjm: 1
        touchpoints:
          a: {expectation: 5, experience: 4, next: {a: 0.2, b: 0.8}}
          b: {expectation: 5, experience: 4, next: {b: 0.2, c: 0.8}}
          c:
          lost: {expectation: 5, experience: 1, next: {lost: 0.5, c: 0.5}}
        """
    assert brief("CJM103", text) == [("CJM103", "a"), ("CJM103", "b")]


# ---- CJM104 -----------------------------------------------------------------------------------

# Running balance 1, −0.5, 0.5: overdrawn at b, whose C is −1.5.
OVERDRAWN = """cjm: 1
tolerance: 2
touchpoints:
  a: {expectation: 5, experience: 6, next: b}
  b: {expectation: 5, experience: 3.5, next: c}
  c: {expectation: 5, experience: 6, outcome: success}
"""


def test_an_overdrawn_balance_is_told_where_it_falls_below_zero(told):
    """At the touchpoint's key, with the balance there; exactly 0 is not below."""
    [finding] = told("CJM101,CJM102,CJM104", OVERDRAWN)
    assert (finding.code, place(finding), finding.severity) == ("CJM104", (5, 3, 4), "warning")
    assert "−0.5" in finding.message
    assert told("CJM104", OVERDRAWN.replace("3.5", "4")) == []


@pytest.mark.parametrize(
    ("rules", "codes"),
    [
        ("CJM101,CJM102,CJM104", ["CJM102"]),
        ("CJM101,CJM104", ["CJM101"]),
        ("CJM102,CJM104", ["CJM102"]),
        ("CJM104", ["CJM104"]),
    ],
)
def test_an_overdrawn_balance_is_silent_where_the_gap_is_told(told, rules, codes):
    """CJM101 or CJM102 at that touchpoint says it already, where it runs."""
    text = OVERDRAWN.replace("tolerance: 2", "tolerance: 0")
    assert [f.code for f in told(rules, text)] == codes


def test_an_overdrawn_balance_is_silent_where_some_personas_gap_is_told(told):
    """A gap below the tolerance for one persona only is CJM101 at that touchpoint."""
    own = "experience: 3.5, by_persona: {p: {experience: 1}}"
    text = OVERDRAWN.replace("experience: 3.5", own)
    assert [f.code for f in told("CJM101,CJM104", text)] == ["CJM101"]


# ---- CJM105 and CJM106 ------------------------------------------------------------------------


def chain(*gaps):
    """t0 → t1 → … with these gaps, the last one a success."""
    lines = []
    for n, gap in enumerate(gaps):
        end = "outcome: success" if n == len(gaps) - 1 else f"next: t{n + 1}"
        lines.append(f"  t{n}: {{expectation: 5, experience: {5 + gap}, {end}}}\n")
    return "cjm: 1\ntouchpoints:\n" + "".join(lines)


@pytest.mark.parametrize(
    ("gaps", "steps", "found"),
    [
        ((-1, 0, 0, 1, 0), 3, []),  # the third touchpoint after it delights
        ((-1, 0, 0, 0, 1, 0), 3, ["t0"]),  # the fourth is too late
        ((-1, 0, 0, 0, 1, 0), 4, []),
        ((-1, 1, 0), 1, []),
        ((-1, 0, 1), 1, ["t0"]),
        ((-1, 0), 3, ["t0"]),  # success comes before a delight
        ((-1, 1), 3, []),  # the success exit is one
        ((-1, -1, 1), 3, []),
        ((0, 0), 3, []),
    ],
)
def test_a_disappointment_is_to_be_made_up_for_in_so_many_touchpoints(told, gaps, steps, found):
    """The delight comes within `steps`, or at least before the success exit is left."""
    options = f"{{unrecovered-disappointment: {{steps: {steps}}}}}"
    findings = told("CJM105", chain(*gaps), options)
    assert [f.touchpoint for f in findings] == found
    assert [place(f) for f in findings] == ([(3, 3, 5)] if found else [])


@pytest.mark.parametrize(
    ("ways", "found"),
    [
        ("{good: 0.5, flat: 0.5}", True),  # one of two ways has no delight
        ("{good: 1, flat: 0}", False),  # a way nobody goes
        ("{good: 0.5, lost: 0.5}", False),  # the other way leads to no success
        ("{lost: 1}", False),
        ("{lost: 0.9, flat: 0.1}", True),
    ],
)
def test_only_walks_to_success_count(brief, ways, found):
    """Some walk is enough, once a touchpoint; walks to a failure do not matter here."""
    text = f"""
        cjm: 1
        touchpoints:
          a: {{expectation: 5, experience: 4, next: {ways}}}
          good: {{expectation: 5, experience: 6, next: end}}
          flat: {{expectation: 5, experience: 5, next: end}}
          lost: {{expectation: 5, experience: 5, outcome: failure}}
          end: {{expectation: 5, experience: 5, outcome: success}}
        """
    assert brief("CJM105", text) == ([("CJM105", "a")] if found else [])


def test_without_a_success_there_is_nothing_to_recover_for(brief):
    """No declared success: silent."""
    text = chain(-1, 0).replace("success", "neutral")
    assert brief("CJM105,CJM106", text) == []


@pytest.mark.parametrize(
    ("gap", "outcome", "tolerance", "found"),
    [
        (-1, "success", 0, True),
        (-1, "success", 1, False),
        (-1, "failure", 0, False),
        (-1, "neutral", 0, False),
        (0, "success", 0, False),
    ],
)
def test_a_bitter_ending_is_a_success_that_disappoints(told, gap, outcome, tolerance, found):
    """By the tolerance; at the touchpoint's key."""
    text = chain(0, gap).replace("success", outcome) + f"tolerance: {tolerance}\n"
    assert [(f.touchpoint, place(f)) for f in told("CJM106", text)] == (
        [("t1", (4, 3, 5))] if found else []
    )


# ---- CJM107 and CJM108 ------------------------------------------------------------------------


def branches(sad, gap=-2, other=1):
    """A share of customers ends at −2, the others at +1."""
    return f"""cjm: 1
touchpoints:
  a: {{expectation: 5, experience: 5, next: {{b: {sad}, c: {round(1 - sad, 6)}}}}}
  b: {{expectation: 5, experience: {5 + gap}}}
  c: {{expectation: 5, experience: {5 + other}}}
"""


@pytest.mark.parametrize(("sad", "found"), [(0.2, False), (0.21, True), (0.1, False)])
def test_up_to_a_fifth_may_end_disappointed(told, sad, found):
    """20 % exactly are allowed; it stands at the cjm key and its figure is the share."""
    findings = told("CJM107", branches(sad))
    assert [(f.touchpoint, place(f), dict(f.values)) for f in findings] == (
        [(None, (1, 1, 4), {"": sad})] if found else []
    )


def test_the_share_may_be_set(told):
    """`share` is the limit, 0 allows nobody."""
    assert told("CJM107", branches(0.5), "{disappointed-share: {share: 0.5}}") == []
    assert len(told("CJM107", branches(0.01), "{disappointed-share: {share: 0}}")) == 1


def test_on_one_path_the_balance_speaks(brief):
    """All customers walk one path: CJM107 is silent, CJM108 is not; drop-off makes two paths."""
    assert brief("CJM107,CJM108", chain(0, -1)) == [("CJM108", None)]
    assert brief("CJM107,CJM108", chain(0, 1, 0)) == []
    ends = chain(-1, 1).replace("next: t1", "next: {t1: 0.7}")  # 0.3 leave at −1; balance −0.3
    assert brief("CJM107,CJM108", ends) == [("CJM107", None)]


def test_the_balance_is_silent_where_the_share_speaks(brief):
    """0.5·−2 + 0.5·1 = −0.5: with both, CJM107; CJM108 where CJM107 does not run or is silent."""
    assert brief("CJM107,CJM108", branches(0.5)) == [("CJM107", None)]
    assert brief("CJM108", branches(0.5)) == [("CJM108", None)]
    quiet = "{disappointed-share: {share: 1}}"
    assert brief("CJM107,CJM108", branches(0.5), quiet) == [("CJM108", None)]


def test_a_balance_of_zero_is_not_negative(told):
    """0.333333·−2 + 0.666667·1 is just above 0, 0.333334·−2 + 0.666666·1 just below."""
    assert told("CJM108", branches(0.333333)) == []
    assert len(told("CJM108", branches(0.333334))) == 1
    assert told("CJM108", branches(0.5, gap=-1)) == []
    [finding] = told("CJM108", branches(0.5, gap=-1.5))
    assert (place(finding), dict(finding.values)) == ((1, 1, 4), {"": -0.25})


# ---- CJM203 and CJM204 ------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("b", "c", "found"),
    [
        ("", "", []),
        ("outcome: success", "", [("CJM203", "c")]),
        ("outcome: failure", "", [("CJM204", None), ("CJM203", "c")]),
        ("outcome: failure", "outcome: neutral", [("CJM204", None)]),
        ("outcome: success", "outcome: failure", []),
    ],
)
def test_exits_say_how_it_ends_where_another_does(told, b, c, found):
    """CJM203 at the silent exit's key, CJM204 at the cjm key."""
    text = f"cjm: 1\ntouchpoints:\n  a: {{next: [b, c]}}\n  b: {{{b}}}\n  c: {{{c}}}\n"
    findings = told("CJM203,CJM204", text)
    assert [(f.code, f.touchpoint) for f in findings] == found
    places = {"CJM203": (5, 3, 4), "CJM204": (1, 1, 4)}
    assert all(place(f) == places[f.code] for f in findings)


# ---- CJM206 and CJM207 ------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("next", "under"),
    [
        ("a", "a"),
        ("[c, a]", "a"),
        ("{c: 0.5, a: 0.5}", "a"),
        ("{c: 0.5, a: {probability: 0.5, wait: 2 h}}", "a"),
        ("{c: 0.5, a: {probability: 0.5, label: again}}", None),
        ("[c, b]", None),
    ],
)
def test_a_way_back_is_told_at_the_text_that_names_it(told, desk, next, under):
    """In a mapping, a list or alone; with a label, within the stage or onwards it is silent."""
    text = f"""
        cjm: 1
        stages: [one, two, three]
        touchpoints:
          a: {{stage: one, next: b}}
          b: {{stage: two, next: {next}}}
          c: {{stage: three}}
        """
    findings = told("CJM206", text)
    assert [(f.touchpoint, desk.under(f), f.span.line) for f in findings] == (
        [("b", "a", 6)] if under else []
    )


@pytest.mark.parametrize(
    ("stages", "where"),
    [
        ("{one: One, two: Two}", (2, 20, 23)),
        ("[one, two]", (2, 15, 18)),
        ("[two, one]", (2, 10, 13)),
        ("[one]", None),
    ],
)
def test_an_empty_stage_is_told_at_its_key_or_item(told, stages, where):
    """A declared stage without a touchpoint; in a list, the item itself."""
    text = f"cjm: 1\nstages: {stages}\ntouchpoints: {{a: {{stage: one}}}}\n"
    assert [place(f) for f in told("CJM207", text)] == ([where] if where else [])


def test_stages_of_the_workspace_need_not_all_be_used(told, desk):
    """They are shared; a journey's own stage is told where it stands, whatever comes before."""
    shared = "stages: {zero: Zero, one: One}\n"
    text = "cjm: 1\nstages: [one, own]\ntouchpoints: {a: {stage: one}}\n"
    [finding] = told("CJM207", text, more=shared)
    assert desk.under(finding) == "own"


# ---- CJM208 -----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("on", "share", "found"),
    [(0.9, 0.1, []), (0.89, 0.1, [0.11]), (0.89, 0.2, []), (0.99, 0, [0.01]), (1, 0, [])],
)
def test_up_to_a_tenth_may_be_lost_without_a_word(told, on, share, found):
    """10 % exactly are allowed; at the touchpoint's key, its figure is the share."""
    text = f"cjm: 1\ntouchpoints:\n  a: {{next: {{b: {on}}}}}\n  b: {{}}\n"
    findings = told("CJM208", text, f"{{silent-drop-off: {{share: {share}}}}}")
    assert [f.values[0][1] for f in findings] == pytest.approx(found)
    assert [place(f) for f in findings] == [(3, 3, 4)] * len(found)


def test_the_share_lost_is_of_all_customers(told):
    """Half of the 10 % who come to b leave there: 5 % of all."""
    text = "cjm: 1\ntouchpoints: {a: {next: {b: 0.1, c: 0.9}}, b: {next: {c: 0.5}}, c: }\n"
    assert told("CJM208", text) == []
    assert len(told("CJM208", text, "{silent-drop-off: {share: 0.049}}")) == 1


# ---- CJM302 to CJM305 -------------------------------------------------------------------------

EVIDENCE = """cjm: 1
touchpoints:
  a:
    expectation: {{score: 8, {0}}}
    experience: 8
    by_persona:
      p: {{experience: {{score: 7, {1}}}}}
"""


@pytest.mark.parametrize(
    ("today", "lines"),
    [(date(2026, 6, 30), []), (date(2026, 7, 1), [4]), (date(2026, 7, 2), [4, 7])],
)
def test_a_score_is_stale_after_180_days(told, desk, today, lines):
    """Measured on 1 and 2 January; the 180th day is 30 June and 1 July."""
    text = EVIDENCE.format("measured: 2026-01-01", "measured: 2026-01-02")
    findings = told("CJM302", text, today=today)
    assert [f.span.line for f in findings] == lines
    assert all(desk.under(f).startswith("2026-01-0") for f in findings)


def test_how_old_a_score_may_be_can_be_set(told):
    """`days: 0`: yesterday is too long ago, today is not."""
    text = EVIDENCE.format("measured: 2026-01-01", "n: 40")
    options = "{stale-score: {days: 0}}"
    assert told("CJM302", text, options, today=date(2026, 1, 1)) == []
    assert len(told("CJM302", text, options, today=date(2026, 1, 2))) == 1


@pytest.mark.parametrize(
    ("n", "own", "limit", "lines"),
    [(30, 30, 30, []), (29, 30, 30, [4]), (30, 1, 30, [7]), (29, 29, 30, [4, 7]), (29, 9, 9, [])],
)
def test_thirty_answers_are_enough(told, desk, n, own, limit, lines):
    """Below the limit only; told at the number, a persona's own too."""
    text = EVIDENCE.format(f"n: {n}", f"n: {own}")
    findings = told("CJM303", text, f"{{thin-evidence: {{n: {limit}}}}}")
    assert [f.span.line for f in findings] == lines
    assert {desk.under(f) for f in findings} <= {str(n), str(own)}


def test_paired_evidence_may_be_thin(told, desk):
    """Its n is held to the same limit."""
    text = "cjm: 1\ntouchpoints: {a: {expectation: 8, experience: 8, paired: {n: 7, sd: 1}}}\n"
    [finding] = told("CJM303", text)
    assert desk.under(finding) == "7"


# n 100, sd 5: the error is 0.5, the quantile 1.984, so the interval is C ± 0.992.
@pytest.mark.parametrize(
    ("gap", "found"), [(-0.99, True), (-1, False), (0, False), (0.5, False), (-0.01, True)]
)
def test_a_gap_is_uncertain_where_its_interval_includes_zero(told, desk, gap, found):
    """Negative gaps only, at the experience's number."""
    score = round(8 + gap, 2)
    text = (
        "cjm: 1\ntouchpoints: {a: {expectation: 8, experience: "
        f"{{score: {score}, n: 100, sd: 5}}}}}}\n"
    )
    assert [desk.under(f) for f in told("CJM304", text)] == ([str(score)] if found else [])


@pytest.mark.parametrize(
    ("whole", "personas"), [(8, ("p",)), (9, ("p",)), (7, None), ("{score: 7.9, n: 9, sd: 3}", ())]
)
def test_a_gap_of_a_persona_may_be_uncertain(told, desk, whole, personas):
    """Where only some personas have the gap, CJM304 names them; else the whole is judged."""
    text = f"""
        cjm: 1
        touchpoints:
          a:
            expectation: 8
            experience: {whole}
            by_persona: {{p: {{experience: {{score: 7.5, n: 9, sd: 3}}}}, q: {{experience: 8}}}}
        """
    findings = told("CJM304", text)
    assert [tuple(dict(f.personas)) for f in findings] == ([] if personas is None else [personas])
    assert [desk.under(f) for f in findings] == (
        [] if personas is None else ["7.5" if personas else "7.9"]
    )


@pytest.mark.parametrize(
    ("a", "b", "listed"),
    [
        ("[b, c]", "c", ["a"]),
        ("[b, c]", "[a, c]", ["a", "b"]),
        ("{b: 0.5, c: ~}", "{c: ~}", ["a"]),
        ("{b: 0.5, c: 0.5}", "{c: 0.5}", []),
        ("b", "[c]", []),
    ],
)
def test_assumed_probabilities_are_told_once_a_journey(told, a, b, listed):
    """At the cjm key, with every branch that was filled in; a single way is no branch."""
    text = f"cjm: 1\ntouchpoints:\n  a: {{next: {a}}}\n  b: {{next: {b}}}\n  c: {{}}\n"
    findings = told("CJM305", text)
    assert [place(f) for f in findings] == ([(1, 1, 4)] if listed else [])
    for finding in findings:
        assert finding.message.endswith(f"at {', '.join(listed)}")
        assert [r.span.line for r in finding.related] == [3 + "ab".index(id) for id in listed]


# ---- CJM402 to CJM404 -------------------------------------------------------------------------


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


# ---- CJM405 and CJM406 ------------------------------------------------------------------------


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


# ---- CJM407 -----------------------------------------------------------------------------------

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


def test_a_large_metric_is_written_out(told):
    """No exponents in a message."""
    text = METRICS.format("50", "{value: 1234567, target: '>= 2000000'}")
    [finding] = told("CJM407", text)
    assert finding.message == "nps is 1234567, the target is >= 2000000"


# ---- the baseline and traps -------------------------------------------------------------------


@pytest.mark.parametrize(
    ("code", "before", "same_or_better", "worse"),
    [
        ("CJM107", branches(0.5), branches(0.4), branches(0.6)),
        ("CJM107", branches(0.5), branches(0.5, gap=-4), branches(0.51)),
        ("CJM108", chain(0, -2), chain(0, -1), chain(0, -2.1)),
        (
            "CJM208",
            "cjm: 1\ntouchpoints: {a: {next: {b: 0.7}}, b: }\n",
            "cjm: 1\ntouchpoints: {a: {next: {b: 0.8}}, b: }\n",
            "cjm: 1\ntouchpoints: {a: {next: {b: 0.6}}, b: }\n",
        ),
    ],
)
def test_a_share_is_worse_higher_and_a_balance_lower(desk, code, before, same_or_better, worse):
    """The baseline knows what is no worse than recorded; two files of one id keep the worst."""
    desk.write("cjm.yaml", f"cjm: 1\ncheck: {{select: {code}}}\n")
    desk.write("j.yaml", before)
    desk.check(update_baseline=True)
    for text, found in ((before, []), (same_or_better, []), (worse, [code])):
        desk.write("j.yaml", text)
        assert [f.code for f in desk.check().findings] == found
    desk.write("j.yaml", "id: j\n" + before)
    desk.write("ru.yaml", "id: j\nlanguage: ru\n" + worse)
    desk.check(update_baseline=True)
    assert desk.check().findings == ()


def test_a_trap_silences_what_needs_the_flow_and_nothing_fails(desk):
    """Declared moments of truth and peaks stand, without impact and reach."""
    text = """
        cjm: 1
        touchpoints:
          a: {expectation: 8, experience: 5, next: {b: 0.5, c: 0.2}}
          b: {moment_of_truth: true, expectation: 8, experience: 7, next: b}
          c: {expectation: 8, experience: 4, outcome: success}
        """
    desk.write("j.yaml", text)
    found = {(f.code, f.touchpoint): f.message for f in desk.check("j.yaml").findings}
    assert ("CJM205", "b") in found
    assert not {code for code, _ in found} & {"CJM107", "CJM108", "CJM208"}
    assert found["CJM102", "b"].endswith("C −1 (declared)")
    assert found["CJM102", "c"].endswith("C −4 (peak)")
    assert ("CJM101", "a") in found
