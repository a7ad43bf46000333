"""DOT for people: names and titles to read, and any text taken literally."""

from __future__ import annotations

import re
import xml.etree.ElementTree as ET
from pathlib import Path
from shutil import which
from subprocess import run

import pytest
from graph_samples import SHAPES, coffee, small
from notation_samples import TRAPS, traps

import cjm
from cjm.journey import Journey, Touchpoint, Transition
from cjm.maps import render
from cjm.maps.scene.text import cleaned

ROOT = Path(__file__).parents[2]
GOLDEN = Path(__file__).with_name("refill.dot")
EXAMPLES = sorted(p for p in ROOT.glob("journeys/*.yaml") if p.name != "cjm.yaml")
graphviz = pytest.mark.skipif(not which("dot"), reason="no system Graphviz")


def dot(journey: Journey, **options: str) -> str:
    """The journey's DOT."""
    return render(journey, format="dot", **options).decode()  # type: ignore[arg-type]


def drawn(text: str) -> ET.Element:
    """What the system's Graphviz draws of it, without a word of complaint."""
    done = run(["dot", "-Tsvg"], input=text.encode(), capture_output=True, check=True)
    assert not done.stderr, done.stderr
    return ET.fromstring(done.stdout)


def texts(svg: ET.Element) -> list[str]:
    """All lines of text."""
    return [e.text or "" for e in svg.iter() if e.tag.endswith("}text")]


def test_the_dot_of_a_journey() -> None:
    """Ids as names, stages as clusters, levels by colour, sign and word, flow as width."""
    assert dot(small()) == GOLDEN.read_text(encoding="utf-8")


ADDRESSES = ("https://example.org/?a=1&b=2#part", "mailto:anna@example.org", "http://a.org/;x#y;")


@graphviz
@pytest.mark.parametrize("url", ADDRESSES)
def test_a_touchpoint_leads_to_its_first_address_of_the_web_or_mail(url: str) -> None:
    """Others lead nowhere."""
    links = {"unsafe": "javascript:alert(1)", "ticket": url, "more": "https://example.org/2"}
    journey = Journey("j", (Touchpoint("t", links=links), Touchpoint("u")))
    found = [e for e in drawn(dot(journey)).iter() if e.tag.endswith("}a")]
    hrefs = [e.get("{http://www.w3.org/1999/xlink}href") for e in found]
    assert [href for href in hrefs if href] == [url]
    assert "javascript" not in dot(journey)


def test_a_way_back_does_not_move_a_stage() -> None:
    """It does not count for the order of ranks."""
    (back,) = re.findall(r"ticket -> courier \[(.*)\]", dot(coffee()))
    assert "constraint=false" in back
    (on,) = re.findall(r"pay -> track \[(.*)\]", dot(coffee()))
    assert "constraint" not in on


def test_a_moment_of_truth_has_a_double_edge_and_what_is_unmeasured_a_dashed_one() -> None:
    """Shape, not only colour."""
    assert "peripheries=2" in re.findall(r"courier \[.*", dot(coffee()))[0]
    assert "dashed" in re.findall(r"thanks \[.*", dot(small()))[0]


def test_names_that_mean_something_are_quoted_and_others_told_apart() -> None:
    """Keywords of DOT, and ids that are more than a word of it."""
    to = (Transition("a.b", 0.5), Transition("a-b", 0.5))
    points = (Touchpoint("node", next=to), Touchpoint("a.b"), Touchpoint("a-b"))
    text = dot(Journey("graph", points))
    assert text.startswith('digraph "graph" {')
    assert '"node" -> "a.b" [' in text
    assert '"node" -> "a-b" [' in text


@graphviz
@pytest.mark.parametrize("path", EXAMPLES, ids=lambda p: p.name)
def test_graphviz_draws_every_example(path: Path) -> None:
    """Every touchpoint and transition is there."""
    journey = cjm.load(str(path))
    svg = drawn(dot(journey))
    classes = [e.get("class") for e in svg.iter()]
    assert classes.count("node") == len(journey.touchpoints)
    assert classes.count("edge") == sum(len(p.next) for p in journey.touchpoints)
    stages = {p.stage for p in journey.touchpoints} - {None}
    assert classes.count("cluster") == len(stages)


@graphviz
@pytest.mark.parametrize("name", [n for n in SHAPES if not n.startswith(("complete", "large"))])
def test_graphviz_draws_every_shape(name: str) -> None:
    """Without a warning."""
    assert texts(drawn(dot(SHAPES[name]())))


@graphviz
@pytest.mark.parametrize("title", [t for t in TRAPS if len(t) < 60])
def test_any_title_is_shown_as_it_is(title: str) -> None:
    """No markup, no entity, no escape is taken for more than its characters."""
    svg = drawn(dot(Journey("j", (Touchpoint("a", title),), title=title)))
    shown, wanted = (re.sub(r"\s", "", t) for t in ("".join(texts(svg)), cleaned(title)))
    assert shown.startswith(wanted * 2)  # the graph's and the touchpoint's


@graphviz
def test_no_text_becomes_a_link_or_a_script() -> None:
    """Tooltips lead nowhere, and what is written as a link only to the web and to mail."""
    svg = drawn(dot(traps()))
    tags = {e.tag.split("}")[1] for e in svg.iter()}
    assert tags <= {"svg", "g", "title", "polygon", "path", "text", "a", "ellipse", "polyline"}
    found = [v for e in svg.iter() for name, v in e.attrib.items() if name.endswith("href")]
    assert found
    assert all(href.startswith(("https://example.org/", "http://a.b/?x=")) for href in found)
