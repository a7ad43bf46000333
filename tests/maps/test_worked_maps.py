"""The worked journeys, and journeys of every size: nothing covers what must be read."""

from __future__ import annotations

from pathlib import Path

import pytest
from graph_faults import faults as faults_of_graph
from graph_probe import laid_out
from graph_samples import large
from map_faults import faults as faults_of_map
from outline import outline
from picture_probe import Picture, picture, replaced, sheet

import cjm
from cjm.journey import Journey
from cjm.maps.scene.model import Span, TextRun
from cjm.maps.views.graph.layout.measures import label_width

ROOT = Path(__file__).parents[2]
WORKED = {p.stem: p for p in sorted((ROOT / "journeys").glob("*.yaml")) if p.stem != "cjm"}
SIZES = (5, 15, 40, 60)
LANGUAGES = ("en", "ru")


def sized(count: int, staged: bool) -> Journey:
    """A journey of so many touchpoints."""
    return large(count, max(2, count // 8) if staged else 1, seed=count)


def beyond_their_cards(shown: Picture) -> list[str]:
    """Texts that reach out of their card, tags and medals left out."""
    found = []
    for group in shown.groups("touchpoint"):
        card = group.box
        for text in group.texts:
            box = text.box
            if box.x < card.x or box.right > card.right or box.bottom > card.bottom + 0.5:
                found.append(f"{text.text!r} is beyond its card")
    return found


def beyond_the_sheet(shown: Picture) -> list[str]:
    room = shown.sheet
    return [
        f"{text.text!r} is beyond the sheet"
        for text in shown.texts
        if text.box.x < 4 or text.box.right > room.width - 4 or text.box.bottom > room.height
    ]


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", WORKED)
def test_nothing_covers_what_must_be_read_on_a_worked_graph(name: str, language: str) -> None:
    journey = cjm.load(WORKED[name])
    assert faults_of_graph(*laid_out(journey)) == []
    shown = picture(journey, language=language)
    assert beyond_their_cards(shown) == []
    assert beyond_the_sheet(shown) == []


@pytest.mark.parametrize("name", WORKED)
def test_every_share_of_a_worked_graph_finds_a_place(name: str) -> None:
    diagram, layout = laid_out(cjm.load(WORKED[name]))
    wanted = [i for i, a in enumerate(diagram.arrows) if label_width(a, diagram.compact)]
    assert [label.way for label in layout.labels] == wanted


@pytest.mark.parametrize("name", WORKED)
def test_no_line_runs_under_the_share_beside_an_upright_one(name: str) -> None:
    """However wide the line: there is room enough above and below it."""
    _, layout = laid_out(cjm.load(WORKED[name]))
    struck = [
        (label.way, i)
        for label in layout.labels
        for i, route in enumerate(layout.routes)
        if layout.routes[label.way].way.kind == "vertical" and i != label.way
        for edge in [label.box.grown(route.width / 2)]
        if any(edge.holds(point) for point in route.path.samples(2))
    ]
    assert struck == []


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", WORKED)
def test_nothing_covers_what_must_be_read_on_a_worked_map(name: str, language: str) -> None:
    journey = cjm.load(WORKED[name])
    personas = [persona.id for persona in journey.personas]
    assert faults_of_map(sheet(journey, language=language)) == []
    assert faults_of_map(sheet(journey, language=language, persona=personas)) == []


@pytest.mark.parametrize("staged", [True, False], ids=["staged", "unstaged"])
@pytest.mark.parametrize("count", SIZES)
def test_nothing_covers_what_must_be_read_at_any_size(count: int, staged: bool) -> None:
    journey = sized(count, staged)
    assert faults_of_graph(*laid_out(journey)) == []
    assert beyond_their_cards(picture(journey)) == []
    assert faults_of_map(sheet(journey)) == []


def test_a_text_beyond_its_card_would_be_noticed() -> None:
    shown = picture(sized(5, staged=True))
    card = shown.groups("touchpoint")[0].group
    wide = TextRun(0, 0, (Span("wide " * 40),))
    spoilt = card._replace(children=(*card.children, wide))
    assert beyond_their_cards(Picture(replaced(shown.scene, card, spoilt)))


# ---- outlines -------------------------------------------------------------------------------

OUTLINES = Path(__file__).parent / "outlines"


@pytest.mark.parametrize("view", ["graph", "map"])
def test_a_picture_has_the_structure_it_had(view: str) -> None:
    """What styles, scripts and readers of the file rely on. After a change on purpose: write
    the outline anew, and read what differs."""
    shown = picture(cjm.load(WORKED["coffee-shop.en"]), view=view)
    kept = (OUTLINES / f"coffee-shop.{view}.txt").read_text(encoding="utf-8")
    assert outline(shown.scene) == kept
