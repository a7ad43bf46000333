"""Which of two values counts: held to a model, and the way back to what is written."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cjm.journey import Journey, Metric, Paired, PersonaScores, Score, Touchpoint
from cjm.journey.measured import Measured, MeasuredPersona, MeasuredTouchpoint, Quote
from cjm.journey.measurement import Measurement
from cjm.journey.precedence import with_measured, written
from cjm.testing.strategies import overlays

JULY, AUGUST = date(2026, 7, 1), date(2026, 8, 1)
SIDES = ("expectation", "experience")


def of(*points: MeasuredTouchpoint, **more: object) -> Measured:
    """An overlay of the journey `taxi`."""
    return Measured("taxi", "as-is", (0, 10), scores=points, **more)  # type: ignore[arg-type]


def measured_score(value: float, day: date | None = None) -> Score:
    return Score(value, 40, 2, measured=day, measurement=Measurement())


@pytest.mark.parametrize(
    ("own", "theirs", "counts"),
    [
        (None, None, "measured"),
        (JULY, None, "written"),
        (None, JULY, "measured"),
        (JULY, JULY, "measured"),
        (AUGUST, JULY, "written"),
        (JULY, AUGUST, "measured"),
    ],
)
def test_the_later_day_counts(own, theirs, counts):
    """A tie goes to the overlay, and no day loses to any."""
    point = Touchpoint("ride", expectation=8, experience=Score(8, measured=own, because=("why",)))
    at = MeasuredTouchpoint("ride", experience=measured_score(5, theirs))
    experience = with_measured(Journey("taxi", (point,)), of(at))["ride"].experience
    assert experience is not None
    assert experience.score == (5 if counts == "measured" else 8)
    assert experience.because == ("why",)
    if counts == "measured":
        assert experience.measurement == Measurement(replaced=point.experience)


def model(own: Score | None, theirs: Score | None) -> float | None:
    """The value that counts, worked out by sorting what there is by its day."""
    days = [
        (score.measured or date.min, tie, score.score)
        for tie, score in enumerate((own, theirs))
        if score is not None
    ]
    return max(days)[2] if days else None


@st.composite
def written_journeys(draw: st.DrawFn) -> Journey:
    """Two touchpoints with scores, pairs and metrics, everybody's and of two personas."""
    day = st.sampled_from([None, JULY, AUGUST])
    score = st.none() | st.builds(Score, st.integers(0, 10), measured=day)
    pair = st.none() | st.just(Paired(50, 1))
    csat = st.builds(Metric, st.just("csat"), st.integers(0, 9), measured=day)
    metric = st.lists(csat, max_size=1)
    own = st.builds(PersonaScores, st.sampled_from(PEOPLE), score, score, pair, metrics=metric)
    unique = st.lists(own, max_size=2, unique_by=lambda own: own.persona)
    return Journey(
        "taxi",
        [
            Touchpoint(
                id,
                expectation=draw(score),
                experience=draw(score),
                paired=draw(pair),
                by_persona=draw(unique),
                metrics=draw(metric),
            )
            for id in ("ride", "pay")
        ],
        personas=PEOPLE,
    )


PEOPLE = ("anna", "boris")
BOTH = Journey("taxi", (Touchpoint("ride"), Touchpoint("pay")), personas=PEOPLE)


@settings(max_examples=50, deadline=None)
@given(written_journeys(), overlays(BOTH, st.sampled_from([None, JULY, AUGUST])))
def test_every_score_is_the_models(journey, measured):
    """Of every touchpoint and persona on both sides; and `written` is the way back, whole."""
    merged = with_measured(journey, measured)
    for point in journey.touchpoints:
        at, now = measured.at(point.id), merged[point.id]
        holders = [(point, at, now)]
        for persona in journey.personas:
            theirs = {own.persona: own for own in at.by_persona}.get(
                persona.id, PersonaScores(persona.id)
            )
            holders.append((point.scores_of(persona.id), theirs, now.scores_of(persona.id)))
        for own, theirs, result in holders:
            for side in SIDES:
                score = getattr(result, side)
                assert (score and score.score) == model(getattr(own, side), getattr(theirs, side))
        assert [m.target for m in now.metrics][: len(point.metrics)] == [
            m.target for m in point.metrics
        ]
    owns = [own for point in journey.touchpoints for own in point.by_persona]
    assert any(own == PersonaScores(own.persona) for own in owns) or written(merged) == journey


@pytest.mark.parametrize(
    ("own", "theirs", "expected"),
    [
        ((None, None), (None, None), "written"),
        ((None, None), (5, 5), "measured"),
        ((None, None), (None, 5), None),
        ((8, None), (None, 5), None),
        ((8, 8), (None, None), "written"),
    ],
)
def test_a_pair_counts_where_both_sides_are_from_its_file(own, theirs, expected):
    """Else neither does: a pair's spread is that of other scores."""
    pairs = {"written": Paired(50, 1), "measured": Paired(40, 2, measurement=Measurement())}
    point = Touchpoint("ride", expectation=8, experience=8, paired=pairs["written"])
    scores = [value and measured_score(value) for value in theirs]
    at = MeasuredTouchpoint("ride", *scores, paired=pairs["measured"])
    merged = with_measured(Journey("taxi", (point,)), of(at))
    assert merged["ride"].paired == (expected and pairs[expected])
    assert written(merged)["ride"].paired == pairs["written"]


def test_a_personas_pair_needs_the_sides_that_it_inherits():
    """Once everybody's expectation is measured, a written pair of B − O is no longer of it."""
    own = PersonaScores("anna", experience=6, paired=Paired(50, 1))
    point = Touchpoint("ride", expectation=8, experience=8, by_persona=(own,))
    at = MeasuredTouchpoint("ride", expectation=measured_score(9))
    merged = with_measured(Journey("taxi", (point,)), of(at))
    assert merged["ride"].scores_of("anna").paired is None
    assert written(merged)["ride"] == point


def test_a_metric_keeps_its_target_and_its_title():
    """The survey says the value, the journey what it should be."""
    own = Metric("csat", 80, ">= 90", "%", title="Happy")
    theirs = Metric("csat", 71, n=398, measurement=Measurement(interval=(66, 75)))
    merged = with_measured(
        Journey("taxi", (Touchpoint("ride"),), metrics=(own,)), of(metrics=(theirs,))
    )
    (metric,) = merged.metrics
    assert (metric.value, metric.title, metric.met, metric.unit) == (71, "Happy", False, "%")
    assert metric.measurement == Measurement(interval=(66, 75), replaced=own)
    assert written(merged).metrics == (own,)


def test_a_metric_without_a_value_takes_the_measured_one_of_any_day():
    """A target alone is no value that could be later."""
    own = Metric("nps", target=">= 50", measured=AUGUST)
    theirs = Metric("nps", 22, n=9, measured=JULY, measurement=Measurement())
    merged = with_measured(
        Journey("taxi", (Touchpoint("ride"),), metrics=(own,)), of(metrics=(theirs,))
    )
    assert merged.metrics[0].value == 22


def test_quotes_stand_after_the_authors_with_their_source():
    """And are not written back."""
    point = Touchpoint("ride", quotes=("Late again",))
    at = MeasuredTouchpoint("ride", quotes=(Quote("Too loud", "voices"), Quote("Fine")))
    merged = with_measured(Journey("taxi", (point,)), of(at))
    assert merged["ride"].quotes == ("Late again", "Too loud (voices)", "Fine")
    assert written(merged)["ride"].quotes == ("Late again",)


def test_who_the_journey_lacks_is_passed_over():
    """A touchpoint or persona of another journey adds nothing."""
    journey = Journey("taxi", (Touchpoint("ride", experience=8),))
    at = MeasuredTouchpoint("ride", by_persona=(PersonaScores("anna", 5),))
    other = MeasuredTouchpoint("walk", experience=measured_score(1))
    merged = with_measured(
        journey, of(at, other, by_persona=(MeasuredPersona("anna", (Metric("nps", 1),)),))
    )
    assert merged.touchpoints == journey.touchpoints


def test_what_a_person_changes_in_python_is_written():
    """An overlay is taken out of a journey value by value: an edit of its own stays."""
    journey = Journey("taxi", (Touchpoint("ride", expectation=9, experience=8),))
    merged = with_measured(journey, of(MeasuredTouchpoint("ride", experience=measured_score(5))))
    from cjm.records import replace

    edited = replace(merged["ride"], expectation=Score(7))
    back = written(replace(merged, touchpoints=(edited,)))
    assert back["ride"] == Touchpoint("ride", expectation=7, experience=8)


def test_what_python_says_was_measured_is_marked_as_such():
    """Without a Measurement of its own too, so that it is never taken for written."""
    at = MeasuredTouchpoint("ride", experience=Score(5, 40), paired=Paired(40, 2))
    journey = Journey("taxi", (Touchpoint("ride"),))
    ride = with_measured(journey, of(at))["ride"]
    assert ride.experience is not None
    assert ride.experience.measurement == Measurement()
    assert written(with_measured(journey, of(at))) == journey
