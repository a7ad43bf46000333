"""The SVG writer: what styles, scripts and readers of the file may rely on."""

from __future__ import annotations

import re
import xml.etree.ElementTree as ET
from pathlib import Path
from typing import NamedTuple

import pytest
from graph_samples import SHAPES, hostile
from map_samples import full, rich

import cjm
from cjm.analysis import Analysis, analyze
from cjm.journey import Journey
from cjm.maps import render
from cjm.names import LANGUAGES, VIEWS
from cjm.testing import HOSTILE

SVG = "{http://www.w3.org/2000/svg}"
ROOT = Path(__file__).parents[2]
PATHS = [*(ROOT / "journeys").glob("*.yaml"), *(ROOT / "docs" / "examples").glob("*.yaml")]
EXAMPLES = {path.stem: path for path in sorted(PATHS) if path.stem != "cjm"}
SAMPLES = {**SHAPES, "full": full, "rich": rich}
TAGS = {"svg", "title", "desc", "g", "rect", "circle", "line", "path", "text", "tspan", "a"}
ATTRIBUTES = {
    *("xmlns", "width", "height", "viewBox", "role", "lang", "class", "font-family", "font-size"),
    *("x", "y", "rx", "cx", "cy", "r", "x1", "y1", "x2", "y2", "d", "transform", "text-anchor"),
    *("fill", "stroke", "stroke-width", "stroke-dasharray", "stroke-linecap", "stroke-linejoin"),
    *("font-weight", "aria-hidden", "href"),
}
NUMBERS = ("x", "y", "width", "height", "cx", "cy", "r", "x1", "x2", "y1", "y2", "stroke-width",
           "d", "transform", "data-gap", "data-probability", "data-share")  # fmt: skip


def drawn(journey: Journey, view: str, language: str | None = None) -> ET.Element:
    """The root of a journey's picture."""
    return ET.fromstring(render(journey, view=view, language=language))


def groups(root: ET.Element, class_: str) -> list[ET.Element]:
    """Groups whose first class it is."""
    return [g for g in root.iter(f"{SVG}g") if g.get("class", "").split()[:1] == [class_]]


# ---- what is promised, of every example -----------------------------------------------------


class Promise(NamedTuple):
    """What a kind of group has: its attributes, classes that may follow, what comes first."""

    class_: str
    data: tuple[str, ...]
    classes: str = ""
    first: tuple[str, ...] = ()
    views: tuple[str, ...] = VIEWS


LEVELS = "disappointment|satisfaction|delight|unmeasured"
PROMISES = (
    Promise(
        "touchpoint",
        ("touchpoint",),
        rf"({LEVELS})( moment-of-truth)?( start)?( exit (success|failure|neutral))?",
        ("title", "rect"),
    ),
    Promise("stage", ("stage",), first=("title", "rect")),
    Promise(
        "transition",
        ("from", "to", "probability"),
        "(backward)?( ?loop)?",
        ("title", "path"),
        ("graph",),
    ),
    Promise("drop-off", ("touchpoint", "share"), views=("graph",)),
    Promise("curve", ("persona",), views=("map",)),
)


@pytest.mark.parametrize("view", VIEWS)
@pytest.mark.parametrize("name", EXAMPLES)
def test_an_example_keeps_every_promise(name: str, view: str) -> None:
    """In both languages: classes, data, and the rectangle that is the card or the band."""
    journey = cjm.load(EXAMPLES[name])
    for language in LANGUAGES:
        root = drawn(journey, view, language)
        assert root.get("lang") == language
        assert broken(root, view) == []


def broken(root: ET.Element, view: str) -> list[str]:
    """Promises that a picture does not keep."""
    found = [
        f"{name} is not {value}"
        for name, value in (("class", "cjm"), ("role", "img"), ("data-view", view))
        if root.get(name) != value
    ]
    if [e.tag for e in root[:2]] != [f"{SVG}title", f"{SVG}desc"]:
        found.append("no title and description come first")
    for promise in PROMISES:
        parts = groups(root, promise.class_)
        if parts and view not in promise.views:
            found.append(f"{promise.class_} in the view {view}")
        found += [fault for part in parts for fault in _faults(part, promise)]
    return found


def _faults(part: ET.Element, promise: Promise) -> list[str]:
    name = " ".join(f"{k}={v}" for k, v in part.attrib.items())
    rest = part.get("class", "").removeprefix(promise.class_).strip()
    found = [
        f"{name}: no data-{data}" for data in promise.data if f"data-{data}" not in part.attrib
    ]
    if not re.fullmatch(promise.classes, rest):
        found.append(f"{name}: unexpected classes")
    tags = [element.tag.removeprefix(SVG) for element in part.iter()]
    if promise.first and tags[1] != promise.first[0]:
        found.append(f"{name}: no {promise.first[0]} comes first")
    if promise.first and promise.first[1] not in tags:
        found.append(f"{name}: no {promise.first[1]}")
    return found


@pytest.mark.parametrize("view", VIEWS)
@pytest.mark.parametrize("name", EXAMPLES)
def test_an_example_says_what_the_analysis_found(name: str, view: str) -> None:
    """Each touchpoint once with its level and gap; transitions and drop-offs with their shares."""
    journey = cjm.load(EXAMPLES[name])
    analysis, root = analyze(journey), drawn(journey, view)
    assert root.get("data-journey") == journey.id
    points = {str(g.get("data-touchpoint")): g for g in groups(root, "touchpoint")}
    assert {id: _told(g) for id, g in points.items()} == {
        f.id: _found(analysis, f.id) for f in analysis.touchpoints
    }
    used = [s.id for s in journey.stages if any(p.stage for p in journey.touchpoints)]
    assert [g.get("data-stage") for g in groups(root, "stage")] == used
    if view == "graph":
        ways = groups(root, "transition")
        told = {(g.get("data-from"), g.get("data-to")): _share(g, "probability") for g in ways}
        assert told == pytest.approx(_probabilities(analysis), abs=1e-6)
        left = {g.get("data-touchpoint"): _share(g, "share") for g in groups(root, "drop-off")}
        leaving = {id: share for id, share in _leaving(analysis).items() if share > 0.01}
        assert left == pytest.approx(leaving, abs=1e-6)
    else:
        scored = any(p.expectation or p.experience for p in journey.touchpoints)
        curves = [""] if scored else []  # words alone make no curve
        assert [g.get("data-persona") for g in groups(root, "curve")] == curves


def _leaving(analysis: Analysis) -> dict[str, float]:
    """Of those at each touchpoint, the share that leaves there without a word."""
    share = {p.id: 1.0 for p in analysis.journey.touchpoints if p.next}
    for way in analysis.transitions:
        share[way.source] -= way.probability
    return share


def _told(group: ET.Element) -> tuple[str, float | None, bool, bool]:
    classes, gap = group.get("class", "").split(), group.get("data-gap")
    number = None if gap is None else float(gap)
    return classes[1], number, "moment-of-truth" in classes, "exit" in classes


def _found(analysis: Analysis, id: str) -> tuple[str, float | None, bool, bool]:
    figures, point = analysis[id], analysis.journey[id]
    gap = None if figures.gap is None else round(figures.gap, 6)
    return figures.level or "unmeasured", gap, bool(figures.moment_of_truth), not point.next


def _share(group: ET.Element, name: str) -> float:
    return float(str(group.get(f"data-{name}")))


def _probabilities(analysis: Analysis) -> dict[tuple[str | None, str | None], float]:
    return {(t.source, t.target): t.probability for t in analysis.transitions}


def test_a_broken_promise_would_be_noticed() -> None:
    """Each kind of them."""
    root = drawn(SHAPES["coffee"](), "graph")
    root.set("class", "other")
    card, way = groups(root, "touchpoint")[0], groups(root, "transition")[0]
    del card.attrib["data-touchpoint"]
    card.remove(card[0])
    way.set("class", "transition merry")
    told = " ".join(broken(root, "graph"))
    for fault in ("class is not cjm", "no data-touchpoint", "no title", "unexpected classes"):
        assert fault in told


# ---- numbers and liveliness -----------------------------------------------------------------


@pytest.mark.parametrize("view", VIEWS)
@pytest.mark.parametrize("name", SAMPLES)
def test_attributes_hold_plain_numbers(name: str, view: str) -> None:
    """A dot, at most six decimals, never −0, never an exponent."""
    for element in drawn(SAMPLES[name](), view).iter():
        for attribute in NUMBERS:
            value = element.get(attribute, "")
            assert not re.search(r"-0(?![.\d])|\.\d{7}|\de[-+]?\d|nan|inf", value), value


@pytest.mark.parametrize("view", VIEWS)
@pytest.mark.parametrize("name", SAMPLES)
def test_nothing_in_it_is_alive(name: str, view: str) -> None:
    """No script, style, class of its own or reference; nothing but shapes, text and links."""
    for element in drawn(SAMPLES[name](), view).iter():
        assert element.tag.removeprefix(SVG) in TAGS
        assert {a for a in element.attrib if not a.startswith("data-")} <= ATTRIBUTES
        assert ("href" in element.attrib) == (element.tag == f"{SVG}a")


@pytest.mark.parametrize("view", VIEWS)
def test_titles_lose_only_what_xml_forbids(view: str) -> None:
    sentences = {
        str(g.get("data-touchpoint")): str(g[0].text)
        for g in groups(drawn(hostile(), view), "touchpoint")
    }
    assert sentences["h0"].startswith("<script>alert(1)</script>:")
    assert sentences["h3"].startswith("Null bell escape end:")
    assert sentences["h7"].startswith(HOSTILE[7] + ":")
    assert sentences["h10"].startswith("obratno \u200b:")


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


@pytest.mark.parametrize("view", VIEWS)
def test_markup_in_a_file_stays_text(view: str, tmp_path: Path) -> None:
    """In every field that is shown: no element, attribute or reference comes of it."""
    (tmp_path / "live.yaml").write_text(FILE, encoding="utf-8")
    root = drawn(cjm.load(tmp_path / "live.yaml"), view)
    assert {element.tag.removeprefix(SVG) for element in root.iter()} <= TAGS - {"a"}
    assert {a for e in root.iter() for a in e.attrib if a.startswith("on") or "href" in a} == set()
    assert "<script>alert(1)</script>" in "".join(root.itertext())
