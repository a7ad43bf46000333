"""Texts that mean harm are text on every page: they run, load, style and move nothing."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from browser import HEIGHTS, Reader
from built_once import built_once
from hostile_site import ATTACKS, write_hostile_workspace
from site_pages import addresses, documents, is_outside, kind_of

import cjm


@pytest.fixture(scope="session")
def hostile_site(tmp_path_factory) -> Path:
    """The report of the hostile workspace."""

    def build(folder: Path) -> None:
        workspace = write_hostile_workspace(tmp_path_factory.mktemp("hostile"))
        cjm.report([str(workspace / "journeys")], str(folder), language="ru")

    return built_once(tmp_path_factory, "hostile-site", build)


@pytest.fixture
def hostile_reader(browser, hostile_site) -> Iterator[Reader]:
    """Somebody who reads it; anything that runs or loads fails the test."""
    reader = Reader(browser, hostile_site.as_uri() + "/")
    yield reader
    reader.close()
    assert reader.faults == []


def test_every_page_is_there(hostile_site):
    """A journey of each attack, and what is made of all of them."""
    pages = addresses(hostile_site, "ru")
    kinds = [kind_of(hostile_site / page, hostile_site / "ru") for page in pages]
    assert kinds.count("journey") == len(ATTACKS) + 1
    assert len(set(kinds)) > 3


def test_no_markup_of_a_text_becomes_an_element(hostile_site):
    """Neither by name nor by what it would load, run or clobber."""
    for page in documents(hostile_site):
        for element in page.elements:
            assert element.tag not in ("img", "iframe", "form2", "base", "style", "object"), (
                page.file
            )
            assert element.attributes.get("id") not in ("cjm",), page.file
            assert not any(name.startswith("on") for name in element.attributes), page.file
        outside = [link.address for link in page.links if is_outside(link)]
        assert [a for a in outside if "example.org/x" in a] == [], page.file
        scripts = [link.address for link in page.links if not is_outside(link)]
        assert [
            a for a in scripts if a.strip().lower().startswith(("javascript:", "data:text"))
        ] == []


@pytest.mark.parametrize("turn", range(2))
def test_nothing_runs_loads_or_widens_a_page(hostile_site, hostile_reader, turn):
    """On a wide screen and on a phone."""
    for address in addresses(hostile_site, "ru")[turn::2]:
        page = hostile_reader.open(address)
        for width in (max(HEIGHTS), min(HEIGHTS)):
            page.set_viewport_size({"width": width, "height": HEIGHTS[width]})
            hostile_reader.check_width(page)
        hostile_reader.close()


def test_nothing_runs_or_loads_in_the_search(hostile_reader):
    """What it finds is text, too."""
    page = hostile_reader.open("ru/index.html")
    page.keyboard.press("/")
    page.keyboard.type("script")
    page.locator("#hits [role=option]").first.wait_for()
    assert page.locator("#hits img, #hits iframe, #hits script").count() == 0
