"""CJM109 and CJM309: what an average hides, and values that cannot be."""

from __future__ import annotations

from datetime import date

import pytest

# ---- CJM109 -------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("experience", "below", "share", "found"),
    [
        (8, 0.31, 0.3, True),
        (8, 0.3, 0.3, False),  # more than the share, not as much
        (9, 0.9, 0.3, True),
        (7, 0.9, 0.3, False),  # told by CJM101
        (8, 0.31, 0.5, False),
        (8, 0.01, 0, True),
    ],
)
def test_a_good_average_may_hide_who_got_less(told, desk, experience, below, share, found):
    """Told at the share, where C itself is no disappointment."""
    text = (
        f"cjm: 1\ntouchpoints: {{a: {{expectation: 8, experience: {experience}, "
        f"paired: {{n: 50, sd: 2, below: {below}}}}}}}\n"
    )
    findings = told("CJM109", text, f"{{hidden-disappointment: {{share: {share}}}}}")
    assert [desk.under(f) for f in findings] == ([str(below)] if found else [])


def test_a_persona_s_answers_are_held_against_its_own_gap(told, desk):
    """Quinn has C = 0 and most of them got less; Pia is disappointed openly."""
    text = """
        cjm: 1
        personas: {p: {name: Pia, share: 0.5}, q: {name: Quinn, share: 0.5}}
        touchpoints:
          a:
            expectation: 8
            experience: 7
            by_persona:
              p: {experience: 5, paired: {n: 50, sd: 2, below: 0.8}}
              q: {experience: 8, paired: {n: 50, sd: 2, below: 0.6}}
        """
    [finding] = told("CJM109", text)
    assert (desk.under(finding), finding.touchpoint, finding.item) == ("0.6", "a", "q")
    assert "for Quinn C is 0 on average, and 60%" in finding.message


@pytest.mark.parametrize("scores", ["expectation: 8", "experience: 8", "title: A"])
def test_what_is_unmeasured_hides_nothing(told, scores):
    """Without C there is no average."""
    text = f"cjm: 1\ntouchpoints: {{a: {{{scores}, paired: {{n: 50, sd: 2, below: 0.8}}}}}}\n"
    assert told("CJM109", text) == []


# ---- CJM309 -------------------------------------------------------------------------------------


DAYS = """cjm: 1
updated: {0}
personas: {{p: {{name: P}}}}
stages: {{s: {{title: S, metrics: {{m: {{value: 1, measured: {1}}}}}}}}}
metrics: {{m: {{value: 1, measured: {2}}}}}
touchpoints:
  a:
    stage: s
    expectation: {{score: 8, measured: {3}}}
    experience: 8
    by_persona:
      p: {{experience: {{score: 7, measured: {4}}}, metrics: {{m: {{value: 1, measured: {5}}}}}}}
    metrics: {{m: {{value: 1, measured: {6}}}}}
improvements: {{i: {{judged_by: {{m: {{before: 1, measured: {7}}}}}}}}}
"""


@pytest.mark.parametrize("place", range(8))
def test_no_day_lies_in_the_future(told, desk, place):
    """Wherever a day stands; today is none, tomorrow is."""
    days = ["2026-05-20"] * 8
    assert told("CJM309", DAYS.format(*days), today=date(2026, 5, 20)) == []
    days[place] = "2026-05-21"
    [finding] = told("CJM309", DAYS.format(*days), today=date(2026, 5, 20))
    assert desk.under(finding) == "2026-05-21"


def test_days_in_the_future_are_told_apart(told):
    """Each has an identity of its own."""
    findings = told("CJM309", DAYS.format(*["2027-01-01"] * 8), today=date(2026, 5, 20))
    assert len(findings) == len({(f.touchpoint, f.item) for f in findings}) == 8


# On 0 to 10: half the width is 5; n 2 gives 5·√2 = 7.0711, n 101 gives 5·√1.01 = 5.0249.
@pytest.mark.parametrize(
    ("where", "n", "sd", "found"),
    [
        ("experience", 2, 7.071, False),
        ("experience", 2, 7.0711, True),
        ("expectation", 101, 5.0249, False),
        ("expectation", 101, 5.025, True),
        ("paired", 101, 10.049, False),  # differences go from −10 to 10
        ("paired", 101, 10.05, True),
    ],
)
def test_a_spread_is_held_to_the_scale(told, desk, where, n, sd, found):
    """The largest is half of the answers at either end."""
    parts = {"expectation": "8", "experience": "8"}
    score = "" if where == "paired" else "score: 8, "
    parts[where] = f"{{{score}n: {n}, sd: {sd}}}"
    inner = ", ".join(f"{key}: {value}" for key, value in parts.items())
    findings = told("CJM309", f"cjm: 1\ntouchpoints: {{a: {{{inner}}}}}\n")
    assert [desk.under(f) for f in findings] == ([str(sd)] if found else [])


@pytest.mark.parametrize(
    ("metric", "found"),
    [
        ("nps: 100", False),
        ("nps: -100", False),
        ("NPS: -101", True),
        ("nps: {value: 420, unit: points}", True),
        ('csat: {value: 100, unit: "%"}', False),
        ('csat: {value: 101, unit: "%"}', True),
        ("fcr: 0.81", False),
        ("fcr: 81", True),
        ("crr: -0.1", True),
        ("ccr: {value: 1, unit: share}", False),
        ("ccr: {target: '<= 5'}", False),  # not measured yet
        ("nps-growth: 420", False),
    ],
)
def test_well_known_metrics_have_bounds(told, metric, found):
    """NPS from −100 to 100; shares of customers from 0 to 1, or per cent."""
    text = f"cjm: 1\ntouchpoints: {{a: }}\nmetrics: {{{metric}}}\n"
    assert bool(told("CJM309", text)) is found
    at_a = f"cjm: 1\ntouchpoints: {{a: {{metrics: {{{metric}}}}}}}\n"
    assert [f.touchpoint for f in told("CJM309", at_a)] == (["a"] if found else [])


def test_what_an_improvement_is_judged_by_has_the_same_bounds(told, desk):
    """Before and after."""
    text = (
        "cjm: 1\ntouchpoints: {a: }\n"
        "improvements: {i: {judged_by: {nps: {before: -140, after: 140, target: '> 0'}}}}\n"
    )
    assert [desk.under(f) for f in told("CJM309", text)] == ["-140", "140"]


@pytest.mark.parametrize(
    ("experience", "points", "found"),
    [
        ("experience: 7, ", 3, False),
        ("experience: 7, ", 3.1, True),
        ("", 10, False),
        ("", 11, True),
    ],
)
def test_a_lift_ends_at_the_end_of_the_scale(told, desk, experience, points, found):
    """Where the experience is not known, the whole scale is left."""
    text = (
        f"cjm: 1\ntouchpoints: {{a: {{{experience}expectation: 8}}}}\n"
        f"improvements: {{i: {{lifts: {{a: {points}}}}}}}\n"
    )
    findings = told("CJM309", text)
    assert [desk.under(f) for f in findings] == ([str(points)] if found else [])
