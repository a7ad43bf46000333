"""The analysis: processor time and memory by shape and size, each in a process of its own."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import time
from pathlib import Path
from typing import NamedTuple

from bench.measure import verdict
from bench.shapes import SHAPES, journey_of, opened

SMALL = (12, 30, 40, 50)
OPEN = (("onward", 50), ("tangle", 50), ("onward", 1_000), ("tangle", 1_000))
"""Journeys of which nobody gave a share, so that all is solved twice to tell what is assumed."""
LARGE = (("onward", 1_000), ("short_loops", 1_000), ("onward", 10_000), ("tangle", 10_000))
HUGE = ("onward", 100_000)
FIGURES, SHARE = 0.010, 0.100
"""Seconds for flow, gaps, paths and loops of up to 50 touchpoints, and for the share of the
disappointed and what fixes would change."""
COMPONENT, COMPONENT_MB = 2.0, 200.0
"""Seconds and megabytes for all figures of 10,000 touchpoints in one random component."""


class Cost(NamedTuple):
    """Seconds of processor of two groups of figures, of all as JSON, and the peak memory in MB."""

    figures: float
    share: float
    everything: float
    memory: float


def main() -> None:
    """A row a shape and size."""
    print("analysis after imports, processor seconds (median of 5 up to 50 touchpoints)")
    print(f"  {'touchpoints':>11} {'shape':<12} {'figures':>8} {'share':>8} {'all':>8} {'MB':>6}")
    for size in SMALL:
        for shape in SHAPES:
            cost = _row(shape, size)
            print(
                f"    figures {verdict(cost.figures, FIGURES)} ({FIGURES * 1000:g} ms), "
                f"share and fixes {verdict(cost.share, SHARE)} ({SHARE * 1000:g} ms)"
            )
    for shape, size in (*LARGE, HUGE):
        cost = _row(shape, size)
        if shape == "tangle":
            time_, memory = verdict(cost.everything, COMPONENT), verdict(cost.memory, COMPONENT_MB)
            print(f"    time {time_} ({COMPONENT:g} s), memory {memory} ({COMPONENT_MB:g} MB)")
    _second_solves()
    print()


def _second_solves() -> None:
    """What it costs to tell assumed figures from others, in a process of its own."""
    print("  no share written: figures with and without what is assumed of them")
    print(f"  {'touchpoints':>11} {'shape':<12} {'without':>8} {'with':>8}")
    for shape, size in OPEN:
        command = [sys.executable, "-m", "bench.analysis", shape, str(size), "open"]
        root = Path(__file__).parents[1]
        told = subprocess.run(command, capture_output=True, text=True, cwd=root, check=True)
        without, with_ = json.loads(told.stdout)
        print(f"  {size:11,} {shape:<12} {without:8.4f} {with_:8.4f}")


def _row(shape: str, size: int) -> Cost:
    """Measure in a process of its own, so that nobody's memory is another's."""
    command = [sys.executable, "-m", "bench.analysis", shape, str(size)]
    root = Path(__file__).parents[1]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True, cwd=root) as process:
        told = process.stdout.read() if process.stdout else ""
        _, status, usage = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
    cost = Cost(*json.loads(told), usage.ru_maxrss / 1024)
    print(
        f"  {size:11,} {shape:<12} {cost.figures:8.4f} {cost.share:8.4f} {cost.everything:8.4f} "
        f"{cost.memory:6.0f}"
    )
    return cost


def measure(shape: str, size: int) -> list[float]:
    """Figures, share and fixes, and everything as JSON has it; the first run only warms up."""
    import cjm

    journey = journey_of(shape, size)
    costs = []
    for _ in range(6 if size <= max(SMALL) else 1):
        start = time.process_time()
        analysis = cjm.analyze(journey)
        _ = (analysis.flow, analysis.outcomes, analysis.balance, analysis.impacts)
        _ = (analysis.loops, analysis.worst_path, analysis.likely_path, analysis.length)
        middle = time.process_time()
        _ = (analysis.disappointed, analysis.fixes)
        end = time.process_time()
        analysis.to_dict()
        costs.append((middle - start, end - middle, time.process_time() - start))
    kept = costs[1:] or costs
    return [sorted(column)[len(kept) // 2] for column in zip(*kept, strict=True)]


def measure_assumed(shape: str, size: int) -> list[float]:
    """All figures of a journey without shares, and the same with what is assumed of them."""
    import cjm

    journey = opened(journey_of(shape, size))
    costs = []
    for _ in range(6):
        start = time.process_time()
        analysis = cjm.analyze(journey)
        _ = (analysis.flow, analysis.impacts, analysis.likely_path, analysis.disappointed)
        _ = (analysis.stages, analysis.fix_balances, analysis.remembered, analysis.time)
        middle = time.process_time()
        _ = (analysis.assumed, [figures.assumed for figures in analysis.touchpoints])
        costs.append((middle - start, time.process_time() - start))
    return [sorted(column)[len(costs) // 2] for column in zip(*costs[1:], strict=True)]


if __name__ == "__main__":
    measured = measure_assumed if sys.argv[3:] == ["open"] else measure
    print(json.dumps(measured(sys.argv[1], int(sys.argv[2]))))
