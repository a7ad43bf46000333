"""A map as a page: one drawing in the colours of the reader's system, and nothing that leaks."""

from __future__ import annotations

import re
import xml.etree.ElementTree as ET
from typing import Any

import pytest
from graph_samples import coffee, hostile, loops
from map_samples import rich

import cjm
from cjm.design.css import colour_variable, property_of, stylesheet
from cjm.design.palette import Palette
from cjm.design.themes import THEMES, Theme
from cjm.design.tokens import TOKENS, Mixed
from cjm.errors import UsageError
from cjm.maps.look import Look
from cjm.maps.render import picture
from cjm.maps.scene.model import Circle, Group, Line, Link, Scene, Span, Stroke, TextRun, walk
from cjm.maps.writers.html import inline_svg, page_of
from cjm.maps.writers.svg import svg_of
from cjm.testing import HOSTILE

SVG = "{http://www.w3.org/2000/svg}"
VIEWS = ("graph", "map")


def groups(scene: Scene, role: str) -> list[Group]:
    """The groups of a role."""
    found = (node for node, _ in walk(scene.children) if isinstance(node, Group))
    return [group for group in found if group.role == role]


def texts_of(scene: Scene) -> list[str]:
    return [node.text for node, _ in walk(scene.children) if isinstance(node, TextRun)]


def page(**options: Any) -> str:
    return cjm.render(rich(), format="html", **options).decode()


def declared(rule: str) -> dict[str, str]:
    """The custom properties of a rule and their values."""
    return dict(re.findall(r"(--[\w-]+):([^;}]+)", rule))


@pytest.mark.parametrize("view", VIEWS)
def test_a_page_has_no_colour_of_its_own(view: str) -> None:
    """All are custom properties, so that the theme is the reader's."""
    drawing = inline_svg(picture(rich(), Look(view)))
    assert not re.search(r"#[0-9A-Fa-f]{6}", drawing)
    painted = set(re.findall(r'(?:fill|stroke|stroke-width)="([^"]+)"', drawing))
    mixed = re.compile(r"color-mix\(in srgb,var\(--[\w-]+\) [\d.]+%,var\(--[\w-]+\)\)")
    plain = re.compile(r"none|[\d.]+|var\(--cjm-[\w-]+\)")
    assert [p for p in painted if not plain.fullmatch(p) and not mixed.fullmatch(p)] == []


@pytest.mark.parametrize("view", VIEWS)
def test_every_property_that_a_drawing_uses_has_a_value_in_every_theme(view: str) -> None:
    used = set(re.findall(r"var\((--[\w-]+)\)", inline_svg(picture(loops(), Look(view)))))
    rules = [declared(rule) for rule in stylesheet().splitlines() if "--cjm-ink" in rule]
    assert len(rules) == 6
    assert all(used <= set(rule) for rule in rules)


@pytest.mark.parametrize("theme", THEMES, ids=lambda t: t.name)
def test_the_values_of_a_stylesheet_are_those_of_the_theme(theme: Theme) -> None:
    (rule,) = [
        r for r in stylesheet().splitlines() if r.startswith(f'.cjm[data-theme="{theme.name}')
    ]
    palette, values = Palette(theme), declared(rule)
    assert {t: values[property_of(t)] for t in TOKENS} == {
        t: palette.colour(t) or "none" for t in TOKENS
    }


def test_no_rule_of_a_stylesheet_reaches_beyond_the_pictures() -> None:
    rules = re.findall(r"([^{}]+)\{[^{}]*\}", re.sub(r"@media [^{]+\{", "", stylesheet()))
    assert len(rules) == 7
    assert [r for r in rules if not re.match(r"\s*(svg)?\.cjm\b", r)] == []


@pytest.mark.parametrize("view", VIEWS)
def test_pictures_of_one_page_share_no_ids(view: str) -> None:
    """They have none: what names an element is data."""
    root = ET.fromstring(inline_svg(picture(rich(), Look(view))))
    assert [e.tag for e in root.iter() if "id" in e.attrib or "style" in e.attrib] == []
    assert {e.tag.removeprefix(SVG) for e in root.iter()} <= {
        *("svg", "title", "desc", "g", "a", "rect", "circle", "line", "path", "text", "tspan"),
    }


def test_a_page_follows_its_reader_unless_a_theme_is_asked_for() -> None:
    assert "data-theme=" not in page().partition("<body")[2]
    assert page(theme="dark").count('data-theme="dark"') == 3  # rule, page, picture


def test_a_page_loads_nothing_and_runs_nothing() -> None:
    text = cjm.render(hostile(), format="html").decode()
    assert "default-src 'none'" in text
    assert not re.search(r"<script|<img|<link|@import|url\(", text)
    assert any("<script>" in told for told in HOSTILE)  # and yet it stays text


def test_a_page_is_well_formed_and_says_its_language_and_title() -> None:
    text = page(language="en").removeprefix("<!DOCTYPE html>")
    root = ET.fromstring(re.sub(r"<meta ([^>]*)>", r"<meta \1/>", text))
    assert root.get("lang") == "en"
    assert root.findtext("head/title") == rich().title


@pytest.mark.parametrize("view", VIEWS)
def test_a_page_and_an_svg_show_the_same_texts(view: str) -> None:
    scene = picture(coffee(), Look(view))
    texts = [
        ["".join(t.itertext()) for t in ET.fromstring(svg).iter(f"{SVG}text")]
        for svg in (inline_svg(scene), svg_of(scene, THEMES[1]))
    ]
    assert texts[0] == texts[1] == texts_of(scene)


def test_what_a_theme_does_not_paint_is_left_out_of_its_svg() -> None:
    """The core that makes the line of a loop double is of the theme print alone."""
    scene = picture(loops(), Look())
    parts = []
    for theme in THEMES:
        groups = ET.fromstring(svg_of(scene, theme)).iter(f"{SVG}g")
        found = [g for g in groups if {"transition", "loop"} <= {*g.get("class", "").split()}]
        parts.append({len(g.findall(f"{SVG}path")) for g in found})
    assert parts == [{2}, {2}, {3}]


def test_a_mixed_colour_is_mixed_by_the_page() -> None:
    told = colour_variable(Mixed("edge", "canvas", 0.12))
    assert told == "color-mix(in srgb,var(--cjm-edge) 88%,var(--cjm-canvas))"


def test_a_link_leads_where_it_says() -> None:
    inner = (Circle(5, 5, 2, "ink"), TextRun(1, 2, (Span("<here>"),)))
    link = Link("https://example.org/?a=1&b='2'", inner)
    scene = Scene(10, 10, "t", "", "en", "graph", (Group((link,), "touchpoint"),))
    for svg in (svg_of(scene, THEMES[0]), inline_svg(scene)):
        (found,) = ET.fromstring(svg).iter(f"{SVG}a")
        assert found.get("href") == link.href
        assert "".join(found.itertext()).strip() == "<here>"


# ---- without heading and legend -------------------------------------------------------------


@pytest.mark.parametrize("view", VIEWS)
def test_heading_and_legend_can_be_left_out(view: str) -> None:
    def texts(**options: bool) -> set[str]:
        return set(texts_of(picture(rich(), Look(view, **options))))

    whole, bare = texts(), texts(heading=False, legend=False)
    assert rich().title in whole - texts(heading=False)
    assert rich().title in texts(legend=False)
    assert whole - texts(legend=False)
    assert bare < whole
    assert any("Поездка" in text for text in bare)


@pytest.mark.parametrize("view", VIEWS)
def test_a_picture_without_heading_and_legend_is_lower_and_keeps_all_touchpoints(view: str) -> None:
    whole, bare = (picture(rich(), Look(view, heading=h, legend=h)) for h in (True, False))
    points = [{g.data["touchpoint"] for g in groups(s, "touchpoint")} for s in (whole, bare)]
    assert bare.height <= whole.height
    assert points[0] == points[1] == {p.id for p in rich().touchpoints}


@pytest.mark.parametrize("format", ["dot", "mermaid"])
def test_a_text_has_no_heading_to_leave_out(format: str) -> None:
    with pytest.raises(UsageError, match="neither heading nor legend"):
        cjm.render(rich(), format=format, heading=False)


def test_a_scene_says_in_data_what_its_parts_are() -> None:
    """Writers and pages need no names of classes."""
    scene = picture(coffee(), Look())
    found = [node for node, _ in walk(scene.children) if isinstance(node, Group)]
    roles = {group.role for group in found}
    assert {"map", "stage", "touchpoint", "transition", "gap-tag", "dumbbell"} <= roles
    assert {g.role for g in found if "gap" in g.data} == {"touchpoint", "gap-tag"}


def test_no_page_is_written_for_a_theme_nobody_has() -> None:
    with pytest.raises(UsageError, match="theme"):
        page(theme="sepia")


def test_a_page_of_a_scene_needs_nothing_else() -> None:
    scene = picture(coffee(), Look())
    assert page_of(scene).encode() == cjm.render(coffee(), format="html")


def test_spans_and_strokes_that_differ_in_one_thing_keep_it_in_one_picture() -> None:
    """What is written once for all that are alike is not written for those that are not."""
    spans = (Span("a", paint="muted"), Span("b"), Span("c", bold=True), Span("d", language="ru"))
    strokes = (Stroke("ink"), Stroke("edge"), Stroke("ink", 2), Stroke("ink", dashes=(1, 3)))
    lines = tuple(Line(0, 0, 9, 9, stroke) for stroke in strokes)
    drawing = inline_svg(Scene(9, 9, "", "", "en", "graph", (TextRun(0, 0, spans), *lines)))
    told = ET.fromstring(drawing)
    styles = [tuple(s.attrib.items()) for s in told.iter(f"{SVG}tspan")]
    assert styles == [
        (("fill", "var(--cjm-muted)"),),
        (),
        (("font-weight", "bold"),),
        (("lang", "ru"),),
    ]
    assert len({tuple(line.attrib.items()) for line in told.iter(f"{SVG}line")}) == len(strokes)


@pytest.mark.parametrize(("href", "role"), [("https://example.com", "group"), ("", "img")])
def test_a_picture_with_a_link_inside_a_group_is_no_image(href: str, role: str) -> None:
    """What stands in an image cannot be reached by keyboard."""
    text = TextRun(0, 0, (Span("a"),))
    inner = Group((Link(href, (text,)),) if href else (text,))
    told = ET.fromstring(inline_svg(Scene(9, 9, "", "", "en", "map", (inner,))))
    assert told.get("role") == role
