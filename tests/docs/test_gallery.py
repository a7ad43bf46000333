"""The gallery is what the commands below its pictures draw, byte by byte."""

from __future__ import annotations

import re
import shlex
from functools import cache
from pathlib import Path

import pytest
from click.testing import CliRunner
from tool_scripts import tool

from cjm.cli.group import cli

ROOT = Path(__file__).parents[2]
IMAGES = ROOT / "docs" / "images"
PAGES = {"en": "docs/gallery.md", "ru": "docs/gallery.ru.md"}
SHOWN = re.compile(r"!\[(.*?)\]\((.*?)\)(?:\n\n```sh\n(cjm render .*)\n```)?")
MOST = 3_000_000
"""Bytes that all pictures may take: a repository is cloned by everybody."""


def text_of(page: str) -> str:
    return (ROOT / page).read_text(encoding="utf-8")


@cache
def drawn() -> dict[str, bytes]:
    """The pictures as they are drawn now."""
    pictures: dict[str, bytes] = tool("draw_gallery").pictures()
    return pictures


def test_the_pictures_are_those_that_the_script_draws() -> None:
    """Byte by byte. After a change: python tools/draw_gallery.py."""
    kept = [*IMAGES.glob("*.svg"), *(IMAGES / "gallery").iterdir()]
    names = {path.relative_to(IMAGES).as_posix(): path.read_bytes() for path in kept}
    assert sorted(names) == sorted(drawn())
    assert [name for name in names if names[name] != drawn()[name]] == []


def test_the_pictures_are_small_enough_to_keep() -> None:
    assert sum(map(len, drawn().values())) < MOST


@pytest.mark.parametrize("language", PAGES)
def test_a_gallery_shows_every_picture_of_its_language(language: str) -> None:
    """Each once, none that is not there, each with a text."""
    shown = [(m[1], m[2].removeprefix("images/")) for m in SHOWN.finditer(text_of(PAGES[language]))]
    own = [name for name in drawn() if name.endswith(".en.svg") == (language == "en")]
    assert sorted(name for _, name in shown) == sorted(own)
    assert all(len(told) > 20 for told, _ in shown)


def commands() -> list[tuple[str, str]]:
    """Every command that stands below a picture, and the picture."""
    found = [m for page in PAGES.values() for m in SHOWN.finditer(text_of(page))]
    return [(m[3], m[2].removeprefix("images/")) for m in found if m[3]]


@pytest.mark.parametrize(("command", "name"), commands())
def test_the_command_below_a_picture_draws_it(
    command: str, name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(ROOT)
    target = tmp_path / "picture.svg"
    arguments = [*shlex.split(command)[1:], "-o", str(target), "--no-cache"]
    assert CliRunner().invoke(cli, arguments).exit_code == 0
    assert target.read_bytes() == drawn()[name]


def test_every_picture_but_the_compact_ones_has_a_command() -> None:
    named = {name for _, name in commands()}
    assert {name for name in drawn() if name not in named} == {
        "gallery/compact.svg",
        "gallery/compact.en.svg",
    }


@pytest.mark.parametrize(("page", "ending"), [("README.md", ".en.svg"), ("README.ru.md", ".svg")])
def test_the_readme_shows_the_first_journey_a_graph_and_a_map(page: str, ending: str) -> None:
    shown = re.findall(r"!\[[^\]]+\]\(docs/images/(.*?)\)", text_of(page))
    assert shown == [
        f"start/pizza{ending}", f"business-taxi{ending}", f"business-taxi.map{ending}",
    ]  # fmt: skip
