"""How many files a second `cjm fmt` lays out: the examples, as they are and with loose spaces."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

from bench.measure import medians, table, verdict

EXAMPLES = Path(__file__).parents[1] / "journeys"
COPIES = 20
RATE = 200
"""Files a second, read, laid out and proved to say the same."""


def main(folder: Path) -> None:
    """Files that are laid out already, and files of which every one changes."""
    neat, loose = folder / "neat", folder / "loose"
    files = write_examples(neat, str)
    write_examples(loose, loosened)
    commands = [["cjm", "fmt", "--check", str(each)] for each in (neat, loose)]
    results = medians(commands, 5)
    table(f"{files} example files, laid out already and loose, median of 5", commands, results)
    for name, result in zip(("as they are", "loose"), results, strict=True):
        rate, of_one = files / result.wall, files / result.cpu
        held = verdict(-rate, -RATE)
        print(f"  {name}: {rate:.0f} files per second, {of_one:.0f} of one core: {held}")
    print()


def loosened(text: str) -> str:
    """A text that says the same with more blanks behind the first colon of each line."""
    return re.sub(r"(?m)^([\w -]+:) (?=[\w{\[])", r"\1   ", text)


def write_examples(folder: Path, change: Callable[[str], str]) -> int:
    """Copies of the example files in a folder, each changed; how many there are."""
    folder.mkdir()
    texts = [file.read_text(encoding="utf-8") for file in sorted(EXAMPLES.glob("*.yaml"))]
    for copy in range(COPIES):
        for n, text in enumerate(texts):
            (folder / f"{copy:02}-{n:02}.yaml").write_text(change(text), encoding="utf-8")
    return COPIES * len(texts)
