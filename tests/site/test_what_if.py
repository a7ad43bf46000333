"""What-if in the page is what-if in Python: every figure that it shows, whatever moves."""

from __future__ import annotations

import json
import shutil
import subprocess
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from itertools import chain
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from proof_settings import many
from show_samples import tangled_journey

import cjm
from cjm.analysis.endings import disappointed_share
from cjm.checking.export import plans_of, read_data
from cjm.journey import Journey, Persona, PersonaScores, Score, Touchpoint
from cjm.testing.strategies import complete_journeys, journeys

ROOT = Path(__file__).parents[2]
EXAMPLES = sorted(
    file
    for folder in ("journeys", "tests/data/journeys", "tests/data/one_score")
    for file in (ROOT / folder).glob("*.yaml")
    if file.name != "cjm.yaml"
)
Lifts = dict[str, float]
Asked = tuple[str | None, Lifts]
Page = Callable[[Journey, Sequence[Asked]], list[dict[str, Any]]]


@pytest.fixture(scope="module")
def page() -> Iterator[Page]:
    """What the script of a page says, in one process of Node for all tests."""
    node = shutil.which("node")
    if node is None:
        pytest.skip("no Node: what-if in the page is not compared with Python")
    script = Path(__file__).with_name("what_if.cjs")
    with subprocess.Popen(
        [node, script], stdin=subprocess.PIPE, stdout=subprocess.PIPE, encoding="utf-8"
    ) as process:
        assert process.stdin
        assert process.stdout

        def ask(journey: Journey, asked: Sequence[Asked]) -> list[dict[str, Any]]:
            data = read_data(cjm.analyze(journey), None, None, None)
            process.stdin.write(json.dumps({"journey": data, "asked": asked}) + "\n")
            process.stdin.flush()
            answers: list[dict[str, Any]] = json.loads(process.stdout.readline(), parse_int=float)
            return answers

        yield ask
        process.stdin.close()


# ---- the same in Python ----------------------------------------------------------------------


def moved(journey: Journey, lifts: Lifts) -> Journey:
    """The journey with every B at these touchpoints moved, within the scale."""
    low, high = journey.scale

    def at(score: Score | None, points: float) -> Score | None:
        return score and replace(score, score=min(high, max(low, score.score + points)))

    def point_moved(point: Touchpoint) -> Touchpoint:
        by = lifts.get(point.id, 0)
        if not by:
            return point
        own = tuple(replace(o, experience=at(o.experience, by)) for o in point.by_persona)
        return replace(point, experience=at(point.experience, by), by_persona=own)

    return replace(journey, touchpoints=tuple(map(point_moved, journey.touchpoints)))


def expected(journey: Journey, persona: str | None, lifts: Lifts) -> dict[str, Any]:
    """Every figure by cjm.analysis, but for the share, which is compared by hand."""
    analysis = cjm.analyze(moved(journey, lifts), persona)
    unhappy, customers = analysis.disappointed, analysis.to_dict()["customers"]
    known = unhappy is not None and customers is not None
    return {
        "touchpoints": [
            {
                "id": figures.id,
                "O": figures.expectation,
                "B": figures.experience,
                "C": figures.gap,
                "weighted": weighted,
                "level": figures.level or "unmeasured",
                "impact": figures.impact,
                "moment_of_truth": list(figures.moment_of_truth),
                "negative_moment_of_truth": figures.negative_moment_of_truth,
            }
            for figures, weighted in zip(
                analysis.touchpoints, analysis.scores.weighted, strict=True
            )
        ],
        "negative_moments_of_truth": list(analysis.negative_moments_of_truth),
        "balance": analysis.balance,
        "disappointed": unhappy and unhappy.share,
        "people": customers["value"] * unhappy.share if unhappy and known else None,
    }


def reason(journey: Journey, persona: str | None) -> str | None:
    """Why Python has no share of a journey as it is, or none that is exact."""
    analysis = cjm.analyze(journey, persona)
    if analysis.disappointed is None:
        return analysis.obstacle or "unmeasured"
    return None if analysis.disappointed.exact else "simulated"


MOST_STATES = 100_000
"""What the page counts before it gives up; cjm has shorter ways, which the page lacks."""


def counted(journey: Journey, persona: str | None, lifts: Lifts, most: float) -> bool:
    """Whether the states of the moved journey's totals, and of each persona's, are so few."""
    crowd = cjm.analyze(moved(journey, lifts), persona)._crowd
    assert crowd
    crowds = [crowd for _, crowd in crowd.parts] or [crowd]
    return all(disappointed_share(c.chain, c.scores.units, int(most)) for c in crowds)


def compare(said: dict[str, Any], journey: Journey, persona: str | None, lifts: Lifts) -> None:
    """All figures to the last bit; shares to what an exact share leaves undecided."""
    told = expected(journey, persona, lifts)
    shares = [answer.pop("disappointed") for answer in (said, told)]
    people = [answer.pop("people") for answer in (said, told)]
    why = said.pop("why")
    assert said == told
    if why == "too-long":  # its rounds may end one sooner or later than Python's
        assert reason(journey, persona) is None
        assert not counted(journey, persona, lifts, 0.9 * MOST_STATES)
    else:
        assert why == reason(journey, persona)
        assert why or counted(journey, persona, lifts, 1.1 * MOST_STATES)
    for got, meant in (shares, people):
        known = why is None and meant is not None
        assert got == (pytest.approx(meant, rel=4e-9, abs=4e-9) if known else None)


def everybody(journey: Journey) -> list[str | None]:
    """The whole journey, and each of its personas."""
    return [None, *(persona.id for persona in journey.personas)]


def lifts_of(journey: Journey, improvements: Sequence[str]) -> Lifts:
    """What improvements add, taken together."""
    lifts: Lifts = {}
    chosen = [i for i in journey.improvements if i.id in improvements]
    for lift in chain.from_iterable(i.lifts for i in chosen):
        lifts[lift.touchpoint] = lifts.get(lift.touchpoint, 0) + lift.points
    return lifts


# ---- journeys there are ----------------------------------------------------------------------


@pytest.mark.parametrize("file", EXAMPLES, ids=lambda file: file.stem)
def test_an_example_says_the_same_in_the_page(page, file):
    """As it is, with each touchpoint better or worse by itself, and with all of them so."""
    journey = cjm.load(file)
    ids = [point.id for point in journey.touchpoints]
    apart: list[Lifts] = [{id: by} for id in ids for by in (1.3, -2)]
    together: list[Lifts] = [{}, dict.fromkeys(ids, 0.7), dict.fromkeys(ids, -100)]
    asked: list[Asked] = [(who, by) for who in everybody(journey) for by in (*together, *apart[:9])]
    for (persona, lifts), said in zip(asked, page(journey, asked), strict=True):
        compare(said, journey, persona, lifts)


@pytest.mark.parametrize("file", EXAMPLES, ids=lambda file: file.stem)
def test_the_frontiers_of_a_plan_are_said_by_the_page(page, file):
    """What-if with a set of improvements is what `cjm plan` says of it."""
    journey = cjm.load(file)
    for plan in plans_of(cjm.analyze(journey)) or ():
        asked = [(None, lifts_of(journey, point.improvements)) for point in plan.frontier]
        said = [answer[plan.objective] for answer in page(journey, asked)]
        assert said == pytest.approx([point.value for point in plan.frontier], abs=4e-9)


# ---- any journey -----------------------------------------------------------------------------

FINE = st.one_of(
    st.integers(0, 10 * 1024).map(lambda whole: whole / 1024),
    st.sampled_from((0, 10, 1 / 3, 0.1, 0.3, 6.7, 9.999999999, 2.0000000005)),
)
"""Scores that rounding has to decide about, to the last bit and in the middle of two decimals."""
STEPS = st.sampled_from((0, 0.1, -0.1, 0.5, 1, -1, 2.7, 1 / 3, 11, -11, 1 / 1024, 1e-10))
"""Points by which B moves: none, some, and beyond both ends of the scale."""


@st.composite
def fine_journeys(draw: st.DrawFn) -> Journey:
    """Random ways, three personas or none, scores of any digits."""
    journey = draw(journeys())
    shares = draw(st.sampled_from(((), (1 / 3,) * 3, (0.2, 0.3, 0.5), (0.5, None, 0.1))))
    people = tuple(Persona(f"p{n}", share=share) for n, share in enumerate(shares))
    side = st.none() | FINE
    points = tuple(
        replace(
            point,
            expectation=draw(side),
            experience=draw(side),
            importance=draw(st.sampled_from((1, 0.1, 1 / 3, 7))),
            by_persona=tuple(
                PersonaScores(p.id, draw(side), draw(side)) for p in people if draw(st.booleans())
            ),
        )
        for point in journey.touchpoints
    )
    customers = draw(st.sampled_from((None, 1200)))
    return replace(journey, touchpoints=points, personas=people, customers=customers)


@settings(many)
@given(
    st.data(),
    st.one_of(journeys(), journeys(personas=True), fine_journeys(), complete_journeys()),
)
def test_any_journey_says_the_same_in_the_page(page, data, journey):
    """Branches, loops, traps, unmeasured touchpoints, personas with shares and without."""
    ids = st.sampled_from([point.id for point in journey.touchpoints])
    moves = st.dictionaries(ids, STEPS, max_size=3)
    asked = [(who, data.draw(moves)) for who in everybody(journey)]
    for (persona, lifts), said in zip(asked, page(journey, asked), strict=True):
        compare(said, journey, persona, lifts)


# ---- what random journeys seldom are ---------------------------------------------------------


@pytest.mark.parametrize("experience", [4, 6])
def test_a_slow_loop_is_decided_early(page, experience):
    """Almost nobody leaves it: without bounds on what can come it would be a million states."""
    ways = {"next": {"a": 0.9999, "b": 0.0001}}
    points = {"a": {"expectation": 5, "experience": experience, **ways}, "b": {"experience": 9}}
    journey = Journey("slow", points)
    (said,) = page(journey, [(None, {"a": 0.5})])
    compare(said, journey, None, {"a": 0.5})


def test_losses_that_tie_are_taken_in_the_order_of_the_file(page):
    """Four of five carry exactly 80 %, though a third of 0.6 is a bit less than 0.2 as a float."""
    points = {
        "meet": {"next": {"split": 0.6, "d": 0.2, "e": 0.2}},
        "split": {"next": dict.fromkeys("abc", 1 / 3)},
        **{id: {"expectation": 5, "experience": 5} for id in "abcde"},
    }
    journey, lifts = Journey("tied", points), dict.fromkeys("abcde", -1)
    (said,) = page(journey, [(None, lifts)])
    few = [point["id"] for point in said["touchpoints"] if "vital-few" in point["moment_of_truth"]]
    assert few == ["a", "b", "c", "d"]
    compare(said, journey, None, lifts)


def test_scores_too_large_for_floats_to_count_are_counted(page):
    """Sums that differ in the last of twenty digits have the sign that Python gives them."""
    high = 1e12
    points = {
        "a": {"expectation": 0, "experience": 5e11 + 1 / 1024, "importance": 3e7, "next": "b"},
        "b": {"expectation": 5e11 + 1 / 512, "experience": 0, "importance": 3e7, "next": "c"},
        "c": {"expectation": 0, "experience": 0.000000001, "next": {"a": 0.3, "d": 0.6}},
        "d": {"expectation": 3, "experience": 0},
    }
    journey = Journey("large", points, scale=(0, high))
    asked: list[Asked] = [(None, {}), (None, {"a": 1 / 1024}), (None, {"d": 4, "c": 1})]
    for (persona, lifts), said in zip(asked, page(journey, asked), strict=True):
        compare(said, journey, persona, lifts)


@pytest.mark.parametrize("id", ["constructor", "__proto__", "toString", "hasOwnProperty"])
def test_an_id_may_be_a_word_of_the_script_itself(page, id):
    """Of a touchpoint and of a persona."""
    point = {"expectation": 5, "experience": 3, "by_persona": {id: {"experience": 8}}}
    journey = Journey("x", {id: point, "other": None}, personas=[Persona(id, share=1)])
    for lifts in ({}, {"other": 1}, {id: 1}):
        for persona in (None, id):
            (said,) = page(journey, [(persona, lifts)])
            compare(said, journey, persona, lifts)


SLOW_BOTH_WAYS = {
    "a": {"next": {"up": 0.4998, "down": 0.4998, "end": 0.0004}},
    "up": {"expectation": 5, "experience": 6, "next": "a"},
    "down": {"expectation": 6, "experience": 5, "next": "a"},
    "end": None,
}


@pytest.mark.parametrize(
    ("journey", "why", "balance"),
    [
        (Journey("x", {"a": {"experience": 3, "next": "a"}}), "trap", False),
        (Journey("x", {"a": {"experience": 3}}), "unmeasured", False),
        (tangled_journey(), "simulated", True),
        (Journey("x", SLOW_BOTH_WAYS), "too-long", True),
    ],
    ids=["trap", "unmeasured", "simulated", "too-long"],
)
def test_why_there_is_no_share_is_said_in_a_word(page, journey, why, balance):
    """The other figures are there, where there is a flow and something to add up."""
    first = journey.touchpoints[0].id
    (said,) = page(journey, [(None, {first: 1})])
    assert (said["why"], said["disappointed"], said["people"]) == (why, None, None)
    assert (said["balance"] is not None) == balance
    compare(said, journey, None, {first: 1})


def test_a_move_may_make_it_too_long(page):
    """What was counted in steps of three points is counted in steps of a 1,024th after it."""
    points = {
        "lose": {"expectation": 3, "experience": 0, "next": ["lose", "win"]},
        "win": {"expectation": 3, "experience": 3, "next": ["win", "wait"]},
        "wait": {"expectation": 0, "experience": 0, "next": ["end", "win"]},
        "end": None,
    }
    journey = Journey("fine", points)
    asked: list[Asked] = [(None, {}), (None, {"win": 1 / 1024})]
    said = page(journey, asked)
    assert [answer["why"] for answer in said] == [None, "too-long"]
    for (persona, lifts), answer in zip(asked, said, strict=True):
        compare(answer, journey, persona, lifts)
