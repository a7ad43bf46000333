"""The report: how long the example journeys and 500 distinct ones take, and how heavy pages are."""

from __future__ import annotations

import gzip
import shutil
from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING

from bench import pages
from bench.measure import Run, median, run, verdict
from bench.varied import EXAMPLES, write_varied

if TYPE_CHECKING:
    from playwright.sync_api import Browser

MANY = 500
BUILD_GOALS = {"examples, cold": 3.0, f"{MANY} distinct, cold": 60.0, f"{MANY}, unchanged": 2.0}
"""Seconds on the clock of a machine with two cores, in one language."""
PORTFOLIO_KB, JOURNEY_KB, SCRIPTS_KB = 300, 80, 40
"""Compressed, without fonts and styles, which all pages share."""
PORTFOLIO_PAINT, JOURNEY_PAINT, FILTER_GOAL, SORT_GOAL = 1000, 500, 100, 100
"""Milliseconds."""


def main(folder: Path) -> None:
    """Build, weigh and open."""
    examples, many = folder / "examples-site", folder / "many-site"
    print("the report; wall time is what its goals are in, on two cores")
    print(f"  {'wall s':>8} {'cpu s':>8} {'MB':>6}")
    build("examples, cold", str(EXAMPLES), examples, 3)
    varied = str(write_varied(folder / "varied", MANY))
    build(f"{MANY} distinct, cold", varied, many, 1)
    build(f"{MANY}, unchanged", varied, many, 3, again=True)
    print()
    with pages.browser() as browser:
        if browser is None:
            print("  no Chromium or no Playwright: pages are not opened\n")
            return
        portfolio(browser, many / "ru" / "index.html")
        journeys(browser, examples / "ru" / "journeys")


def build(name: str, journeys: str, site: Path, runs: int, again: bool = False) -> None:
    """The command as people call it; a cold run finds neither a site nor a cache."""
    done: list[Run] = []
    for _ in range(runs):
        if not again:
            shutil.rmtree(site, ignore_errors=True)
        cache = [] if again or runs == 1 else ["--no-cache"]
        done.append(run(["cjm", "report", journeys, "-o", str(site), "--language", "ru", *cache]))
    middle, goal = median(done), BUILD_GOALS[name]
    reached = verdict(middle.wall, goal)
    print(
        f"  {middle.wall:8.2f} {middle.cpu:8.2f} {middle.memory:6.0f}  "
        f"goal {goal:g} s: {reached}  {name}"
    )


def portfolio(browser: Browser, file: Path) -> None:
    """Of all the journeys, the rows beyond the first page included."""
    opened = pages.painted(browser, file)
    row(f"portfolio of {MANY}, kB compressed", weight(opened.files), PORTFOLIO_KB)
    row(f"portfolio of {MANY}, first paint, ms", opened.first, PORTFOLIO_PAINT)
    row("  filter, ms", pages.taken(browser, file, pages.FILTER, "сал"), FILTER_GOAL)
    row("  sort, ms", pages.taken(browser, file, pages.SORT), SORT_GOAL)


def journeys(browser: Browser, folder: Path) -> None:
    """The heaviest of the examples."""
    single = [file for file in folder.glob("*.html") if file.name.count(".") == 2]
    file = max(single, key=lambda page: page.stat().st_size)
    opened = pages.painted(browser, file)
    row(f"{file.name}, kB compressed", weight([file]), JOURNEY_KB)
    row("  first paint, ms", opened.first, JOURNEY_PAINT)
    scripts = sorted((folder.parents[1] / "assets").glob("*.js"))
    own = [script for script in scripts if not script.name.startswith("search")]
    row("all scripts, kB compressed", weight(own), SCRIPTS_KB)
    print()


def weight(files: Iterable[Path]) -> float:
    """Pages and scripts as a server sends them, in kB."""
    sent = [file for file in files if file.suffix in (".html", ".js", ".json")]
    return sum(len(gzip.compress(file.read_bytes(), 6)) for file in sent) / 1000


def row(name: str, figure: float, goal: float) -> None:
    """A figure beside its goal."""
    print(f"  {figure:8.1f}  goal {goal:g}: {verdict(figure, goal)}  {name}")
