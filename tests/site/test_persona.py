"""Portraits of personas, on each journey and over all of a workspace's."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

import cjm
from tests.helpers.small_sites import page, site_of, texts, with_class

JOURNEYS = Path(__file__).parents[2] / "journeys"


@pytest.fixture(scope="module")
def site(tmp_path_factory):
    """A site of two journeys whose workspace declares a persona that both have."""
    folder = tmp_path_factory.mktemp("personas")
    shutil.copy(JOURNEYS / "business-taxi.yaml", folder / "business-taxi.yaml")
    (folder / "cjm.yaml").write_text(
        "cjm: 1\nname: Kiosks\nlanguage: en\npersonas:\n"
        "  regular: {name: Regular, share: 0.5}\n  rare: {name: Rare, share: 0.5}\n"
    )
    for n in (1, 2):
        (folder / f"kiosk-{n}.yaml").write_text(
            f"cjm: 1\nid: kiosk-{n}\ntitle: Kiosk {n}\nlanguage: en\ntouchpoints:\n"
            "  queue:\n    expectation: 5\n    by_persona:\n"
            "      regular: {experience: 2}\n      rare: {experience: 7}\n    next: pay\n"
            "  pay: {expectation: 5, experience: 5, outcome: success}\n"
        )
    cjm.report([str(folder)], str(folder / "site"), language="en")
    return folder / "site" / "en"


def test_a_portrait_says_where_the_persona_lives_it_differently(site):
    """Its own C beside the other's, and the difference."""
    page = (site / "personas/kiosk-1.as-is.regular.html").read_text()
    assert "50% of customers" in page
    assert "−3</span>" in page
    assert "+2</span>" in page
    assert "<b>−5</b>" in page


def test_a_persona_of_the_workspace_has_a_page_with_all_its_journeys(site):
    """A persona of one journey alone has none."""
    page = (site / "personas/regular.html").read_text()
    assert "Kiosk 1" in page
    assert "Kiosk 2" in page
    assert "2 journeys: on 2 this persona ends below zero" in page
    assert not (site / "personas/business.html").exists()


def test_the_page_of_a_workspace_s_persona_has_the_workspace_s_portrait(tmp_path):
    """Though the worst of its journeys describes it otherwise: that stands on its own portrait."""
    told = "personas:\n  regular: {name: Regular, goals: [a quiet corner]}\n"
    points = "touchpoints:\n  queue: {title: Queue, expectation: 5, experience: %s}\n"
    own = "personas:\n  regular: {name: Impostor, goals: [to be somebody else]}\n"
    site = site_of(tmp_path, {"a": own + points % 1, "b": points % 5}, told)
    shared = page(site / "personas/regular.html")
    assert texts(shared, "//h1") == ["Regular"]
    assert texts(shared, with_class("facets") + "//li") == ["a quiet corner"]
    assert len(shared.xpath("//tbody/tr")) == 2
    assert texts(page(site / "personas/a.as-is.regular.html"), "//h1") == ["Impostor"]


def test_a_journey_leads_to_the_portraits_of_its_personas(site):
    """And a portrait back to the journey as that persona lives it."""
    page = (site / "journeys/kiosk-1.as-is.html").read_text()
    assert 'href="../personas/kiosk-1.as-is.regular.html"' in page
    portrait = (site / "personas/kiosk-1.as-is.regular.html").read_text()
    assert 'href="../journeys/kiosk-1.as-is.html#persona=regular"' in portrait


def test_a_balance_that_is_not_known_is_not_told_as_above_zero(tmp_path):
    """Of a journey without scores nobody knows where a persona ends."""
    told = "personas:\n  regular: {name: Regular, share: 1}\n"
    points = "touchpoints:\n  queue: {title: Queue%s}\n"
    blank, scored = points % "", points % ", expectation: 5, experience: 2"
    lead = texts(
        page(site_of(tmp_path, {"a": blank, "b": scored}, told) / "personas/regular.html"),
        with_class("lead"),
    )
    assert lead == [
        "Regular2 journeys: on 1 this persona ends below zero, of 1 the balance is not known"
    ]
    (tmp_path / "alone").mkdir()
    alone = page(site_of(tmp_path / "alone", {"b": blank}, told) / "personas/regular.html")
    assert texts(alone, with_class("lead")) == ["Regular1 journey: no balance is known yet"]
