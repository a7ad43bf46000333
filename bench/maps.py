"""Drawing: one map beside Graphviz and Mermaid, and many maps in one run."""

from __future__ import annotations

import shutil
from pathlib import Path

from bench.corpus import write_corpus
from bench.measure import medians, run, table

MANY = 100


def main(folder: Path) -> None:
    """The peers are measured where they are installed: `dot`, and mermaid-cli as `mmdc`."""
    file = str(write_corpus(folder / "map", 1) / "journey-00000.yaml")
    dot, mermaid = str(folder / "map.dot"), str(folder / "map.mmd")
    run(["cjm", "render", file, "-o", dot])
    run(["cjm", "render", file, "--view", "map", "-o", mermaid])
    commands = [
        ["cjm", "render", file, "-o", str(folder / "anew.svg"), "--no-cache"],
        ["cjm", "render", file, "-o", str(folder / "again.svg")],
        ["cjm", "render", file, "-o", str(folder / "map.svg"), "--view", "map", "--no-cache"],
    ]
    if program := shutil.which("dot"):
        commands.append([program, "-Tsvg", dot, "-o", str(folder / "dot.svg")])
    if program := shutil.which("mmdc"):
        settings = Path(__file__).parent / "chromium.json"
        commands.append([program, "-q", "-p", str(settings), "-i", mermaid, "-o", f"{mermaid}.svg"])
    title = "the map of 12 touchpoints: anew, unchanged, as a sheet; its peers; median of 9"
    table(title, commands, medians(commands, 9))
    many = str(write_corpus(folder / "maps", MANY))
    commands = [["cjm", "render", many, "-o", str(folder / "out"), "--no-cache"]]
    results = medians(commands, 3)
    table(f"{MANY} maps in one run, median of 3", commands, results)
    print(f"  {MANY / results[0].wall:.0f} maps per second, {MANY / results[0].cpu:.0f} per core\n")
