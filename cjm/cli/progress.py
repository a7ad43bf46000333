"""Progress on standard error: only on a terminal, and only of work that takes over a second."""

from __future__ import annotations

import sys
import time
from _thread import RLock  # threading itself would cost every start
from collections.abc import Callable

from cjm.cli.language import run_language
from cjm.i18n import Message, translate

PATIENCE = 1.0
"""Seconds of silence."""
BETWEEN = 0.1
"""Seconds between two signs of life."""


_lock = RLock()
"""Held by whoever writes a line of progress: a thread of its own may do it."""
_running: list[Progress] = []


class Progress:
    """A line such as `checked 1200 journeys`, rewritten in place, and wiped out at the end.

    `text(*numbers)` is what it says.
    """

    def __init__(self, text: Callable[..., Message]) -> None:
        self._text = text
        self._next = time.monotonic() + PATIENCE
        self._shown = ""

    def __enter__(self) -> Progress:
        _running.append(self)
        return self

    def __exit__(self, *_: object) -> None:
        _running.remove(self)
        self._write("")

    def __call__(self, *numbers: int) -> None:
        """Say how far the work has come: the numbers that the text takes."""
        with _lock:
            now = time.monotonic()
            if now >= self._next and sys.stderr.isatty():
                self._next = now + BETWEEN
                self._write(translate(self._text(*numbers), run_language()))

    def pause(self) -> None:
        """Wipe out the line, and be silent for a while."""
        with _lock:
            self._next = time.monotonic() + PATIENCE
            self._write("")

    def _write(self, text: str) -> None:
        if text != self._shown:
            blank = " " * (len(self._shown) - len(text))
            sys.stderr.write(f"\r{text}{blank}\r{text}")
            sys.stderr.flush()
        self._shown = text


def give_way() -> None:
    """Something else is to be written: no line of progress may stand where it begins."""
    for progress in tuple(_running):
        progress.pause()
