"""Statistics: what each rule found, counted."""

from __future__ import annotations

import json
import subprocess
import sys
from dataclasses import replace

import pytest

from cjm.reporters import render
from cjm.reporters.statistics import statistics, statistics_parts


@pytest.fixture
def shop(desk):
    """Two journeys: three gaps, one of them a warning, and two unmeasured touchpoints."""
    desk.write(
        "a.yaml",
        "cjm: 1\ntouchpoints:\n"
        "  a: {expectation: 8, experience: {score: 7.9, n: 30, sd: 3}, next: b}\n"
        "  b: {expectation: 8, experience: 5, next: c}\n"
        "  c: {next: d}\n  d: {expectation: 1}\n",
    )
    desk.write("b.yaml", "cjm: 1\ntouchpoints: {a: {expectation: 9, experience: 8}}\n")
    return desk


def test_rules_are_counted_the_most_frequent_first(shop):
    """Number, code, name, the worst severity, and how many files; the codes order a tie."""
    report = shop.check("a.yaml", "b.yaml", select=["CJM101", "CJM301", "CJM401"])
    rows = [tuple(count) for count in statistics(report.findings)]
    assert rows == [
        ("CJM101", "negative-gap", "error", 3, 2),
        ("CJM401", "no-owner", "warning", 3, 2),
        ("CJM301", "unmeasured", "warning", 2, 1),
    ]


def test_the_table_is_aligned_and_ends_with_the_summary(shop):
    """As text."""
    report = shop.check("a.yaml", "b.yaml", select=["CJM101", "CJM301"])
    assert "".join(statistics_parts(report)).splitlines() == [
        "3  CJM101  negative-gap  error    in 2 files",
        "2  CJM301  unmeasured    warning  in 1 file",
        "2 journeys, 5 touchpoints: 2 errors, 3 warnings",
    ]


def test_without_findings_there_is_only_the_summary(shop):
    """No empty table."""
    report = shop.check("b.yaml", select="CJM2")
    assert "".join(statistics_parts(report)) == "1 journey, 1 touchpoint: no findings\n"
    assert json.loads("".join(statistics_parts(report, "json")))["statistics"] == []


def test_as_json_each_count_is_an_object(shop):
    """With the summary of the report."""
    report = shop.check("a.yaml", "b.yaml", select=["CJM301"])
    data = json.loads("".join(statistics_parts(report, "json")))
    assert data["version"] == 1
    assert data["summary"]["warning"] == 2
    assert data["statistics"] == [
        {
            "code": "CJM301",
            "name": "unmeasured",
            "severity": "warning",
            "findings": 2,
            "files": 1,
        }
    ]


def test_as_json_problems_and_what_went_away_are_told_as_in_the_format_json(shop):
    """A program sees that the work could not all be done."""
    report = shop.check("a.yaml", "nosuch.yaml")
    report = replace(report, resolved=("x CJM101 a",))
    counts = json.loads("".join(statistics_parts(report, "json")))
    whole = json.loads(render("json", report))
    assert counts["problems"] == whole["problems"] != []
    assert counts["resolved"] == whole["resolved"] == ["x CJM101 a"]
    assert counts["summary"] == whole["summary"]


def test_the_option_counts_and_keeps_the_exit_code(shop):
    """Findings are not listed, and still fail the build; other formats are refused."""

    def run(*arguments: str) -> subprocess.CompletedProcess[str]:
        command = [sys.executable, "-m", "cjm", "check", "b.yaml", "--statistics", *arguments]
        return subprocess.run(command, capture_output=True, text=True, check=False)

    told = run("--select", "CJM101")
    assert (told.returncode, told.stdout.splitlines()[0]) == (
        1,
        "1  CJM101  negative-gap  error    in 1 file",
    )
    assert json.loads(run("--format", "json").stdout)["statistics"]
    refused = run("--format", "sarif")
    assert (refused.returncode, refused.stdout) == (2, "")
    assert refused.stderr.startswith("error: statistics are told as text or json")
