"""The curve by itself, as pages have it: one walk, one axis, a name below each column."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from picture_probe import Picture

import cjm
from cjm.analysis import analyze
from cjm.journey import Journey, Touchpoint, Transition
from cjm.maps.scene.model import Scene
from cjm.maps.views.map.curve.alone import curves

ROOT = Path(__file__).parents[2]
LONG = 12


def taxi() -> Journey:
    """A worked journey with two personas and three alternative rides."""
    return cjm.load(ROOT / "journeys/business-taxi.yaml")


def climbing() -> Journey:
    """Every touchpoint adds one: the balance leaves the axis that one point asks for."""
    points = [
        Touchpoint(f"p{n}", expectation=5, experience=6, next=(Transition(f"p{n + 1}"),))
        for n in range(LONG)
    ]
    return Journey("climbing", (*points, Touchpoint(f"p{LONG}", expectation=5, experience=4)))


def asked(journey: Journey, persona: str | None = None, path: str = "likely") -> Picture:
    """Its only picture."""
    (scene,) = curves(journey, (persona,), path, "en")
    return Picture(scene)


def letters(shown: Picture) -> str:
    """The commands of the steps."""
    (balance,) = shown.groups("balance")
    return balance.paths[0].letters


@pytest.mark.parametrize("path", ["likely", "worst"])
def test_what_lies_off_the_chosen_path_is_a_stem(path: str) -> None:
    """The line follows one walk, whichever was chosen."""
    journey = taxi()
    walk = getattr(analyze(journey), f"{path}_path").touchpoints
    shown = asked(journey, path=path)
    assert len(shown.groups("stem")) == len(journey.touchpoints) - len(set(walk))
    titles = [journey[id].title for id in walk]
    places = [shown.scene.description.index(title) for title in titles]
    assert places == sorted(places)
    assert shown.scene.data["path"] == path


def test_the_steps_are_the_balance_of_the_chosen_path() -> None:
    """The worst path of the taxi comes to −12, the likely one to +1."""
    for path, balance in (("likely", "+1.00"), ("worst", "−12.0")):
        (steps,) = asked(taxi(), path=path).groups("balance")
        assert f"balance {balance}" in [text.text for text in steps.texts]


def test_where_the_balance_leaves_the_axis_the_steps_break() -> None:
    """A line along the edge would be read as a balance that stays."""
    shown = asked(climbing())
    inside = asked(taxi())
    assert letters(inside).count("H") == len(analyze(taxi()).likely_path.touchpoints)  # type: ignore[union-attr]
    drawn = letters(shown).count("H")
    assert 0 < drawn < LONG
    (steps,) = shown.groups("balance")
    assert "balance +11.0" in [text.text for text in steps.texts]
    assert len(steps.paths) > 2  # an arrow stands before a figure beyond the axis


def zero_line(scene: Scene) -> float:
    """How high 0 is drawn."""
    (zero,) = (text for text in Picture(scene).texts if text.text == "0" and text.run.spans[0].bold)
    return zero.run.y


def test_personas_are_on_one_axis() -> None:
    """Else their curves could not be compared by switching."""
    personas = (None, *(persona.id for persona in taxi().personas))
    shown = curves(taxi(), personas, "worst", "en")
    assert len({zero_line(scene) for scene in shown}) == 1
    assert [scene.data.get("persona") for scene in shown] == list(personas)


def test_every_touchpoint_has_its_name_below_and_every_stage_above() -> None:
    """A name in bold is where a moment of truth disappoints."""
    shown, figures = asked(taxi()), analyze(taxi())
    bold = set()
    for column in shown.groups("column"):
        id = str(column.data["touchpoint"])
        words = "".join(text.text for text in column.texts).replace("-", "")
        assert "".join(words.split()) == "".join(taxi()[id].title.split())
        if all(span.bold for text in column.texts for span in text.run.spans):
            bold.add(id)
    assert bold == set(figures.negative_moments_of_truth)
    assert [s.data["stage"] for s in shown.groups("stage")] == [s.id for s in taxi().stages]


def test_a_long_name_ends_in_three_lines() -> None:
    """However long it is."""
    point = replace(taxi().touchpoints[0], title="очень длинное название " * 20)
    journey = replace(taxi(), touchpoints=(point, *taxi().touchpoints[1:]))
    column = asked(journey).groups("column")[0]
    assert len(column.texts) == 3
    assert column.texts[-1].text.endswith("…")


def test_without_gaps_it_is_the_curve_of_the_only_score() -> None:
    """A journey with experience alone has its curve of B, and no balance."""
    points = tuple(replace(point, expectation=None, by_persona=()) for point in taxi().touchpoints)
    shown = asked(replace(taxi(), touchpoints=points, improvements=()))
    assert shown.scene.title == "Curve of experience B"
    assert shown.groups("balance") == []


def test_without_scores_there_is_no_curve() -> None:
    """Nothing is drawn of nothing."""
    points = tuple(
        replace(point, expectation=None, experience=None, by_persona=())
        for point in taxi().touchpoints
    )
    assert curves(replace(taxi(), touchpoints=points, improvements=())) == ()
