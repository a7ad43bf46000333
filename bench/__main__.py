"""Print how long things take, beside peers that do a like job and the goals, in one run."""

from __future__ import annotations

import os
import tempfile
from pathlib import Path

from bench import (
    analysis,
    diff,
    fmt,
    history,
    live,
    logs,
    lsp,
    machine,
    maps,
    onefile,
    report,
    studio,
)
from bench.corpus import write_corpus
from bench.measure import Pair, against_peers, medians, run, table, verdict

MANY = 2_000
UNCHANGED = 10_000
RATE = 600
"""Files a second and core that a cold check of many must reach."""


def main() -> None:
    """Checking one file, many files, and unchanged ones; maps; event logs; then the analysis."""
    machine.require_bytecode()
    machine.describe()
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        os.environ["CJM_CACHE_DIR"] = str(folder / "cache")
        one_file(folder)
        maps.main(folder)
        many_files(folder)
        unchanged_files(folder)
        fmt.main(folder)
        diff.main(folder)
        history.main(folder)
        logs.main(folder)
        report.main(folder)
        lsp.main(folder)
        live.main(folder)
    studio.main()
    onefile.main()
    analysis.main()


def one_file(folder: Path) -> None:
    """Journeys of 12 touchpoints, every process started anew."""
    schema = str(folder / "schema.json")
    run(["cjm", "schema", "-o", schema])
    plain = str(write_corpus(folder / "plain", 1) / "journey-00000.yaml")
    loops = str(write_corpus(folder / "loops", 1, loops=True) / "journey-00000.yaml")
    cold, cold_loops = check(plain, "--no-cache"), check(loops, "--no-cache")
    lint, lint_loops = ["yamllint", plain], ["yamllint", loops]
    validate = ["check-jsonschema", "--schemafile", schema, plain]
    pairs = [
        Pair("check, cold, all rules, no loops : yamllint", cold, lint, 0.7),
        Pair("check, cold, loops and findings : yamllint", cold_loops, lint_loops, 0.85),
        Pair("check, unchanged : yamllint", check(plain), lint, 0.5),
        Pair("check, cold, all rules : check-jsonschema", cold, validate, 0.35),
        Pair("show, no loops : yamllint", ["cjm", "show", plain], lint, 1.3),
        Pair("show, loops : yamllint", ["cjm", "show", loops], lint_loops, 1.3),
    ]
    against_peers("one file of 12 touchpoints, processor time of whole processes", pairs, 11)


def check(*arguments: str) -> list[str]:
    return ["cjm", "check", *arguments]


def many_files(folder: Path) -> None:
    """How many files a second of one core, and whether memory stays flat."""
    few = str(write_corpus(folder / "few", MANY // 10))
    many = str(write_corpus(folder / "many", MANY))
    commands = [check(few, "--no-cache"), check(many, "--no-cache"), ["yamllint", few]]
    results = medians(commands, 3)
    table(f"{MANY // 10} and {MANY} files of 12 touchpoints, median of 3", commands, results)
    rate = MANY / results[1].cpu
    print(f"  cjm: {rate:.0f} files per second of one core, goal {RATE}: {verdict(-rate, -RATE)}")
    print(f"  yamllint: {MANY / 10 / results[2].cpu:.0f}\n")


def unchanged_files(folder: Path) -> None:
    """Files that an earlier run has seen."""
    commands = [check(str(write_corpus(folder / "unchanged", UNCHANGED)))]
    table(f"{UNCHANGED} unchanged files, median of 5", commands, medians(commands, 5))


if __name__ == "__main__":
    main()
