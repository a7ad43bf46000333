"""`cjm fmt`: which files it takes, what it says, and what it leaves alone."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner
from repositories import git

from cjm.authoring.formatting import files as formatting
from cjm.authoring.formatting.text import WouldChange
from cjm.cli.group import cli
from cjm.errors import CjmError, UsageError

LOOSE = "cjm:  1\r\ntouchpoints:\r\n    a:   {expectation: 8 }\r\n"
NEAT = "cjm: 1\ntouchpoints:\n  a: {expectation: 8}\n"


@pytest.fixture
def folder(tmp_path, monkeypatch):
    """A workspace in which each file of ours is laid out loosely, with other files among them."""
    texts = {
        "cjm.yaml": "cjm:  1\njourneys: [ journeys ]\n",
        "data.yaml": "cjm-data:  1\nsources: { }\n",
        "topics.yml": "cjm-topics:  1\ntopics: {a:   [b]}\n",
        "mkdocs.yaml": "site_name:  x\n",
        "journeys/taxi.yaml": LOOSE,
        "journeys/neat.yml": NEAT,
        "journeys/taxi.measured.yaml": "cjm-measured:   1\n",
        "journeys/other.yaml": "a:   1\n",
        "journeys/.hidden/x.yaml": LOOSE,
    }
    for name, text in texts.items():
        file = tmp_path / name
        file.parent.mkdir(exist_ok=True, parents=True)
        file.write_bytes(text.encode())
    monkeypatch.chdir(tmp_path)
    return tmp_path


def run(*arguments, stdin=None):
    """Exit code, output and notes of a call."""
    result = CliRunner().invoke(cli, ["fmt", *arguments], standalone_mode=False, input=stdin)
    if result.exception and not isinstance(result.exception, SystemExit):
        raise result.exception
    return result.return_value, result.stdout_bytes.decode(), result.stderr


OURS = ["cjm.yaml", "data.yaml", "journeys/taxi.yaml", "topics.yml"]


def test_without_paths_all_files_of_the_workspace_are_formatted(folder):
    """Its journeys, and beside `cjm.yaml` itself definitions of data and of topics; no others."""
    before = {file: file.read_bytes() for file in folder.rglob("*") if file.is_file()}
    code, output, notes = run()
    assert (code, sorted(output.split())) == (0, OURS)
    assert notes == "note: 4 files formatted, 1 as they should be\n"
    changed = {
        f.relative_to(folder).as_posix() for f, was in before.items() if f.read_bytes() != was
    }
    assert sorted(changed) == OURS
    assert (folder / "journeys/taxi.yaml").read_bytes() == NEAT.encode()
    assert run() == (0, "", "note: 0 files formatted, 5 as they should be\n")


def test_check_names_what_would_change_and_writes_nothing(folder):
    """And exits with 1, until nothing would."""
    code, output, notes = run("--check", "journeys")
    assert (code, output) == (1, "journeys/taxi.yaml\n")
    assert notes == "note: 1 file would change, 1 would not\n"
    assert (folder / "journeys/taxi.yaml").read_bytes() == LOOSE.encode()
    run("journeys")
    assert run("--check", "journeys")[0] == 0


def test_diff_shows_a_patch_that_git_applies(folder):
    """And writes nothing; alone it exits with 0, with --check with 1."""
    git("init", "-q", folder=folder)
    code, output, _ = run("--diff")
    assert code == 0
    assert "-cjm:  1\r\n" in output
    assert "+cjm: 1\n" in output
    assert (folder / "journeys/taxi.yaml").read_bytes() == LOOSE.encode()
    subprocess.run(["git", "apply", "-p0", "-"], input=output.encode(), check=True, cwd=folder)
    assert run("--diff", "--check") == (0, "", "note: 0 files would change, 5 would not\n")


@pytest.mark.parametrize(
    ("arguments", "expected"),
    [((), (0, NEAT)), (("--check",), (1, "<stdin>\n"))],
)
def test_standard_input_goes_to_standard_output(arguments, expected, folder):
    """With nothing beside it; `--check` names it."""
    assert run("-", *arguments, stdin=LOOSE) == (*expected, "")
    assert run("-", stdin=NEAT) == (0, NEAT, "")
    assert run("-", "--diff", stdin=LOOSE)[1].startswith("--- <stdin>\n+++ <stdin>\n")


def test_standard_input_stands_alone(folder):
    """What would be written where is else not clear."""
    with pytest.raises(UsageError, match="formatted text goes to standard output"):
        run("-", "cjm.yaml", stdin=NEAT)


def test_what_is_not_yaml_is_named_and_left_alone(folder):
    """The others are formatted; the exit code is 1."""
    broken = folder / "journeys/broken.yaml"
    broken.write_text("cjm: 1\ntouchpoints: {a: [}\n", encoding="utf-8")
    code, output, notes = run("journeys")
    assert (code, output) == (1, "journeys/taxi.yaml\n")
    assert "error: journeys/broken.yaml:2:19: a value is missing" in notes
    assert broken.read_text(encoding="utf-8") == "cjm: 1\ntouchpoints: {a: [}\n"
    assert run("-", stdin="a: [")[:2] == (1, "")


def test_an_overlay_is_never_formatted(folder):
    """Named, it is told why and is no fault: a commit may hold one."""
    code, output, notes = run("journeys/taxi.measured.yaml")
    assert (code, output) == (0, "")
    assert "journeys/taxi.measured.yaml is written by cjm measure: not formatted" in notes


def test_where_nothing_is_of_cjm_that_is_said(folder):
    """It is no fault: a commit may hold none."""
    (folder / "docs").mkdir()
    assert run("docs") == (0, "", "note: there is no file of cjm here\n")
    assert run("") == (2, "", "error: an empty path: there is no such file or folder\n")


def test_a_named_file_is_formatted_whatever_it_holds(folder):
    """Whoever names it wants it."""
    assert run("mkdocs.yaml")[1] == "mkdocs.yaml\n"
    assert (folder / "mkdocs.yaml").read_text(encoding="utf-8") == "site_name: x\n"


def test_a_file_that_would_say_something_else_is_left_alone(folder, monkeypatch):
    """That is our fault, and is said so; the others are formatted."""

    def refuse(content):
        if content == LOOSE.encode():
            raise WouldChange
        return content.decode().replace(":  ", ": ")

    monkeypatch.setattr(formatting, "formatted", refuse)
    code, output, notes = run()
    assert (code, sorted(output.split())) == (2, ["cjm.yaml", "data.yaml", "topics.yml"])
    assert (
        "error: journeys/taxi.yaml: formatting would change what it says, a fault of cjm" in notes
    )
    assert (folder / "journeys/taxi.yaml").read_bytes() == LOOSE.encode()


def test_what_cannot_be_read_or_written_is_told_and_exits_with_2(folder):
    """A path that is not there, a file that may only be read."""
    code, _, notes = run("nowhere.yaml")
    assert code == 2
    assert "nowhere.yaml: there is no such file or folder" in notes
    file = folder / "journeys/taxi.yaml"
    file.chmod(0o444)
    code, output, notes = run("journeys")
    assert (code, output) == (2, "")
    assert "journeys/taxi.yaml may only be read and is left as it is" in notes
    assert file.read_bytes() == LOOSE.encode()


@pytest.mark.skipif(os.name == "nt", reason="links need rights on Windows")
def test_a_link_is_written_through_once_and_never_out_of_the_repository(folder, tmp_path_factory):
    """What a link in a folder leads beyond is not the workspace's to change."""
    beyond = tmp_path_factory.mktemp("beyond") / "x.yaml"
    beyond.write_bytes(LOOSE.encode())
    git("init", "-q", folder=folder)
    (folder / "journeys/beyond.yaml").symlink_to(beyond)
    (folder / "journeys/again.yaml").symlink_to(folder / "journeys/taxi.yaml")
    code, output, notes = run("journeys")
    assert (code, output) == (2, "journeys/again.yaml\n")
    assert "journeys/beyond.yaml leads out of the workspace" in notes
    assert beyond.read_bytes() == LOOSE.encode()
    assert (folder / "journeys/again.yaml").is_symlink()
    assert (folder / "journeys/taxi.yaml").read_bytes() == NEAT.encode()


def test_a_plain_call_needs_no_click(folder):
    """It takes a quarter of the time to start."""
    code = "import sys; from cjm.cli import main\ntry: main(['fmt'])\n"
    code += "finally: assert 'click' not in sys.modules"
    done = subprocess.run(
        [sys.executable, "-c", code],
        cwd=folder,
        capture_output=True,
        text=True,
        check=False,
        env={**os.environ, "PYTHONPATH": str(Path(__file__).parents[2])},
    )
    assert (done.returncode, sorted(done.stdout.split())) == (0, OURS), done.stderr


def test_a_workspace_that_is_named_is_the_one(folder, monkeypatch):
    """`--workspace` says which journeys are formatted, from wherever."""
    monkeypatch.chdir(folder.parent)
    result = CliRunner().invoke(
        cli, ["--workspace", str(folder / "cjm.yaml"), "fmt", "--check"], standalone_mode=False
    )
    assert not isinstance(result.exception, CjmError)
    assert len(result.stdout.split()) == len(OURS)


@pytest.fixture(params=[1, 2], ids=["alone", "two processes"])
def many(request, tmp_path, monkeypatch):
    """More files than one process lays out alone, of each kind; how many processes there are."""
    for n in range(formatting.FEW + 6):
        (tmp_path / f"{n:03}.yaml").write_bytes(LOOSE.encode())
    (tmp_path / "010.yaml").write_text(NEAT, encoding="utf-8")
    (tmp_path / "020.yaml").write_text("cjm: 1\ntouchpoints: {a: [}\n", encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    return request.param


def test_many_files_come_to_the_same_however_many_processes_share_the_work(many, monkeypatch):
    """In the order of their names, each once; what is no YAML is told, and left alone."""
    started = []

    class Watched(formatting.Workers):
        def close(self):
            started.append(len(self._started))
            super().close()

    monkeypatch.setattr(formatting, "Workers", Watched)
    asked = []
    found = formatting.format_files([os.curdir], processes=many, on_progress=asked.append)
    names = [f"{n:03}.yaml" for n in range(formatting.FEW + 6) if n not in (10, 20)]
    assert [each.file for each in found.changed] == names
    assert {Path(name).read_text(encoding="utf-8") for name in names} == {NEAT}
    assert (found.unchanged, [fault.file for fault in found.faults]) == (1, ["020.yaml"])
    assert asked == list(range(1, formatting.FEW + 7))
    assert started == [0 if many == 1 else many]
