"""Whoever works in the studio that a server of the tests has."""

from __future__ import annotations

import pytest
from browser import Reader


@pytest.fixture
def reader(browser, server):
    """Whoever the page belongs to; the test fails on anything that no page may do."""
    reader = Reader(browser, f"http://localhost:{server.port}/")
    yield reader
    reader.close()
    assert reader.faults == []
