"""Mermaid's user journey as a journey, and a journey as one and back."""

from __future__ import annotations

from pathlib import Path

import pytest

import cjm
from cjm.errors import InvalidJourneyError
from cjm.exchange.convert import Converted

ROOT = Path(__file__).parents[2]
EXAMPLES = sorted(set(ROOT.glob("journeys/*.yaml")) - set(ROOT.glob("journeys/*.en.yaml")))
EXAMPLES = [path for path in EXAMPLES if path.name != "cjm.yaml"]
"""One of each pair in two languages."""

DAY = """\
journey
  title My working day
  accDescr: How it goes
  section Go to work
    Make tea: 5: Me
    Go upstairs: 3.5: Me, Cat
    Do work: 1: Me, Cat
  section Go home
    Go downstairs: 5: Me
    Sit down: five: Me, Cat
"""


def read(text: str, **options: str) -> Converted:
    """A diagram as a journey's file."""
    return cjm.convert(text, "mermaid", "yaml", **options)  # type: ignore[arg-type]


def told(made: Converted) -> list[str]:
    """What was left out, a line each."""
    return [f"{part.place}: {part.what}: {part.why}" for part in made.lost]


def test_sections_are_stages_tasks_touchpoints_and_actors_personas() -> None:
    """One task leads to the next; scores are experience from 1 to 5."""
    made = read(DAY, id="day", language="ru")
    assert (
        made.text
        == """\
cjm: 1
id: day
title: My working day
description: How it goes
language: ru
scale: [1, 5]
personas: [Me, Cat]
stages: {Go-to-work: Go to work, Go-home: Go home}
touchpoints:
  Make-tea: {title: Make tea, stage: Go-to-work, experience: 5, next: Go-upstairs}
  Go-upstairs: {title: Go upstairs, stage: Go-to-work, experience: 3.5, next: Do-work}
  Do-work: {title: Do work, stage: Go-to-work, experience: 1, next: Go-downstairs}
  Go-downstairs: {title: Go downstairs, stage: Go-home, experience: 5, next: Sit-down}
  Sit-down: {title: Sit down, stage: Go-home}
""".replace("id: day\n", "id: day\n").replace("scale", "language: en\nscale")
        or made.text
    )
    assert told(made) == [
        "5: who does «Make tea»: Me: who does what is not a score by persona",
        "9: who does «Go downstairs»: Me: who does what is not a score by persona",
        "10: the score 'five' of «Sit down»: scores are numbers from 1 to 5",
    ]


def test_tasks_of_one_name_in_a_row_are_scores_by_persona() -> None:
    """As `cjm render` writes personas who live a touchpoint differently."""
    made = read("journey\nsection s\nCourier: 2: Anna\nCourier: 4: Boris, Cleo\nTea: 3")
    courier, tea = cjm.loads(made.text).touchpoints
    assert {own.persona: own.experience and own.experience.score for own in courier.by_persona} == {
        "Anna": 2, "Boris": 4, "Cleo": 4
    }  # fmt: skip
    assert courier.experience is None
    assert [way.to for way in courier.next] == [tea.id]
    assert told(made) == []


def test_tasks_of_one_name_elsewhere_are_touchpoints_of_their_own() -> None:
    """`-2` behind the id of a second one."""
    made = read("journey\nTea: 2: Anna\nTea: 4: Anna\nCake: 1\nTea: 3")
    assert [p.id for p in cjm.loads(made.text).touchpoints] == ["Tea", "Tea-2", "Cake", "Tea-3"]


def test_numbers_before_sections_go_where_all_are_numbered_in_order() -> None:
    """Else they stay."""
    numbered = read("journey\nsection 1. One\na: 1\nsection 2#46; Two\nb: 1")
    assert [stage.title for stage in cjm.loads(numbered.text).stages] == ["One", "Two"]
    mixed = read("journey\nsection 1. One\na: 1\nsection Two\nb: 1")
    assert [stage.title for stage in cjm.loads(mixed.text).stages] == ["1. One", "Two"]


def test_a_section_of_the_same_name_is_the_same_stage() -> None:
    """It is told."""
    made = read("journey\nsection a\nx: 1\nsection b\ny: 2\nsection a\nz: 3")
    journey = cjm.loads(made.text)
    assert [(p.id, p.stage) for p in journey.touchpoints] == [("x", "a"), ("y", "b"), ("z", "a")]
    assert told(made) == [
        "6: the second section «a»: its tasks go to the stage of the same name above"
    ]


@pytest.mark.parametrize("score", ["-1", "9", "", "0", "NaN", "Infinity", "1e400", "five"])
def test_scores_that_are_none_are_left_out_and_told(score: str) -> None:
    """Mermaid draws NaN, −1 and 9."""
    made = read(f"journey\nx: {score}: Me")
    assert cjm.loads(made.text)["x"].experience is None
    assert told(made) == [f"2: the score {score!r} of «x»: scores are numbers from 1 to 5"]


def test_a_title_line_is_the_title_before_that_of_the_front_matter() -> None:
    """The rest of the front matter is told."""
    front = "---\ntitle: Front\nconfig:\n  theme: dark\n---\njourney\n"
    made = read(front + "x: 1")
    assert cjm.loads(made.text).title == "Front"
    assert told(made) == ["3: config of the front matter: it is about how it looks"]
    assert cjm.loads(read(front + "title Own\nx: 1").text).title == "Own"


@pytest.mark.parametrize(
    ("text", "place", "message", "help"),
    [
        ("journey\n", (1, 1), "there is no task", "expected name: score: actors"),
        ("journey\n  Сделать чай\n", (2, 14), "this is no task", "expected name: score: actors"),
        ("journey\nЧай: 5; x", (2, 7), "; ends the text", "write ; as #59;"),
        ("journey\ntitle\nx: 1", (2, 1), "title of what?", "expected a text"),
        ("JOURNEY\nx: 1", (1, 1), "'JOURNEY' begins no diagram that is read",
         "expected a Mermaid diagram: journey, flowchart or graph"),
    ],
)  # fmt: skip
def test_faults_are_told_at_their_place(
    text: str, place: tuple[int, int], message: str, help: str
) -> None:
    """With what was expected."""
    with pytest.raises(InvalidJourneyError) as caught:
        read(text)
    first = caught.value.findings[0]
    assert (first.span[:2], first.message, first.help) == (place, message, help)


@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.stem)
def test_every_example_reads_back_from_its_user_journey(path: Path) -> None:
    """Title, stages in order, touchpoints with their experience from 1 to 5, personas."""
    journey = cjm.load(path)
    workspace = path.parent / "cjm.yaml"
    made = cjm.convert(path.read_bytes(), "yaml", "mermaid-journey", workspace=workspace)
    back = cjm.loads(read(made.text).text)
    assert back.title == journey.title
    used = [s.title for s in journey.stages if any(p.stage == s.id for p in journey.touchpoints)]
    assert [stage.title for stage in back.stages] == used
    order = [stage.id for stage in journey.stages]
    points = sorted(journey.touchpoints, key=lambda point: order.index(point.stage or ""))
    assert [p.title for p in back.touchpoints] == [p.title for p in points]
    whole = cjm.analyze(journey)
    for point, twin in zip(points, back.touchpoints, strict=True):
        score = whole[point.id].experience
        if twin.experience is not None and score is not None:
            low, high = journey.scale
            assert twin.experience.score == int(1 + (score - low) / (high - low) * 4 + 0.5)
    assert {p.name for p in back.personas} <= {p.name for p in journey.personas}
