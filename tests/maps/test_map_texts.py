"""Texts of a map sheet: whole or ended with …, none over another, whatever was written."""

from __future__ import annotations

import re

import pytest
from filled_maps import filled_maps
from hypothesis import given, settings
from hypothesis import strategies as st
from map_faults import faults
from picture_probe import Picture, sheet

from cjm.journey import Journey
from cjm.maps.scene.text import cleaned
from cjm.names import LANES

KNOWN = re.compile(r"[\s\u00a0-]+")
"""What lines may be broken with."""


def letters(text: str) -> str:
    """A text without what setting it in lines may add or take away."""
    return KNOWN.sub("", text)


def column(shown: Picture, id: str) -> str:
    """All of a touchpoint, in the order in which it is painted, its column first."""
    wide = [g for g in shown.groups("wide-cell") if g.data["touchpoint"] == id]
    return letters("".join(t.text for g in (shown.touchpoint(id), *wide) for t in g.texts))


def is_told(text: str, told: str) -> bool:
    """Whether a text stands there whole, or its beginning ended with …"""
    wanted = letters(cleaned(text))
    if wanted in told:
        return True
    return any(wanted[:end] + "…" in told for end in range(len(wanted), 3, -1))


def lost(journey: Journey, shown: Picture) -> list[str]:
    """Texts of touchpoints and stages that stand nowhere in their columns and strips."""
    found = []
    for point in journey.touchpoints:
        told = column(shown, point.id)
        texts = [point.title, point.description, point.owner, *point.actions, *point.thoughts]
        texts += [*point.emotions, *point.strengths, *point.pains, *point.opportunities]
        texts += [*point.standard, *point.backstage, *point.root_cause, *point.quotes]
        texts += [t for own in point.lanes for t in own.texts]
        texts += [step.step for step in point.scenario]
        for own in point.by_persona:
            texts += [*own.actions, *own.thoughts, *own.emotions, *own.strengths, *own.pains]
        found += [f"{point.id}: {t!r}" for t in texts if t and not is_told(t, told)]
    strips = letters("".join(t.text for g in shown.groups("stage-facts") for t in g.texts))
    for stage in journey.stages:
        texts = [stage.description, *stage.emotions, *stage.pains, *stage.opportunities]
        found += [f"{stage.id}: {t!r}" for t in texts if t and not is_told(t, strips)]
    return found


@settings(max_examples=5, deadline=None, derandomize=True)
@given(filled_maps(), st.sampled_from(("light", "print")))
def test_every_text_of_a_filled_map_is_told_and_none_covers_another(
    journey: Journey, theme: str
) -> None:
    """On one touchpoint and on sixty, in every row."""
    shown = sheet(journey, lanes=[*LANES, "x-a"], theme=theme)
    assert faults(shown) == []
    assert lost(journey, shown) == []


@settings(max_examples=4, deadline=None, derandomize=True)
@given(filled_maps(13), st.data())
def test_nothing_covers_anything_on_the_sheets_of_personas(
    journey: Journey, data: st.DataObject
) -> None:
    """Of one, of two, of all."""
    ids = [p.id for p in journey.personas]
    count = data.draw(st.integers(1, len(ids)))
    assert faults(sheet(journey, persona=ids[:count])) == []


@pytest.mark.parametrize("told", ["…", "Опл…", "Оплата зак"])
def test_the_check_can_fail(told: str) -> None:
    """A text of which hardly anything is there is lost."""
    assert not is_told("Оплата заказа на сайте", told)
    assert is_told("Оплата заказа на сайте", "Оплатазака…")
