"""CONTRIBUTING: its index leads to code that is there, and from everything a user sees."""

from __future__ import annotations

import pkgutil
import re
from pathlib import Path

import pytest

import cjm
from cjm.names import LANES
from cjm.rules import RULES

ROOT = Path(__file__).parents[2]
PAGE = (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8")
INDEX = PAGE[PAGE.index("## Index") :]


def index(mark: str) -> dict[str, set[str]]:
    """What the tables after a comment lead from, and where to."""
    part = INDEX.partition(f"<!-- {mark} -->")[2].partition("<!--")[0]
    found: dict[str, set[str]] = {}
    for row in re.findall(r"^\| (.*) \|$", part, re.MULTILINE):
        what, *where = row.split(" | ")
        for name in re.findall(r"`([^`]+)`", what):
            found.setdefault(name, set()).update(re.findall(r"`(cjm[\w.]+)`", " ".join(where)))
    return found


@pytest.mark.parametrize("name", sorted(set(re.findall(r"`(cjm\.[\w.]+)`", INDEX))))
def test_what_the_index_names_is_there(name):
    """Each module, function and class can be imported under that name."""
    assert pkgutil.resolve_name(name)


@pytest.mark.parametrize("room", sorted(set(re.findall(r"`(cjm/\w+(?:/|\.py))`", PAGE))))
def test_every_room_of_the_page_exists(room):
    assert (ROOT / room).exists()


def test_every_room_is_on_the_page():
    """A module or package at the top of cjm has its line."""
    rooms = {p.name for p in (ROOT / "cjm").iterdir() if p.is_dir() and p.name != "__pycache__"}
    modules = {p.name for p in (ROOT / "cjm").glob("*.py") if not p.name.startswith("__")}
    told = set(re.findall(r"`cjm/(\w+(?:\.py)?)/?`", PAGE))
    assert told == rooms | modules


def test_every_figure_of_show_is_in_the_index():
    """The keys of the JSON, those of a touchpoint included, and no other."""
    data = cjm.analyze(cjm.load(str(ROOT / "docs/examples/worked.yaml"))).to_dict()
    assert set(index("figures")) == {*data, *data["touchpoints"][0]}


def test_every_mark_and_lane_of_a_picture_is_in_the_index():
    """The classes that an SVG promises, and each row of a map."""
    promised = (ROOT / "docs/visual-language.md").read_text(encoding="utf-8")
    promised = promised.partition("## What an SVG promises")[2].partition("## ")[0]
    parts = {"cjm", "expectation", "experience"}  # the root, and the two halves of a dumbbell
    marks = set(re.findall(r'class="([\w-]+)[^"]*"', promised)) - parts
    assert marks | set(LANES) <= set(index("pictures"))


def test_every_rule_is_in_the_index_with_its_module():
    rules = {rule.code: rule for rule in RULES}
    found = index("messages")
    assert set(found) == set(rules)
    for code, (module,) in found.items():
        assert pkgutil.resolve_name(module).RULE is rules[code]
