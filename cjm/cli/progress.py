"""Progress on standard error: only on a terminal, and only of work that takes over a second."""

from __future__ import annotations

import sys
import time
from collections.abc import Callable

from cjm.cli.language import run_language
from cjm.i18n import Message, translate

PATIENCE = 1.0
"""Seconds of silence."""
BETWEEN = 0.1
"""Seconds between two signs of life."""


class Progress:
    """A line such as `checked 1200 journeys`, rewritten in place, and wiped out at the end.

    `text(*numbers)` is what it says.
    """

    def __init__(self, text: Callable[..., Message]) -> None:
        self._text = text
        self._next = time.monotonic() + PATIENCE
        self._width = 0

    def __enter__(self) -> Progress:
        return self

    def __exit__(self, *_: object) -> None:
        self._write("")

    def __call__(self, *numbers: int) -> None:
        """Say how far the work has come: the numbers that the text takes."""
        now = time.monotonic()
        if now >= self._next and sys.stderr.isatty():
            self._next = now + BETWEEN
            self._write(translate(self._text(*numbers), run_language()))

    def _write(self, text: str) -> None:
        if text or self._width:
            blank = " " * (self._width - len(text))
            sys.stderr.write(f"\r{text}{blank}\r{text}")
            sys.stderr.flush()
        self._width = len(text)
