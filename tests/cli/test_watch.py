"""--watch: checks at once and after every save, until it is stopped."""

from __future__ import annotations

import os
import time

import pytest

BAD = "cjm: 1\ntouchpoints:\n  a: {expectation: 8, experience: 5, owner: x}\n"
GOOD = BAD.replace("5", "8")

CHECK = ("check", "--select", "CJM101")


def test_a_saved_file_is_checked_again(desk, watching):
    """Also where the editor puts a new file in the old one's place; Ctrl-C ends it with 0."""
    desk.write("a.yaml", BAD)
    watcher = watching(*CHECK, "a.yaml")
    assert "1 error" in watcher.rounds(1)
    desk.write("new", GOOD)
    os.replace(desk.folder / "new", desk.folder / "a.yaml")
    assert "no findings" in watcher.rounds(2)
    desk.write("a.yaml", BAD)
    assert "1 error" in watcher.rounds(3)
    assert watcher.stop() == 0
    assert "Traceback" not in watcher.log.read_text(encoding="utf-8")


def test_a_new_file_of_a_folder_and_its_workspace_count(desk, watching):
    """What appears below the folder is checked, and a changed cjm.yaml above it is obeyed."""
    desk.write("cjm.yaml", "cjm: 1\n")
    desk.write("maps/a.yaml", GOOD)
    watcher = watching(*CHECK, "maps")
    assert "1 journey," in watcher.rounds(1)
    desk.write("maps/notes.txt", "a note beside them starts nothing")
    time.sleep(1)
    desk.write("maps/b.yaml", BAD)
    assert "2 journeys, 2 touchpoints: 1 error" in watcher.rounds(2)
    desk.write("cjm.yaml", "cjm: 1\ncheck: {severity: {CJM101: info}}\n")
    assert "2 touchpoints: 1 note" in watcher.rounds(3)


def test_a_named_baseline_counts_wherever_it_lies(desk, watching):
    """What is known is read again when the baseline is saved."""
    desk.write("d/a.yaml", BAD)
    desk.write("known/b.json", '{"version": 1, "findings": []}')
    watcher = watching(*CHECK, "d/a.yaml", "--baseline", "known/b.json")
    assert "1 error" in watcher.rounds(1)
    entry = '{"journey": "a", "rule": "CJM101", "touchpoint": "a", "figure": -3}'
    desk.write("known/b.json", f'{{"version": 1, "findings": [{entry}]}}')
    assert "no findings (1 in the baseline)" in watcher.rounds(2)


def test_a_russian_workspace_is_watched_in_russian(desk, watching):
    """The line under the findings speaks as they do."""
    desk.write("cjm.yaml", "cjm: 1\nlanguage: ru\n")
    desk.write("a.yaml", GOOD)
    watcher = watching(*CHECK, "a.yaml")
    said = watcher.wait_for(lambda said: "Ctrl-C" in said)
    assert said.splitlines()[-1] == "жду изменений; Ctrl-C — закончить"


def test_a_journey_that_breaks_while_it_is_written_does_not_end_it(desk, watching):
    """A half-typed file is a finding like any other, and a deleted one is told."""
    desk.write("a.yaml", BAD)
    watcher = watching(*CHECK, "a.yaml")
    watcher.rounds(1)
    desk.write("a.yaml", "cjm: 1\ntouchpoints:\n  a: {expec")
    assert "error[CJM001]" in watcher.rounds(2)
    (desk.folder / "a.yaml").unlink()
    assert "there is no such file or folder" in watcher.rounds(3)
    desk.write("a.yaml", GOOD)
    assert "no findings" in watcher.rounds(4)


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["-"], "standard input cannot be watched"),
        (["gone"], "there is nothing to watch"),
        (["a.yaml", "--update-baseline"], "--watch writes no baseline"),
    ],
)
def test_what_cannot_be_watched_is_refused(desk, watching, arguments, said):
    """One sentence, exit code 2."""
    desk.write("a.yaml", GOOD)
    watcher = watching(*CHECK, *arguments)
    assert watcher.process.wait(timeout=20) == 2
    assert f"error: {said}" in watcher.log.read_text(encoding="utf-8")
