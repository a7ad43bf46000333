"""Progress: one line on a terminal's standard error, for work over a second, gone at the end."""

from __future__ import annotations

import io

import pytest

from cjm.cli import progress
from cjm.cli.progress import Progress
from cjm.cli.shared import echo
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


def test_what_is_printed_meanwhile_does_not_run_into_the_line(monkeypatch, clock):
    """It begins where the line stood; a second of silence follows, whoever counts on."""
    stream = Terminal(terminal=True)
    monkeypatch.setattr("sys.stderr", stream)
    with Progress(lambda n: say("checked {n} {n:journey|journeys}", n=n)) as step:
        for seconds, number in ((1.1, 500), (1.2, 600)):
            clock[0] = 100 + seconds
            step(number)
        echo("a page", err=True)
        for seconds, number in ((1.4, 700), (2.1, 800), (2.3, 900)):
            clock[0] = 100 + seconds
            step(number)
    _, _, after = stream.getvalue().partition("a page\n")
    assert stream.getvalue().count("\r" + " " * len("checked 600 journeys") + "\ra page\n") == 1
    assert [number for number in ("700", "800", "900") if number in after] == ["900"]


def test_a_line_that_says_the_same_is_not_written_again(monkeypatch, clock):
    """A terminal that is recorded would be full of it."""
    written = told(monkeypatch, clock, [(1.1, 500), (1.3, 500), (1.5, 500)])
    assert written.count("checked 500") == 2  # once to cover what stood there, once as it stands
