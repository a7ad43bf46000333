"""`cjm measure` on the command line."""

from __future__ import annotations

import csv
import io
import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

import cjm
from cjm.cli import main

CINEMA = Path(__file__).parents[2] / "docs/examples/cinema"


@pytest.fixture
def cinema(desk):
    """The survey that is made up, with its journey in two languages."""
    for name in ("cjm.yaml", "cinema.yaml", "cinema.ru.yaml", "data.yaml", "answers.csv"):
        desk.write(name, (CINEMA / name).read_bytes())
    return desk


@pytest.fixture
def run(capfd):
    """A command: its exit code, and what it says on both streams."""

    def run(*arguments):
        with pytest.raises(SystemExit) as ended:
            main(list(arguments))
        said = capfd.readouterr()
        return ended.value.code or 0, said.out, said.err

    return run


def test_the_page_says_where_it_was_written(cinema, run):
    """And then that the file says the same."""
    code, page, said = run("measure")
    assert (code, said) == (0, "")
    assert "written to cinema.measured.yaml" in page
    assert (cinema.folder / "cinema.measured.yaml").exists()
    code, page, _ = run("measure", "cinema.ru.yaml", "--language", "ru")
    assert "в cinema.measured.yaml сказано то же самое" in page


def test_json_and_csv_are_those_of_the_library(cinema, run):
    """On standard output, or in a file."""
    found = cjm.measure(write=False)
    assert json.loads(run("measure", "--format", "json")[1]) == json.loads(
        json.dumps(found.to_dict())
    )
    run("measure", "--format", "csv", "-o", "figures.csv")
    text = (cinema.folder / "figures.csv").read_text(encoding="utf-8")
    assert list(csv.DictReader(io.StringIO(text))) == list(
        csv.DictReader(io.StringIO(found.to_csv()))
    )


def test_what_cannot_be_trusted_ends_with_2_after_the_account(cinema, run):
    """And nothing is written."""
    code, page, said = run("measure", "--tolerate", "0.001")
    assert (code, page) == (2, "")
    assert said.index("score off the scale") < said.index("error:")
    assert not (cinema.folder / "cinema.measured.yaml").exists()


def test_a_wrong_scale_is_told_by_its_values(cinema, run):
    """Every answer is off it."""
    data = (CINEMA / "data.yaml").read_text(encoding="utf-8")
    cinema.write("data.yaml", data.replace("[1, 5]", "[10, 50]"))
    code, _, said = run("measure")
    assert code == 2
    assert "score off the scale" in said


def test_a_faulty_journey_is_told_at_its_line(cinema, run):
    """As every command does."""
    cinema.write("cinema.yaml", "cjm: 1\ntouchpoints: {a: {expectation: 99}}\n")
    code, _, said = run("measure")
    assert code == 2
    assert "cinema.yaml:2:" in said


def test_where_nothing_counts_a_note_says_so(cinema, run):
    """Programs that read JSON are told too, on the other stream."""
    cinema.write("answers.csv", "guest,came_as,answered_at,where,question,answer\n")
    code, out, said = run("measure", "--format", "json")
    assert code == 0
    assert json.loads(out)["scores"] == {}
    assert "note: Cinema: no answer counts" in said or "note: cinema: no answer counts" in said
    assert not (cinema.folder / "cinema.measured.yaml").exists()


def test_a_file_without_data_yaml_is_read_by_its_columns(cinema, run):
    """Named on the line; words that are no touchpoints are left out."""
    (cinema.folder / "data.yaml").unlink()
    text = "guest,point,mark\n" + "".join(f"g{n},snacks,{1 + n % 5}\n" for n in range(20))
    cinema.write("plain.csv", text)
    columns = ["--customer", "guest", "--touchpoint", "point", "--score", "mark"]
    code, page, said = run(
        "measure", "cinema.yaml", "--source", "plain.csv", *columns, "--scale", "1-5"
    )
    assert (code, said) == (0, "")
    assert "plain: 20 rows read, 20 used" in page


@pytest.mark.skipif(os.name == "nt", reason="signals are another thing there")
def test_ctrl_c_leaves_the_old_overlay_whole(cinema, run):
    """In the midst of the work, as a user does it."""
    run("measure")
    before = (cinema.folder / "cinema.measured.yaml").read_bytes()
    with (cinema.folder / "answers.csv").open("a", encoding="utf-8") as stream:
        for n in range(400_000):
            stream.write(f"x{n},alone,2026-07-02 18:32,Film,got,{1 + n % 5}\n")
    command = [sys.executable, "-m", "cjm", "measure"]
    process = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
    time.sleep(1)
    process.send_signal(signal.SIGINT)
    _, said = process.communicate(timeout=120)
    assert process.returncode == 2
    assert "stopped: nothing was left half-written" in said
    assert (cinema.folder / "cinema.measured.yaml").read_bytes() == before
    assert sorted(path.name for path in cinema.folder.glob(".cjm*")) == []
