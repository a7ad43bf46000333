"""What tests of several folders share."""

from __future__ import annotations

import os
import signal
import tempfile
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from textwrap import dedent
from typing import TYPE_CHECKING, Any

import pytest
from browser import chromium
from hypothesis import settings

import cjm

if TYPE_CHECKING:
    from playwright.sync_api import Browser

TODAY = date(2026, 10, 1)

settings.register_profile("cjm", derandomize=True, deadline=None, database=None, max_examples=80)
# Where other versions of libraries are tried, not what we do with them.
settings.register_profile("few", settings.get_profile("cjm"), max_examples=10)
settings.load_profile(os.environ.get("CJM_TEST_PROFILE", "cjm"))


CACHE = tempfile.TemporaryDirectory(prefix="cjm-tests-", ignore_cleanup_errors=True)
"""No test reads or writes the cache of whoever runs it."""
os.environ["CJM_CACHE_DIR"] = CACHE.name
os.environ["CJM_LANGUAGE"] = "en"  # whatever the locale of whoever runs them

# A shell's background jobs ignore Ctrl-C, and so would every process that the tests start there.
signal.signal(signal.SIGINT, signal.default_int_handler)


class Desk:
    """A folder of its own, made the current one; no workspace above it is seen."""

    aside: tuple[str, ...] = ()
    """Rules that no check here runs, so that a test of something else is not about them."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def write(self, name: str, text: str | bytes) -> str:
        """Put a file there, folders included, and give its name back."""
        path = self.folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(text if isinstance(text, bytes) else dedent(text).encode())
        return name

    def check(self, *paths: str, **options: Any) -> cjm.Report:
        """`cjm.check` on a fixed day, without the rules that are set aside."""
        ignore = (*options.pop("ignore", ()), *self.aside)
        return cjm.check(paths, **{"today": TODAY, "ignore": ignore, **options})

    def under(self, finding: cjm.Finding) -> str:
        """The source text that a finding's span covers."""
        span = finding.span
        lines = (self.folder / finding.file).read_text(encoding="utf-8").splitlines()
        if span.line != span.end_line:
            return "\n".join([lines[span.line - 1][span.column - 1 :], "…"])
        return lines[span.line - 1][span.column - 1 : span.end_column - 1]


@pytest.fixture
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Desk:
    """An empty folder as the current one."""
    (tmp_path / ".git").mkdir()
    monkeypatch.chdir(tmp_path)
    return Desk(tmp_path)


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    """Chromium for the tests of one file, gone before the next.

    The driver takes the event loop of its thread, so that neither a second one nor a test with a
    loop of its own can stand beside it; in a folder without `__init__.py`, a fixture of a package
    lives to the end of the session.
    """
    with chromium() as browser:
        yield browser
