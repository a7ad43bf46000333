"""Leaving the page, and two of them at once: what was typed is lost only where somebody says so."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from browser import Reader
from one_file import PATIENCE_MS, needs_build
from one_page import Visitor

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

pytestmark = needs_build
TEXTS = """() => Object.keys(localStorage).filter(key => key.startsWith('cjm-draft:'))
    .map(key => JSON.parse(localStorage[key]).files.map(file => file.text).join('\\n'))"""


@pytest.fixture
def visitor(browser: Browser, one_file: Path) -> Iterator[Visitor]:
    """Before the first screen; a dialog of the browser's and another tab are no faults here."""
    reader = Reader(browser, f"{one_file.as_uri()}/")
    yield Visitor(reader)
    faults = [each for each in reader.faults if "dialog ''" not in each and "opens " not in each]
    reader.close()
    assert faults == []


def write(page: Page, text: str) -> None:
    """At the end of the text that is open."""
    page.locator(".cm-content").click()
    page.keyboard.press("Control+End")
    page.keyboard.type(text)
    page.locator(".live", has_text="Not saved").wait_for()


def end(page: Page) -> str:
    """The last lines of the text."""
    page.locator(".cm-content").click()
    page.keyboard.press("Control+End")
    return str(page.locator(".cm-content").inner_text())


def test_the_browsers_back_button_asks_first(visitor: Visitor) -> None:
    """Whoever stays has the text as it was; what the address says by hand opens nothing else."""
    page = visitor.page
    page.goto("about:blank")
    page.goto(visitor.address)
    page.locator('[data-template="first"]').click()
    visitor.opened()
    write(page, "# mine\n")
    for hash in ("#", "#nothing", "#file=other"):
        visitor.follow(hash)
    page.go_back()
    assert "# mine" in end(page)
    visitor.follow("#1")
    visitor.dialog.get_by_text("The link is cut or damaged").wait_for()
    visitor.dialog.get_by_role("button", name="I see").click()
    visitor.dialog.wait_for(state="detached")
    assert "# mine" in end(page)
    with page.expect_event("dialog") as asked:
        page.evaluate("history.go(-history.length + 1)")
    assert asked.value.type == "beforeunload"
    visitor.rest()
    assert "# mine" in end(page)


def test_two_tabs_that_go_on_with_a_draft_keep_one_each(visitor: Visitor) -> None:
    """Neither is written over, whoever types later."""
    page = visitor.page
    visitor.example("coffee-shop.en.yaml")
    write(page, "# zero\n")
    page.locator(".draft-question").get_by_role("button", name="Keep drafts").click()
    page.locator(".banner", has_text="A draft is kept").wait_for()
    tabs = []
    for _ in range(2):
        tab = page.context.new_page()
        tab.set_default_timeout(PATIENCE_MS)
        tab.goto(visitor.address)
        tab.locator(".start-page .drafts").get_by_role("button", name="Continue").first.click()
        tab.locator(".start-page").wait_for(state="detached")
        tabs.append(tab)
    for tab, word in ((tabs[0], "# one\n"), (tabs[1], "# two\n"), (page, "# three\n")):
        write(tab, word)
        tab.locator("button.brand").click()  # leads to the first screen, and keeps
        tab.locator(".start-page").wait_for()
    page.wait_for_function(f"() => ({TEXTS})().join().includes('# two')")  # told by its process
    texts = page.evaluate(TEXTS)
    for word in ("# one", "# two", "# three"):
        assert sum(word in text for text in texts) == 1
    assert len(texts) == 3
