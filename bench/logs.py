"""Event logs: a journey from 1.5 million events beside pm4py and a bare scan of the same file."""

from __future__ import annotations

import importlib.util
import statistics
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

from bench.corpus import write_corpus
from bench.measure import Pair, against_peers, medians, table

CASES, VARIANTS, ACTIVITIES = 300_000, 288, 16
LOG = f"""
SELECT 'case ' || n AS case_id,
  'step ' || hash(n % {VARIANTS} * 100 + place) % {ACTIVITIES} AS activity,
  TIMESTAMP '2026-01-01' + INTERVAL (n % 8000000) SECOND
    + INTERVAL (place * 600 + hash(n + place) % 600) SECOND AS happened
FROM range({{cases}}) AS cases(n), range(9) AS places(place)
WHERE place < 2 + n % {VARIANTS} % 7
"""
"""Cases of 2 to 8 events, five on average, on almost so many paths; the same at every run."""

SCAN = """
import duckdb
def work(file):
    duckdb.sql(f"SELECT COUNT(*), MIN(happened) FROM '{file}' GROUP BY case_id").fetchall()
"""
PEER = """
import pandas, pm4py
def work(file):
    log = pm4py.format_dataframe(pandas.read_parquet(file), "case_id", "activity", "happened")
    pm4py.discover_dfg(log)
    pm4py.get_variants(log)
"""
"""What the peer does of the same: moves, starts, ends and paths; it takes no waits along."""
OURS = """
from cjm.data.choosing import choose, wanted_of
from cjm.data.engine import local_engine
from cjm.data.logs.reading import LogOptions, read_log
from cjm.data.trusted import trusted
def work(file):
    columns = {"case": "case_id", "touchpoint": "activity", "time": "happened"}
    chosen = choose("events", wanted_of(file, None, columns=columns))
    with local_engine("discover") as engine:
        rows = trusted(chosen.source, chosen, engine)
        read_log(rows, chosen.source, chosen.asked, LogOptions(waits=WAITS))
"""
INSIDE = """
import time
work(FEW)
wall, cpu = time.perf_counter(), time.process_time()
work(FILE)
print(time.perf_counter() - wall, time.process_time() - cpu)
"""
"""Seconds that the work itself takes, once all is imported that it needs."""


def main(folder: Path) -> None:
    """pm4py is measured where it is installed, with pyarrow, by which pandas reads Parquet."""
    file, few = str(write_log(folder, "log", CASES)), str(write_log(folder, "few", VARIANTS))
    has_peer = all(map(importlib.util.find_spec, ("pm4py", "pyarrow")))
    title = f"a log of {CASES:,} cases, five events each"
    columns = ["--case", "case_id", "--touchpoint", "activity", "--time", "happened"]
    ours = ["cjm", "discover", file, *columns, "--force", "-o", str(folder / "log.yaml")]
    scan = ["python", "-c", f"{SCAN}work({file!r})"]
    if has_peer:
        peer = ["python", "-c", f"{PEER}work({file!r})"]
        pairs = [Pair("discover, waits included : pm4py without waits", ours, peer, 0.1)]
        against_peers(f"{title}, processor time of whole processes", pairs, 3)
    table(f"{title}, whole processes; median of 3", [ours, scan], medians([ours, scan], 3))
    works = {
        "a bare scan": SCAN,
        "moves, starts, ends, paths": OURS.replace("WAITS", "False"),
        "the same with waits": OURS.replace("WAITS", "True"),
    }
    inside(title, works | ({"pm4py, without waits": PEER} if has_peer else {}), file, few)
    overlay(folder)


def inside(title: str, works: Mapping[str, str], file: str, few: str) -> None:
    """A row for the work of each, without starting and importing."""
    timing = INSIDE.replace("FEW", repr(few)).replace("FILE", repr(file))
    turns = [[printed(work + timing) for work in works.values()] for _ in range(3)]
    print(f"{title}, the work alone; median of 3")
    print(f"  {'wall s':>8} {'cpu s':>8}")
    for name, runs in zip(works, zip(*turns, strict=True), strict=True):
        wall, cpu = (statistics.median(figures) for figures in zip(*runs, strict=True))
        print(f"  {wall:8.3f} {cpu:8.3f}  {name}")
    print()


def printed(code: str) -> tuple[float, ...]:
    """The figures that a piece of Python prints, in a process of its own."""
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    return tuple(map(float, done.stdout.split()))


def overlay(folder: Path) -> None:
    """What it costs a check that a journey has an overlay."""
    bare = write_corpus(folder / "bare", 1) / "journey-00000.yaml"
    with_one = write_corpus(folder / "measured", 1) / "journey-00000.yaml"
    write_overlay(with_one)
    check = ["cjm", "check", "--no-cache"]
    pair = Pair("with an overlay : without", [*check, str(with_one)], [*check, str(bare)], 1.2)
    against_peers("check of one file of 12 touchpoints", [pair], 11)


def write_log(folder: Path, name: str, cases: int) -> Path:
    """A log as a Parquet file."""
    import duckdb

    file = folder / f"{name}.parquet"
    duckdb.sql(f"COPY ({LOG.format(cases=cases)}) TO '{file}'")
    return file


def write_overlay(journey: Path) -> Path:
    """Both scores of every touchpoint of a journey, measured."""
    import cjm
    from cjm.journey import Score
    from cjm.journey.measured import Measured, MeasuredTouchpoint
    from cjm.project.overlays import overlay_path, overlay_text

    of = cjm.load(journey)
    points = tuple(
        MeasuredTouchpoint(point.id, Score(8, 400, 1.5), Score(7, 400, 2.5))
        for point in of.touchpoints
    )
    file = Path(overlay_path(str(journey)))
    measured = Measured(of.id, of.state, of.scale, scores=points)
    file.write_text(overlay_text(measured, of), encoding="utf-8")
    return file
