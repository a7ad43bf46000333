"""A text that Python does not get done with: what the page says, and until when."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from axe import violations
from browser import Reader
from one_file import needs_build
from one_page import Visitor

if TYPE_CHECKING:
    from playwright.sync_api import Browser

pytestmark = needs_build
HASTE = """() => {
    const wait = window.setTimeout;
    window.hasty = true;
    window.setTimeout = (act, ms, ...given) =>
        wait(act, window.hasty && ms === 10000 ? 0 : ms, ...given);
}"""
"""The ten seconds of an answer are over at once, as long as `hasty` says so."""


@pytest.fixture
def visitor(browser: Browser, one_file: Path) -> Iterator[Visitor]:
    """Before the first screen."""
    reader = Reader(browser, f"{one_file.as_uri()}/")
    yield Visitor(reader)
    reader.close()
    assert reader.faults == []


def test_a_stop_is_told_over_the_map_until_a_text_is_answered(visitor: Visitor) -> None:
    """The last good map stays; trying again is one press, and so is the next text."""
    page = visitor.page
    visitor.example("coffee-shop.en.yaml")
    card = page.locator(".overlay")
    for again in ("button", "text"):
        page.evaluate(HASTE)
        page.locator(".cm-content").focus()
        visitor.press("Control+End")
        visitor.write("# more\n")
        card.locator("h2", has_text="Python worked for 10 seconds").wait_for()
        visitor.rest()
        assert "the last good version" in card.inner_text()
        assert page.locator(".canvas .touchpoint").count() == 7
        page.wait_for_timeout(500)
        assert card.is_visible()
        assert violations(page) == []
        page.evaluate("window.hasty = false")
        if again == "button":
            card.get_by_role("button", name="Try again").click()
        else:
            page.locator(".cm-content").focus()
            visitor.press("Control+End")
            visitor.write("# and more\n")
        card.wait_for(state="hidden")
        visitor.rest()
    assert page.locator(".toasts .banner").count() == 0
