"""What was written is on the page: nothing that the format lets an author say is lost."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path

import pytest
from click.testing import CliRunner
from format_table import records
from show_samples import WORKED

import cjm
from cjm.cli.group import cli
from cjm.format import JOURNEY
from cjm.terminal.labels import RUSSIAN

FILE = Path(__file__).parents[1] / "journeys" / "silent" / "everything.yaml"


@cache
def page(persona: str | None = None, language: str = "ru", width: int = 140) -> str:
    """A page as one line."""
    text = cjm.show(cjm.load(FILE), persona, language=language, width=width)
    return " ".join(text.replace("\u00a0", " ").split())


def test_numbers_are_on_the_page_as_people_read_them():
    """Evidence, weights, worth and what an improvement costs."""
    shown = page()
    for figure in ("12 000", "15 000", "412", "1,3", "1,75", "52 %", "×2", "120", "0,71"):
        assert figure in shown
    for figure in ("Поездка +3", "цена: 120", "30 % → 15 %", "длится: 40 мин", "ждать 15 мин"):
        assert figure in shown


def test_metrics_stand_against_their_targets():
    """Met, missed, or not measured yet."""
    shown = page(language="en")
    assert "nps 42, target ≥ 50: missed" in shown
    assert "Вовремя, target ≥ 95%: not measured yet" in shown
    assert "Жалоб на разговоры 30% → 15%, target ≤ 10%: missed; measured 2026-11-01" in shown


@pytest.mark.parametrize(
    ("language", "headings"),
    [
        ("ru", ["Персоны", "Каналы", "Этапы", "Точки контакта", "Улучшения", "Исключения"]),
        ("en", ["Personas", "Channels", "Stages", "Touchpoints", "Improvements", "Waivers"]),
    ],
)
def test_each_kind_of_thing_has_a_heading(language, headings):
    """Names of personas, channels, stages and touchpoints are not one list."""
    lines = cjm.show(cjm.load(FILE), language=language).splitlines()
    assert [line.strip("─ ") for line in lines if line.startswith("  ── ")] == headings


def test_a_kind_of_which_nothing_is_written_has_no_heading():
    """A heading never stands above nothing."""
    assert re.findall("  ── (.+) ──", cjm.show(WORKED)) == ["Touchpoints"]


def test_a_persona_has_its_own_texts_in_place_of_everybodys():
    """On its own page; the others' are not there."""
    shown = page("anna")
    assert "действия: пишет отчёт" in shown
    assert "садится" not in shown
    assert "пишет отчёт" not in page("boris")
    assert "садится" in page("boris")


def test_what_is_private_stays_so():
    """A key of the author's own without a title makes no row."""
    assert "camera" not in page()


def test_where_nothing_else_is_written_there_is_no_such_part():
    """A journey of scores and ways alone has the page it had."""
    assert "What is written" not in cjm.show(cjm.Journey("x", {"a": {"expectation": 5}}))
    assert "owner: support" in cjm.show(WORKED)


@pytest.mark.parametrize("width", [40, 60, 140])
def test_no_line_is_wider_than_the_page(width):
    """Long texts are broken."""
    text = cjm.show(cjm.load(FILE), width=width)
    assert max(map(len, text.splitlines())) <= width


def test_every_field_has_a_russian_label():
    """Whatever the table of fields has, its keys are called in Russian."""
    fields = {key for record in records(JOURNEY) for key in record.fields}
    shown_elsewhere = {"cjm", "id", "state", "language", "name", "channels", "lanes", "stage"}
    assert fields - set(RUSSIAN) - shown_elsewhere == set()


def test_a_workspace_s_philosophy_is_on_the_page_of_its_journeys(tmp_path):
    """Of a file, not of a journey that stands alone; twin and command alike."""
    (tmp_path / "cjm.yaml").write_text("cjm: 1\nphilosophy: {promise: On time, never: Silence}\n")
    file = tmp_path / "j.yaml"
    file.write_text("cjm: 1\ntouchpoints: {a: {expectation: 5, experience: 5}}\n")
    told = r"Service philosophy ─*\n  we\spromise:\sOn time\n  never:\sSilence\n"
    assert re.search(told, cjm.show(file))
    assert "philosophy" not in cjm.show(cjm.load(file))
    shown = CliRunner().invoke(cli, ["show", "--language", "en", str(file)], catch_exceptions=False)
    assert re.search(told, shown.output)
