"""How quick the studio that is one file is: its start, a key to the map, another worker."""

from __future__ import annotations

import gzip
import json
import zlib
from base64 import urlsafe_b64encode
from pathlib import Path
from statistics import median
from typing import TYPE_CHECKING, Any

from bench.corpus import journey
from bench.measure import verdict
from bench.pages import browser

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

FILE = Path(__file__).parents[1] / "build/cjm-studio.html"
STARTS, KEYS = 3, 12
FIRST_MAP, RESTART = 3.0, 2.0
KEY_TO_MAP = {12: 0.080, 40: 0.150}
LARGEST, LARGEST_PACKED = 10e6, 6.5e6
PATIENCE_MS = 60_000

WATCH = """() => {
    const Worker = window.Worker;
    const seen = window.seen = { map: 0, figures: 0, key: 0, ready: 0, workers: [] };
    window.Worker = class extends Worker {
        constructor(address) {
            super(address);
            seen.workers.push(this);
            this.addEventListener('message', ({ data }) => {
                if (data.ready) seen.ready = performance.now();
            });
        }
    };
    addEventListener('keydown', () => { seen.key = performance.now(); }, true);
    new MutationObserver(records => {
        for (const { target, addedNodes, attributeName } of records) {
            const isMap = [...addedNodes].some(node => node.tagName === 'svg');
            if (isMap && target.classList.contains('canvas')) seen.map = performance.now();
            if (attributeName === 'aria-busy' && target.getAttribute('aria-busy') === 'false')
                seen.figures = performance.now();
        }
    }).observe(document, { childList: true, subtree: true, attributes: true });
}"""


def main() -> None:
    """Nothing where the file was not built or there is no Chromium."""
    if not FILE.is_file():
        print("the studio that is one file is not built here: make studio\n")
        return
    content = FILE.read_bytes()
    print("the studio that is one file, Chromium, medians of wall time")
    for name, size, most in (
        ("size", len(content), LARGEST),
        ("compressed", len(gzip.compress(content, 9)), LARGEST_PACKED),
    ):
        told = "reached" if size <= most else "missed"
        print(f"  {name:24}{size / 1e6:6.2f} MB of {most / 1e6:.1f} MB: {told}")
    with browser() as opened:
        if opened is None:
            print("  no Chromium or no Playwright: not measured")
        else:
            measure(opened)
    print()


def measure(browser: Browser) -> None:
    """The lines that want a browser."""
    starts = [started(browser, 12) for _ in range(STARTS)]
    line("first map, cold", median(first for first, _ in starts), FIRST_MAP)
    line("a worker anew", median(anew for _, anew in starts), RESTART)
    for touchpoints, goal in KEY_TO_MAP.items():
        for name, loops in (("", False), (", loops", True)):
            maps, figures = typed(browser, touchpoints, loops)
            line(f"key to map, {touchpoints}{name}", maps, goal)
            line(f"key to figures, {touchpoints}{name}", figures, None)


def line(name: str, seconds: float, goal: float | None) -> None:
    """A figure, beside its goal where it has one."""
    told = f": {verdict(seconds, goal)}" if goal else ""
    print(f"  {name:24}{1000 * seconds:6.0f} ms{told}")


def started(browser: Browser, touchpoints: int) -> tuple[float, float]:
    """Seconds from the address to the first map, and from a worker's end to the next one."""
    page = opened(browser, touchpoints, False)
    first = until(page, "seen.map") / 1000
    until(page, "seen.figures")
    ended = page.evaluate(
        """() => {
            seen.ready = 0;
            seen.workers.at(-1).dispatchEvent(new ErrorEvent('error', { message: 'ended' }));
            return performance.now();
        }"""
    )
    anew = (until(page, "seen.ready") - ended) / 1000
    page.close()
    return first, anew


def typed(browser: Browser, touchpoints: int, loops: bool) -> tuple[float, float]:
    """Seconds from a key in the text to the new map, and to all figures; medians."""
    page = opened(browser, touchpoints, loops)
    until(page, "seen.map")
    until(page, "seen.figures")
    page.locator(".editor .cm-content").click()
    page.keyboard.press("Control+End")
    page.keyboard.type("# ")
    maps, figures = [], []
    for _ in range(KEYS):
        page.wait_for_timeout(600)
        until(page, "document.querySelector('main').getAttribute('aria-busy') === 'false'")
        page.evaluate("() => { seen.map = seen.figures = 0; }")
        page.keyboard.press("x")
        maps.append(until(page, "seen.map && seen.map - seen.key"))
        figures.append(until(page, "seen.figures && seen.figures - seen.key"))
    page.close()
    return median(maps) / 1000, median(figures) / 1000


def opened(browser: Browser, touchpoints: int, loops: bool) -> Page:
    """The page, with a journey in its address."""
    page = browser.new_page(viewport={"width": 1440, "height": 900})
    page.set_default_timeout(PATIENCE_MS)
    page.add_init_script(f"({WATCH})()")
    page.goto(FILE.as_uri() + link(journey(0, touchpoints, loops=loops)), wait_until="commit")
    return page


def link(text: str) -> str:
    """What stands after the page's address for a journey."""
    shared = {"name": "journey.yaml", "text": text, "view": "graph", "language": "en"}
    packer = zlib.compressobj(9, zlib.DEFLATED, -zlib.MAX_WBITS)
    packed = packer.compress(json.dumps(shared).encode()) + packer.flush()
    return "#1" + urlsafe_b64encode(packed).decode().rstrip("=")


def until(page: Page, condition: str) -> Any:
    """What a condition comes to once it is something; the page's policy allows no eval."""
    for _ in range(PATIENCE_MS // 10):
        if told := page.evaluate(condition):
            return told
        page.wait_for_timeout(10)
    raise TimeoutError(condition)


if __name__ == "__main__":
    main()
