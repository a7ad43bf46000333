"""Stars: gold finds the moments of truth that disappoint, the others have an outline."""

from __future__ import annotations

from dataclasses import replace

import pytest
from graph_samples import coffee, large
from map_probe import columns_of
from map_samples import full, to_be
from picture_probe import Part, Picture, Shape, picture, sheet

from cjm.analysis import analyze
from cjm.journey import Journey, PersonaScores, Score
from cjm.maps.content.sheet import sheet_of

STAR = "M" + "L" * 9 + "Z"


def stars_of(part: Part | Picture) -> list[Shape]:
    """Every star that is painted there."""
    paths = [s for s in part.shapes if getattr(s.node, "commands", ())]
    return [s for s in paths if s.letters.upper() == STAR]


def filled(stars: list[Shape]) -> list[bool]:
    """Of each star, whether it is gold."""
    assert {star.fill for star in stars} <= {"star", "card"}
    return [star.fill == "star" for star in stars]


@pytest.mark.parametrize("journey", [coffee(), large(40, 5, seed=3)], ids=["full", "compact"])
def test_a_card_has_a_dark_ground_only_where_it_disappoints(journey: Journey) -> None:
    """Full cards a strip, compact ones a medal; each moment of truth a star."""
    shown, figures = picture(journey), analyze(journey)
    negative = set(figures.negative_moments_of_truth)
    assert negative
    assert negative < set(figures.moments_of_truth)
    for id in figures.moments_of_truth:
        group = shown.touchpoint(id)
        assert filled(stars_of(group)) == [id in negative]
        dark = {"moment", "moment_strip"} & {str(shape.fill) for shape in group.shapes}
        assert bool(dark) == (id in negative)
    others = {p.id for p in journey.touchpoints} - set(figures.moments_of_truth)
    assert not any(stars_of(shown.touchpoint(id)) for id in others)


def test_a_sheet_has_the_same_stars_above_the_curve_and_in_the_row() -> None:
    shown, figures = sheet(full()), analyze(full())
    negative = set(figures.negative_moments_of_truth)
    columns = columns_of(shown)
    for id in figures.moments_of_truth:
        box = columns[id]
        own = [s for s in stars_of(shown) if box.x < s.corners[0][0] < box.right]
        own = [s for s in own if s.corners[0][1] < box.bottom]
        assert filled(own) == [id in negative] * 2


def test_the_mean_of_the_personas_disappoints_too() -> None:
    """C of all is 0 there, that of the personas is not."""
    journey = coffee()
    points = tuple(
        replace(
            p,
            experience=p.expectation,
            by_persona=(PersonaScores(journey.personas[0].id, experience=Score(1)),),
        )
        for p in journey.touchpoints
    )
    journey = replace(journey, touchpoints=points)
    negative = analyze(journey).negative_moments_of_truth
    assert negative
    for id in negative:
        assert filled(stars_of(picture(journey).touchpoint(id))) == [True]


def test_of_two_states_one_that_disappoints_is_enough() -> None:
    """A star above two curves stands for both."""
    (plot,) = sheet_of(full(), compare=to_be()).plots
    columns = {c.id: i for i, c in enumerate(sheet_of(full(), compare=to_be()).columns) if c}
    negative = {i for side in (full(), to_be()) for i in analyze(side).negative_moments_of_truth}
    assert {column for column, gold in plot.stars if gold} == {columns[id] for id in negative}


@pytest.mark.parametrize(
    ("language", "graph", "rows"),
    [
        (
            "en",
            ("disappoints", "does not disappoint"),
            ("moment of truth that disappoints", "other moment of truth"),
        ),
        (
            "ru",
            ("разочаровывает", "не разочаровывает"),
            ("момент истины с разочарованием", "другой момент истины"),
        ),
    ],
)
def test_the_legends_tell_both_stars_apart(
    language: str, graph: tuple[str, str], rows: tuple[str, str]
) -> None:
    """Each only where it occurs."""
    journey = full()
    assert set(graph) <= set(picture(journey, language=language).words)
    assert set(rows) <= set(sheet(journey, language=language).words)
    points = (replace(p, experience=p.expectation, by_persona=()) for p in journey.touchpoints)
    calm = replace(journey, touchpoints=tuple(points))
    told = picture(calm, language=language).words
    assert graph[1] in told
    assert graph[0] not in told
    told = sheet(calm, language=language).words
    assert not set(rows) & set(told)
    assert {"en": "moment of truth", "ru": "момент истины"}[language] in told
