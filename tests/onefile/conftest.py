"""The studio that is one file, built once, and browsers that open it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from browser import chromium
from one_file import built

if TYPE_CHECKING:
    from playwright.sync_api import Browser


@pytest.fixture(scope="session")
def one_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder that it was built into."""
    return built(tmp_path_factory)


@pytest.fixture(scope="package")
def browser() -> Iterator[Browser]:
    """One a worker, for as long as it is in this folder."""
    with chromium() as browser:
        yield browser
