"""However a run ends, nothing of it runs on, and no file is half-written."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

import pytest

from cjm.cli.shared import processors

pytestmark = pytest.mark.skipif(
    not os.path.isdir("/proc/self") or processors() < 2, reason="needs /proc and two processors"
)

JOURNEY = """
cjm: 1
id: j{0}
touchpoints:
  a: {{expectation: 8, experience: {0}, next: {{b: 0.5, c: 0.4}}}}
  b: {{expectation: 8, experience: 3, next: {{a: 0.5, c: 0.5}}}}
  c: {{expectation: 5, experience: 7, outcome: success}}
"""
SENTENCE = "error: stopped: nothing was left half-written"
SIGNALS = ("SIGINT", "SIGTERM", "SIGHUP", "SIGKILL")
PATIENCE = 60.0
"""Seconds until a test gives up waiting: what never comes, no machine is too slow for."""


def alive(session: int) -> list[str]:
    """The processes of a session that have not ended, by what they are."""
    found = []
    for folder in Path("/proc").glob("[0-9]*"):
        with suppress(OSError):
            fields = (folder / "stat").read_text().rpartition(")")[2].split()
            if int(fields[3]) == session and fields[0] not in "ZX":
                found.append((folder / "cmdline").read_text().replace("\0", " "))
    return found


def wait_until(fact: Callable[[], bool]) -> None:
    """Return as soon as it is so; fail where it never becomes so."""
    end = time.monotonic() + PATIENCE
    while not fact():
        assert time.monotonic() < end, "it never came"
        time.sleep(0.02)


def start(*command: str) -> subprocess.Popen[bytes]:
    """A process in a session of its own, its standard input open without an end."""
    pipe = subprocess.PIPE
    return subprocess.Popen(command, stdin=pipe, stdout=pipe, stderr=pipe, start_new_session=True)


def end_with(process: subprocess.Popen[bytes], name: str, everybody: bool) -> str:
    """Send a signal to a process, or to its whole group, and give what it said."""
    (os.killpg if everybody else os.kill)(process.pid, getattr(signal, name))
    _, errors = process.communicate(timeout=PATIENCE)
    wait_until(lambda: not alive(process.pid))
    if name != "SIGKILL":
        assert process.returncode == 2
    return errors.decode().strip()


@pytest.mark.parametrize("everybody", [False, True], ids=["alone", "group"])
@pytest.mark.parametrize("name", SIGNALS)
def test_no_worker_of_a_check_outlives_it(desk, name, everybody):
    """Workers end with the process that started them; the end it can tell of it tells as Ctrl-C."""
    for n in range(1000):
        desk.write(f"d/{n:04}.yaml", JOURNEY.format(n % 10))
    process = start(sys.executable, "-m", "cjm", "check", "d", "--no-cache")
    wait_until(lambda: len(alive(process.pid)) > 1)
    assert end_with(process, name, everybody) == ("" if name == "SIGKILL" else SENTENCE)


@pytest.mark.parametrize("name", SIGNALS)
def test_no_worker_of_many_maps_outlives_them_and_maps_are_whole(desk, name):
    """Neither the processes that draw nor the engines they have started; each file is a map."""
    for n in range(60):
        desk.write(f"d/{n:04}.yaml", JOURNEY.format(n % 10))
    process = start(sys.executable, "-m", "cjm", "render", "d", "-o", "out")
    wait_until(lambda: len(alive(process.pid)) > 2)
    end_with(process, name, everybody=False)
    written = list((desk.folder / "out").glob("*")) if (desk.folder / "out").exists() else []
    assert all(file.read_text().endswith("</svg>\n") for file in written if file.suffix == ".svg")
    if name != "SIGKILL":
        assert all(file.suffix == ".svg" for file in written)


@pytest.mark.parametrize("name", ["SIGTERM", "SIGKILL"])
def test_no_program_outlives_who_runs_it(name):
    """A program that reads and writes nothing, such as an engine at work, ends too."""
    code = """
import signal
from cjm.system import process
from cjm.system.signals import as_interrupt
as_interrupt()
try:
    process.run(["sleep", "1000"], time_limit=1000)
except KeyboardInterrupt:
    raise SystemExit(2)
"""
    process = start(sys.executable, "-c", code)
    wait_until(lambda: any(command.startswith("sleep") for command in alive(process.pid)))
    end_with(process, name, everybody=False)


def test_what_was_switched_off_stays_so(desk):
    """`nohup cjm …` goes on when the terminal is closed."""
    desk.write("j.yaml", JOURNEY.format(8))
    code = """
import os, runpy, signal, sys
signal.signal(signal.SIGHUP, signal.SIG_IGN)
sys.argv[1:] = ["check", "-", "--no-cache"]
print("ready", flush=True)
runpy.run_module("cjm", run_name="__main__")
"""
    process = start(sys.executable, "-c", code)
    assert process.stdout.readline() == b"ready\n"
    time.sleep(1)
    os.kill(process.pid, signal.SIGHUP)
    out, errors = process.communicate(JOURNEY.format(9).encode(), timeout=PATIENCE)
    assert (process.returncode, errors) == (1, b"")
    assert b"CJM1" in out
