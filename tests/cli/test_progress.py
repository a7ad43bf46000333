"""Progress: one line on a terminal's standard error, for work over a second, gone at the end."""

from __future__ import annotations

import io

import pytest

from cjm.cli import progress
from cjm.cli.progress import Progress
from cjm.i18n import say


class Terminal(io.StringIO):
    """A stream that may be a terminal."""

    def __init__(self, terminal: bool) -> None:
        super().__init__()
        self.terminal = terminal

    def isatty(self) -> bool:
        return self.terminal


@pytest.fixture
def clock(monkeypatch):
    """A clock that stands still until it is set."""
    now = [100.0]
    monkeypatch.setattr(progress.time, "monotonic", lambda: now[0])
    return now


def told(monkeypatch, clock, steps: list[tuple[float, int]], terminal: bool = True) -> str:
    stream = Terminal(terminal)
    monkeypatch.setattr("sys.stderr", stream)
    with Progress(lambda n: say("checked {n} {n:journey|journeys}", n=n)) as step:
        for seconds, number in steps:
            clock[0] = 100 + seconds
            step(number)
    return stream.getvalue()


def test_quick_work_is_silent(monkeypatch, clock):
    """Nothing is written in the first second."""
    assert told(monkeypatch, clock, [(0.2, 500), (0.9, 1000)]) == ""


def test_long_work_shows_how_far_it_is_and_leaves_no_trace(monkeypatch, clock):
    """The line is rewritten in place, at most ten times a second, and wiped at the end."""
    written = told(monkeypatch, clock, [(1.1, 500), (1.15, 600), (2.0, 700)])
    assert "600" not in written
    shown = [part.strip() for part in written.split("\r") if part.strip()]
    assert list(dict.fromkeys(shown)) == ["checked 500 journeys", "checked 700 journeys"]
    assert written.endswith("\r" + " " * len("checked 700 journeys") + "\r")


def test_a_log_gets_no_progress(monkeypatch, clock):
    """Where standard error is no terminal nothing is written, however long it takes."""
    assert told(monkeypatch, clock, [(5, 500), (9, 1000)], terminal=False) == ""
