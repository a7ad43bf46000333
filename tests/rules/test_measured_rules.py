"""CJM303, CJM306 and CJM307 on what an overlay says of a journey.

Every figure here is worked out by hand from the definitions. Of 100 answers with sd 5 the standard
error is 0.5 and Student's quantile for 99 degrees of freedom 1.984217: the interval of a score of 5
goes from 4.007891524 to 5.992108476.
"""

from __future__ import annotations

import pytest

SCORE = "score: 5, n: 100, sd: 5, measured: 2026-09-20, source: survey"
HEAD = "cjm-measured: 1\njourney: taxi\nstate: as-is\nscale: [0, 10]\n"
DAYS = "sources: {survey: {rows: 120, used: 100, from: 2026-07-05, to: 2026-09-20}}\n"


@pytest.fixture
def compare(desk):
    """What a rule tells of a journey of which `ride` is written so, and of its overlay."""

    def run(code, ride, measured, scale="[0, 10]", more="", personas="[anna, boris]"):
        head = f"cjm: 1\nid: taxi\nscale: {scale}\npersonas: {personas}\n"
        desk.write("taxi.yaml", f"{head}{ride}")
        head = HEAD.replace("[0, 10]", scale)
        desk.write("taxi.measured.yaml", f"{head}{more}{measured}")
        report = desk.check("taxi.yaml", select=["CJM0", code])
        assert report.problems == ()
        assert {f.code for f in report.findings} <= {code}
        return list(report.findings)

    return run


def ride(experience, **more):
    """A journey with one touchpoint."""
    facts = [f"{key}: {value}" for key, value in more.items()]
    return f"touchpoints:\n  ride: {{{', '.join((f'experience: {experience}', *facts))}}}\n"


def scores(experience):
    """The part of an overlay that measures its experience."""
    return f"scores: {{ride: {{experience: {{{experience}}}}}}}\n"


# ---- CJM306: how far a written score may be from a measured one ---------------------------------


@pytest.mark.parametrize(
    ("written", "differs"),
    [
        ("4.007891523", True),
        ("4.007891524", False),
        ("5", False),
        ("5.992108476", False),
        ("5.992108477", True),
    ],
)
def test_a_written_score_may_lie_anywhere_in_the_interval(compare, written, differs):
    """Its ends included, as figures are compared; the day of the written one is not known."""
    assert bool(compare("CJM306", ride(written), scores(SCORE), more=DAYS)) == differs


def test_the_interval_is_that_of_the_effective_number_of_answers(compare):
    """By weights 400 answers are worth 100: 5.9 is inside; 400 that count in full exclude it."""
    full = SCORE.replace("n: 100", "n: 400")
    assert len(compare("CJM306", ride(5.9), scores(full))) == 1
    assert compare("CJM306", ride(5.9), scores(f"{full}, effective: 100")) == []


@pytest.mark.parametrize(
    ("scale", "written", "differs"),
    [
        ("[0, 10]", "4.49", True),
        ("[0, 10]", "4.5", False),
        ("[0, 10]", "5.5", False),
        ("[0, 10]", "5.51", True),
        ("[1, 7]", "4.69", True),
        ("[1, 7]", "4.7", False),
        ("[1, 7]", "5.3", False),
        ("[1, 7]", "5.31", True),
    ],
)
@pytest.mark.parametrize("spread", ["n: 100", "n: 1"])
def test_without_an_interval_a_twentieth_of_the_scale_is_allowed(
    compare, scale, written, differs, spread
):
    """0.5 of ten points, 0.3 of six: without a standard deviation nobody knows how exact it is."""
    measured = scores(f"score: 5, {spread}, measured: 2026-09-20")
    assert bool(compare("CJM306", ride(written), measured, scale)) == differs


def test_answers_that_all_agree_leave_no_room(compare):
    """An sd of 0 is an interval, not the lack of one."""
    measured = scores(SCORE.replace("sd: 5", "sd: 0"))
    assert compare("CJM306", ride(5), measured) == []
    assert len(compare("CJM306", ride(5.01), measured)) == 1


# ---- CJM306: which written scores speak of the same days ----------------------------------------


LATE = SCORE.replace("2026-09-20", "2026-12-31")


@pytest.mark.parametrize(
    ("day", "differs"),
    [
        ("2026-07-04", False),
        ("2026-07-05", True),
        ("2026-08-01", True),
        ("2026-09-20", True),
        ("2026-09-21", False),
    ],
)
@pytest.mark.parametrize(
    "seen",
    [
        DAYS,
        "period: {from: 2026-07-05, to: 2026-09-20}\n",
        "period: {from: 2026-01-01, to: 2026-12-31}\n" + DAYS,  # asked for, and then seen
        DAYS.replace("survey", "one"),  # the score does not say which of those it is from
        DAYS[:-2] + ", other: {rows: 9, used: 9, from: 2026-01-01, to: 2026-12-31}}\n",
    ],
    ids=["source", "period", "both", "unnamed", "another source"],
)
def test_a_dated_score_is_compared_within_the_days_measured(compare, seen, day, differs):
    """The first and the last day included: of other days it may be as true as the measured one."""
    written = ride(f"{{score: 9, measured: {day}}}")
    assert bool(compare("CJM306", written, scores(LATE), more=seen)) == differs


def test_a_score_of_several_sources_spans_the_days_of_all(compare):
    """From the first day of the one to the last of the other; a third one has no say."""
    poll = "poll: {rows: 9, used: 9, from: 2026-10-10, to: 2026-10-20}"
    other = "other: {rows: 9, used: 9, from: 2026-01-01, to: 2026-12-31}"
    seen = f"{DAYS[:-2]}, {poll}, {other}}}\n"
    measured = scores(LATE.replace("source: survey", 'source: "poll, survey"'))
    days = ["2026-07-04", "2026-07-05", "2026-10-01", "2026-10-20", "2026-10-21"]
    told = [
        bool(compare("CJM306", ride(f"{{score: 9, measured: {day}}}"), measured, more=seen))
        for day in days
    ]
    assert told == [False, True, True, True, False]


@pytest.mark.parametrize(
    ("seen", "differs"),
    [
        ("", True),
        ("period: {from: 2026-08-02}\n", False),
        ("period: {from: 2026-08-01}\n", True),
        ("period: {to: 2026-08-01}\n", True),
        ("period: {to: 2026-07-31}\n", False),
    ],
)
def test_an_end_that_the_overlay_does_not_name_is_open(compare, seen, differs):
    """A period may have one end, or none."""
    written = ride("{score: 9, measured: 2026-08-01}")
    assert bool(compare("CJM306", written, scores(SCORE), more=seen)) == differs


@pytest.mark.parametrize(
    ("written", "measured"),
    [
        (ride("{score: 9, measured: 2026-09-21}"), scores(SCORE)),  # the later one counts
        (ride(9), "scores: {ride: {expectation: {score: 5, n: 100, sd: 5}}}\n"),
        ("touchpoints: {ride: {expectation: 9}}\n", scores(SCORE)),
    ],
)
def test_a_score_that_nothing_replaced_is_not_compared(compare, written, measured):
    """It is in use itself, or there is none."""
    assert compare("CJM306", written, measured) == []


# ---- CJM306: where it is told -------------------------------------------------------------------


@pytest.mark.parametrize("written", ["9", "{score: 9, n: 3}"])
@pytest.mark.parametrize("side", ["expectation", "experience"])
def test_it_is_told_at_the_written_number(compare, desk, side, written):
    """In the journey's file; what was measured is related, in the overlay."""
    text = f"touchpoints: {{ride: {{{side}: {written}}}}}\n"
    [finding] = compare("CJM306", text, f"scores: {{ride: {{{side}: {{{SCORE}}}}}}}\n")
    assert (finding.file, desk.under(finding)) == ("taxi.yaml", "9")
    assert (finding.touchpoint, finding.item, finding.severity) == ("ride", side, "warning")
    assert finding.message == (f"ride: the {side} is written as 9, and measured as 5 (n 100)")
    [measured] = finding.related
    assert (measured.file, measured.span.line) == ("taxi.measured.yaml", 5)


def test_a_persona_s_own_score_is_compared_with_its_own_answers(compare, desk):
    """Anna's 9 with 5, Boris' with 8.5; everybody's stays out of it."""
    own = "{anna: {experience: 9}, boris: {experience: 9}}"
    boris = SCORE.replace("score: 5", "score: 8.5")
    measured = (
        "scores:\n  ride:\n    by_persona:\n"
        f"      anna: {{experience: {{{SCORE}}}}}\n"
        f"      boris: {{experience: {{{boris}}}}}\n"
    )
    [finding] = compare("CJM306", ride(1, by_persona=own), measured)
    assert (finding.touchpoint, finding.item) == ("ride", "anna experience")
    assert (finding.file, desk.under(finding)) == ("taxi.yaml", "9")
    assert [(r.file, r.span.line) for r in finding.related] == [("taxi.measured.yaml", 8)]


# ---- CJM307 -------------------------------------------------------------------------------------


THIN = "thin: {ride: {expectation: 9, experience: 4}}\n"


@pytest.mark.parametrize(
    ("written", "measured", "told"),
    [
        ("{}", "", ["expectation", "experience"]),
        ("{expectation: 8}", "", ["experience"]),
        ("{experience: 0}", "", ["expectation"]),
        ("{expectation: 8, experience: 0}", "", []),
        ("{expectation: 8}", scores(SCORE), []),
        ("{expectation: 8, by_persona: {anna: {experience: 5}}}", "", ["experience"]),
    ],
)
def test_a_side_with_few_answers_is_told_where_it_has_no_score(
    compare, desk, written, measured, told
):
    """Written or measured, 0 or another; in the overlay, at the number of answers."""
    findings = compare("CJM307", f"touchpoints: {{ride: {written}}}\n", measured + THIN)
    assert [f.item for f in findings] == told
    numbers = {"expectation": "9", "experience": "4"}
    assert [desk.under(f) for f in findings] == [numbers[side] for side in told]
    assert {f.file for f in findings} <= {"taxi.measured.yaml"}
    assert [f.message for f in findings] == [
        f"ride: the {side} has {numbers[side]} answers, too few for a score, and no other one"
        for side in told
    ]


def test_a_side_that_was_not_asked_for_is_not_told(compare):
    """No answers at all is CJM301's."""
    [finding] = compare("CJM307", "touchpoints: {ride: }\n", "thin: {ride: {experience: 4}}\n")
    assert finding.item == "experience"


@pytest.mark.parametrize(
    ("personas", "told"),
    [
        ("{anna: {share: 0.5}, boris: {share: 0.5}}", []),
        ("[anna, boris]", ["experience"]),
    ],
)
def test_personas_that_all_have_a_score_and_a_share_are_a_score(compare, personas, told):
    """Their mean by shares is the touchpoint's; without shares nobody knows it."""
    own = "{anna: {experience: 5}, boris: {experience: 6}}"
    text = f"touchpoints: {{ride: {{expectation: 8, by_persona: {own}}}}}\n"
    assert [f.item for f in compare("CJM307", text, THIN, personas=personas)] == told


@pytest.mark.parametrize(("whole", "told"), [("experience: 6", 0), ("title: Ride", 1)])
def test_few_answers_of_a_persona_are_told_with_the_touchpoint_alone(compare, whole, told):
    """It inherits the touchpoint's score; where there is none, all answers are too few as well."""
    thin = "thin: {ride: {experience: 6, by_persona: {anna: {experience: 2}}}}\n"
    findings = compare("CJM307", f"touchpoints: {{ride: {{{whole}}}}}\n", thin)
    assert [(f.touchpoint, f.item) for f in findings] == [("ride", "experience")] * told


# ---- CJM303 -------------------------------------------------------------------------------------


def test_thin_pairs_that_were_measured_are_told_in_the_overlay(compare, desk):
    """A persona's at its own number, beside the touchpoint's."""
    both = "expectation: {score: 8, n: 40, sd: 1}, experience: {score: 7, n: 40, sd: 1}"
    own = f"by_persona: {{anna: {{{both}, paired: {{n: 12, sd: 1}}}}}}"
    measured = f"scores: {{ride: {{{both}, paired: {{n: 29, sd: 1}}, {own}}}}}\n"
    findings = compare("CJM303", "touchpoints: {ride: }\n", measured)
    assert [(f.file, f.item, desk.under(f)) for f in findings] == [
        ("taxi.measured.yaml", "paired", "29"),
        ("taxi.measured.yaml", "anna paired", "12"),
    ]
