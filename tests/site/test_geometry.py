"""Nothing lies upon anything else, nothing is cut, and a finger hits what it aims at."""

from __future__ import annotations

import json

import pytest
from browser import OVERFLOW, Reader
from site_pages import largest

import cjm

FINGER = 38
"""The least height, in CSS pixels, of what is touched on a phone."""
SMALL = """least => [...document.querySelectorAll(
        'a[href], button, select, summary, input:not([type=checkbox])')]
    .filter(one => one.checkVisibility() && !one.closest('svg, .vh')
        && getComputedStyle(one).display !== 'inline' && !one.classList.contains('skip'))
    .filter(one => one.getBoundingClientRect().height < least)
    .map(one => `${one.tagName} ${one.className} ${one.textContent.trim().slice(0, 30)}`)"""
OUTSIDE = """[...document.querySelectorAll('.nav a')].filter(one => one.checkVisibility())
    .filter(one => one.getBoundingClientRect().right > innerWidth).map(one => one.textContent)"""
APART = """() => document.querySelector('.canvas svg').getBoundingClientRect().bottom
    <= document.querySelector('.zoom').getBoundingClientRect().top"""
TWELVE = "\n".join(
    (
        "cjm: 1",
        "personas:",
        *(f"  p{n}: {{name: 'Somebody whose name is a long one, number {n}'}}" for n in range(12)),
        "touchpoints:",
        "  call: {title: Call, expectation: 7, experience: 4}",
    )
)


@pytest.mark.parametrize("language", ["ru", "en"])
def test_on_a_phone_a_finger_hits_what_it_aims_at(site, reader, language):
    """On the largest page of each kind; links within a sentence are as high as its line."""
    found = {
        kind: small
        for kind, address in largest(site, language).items()
        if (small := reader.open(address, 390).evaluate(SMALL, FINGER))
    }
    assert found == {}


@pytest.mark.parametrize("language", ["ru", "en"])
def test_on_a_phone_the_bar_below_shows_all_its_pages(reader, language):
    """None ends beyond the edge of the screen."""
    page = reader.open(f"{language}/index.html", 390)
    assert page.locator(".nav a:visible").count() == 5
    assert page.evaluate(OUTSIDE) == []


@pytest.mark.parametrize("width", [1440, 390])
@pytest.mark.parametrize("view", ["graph", "sheet"])
def test_the_buttons_of_the_map_lie_below_it(reader, width, view):
    """Its last lines are notes of transitions, which no button may cover."""
    page = reader.open(f"ru/journeys/business-taxi.as-is.html#view={view}", width)
    page.locator(".zoom").wait_for()
    assert page.evaluate(APART)


@pytest.mark.parametrize("width", [1440, 390])
def test_the_list_stands_in_place_of_the_map(reader, width):
    """Not below it."""
    page = reader.open("ru/journeys/business-taxi.as-is.html#view=list", width)
    assert page.locator(".list").is_visible()
    assert page.locator(".canvas").is_hidden()
    page.locator("[data-set=view][data-to=graph]").click()
    assert page.locator(".list").is_hidden()
    assert page.locator(".canvas").is_visible()


def test_twelve_personas_stand_in_one_line_of_the_bar(browser, tmp_path):
    """It is scrolled to the chosen one, and the page is no wider than its window."""
    (tmp_path / "twelve.yaml").write_text(TWELVE)
    cjm.report([str(tmp_path)], str(tmp_path / "site"), language="en")
    reader = Reader(browser, (tmp_path / "site").as_uri() + "/")
    for width, scrolled in ((1440, ".people"), (1000, ".people"), (390, ".toolbar .wrap")):
        page = reader.open("en/journeys/twelve.as-is.html#persona=p11", width)
        assert page.evaluate(OVERFLOW) == 0
        bar, chosen = (
            page.locator(of).bounding_box() for of in (scrolled, ".people [aria-pressed=true]")
        )
        assert bar["height"] < 60
        assert bar["x"] <= chosen["x"]
        assert chosen["x"] + chosen["width"] <= bar["x"] + bar["width"] + 1
    reader.close()
    assert reader.faults == []


def test_a_filled_star_finds_what_hurts(site, reader):
    """Other moments of truth have an outline, as on the map."""
    data = json.loads((site / "ru/data/business-taxi.as-is.json").read_text(encoding="utf-8"))
    everybody = data["views"][""]
    hurts = len(everybody["negative_moments_of_truth"])
    page = reader.open("ru/journeys/business-taxi.as-is.html#view=list")
    assert page.locator(".list .row:visible .star:not(.open)").count() == hurts
    others = len(everybody["moments_of_truth"]) - hurts
    assert page.locator(".list .row:visible .star.open").count() == others > 0
    slides = reader.open("ru/journeys/business-taxi.as-is.present.html")
    assert slides.locator(".why .star:not(.open)").count() == hurts
    assert slides.locator(".why .star.open").count() == others


@pytest.mark.parametrize("view", ["graph", "sheet"])
def test_the_map_has_the_screen_once_a_touchpoint_is_chosen(reader, view):
    """Its bar goes to the top, so that the panel covers nothing but map."""
    page = reader.open(f"ru/journeys/business-taxi.as-is.html#view={view}")
    page.locator(".canvas .touchpoint").first.click()
    page.locator(".panel").wait_for(state="visible")
    page.wait_for_function(
        """() => Math.abs(document.querySelector('.toolbar').getBoundingClientRect().top
            - document.querySelector('.topbar').getBoundingClientRect().bottom) < 2""",
        timeout=3000,
    )


LONG = (
    "A journey whose title is so long that no screen has room for it in one line of a slide, ever"
)
BELOW = """() => document.querySelector('.slide svg.cjm').getBoundingClientRect().bottom
    - document.querySelector('.strip').getBoundingClientRect().top"""


@pytest.mark.parametrize("width", [1440, 1280])
@pytest.mark.parametrize("points", [6, 40])
def test_the_names_below_a_curve_stand_on_the_first_slide(browser, tmp_path, width, points):
    """Whatever the title: the curve takes the room that the words leave."""
    rows = "".join(
        f"  t{n}: {{title: Touchpoint {n}, expectation: 5, experience: {n % 10}, next: t{n + 1}}}\n"
        for n in range(points)
    )
    text = f"cjm: 1\nid: long\ntitle: {LONG}\ntouchpoints:\n{rows}  t{points}: {{title: End}}\n"
    (tmp_path / "long.yaml").write_text(text)
    cjm.report([str(tmp_path)], str(tmp_path / "site"), language="en")
    reader = Reader(browser, (tmp_path / "site").as_uri() + "/")
    page = reader.open("en/journeys/long.as-is.present.html", width)
    page.locator(".slide.on svg.cjm").wait_for()
    assert page.evaluate(BELOW) <= 0
    reader.close()
    assert reader.faults == []


STATES = """() => ['.seg [aria-pressed=true]', '.seg [aria-pressed=false]']
    .map(one => getComputedStyle(document.querySelector(one)).backgroundColor)"""
RING = "getComputedStyle(document.activeElement).outlineStyle"


def test_what_is_chosen_and_where_the_focus_is_is_seen_in_forced_colours(reader):
    """There grounds and shadows are the system's, so both need more than these."""
    page = reader.open("ru/journeys/business-taxi.as-is.html")
    page.emulate_media(forced_colors="active")
    chosen, other = page.evaluate(STATES)
    assert chosen != other
    page.locator("[data-set=view][data-to=sheet]").focus()
    page.keyboard.press("Shift+Tab")
    assert page.evaluate(RING) == "solid"
    tags = page.locator(".legend .tag")
    grounds = tags.evaluate_all("all => all.map(one => getComputedStyle(one).backgroundColor)")
    assert len(set(grounds)) == 3
