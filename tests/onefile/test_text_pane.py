"""The text of the one page: what may be written, what stands here, and the workspace's own text."""

from __future__ import annotations

import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from axe import needs_axe, violations
from one_file import PAGE, PATIENCE_MS, needs_build

pytestmark = needs_build
DEAF = 0.2
"""Seconds: as long as the list has just come the editor takes no key for it."""

UNHEARD = 5.0
"""Seconds after which somebody takes it that a key was not heard."""


class Writer:
    """Somebody who has opened an example in the page."""

    def __init__(self, page: Any) -> None:
        self.page = page

    def rest(self) -> None:
        """Wait until all that was asked for is done."""
        self.page.locator("main[aria-busy=false]").wait_for()

    def go_behind(self, text: str) -> None:
        """Put the cursor at the end of the first line that has it: only what is near is there."""
        self.page.locator(".cm-content").focus()
        self.press("Control+Home")
        line = self.page.locator(".cm-line", has_text=text).first
        for _ in range(9):
            if not line.count():
                self.press("PageDown")
        line.click()
        self.page.keyboard.press("End")

    def press(self, *keys: str) -> None:
        """Keys, one after the other."""
        for key in keys:
            self.page.keyboard.press(key)

    def ask(self) -> None:
        """Have the list opened; whoever sees none, as the text was still being read, asks again."""
        items = self.page.locator(".cm-tooltip-autocomplete li")
        until = time.monotonic() + PATIENCE_MS / 1000
        while not items.count() and time.monotonic() < until:
            self.press("Control+Space")
            asked = time.monotonic()
            while not items.count() and time.monotonic() - asked < UNHEARD:
                self.page.wait_for_timeout(50)

    def offered(self) -> list[str]:
        """What the open list offers, once keys walk it."""
        self.page.locator(".cm-tooltip-autocomplete li").first.wait_for()
        shown = time.monotonic()
        while time.monotonic() - shown < DEAF:
            self.page.evaluate("0")
        items = self.page.locator(".cm-tooltip-autocomplete li").all_inner_texts()
        return [each.strip() for each in items]

    def line(self, text: str) -> str:
        """A line of the text that is shown."""
        found = self.page.locator(".cm-line", has_text=text).first
        found.wait_for()
        return str(found.inner_text())

    def state(self, text: str) -> None:
        """Wait until the bar says so."""
        self.page.locator(".live", has_text=text).wait_for()


@pytest.fixture(scope="module")
def page(browser: Any, one_file: Path) -> Iterator[Any]:
    """One page for all, in English, with the example of a taxi."""
    context = browser.new_context(
        viewport={"width": 1440, "height": 900}, locale="en-GB", reduced_motion="reduce"
    )
    page = context.new_page()
    page.set_default_timeout(PATIENCE_MS)
    faults: list[str] = []
    page.on("pageerror", lambda error: faults.append(str(error)))
    page.goto((one_file / PAGE).as_uri())
    page.locator(".start-page button", has_text="A business-class taxi").click()
    page.locator('.touchpoint[data-touchpoint="ride-rough"]').wait_for()
    yield page
    context.close()
    assert faults == []


@pytest.fixture
def writer(page: Any) -> Iterator[Writer]:
    """Whoever writes; all of it is taken back in the end."""
    writer = Writer(page)
    page.locator('.tabs button:has-text("business-taxi")').click()
    writer.rest()
    yield writer
    for _ in range(20):
        undo = page.get_by_role("button", name="Undo", exact=True)
        if undo.is_disabled():
            break
        undo.click()
        writer.rest()


def test_what_may_be_written_is_taken_by_keyboard(writer: Writer):
    """Keys that are not there yet, with what each means; Tab or Enter takes one."""
    writer.go_behind("stage: choice")
    writer.press("Enter")
    writer.ask()
    offered = writer.offered()
    assert "pains" in offered
    assert "stage" not in offered
    writer.page.keyboard.type("opp")
    writer.page.locator(".cm-completionInfo", has_text="What could be made of it").wait_for()
    writer.press("Tab")
    writer.page.keyboard.type("a lounge")
    assert writer.line("opportunities") == "    opportunities: a lounge"
    writer.rest()
    writer.state("Not saved")


def test_a_touchpoint_is_offered_with_stops(writer: Writer):
    """The first stop is chosen, Tab goes to the next one; the rest of the journey stays."""
    writer.go_behind("next: book")
    writer.press("Enter", "Shift+Home", "Delete")
    writer.page.keyboard.type("  ")
    writer.ask()
    assert any("touchpoint" in each for each in writer.offered())
    writer.page.keyboard.type("touch")
    writer.press("Enter")
    writer.page.locator(".cm-snippetField").first.wait_for()
    writer.page.keyboard.type("lounge")
    writer.press("Tab")
    assert writer.line("lounge:") == "  lounge:"


def test_what_stands_here_is_told_under_the_pointer(writer: Writer):
    """What a field is for, in the language that is spoken."""
    line = writer.page.locator(".cm-line", has_text="goals: [arrive").first
    line.locator("span", has_text="goals").first.hover()
    writer.page.locator(".cm-tooltip .said", has_text="wants to reach").wait_for()


def test_a_workspace_is_read_with_the_journey_and_a_faulty_one_is_told(writer: Writer):
    """A channel's title is on the map at once; over a fault the last good one stays."""
    page = writer.page
    page.locator('.tabs button:has-text("cjm.yaml")').click()
    page.locator(".cm-line", has_text="title: ").first.wait_for()
    writer.go_behind("language:")
    writer.page.keyboard.type("x")
    page.locator(".overlay", has_text="cjm.yaml").wait_for()
    assert "last good cjm.yaml" in page.locator(".overlay").inner_text()
    assert page.locator(".canvas .touchpoint").count() > 0
    page.locator(".overlay").get_by_role("button", name="Fix it").click()
    page.locator(".overlay").wait_for(state="hidden")
    writer.rest()
    writer.go_behind("language:")
    writer.press("Enter")
    writer.ask()
    assert "personas" in writer.offered()
    writer.press("Escape")
    assert page.locator(".tabs [aria-pressed=true]").inner_text() == "cjm.yaml"


@needs_axe
def test_nobody_is_kept_out_of_two_texts(writer: Writer):
    """Tabs and an open list included."""
    writer.go_behind("stage: choice")
    writer.press("Enter")
    writer.ask()
    writer.offered()
    assert violations(writer.page) == []
    writer.press("Escape")
