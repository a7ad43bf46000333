"""Event logs of rule pages: blocks of csv with so many cases, the path they went, what failed."""

from __future__ import annotations

import csv
import re
from collections import Counter

from page_examples import ALSO_RUN, examples, journeys_in, sections

import cjm
from cjm.analysis.conformance import conformance_of
from cjm.checking.conforming import conformed
from cjm.journey import Journey
from cjm.journey.paths import CountedPath
from cjm.rules import Rule


def lived_paths(text: str) -> tuple[list[CountedPath], dict[str, tuple[int, int]] | None]:
    """The paths in a block, and what failed; None where it has no such column."""
    rows = list(csv.DictReader(text.splitlines()))
    paths = [CountedPath(tuple(row["path"].split()), int(row["cases"])) for row in rows]
    failed: Counter[str] = Counter()
    for row in rows:
        for id in row.get("failed", "").split():
            failed[id] += int(row["cases"])
    has_failed = "failed" in rows[0]
    return paths, {id: (n, n) for id, n in failed.items()} if has_failed else None


def report_beside(path: str, log: str, **options) -> cjm.Report:
    """The report of a journey beside a block's log."""
    paths, failed = lived_paths(log)

    def compare(journey: Journey, least: int):
        return conformance_of(journey, paths, failed=failed, least=least)

    return conformed(path, compare, **options).report


def example_log(rule: Rule, section: str) -> str:
    """The one block of a log in a section of a page."""
    (log,) = re.findall(r"^```csv\n(.*?)^```$", sections(rule)[section], re.DOTALL | re.MULTILINE)
    return log


def report_of_example(desk, rule: Rule, section: str) -> cjm.Report:
    """The report of a page's example, whatever it takes: a check, or a comparison with a log."""
    return report_of_files(desk, rule, examples(rule, section), section)


def report_of_files(
    desk, rule: Rule, files: dict[str, str], section: str = "Failing example", **options
) -> cjm.Report:
    """The same of files in place of the example's own."""
    for name, text in files.items():
        desk.write(name, text)
    if rule.find_in_log is None:
        return desk.check(
            *journeys_in(files), select=[rule.code, *ALSO_RUN.get(rule.code, ())], **options
        )
    (name,) = files
    return report_beside(name, example_log(rule, section), select=[rule.code], **options)
