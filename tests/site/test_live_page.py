"""The live page in a browser: a save shows, what a reader had chosen stays, faults are told."""

from __future__ import annotations

import pytest
from live_server import PATIENCE, served

PAGE = "ru/journeys/bakery.as-is.html"
FILE = "bakery.as-is.yaml"
CARD = '.canvas .touchpoint[data-touchpoint="queue"]'
SOON = PATIENCE * 1000


@pytest.fixture(scope="module")
def server(tmp_path_factory):
    """A server whose files the tests change, and change back."""
    with served(tmp_path_factory.mktemp("live"), FILE) as server:
        yield server


@pytest.fixture(scope="module")
def page(browser, server):
    """The journey, open for as long as the tests run: none of them loads it."""
    page = browser.new_page(viewport={"width": 1440, "height": 900}, reduced_motion="reduce")
    page.goto(f"http://localhost:{server.port}/{PAGE}")
    yield page
    page.close()


@pytest.fixture
def file(server, page):
    """The journey's file; the page shows it again as it was before the next test."""
    path = server.folder / FILE
    text = path.read_text(encoding="utf-8")
    yield path
    path.write_text(text, encoding="utf-8")
    page.locator(".canvas", has_text="Очередь").wait_for(timeout=SOON)
    page.locator(".broken").wait_for(state="detached", timeout=SOON)


def test_a_save_shows_and_keeps_what_the_reader_chose(page, file):
    """The touchpoint in the panel, the part of the map, the place of the page, the focus."""
    # A script that is run while the page loads again may never answer: what is asked here waits.
    page.goto(page.url.partition("#")[0] + "#t=queue")
    page.locator(".panel h2", has_text="Очередь").wait_for(timeout=SOON)
    page.locator("[data-zoom=in]").click()
    zoom = page.locator(".zoom output").inner_text()
    page.locator(CARD).focus()
    page.mouse.move(200, 400)
    page.mouse.wheel(0, 60)
    page.locator(f"{CARD}:focus").wait_for()
    place = settled(page)
    file.write_text(file.read_text(encoding="utf-8").replace("title: Очередь", "title: Хвост"))
    page.locator(".panel h2", has_text="Хвост").wait_for(timeout=SOON)
    page.locator(f"{CARD}:focus").wait_for(timeout=SOON)
    page.locator(".zoom output", has_text=zoom).wait_for(timeout=SOON)
    assert settled(page) == place


def settled(page):
    """Where the page's heading comes to rest, once it glides no more."""
    before = None
    while (place := page.locator("h1").bounding_box()) != before:
        before = place
        page.wait_for_timeout(200)
    return place


def test_a_fault_is_told_over_the_last_good_page(page, file):
    """With its file, line and excerpt; it goes when it is mended."""
    text = file.read_text(encoding="utf-8")
    file.write_text(text.replace("touchpoints:", "touchpoints: [", 1), encoding="utf-8")
    told = page.locator(".broken")
    told.wait_for(timeout=SOON)
    assert f"{FILE}:" in told.inner_text()
    assert "title: Витрина с тортами" in told.locator("pre").inner_text()  # where reading stopped
    assert page.locator(".canvas", has_text="Очередь").is_visible()
    file.write_text(text, encoding="utf-8")
    told.wait_for(state="detached", timeout=SOON)


def test_the_page_of_a_file_that_went_away_waits_for_its_return(page, file):
    """And says so."""
    text = file.read_text(encoding="utf-8")
    file.unlink()
    page.locator("h1", has_text="Этой страницы здесь нет").wait_for(timeout=SOON)
    file.write_text(text, encoding="utf-8")
    page.locator(".canvas", has_text="Очередь").wait_for(timeout=SOON)


TABS = 8
"""More than the connections that a browser keeps to one host."""


def test_more_tabs_follow_than_a_browser_has_connections(browser, server, file):
    """And go on when the one through which all of them heard is closed."""
    context = browser.new_context(viewport={"width": 1440, "height": 900})
    tabs = [context.new_page() for _ in range(TABS)]
    for tab in tabs:
        tab.goto(f"http://localhost:{server.port}/{PAGE}", timeout=SOON)
    text = file.read_text(encoding="utf-8")
    for title, first in (("Хвост", 0), ("Толпа", 1)):
        file.write_text(text.replace("title: Очередь", f"title: {title}"))
        for tab in tabs[first:]:
            tab.locator(".canvas", has_text=title).wait_for(timeout=SOON)
        tabs[first].close()
    context.close()
