"""Progress on standard error: only on a terminal, and only of work that takes over a second."""

from __future__ import annotations

import sys
import time

PATIENCE = 1.0
"""Seconds of silence."""
BETWEEN = 0.1
"""Seconds between two signs of life."""


class Progress:
    """A line such as `checked 1200 files`, rewritten in place, and wiped out at the end."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._next = time.monotonic() + PATIENCE
        self._width = 0

    def __enter__(self) -> Progress:
        return self

    def __exit__(self, *_: object) -> None:
        self._write("")

    def __call__(self, *numbers: int) -> None:
        """Say how far the work has come: the numbers that the text has places for."""
        now = time.monotonic()
        if now >= self._next and sys.stderr.isatty():
            self._next = now + BETWEEN
            self._write(self._text.format(*numbers))

    def _write(self, text: str) -> None:
        if text or self._width:
            blank = " " * (self._width - len(text))
            sys.stderr.write(f"\r{text}{blank}\r{text}")
            sys.stderr.flush()
        self._width = len(text)
