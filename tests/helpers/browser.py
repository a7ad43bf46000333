"""Pages in the Chromium of the system, and a note of whatever no page may do."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

import pytest

if TYPE_CHECKING:
    from playwright.sync_api import Browser, BrowserContext, Page

CHROMIUM = shutil.which("chromium")
FLAGS = (
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)
HEIGHTS = {1440: 900, 1280: 800, 390: 844}
"""The screens that the report is made for, by their width in CSS pixels."""
OVERFLOW = "Math.max(0, document.documentElement.scrollWidth - innerWidth)"

LEFT = "net::ERR_ABORTED"
"""How a request ends whose page was left before its answer came."""


@contextmanager
def chromium() -> Iterator[Browser]:
    """A browser with a new, empty profile; a test that needs one is skipped where there is none."""
    playwright = pytest.importorskip("playwright.sync_api")
    if CHROMIUM is None:
        pytest.skip("Chromium is not installed")
    with playwright.sync_playwright() as driver:
        browser = driver.chromium.launch(executable_path=CHROMIUM, args=FLAGS)
        yield browser
        browser.close()


class Reader:
    """Somebody who opens pages of one site; what a page does wrong is kept in `faults`."""

    def __init__(self, browser: Browser, root: str) -> None:
        self.root = root
        """The address of the site, with a slash at its end."""
        self.faults: list[str] = []
        self._browser = browser
        self._contexts: list[BrowserContext] = []

    def open(
        self,
        address: str,
        width: int = 1440,
        theme: str = "light",
        *,
        motion: str = "reduce",
        scripts: bool = True,
    ) -> Page:
        """A page at its address in the site, loaded, in a window of its own."""
        context = self._browser.new_context(
            viewport={"width": width, "height": HEIGHTS.get(width, 900)},
            color_scheme=theme,  # type: ignore[arg-type]
            reduced_motion=motion,  # type: ignore[arg-type]
            java_script_enabled=scripts,
        )
        self._contexts.append(context)
        page = context.new_page()
        self._watch(page, f"{address} at {width} {theme}")
        context.on("page", lambda page: self.faults.append(f"{address}: opens {page.url}"))
        page.goto(self.root + address)
        return page

    def _watch(self, page: Page, where: str) -> None:
        def note(what: Any) -> None:
            self.faults.append(f"{where}: {what}")

        def dismiss(dialog: Any) -> None:
            note(f"dialog {dialog.message!r}")
            dialog.dismiss()

        def follow(request: Any) -> None:
            if not request.url.startswith((self.root, "data:", "blob:", "about:")):
                note(f"request for {request.url}")

        def lost(request: Any) -> None:
            if request.failure != LEFT:
                note(f"nothing at {request.url}")

        page.on("dialog", dismiss)
        page.on("pageerror", lambda error: note(f"error {error}"))
        page.on("console", lambda message: note(f"console {message.type}: {message.text}"))
        page.on("request", follow)
        page.on("requestfailed", lost)

    def check_width(self, page: Page) -> None:
        """Note it where a page is wider than its window."""
        if over := page.evaluate(OVERFLOW):
            width = (page.viewport_size or {})["width"]
            self.faults.append(f"{page.url}: {over} px too wide at {width}")

    def close(self) -> None:
        """Close all that was opened, each held to its window once more."""
        for context in self._contexts:
            for page in context.pages:
                self.check_width(page)
            context.close()
        self._contexts.clear()
