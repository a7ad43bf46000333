"""`cjm report --studio`: the site carries the studio, and each page a link to edit a copy."""

from __future__ import annotations

import json
import re
import zlib
from base64 import urlsafe_b64decode
from pathlib import Path

import pytest

import cjm
from cjm.errors import UsageError
from cjm.site import copies

JOURNEY = """cjm: 1
id: tea
title: Чай 🫖
touchpoints:
  order: {expectation: 8, experience: 3, next: drink}
  drink: {expectation: 5, experience: 6, outcome: success}
"""
WORKSPACE = "cjm: 1\nlanguage: ru\n"
LINK = re.compile(r'href="\.\./\.\./cjm-studio\.html#1([\w-]+)"')


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A workspace of one journey, and a studio that is a word."""
    monkeypatch.setattr(copies, "bundled", lambda package, name: b"studio")
    (tmp_path / "cjm.yaml").write_text(WORKSPACE, "utf-8")
    (tmp_path / "tea.yaml").write_text(JOURNEY, "utf-8")
    return tmp_path


def build(folder: Path, **options: object) -> str:
    """The pages of the journey, of a site that carries the studio."""
    cjm.report([str(folder)], str(folder / "site"), **{"studio": True, **options})
    pages = sorted((folder / "site/ru/journeys").glob("tea*.html"))
    assert pages
    return "".join(page.read_text("utf-8") for page in pages)


def test_the_link_holds_the_journey_as_it_is_written(folder: Path):
    """Letters of any language, and what the workspace says; no server is told any of it."""
    found = LINK.search(build(folder))
    assert found
    packed = urlsafe_b64decode(found[1] + "=" * (-len(found[1]) % 4))
    assert json.loads(zlib.decompress(packed, -zlib.MAX_WBITS)) == {
        "name": "tea.yaml",
        "text": JOURNEY,
        "workspace": WORKSPACE,
        "view": "graph",
        "language": "ru",
    }
    assert (folder / "site/cjm-studio.html").read_bytes() == b"studio"


def test_a_broken_journey_can_be_mended_in_a_copy(folder: Path):
    """Its page has no figures, and still the link."""
    (folder / "tea.yaml").write_text("cjm: 1\nid: tea\ntouchpoints: {order: {scores: 1}}\n")
    assert LINK.search(build(folder))


@pytest.mark.parametrize("text", [b"cjm: 1\nid: tea\n# \xff\n", b"# " + b"x" * 1_000_000])
def test_what_no_link_can_hold_has_none(folder: Path, text: bytes):
    """A text that is no UTF-8, or larger than the page unpacks."""
    (folder / "tea.yaml").write_bytes(text)
    (folder / "more.yaml").write_text(JOURNEY.replace("tea", "more"))
    cjm.report([str(folder)], str(folder / "site"), studio=True)
    pages = (folder / "site/ru/journeys").glob("*.html")
    linked = {page.name for page in pages if LINK.search(page.read_text("utf-8"))}
    assert {name.split(".")[0] for name in linked} == {"more"}


def test_without_it_no_page_links_to_a_studio(folder: Path):
    """And the site carries none."""
    assert "cjm-studio" not in build(folder, studio=False)
    assert not (folder / "site/cjm-studio.html").exists()


def test_it_does_not_go_with_anything_left_out(folder: Path):
    """A link would carry what readers shall not see."""
    with pytest.raises(UsageError, match="the whole text"):
        build(folder, leave_out=["quotes"])
    assert not (folder / "site").exists()


def test_where_it_is_not_packaged_a_sentence_says_how(monkeypatch: pytest.MonkeyPatch):
    """A checkout has it once it was built."""

    def missing(package: str, name: str) -> bytes:
        raise OSError

    monkeypatch.setattr(copies, "bundled", missing)
    with pytest.raises(UsageError) as raised:
        copies.studio_page()
    assert "make studio" in str(raised.value.help)
