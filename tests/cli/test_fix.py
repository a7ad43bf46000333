"""cjm check --fix and --diff: what is written where, and what is said beside it."""

from __future__ import annotations

import json
import subprocess
import sys

import pytest

SLIPS = (
    "cjm: 1\r\ntouchpoints:\r\n  a: {experience: 7,5, duration: 2 дня, next: {b: 90%}}  # да\r\n"
)
SLIPS += "  b: {outcome: sucess}"
RIGHT = SLIPS.replace("7,5", "7.5").replace("дня", "d").replace("90%", "0.9")
RIGHT = RIGHT.replace("sucess", "success")


def run(desk, *arguments, given=""):
    command = [sys.executable, "-m", "cjm", "check", "--select", "CJM0", *arguments]
    done = subprocess.run(command, input=given.encode(), capture_output=True, cwd=desk.folder)
    return done.returncode, done.stdout.decode(), done.stderr.decode()


def test_what_can_be_fixed_is_marked_and_counted(desk):
    """In the terminal, in both languages."""
    desk.write("a.yaml", SLIPS)
    code, out, _ = run(desk, "a.yaml")
    assert code == 1
    assert out.count("invalid-journey: [*] ") == 4
    assert out.endswith("\n[*] 4 fixable with --fix\n")
    desk.write("cjm.yaml", "cjm: 1\nlanguage: ru\n")
    assert run(desk, "a.yaml")[1].endswith("\n[*] исправит --fix: 4\n")


def test_fixes_are_written_and_what_is_left_is_told(desk):
    """Line ends and the missing one stay; a second run has nothing to do."""
    desk.write("a.yaml", SLIPS)
    code, out, _ = run(desk, "a.yaml", "--fix")
    assert (code, out) == (0, "1 journey, 2 touchpoints: no findings (4 fixed)\n")
    assert (desk.folder / "a.yaml").read_bytes() == RIGHT.encode()
    assert run(desk, "a.yaml", "--fix")[1] == "1 journey, 2 touchpoints: no findings\n"
    desk.write("a.yaml", SLIPS)
    summary = json.loads(run(desk, "a.yaml", "--fix", "--format", "json")[1])["summary"]
    assert (summary["fixed"], summary["error"]) == (4, 0)


def test_a_diff_is_shown_and_nothing_written(desk):
    """As a patch that could be applied; 1 where there is something to change."""
    desk.write("a.yaml", SLIPS)
    code, out, err = run(desk, "a.yaml", "--diff")
    assert (code, err) == (1, "note: 4 fixes in 1 file\n")
    assert out.startswith("--- a.yaml\n+++ a.yaml\n@@ ")
    assert "\n-  b: {outcome: sucess}\n\\ No newline at end of file\n" in out
    assert (desk.folder / "a.yaml").read_bytes() == SLIPS.encode()
    desk.write("a.yaml", RIGHT)
    assert run(desk, "a.yaml", "--diff") == (0, "", "note: 0 fixes in 0 files\n")


@pytest.mark.parametrize("given", [SLIPS, RIGHT])
def test_standard_input_comes_out_mended(desk, given):
    """The report is beside it, so that the text can be piped on."""
    code, out, err = run(desk, "-", "--fix", given=given)
    assert (code, out) == (0, RIGHT)
    assert err.startswith("1 journey, 2 touchpoints: no findings")


@pytest.mark.parametrize(
    "arguments",
    [
        ("--fix", "--watch"),
        ("--diff", "--format", "json"),
        ("--diff", "--update-baseline"),
        ("--diff", "--statistics"),
        ("-", "--fix", "--format", "json"),
        ("-", "--fix", "a.yaml"),
    ],
)
def test_what_cannot_go_together_is_refused(desk, arguments):
    """Nothing is written then."""
    desk.write("a.yaml", SLIPS)
    code, out, err = run(desk, *arguments)
    assert (code, out) == (2, "")
    assert err
    assert (desk.folder / "a.yaml").read_bytes() == SLIPS.encode()
