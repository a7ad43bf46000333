"""Journeys of any size in which every field that a map sheet shows is filled with any texts."""

from __future__ import annotations

from datetime import date

from hypothesis import strategies as st

from cjm.journey import (
    Channel,
    Comparison,
    Customers,
    Improvement,
    Journey,
    Judgement,
    Lane,
    LaneTexts,
    Lift,
    Link,
    Metric,
    Paired,
    Persona,
    PersonaScores,
    ScenarioStep,
    Score,
    Stage,
    Touchpoint,
    Transition,
    Waiver,
)
from cjm.testing import HOSTILE

WORDS = (
    "Pay",
    "Оплата заказа на сайте",
    "достопримечательность и частнопредпринимательский",
    "x" * 200,
    "слово " * 60,
    "😀🤩 ❤️ 👨‍👩‍👧",
    "от 9 до 21, а потом — никогда",
    *HOSTILE,
)
DAY = date(2026, 11, 1)


@st.composite
def filled_maps(draw: st.DrawFn, most: int = 60) -> Journey:
    """Every field filled; texts, waits, figures and the number of touchpoints are any."""
    word = st.sampled_from(WORDS)
    words = [draw(word) for _ in range(8)]
    count = draw(st.sampled_from((1, 2, 5, 13, 25, most)))
    figure = draw(st.sampled_from((0, 1, 0.125, 1e12)))
    personas = [Persona(f"p{i}", draw(word)) for i in range(draw(st.integers(1, 5)))]
    stages = draw(st.integers(1, max(1, count // 3)))
    points = tuple(_touchpoint(i, count, stages, words, figure, personas) for i in range(count))
    return Journey(
        "filled",
        points,
        title=words[0],
        description=words[1],
        language=draw(st.sampled_from(("en", "ru"))),
        customers=Customers(figure, "month", figure, words[2]),
        personas=tuple(personas),
        channels=tuple(Channel(f"c{i}", words[i], "online") for i in range(3)),
        stages=tuple(_stage(i, words, figure) for i in range(stages)),
        lanes=(Lane("x-a", words[3]), Lane("x-b", "Риски")),
        improvements=(
            Improvement("i", words[4], (Lift("t0", 3),), figure, "check", words[5], DAY,
                        (Judgement("j", words[6], words[7], figure, Comparison("<=", figure), 1),)),
            Improvement("k", words[5]),
        ),
        waivers=(Waiver("CJM1", words[6], "t0", DAY), Waiver("CJM4", words[7])),
        metrics=(_metric("m", words, figure),),
        owner=words[0],
        status=words[1],
        updated=DAY,
    )  # fmt: skip


def _metric(id: str, words: list[str], figure: float) -> Metric:
    return Metric(id, figure, Comparison(">=", figure), words[0], 12, DAY, words[1])


def _stage(number: int, words: list[str], figure: float) -> Stage:
    w = words[number % 4 :] + words[: number % 4]
    return Stage(
        f"s{number}", w[0], w[1], w[2], (w[3], w[4]), (w[5],), (w[6], w[7]), w[0],
        (_metric("m", w, figure),), (LaneTexts("x-a", (w[1], w[2])),),
    )  # fmt: skip


def _touchpoint(
    number: int,
    count: int,
    stages: int,
    words: list[str],
    figure: float,
    personas: list[Persona],
) -> Touchpoint:
    w = words[number % 8 :] + words[: number % 8]
    score = Score(5, 12, 1.25, w[0], DAY, (w[1],))
    own = tuple(
        PersonaScores(
            p.id, score, score, Paired(9, 1.5, 0.25), (w[2],), (w[3], w[4]), (w[5],), (w[6],),
            (w[7],), (w[0],), (w[1],), (_metric("m", w, figure),), (LaneTexts("x-a", (w[2],)),),
        )
        for p in personas[: number % 3]
    )  # fmt: skip
    onward = (Transition(f"t{number + 1}", 0.9, w[3], "2.5 w"),) if number + 1 < count else ()
    return Touchpoint(
        f"t{number}",
        w[0],
        w[1],
        stage=f"s{number * stages // count}",
        channel=("c0", "c1", "c2")[: 1 + number % 3],
        duration="1000 y",
        moment_of_truth=number % 4 == 0,
        expectation=score,
        experience=Score(number % 10, 12, 1.25, w[2], DAY, (w[3],)),
        by_persona=own,
        paired=Paired(12, 2, 0.5),
        importance=2.5,
        actions=(w[0], w[1]),
        thoughts=(w[2],),
        emotions=(w[3], w[4]),
        strengths=(w[5],),
        pains=(w[6], w[7]),
        opportunities=(w[0],),
        owner=w[1],
        standard=(w[2],),
        scenario=(ScenarioStep(w[3], w[4], w[5], w[6]),),
        backstage=(w[7],),
        root_cause=(w[0], w[1]),
        quotes=(w[2],),
        metrics=(_metric("m", w, figure),),
        links=(Link("l", "https://example.org/" + "x" * number), Link("k", w[3])),
        lanes=(LaneTexts("x-a", (w[4], w[5])),),
        next=onward,
    )
