"""CJM301 to CJM305: what scores and probabilities rest on.

Every figure here is worked out by hand from the definitions.
"""

from __future__ import annotations

from datetime import date

import pytest
from rule_samples import place

# ---- CJM301 -------------------------------------------------------------------------------------


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
    text = f"cjm: 1\ntouchpoints:\n  a: {scores}\n  b: {{expectation: 5, experience: 5}}\n"
    findings = find("CJM301", text)
    assert [f.message for f in findings] == ([message] if message else [])
    assert [desk.under(f) for f in findings] == (["a"] if message else [])


@pytest.mark.parametrize(
    ("a", "b", "told"),
    [
        ("{experience: 5}", "{experience: 6}", ["no touchpoint has an expectation"]),
        (
            "{experience: 5}",
            "{}",
            ["no touchpoint has an expectation", "b: there is no experience"],
        ),
        (
            "{title: A}",
            "{pains: slow}",
            ["no touchpoint has an expectation", "no touchpoint has an experience"],
        ),
        (
            "{experience: 5, by_persona: {p: {expectation: 5}}}",  # somebody's is known
            "{experience: 6}",
            ["a: there is no expectation", "b: there is no expectation"],
        ),
    ],
)
def test_a_side_that_no_touchpoint_has_is_said_once(find, desk, a, b, told):
    """At the cjm key, and then no more of that side at the touchpoints."""
    findings = find("CJM301", f"cjm: 1\ntouchpoints:\n  a: {a}\n  b: {b}\n")
    assert [f.message for f in findings] == told
    assert [desk.under(f) for f in findings] == [f.touchpoint or "cjm" for f in findings]
    assert len({(f.touchpoint, f.item) for f in findings}) == len(told)


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


# ---- CJM302 to CJM305 ---------------------------------------------------------------------------


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


def test_paired_evidence_of_a_persona_may_be_thin(told, desk):
    """Beside the touchpoint's own, each told at its number and known by whose it is."""
    text = """cjm: 1
touchpoints:
  a:
    expectation: 8
    experience: 8
    paired: {n: 29, sd: 1}
    by_persona:
      p: {experience: 8, paired: {n: 8, sd: 1}}
      q: {experience: 8, paired: {n: 30, sd: 1}}
"""
    findings = told("CJM303", text)
    assert [(f.touchpoint, f.item, desk.under(f)) for f in findings] == [
        ("a", "paired", "29"),
        ("a", "p paired", "8"),
    ]


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


@pytest.mark.parametrize(("start", "listed"), [("[a, b]", "start"), ("{a: 0.5, b: 0.5}", "")])
def test_starts_without_shares_are_listed_too(told, start, listed):
    """Who comes in where was not said: `start` stands among what is assumed, at its key."""
    text = f"cjm: 1\nstart: {start}\ntouchpoints:\n  a: {{next: c}}\n  b: {{next: c}}\n  c: {{}}\n"
    findings = told("CJM305", text)
    assert [f.message.rpartition(" ")[2] for f in findings] == ([listed] if listed else [])
    assert [r.span.line for f in findings for r in f.related] == ([2] if listed else [])


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
