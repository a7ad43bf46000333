"""What a browser needs for a page: time to the first paint, and to filter and sort a table."""

from __future__ import annotations

import shutil
import statistics
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

if TYPE_CHECKING:
    from playwright.sync_api import Browser

LOADS = 5
FLAGS = ("--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run")
PAINTED = "performance.getEntriesByName('first-contentful-paint')[0].startTime"
FILTER = """word => {
    const field = document.querySelector('[name=q]'), start = performance.now();
    field.value = word;
    field.dispatchEvent(new Event('input', {bubbles: true}));
    document.body.offsetHeight;
    return performance.now() - start;
}"""
SORT = """() => {
    const start = performance.now();
    document.querySelector('th[data-sort=disappointed] button').click();
    document.body.offsetHeight;
    return performance.now() - start;
}"""


class Painted(NamedTuple):
    """Of one page, medians in milliseconds, and the files that a load took."""

    first: float
    files: tuple[Path, ...]


@contextmanager
def browser() -> Iterator[Browser | None]:
    """Chromium, or None where it or Playwright is not installed."""
    path = shutil.which("chromium")
    try:
        from playwright.sync_api import sync_playwright
    except ModuleNotFoundError:
        path = None
    if path is None:
        yield None
        return
    with sync_playwright() as driver:
        opened = driver.chromium.launch(executable_path=path, args=FLAGS)
        yield opened
        opened.close()


def painted(browser: Browser, file: Path) -> Painted:
    """How long a page takes to show something, opened anew each time."""
    times, files = [], set()
    for _ in range(LOADS):
        with browser.new_context(viewport={"width": 1440, "height": 900}) as context:
            page = context.new_page()
            page.on("request", lambda request: files.add(request.url))
            page.goto(file.as_uri())
            page.wait_for_function(PAINTED.removesuffix(".startTime"))
            times.append(page.evaluate(PAINTED))
    paths = [Path.from_uri(url) if hasattr(Path, "from_uri") else _path(url) for url in files]
    return Painted(statistics.median(times), tuple(sorted(paths)))


def _path(url: str) -> Path:
    from urllib.parse import unquote, urlsplit

    return Path(unquote(urlsplit(url).path))


def taken(browser: Browser, file: Path, script: str, *arguments: Any) -> float:
    """The median of what a script on a page says it took, in milliseconds."""
    with browser.new_context(viewport={"width": 1440, "height": 900}) as context:
        page = context.new_page()
        page.goto(file.as_uri())
        page.wait_for_load_state()
        page.wait_for_timeout(500)
        return statistics.median(page.evaluate(script, *arguments) for _ in range(LOADS))
