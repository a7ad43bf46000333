"""Several processes: the same report as one, however they end."""

from __future__ import annotations

import multiprocessing
import os
import signal
import subprocess
import sys
import time
from typing import Any

import pytest

import cjm.checking
from cjm.checking import cached, run
from cjm.cli import main
from cjm.cli.shared import processors
from cjm.system.workers import Workers

SOUND = "cjm: 1\ntouchpoints:\n  a: {{expectation: {0}, experience: 8, owner: x}}\n"


@pytest.fixture
def many(desk):
    """More files than one process takes, some of them odd."""
    for n in range(cached.MANY + 60):
        desk.write(f"d/{n:04}.yaml", SOUND.format(8 + n % 3))
    desk.write("d/0007.yaml", "cjm: 1\ntouchpoints: {a: {next: b}}\n")
    desk.write("d/0033.yaml", b"cjm: \xff\n")
    desk.write("d/0100.yaml", "id: 0001\n" + SOUND.format(9))
    desk.write("d/0150.yaml", "a: &a [x]\nb: touchpoints\n")
    desk.write("d/sub/cjm.yaml", "cjm: 1\ncheck: {severity: {CJM101: warning}}\n")
    desk.write("d/sub/0000.yaml", SOUND.format(9))
    return desk


def test_two_processes_report_what_one_does(many):
    """The same findings in the same order, with the workspace of each file."""
    one = many.check("d")
    assert {"CJM001", "CJM003", "CJM004", "CJM101"} <= {f.code for f in one.findings}
    assert one.summary.warning == 1
    assert many.check("d", processes=2) == one
    assert many.check("d", processes=5) == one


_checked = cached._checked_apart


def _noted(*arguments: Any) -> list[bytes]:
    with open("pids.txt", "a", encoding="ascii") as file:
        file.write(f"{os.getpid()}\n")
    return _checked(*arguments)


def test_other_processes_do_the_work(many, monkeypatch):
    """Many unknown files are judged by other processes than this one."""
    monkeypatch.setattr(cached, "_checked_apart", _noted)
    many.check("d", processes=2)
    pids = (many.folder / "pids.txt").read_text().split()
    assert len(pids) >= cached.MANY // cached.CHUNK
    assert str(os.getpid()) not in pids


def test_progress_is_told_and_ends_with_all(many):
    """How many journeys are done, never fewer than before."""
    told: list[int] = []
    report = many.check("d", on_progress=told.append)
    assert told == sorted(told)
    done = report.summary.journeys + report.summary.unread
    assert told[-1] == done > cached.MANY


def test_the_command_uses_the_cache_and_every_processor(desk, monkeypatch):
    """What the library leaves off by default is on at the terminal; --no-cache turns it off."""
    asked: list[dict[str, Any]] = []

    def note(paths, **options):
        asked.append(options)
        return run.check(paths)

    monkeypatch.setattr(cjm.checking, "check", note, raising=False)
    desk.write("a.yaml", SOUND.format(8))
    for arguments in (["check", "a.yaml"], ["check", "a.yaml", "--no-cache"]):
        with pytest.raises(SystemExit):
            main(arguments)
    assert [options["cache"] for options in asked] == [True, False]
    assert all(options["processes"] == processors() for options in asked)
    assert all(options["on_progress"] for options in asked)


def test_few_files_start_no_process(desk, monkeypatch):
    """A process costs more than some journeys."""
    monkeypatch.setattr(Workers, "_ready", lambda *_: pytest.fail("a process was started"))
    for n in range(cached.MANY - 1):
        desk.write(f"d/{n:04}.yaml", SOUND.format(9))
    assert len(desk.check("d", processes=4).findings) == cached.MANY - 1


def test_where_no_process_can_be_started_one_does_it_all(many, monkeypatch):
    """A system without semaphores, or without memory for more, still checks."""

    def refuse(*_):
        raise OSError(38, "Function not implemented")

    one = many.check("d")
    monkeypatch.setattr(Workers, "_ready", refuse)
    assert many.check("d", processes=4) == one


def _die(*arguments: Any) -> list[bytes]:
    """What another process does, unless it is another process."""
    if multiprocessing.parent_process():
        os._exit(3)
    return _checked(*arguments)


def test_a_process_that_dies_is_made_up_for(many, monkeypatch):
    """What it should have judged is judged here."""
    one = many.check("d")
    monkeypatch.setattr(cached, "_checked_apart", _die)
    assert many.check("d", processes=2) == one


@pytest.mark.skipif(os.name == "nt", reason="signals are another thing there")
def test_ctrl_c_ends_all_of_them_with_a_sentence(desk):
    """One line, exit code 2, no traceback, no process left behind."""
    for n in range(600):
        desk.write(f"d/{n:04}.yaml", SOUND.format(9))
    # The last path is a standard input that never ends, so that it cannot be done too soon.
    process = subprocess.Popen(
        [sys.executable, "-m", "cjm", "check", "d", "-", "--no-cache"],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        start_new_session=True,
    )
    time.sleep(2)
    os.killpg(process.pid, signal.SIGINT)
    process.wait(timeout=20)
    out, err = process.communicate(timeout=20)
    assert (process.returncode, out) == (2, "")
    assert err.strip() == "error: stopped: nothing was left half-written"
    with pytest.raises(ProcessLookupError):
        os.killpg(process.pid, 0)
