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
