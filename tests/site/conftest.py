"""The report of the example journeys, built once, and a reader of its pages."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from browser import Reader
from built_once import built_once

import cjm

if TYPE_CHECKING:
    from playwright.sync_api import Browser

JOURNEYS = Path(__file__).parents[2] / "journeys"


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The report in both languages, Russian first."""

    def build(folder: Path) -> None:
        cjm.report([str(JOURNEYS)], str(folder), language="both", today=date(2026, 11, 22))

    return built_once(tmp_path_factory, "site", build)


@pytest.fixture
def reader(browser: Browser, site: Path) -> Iterator[Reader]:
    """Somebody who reads the report; the test fails on anything that no page may do."""
    reader = Reader(browser, site.as_uri() + "/")
    yield reader
    reader.close()
    assert reader.faults == []
