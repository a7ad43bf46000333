"""The difference of two journeys of 40 touchpoints, beside a cold check of the same two files."""

from __future__ import annotations

from pathlib import Path

from bench.corpus import write_corpus
from bench.measure import Pair, against_peers

TOUCHPOINTS = 40


def main(folder: Path) -> None:
    """Every process started anew; a page, data, and a picture, which has no goal of its own."""
    sides = write_corpus(folder / "diff", 2, TOUCHPOINTS)
    files = [str(sides / f"journey-{n:05}.yaml") for n in (0, 1)]
    check = ["cjm", "check", *files, "--no-cache"]
    pairs = [
        Pair("diff : check, both cold, no loops", ["cjm", "diff", *files], check, 1.5),
        Pair("diff --format json : check", ["cjm", "diff", *files, "--format", "json"], check, 1.5),
    ]
    against_peers(f"two journeys of {TOUCHPOINTS} touchpoints, processor time", pairs, 11)
