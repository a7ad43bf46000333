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
