"""The page of a journey by keys and links: what is chosen stands in the address and comes back."""

from __future__ import annotations

import json

import pytest
from keyboard import focused, press_russian, state

PAGE = "ru/journeys/business-taxi.as-is.html"


@pytest.fixture
def page(reader):
    """The taxi's, on a wide screen."""
    return reader.open(PAGE)


@pytest.fixture
def data(site):
    """What its data file says of everybody."""
    file = site / "ru" / "data" / "business-taxi.as-is.json"
    return json.loads(file.read_text(encoding="utf-8"))


def test_views_persona_and_paths_have_keys_under_any_layout(page, data):
    """By the place of the key; each choice stands in the address."""
    press_russian(page, "KeyS")
    assert state(page) == "view=sheet"
    assert page.locator("[data-set=view][data-to=sheet]").get_attribute("aria-pressed") == "true"
    page.keyboard.press("l")
    assert page.locator(".list.on .tp").count() == len(data["touchpoints"])
    press_russian(page, "KeyG")
    press_russian(page, "KeyP")
    assert state(page) == f"persona={data['personas'][0]['id']}"
    for _ in data["personas"]:
        page.keyboard.press("p")
    press_russian(page, "KeyW")
    assert state(page) == "path=worst"
    on_it = data["views"][""]["worst_path"]["touchpoints"]
    faded = page.locator(".canvas .touchpoint.faded").count()
    assert faded == len(data["touchpoints"]) - len(set(on_it)) > 0
    page.keyboard.press("w")
    assert state(page) == ""
    assert page.locator(".canvas .faded").count() == 0


def test_n_and_b_walk_the_negative_moments(page, data):
    """Round and round, with the panel beside the map."""
    moments = data["views"][""]["negative_moments_of_truth"]
    titles = {point["id"]: point["title"] for point in data["touchpoints"]}
    walked = []
    for _ in [*moments, moments[0]]:
        press_russian(page, "KeyN")
        walked.append(state(page).removeprefix("t="))
        assert page.locator(".panel h2").inner_text() == titles[walked[-1]]
    assert walked == [*moments, moments[0]]
    page.keyboard.press("b")
    assert state(page) == f"t={moments[-1]}"


def test_the_map_is_one_stop_and_arrows_walk_it(page, data):
    """Right along the widest transition; Enter opens the panel, Escape gives the focus back."""
    stops = page.locator(".canvas .touchpoint[tabindex='0']")
    assert stops.count() == 1
    first = stops.get_attribute("data-touchpoint")
    stops.focus()
    page.keyboard.press("ArrowRight")
    at = "document.activeElement.dataset.touchpoint"
    ways = [w for w in data["views"][""]["transitions"] if w["from"] == first]
    widest = max(ways, key=lambda way: way["probability"])["to"]
    assert page.evaluate(at) == widest
    page.keyboard.press("ArrowLeft")
    assert page.evaluate(at) == first
    page.keyboard.press("Enter")
    assert state(page) == f"t={first}"
    assert page.evaluate("document.querySelector('.panel').contains(document.activeElement)")
    page.keyboard.press("Escape")
    assert page.locator(".panel").is_hidden()
    assert page.evaluate(at) == first


def test_a_link_shows_what_it_was_copied_from(reader, data):
    """View, persona, path, touchpoint; what it does not know is ignored, names of objects too."""
    persona = data["personas"][1]["id"]
    page = reader.open(f"{PAGE}#persona={persona}&path=likely&t=ride-rough")
    known = page.locator("[data-set=persona][aria-pressed=true]")
    assert known.get_attribute("data-to") == persona
    assert page.locator(".panel").is_visible()
    assert page.locator(".canvas .touchpoint.selected").count() == 1
    reader.close()
    wrong = reader.open(f"{PAGE}#view=cube&persona=toString&path=best&t=__proto__&budget=-1&if=a:b")
    assert wrong.locator(".panel").is_hidden()
    assert wrong.locator("[data-set=view][data-to=graph]").get_attribute("aria-pressed") == "true"


def test_back_and_forth_follow_the_address(page):
    """A hash that somebody writes, too."""
    page.evaluate("location.hash = '#view=list'")
    page.locator(".list.on").wait_for()
    page.go_back()
    page.locator(".canvas svg").wait_for(state="visible")


def test_plus_minus_and_nought_zoom(page):
    """And a plain wheel scrolls the page."""
    shown = page.locator(".zoom output")
    whole = shown.inner_text()
    page.keyboard.press("+")
    assert shown.inner_text() != whole
    page.keyboard.press("-")
    assert shown.inner_text() == whole
    page.keyboard.press("+")
    page.keyboard.press("0")
    assert shown.inner_text() == whole
    page.locator(".canvas").hover()
    page.mouse.wheel(0, 200)
    page.wait_for_function("scrollY > 0")
    assert shown.inner_text() == whole


def test_letters_mean_nothing_in_a_field_and_with_a_modifier(page):
    """Nor under a dialog."""
    page.keyboard.press("Alt+s")
    assert state(page) == ""
    page.keyboard.press("/")
    page.keyboard.type("sl")
    assert state(page) == ""
    assert focused(page)["tag"] == "input"


def test_on_a_phone_the_list_comes_first_and_the_panel_fills_the_screen(reader):
    """What a finger touches opens."""
    page = reader.open(PAGE, width=390)
    assert page.locator(".list.on").is_visible()
    page.evaluate("location.hash = '#view=graph&t=ride-rough'")
    page.locator(".panel").wait_for(state="visible")
    assert page.locator(".panel").bounding_box()["width"] >= 380
    page.mouse.click(195, 60)  # above the panel nothing else is hit
    page.locator(".panel").wait_for(state="hidden")


@pytest.mark.parametrize(("motion", "moves"), [("reduce", False), ("no-preference", True)])
def test_nothing_moves_for_those_who_ask_for_stillness(reader, motion, moves):
    """Neither a transition nor a scroll; others see them."""
    page = reader.open(PAGE, motion=motion)
    longest = page.evaluate(
        """() => Math.max(...[...document.querySelectorAll('.panel, .canvas, .canvas .touchpoint')]
        .flatMap(node => getComputedStyle(node).transitionDuration.split(',').map(parseFloat)))"""
    )
    assert (longest > 0.05) is moves


def test_what_is_printed_is_the_sheet_and_the_list_without_controls(page):
    """On paper there is nothing to press."""
    page.emulate_media(media="print")
    assert page.locator(".print .sheet svg").is_visible()
    for control in (".topbar", ".toolbar", ".panel", ".zoom"):
        assert page.locator(control).first.is_hidden(), control
