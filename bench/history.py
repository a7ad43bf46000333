"""How long `cjm history` takes over many revisions of a journey, each of which changes a score."""

from __future__ import annotations

import subprocess
from pathlib import Path

from bench.corpus import journey
from bench.measure import median, run, verdict

REVISIONS, TOUCHPOINTS = 500, 40
GOAL = 5.0
"""Seconds on the clock, git included."""


def main(folder: Path) -> None:
    """The page of a journey without loops."""
    file = write_repository(folder / "history")
    done = median([run(["cjm", "history", str(file)]) for _ in range(3)])
    print(f"history of {REVISIONS} revisions of {TOUCHPOINTS} touchpoints, median of 3")
    print(f"  {done.wall:8.2f} s wall {done.cpu:8.2f} s cpu  {done.memory:6.0f} MB")
    print(f"  goal {GOAL:g} s: {verdict(done.wall, GOAL)}\n")


def write_repository(folder: Path, revisions: int = REVISIONS) -> Path:
    """A repository with that many revisions of a journey, a day apart; its file."""
    folder.mkdir()
    git = ["git", "-C", str(folder)]
    subprocess.run([*git, "init", "--quiet"], check=True)
    commits = (_commit(n) for n in range(revisions))
    subprocess.run([*git, "fast-import", "--quiet"], input=b"".join(commits), check=True)
    subprocess.run([*git, "checkout", "--quiet", "--force", "bench"], check=True)
    return folder / "journey.yaml"


def _commit(number: int) -> bytes:
    """A commit for `git fast-import`, in which one touchpoint has another experience."""
    text = journey(0, TOUCHPOINTS)
    at, score = number % TOUCHPOINTS, 1 + number // TOUCHPOINTS % 9
    line = f"experience: {{score: {5.5 + at % 4},"
    before, point, after = text.partition(f"  point-{at}:\n")
    content = (before + point + after.replace(line, f"experience: {{score: {score},", 1)).encode()
    who = f"committer Bench <bench@example.org> {1_700_000_000 + number * 86_400} +0000"
    head = f"commit refs/heads/bench\n{who}\ndata 4\nwork\nM 100644 inline journey.yaml\n"
    return f"{head}data {len(content)}\n".encode() + content + b"\n"
