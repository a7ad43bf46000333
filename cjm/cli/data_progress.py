"""Progress of data commands: how far the engine has come, asked from beside it."""

from __future__ import annotations

import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager

from cjm.cli.progress import BETWEEN, Progress
from cjm.i18n import Message, say


@contextmanager
def watched() -> Iterator[None]:
    """Say on a terminal, from a second on, that the engine works, and how far it is if it knows.

    The engine runs a statement in one call, so it is a thread that looks.
    """
    if not sys.stderr.isatty():
        yield
        return
    done = threading.Event()
    thread = threading.Thread(target=_watch, args=(done,), daemon=True)
    thread.start()
    try:
        yield
    finally:
        done.set()
        thread.join()


def _watch(done: threading.Event) -> None:
    from cjm.data.engine import progress

    with Progress(_text) as tell:
        while not done.wait(BETWEEN):
            tell(progress())


def _text(percent: int) -> Message:
    if percent < 0:
        return say("reading and counting")
    return say("reading and counting: {percent} % of this step", percent=percent)
