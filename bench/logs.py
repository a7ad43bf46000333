"""Event logs: a journey from 1.5 million events beside pm4py and a bare scan of the same file."""

from __future__ import annotations

import importlib.util
from pathlib import Path

from bench.corpus import write_corpus
from bench.measure import Pair, against_peers, medians, table

CASES, VARIANTS, ACTIVITIES = 300_000, 288, 16
LOG = f"""
SELECT 'case ' || n AS case_id,
  'step ' || hash(n % {VARIANTS} * 100 + place) % {ACTIVITIES} AS activity,
  TIMESTAMP '2026-01-01' + INTERVAL (n % 8000000) SECOND
    + INTERVAL (place * 600 + hash(n + place) % 600) SECOND AS happened
FROM range({CASES}) AS cases(n), range(9) AS places(place)
WHERE place < 2 + n % {VARIANTS} % 7
"""
"""Cases of 2 to 8 events, five on average, on almost so many paths; the same at every run."""

SCAN = """
import duckdb
duckdb.sql("SELECT COUNT(*), MIN(happened) FROM '{file}' GROUP BY case_id").fetchall()
"""
PEER = """
import pandas, pm4py
log = pm4py.format_dataframe(pandas.read_parquet("{file}"), "case_id", "activity", "happened")
pm4py.discover_dfg(log)
pm4py.get_variants(log)
"""
"""What the peer does of the same: moves, starts, ends and paths; it takes no waits along."""


def main(folder: Path) -> None:
    """pm4py is measured where it is installed, with pyarrow, by which pandas reads Parquet."""
    file = str(write_log(folder))
    columns = ["--case", "case_id", "--touchpoint", "activity", "--time", "happened"]
    ours = ["cjm", "discover", file, *columns, "--force", "-o", str(folder / "log.yaml")]
    scan = ["python", "-c", SCAN.format(file=file)]
    title = f"a log of {CASES:,} cases, five events each, processor time of whole processes"
    if all(map(importlib.util.find_spec, ("pm4py", "pyarrow"))):
        peer = ["python", "-c", PEER.format(file=file)]
        pairs = [Pair("discover, waits included : pm4py without waits", ours, peer, 0.1)]
        against_peers(title, pairs, 3)
    table(f"{title}; median of 3", [ours, scan], medians([ours, scan], 3))
    overlay(folder)


def overlay(folder: Path) -> None:
    """What it costs a check that a journey has an overlay."""
    bare = write_corpus(folder / "bare", 1) / "journey-00000.yaml"
    with_one = write_corpus(folder / "measured", 1) / "journey-00000.yaml"
    write_overlay(with_one)
    check = ["cjm", "check", "--no-cache"]
    pair = Pair("with an overlay : without", [*check, str(with_one)], [*check, str(bare)], 1.2)
    against_peers("check of one file of 12 touchpoints", [pair], 11)


def write_log(folder: Path) -> Path:
    """The log as a Parquet file."""
    import duckdb

    file = folder / "log.parquet"
    duckdb.sql(f"COPY ({LOG}) TO '{file}'")
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
