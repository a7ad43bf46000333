"""The studio in a browser, and whoever works in it by keyboard."""

from __future__ import annotations

from typing import TYPE_CHECKING

from browser import Reader
from live_server import PATIENCE

if TYPE_CHECKING:
    from playwright.sync_api import Locator, Page

SOON = PATIENCE * 1000


class Author:
    """Somebody with an open studio; whatever the page may not do is in the reader's faults."""

    def __init__(
        self, reader: Reader, hash: str = "", width: int = 1440, theme: str = "light"
    ) -> None:
        self.page: Page = reader.open(f"studio.html?language=en#{hash}", width, theme)
        self.page.set_default_timeout(SOON)
        self.rest()

    def rest(self) -> None:
        """Wait until all that was asked for is done, and drawn."""
        self.page.locator("main[aria-busy=false]").wait_for()

    def press(self, *keys: str) -> None:
        """Keys, one after the other, each when the one before is done."""
        for key in keys:
            self.page.keyboard.press(key)
            self.rest()

    def write(self, text: str) -> None:
        """Text, typed."""
        self.page.keyboard.type(text)

    def field(self, name: str) -> Locator:
        """What has the focus by that name."""
        return self.page.locator(f'[data-focus="{name}"]:visible')

    def slider(self, side: str, persona: str = "") -> Locator:
        """The ring or the disc of everybody, or of a persona."""
        return self.field(f"score {persona} {side}")

    def state(self) -> str:
        """What the bar says."""
        return self.page.locator(".live").inner_text()

    def changes(self) -> list[str]:
        """The lines that go and come, with their numbers."""
        lines = self.page.locator(".inspector .diff .lines > div").all_inner_texts()
        return [" ".join(line.split()) for line in lines]
