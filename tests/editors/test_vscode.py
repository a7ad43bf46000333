"""The extension for VS Code: its own lint and tests, and the package that is made of it."""

from __future__ import annotations

import json
import re
import shutil
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
EXTENSION = ROOT / "editors/vscode"
INSTALLED = EXTENSION / "node_modules"
needs_packages = pytest.mark.skipif(
    shutil.which("node") is None or not INSTALLED.is_dir(),
    reason="no Node packages of the extension: make .venv/vscode",
)


def run(*command: str) -> None:
    """Run a command there; what it said is the test's message where it fails."""
    done = subprocess.run(command, cwd=EXTENSION, capture_output=True, text=True)
    assert done.returncode == 0, done.stdout + done.stderr


def script(name: str) -> list[str]:
    """A script of the manifest, as a command of the packages that are there."""
    program, *rest = json.loads((EXTENSION / "package.json").read_text())["scripts"][name].split()
    own = INSTALLED / ".bin" / program
    return [str(own) if own.exists() else program, *rest]


@needs_packages
def test_its_types_are_right():
    """By its own lint."""
    run(*script("lint"))


@needs_packages
def test_it_does_what_it_should_beside_a_stand_in_for_the_editor():
    """By its own tests."""
    run(*script("test"))


@needs_packages
def test_it_is_built_and_packaged_whole(tmp_path):
    """Code in one file that loads, page, texts in both languages, snippets, licence."""
    run(*script("build"))
    run("node", "--test", "test/built.test.js")
    package = tmp_path / "customer-journey-map.vsix"
    run(*script("package"), str(package))
    with zipfile.ZipFile(package) as made:
        names = {name.removeprefix("extension/") for name in made.namelist()}
        nls = {name for name in names if name.startswith(("package.nls", "l10n/"))}
    assert nls == {"package.nls.json", "package.nls.ru.json", "l10n/bundle.l10n.ru.json"}
    assert {"dist/extension.js", "media/preview.js", "media/preview.css", "snippets.json"} <= names
    assert {"readme.md", "LICENSE.txt", "media/icon.png"} <= names
    assert not any(re.match(r"(node_modules|src|test)/", name) for name in names)


def test_its_licence_is_the_projects():
    """The package goes where the project's own file is not."""
    assert (EXTENSION / "LICENSE").read_text() == (ROOT / "LICENSE").read_text()


def test_its_versions_are_exact():
    """So that the same sources make the same extension."""
    manifest = json.loads((EXTENSION / "package.json").read_text())
    versions = {**manifest["dependencies"], **manifest["devDependencies"]}
    assert [
        name for name, version in versions.items() if not re.fullmatch(r"[\d.]+", version)
    ] == []


@pytest.mark.parametrize("name", ["Touchpoint", "Waiver", "Improvement", "Journey"])
def test_its_snippets_are_journeys(name, desk):
    """With the words to type over as they stand, each is read without a fault."""
    snippets = json.loads((EXTENSION / "snippets.json").read_text())
    (snippet,) = (body for title, body in snippets.items() if title.startswith(name))
    text = "\n".join(snippet["body"])
    text = re.sub(r"\$\{\d+\|([^,|]+)[^}]*\|\}", r"\1", text)  # the first of a choice
    text = text.replace("${CURRENT_YEAR}", "2026").replace("$0", "")
    text = re.sub(r"\$\{\d+:([^{}]*)\}", r"\1", text)
    text = re.sub(r"\$\{\d+\}", "second", text)
    around = {
        "Journey": "{}",
        "Touchpoint": "cjm: 1\ntouchpoints:\n{}",
        "Waiver": "cjm: 1\ntouchpoints: {{id: {{}}}}\nwaivers:\n{}",
        "Improvement": "cjm: 1\ntouchpoints: {{touchpoint: {{}}}}\nimprovements:\n{}",
    }[name]
    if name != "Journey":
        text = "\n".join(f"  {line}" for line in text.splitlines())
    report = desk.check(desk.write("taxi.yaml", around.format(text)))
    assert [finding for finding in report.findings if finding.code < "CJM1"] == []


@needs_packages
def test_it_shows_the_map_that_the_server_draws(tmp_path, monkeypatch):
    """With the real server: opened, followed while typed, clicked; a broken text leaves it."""
    pytest.importorskip("pygls")
    program = tmp_path / "cjm"
    program.write_text(f'#!/bin/sh\nexec "{sys.executable}" -m cjm "$@"\n')
    program.chmod(0o755)
    monkeypatch.setenv("CJM_PROGRAM", str(program))
    run("node", "--test", "test/server.test.js")
