"""The worked journeys, and journeys of every size: nothing covers what must be read."""

from __future__ import annotations

import xml.etree.ElementTree as ET
from pathlib import Path

import pytest
from graph_faults import faults as faults_of_graph
from graph_probe import SVG, Picture, card_box, laid_out, picture
from graph_samples import large
from map_faults import faults as faults_of_map
from map_probe import sheet

import cjm
from cjm.journey import Journey
from cjm.maps import render
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
        card = card_box(group)
        for text in shown.texts(group):
            box = text.box
            if box.x < card.x or box.right > card.right or box.bottom > card.bottom + 0.5:
                found.append(f"{text.text!r} is beyond its card")
    return found


def beyond_the_sheet(shown: Picture) -> list[str]:
    room = shown.sheet
    return [
        f"{text.text!r} is beyond the sheet"
        for text in shown.texts()
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
    text = next(shown.groups("touchpoint")[0].iter(f"{SVG}text"))
    text.text = "wide " * 40
    assert beyond_their_cards(shown)


# ---- outlines -------------------------------------------------------------------------------

OUTLINES = Path(__file__).parent / "outlines"
KEPT = ("class", "role", "lang", "aria-hidden")


def outline(element: ET.Element, depth: int = 0) -> list[str]:
    """What a picture is made of: elements, classes and data, no coordinates and no colours."""
    tag = element.tag.removeprefix(SVG)
    attributes = element.attrib.items()
    told = [f'{k}="{v}"' for k, v in attributes if k in KEPT or k.startswith("data-")]
    text = (element.text or "").strip() if tag in ("title", "text", "tspan", "desc") else ""
    lines = ["  " * depth + " ".join([tag, *told, *([f"«{text}»"] if text else [])])]
    for child in element:
        lines += outline(child, depth + 1)
    return lines


@pytest.mark.parametrize("view", ["graph", "map"])
def test_a_picture_has_the_structure_it_had(view: str) -> None:
    """What styles, scripts and readers of the file rely on. After a change on purpose: write
    the outline anew, and read what differs."""
    journey = cjm.load(WORKED["coffee-shop.en"])
    root = Picture(render(journey, view=view)).root
    kept = (OUTLINES / f"coffee-shop.{view}.txt").read_text(encoding="utf-8")
    assert "\n".join(outline(root)) + "\n" == kept


# ---- what a file says stays text ------------------------------------------------------------

LIVE = '<script>alert(1)</script><img src=x onerror=alert(1)> &amp; ]]> " onload="alert(1)'
FILE = f"""
cjm: 1
title: '{LIVE}'
description: '{LIVE}'
stages: {{one: {{title: '{LIVE}', goal: '{LIVE}'}}}}
channels: {{way: {{title: '{LIVE}'}}}}
personas: {{who: {{name: '{LIVE}', share: 1, goals: ['{LIVE}']}}}}
touchpoints:
  a:
    title: '{LIVE}'
    stage: one
    channel: way
    expectation: 8
    experience: 5
    emotions: ['{LIVE}']
    pains: ['{LIVE}']
    strengths: ['{LIVE}']
    quotes: ['{LIVE}']
    backstage: ['{LIVE}']
    owner: '{LIVE}'
    next: {{b: {{probability: 0.6, label: '{LIVE}'}}}}
  b: {{title: '{LIVE}', stage: one, expectation: 5, experience: 6}}
improvements:
  x: {{title: '{LIVE}', lifts: {{a: 1}}}}
  y: {{title: '{LIVE}'}}
"""


@pytest.mark.parametrize("view", ["graph", "map"])
def test_markup_in_a_file_stays_text(view: str, tmp_path: Path) -> None:
    """In every field that is shown: no element, attribute or reference comes of it."""
    (tmp_path / "live.yaml").write_text(FILE, encoding="utf-8")
    svg = render(cjm.load(tmp_path / "live.yaml"), view=view)
    root = Picture(svg).root
    tags = {element.tag.removeprefix(SVG) for element in root.iter()}
    assert tags <= {"svg", "title", "desc", "g", "rect", "circle", "line", "path", "text", "tspan"}
    assert not [a for e in root.iter() for a in e.attrib if a.startswith("on") or "href" in a]
    assert b"<script" not in svg
    assert b"<img" not in svg
    assert "<script>alert(1)</script>" in "".join(root.itertext())
