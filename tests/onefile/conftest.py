"""The studio that is one file, built once."""

from __future__ import annotations

from pathlib import Path

import pytest
from one_file import built


@pytest.fixture(scope="session")
def one_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder that it was built into."""
    return built(tmp_path_factory)
