"""`cjm render`: where maps go, and what is refused. What they look like is tested elsewhere."""

from __future__ import annotations

import pytest
from click.testing import CliRunner

from cjm.cli import main
from cjm.cli.group import cli

SMALL = "cjm: 1\ntouchpoints: {a: {expectation: 8, experience: 8, next: b}, b: }\n"
PNG = b"\x89PNG\r\n\x1a\n"


@pytest.fixture
def render(desk, capfdbinary):
    """Runs `cjm render`; gives the exit code and the bytes printed."""

    def invoke(*arguments):
        capfdbinary.readouterr()
        with pytest.raises(SystemExit) as left:
            main(["render", *arguments])
        out, err = capfdbinary.readouterr()
        return left.value.code, out, err.decode()

    return invoke


def maps(desk, folder="."):
    """The pictures below a folder."""
    found = (p.relative_to(desk.folder / folder) for p in (desk.folder / folder).rglob("*"))
    return sorted(str(p) for p in found if p.suffix in (".svg", ".png"))


def test_maps_go_to_build_and_are_named(desk, render):
    """Without -o a map goes to the folder build, named after its file."""
    desk.write("one.yaml", SMALL)
    assert render("one.yaml") == (0, b"build/one.svg\n", "")
    assert (desk.folder / "build/one.svg").read_bytes().lstrip().startswith(b"<")


def test_a_folder_keeps_the_folders_below_it(desk, render):
    """Two journeys of one name in two folders do not overwrite each other."""
    desk.write("j/x/one.yaml", SMALL)
    desk.write("j/y/one.yml", SMALL)
    assert render("j", "-o", "out")[0] == 0
    assert maps(desk, "out") == ["x/one.svg", "y/one.svg"]


def test_the_ending_of_a_file_decides_the_format(desk, render):
    """-o map.png is a PNG; --format decides for a folder."""
    desk.write("one.yaml", SMALL)
    assert render("one.yaml", "-o", "map.png", "--scale", "0.5")[0] == 0
    assert (desk.folder / "map.png").read_bytes().startswith(PNG)
    assert render("one.yaml", "-o", "out", "--format", "png", "--scale", "0.5")[0] == 0
    assert maps(desk, "out") == ["one.png"]


BEGINNINGS = {
    "svg": b"<svg",
    "png": PNG,
    "pdf": b"%PDF-",
    "dot": b"digraph",
    "gv": b"digraph",
    "mmd": b"---\ntitle:",
    "mermaid": b"---\ntitle:",
}


@pytest.mark.parametrize("ending", [*BEGINNINGS, "PDF"])
def test_every_format_has_its_endings(desk, render, ending):
    """Small or large letters."""
    desk.write("one.yaml", SMALL)
    assert render("one.yaml", "-o", f"map.{ending}") == (0, f"map.{ending}\n".encode(), "")
    assert (desk.folder / f"map.{ending}").read_bytes().startswith(BEGINNINGS[ending.lower()])


@pytest.mark.parametrize(
    ("form", "ending"),
    [("svg", "svg"), ("png", "png"), ("pdf", "pdf"), ("dot", "dot"), ("mermaid", "mmd")],
)
def test_a_format_names_the_files_of_a_folder_and_goes_to_standard_output(
    desk, render, form, ending
):
    """Each with its usual ending; the same bytes both ways."""
    desk.write("one.yaml", SMALL)
    assert render("one.yaml", "-o", "out", "--format", form)[0] == 0
    assert [p.name for p in (desk.folder / "out").iterdir()] == [f"one.{ending}"]
    code, out, err = render("one.yaml", "-o", "-", "--format", form)
    assert (code, err) == (0, "")
    assert out == (desk.folder / f"out/one.{ending}").read_bytes()


def test_an_ending_and_a_format_that_disagree_are_refused(desk, render):
    """With both ways out, before anything is drawn; two endings of one format agree."""
    desk.write("one.yaml", SMALL)
    assert render("one.yaml", "-o", "map.png", "--format", "pdf") == (
        2,
        b"",
        "error: map.png ends like png, but --format says pdf\n"
        "help: leave --format out, or name it map.pdf\n",
    )
    assert render("one.yaml", "-o", "map.gv", "--format", "dot")[0] == 0


def test_a_format_that_is_not_drawn_is_no_folder(desk, render):
    """A JPEG is refused with what there is; a folder's name may hold a dot."""
    desk.write("one.yaml", SMALL)
    code, out, err = render("one.yaml", "-o", "map.jpg")
    assert (code, out) == (2, b"")
    assert err.startswith(
        "error: no map can be drawn as map.jpg\nhelp: endings: .svg, .html, .png, .pdf"
    )
    assert not (desk.folder / "map.jpg").exists()
    assert render("one.yaml", "-o", "maps.old")[0] == 0
    assert maps(desk, "maps.old") == ["one.svg"]


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["--scale", "3"], "--scale belongs to png, not to svg"),
        (["-o", "map.pdf", "--scale", "3"], "--scale belongs to png, not to pdf"),
        (["--paper", "a4"], "--paper belongs to pdf, not to svg"),
        (["-o", "map.dot", "--view", "map"], "dot has no view 'map'"),
    ],
)
def test_an_option_of_another_format_is_refused(desk, render, arguments, said):
    """It would be ignored, and nobody would notice."""
    desk.write("one.yaml", SMALL)
    code, out, err = render("one.yaml", *arguments)
    assert (code, out) == (2, b"")
    assert said in err
    assert "\nhelp: " in err


def test_a_single_map_goes_to_standard_output(desk, render):
    """-o - writes the picture's bytes and nothing else."""
    desk.write("one.yaml", SMALL)
    code, out, err = render("one.yaml", "-o", "-")
    assert (code, err) == (0, "")
    assert out.lstrip().startswith(b"<")
    assert b"<svg" in out
    assert maps(desk) == []


@pytest.mark.parametrize("target", ["all.svg", "-"])
def test_two_journeys_do_not_fit_into_one_file(desk, render, target):
    """It is refused before anything is drawn."""
    desk.write("j/one.yaml", SMALL)
    desk.write("j/two.yaml", SMALL)
    code, out, err = render("j", "-o", target)
    assert (code, out) == (2, b"")
    assert err == "error: 2 maps do not fit into one file\nhelp: name a folder\n"
    assert maps(desk) == []


def test_two_journeys_of_one_name_are_refused(desk, render):
    """Neither map is drawn over the other."""
    desk.write("x/one.yaml", SMALL)
    desk.write("y/one.yaml", SMALL)
    code, _, err = render("x", "y")
    assert code == 2
    assert "two journeys would be drawn to build/one.svg" in err
    assert maps(desk) == []


def test_an_unknown_persona_is_2_and_names_those_there_are(desk, render):
    """The journey that has no such persona is told, with its personas."""
    desk.write("one.yaml", SMALL + "personas: [anna]\n")
    code, out, err = render("one.yaml", "--persona", "ann")
    assert (code, out) == (2, b"")
    assert err == "error: one.yaml: one has no persona 'ann'\nhelp: its personas: anna\n"


def test_a_broken_journey_is_told_and_the_others_are_drawn(desk, render):
    """Exit code 2, with the finding's place; good journeys beside it are not held up."""
    desk.write("j/bad.yaml", "cjm: 1\ntouchpoints: {a: {nxet: b}}\n")
    desk.write("j/good.yaml", SMALL)
    code, out, err = render("j", "-o", "out")
    assert (code, out) == (2, b"out/good.svg\n")
    assert err.startswith("error: j/bad.yaml:2:19: unknown key 'nxet'\nhelp: did you mean 'next'?")


def test_a_path_that_is_not_there_is_2(desk, render):
    """A sentence, not a traceback."""
    assert render("nosuch.yaml") == (
        2,
        b"",
        "error: nosuch.yaml: there is no such file or folder\n",
    )


@pytest.mark.parametrize(
    "option",
    [
        ["--view", "table"],
        ["--format", "gif"],
        ["--theme", "pink"],
        ["--engine", "neato"],
        ["--language", "fr"],
        ["--scale", "0"],
        ["--scale", "x"],
        ["--paper", "a5"],
    ],
)
def test_a_bad_option_is_refused_by_name(desk, option):
    """Each option has its values; others are usage errors."""
    desk.write("one.yaml", SMALL)
    result = CliRunner().invoke(cli, ["render", "one.yaml", *option])
    assert result.exit_code == 2
    assert option[0] in result.stderr
    assert maps(desk) == []


def test_a_workspace_that_is_not_there_is_told_in_a_sentence(desk, capsys):
    """As `cjm check` does: the file and the system's reason."""
    desk.write("one.yaml", SMALL)
    with pytest.raises(SystemExit) as left:
        main(["--workspace", "nosuch.yaml", "render", "one.yaml"])
    assert left.value.code == 2
    told = "error: nosuch.yaml: no such file or directory\n"
    assert capsys.readouterr().err.startswith(told)


def test_a_message_about_a_journey_cannot_steer_the_terminal(desk, capsys):
    """An escape sequence in a tag's name is not handed on by what is told on standard error."""
    desk.write("one.yaml", "cjm: 1\ntitle: !<x:%1B]0;owned%07> a\ntouchpoints: {a: }\n")
    with pytest.raises(SystemExit) as left:
        main(["render", "one.yaml"])
    assert left.value.code == 2
    err = capsys.readouterr().err
    assert "is not allowed" in err
    assert "\x1b" not in err


TWO = """cjm: 1
id: j
personas: [anna, boris]
touchpoints:
  a: {expectation: 8, experience: 8, pains: [too slow], next: b}
  b: {by_persona: {anna: {expectation: 5, experience: 9}, boris: {expectation: 5, experience: 2}}}
"""


def test_rows_and_personas_of_a_map_are_listed_or_repeated(desk, render):
    """Either way the map is the same."""
    desk.write("one.yaml", TWO)
    listed = render("one.yaml", "--view", "map", "-o", "-", "--lanes", "curve,pains",
                    "--persona", "anna,boris")  # fmt: skip
    repeated = render("one.yaml", "--view", "map", "-o", "-", "--lanes", "curve", "--lanes",
                      "pains", "--persona", "anna", "--persona", "boris")  # fmt: skip
    assert listed == repeated
    code, svg, said = listed
    assert (code, said) == (0, "")
    assert b'data-view="map"' in svg
    assert svg.count(b'class="curve"') == 2
    assert b"too slow" in svg
    assert b"Reached by" not in svg


def test_a_wrong_row_is_told_with_the_nearest(desk, render):
    """And nothing is written."""
    desk.write("one.yaml", TWO)
    code, out, said = render("one.yaml", "--view", "map", "--lanes", "curv")
    assert (code, out) == (2, b"")
    assert "there is no lane 'curv'" in said
    assert "did you mean 'curve'?" in said
    assert maps(desk) == []


def test_rows_without_a_map_are_refused(desk, render):
    """A graph has none; an option is never ignored."""
    desk.write("one.yaml", TWO)
    code, _, said = render("one.yaml", "--lanes", "curve")
    assert code == 2
    assert "only the view map" in said


def test_two_states_are_compared(desk, render):
    """The other file is named; it must be the pair's other half, and a journey."""
    desk.write("as-is.yaml", TWO)
    desk.write("to-be.yaml", TWO.replace("id: j", "id: j\nstate: to-be"))
    desk.write("broken.yaml", "cjm: 1\ntouchpoints: {a: {next: nowhere}}\n")
    arguments = ("as-is.yaml", "--view", "map", "-o", "-", "--compare")
    code, svg, said = render(*arguments, "to-be.yaml")
    assert (code, said) == (0, "")
    assert b'data-state="to-be"' in svg
    for other, told in (
        ("as-is.yaml", "no pair"),
        ("nowhere.yaml", "nowhere.yaml: no such file"),
        ("broken.yaml", "nowhere"),
    ):
        code, out, said = render(*arguments, other)
        assert (code, out) == (2, b"")
        assert told in said
