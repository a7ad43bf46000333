"""Timing whole processes: their wall time, processor time and peak memory."""

from __future__ import annotations

import os
import statistics
import subprocess
import sys
import time
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

BIN = os.path.dirname(sys.executable)


class Run(NamedTuple):
    """One process: seconds on the clock, seconds of processor, peak memory in MB, exit code."""

    wall: float
    cpu: float
    memory: float
    code: int


def run(command: Sequence[str]) -> Run:
    """Run a command of this environment once, its output thrown away."""
    program = [os.path.join(BIN, command[0]), *command[1:]]
    start = time.perf_counter()
    process = subprocess.Popen(program, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    _, status, usage = os.wait4(process.pid, 0)
    wall = time.perf_counter() - start
    process.returncode = os.waitstatus_to_exitcode(status)
    return Run(wall, usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024, process.returncode)


class Pair(NamedTuple):
    """What is held to a goal: our command, its peer, and their ratio at most."""

    name: str
    ours: Sequence[str]
    peer: Sequence[str]
    goal: float


def rounds(commands: Sequence[Sequence[str]], runs: int) -> list[list[Run]]:
    """Every command's runs; they take turns, so that a drift of the machine hits all."""
    for command in commands:
        run(command)
    turns = [[run(command) for command in commands] for _ in range(runs)]
    return [list(column) for column in zip(*turns, strict=True)]


def medians(commands: Sequence[Sequence[str]], runs: int) -> list[Run]:
    """Each command's median run."""
    return [median(column) for column in rounds(commands, runs)]


def median(runs: Sequence[Run]) -> Run:
    """The median of each figure."""
    return Run(*(statistics.median(values) for values in zip(*runs, strict=True)))  # type: ignore[arg-type]


def against_peers(title: str, pairs: Sequence[Pair], runs: int) -> None:
    """Processor time of whole processes; the ratio is the median of neighbouring runs'."""
    print(f"{title}, median of {runs}")
    print(f"  {'cpu s':>8} {'peer s':>8} {'ratio':>6} {'goal':>6}")
    for name, ours, peer, goal in pairs:
        mine, other = rounds([ours, peer], runs)
        ratio = statistics.median(a.cpu / b.cpu for a, b in zip(mine, other, strict=True))
        print(
            f"  {median(mine).cpu:8.3f} {median(other).cpu:8.3f} {ratio:6.2f} {goal:6.2f}  "
            f"{verdict(ratio, goal)}  {name}"
        )
    print()


def verdict(figure: float, goal: float) -> str:
    """Whether a figure is within its goal."""
    return "reached" if figure <= goal else "missed "


def table(title: str, commands: Sequence[Sequence[str]], results: Sequence[Run]) -> None:
    """A row a command."""
    print(title)
    print(f"  {'wall s':>8} {'cpu s':>8} {'MB':>6} {'exit':>5}  command")
    for command, result in zip(commands, results, strict=True):
        shown = " ".join(Path(part).name if "/" in part else part for part in command)
        print(
            f"  {result.wall:8.3f} {result.cpu:8.3f} {result.memory:6.0f} {result.code:5.0f}  "
            + shown
        )
    print()
