"""CJM103 to CJM108: loops, balances, recoveries and endings.

Every figure here is worked out by hand from the definitions.
"""

from __future__ import annotations

import pytest
from rule_samples import branches, chain, place

# ---- CJM103 -------------------------------------------------------------------------------------


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
        assert finding.message == "b → a → b: a doom loop, every round adds −0.10 to the balance"
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


# ---- CJM104 -------------------------------------------------------------------------------------


def test_of_two_ways_as_probable_no_balance_is_told(told):
    """Half go by b, half by d: neither is the way customers take."""
    tied = OVERDRAWN.replace("next: b", "next: [b, d]")
    tied += "  d: {expectation: 5, experience: 5, next: c}\n"
    assert told("CJM104", tied) == []
    assert len(told("CJM104", tied.replace("[b, d]", "{b: 0.6, d: 0.4}"))) == 1


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


# ---- CJM105 and CJM106 --------------------------------------------------------------------------


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


# ---- CJM107 and CJM108 --------------------------------------------------------------------------


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
    """Everybody or nobody ends so: CJM107 is silent, CJM108 is not; drop-off makes two paths."""
    assert brief("CJM107,CJM108", chain(0, -1)) == [("CJM108", None)]
    assert brief("CJM107,CJM108", chain(0, 1, 0)) == []
    assert brief("CJM107,CJM108", branches(0.5, gap=-3).replace("6", "4")) == [("CJM108", None)]
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


# ---- the baseline and traps ---------------------------------------------------------------------


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
    assert found["CJM102", "b"].endswith("C −1 (named by the author)")
    assert found["CJM102", "c"].endswith("C −4 (the strongest impression)")
    assert ("CJM101", "a") in found
