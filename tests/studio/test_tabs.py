"""Many tabs of the studio, in one browser."""

from __future__ import annotations

import pytest
from studio_page import SOON
from studio_server import studio


@pytest.fixture(scope="module")
def server(tmp_path_factory):
    """A studio of one journey."""
    with studio(tmp_path_factory.mktemp("tabs"), "bakery.as-is.yaml") as server:
        yield server


def test_more_tabs_hear_than_a_browser_has_connections(server, browser):
    """And go on when the one through which all of them heard is closed."""
    context = browser.new_context(viewport={"width": 1440, "height": 900})
    tabs = [context.new_page() for _ in range(8)]
    for tab in tabs:
        tab.goto(f"http://localhost:{server.port}/studio.html#file=bakery.as-is", timeout=SOON)
        tab.locator("main[aria-busy=false]").wait_for(timeout=SOON)
    file = server.folder / "bakery.as-is.yaml"
    text = file.read_text("utf-8")
    for title, first in (("Хвост", 0), ("Толпа", 1)):
        file.write_text(text.replace("title: Очередь", f"title: {title}"), "utf-8")
        for tab in tabs[first:]:
            tab.locator(".canvas", has_text=title).wait_for(timeout=SOON)
        tabs[first].close()
    context.close()
    file.write_text(text, "utf-8")
