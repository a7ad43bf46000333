"""The report without JavaScript, from a mail attachment, and from a server's sub-path."""

from __future__ import annotations

import json
import threading
from collections.abc import Iterator
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer

import pytest
from browser import Reader
from site_pages import largest

SAID_LEAST = 200
"""Characters of the main part that the barest page has without scripts."""
NEED_SCRIPTS = ".needs-script:visible, button:visible, .toolbar:visible"
"""What would do nothing without them."""


def test_every_page_says_what_it_means_without_scripts(site, reader):
    """Its sentence and its content; what needs scripts is not there at all."""
    for kind, address in largest(site, "ru").items():
        page = reader.open(address, scripts=False)
        assert page.locator("main h1").first.is_visible(), kind
        assert len(page.inner_text("main")) > SAID_LEAST, kind
        assert page.locator(NEED_SCRIPTS).count() == 0, kind
        reader.close()


def test_a_journey_lists_its_touchpoints_without_scripts(site, reader):
    """Each with its title and its C."""
    address = "ru/journeys/business-taxi.as-is"
    told = json.loads((site / "ru/data/business-taxi.as-is.json").read_text(encoding="utf-8"))
    page = reader.open(f"{address}.html", 390, scripts=False)
    text = page.inner_text("main")
    assert [p["title"] for p in told["touchpoints"] if p["title"] not in text] == []
    assert "−5" in text


def test_the_first_page_leads_to_the_language(site, reader):
    """The one of the workspace, by itself."""
    page = reader.open("index.html", scripts=False)
    page.wait_for_url("**/ru/index.html")
    assert page.locator("html").get_attribute("lang") == "ru"


class _Quiet(SimpleHTTPRequestHandler):
    def log_message(self, format: str, *args: object) -> None:
        """Say nothing."""


@pytest.fixture
def address(site) -> Iterator[str]:
    """Where a server gives the report, below a path."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(_Quiet, directory=site.parent))
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    yield f"http://127.0.0.1:{server.server_port}/{site.name}/"
    server.shutdown()
    server.server_close()
    thread.join()


def test_the_report_works_below_any_path_of_a_server(site, browser, address):
    """Every kind of page, its styles, fonts and scripts; the search finds its index."""
    reader = Reader(browser, address)
    for page_address in largest(site, "ru").values():
        page = reader.open(page_address)
        assert page.evaluate("document.fonts.status") == "loaded"
    page = reader.open("ru/index.html")
    page.keyboard.press("/")
    page.keyboard.type("такси")
    page.locator("#hits [role=option]").first.wait_for()
    reader.close()
    assert reader.faults == []
