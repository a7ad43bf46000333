"""Drawing: one map beside Graphviz and Mermaid, and many or large maps in one run."""

from __future__ import annotations

import shutil
from pathlib import Path

from bench.corpus import write_corpus
from bench.measure import Pair, against_peers, medians, run, table, verdict

MANY, LARGE = 100, 1_000
LARGE_GOAL = 4.0
"""Seconds of processor for a map of so many cards."""


def main(folder: Path) -> None:
    """The peers are measured where they are installed: `dot`, and mermaid-cli as `mmdc`."""
    one_map(folder)
    many = str(write_corpus(folder / "maps", MANY))
    large = str(write_corpus(folder / "large", 1, LARGE, loops=True) / "journey-00000.yaml")
    commands = [
        ["cjm", "render", many, "-o", str(folder / "out"), "--no-cache"],
        ["cjm", "render", large, "-o", str(folder / "large.svg"), "--no-cache"],
    ]
    results = medians(commands, 3)
    table(f"{MANY} maps in one run, and one of {LARGE} cards; median of 3", commands, results)
    print(f"  {MANY / results[0].wall:.0f} maps per second, {MANY / results[0].cpu:.0f} per core")
    reached = verdict(results[1].cpu, LARGE_GOAL)
    print(f"  {LARGE} cards: {results[1].cpu:.1f} s, goal {LARGE_GOAL:g} s: {reached}\n")


def one_map(folder: Path) -> None:
    """Of 12 touchpoints: anew, unchanged, and as a sheet of rows."""
    file = str(write_corpus(folder / "map", 1) / "journey-00000.yaml")
    dot, mermaid = str(folder / "map.dot"), str(folder / "map.mmd")
    run(["cjm", "render", file, "-o", dot])
    run(["cjm", "render", file, "--view", "map", "-o", mermaid])
    anew = ["cjm", "render", file, "-o", str(folder / "anew.svg"), "--no-cache"]
    again = ["cjm", "render", file, "-o", str(folder / "again.svg")]
    sheet = ["cjm", "render", file, "-o", str(folder / "m.svg"), "--view", "map", "--no-cache"]
    pairs = []
    if program := shutil.which("dot"):
        peer = [program, "-Tsvg", dot, "-o", str(folder / "dot.svg")]
        pairs += [
            Pair("render, cold : dot -Tsvg", anew, peer, 4.5),
            Pair("render, unchanged : dot -Tsvg", again, peer, 4.5),
            Pair("render --view map, cold : dot -Tsvg", sheet, peer, 4.5),
        ]
    if program := shutil.which("mmdc"):
        settings = str(Path(__file__).parent / "chromium.json")
        peer = [program, "-q", "-p", settings, "-i", mermaid, "-o", f"{mermaid}.svg"]
        pairs.append(Pair("render, cold : mermaid-cli", anew, peer, 1.0))
    if pairs:
        title = "the map of 12 touchpoints, processor time of whole processes"
        against_peers(title, pairs, 11)
    else:
        commands = [anew, again, sheet]
        table("the map of 12 touchpoints, no peer here", commands, medians(commands, 9))
