"""Texts that mean harm are text on every page: they run, load, style and move nothing."""

from __future__ import annotations

from pathlib import Path

import pytest
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
            assert element.tag not in ("img", "iframe", "base", "style", "object"), page.file
            assert element.attributes.get("id") not in ("cjm",), page.file
            assert not any(name.startswith("on") for name in element.attributes), page.file
        outside = [link.address for link in page.links if is_outside(link)]
        assert [a for a in outside if "example.org/x" in a] == [], page.file
        scripts = [link.address for link in page.links if not is_outside(link)]
        assert [
            a for a in scripts if a.strip().lower().startswith(("javascript:", "data:text"))
        ] == []
