"""A difference as a picture: the new state, with what changed marked by more than a colour."""

from __future__ import annotations

import xml.etree.ElementTree as ET
from pathlib import Path

import pytest

import cjm
from cjm.design.themes import THEMES
from cjm.maps.content.changes import diagram_of

ROOT = Path(__file__).parents[2]
STATES = [cjm.load(ROOT / f"journeys/bakery.{state}.yaml") for state in ("as-is", "to-be")]
CHANGED = {
    "preorder": "added",
    "queue": "better",
    "wrapping": "better",
    "pickup": "added",
    "passing-by": "removed",
}


def difference(one, other):
    """The only journey that differs."""
    [found] = cjm.diff(one, other).journeys
    return found


def groups(svg, role):
    """The groups of a role in a picture, by what they are of."""
    tree = ET.fromstring(svg)
    found = [g for g in tree.iter() if role in (g.get("class") or "").split()]
    return {g.get("data-touchpoint") or (g.get("data-from"), g.get("data-to")): g for g in found}


def told(svg):
    """What a picture says is changed, by touchpoint or transition."""
    return {
        of: group.get("data-change")
        for role in ("touchpoint", "transition")
        for of, group in groups(svg, role).items()
        if group.get("data-change")
    }


@pytest.mark.parametrize("language", ["en", "ru"])
def test_every_change_is_told_on_its_group(language):
    """Of touchpoints and transitions; what is gone is drawn, too."""
    found = told(cjm.render_changes(difference(*STATES), language=language))
    assert {of: change for of, change in found.items() if isinstance(of, str)} == CHANGED
    assert {of: change for of, change in found.items() if not isinstance(of, str)} == {
        ("preorder", "pickup"): "added",
        ("pickup", "tasting"): "added",
        ("queue", "choice"): "changed",
        ("choice", "wrapping"): "changed",
        ("choice", "payment"): "changed",
        ("tasting", "come-back"): "changed",
        ("tasting", "passing-by"): "removed",
    }


def texts(group):
    """All that is written in a group."""
    return " ".join("".join(t.itertext()) for t in group.iter() if t.tag.endswith("text"))


def test_no_mark_is_a_colour_alone():
    """A double outline, dashes, dots, and the gap in words; the same in every theme."""
    for theme in THEMES:
        svg = cjm.render_changes(difference(*STATES), theme=theme.name, language="en")
        points, ways = groups(svg, "touchpoint"), groups(svg, "transition")
        rects = {
            id: [r for r in group.iter() if r.tag.endswith("rect")] for id, group in points.items()
        }
        card, outline = rects["preorder"][:2]
        assert float(outline.get("width")) == float(card.get("width")) + 8
        assert "dash" in ET.tostring(rects["passing-by"][0], encoding="unicode")
        assert "dash" in ET.tostring(ways["tasting", "passing-by"], encoding="unicode")
        assert "▲ C −3 → +0.5" in texts(points["queue"])
        assert "C −3 → +0.5" in points["queue"][0].text


def test_what_is_gone_stands_where_it_stood():
    """Behind the one that it followed, in its stage, even where no other is left in that."""
    old = cjm.Journey(
        "j",
        {
            id: {"stage": stage, "next": next}
            for id, stage, next in (("a", "x", ["b"]), ("b", "y", ["c"]), ("c", "x", ()))
        },
    )
    new = cjm.Journey("j", {"a": {"stage": "x", "next": ["c"]}, "c": {"stage": "x"}})
    diagram = diagram_of(difference(old, new))
    assert [(card.id, card.changed) for card in diagram.cards] == [
        ("a", ""),
        ("b", "removed"),
        ("c", ""),
    ]
    assert [stage.id for stage in diagram.stages] == ["x", "y"]
    assert {(a.source, a.target, a.changed) for a in diagram.arrows} == {
        ("a", "c", "added"),
        ("a", "b", "removed"),
        ("b", "c", "removed"),
    }


def test_a_transition_of_what_was_renamed_leads_to_the_new_card():
    """Also one that is gone."""
    old = cjm.Journey(
        "j", {"a": {"title": "Queue", "next": {"b": 0.5, "c": 0.5}}, "b": {}, "c": {}}
    )
    new = cjm.Journey("j", {"z": {"title": "Queue", "next": {"b": 1}}, "b": {}, "c": {}}, start="z")
    diagram = diagram_of(difference(old, new))
    assert diagram.card("z").changed == "renamed"
    assert ("z", "c", "removed") in {(a.source, a.target, a.changed) for a in diagram.arrows}


@pytest.mark.parametrize(
    ("language", "names"),
    [
        ("en", ["new touchpoint", "gone", "C rose"]),
        ("ru", ["новая точка", "исчезла", "С выросло"]),
    ],
)
def test_the_legend_names_the_marks_that_occur(language, names):
    """And no other."""
    *_, entry = diagram_of(difference(*STATES), language).legend
    assert [sample.text for sample in entry.samples] == names


def test_a_large_map_has_its_marks_on_compact_cards():
    """The sign on the corner and the attribute are there all the same."""
    points = {
        f"p{n}": {"expectation": 5, "experience": 5, "next": [f"p{n + 1}"] if n < 59 else ()}
        for n in range(60)
    }
    changed = {**points, "p7": {**points["p7"], "experience": 4}}
    svg = cjm.render_changes(difference(cjm.Journey("j", points), cjm.Journey("j", changed)))
    assert told(svg) == {"p7": "worse"}
