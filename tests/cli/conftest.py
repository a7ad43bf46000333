"""What the tests of commands share."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator

import pytest
from watcher import Watcher


@pytest.fixture
def watching(desk) -> Iterator[Callable[..., Watcher]]:
    """Starts a command that watches, and ends it with the test."""
    if os.name == "nt":
        pytest.skip("signals are another thing there")
    started: list[Watcher] = []

    def start(*arguments: str) -> Watcher:
        started.append(Watcher(desk.folder, *arguments))
        return started[-1]

    yield start
    for watcher in started:
        watcher.end()
