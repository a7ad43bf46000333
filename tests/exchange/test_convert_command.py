"""`cjm convert`: which forms, where to, what is told, and how it ends."""

from __future__ import annotations

import io
import json
import os
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

import cjm
from cjm.cli import main

TAXI = """\
cjm: 1
title: Taxi  # a comment
personas: {anna: Anna}
touchpoints:
  book: {title: Book, expectation: 8, experience: 8, owner: web, next: ride}
  ride: {title: Ride, expectation: 9, experience: 5}
"""
FLOW = "flowchart LR\n  a[Book] --> b[Ride]\n"


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with a journey and a diagram, the current one."""
    (tmp_path / ".git").mkdir()
    (tmp_path / "taxi.yaml").write_text(TAXI, encoding="utf-8")
    (tmp_path / "flow.mmd").write_text(FLOW, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    return tmp_path


Run = Callable[..., tuple[int, str, str]]


@pytest.fixture
def run(folder: Path, capfdbinary: pytest.CaptureFixture[bytes]) -> Run:
    """Runs `cjm convert`; its exit code, standard output and standard error."""

    def called(*arguments: str) -> tuple[int, str, str]:
        with pytest.raises(SystemExit) as ended:
            main(["convert", *arguments])
        out, err = capfdbinary.readouterr()
        return int(ended.value.code or 0), out.decode(), err.decode()

    return called


def test_the_ending_names_the_form_and_what_is_lost_is_told(run: Run, folder: Path) -> None:
    """By its line; the count follows."""
    code, out, err = run("taxi.yaml", "new/taxi.json")
    assert (code, out) == (0, "")
    assert err == "2: the comment «a comment»: only YAML has comments\n1 part was left out\n"
    assert json.loads((folder / "new/taxi.json").read_text("utf-8"))["title"] == "Taxi"
    code, out, err = run("taxi.yaml", "taxi.mmd")
    assert code == 0
    assert err.splitlines() == [
        "2: the comment «a comment»: only YAML has comments",
        "3: personas: a flowchart has no place for it",
        "5: owner of book: a flowchart has no place for it",
        "3 parts were left out",
    ]
    assert (folder / "taxi.mmd").read_bytes() == cjm.render("taxi.yaml", format="mermaid")


def test_a_user_journey_is_asked_for_by_name(run: Run) -> None:
    """`.mmd` alone is the flowchart; what it has no place for is told."""
    code, out, err = run("taxi.yaml", "-", "--to", "mermaid-journey")
    assert code == 0
    assert out.encode() == cjm.render("taxi.yaml", format="mermaid", view="map")
    assert "5: expectation of book: a user journey has no place for it" in err
    assert "next of book" not in err
    assert "note: experience is brought to whole numbers from 1 to 5" in err


def test_a_file_that_is_there_is_replaced_by_force_alone(run: Run, folder: Path) -> None:
    """Exit 2, the file as it was."""
    code, _, err = run("flow.mmd", "taxi.yaml")
    assert code == 2
    assert err == "error: taxi.yaml is there already\nhelp: replace it: --force\n"
    assert (folder / "taxi.yaml").read_text("utf-8") == TAXI
    assert run("flow.mmd", "taxi.yaml", "--force")[0] == 0
    assert "title: Ride" in (folder / "taxi.yaml").read_text("utf-8")


def test_strict_writes_nothing_where_a_part_would_be_lost(run: Run, folder: Path) -> None:
    """Exit 1; without losses it writes."""
    code, _, err = run("taxi.yaml", "taxi.json", "--strict")
    assert code == 1
    assert err.endswith("1 part was left out\nerror: nothing was written: --strict\n")
    assert not (folder / "taxi.json").exists()
    assert run("flow.mmd", "flow.yaml", "--strict")[0] == 0


def test_faults_are_told_and_nothing_is_written(run: Run, folder: Path) -> None:
    """Exit 1, with line and column; a journey with faults is written by force."""
    (folder / "bad.mmd").write_text("flowchart LR\na --> end\n")
    code, out, err = run("bad.mmd", "-")
    assert (code, out) == (1, "")
    assert err.startswith("error: bad.mmd:2:7: end is a word of Mermaid's, no name\n")
    (folder / "much.mmd").write_text("flowchart LR\na -->|0.9| b\na -->|0.9| c\n")
    code, out, err = run("much.mmd", "much.yaml")
    assert code == 1
    assert "error: much.mmd:2:1: the probabilities sum to 1.8, more than 1" in err
    assert not (folder / "much.yaml").exists()
    code, out, err = run("much.mmd", "much.yaml", "--force")
    assert (code, "sum to 1.8" in err) == (0, True)
    assert "b: 0.9" in (folder / "much.yaml").read_text("utf-8")
    (folder / "broken.yaml").write_text("cjm: 1\ntouchpoints: {a: {nxt: b}}\n")
    code, _, err = run("broken.yaml", "-", "--to", "json")
    assert (code, err.startswith("error: broken.yaml:2:19: ")) == (1, True)


def test_standard_input_and_output(run: Run, monkeypatch: pytest.MonkeyPatch, folder: Path) -> None:
    """One side is YAML: so the form of the other is enough; the id is `journey`."""
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(FLOW.encode())))
    code, out, _ = run("-", "-", "--from", "mermaid")
    assert (code, out.splitlines()[:2]) == (0, ["cjm: 1", "id: journey"])
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(TAXI.encode())))
    code, out, _ = run("-", "-", "--to", "json")
    assert (code, json.loads(out)["title"]) == (0, "Taxi")
    assert run("-", "-")[0] == 2


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (("taxi.yaml", "x.docx"), "error: what form has x.docx?"),
        (("taxi.yaml", "x.yaml"), "error: one side of a conversion is a journey in YAML"),
        (("flow.mmd", "x.json"), "error: one side of a conversion is a journey in YAML"),
        (("taxi.yaml", "x.md"), "error: markdown is only read, not written"),
        (("none.mmd", "x.yaml"), "error: none.mmd: no such file or directory"),
        (("taxi.yaml", "x.json", "--from", "yml"), "Usage:"),
        (("flow.mmd", "x.yaml", "--encoding", "cp1999"), "error: there is no encoding 'cp1999'"),
        (("flow.mmd", ".", "--to", "yaml"), "error: . is a folder"),
        (("flow.mmd", "flow.mmd", "--to", "yaml", "--force"), "error: flow.mmd is read here"),
    ],
)
def test_what_does_not_go_together_ends_with_2(
    run: Run, folder: Path, arguments: tuple[str, ...], told: str
) -> None:
    """And writes nothing."""
    before = sorted(os.listdir(folder))
    code, out, err = run(*arguments)
    assert (code, out) == (2, "")
    assert err.startswith(told), err
    assert sorted(os.listdir(folder)) == before


def test_what_lays_yaml_out_anew_is_named_where_both_sides_are_yaml(run: Run, folder: Path) -> None:
    """Two other forms are told to go by way of YAML."""
    assert "cjm fmt lays a journey out anew" in run("taxi.yaml", "x.yaml")[2]
    assert "convert to yaml first" in run("flow.mmd", "x.json")[2]


def test_id_title_and_language_go_into_the_journey(run: Run, folder: Path) -> None:
    """Else the id is the name of the file that is written."""
    code, out, _ = run("flow.mmd", "-", "--id", "cab", "--title", "Кэб", "--language", "ru")
    assert code == 0
    assert out.startswith("cjm: 1\nid: cab\ntitle: Кэб\nlanguage: ru\n")
    assert run("flow.mmd", "ride.yaml")[0] == 0
    assert cjm.load(folder / "ride.yaml").id == "ride"
    code, out, _ = run("taxi.yaml", "-", "--to", "json", "--id", "cab", "--title", "Cab")
    assert [json.loads(out)[key] for key in ("id", "title")] == ["cab", "Cab"]


def test_the_workspace_of_the_output_says_what_it_says(run: Run, folder: Path) -> None:
    """What is the same there is left out."""
    (folder / "cjm.yaml").write_text("cjm: 1\nscale: [1, 5]\nlanguage: en\n")
    (folder / "day.mmd").write_text("journey\nx: 5\n")
    code, _, err = run("day.mmd", "day.yaml")
    assert (code, err) == (0, "")
    text = (folder / "day.yaml").read_text("utf-8")
    assert text == "cjm: 1\nid: day\ntouchpoints:\n  x: {experience: 5}\n"


def test_what_was_measured_is_drawn_but_not_written(run: Run, folder: Path) -> None:
    """A diagram has the values that count; JSON those of the file, and a note."""
    (folder / "taxi.measured.yaml").write_text(
        "cjm-measured: 1\njourney: taxi\nstate: as-is\nscale: [0, 10]\nscores:\n"
        "  ride: {experience: {score: 7, n: 50, measured: 2026-10-01}}\n"
    )
    code, out, err = run("taxi.yaml", "-", "--to", "json")
    assert code == 0, err
    assert json.loads(out)["touchpoints"]["ride"]["experience"] == {"score": 5}
    assert "note: what was measured stays in taxi.measured.yaml" in err
    code, out, err = run("taxi.yaml", "-", "--to", "mermaid")
    assert "O 9 · B 7" in out.replace("\u00a0", " ")


def test_it_speaks_russian(run: Run) -> None:
    """Losses, faults and what was written."""
    _, _, err = run("taxi.yaml", "x.json", "--strict", "--language", "ru")
    assert err == (
        "2: комментарий «a comment»: комментарии есть только в YAML\n"
        "пропущена 1 часть\nошибка: ничего не записано: --strict\n"
    )
