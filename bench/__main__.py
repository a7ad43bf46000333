"""Print how long things take, beside peers that do a like job, in one run."""

from __future__ import annotations

import os
import tempfile
from pathlib import Path

from bench import maps
from bench.corpus import write_corpus
from bench.measure import medians, run, table

MANY = 2_000
UNCHANGED = 10_000


def main() -> None:
    """Checking one file, many files, and unchanged ones; maps; then the analysis."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        os.environ["CJM_CACHE_DIR"] = str(folder / "cache")
        schema = folder / "schema.json"
        run(["cjm", "schema", "-o", str(schema)])
        one_file(folder, schema)
        many_files(folder, schema)
        unchanged_files(folder)
        maps.main(folder)
    from bench import analysis  # numpy here would count as memory of every process above

    analysis.main()


def one_file(folder: Path, schema: Path) -> None:
    """A journey of 12 touchpoints, every process started anew."""
    file = str(write_corpus(folder / "one", 1) / "journey-00000.yaml")
    commands = [
        ["cjm", "check", file, "--no-cache"],
        ["cjm", "check", file, "--no-cache", "--select", "CJM0,CJM101"],
        ["cjm", "check", file],
        ["yamllint", file],
        ["check-jsonschema", "--schemafile", str(schema), file],
    ]
    table("one file of 12 touchpoints, whole process, median of 9", commands, medians(commands, 9))


def many_files(folder: Path, schema: Path) -> None:
    """How many files a second, and whether memory stays flat."""
    few = str(write_corpus(folder / "few", MANY // 10))
    many = str(write_corpus(folder / "many", MANY))
    peer = ["check-jsonschema", "--schemafile", str(schema), *map(str, sorted(Path(few).iterdir()))]
    commands = [
        ["cjm", "check", few, "--no-cache"],
        ["cjm", "check", many, "--no-cache"],
        ["yamllint", few],
        peer,
    ]
    results = medians(commands, 3)
    shown = [*commands[:3], ["check-jsonschema", "few"]]
    table(f"{MANY // 10} and {MANY} files of 12 touchpoints, median of 3", shown, results)
    rates = [MANY / results[1].cpu, *(MANY / 10 / result.cpu for result in results[2:])]
    names = ("cjm", "yamllint", "check-jsonschema")
    for name, rate in zip(names, rates, strict=True):
        print(f"  {name}: {rate:.0f} files per second of one core")
    print()


def unchanged_files(folder: Path) -> None:
    """Files that an earlier run has seen."""
    commands = [["cjm", "check", str(write_corpus(folder / "unchanged", UNCHANGED))]]
    table(f"{UNCHANGED} unchanged files, median of 5", commands, medians(commands, 5))


if __name__ == "__main__":
    main()
