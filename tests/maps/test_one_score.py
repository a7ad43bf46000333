"""Journeys with one score or none: a curve of what is known, and no sign of what is not."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from graph_faults import faults as faults_of_graph
from graph_probe import laid_out
from map_faults import faults as faults_of_map
from map_probe import columns_of, lanes_of, nodes_of, overlapping
from outline import outline
from picture_probe import Picture, picture, sheet

import cjm
from cjm.journey import Journey, Score, Touchpoint, Transition
from cjm.maps.content.compose import compose, with_measure
from cjm.maps.content.sheet import sheet_of
from cjm.maps.content.words import words_of
from cjm.maps.views.map.axis import axis_of

FOLDER = Path(__file__).parents[1] / "data" / "one_score"
OUTLINES = Path(__file__).parent / "outlines"
N_A = {"en": "n/a", "ru": "н/д"}


def clinic() -> Journey:
    """Experience everywhere but at one touchpoint, and no expectation."""
    return cjm.load(FOLDER / "clinic-visit.yaml")


def hopes() -> Journey:
    """The same figures as expectations."""
    journey = clinic()
    points = (replace(p, expectation=p.experience, experience=None) for p in journey.touchpoints)
    return replace(journey, touchpoints=tuple(points))


def words_only() -> Journey:
    """The same without any score."""
    journey = clinic()
    points = (replace(p, experience=None) for p in journey.touchpoints)
    return replace(journey, touchpoints=tuple(points))


@pytest.mark.parametrize("language", ["en", "ru"])
@pytest.mark.parametrize("compact", [False, True])
@pytest.mark.parametrize("journey", [clinic, hopes, words_only])
def test_where_nothing_has_a_gap_there_is_no_sign_of_one(
    journey: object, compact: bool, language: str
) -> None:
    """No tag, no box for what is missing, no levels in the legend, no balance, in both views."""
    assert callable(journey)
    small: Journey = _longer(journey()) if compact else journey()
    for shown in (picture(small, language=language), sheet(small, language=language)):
        assert not shown.groups("gap-tag")
        assert not shown.groups("balance")
        told = " ".join((*shown.words, shown.scene.title, shown.scene.description))
        titles = " ".join(group.title for group in shown.groups("touchpoint"))
        for word in (N_A[language], "C = B", "С = В", "disappoint", "разочар"):
            assert word not in told
            assert word not in titles


def _longer(journey: Journey) -> Journey:
    """With so many touchpoints that cards are compact."""
    more = tuple(Touchpoint(f"more{i}", f"More {i}", stage="after") for i in range(20))
    return replace(journey, touchpoints=(*journey.touchpoints, *more))


@pytest.mark.parametrize(
    ("journey", "language", "rows"),
    [
        (clinic, "en", ["Experience B", "Curve of experience B"]),
        (clinic, "ru", ["Восприятие В", "Кривая восприятия В"]),
        (hopes, "en", ["Expectation O", "Curve of expectation O"]),
        (hopes, "ru", ["Ожидание О", "Кривая ожидания О"]),
    ],
)
def test_the_rows_are_called_by_the_score_there_is(
    journey: object, language: str, rows: list[str]
) -> None:
    assert callable(journey)
    shown = sheet(journey(), language=language)
    assert lanes_of(shown)[1:3] == rows
    assert shown.groups("curve")[0].title == rows[1]


@pytest.mark.parametrize(
    ("scale", "values"),
    [
        ((1, 5), (1, 2, 3, 4, 5)),
        ((0, 10), (0, 2, 4, 6, 8, 10)),
        ((1, 10), (1, 4, 7, 10)),
        ((0, 100), (0, 20, 40, 60, 80, 100)),
        ((-100, 100), (-100, -50, 0, 50, 100)),
        ((0, 7.3), (0, 3.65, 7.3)),
    ],
)
def test_the_axis_of_a_score_is_the_scale(
    scale: tuple[float, float], values: tuple[float, ...]
) -> None:
    """Its ends among the values; a stem stands on its foot, or on 0 where that lies inside."""
    journey = Journey("one", (Touchpoint("a", experience=Score(scale[1])),), scale=scale)
    axis = axis_of(sheet_of(journey).plots, scale)
    assert axis.lines == pytest.approx(values)
    assert axis.base == (0 if scale[0] < 0 else scale[0])
    assert axis.low < scale[0] < scale[1] < axis.high


def test_the_curve_of_experience_runs_along_the_likely_path() -> None:
    """In ink, interrupted where nothing was measured; the other touchpoint is a stem."""
    shown = sheet(clinic())
    columns = columns_of(shown)
    (curve,) = shown.groups("curve")
    assert {p.stroke.paint for p in curve.paths if p.stroke} == {"ink"}
    reached = {round(x) for x, _ in nodes_of(curve)}
    on = {id for id, box in columns.items() if round(box.center.x) in reached}
    assert on == {"search", "site", "arrive", "wait", "pay", "plan"}
    (stem,) = curve.groups("stem")
    assert stem.data.get("share") == pytest.approx(0.4)
    heights = {round(x): y for x, y in nodes_of(curve)}
    scores = {p.id: p.experience.score for p in clinic().touchpoints if p.experience}
    ordered = sorted(on, key=lambda id: heights[round(columns[id].center.x)], reverse=True)
    assert ordered == sorted(on, key=scores.__getitem__)


def test_cards_have_the_disc_on_its_scale() -> None:
    """Full and compact; one that was not measured is dashed and has none."""
    for journey in (clinic(), _longer(clinic())):
        shown = picture(journey)
        for point in journey.touchpoints:
            bells = shown.touchpoint(point.id).groups("dumbbell")
            assert [b.data for b in bells] == (
                [{"experience": point.experience.score}] if point.experience else []
            )
            dashed = shown.touchpoint(point.id).rects[0].stroke
            assert dashed is not None
            assert bool(dashed.dashes) == (point.experience is None)


@pytest.mark.parametrize(
    ("journey", "note"),
    [
        (
            clinic,
            "only experience is measured, there is no gap C, not measured: 1 of 8 touchpoints",
        ),
        (
            hopes,
            "only expectation is measured, there is no gap C, not measured: 1 of 8 touchpoints",
        ),
        (words_only, "nothing is measured yet"),
    ],
)
def test_the_head_says_what_is_measured(journey: object, note: str) -> None:
    """Once."""
    assert callable(journey)
    assert sheet_of(journey()).diagram.header.note == note


def test_two_personas_share_the_scale() -> None:
    """Solid and dashed, their figures unsigned."""
    from cjm.journey import Persona, PersonaScores

    journey = clinic()
    personas = (Persona("p", "Pia"), Persona("q", "Quentin"))
    points = (
        replace(p, by_persona=(PersonaScores("q", experience=Score(2)),))
        for p in journey.touchpoints
    )
    both = replace(journey, touchpoints=tuple(points), personas=personas)
    shown = sheet(both, persona=["p", "q"], lanes=["scores", "curve"])
    assert [t.text for t in shown.touchpoint("site").texts][-4:] == ["P", "4.2", "Q", "2"]
    assert faults_of_map(shown) == []


def test_one_pair_of_scores_is_enough_for_a_gap() -> None:
    """Then what is missing elsewhere is told, as ever."""
    journey = clinic()
    first = replace(journey.touchpoints[0], expectation=Score(4))
    shown = sheet(replace(journey, touchpoints=(first, *journey.touchpoints[1:])))
    assert lanes_of(shown)[1:3] == ["O, B, C", "Curve of C"]
    assert "n/a" in shown.words


@pytest.mark.parametrize("theme", ["light", "dark", "print"])
@pytest.mark.parametrize("journey", [clinic, hopes, words_only])
def test_nothing_covers_what_must_be_read(journey: object, theme: str) -> None:
    assert callable(journey)
    shown = sheet(journey(), theme=theme)
    assert faults_of_map(shown) == []
    assert overlapping(shown.texts) == []
    assert faults_of_graph(*laid_out(journey())) == []


@pytest.mark.parametrize("view", ["graph", "map"])
def test_a_picture_of_one_score_has_the_structure_it_had(view: str) -> None:
    """After a change on purpose: write the outline anew, and read what differs."""
    shown: Picture = picture(clinic(), view=view)
    kept = (OUTLINES / f"clinic-visit.{view}.txt").read_text(encoding="utf-8")
    assert outline(shown.scene) == kept


@pytest.mark.parametrize(
    ("language", "everyone", "most"),
    [
        ("en", "everyone ends here", "most customers end here"),
        ("ru", "здесь заканчивают все", "здесь заканчивают чаще всего"),
    ],
)
def test_the_only_ending_is_not_told_as_the_most_frequent_one(
    language: str, everyone: str, most: str
) -> None:
    """On maps of words all customers may end at one place: graph, sheet and descriptions say so."""
    first, *_, last = words_only().touchpoints
    points = (replace(first, next=(Transition(last.id),), outcome=None), last)
    straight = replace(words_only(), touchpoints=points, start=())
    for shown in (picture(straight, language=language), sheet(straight, language=language)):
        told = " ".join((*shown.words, *(group.title for group in shown.groups("touchpoint"))))
        told = " ".join(told.replace("\u00a0", " ").split())
        assert everyone in told
        assert most not in told


def test_a_card_told_for_one_measure_is_told_anew_for_another() -> None:
    """Its sentence says as much of the scores as its map shows."""
    words, diagram = words_of("en"), compose(clinic(), cjm.analyze(clinic()), "en")
    card = diagram.cards[0]
    assert card.measure == "experience"
    told = with_measure(card, "gap", words)
    assert told.measure == "gap"
    assert told.sentence != card.sentence
    assert with_measure(told, "experience", words) == card
