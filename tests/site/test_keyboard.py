"""What every page has for those who have only keys: search, help, themes, and a way through it."""

from __future__ import annotations

import pytest
from keyboard import CONTROL, focused, press_russian
from site_pages import largest

PALETTE, HITS = "#palette", "#hits [role=option]"


@pytest.fixture
def page(reader):
    """The Russian portfolio, open."""
    return reader.open("ru/index.html")


def test_the_first_key_leads_past_the_navigation(page):
    """A link that is seen once it has the focus."""
    page.keyboard.press("Tab")
    assert focused(page)["name"] == "К содержанию"
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    assert page.evaluate("document.querySelector('main').contains(document.activeElement)")


def test_every_page_can_be_walked_by_tab(site, reader):
    """Each stop is seen, has a ring and a name, and none keeps the focus."""
    for kind, address in largest(site, "ru").items():
        page = reader.open(address)
        stops = []
        for _ in range(40):
            page.keyboard.press("Tab")
            stops.append(focused(page))
        faults = [stop for stop in stops if stop["tag"] != "body" and not sound(stop)]
        assert faults == [], kind
        assert len({str(stop) for stop in stops}) > 4, kind
        reader.close()


def sound(stop) -> bool:
    """Whether somebody who sees, and somebody who hears, know where they are."""
    return bool(stop["ringed"] and stop["seen"] and stop["name"])


def test_search_opens_by_place_under_any_layout(page):
    """A slash, the same key under a Russian layout, and Control with K."""
    for press in (
        lambda: page.keyboard.press("/"),
        lambda: press_russian(page, "Slash"),
        lambda: page.keyboard.press("Control+k"),
        lambda: press_russian(page, "KeyK", CONTROL),
    ):
        press()
        assert page.locator(PALETTE).is_visible()
        assert focused(page)["tag"] == "input"
        page.keyboard.press("Escape")
        assert not page.locator(PALETTE).is_visible()


def test_search_finds_touchpoints_with_their_gap_and_goes_there(page):
    """By words in any order; arrows choose, Enter goes."""
    page.keyboard.press("/")
    page.keyboard.type("поездка раздраж")
    hit = page.locator(HITS)
    hit.first.wait_for()
    assert hit.count() == 1
    assert "−5" in hit.inner_text()
    page.keyboard.press("Enter")
    page.wait_for_url("**/ru/journeys/business-taxi.as-is.html#t=ride-rough")


def test_arrows_walk_what_was_found(page):
    """Round and round; what is chosen is told to a screen reader."""
    page.keyboard.press("/")
    page.keyboard.type("оплат")
    page.locator(HITS).nth(1).wait_for()
    chosen = lambda: page.locator(f"{PALETTE} input").get_attribute("aria-activedescendant")  # noqa: E731
    first = chosen()
    page.keyboard.press("ArrowDown")
    assert chosen() != first
    page.keyboard.press("ArrowUp")
    assert chosen() == first
    page.keyboard.press("ArrowUp")
    assert chosen() == f"hit-{page.locator(HITS).count() - 1}"


def test_nothing_found_is_told(page):
    """And Enter leads nowhere."""
    page.keyboard.press("/")
    page.keyboard.type("жираф на крыше")
    assert page.locator("#hits").inner_text().strip() == "Ничего не нашлось."
    page.keyboard.press("Enter")
    assert page.locator(PALETTE).is_visible()


def test_letters_typed_into_a_field_are_text(page):
    """A slash and a question mark, too."""
    page.locator("[name=q]").focus()
    page.keyboard.type("a/?n")
    assert page.input_value("[name=q]") == "a/?n"
    assert page.locator("dialog[open]").count() == 0


def test_help_tells_the_keys(page):
    """Opened by a question mark, closed by Escape; the focus comes back."""
    page.locator("[data-act=find]").focus()
    page.keyboard.press("Shift+Slash")
    assert page.locator("#keys").is_visible()
    page.keyboard.press("/")
    assert not page.locator(PALETTE).is_visible()
    page.keyboard.press("Escape")
    assert not page.locator("#keys").is_visible()
    assert page.evaluate("document.activeElement.dataset.act") == "find"


def test_the_theme_is_the_systems_until_the_reader_chooses(reader):
    """The choice holds on other pages, and there before anything is painted."""
    ground = "getComputedStyle(document.documentElement).backgroundColor"
    dark = reader.open("ru/index.html", theme="dark")
    light = reader.open("ru/index.html", theme="light")
    grounds = light.evaluate(ground), dark.evaluate(ground)
    assert grounds[0] != grounds[1]
    light.locator("[data-act=theme]").click()
    assert light.evaluate(ground) == grounds[1]
    light.locator("nav a").nth(1).click()
    light.wait_for_load_state()
    assert light.evaluate(ground) == grounds[1]
    light.locator("[data-act=theme]").click()
    assert light.evaluate(ground) == grounds[0]


def test_the_other_language_opens_at_the_same_place(reader):
    """What is chosen comes along."""
    page = reader.open("ru/index.html#sort=success&dir=down")
    page.locator("a[hreflang=en]").click()
    page.wait_for_url("**/en/index.html#sort=success&dir=down")
    assert page.locator("html").get_attribute("lang") == "en"
