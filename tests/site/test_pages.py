"""Pages at three widths, in both languages, light and dark: nobody is kept out of them.

A page that draws wider than its window, logs, fails, or asks for anything outside its folder makes
the reader of these tests fail, too.
"""

from __future__ import annotations

import pytest
from axe import needs_axe, violations
from site_pages import largest

LOOKS = [
    (1440, "light", "ru"),
    (1280, "dark", "en"),
    (390, "light", "en"),
    (390, "dark", "ru"),
]
"""Each width, each theme with each language, and both themes on the narrow screen."""


@needs_axe
@pytest.mark.parametrize(("width", "theme", "language"), LOOKS)
def test_a_page_of_each_kind_keeps_nobody_out(site, reader, width, theme, language):
    """The one with the most in it."""
    found = {}
    for kind, address in largest(site, language).items():
        page = reader.open(address, width, theme)
        found[kind] = violations(page)
        reader.close()
    assert {kind: faults for kind, faults in found.items() if faults} == {}


@needs_axe
@pytest.mark.parametrize(("width", "theme"), [(1440, "light"), (390, "dark")])
def test_what_a_reader_opened_or_changed_keeps_nobody_out(reader, width, theme):
    """The panel with what-if and all its folds, a persona on the worst path, dialogs, paper."""
    page = reader.open("ru/journeys/business-taxi.as-is.html#t=ride-rough", width, theme)
    found = {}
    page.locator("#what-if-slider").press("End")
    page.evaluate("document.querySelectorAll('.panel details').forEach(fold => fold.open = true)")
    found["panel"] = violations(page)
    for key in ("Escape", "p", "w"):
        page.keyboard.press(key)
    page.evaluate("scrollTo(0, 0)")  # no row is half under a bar, from where a reader scrolls it
    found["persona"] = violations(page)
    page.keyboard.press("?")
    found["keys"] = violations(page)
    page.keyboard.press("Escape")
    page.keyboard.press("Control+k")
    page.keyboard.type("поездка")
    page.locator("#hits [role=option]").first.wait_for()
    found["search"] = violations(page)
    page.keyboard.press("Escape")
    page.emulate_media(media="print")
    found["paper"] = violations(page)
    page.emulate_media(media="screen")
    assert {state: faults for state, faults in found.items() if faults} == {}


PAPER = 688
"""CSS pixels between the margins of an A4 page."""


@pytest.mark.parametrize("address", ["ru/index.html", "ru/moments.html"])
def test_a_list_on_paper_is_a_list(reader, address):
    """No form stands above it, the table stays one, and nothing in it is cut by a page's end."""
    page = reader.open(address, PAPER)
    page.emulate_media(media="print")
    assert page.locator(".filters").is_hidden()
    assert page.locator("thead").count() == page.locator("thead:visible").count()
    entries = page.locator("tbody tr, .moment")
    assert entries.count() > 2
    cut = "all => all.filter(one => getComputedStyle(one).breakInside !== 'avoid').length"
    assert entries.evaluate_all(cut) == 0
    page.emulate_media(media="screen")
