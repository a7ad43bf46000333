"""`cjm render` of many journeys: what is drawn anew, what is left alone, and how it is shown."""

from __future__ import annotations

import os
import re
import subprocess
import sys
import time

import pytest

import cjm
from cjm.cli import main
from cjm.maps import batch, drawing, unchanged
from cjm.maps.batch import Batch
from cjm.maps.look import Look
from cjm.system.graphviz import layout_program

SMALL = """\
cjm: 1
title: Journey {0}
touchpoints: {{a: {{expectation: 8, experience: 7, next: b}}, b: }}
"""


@pytest.fixture
def shop(desk, monkeypatch):
    """Three journeys, and a cache of their own."""
    monkeypatch.setenv("CJM_CACHE_DIR", str(desk.folder / "cache"))
    for n in range(3):
        desk.write(f"j/{n}.yaml", SMALL.format(n))
    return desk


@pytest.fixture
def drawn(shop, monkeypatch):
    """The targets that are drawn from now on."""
    targets: list[str] = []
    draw = drawing._drawing

    def note(look, job):
        targets.append(job.target)
        return draw(look, job)

    monkeypatch.setattr(drawing, "_drawing", note)
    return targets


def render(*arguments: str) -> int:
    with pytest.raises(SystemExit) as left:
        main(["render", "j", "-o", "out", *arguments])
    return left.value.code


def test_what_has_not_changed_is_not_drawn_again(drawn, capsys):
    """Every map is named all the same, and a note says how many were left alone."""
    assert render() == 0
    assert len(drawn) == 3
    first = capsys.readouterr().out
    assert render() == 0
    said = capsys.readouterr()
    assert len(drawn) == 3
    assert said.out == first == "out/0.svg\nout/1.svg\nout/2.svg\n"
    assert said.err == "note: 3 of 3 as drawn before: nothing has changed there\n"


def test_what_has_changed_is_drawn_again(shop, drawn):
    """A journey, its workspace, or a map that somebody edited or deleted."""
    render()
    drawn.clear()
    shop.write("j/1.yaml", SMALL.format("one"))
    render()
    assert drawn == ["out/1.svg"]
    (shop.folder / "out/0.svg").unlink()
    shop.write("out/2.svg", "edited by hand")
    render()
    assert drawn == ["out/1.svg", "out/0.svg", "out/2.svg"]
    assert (shop.folder / "out/2.svg").read_text().startswith("<svg")
    drawn.clear()
    shop.write("cjm.yaml", "cjm: 1\nlanguage: ru\n")
    render()
    assert len(drawn) == 3


@pytest.mark.parametrize("look", [["--theme", "dark"], ["--language", "ru"], ["--view", "map"]])
def test_another_look_is_drawn(drawn, look):
    """And going back to the first look is drawn too: the file on disk is another."""
    render()
    drawn.clear()
    render(*look)
    assert len(drawn) == 3
    render(*look)
    assert len(drawn) == 3
    render()
    assert len(drawn) == 6


def test_no_cache_draws_everything(drawn):
    """As the option says."""
    render()
    render("--no-cache")
    assert len(drawn) == 6


def test_a_compared_journey_counts(shop, drawn):
    """A map of two states is drawn anew where the other one has changed."""
    shop.write("j/0.yaml", "id: x\n" + SMALL.format(0))
    other = "id: x\nstate: to-be\n" + SMALL.format(0)
    shop.write("other.yaml", other)
    both = ["--view", "map", "--compare", "other.yaml"]

    def once() -> None:
        with pytest.raises(SystemExit):
            main(["render", "j/0.yaml", "-o", "out", *both])

    once()
    once()
    assert len(drawn) == 1
    shop.write("other.yaml", other.replace("7", "9"))
    once()
    assert len(drawn) == 2


def test_a_broken_journey_does_not_stop_the_others(shop, capsys):
    """It is told with its place, the others are drawn, and the exit code is 2 every time."""
    shop.write("j/1.yaml", "cjm: 1\ntouchpoints: {a: {next: gone}}\n")
    for _ in range(2):
        assert render() == 2
        said = capsys.readouterr()
        assert said.out == "out/0.svg\nout/2.svg\n"
        assert said.err.startswith("error: j/1.yaml:2:25: there is no touchpoint 'gone'\n")


def test_several_processes_draw_the_same(shop):
    """In order, byte by byte, with what went wrong where it went wrong."""
    for n in range(3, 14):
        shop.write(f"j/{n:02}.yaml", SMALL.format(n))
    shop.write("j/05.yaml", "cjm: 1\ntouchpoints: {a: {next: gone}}\n")
    one = list(Batch(["j"], "one").draw(Look()))
    two = list(Batch(["j"], "two").draw(Look(), processes=3))
    assert [d.file for d in one] == [d.file for d in two]
    assert [d.findings for d in one] == [d.findings for d in two]
    assert sum(d.done for d in one) == 13
    for it in one:
        if it.done:
            other = it.target.replace("one", "two")
            assert (shop.folder / it.target).read_bytes() == (shop.folder / other).read_bytes()


def test_a_map_that_cannot_be_written_is_told(shop, capsys):
    """A folder that is a file: one sentence, exit code 2."""
    shop.write("out", "I was here first")
    assert render() == 2
    assert capsys.readouterr().err.startswith("error: out is a file, and no map by its ending\n")
    assert (shop.folder / "out").read_text() == "I was here first"


def test_a_map_that_cannot_be_written_does_not_keep_the_others_from_it(shop, capsys):
    """A folder has the name of one map: it is told, the others are drawn and named."""
    (shop.folder / "out/1.svg").mkdir(parents=True)
    for _ in range(2):
        assert render() == 2
        said = capsys.readouterr()
        assert said.out == "out/0.svg\nout/2.svg\n"
        assert said.err.startswith("error: j/1.yaml: cannot write out/1.svg: ")
    assert sorted(p.name for p in (shop.folder / "out").iterdir()) == ["0.svg", "1.svg", "2.svg"]


def test_a_persona_that_is_not_named_is_refused(shop, capsys):
    """An empty variable in a script must not draw everybody's scores instead."""
    assert render("--persona", "") == 2
    assert capsys.readouterr().err.startswith("error: no persona is named\n")
    assert not (shop.folder / "out").exists()


def test_other_processes_do_the_drawing(shop, monkeypatch):
    """What is drawn apart is drawn by another process."""
    for n in range(3, 12):
        shop.write(f"j/{n:02}.yaml", SMALL.format(n))
    monkeypatch.setattr(batch, "draw_some", _noted)
    assert sum(d.done for d in Batch(["j"], "out").draw(Look(), processes=2)) == 12
    assert str(os.getpid()) not in (shop.folder / "pids.txt").read_text().split()


_draw_some = batch.draw_some


def _noted(look, jobs):
    with open("pids.txt", "a", encoding="ascii") as file:
        file.write(f"{os.getpid()}\n")
    return _draw_some(look, jobs)


@pytest.mark.skipif(sys.platform != "linux", reason="other systems open files in other ways")
@pytest.mark.parametrize(("paths", "opened"), [(["j/0.yaml"], "out/0.svg"), (["j"], "out")])
def test_open_shows_a_map_or_the_folder_of_several(shop, paths, opened):
    """With the program that the system has for it."""
    shop.write("bin/xdg-open", f'#!/bin/sh\necho "$1" > {shop.folder}/opened\n')
    (shop.folder / "bin/xdg-open").chmod(0o755)
    command = [sys.executable, "-m", "cjm", "render", *paths, "-o", "out", "--open"]
    path = f"{shop.folder / 'bin'}{os.pathsep}{os.environ['PATH']}"
    done = subprocess.run(
        command, env={**os.environ, "PATH": path}, capture_output=True, check=True
    )
    assert done.stderr == b""
    for _ in range(50):
        if (shop.folder / "opened").exists():
            break
        time.sleep(0.1)
    assert (shop.folder / "opened").read_text().strip() == opened


def test_watch_draws_what_is_saved(shop, watching):
    """At first all, then only what changed; a slip while typing is told and mended."""
    watcher = watching("render", "j", "-o", "out")
    assert watcher.rounds(1) == "out/0.svg\nout/1.svg\nout/2.svg\n"
    shop.write("j/1.yaml", SMALL.format("one"))
    assert watcher.rounds(2) == "out/1.svg\n"
    shop.write("j/1.yaml", "cjm: 1\ntouchpoints: {a: {next")
    assert "error: j/1.yaml:" in watcher.rounds(3)
    shop.write("j/1.yaml", SMALL.format("two"))
    assert watcher.rounds(4) == "out/1.svg\n"
    assert re.search("Journey two", (shop.folder / "out/1.svg").read_text(encoding="utf-8"))
    assert watcher.stop() == 0
    assert "Traceback" not in watcher.log.read_text(encoding="utf-8")


def test_watch_looks_at_the_journey_compared_with_too(shop, watching):
    """A map of two states is drawn again where the other one, elsewhere, was saved."""
    shop.write("j/0.yaml", "id: x\n" + SMALL.format(0))
    other = "id: x\nstate: to-be\n" + SMALL.format(0)
    shop.write("elsewhere/other.yaml", other)
    both = ["--view", "map", "--compare", "elsewhere/other.yaml"]
    watcher = watching("render", "j/0.yaml", "-o", "out", *both)
    assert watcher.rounds(1) == "out/0.svg\n"
    shop.write("elsewhere/other.yaml", other.replace("7", "9"))
    assert watcher.rounds(2) == "out/0.svg\n"


def test_another_graphviz_is_another_look(desk, monkeypatch):
    """Its version may lay the map out otherwise; the embedded engine comes with cjm."""
    assert unchanged.engine_of(Look(engine="embedded")) == ""
    seen = set()
    for folder in ("one", "other"):
        (desk.folder / desk.write(f"{folder}/dot", "#!/bin/sh\n")).chmod(0o755)
        monkeypatch.setenv("PATH", str(desk.folder / folder))
        seen.add(unchanged.engine_of(Look(engine="dot")))
    assert len(seen) == 2


@pytest.mark.parametrize("processes", [1, 2])
def test_a_fault_of_cjm_in_one_map_does_not_keep_the_others_from_it(shop, monkeypatch, processes):
    """It is told with the journey's name; where it happened can be shown."""
    for n in range(3, 12):
        shop.write(f"j/{n:02}.yaml", SMALL.format(n))
    monkeypatch.setattr(drawing, "drawn", _broken)
    drawings = list(Batch(["j"], "out").draw(Look(), processes=processes))
    (failed,) = [d for d in drawings if not d.done]
    assert failed.file == "j/1.yaml"
    assert str(failed.error[0]) == "cjm itself failed (ZeroDivisionError: of no use)"
    assert "in _broken" in failed.trace
    assert sum(d.done for d in drawings) == 11


_drawn = drawing.drawn


def _broken(journey, *options):
    if journey.title == "Journey 1":
        raise ZeroDivisionError("of no use")
    return _drawn(journey, *options)


def test_the_command_tells_a_fault_of_cjm_and_ends_with_2(shop, monkeypatch, capsys):
    monkeypatch.setattr(drawing, "drawn", _broken)
    assert render() == 2
    said = capsys.readouterr()
    assert said.out == "out/0.svg\nout/2.svg\n"
    assert said.err.startswith("error: j/1.yaml: cjm itself failed (ZeroDivisionError")
    assert "Traceback" not in said.err
    with pytest.raises(SystemExit):
        main(["--traceback", "render", "j", "-o", "out"])
    assert "Traceback" in capsys.readouterr().err


def test_a_workspace_is_told_not_to_be_a_journey(shop, capsys):
    """Nothing would be drawn of it; journeys beside it are."""
    shop.write("j/cjm.yaml", "cjm: 1\n")
    with pytest.raises(SystemExit) as left:
        main(["render", "j/cjm.yaml", "j/0.yaml", "-o", "out"])
    assert left.value.code == 2
    said = capsys.readouterr()
    assert said.out == "out/0.svg\n"
    assert said.err == "error: j/cjm.yaml is a workspace: name a journey, or a folder\n"


@pytest.mark.skipif(not os.path.exists("/dev/stdout"), reason="no such device")
def test_a_device_is_no_folder(shop, capsys):
    """Standard output has a name of its own."""
    with pytest.raises(SystemExit) as left:
        main(["render", "j/0.yaml", "-o", "/dev/null"])
    assert left.value.code == 2
    said = capsys.readouterr().err
    assert said == "error: /dev/null is no folder\nhelp: standard output is -o -\n"


def test_a_map_never_replaces_a_journey_or_its_workspace(shop, capsys):
    """Whatever their names end in, and by whatever way it is named."""
    shop.write("j/odd.svg", SMALL.format("odd"))
    (shop.folder / "k").symlink_to(shop.folder / "j")
    for paths, output in (["j/odd.svg"], "j/odd.svg"), (["j/odd.svg"], "k"):
        with pytest.raises(SystemExit) as left:
            main(["render", *paths, "-o", output])
        assert left.value.code == 2
        assert "odd.svg is read here and would be replaced" in capsys.readouterr().err
    assert (shop.folder / "j/odd.svg").read_text() == SMALL.format("odd")


def test_python_draws_what_the_command_draws(shop):
    """In the same words; what was wrong comes back as data."""
    shop.write("j/1.yaml", "cjm: 1\ntouchpoints: {a: {next: gone}}\n")
    assert render("--theme", "dark") == 2
    done = cjm.render_all(["j", "nowhere"], "too", theme="dark")
    assert [(d.target, d.done) for d in done.drawings] == [
        ("too/0.svg", True),
        ("too/1.svg", False),
        ("too/2.svg", True),
    ]
    assert not done.done
    assert [str(p) for p in done.problems] == ["nowhere: there is no such file or folder"]
    assert "no touchpoint" in str(done.drawings[1].findings[0].message)
    for name in ("0.svg", "2.svg"):
        assert (shop.folder / "out" / name).read_bytes() == (
            shop.folder / "too" / name
        ).read_bytes()


def test_python_takes_a_map_without_a_file_and_a_layout_of_its_own(shop):
    asked = []

    def layout(dot):
        asked.append(dot)
        return layout_program()(dot)

    done = cjm.render_all(["j/0.yaml"], "-", layout=layout, cache=True, processes=4)
    assert done.done
    assert done.drawings[0].content.startswith(b"<svg")
    assert len(asked) == 1
