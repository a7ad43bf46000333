"""A session in Neovim with the real server: what an editor makes of its answers."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

pytestmark = pytest.mark.skipif(shutil.which("nvim") is None, reason="no Neovim: make .venv/system")
DEADLINE = 300
"""Seconds for the whole session: a script that hangs is ended."""

JOURNEY = """\
cjm: 1
title: Такси 🚕 бизнес-класса
touchpoints:
  вызов: {title: Вызов 🚕, expectation: 8, experience: 8, next: {поездка: 1}}
  поездка:
    title:   Поездка
    expectation: 9
    experience: 5
    outcome: success
"""


@pytest.fixture(scope="module")
def session(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Any]:
    """What came of the session, by step."""
    folder = tmp_path_factory.mktemp("neovim")
    (folder / "cjm.yaml").write_text("cjm: 1\nlanguage: en\njourneys: [.]\n", encoding="utf-8")
    journey, results = folder / "taxi.yaml", folder / "results.json"
    journey.write_text(JOURNEY, encoding="utf-8")
    environment = {
        **os.environ,
        "CJM_COMMAND": json.dumps([sys.executable, "-m", "cjm", "lsp"]),
        "CJM_JOURNEY": str(journey),
        "CJM_RESULTS": str(results),
        "XDG_STATE_HOME": str(folder / "state"),
        "XDG_CACHE_HOME": str(folder / "cache"),
        "LC_ALL": "C.UTF-8",
    }
    script = str(Path(__file__).with_name("neovim.lua"))
    done = subprocess.run(
        ["nvim", "--headless", "-u", "NONE", "-n", "-S", script],
        env=environment,
        capture_output=True,
        timeout=DEADLINE,
    )
    assert results.is_file(), done.stderr.decode()
    found: dict[str, Any] = json.loads(results.read_text(encoding="utf-8"))
    assert "failure" not in found, found["failure"]
    return found


def test_findings_are_those_of_check(session):
    """By their codes: the gap at the moment of truth, and that nobody owns it."""
    assert session["server"]
    assert {"CJM102", "CJM401"} <= set(session["findings"])


def test_hover_shows_the_figures(session):
    """Of the touchpoint that a transition names, behind Cyrillic and emoji on its line."""
    shown = session["hover"]["value"].replace("\u00a0", " ")
    assert "Поездка" in shown
    assert "O 9" in shown
    assert "−4" in shown


def test_touchpoints_are_offered_for_next(session):
    """But for the one that the line is of."""
    assert any("поездка" in label for label in session["completion"])
    assert "вызов" not in session["completion"]


def test_a_reference_leads_to_what_is_declared(session):
    """On its line, and all of its places are found."""
    assert session["definition"] == JOURNEY.splitlines().index("  поездка:")
    assert session["references"] == JOURNEY.count("поездка:")


def test_a_touchpoint_is_renamed_wherever_it_is_named(session):
    """And nothing else changes."""
    assert session["renamed"].rstrip("\n") == JOURNEY.replace("поездка:", "дорога:").rstrip("\n")


def test_a_code_action_changes_the_text(session):
    """The finding at the experience has some; the first is done."""
    assert any("90 days" in title for title in session["actions"])
    assert session["acted"].startswith(session["renamed"].rstrip("\n"))
    assert "lifts: {дорога: 4}" in session["acted"]


def test_the_text_is_formatted(session):
    """As cjm fmt does it."""
    assert "    title: Поездка\n" in session["formatted"]


def test_symbols_are_touchpoints_with_their_gap(session):
    """By their titles or ids."""
    assert any("−4" in detail for detail in session["symbols"].values())


def test_the_map_follows_the_text(session):
    """With the touchpoints' places, now and after a change."""
    assert session["picture"].startswith("<svg")
    assert session["touchpoints"] == ["вызов", "дорога"]
    assert session["changed"]
