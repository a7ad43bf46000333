"""The first screen: nobody is kept out of it, in either language, theme and width."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from axe import needs_axe, violations
from browser import Reader
from one_file import PAGE, needs_build

if TYPE_CHECKING:
    from playwright.sync_api import Browser

pytestmark = needs_build


@pytest.fixture
def reader(browser: Browser, one_file: Path) -> Iterator[Reader]:
    """Somebody who opens the page from a folder; the test fails on anything that no page may do."""
    reader = Reader(browser, one_file.as_uri() + "/")
    yield reader
    reader.close()
    assert reader.faults == []


@needs_axe
@pytest.mark.parametrize(("width", "theme"), [(1440, "light"), (390, "dark")])
def test_it_keeps_nobody_out(reader: Reader, width: int, theme: str):
    """No violation, no request, no error, and nothing wider than the window."""
    page = reader.open(PAGE, width, theme)
    page.locator("#start-title").wait_for()
    assert violations(page) == []
