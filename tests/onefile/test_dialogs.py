"""Every dialog and card in the dark, wide window; and texts that no colours are for."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from axe import needs_axe, violations
from browser import Reader
from one_file import needs_build
from one_page import Visitor

if TYPE_CHECKING:
    from playwright.sync_api import Browser

pytestmark = needs_build
JOURNEY = "cjm: 1\ntitle: A\ntouchpoints:\n  a: {expectation: 1, experience: 2}\n"
LOST = "flowchart LR\n a[Site] --> b[Order]\n style a fill:#f00\n"


@pytest.fixture
def visitor(browser: Browser, one_file: Path) -> Iterator[Visitor]:
    """Before the first screen, in the dark."""
    reader = Reader(browser, f"{one_file.as_uri()}/")
    yield Visitor(reader, theme="dark")
    reader.close()
    assert reader.faults == []


@needs_axe
def test_nobody_is_kept_out_of_a_dialog(visitor: Visitor) -> None:
    """What opens, what converts, what is refused, begun, shared, added and told of keys."""
    page = visitor.page
    found = {}

    def look(name: str) -> None:
        visitor.dialog.wait_for()
        found[name] = violations(page)
        page.keyboard.press("Escape")
        visitor.dialog.wait_for(state="detached")

    visitor.start.get_by_role("button", name="Open a link").click()
    look("link")
    visitor.drop("way.mmd", LOST)
    look("converted")
    visitor.drop("way.yaml", "title: Путь\n".encode("cp1251"))
    look("refused")
    page.locator('[data-template="blank"]').click()
    look("new")
    visitor.drop("a.yaml", JOURNEY)
    visitor.opened()
    visitor.press("Shift+Slash")
    look("keys")
    visitor.choose("Share by link")
    look("shared")
    page.locator(".menu.add summary").click()
    found["add"] = violations(page)
    page.locator(".menu.add button").first.click()
    look("added")
    assert {name: each for name, each in found.items() if each} == {}


def test_a_deep_text_is_no_fault_of_the_page(visitor: Visitor) -> None:
    """It opens without colours and a word in the console, and has them again when it is mended."""
    page = visitor.page
    visitor.drop("deep.yaml", f"cjm: 1\na: {'[' * 1000}{']' * 1000}\n")
    page.locator(".overlay h2").wait_for()
    content = page.locator(".cm-content")
    assert content.get_attribute("data-language") == "plain"
    content.focus()
    page.keyboard.press("Control+a")
    page.keyboard.insert_text(JOURNEY)
    page.locator(".canvas .touchpoint").wait_for()
    assert content.get_attribute("data-language") == "yaml"
