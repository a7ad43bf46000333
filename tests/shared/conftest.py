"""Real data that may not be committed: CJM_SHARED_DATA says where it is; else nothing runs here."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

DATA = os.environ.get("CJM_SHARED_DATA")
collect_ignore_glob = [] if DATA else ["*"]


@pytest.fixture(scope="session")
def data() -> Path:
    """The folder of the data."""
    return Path(str(DATA))
