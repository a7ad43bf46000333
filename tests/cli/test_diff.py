"""`cjm diff` as it is typed: formats, exit codes, what is told where."""

from __future__ import annotations

import json

import pytest

import cjm.cli


def main(arguments):
    """The exit code of a command line."""
    with pytest.raises(SystemExit) as caught:
        cjm.cli.main(arguments)
    return caught.value.code


WELL = "cjm: 1\nid: taxi\ntouchpoints: {ride: {title: Ride, expectation: 8, experience: 8}}\n"


@pytest.fixture
def sides(desk):
    """Three states of a journey: as it was, worse, and better; one that is none."""
    desk.write("a.yaml", WELL)
    desk.write("worse.yaml", WELL.replace("experience: 8", "experience: 6"))
    desk.write("better.yaml", WELL.replace("experience: 8", "experience: 9"))
    desk.write("bad.yaml", "cjm: 1\ntouchpoints: {ride: {expectation: 11}}\n")
    return desk


@pytest.mark.parametrize(
    ("arguments", "code"),
    [
        (["a.yaml", "worse.yaml"], 0),
        (["a.yaml", "worse.yaml", "--exit-code"], 1),
        (["a.yaml", "better.yaml", "--exit-code"], 0),
        (["a.yaml", "a.yaml", "--exit-code"], 0),
        (["a.yaml", "bad.yaml", "--exit-code"], 2),
        (["a.yaml", "nosuch.yaml"], 2),
        (["a.yaml", "worse.yaml", "--persona", "nobody"], 2),
        (["a.yaml", "worse.yaml", "--renamed", "ride"], 2),
        (["a.yaml", "worse.yaml", "--renamed", "x=y"], 2),
        (["a.yaml", "worse.yaml", "--format", "xml"], 2),
        (["a.yaml", "worse.yaml", "better.yaml"], 2),
        (["a.yaml", "worse.yaml", "--theme", "dark"], 2),
        (["a.yaml", "a.yaml", "--format", "svg"], 2),
        ([], 2),
    ],
)
def test_the_exit_code_says_what_came_of_it(sides, arguments, code):
    """0, or 1 where something is worse and that was asked, or 2."""
    assert main(["diff", *arguments]) == code


def test_a_side_that_does_not_load_is_told_with_its_place(sides, capsys):
    """Every finding, on standard error; nothing on standard output."""
    assert main(["diff", "a.yaml", "bad.yaml"]) == 2
    out, err = capsys.readouterr()
    assert out == ""
    assert err.startswith("error: bad.yaml:2:35: the score 11 is outside the scale 0 to 10")


def test_each_format_is_written_where_it_is_asked(sides, capsysbinary):
    """To standard output or to a file, in the language asked for."""
    assert main(["diff", "a.yaml", "worse.yaml", "--format", "json"]) == 0
    assert json.loads(capsysbinary.readouterr().out)["worse"] == 1
    assert main(["diff", "a.yaml", "worse.yaml", "--format", "markdown", "-o", "x.md"]) == 0
    assert (sides.folder / "x.md").read_text().startswith("<!-- cjm diff -->\n### Journeys: 1 gap")
    assert main(["diff", "a.yaml", "worse.yaml", "--language", "ru", "-o", "x.txt"]) == 0
    assert "Стало хуже" in (sides.folder / "x.txt").read_text(encoding="utf-8")
    assert main(["diff", "a.yaml", "worse.yaml", "-o", "worse.yaml"]) == 2
    assert "experience: 6" in (sides.folder / "worse.yaml").read_text()


def test_in_a_folder_the_rest_is_compared(sides, capsys):
    """A file with errors is told, and the exit code is 2 all the same."""
    for folder in ("x", "y"):
        sides.write(f"{folder}/bad.yaml", "cjm: 1\ntouchpoints: {a: {expectation: 11}}\n")
    sides.write("x/taxi.yaml", WELL)
    sides.write("y/taxi.yaml", WELL.replace("experience: 8", "experience: 6"))
    assert main(["diff", "x", "y", "--exit-code"]) == 2
    out, err = capsys.readouterr()
    assert "▼ Ride" in out
    assert err.count("the score 11 is outside") == 2
    sides.write("z/bad.yaml", "cjm: 1\ntouchpoints: {a: {expectation: 12}}\n")
    assert main(["diff", "z", "z"]) == 2
    assert capsys.readouterr().out == ""  # that nothing differs is not known
