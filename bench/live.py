"""What whoever has a page open waits for: a save to the map shown anew, a drag to its figures."""

from __future__ import annotations

import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from statistics import median
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from bench.corpus import journey
from bench.measure import verdict
from bench.pages import browser

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

ROUNDS = 9
TOUCHPOINTS = {"12": (12, False), "40": (40, False), "40, loops and findings": (40, True)}
SAVE_TO_PICTURE, RELEASE_TO_MAP, FRAME = 300, 300, 16
"""Milliseconds on the clock: of a save, of a drag's end, and of a step of a drag."""
PATIENCE = 60_000

SHOWN = """() => {
    const look = () => {
        if (document.querySelector('.canvas svg')) setTimeout(() => { window.shown = Date.now(); });
        else requestAnimationFrame(look);
    };
    requestAnimationFrame(look);
}"""
"""When a page that was just loaded has been painted with its map, which stands in its HTML."""
DRAGGED = """() => {
    const seen = window.seen = { moved: 0, frames: [], released: 0, map: 0 };
    addEventListener('pointermove', () => { seen.moved = performance.now(); }, true);
    addEventListener('pointerup', () => { seen.released = performance.now(); }, true);
    new MutationObserver(records => {
        for (const { target, addedNodes } of records) {
            const within = target.nodeType === 1 ? target : target.parentElement;
            if (seen.moved && within?.closest('[data-figure=balance]')) {
                seen.frames.push(performance.now() - seen.moved);
                seen.moved = 0;
            }
            const isMap = [...addedNodes].some(node => node.tagName === 'svg');
            if (isMap && target.classList.contains('canvas')) seen.map = performance.now();
        }
    }).observe(document, { childList: true, subtree: true, characterData: true });
}"""


def main(folder: Path) -> None:
    """Nothing where there is no Chromium."""
    with browser() as opened:
        if opened is None:
            print("no Chromium or no Playwright: live pages are not measured\n")
            return
        print(f"live pages in Chromium, wall time, medians of {ROUNDS}")
        for name, (touchpoints, loops) in TOUCHPOINTS.items():
            journeys = folder / f"live-{touchpoints}-{loops}"
            journeys.mkdir()
            file = journeys / "journey.yaml"
            file.write_text(journey(0, touchpoints, loops), encoding="utf-8")
            saved(opened, file, name)
            dragged(opened, file, name)
        print()


def saved(browser: Browser, file: Path, name: str) -> None:
    """The file is saved with another score; the page loads itself again."""
    with served(file.parent) as root:
        page = browser.new_page(viewport={"width": 1440, "height": 900})
        page.set_default_timeout(PATIENCE)
        page.add_init_script(f"({SHOWN})()")
        page.goto(f"{root}ru/journeys/journey-0.as-is.html")
        text = file.read_text(encoding="utf-8")
        took = [save(page, file, text, nth) for nth in range(ROUNDS)]
        page.close()
    line(f"a save to its picture, {name}", median(took), SAVE_TO_PICTURE)


def save(page: Page, file: Path, text: str, nth: int) -> float:
    """Milliseconds from one save to the page's next paint with a map."""
    page.wait_for_timeout(300)
    with page.expect_navigation(wait_until="load", timeout=PATIENCE):
        began = 1000 * time.time()
        file.write_text(text.replace("score: 6.5,", f"score: 6.{nth}1,", 1), "utf-8")
    return until(page, "window.shown") - began


def dragged(browser: Browser, file: Path, name: str) -> None:
    """A disc is drawn along its axis in the studio and let go of."""
    with served(file.parent, "--edit") as root:
        page = browser.new_page(viewport={"width": 1440, "height": 900})
        page.set_default_timeout(PATIENCE)
        page.add_init_script(f"({DRAGGED})()")
        page.goto(f"{root}studio.html?language=en#file=journey-0.as-is&t=point-5")
        page.locator("main[aria-busy=false]").wait_for()
        took = [drag(page, nth) for nth in range(ROUNDS)]
        frames = page.evaluate("window.seen.frames")
        page.close()
    line(f"a step of a drag to the new balance, {name}", median(frames), FRAME)
    line(f"a drag's end to the new map, {name}", median(took), RELEASE_TO_MAP)


def drag(page: Page, nth: int) -> float:
    """Milliseconds from letting go to the map with the score."""
    axis = page.locator(".inspector .bell").first.bounding_box()
    disc = page.locator('[data-focus="score  experience"]:visible').bounding_box()
    assert axis
    assert disc
    middle = disc["y"] + disc["height"] / 2
    page.mouse.move(disc["x"] + disc["width"] / 2, middle)
    page.mouse.down()
    page.mouse.move(axis["x"] + axis["width"] * (0.3 + 0.1 * (nth % 5)), middle, steps=6)
    page.evaluate("window.seen.map = 0")
    page.mouse.up()
    until(page, "window.seen.map")
    page.locator("main[aria-busy=false]").wait_for()
    return float(page.evaluate("window.seen.map - window.seen.released"))


def until(page: Page, figure: str) -> float:
    """A figure of the page once it is there; the page's policy forbids that the page waits."""
    while not (value := page.evaluate(figure)):
        page.wait_for_timeout(10)
    return float(value)


@contextmanager
def served(folder: Path, *options: str) -> Iterator[str]:
    """The address of a running `cjm serve`."""
    command = [sys.executable, "-m", "cjm", "serve", str(folder), "--port", "0"]
    command += ["--language", "ru", *options]
    quiet = subprocess.DEVNULL
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=quiet, text=True) as process:
        try:
            assert process.stdout
            address = urlsplit(process.stdout.readline().strip())
            yield f"http://localhost:{address.port}/"
        finally:
            process.terminate()


def line(name: str, figure: float, goal: float) -> None:
    """A figure beside its goal, in milliseconds."""
    print(f"  {name:58}{figure:7.1f} ms of {goal}: {verdict(figure, goal)}")
