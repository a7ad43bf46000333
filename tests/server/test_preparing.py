"""Preparing: after a save the page that somebody looks at is made before their browser asks."""

from __future__ import annotations

import asyncio
import shutil
import threading

import pytest
from live_server import JOURNEYS

from cjm.server import live, serving
from cjm.server.events import Bulletin
from cjm.server.live import LiveSite
from cjm.site import journeys
from cjm.system import graphviz

LOOKED_AT, OTHER = "ru/journeys/bakery.as-is.html", "ru/journeys/coffee-shop.as-is.html"


@pytest.fixture
def folder(tmp_path):
    for name in ("bakery.as-is.yaml", "coffee-shop.yaml", "cjm.yaml"):
        shutil.copy(JOURNEYS / name, tmp_path)
    return tmp_path


@pytest.fixture
def made(monkeypatch):
    """The files of the journeys whose pages were begun."""
    begun = []
    pages = live.pages_of

    def pages_of(entry):
        begun.append(entry.stem)
        yield from pages(entry)

    monkeypatch.setattr(live, "pages_of", pages_of)
    return begun


def site_of(folder):
    site = LiveSite([str(folder)])
    site.refresh()
    return site


def save(folder, title):
    file = folder / "bakery.as-is.yaml"
    file.write_text(file.read_text("utf-8").replace("title: Пекарня у дома", f"title: {title}"))


def test_the_page_that_was_asked_for_last_is_made_and_no_other(folder, made):
    """It is the very page that a server shows that began after the save."""
    site = site_of(folder)
    site.prepare()
    assert made == []
    site.get(OTHER)
    site.get(LOOKED_AT)
    site.get("ru/journeys/coffee-shop.nothing.html")
    save(folder, "Булочная")
    site.refresh()
    del made[:]
    site.prepare()
    assert made == ["bakery.as-is"]
    page = site.get(LOOKED_AT)
    assert made == ["bakery.as-is"]
    assert "Булочная" in page.decode()
    assert page == site_of(folder).get(LOOKED_AT)


def test_a_graph_is_placed_anew_only_where_it_is_another_one(folder, monkeypatch):
    """Scores and findings are drawn anew in the places that its touchpoints have."""
    placed, own = [], graphviz._laid_out

    def counting(dot, **options):
        placed.append(dot)
        return own(dot, **options)

    monkeypatch.setattr(graphviz, "_laid_out", counting)
    journeys.laid_out.cache_clear()
    site, file = site_of(folder), folder / "bakery.as-is.yaml"
    text = file.read_text("utf-8")
    first = site.get(LOOKED_AT)
    assert len(placed) == 1, "though each persona has a map of its own"
    for old, new, times in (
        ("experience: 4", "experience: 3", 1),
        ("  payment: {", "  receipt: {title: Чек, stage: shop}\n  payment: {", 2),
    ):
        assert old in text
        file.write_text(text.replace(old, new, 1), "utf-8")
        site.refresh()
        assert site.get(LOOKED_AT) != first
        assert len(placed) == times


def test_a_page_that_went_away_is_prepared_no_more(folder, made):
    """It would make all pages of all journeys of its name."""
    site = site_of(folder)
    site.get(OTHER)
    site.get(LOOKED_AT)
    (folder / "bakery.as-is.yaml").unlink()
    site.refresh()
    site.prepare()
    shutil.copy(JOURNEYS / "bakery.as-is.yaml", folder)
    site.refresh()
    del made[:]
    site.prepare()
    assert made == []


def test_what_fails_while_it_is_prepared_is_told_to_whoever_asks(folder, monkeypatch):
    """Each time, until it succeeds; else the page would be missing from then on."""
    site = site_of(folder)
    page = site.get(LOOKED_AT)
    save(folder, "Булочная")
    site.refresh()

    class Fails(Exception):
        pass

    def fails(*_, **__):
        raise Fails

    with monkeypatch.context() as patched:
        patched.setattr(live.JourneyEntry, "sized", fails)
        site.prepare()
        for _ in range(2):
            with pytest.raises(Fails):
                site.get(LOOKED_AT)
    assert site.get(LOOKED_AT) == page.replace("Пекарня у дома".encode(), "Булочная".encode())


@pytest.mark.parametrize("heard", [False, True])
def test_it_is_made_where_somebody_listens(folder, made, monkeypatch, heard):
    """Without a page that is open a save costs no page."""
    site = site_of(folder)
    site.get(LOOKED_AT)
    save(folder, "Булочная")
    del made[:]
    monkeypatch.setattr(serving, "changes", lambda what: iter([True]))
    monkeypatch.setattr(Bulletin, "is_heard", heard)

    async def follow():
        given = (site, None, None, Bulletin(site.state), asyncio.get_running_loop())
        await asyncio.to_thread(serving._follow, *given, threading.Event())

    asyncio.run(follow())
    assert made == ["bakery.as-is"] * heard


def test_a_bulletin_is_heard_while_somebody_listens():
    """From the first line that one is told, to the moment they leave."""

    async def listened():
        bulletin = Bulletin(LiveSite([]).state)
        told = bulletin._told(bulletin.state, -1)
        heard = [bulletin.is_heard]
        await anext(told)
        heard.append(bulletin.is_heard)
        await told.aclose()
        return [*heard, bulletin.is_heard]

    assert asyncio.run(listened()) == [False, True, False]
