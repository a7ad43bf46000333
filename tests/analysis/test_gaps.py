"""The gap C = B − O, its level, and its 95 % interval, against independent figures."""

from __future__ import annotations

import math
from fractions import Fraction

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st
from scipy import stats

from cjm.analysis import analyze
from cjm.analysis.gaps import Gap, level_of
from cjm.errors import UsageError
from cjm.journey import Journey, Paired, Persona, PersonaScores, Score, Touchpoint
from cjm.project.loading import read_journey
from cjm.source import parse


def figures(expectation: object, experience: object, **parts: object) -> Gap:
    """The gap figures of a journey's only touchpoint."""
    tolerance = parts.pop("tolerance", 0)
    personas = parts.pop("personas", ())
    persona = parts.pop("persona", None)
    point = Touchpoint("a", expectation=expectation, experience=experience, **parts)
    journey = Journey("x", (point,), tolerance=tolerance, personas=personas)
    return analyze(journey, persona)["a"].gap_figures


@pytest.mark.parametrize(
    ("o", "b", "gap", "level"),
    [
        (9, 5, -4, "disappointment"),
        (8, 8, 0, "satisfaction"),
        (6, 8, 2, "delight"),
        (8, 8.3, 0.3, "delight"),
        (8.3, 8, -0.3, "disappointment"),
        (0.1, 0.3, 0.2, "delight"),
        (0.3, 0.1, -0.2, "disappointment"),
        (0, 10, 10, "delight"),
    ],
)
def test_the_gap_is_experience_minus_expectation(o, b, gap, level):
    """C = B − O without the noise of binary fractions: 8.3 − 8 is 0.3."""
    got = figures(o, b)
    assert (got.expectation, got.experience, got.gap, got.level) == (o, b, gap, level)


@given(st.integers(0, 1000), st.integers(0, 1000))
def test_gaps_of_decimal_scores_are_the_decimals_one_would_write(o, b):
    """For scores with two decimals the gap equals the decimal difference exactly."""
    got = figures(o / 100, b / 100).gap
    assert got == float(Fraction(b - o, 100))
    assert math.copysign(1, got) == (-1 if b < o else 1)  # never −0


@pytest.mark.parametrize(
    ("o", "b", "level"),
    [
        (8, 7.5, "satisfaction"),
        (8, 7.49, "disappointment"),
        (8, 8.5, "satisfaction"),
        (8, 8.51, "delight"),
        (8.3, 7.8, "satisfaction"),  # −0.5000000000000000 in binary
        (0.3, 0.8, "satisfaction"),
        (8, 8, "satisfaction"),
    ],
)
def test_a_gap_within_the_tolerance_is_satisfaction(o, b, level):
    """|C| ≤ tolerance counts as satisfaction, the ends included."""
    assert figures(o, b, tolerance=0.5).level == level


def test_a_tolerance_is_compared_after_rounding():
    """A tolerance of 0.3 covers a gap of 8.3 − 8, whatever its last bits are."""
    assert 8.3 - 8 > 0.3  # as binary fractions
    assert level_of(8.3 - 8, 0.3) == "satisfaction"
    assert level_of(8 - 8.3, 0.3) == "satisfaction"
    assert level_of(-1e-10) == "satisfaction"
    assert level_of(-1e-8) == "disappointment"
    assert level_of(1e-8) == "delight"


@pytest.mark.parametrize(("o", "b"), [(None, 5), (5, None), (None, None)])
def test_an_unmeasured_touchpoint_has_no_gap(o, b):
    """Without an expectation or an experience there is no gap, no level and no interval."""
    got = figures(o, b)
    assert (got.expectation, got.experience) == (o, b)
    assert (got.gap, got.level, got.interval) == (None, None, None)


# ---- the interval ---------------------------------------------------------------------------


def welch(*sides: tuple[float, int]) -> tuple[float, float]:
    """Standard error and degrees of freedom of sides (sd, n), by the textbook formula."""
    parts = [(sd**2 / n, n - 1) for sd, n in sides]
    variance = sum(v for v, _ in parts)
    return math.sqrt(variance), variance**2 / sum(v**2 / f for v, f in parts if v > 0)


def interval(gap: float, error: float, freedom: float) -> tuple[float, float]:
    """Student's 95 % interval by SciPy."""
    return stats.t.interval(0.95, freedom, loc=gap, scale=error)


def test_the_interval_of_a_worked_example():
    """O 9 (n 16, sd 2) and B 8 (n 9, sd 1.5): se √0.5, 20.87 degrees, t 2.0804, ±1.4711.

    By hand: 4/16 = 0.25 and 2.25/9 = 0.25, so se² = 0.5; ν = 0.25 / (0.0625/15 + 0.0625/8) =
    0.25 / 0.01197916… = 20.8696.
    """
    got = figures(Score(9, 16, 2), Score(8, 9, 1.5))
    assert got.gap == -1
    assert got.interval == pytest.approx((-1 - 1.4711, -1 + 1.4711), abs=5e-4)
    assert got.interval == pytest.approx(
        interval(-1, math.sqrt(0.5), 0.25 / (0.0625 / 15 + 0.0625 / 8))
    )


def test_the_interval_agrees_with_scipys_welch_test():
    """From raw answers, the interval is that of SciPy's own Welch test."""
    o, b = [9, 8, 10, 9, 7, 9, 8], [5, 6, 4, 7, 5, 3, 6, 8, 5]
    expected = stats.ttest_ind(b, o, equal_var=False).confidence_interval(0.95)
    got = figures(
        Score(sum(o) / len(o), len(o), stats.tstd(o)), Score(sum(b) / len(b), len(b), stats.tstd(b))
    )
    assert got.interval == pytest.approx((expected.low, expected.high), abs=1e-8)


SIDES = st.tuples(st.floats(0.01, 5), st.integers(2, 2000))


@given(SIDES, SIDES)
def test_both_sides_count(o, b):
    """Two sides with evidence combine by Welch–Satterthwaite."""
    got = figures(Score(8, o[1], o[0]), Score(5, b[1], b[0]))
    assert got.interval == pytest.approx(interval(-3, *welch(o, b)), abs=1e-8)


@given(SIDES, st.booleans())
def test_a_side_without_a_standard_deviation_is_exact(side, first):
    """One side's evidence alone gives Student's interval with its n − 1 degrees of freedom."""
    known, exact = Score(6, side[1], side[0]), Score(6, 50)
    got = figures(known, exact) if first else figures(exact, known)
    error = side[0] / math.sqrt(side[1])
    assert got.interval == pytest.approx(interval(0, error, side[1] - 1), abs=1e-8)


@pytest.mark.parametrize(
    ("o", "b"),
    [
        (Score(8, 10, 0), Score(8.3, 10, 0)),
        (Score(8, 10, 0), Score(8.3)),
        (Score(8), Score(8.3, 2, 0)),
    ],
)
def test_where_every_standard_deviation_is_0_the_interval_is_the_gap(o, b):
    """sd 0 means that everybody said the same: [C, C]."""
    assert figures(o, b).interval == (0.3, 0.3)


def test_a_side_with_sd_0_adds_no_degrees_of_freedom():
    """Welch–Satterthwaite runs over the sides with sd > 0 only."""
    got = figures(Score(8, 2, 0), Score(6, 25, 1))
    assert got.interval == pytest.approx(interval(-2, 0.2, 24), abs=1e-8)


@pytest.mark.parametrize(("o", "b"), [(8, 7), (Score(8, 100), Score(7, 5))])
def test_without_any_standard_deviation_there_is_no_interval(o, b):
    """n alone is no evidence of spread."""
    assert figures(o, b).interval is None


def test_paired_evidence_replaces_both_sides():
    """`paired` gives Student's interval with n − 1 degrees of freedom, whatever the sides say.

    By hand, n 4 and sd 2: se 1, t(3) 3.1824.
    """
    got = figures(Score(8, 10, 9), Score(6, 10, 9), paired=Paired(4, 2))
    assert got.interval == pytest.approx((-2 - 3.182446, -2 + 3.182446), abs=1e-6)
    assert figures(8, 6, paired=Paired(4, 2)).interval == got.interval
    assert figures(8, 6, paired=Paired(4, 0)).interval == (-2, -2)


def test_the_largest_freedom_is_the_normal_distribution():
    """With very many answers the interval is ±1.96 standard errors."""
    got = figures(8, Score(8, 10**12, 10**6))
    assert got.interval == pytest.approx((-1.959964, 1.959964), abs=1e-5)


@pytest.mark.parametrize("sd", ["1e-100", "1e-320", "1e12", "999999999999", "0xffffffff"])
@pytest.mark.parametrize("place", ["expectation", "experience", "paired", "by_persona"])
def test_absurd_standard_deviations_neither_overflow_nor_divide_by_zero(sd, place):
    """What the format accepts as an sd gives an interval around the gap."""
    score = f"{{score: 8, n: 2, sd: {sd}}}"
    fields = {
        "expectation": f"expectation: {score}, experience: 8",
        "experience": f"expectation: 8, experience: {score}",
        "paired": f"expectation: 8, experience: 8, paired: {{n: 2, sd: {sd}}}",
        "by_persona": f"expectation: 8, by_persona: {{p: {{experience: {score}}}}}",
    }
    text = f"cjm: 1\npersonas: {{p: {{share: 1}}}}\ntouchpoints: {{a: {{{fields[place]}}}}}\n"
    journey = read_journey(parse(text), "x.yaml").journey
    interval = analyze(journey)["a"].interval
    assert interval[0] <= 0 <= interval[1]


# ---- personas -------------------------------------------------------------------------------

TWO = (Persona("anna", share=0.6), Persona("boris", share=0.4))


def test_a_persona_inherits_what_it_does_not_name():
    """A persona's score replaces the whole score, n and sd included; the rest is inherited."""
    parts = {
        "by_persona": (PersonaScores("anna", experience=Score(4)),),
        "personas": TWO,
    }
    o, b = Score(9, 30, 1), Score(5, 400, 2)
    whole = figures(o, b, **parts)
    anna = figures(o, b, persona="anna", **parts)
    boris = figures(o, b, persona="boris", **parts)
    assert whole == boris
    assert (whole.gap, anna.gap) == (-4, -5)
    assert anna.interval == pytest.approx(interval(-5, *welch((1, 30))), abs=1e-8)
    assert whole.interval == pytest.approx(interval(-4, *welch((1, 30), (2, 400))), abs=1e-8)


def test_paired_evidence_is_not_a_personas_own():
    """Where a persona has a score of its own, the touchpoint's `paired` is not evidence on it."""
    parts = {
        "paired": Paired(4, 2),
        "by_persona": (PersonaScores("anna", experience=5),),
        "personas": TWO,
    }
    assert figures(8, 6, persona="anna", **parts).interval is None
    assert figures(8, 6, persona="boris", **parts).interval is not None


def test_scores_by_persona_make_the_touchpoints_own():
    """The share-weighted mean, its standard error √Σ(share²·se²).

    By hand: 0.6·4 + 0.4·9 = 6; se² = 0.36·4/16 + 0.16·9/9 = 0.09 + 0.16 = 0.25;
    ν = 0.25² / (0.09²/15 + 0.16²/8) = 16.7112…
    """
    got = figures(
        8,
        None,
        by_persona=(
            PersonaScores("anna", experience=Score(4, 16, 2)),
            PersonaScores("boris", experience=Score(9, 9, 3)),
        ),
        personas=TWO,
    )
    assert got.experience == 6
    assert got.gap == -2
    freedom = 0.25**2 / (0.09**2 / 15 + 0.16**2 / 8)
    assert freedom == pytest.approx(16.7112, abs=1e-4)
    assert got.interval == pytest.approx(interval(-2, 0.5, freedom), abs=1e-8)


def test_a_mean_on_one_side_combines_with_the_other_side():
    """The degrees of freedom run over all the parts: both personas and the expectation."""
    got = figures(
        Score(8, 5, 1),
        None,
        by_persona=(
            PersonaScores("anna", experience=Score(4, 16, 2)),
            PersonaScores("boris", experience=Score(9, 9, 3)),
        ),
        personas=TWO,
    )
    parts = [(0.2, 4), (0.09, 15), (0.16, 8)]
    variance = sum(v for v, _ in parts)
    freedom = variance**2 / sum(v**2 / f for v, f in parts)
    assert got.interval == pytest.approx(interval(-2, math.sqrt(variance), freedom), abs=1e-8)


@pytest.mark.parametrize(
    "scores",
    [
        (PersonaScores("anna", experience=4),),
        (PersonaScores("anna", experience=4), PersonaScores("boris", expectation=9)),
    ],
)
def test_a_persona_without_a_score_leaves_the_touchpoint_unmeasured(scores):
    """Only where every persona of the journey has a score is there a mean."""
    got = figures(8, None, by_persona=scores, personas=TWO)
    assert (got.experience, got.gap) == (None, None)
    assert figures(8, None, by_persona=scores, personas=TWO, persona="anna").gap == -4
    assert figures(8, None, by_persona=scores, personas=TWO, persona="boris").gap is None


def test_a_persona_without_a_share_leaves_the_touchpoint_unmeasured():
    """Only where every persona of the journey has a share is there a mean."""
    scores = (PersonaScores("anna", 1, 4), PersonaScores("boris", 1, 9))
    got = figures(None, None, by_persona=scores, personas=(TWO[0], Persona("boris")))
    assert (got.expectation, got.experience, got.gap) == (None, None, None)


def test_a_touchpoints_own_score_is_not_replaced_by_the_mean():
    """What the touchpoint says of everybody holds, whatever its personas say."""
    scores = (PersonaScores("anna", experience=4), PersonaScores("boris", experience=9))
    assert figures(8, 7, by_persona=scores, personas=TWO).experience == 7


@given(
    st.lists(
        st.tuples(st.floats(0.01, 1), st.integers(0, 100), st.floats(0, 3), st.integers(2, 99)),
        min_size=1,
        max_size=5,
    )
)
def test_the_mean_of_any_personas(rows):
    """Mean, standard error and degrees of freedom agree with the plain formulas."""
    total = sum(share for share, *_ in rows)
    shares = [share / total for share, *_ in rows]
    personas = tuple(Persona(str(i), share=share) for i, share in enumerate(shares))
    scores = tuple(
        PersonaScores(str(i), experience=Score(score / 10, n, sd))
        for i, (_, score, sd, n) in enumerate(rows)
    )
    got = figures(5, None, by_persona=scores, personas=personas)
    mean = sum(w * row[1] / 10 for w, row in zip(shares, rows, strict=True))
    assert got.experience == pytest.approx(mean, abs=1e-8)
    parts = [(w**2 * sd**2 / n, n - 1) for w, (_, _, sd, n) in zip(shares, rows, strict=True)]
    variance = sum(v for v, _ in parts)
    assume(variance == 0 or variance > 1e-12)
    if variance == 0:
        assert got.interval == (got.gap, got.gap)
    else:
        freedom = variance**2 / sum(v**2 / f for v, f in parts)
        expected = interval(mean - 5, math.sqrt(variance), freedom)
        assert got.interval == pytest.approx(expected, abs=1e-6)


@given(st.integers(0, 100), st.integers(0, 100))
def test_personas_with_the_journeys_own_scores_give_the_journeys_figures(o, b):
    """Where every persona has the same scores, the mean is that score."""
    scores = tuple(PersonaScores(p.id, o / 10, b / 10) for p in TWO)
    whole = figures(None, None, by_persona=scores, personas=TWO)
    assert whole == figures(o / 10, b / 10)
    assert figures(None, None, by_persona=scores, personas=TWO, persona="anna") == whole


def test_views_of_personas():
    """Every persona has a view; one that the journey lacks is a UsageError naming those it has."""
    journey = Journey("x", (Touchpoint("a"),), personas=TWO)
    assert [view.persona for view in analyze(journey).personas] == ["anna", "boris"]
    with pytest.raises(UsageError) as raised:
        analyze(journey, "carla")
    assert "anna, boris" in str(raised.value.help)
