"""A live page is renewed where it missed a state, or meets another server; else it stays."""

from __future__ import annotations

import re

import pytest
from live_server import PATIENCE, served
from relay import relayed

PAGE = "ru/journeys/bakery.as-is.html"
OWN, OTHER = "bakery.as-is.yaml", "coffee-shop.yaml"
SOON = PATIENCE * 1000
LISTENING = b"GET /_live "


@pytest.fixture(scope="module")
def server(tmp_path_factory):
    with watched(tmp_path_factory.mktemp("missed")) as server:
        yield server


@pytest.fixture
def relay(server):
    with relayed(server.port) as relay:
        yield relay


@pytest.fixture
def page(browser, relay):
    """The page, loaded; `data-old` tells it from what is loaded later."""
    page = browser.new_page()
    page.set_default_timeout(SOON)
    relay.holds = LISTENING
    page.goto(f"http://localhost:{relay.port}/{PAGE}")
    page.locator(".lost").wait_for()
    page.evaluate("document.documentElement.dataset.old = 'yes'")
    yield page
    page.close()


@pytest.fixture
def lost(page, relay):
    """The page, which knows the state that it is of, and hears nothing from then on."""
    relay.holds = None
    page.locator(".broken").wait_for()
    relay.holds = LISTENING
    relay.cut()
    page.locator(".lost").wait_for()
    return page


def watched(folder, *options):
    """A server; as one of its files is broken, a page that has heard a state shows so."""
    (folder / "broken.yaml").write_text("cjm: 1\nid: [\n", encoding="utf-8")
    return served(folder, OWN, OTHER, options=options)


def save(server, file, title):
    """A journey with another title, of which the server has told."""
    path = server.folder / file
    text = re.sub("(?m)^title: .*$", f"title: {title}", path.read_text(encoding="utf-8"))
    with server.events() as states:
        next(states)
        path.write_text(text, encoding="utf-8")
        while file.partition(".")[0] not in str(next(states)["changed"]):
            pass


def test_a_save_before_a_page_listened_is_shown(page, relay, server):
    """It was made of an older state than the first that it is told, whatever changed last."""
    save(server, OWN, "Раньше")
    save(server, OTHER, "Прочее")
    relay.holds = None
    page.locator("h1", has_text="Раньше").wait_for()


def test_a_page_that_missed_a_state_is_renewed(lost, relay, server):
    """The one that it is told next has changes of another journey only."""
    save(server, OWN, "Пропущенное")
    save(server, OTHER, "Другое")
    relay.holds = None
    lost.locator("h1", has_text="Пропущенное").wait_for()


def test_a_page_that_meets_another_server_is_renewed(lost, relay, tmp_path):
    """Though the state that it is told has no larger number than the one that it knows."""
    with watched(tmp_path, "--title", "Чужое") as other:
        relay.target = other.port
        relay.holds = None
        lost.locator("header", has_text="Чужое").first.wait_for()


@pytest.mark.parametrize("missed", [[], [OTHER]], ids=["nothing", "another journey"])
def test_a_page_that_missed_nothing_of_its_own_stays(lost, relay, server, missed):
    """Its connection was cut, and it hears the same state again, or the next one."""
    for file in missed:
        save(server, file, "Иное")
    relay.holds = None
    lost.locator(".lost").wait_for(state="detached")
    lost.locator("html[data-old]").wait_for(state="attached")
