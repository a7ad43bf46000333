"""The page in Firefox, from a folder and from a server: it starts, and draws the same pictures."""

from __future__ import annotations

import json
from collections.abc import Iterator
from itertools import count
from pathlib import Path

import pytest
from firefox import Firefox, firefox
from one_file import ASK, LISTEN, PAGE, READY, needs_build, served

import cjm

pytestmark = needs_build
JOURNEYS = Path(__file__).parents[2] / "journeys"
SOME = ("business-taxi.yaml", "fresh-cafe.yaml", "online-shop-support.en.yaml")


@pytest.fixture(scope="module")
def browser(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Firefox]:
    """One for this module."""
    with firefox(tmp_path_factory.mktemp("firefox")) as browser:
        browser.before_each(LISTEN)
        yield browser


def draws_the_same(browser: Firefox, address: str) -> None:
    """Open the page and compare some pictures with the command line's."""
    browser.goto(address)
    browser.evaluate(READY, 0)
    ids = count(1_000_000)

    def ask(name: str, **given: object) -> str:
        return browser.evaluate(ASK, [name, given, next(ids)])

    ask("put", put="cjm.yaml", text=(JOURNEYS / "cjm.yaml").read_text("utf-8"))
    for name in SOME:
        text = (JOURNEYS / name).read_text("utf-8")
        ask("put", put=name, text=text)
        drawn = json.loads(ask("picture", file=name, text=text, view="graph", theme="light"))
        assert drawn.get("svg") == cjm.render(JOURNEYS / name).decode(), name


def test_it_works_from_a_folder(browser: Firefox, one_file: Path):
    """Double-clicked: no server, no network."""
    draws_the_same(browser, (one_file / PAGE).as_uri())


def test_it_works_from_a_static_server(browser: Firefox, one_file: Path):
    """Which is asked for the page alone."""
    with served(one_file) as (address, log):
        draws_the_same(browser, address + PAGE)
        assert [path for path in log if path != "/favicon.ico"] == [f"/{PAGE}"]


def test_as_a_folder_it_works_from_a_static_server(browser: Firefox, one_file: Path):
    """Which is asked for the files of the folder, once each."""
    with served(one_file / "cjm-studio") as (address, log):
        draws_the_same(browser, address)
        names = sorted(f"/{path.name}" for path in (one_file / "cjm-studio").iterdir())
        asked = sorted(path.replace("/index.html", "/") for path in log if "favicon" not in path)
        assert asked == ["/", *(name for name in names if name != "/index.html")]
