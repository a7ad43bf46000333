"""The studio's front end: what is built is what its sources say, and its own tests pass."""

from __future__ import annotations

import gzip
import json
import re
import shutil
import subprocess
from pathlib import Path

import pytest

from cjm.i18n import say, translate

WEB = Path(__file__).parents[2] / "web"
ASSETS = Path(__file__).parents[2] / "cjm/studio/assets"
BUILT = ("studio.css", "studio.html", "studio.js")
LARGEST = 200_000
"""Bytes of all scripts, compressed: a page that opens at once."""
NODE = shutil.which("node")
needs_packages = pytest.mark.skipif(
    NODE is None or not (WEB / "node_modules").exists(),
    reason="no packages of web/: make .venv/web",
)
SHARED_WORDS = (
    "What does the customer expect?", "What does the customer feel?", "What do we do well?",
    "What could be better?", "Who answers for it?", "Not written down", "Nobody answers for it",
    "Touchpoint", "Previous touchpoint", "Next touchpoint", "Where next", "All customers", "Graph",
    "Sheet", "View", "Zoom in", "Zoom out", "The whole map", "Balance", "Disappointed",
    "Keys and hints", "Light or dark theme", "Without a stage",
)  # fmt: skip
"""What the report says, too."""


def run(*command: str) -> subprocess.CompletedProcess[str]:
    """A command in the front end's folder, which must end well."""
    done = subprocess.run(command, cwd=WEB, capture_output=True, encoding="utf-8")
    assert done.returncode == 0, done.stdout + done.stderr
    return done


@needs_packages
def test_what_is_committed_is_a_fresh_build(tmp_path):
    """Users have no node: they run what stands in the wheel."""
    run("node", "build.mjs", "--into", str(tmp_path))
    for name in BUILT:
        assert (tmp_path / name).read_bytes() == (ASSETS / name).read_bytes(), "make web"


@needs_packages
def test_its_types_hold():
    """Strictly: every word is there in both languages, every answer of the host is looked at."""
    run("node_modules/.bin/tsc", "--noEmit")


@needs_packages
def test_its_own_tests_pass():
    """In node, without a page."""
    run("npm", "test", "--silent")


def test_its_scripts_are_small():
    """The editor of the text included."""
    scripts = sorted(ASSETS.glob("*.js"))
    assert scripts
    assert sum(len(gzip.compress(each.read_bytes(), 9)) for each in scripts) <= LARGEST


def test_its_packages_are_named_to_the_last_digit():
    """The ones that those need, too: there is no lock file, which would name a registry."""
    package = json.loads((WEB / "package.json").read_text("utf-8"))
    named = {**package["dependencies"], **package["devDependencies"]}
    assert all(re.fullmatch(r"\d+\.\d+\.\d+", version) for version in named.values())
    assert not list(WEB.glob("package-lock.json"))
    needed = set()
    for name in named:
        file = WEB / "node_modules" / name / "package.json"
        if file.is_file():
            needed |= set(json.loads(file.read_text("utf-8")).get("dependencies", ()))
    assert needed <= set(named)


def test_its_words_are_those_of_the_report():
    """What both say is said alike."""
    words = (WEB / "src/words.ts").read_text("utf-8")
    pairs = dict(re.findall(r": \['((?:[^'\\]|\\.)*)', '((?:[^'\\]|\\.)*)'\]", words))
    for english in SHARED_WORDS:
        assert pairs[english] == translate(say(english), "ru"), english


def test_each_of_its_words_is_said():
    """What nobody reads is not translated."""
    table = WEB / "src/words.ts"
    named = re.findall(r"^  (\w+): \[", table.read_text("utf-8"), re.M)
    sources = (each for each in sorted(WEB.glob("src/**/*.ts")) if each != table)
    said = set(re.findall(r"'(\w+)'", "".join(each.read_text("utf-8") for each in sources)))
    assert named
    assert [name for name in named if name not in said] == []


def test_rules_of_the_one_page_catch_nothing_of_the_studio():
    """A class that a rule of its own begins with is none that the studio gives."""
    studio = (each for each in WEB.glob("src/**/*.ts") if "onefile" not in each.parts)
    given = set()
    for source in studio:
        for classes in re.findall(r"class: [`'\"]([^`'\"]*)", source.read_text("utf-8")):
            given |= set(re.findall(r"[\w-]+", classes))
    caught = []
    for sheet in sorted(WEB.glob("src/onefile/css/*.css")):
        rules = re.sub(r"/\*.*?\*/", "", sheet.read_text("utf-8"), flags=re.S)
        for selectors in re.findall(r"([^{}]+)\{", rules):
            heads = (each.split()[0] for each in selectors.split(",") if each.split())
            caught += [head for head in heads if head.removeprefix(".") in given and head[0] == "."]
    assert given
    assert caught == []
