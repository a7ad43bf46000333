"""Markdown: the table that GitHub shows as a job's summary."""

from __future__ import annotations

import re

import pytest
import reports

import cjm.cli
from cjm.diagnostics.findings import Report, Severity, Span, Summary
from cjm.reporters import markdown
from cjm.reporters.markdown import markdown_parts


def table(report: Report) -> str:
    """The whole text."""
    return "".join(markdown_parts(report))


def test_the_summary_stands_above_a_row_for_each_finding(report):
    """The worst first, each with severity, rule, place, and what to do."""
    lines = table(report).splitlines()
    assert lines[0] == "### cjm check"
    assert lines[2].startswith("3 journeys, 41 touchpoints&#58; 1 error, 1 warning")
    assert "| severity | rule | place | finding |" in lines
    rows = [line for line in lines if re.match(r"\| (error|warning|info) ", line)]
    assert [row.split(" | ")[1] for row in rows] == [
        "CJM101 negative-gap",
        "CJM205 trap",
        "CJM001 invalid-yaml",
    ]
    assert rows[0].endswith("C −4<br>raise the experience |")


def test_problems_and_the_baseline_are_told(report):
    """What could not be done must not look as if it were fine."""
    text = table(report)
    assert "- nosuch.yaml&#58; there is no such file or folder" in text
    assert "- gone from the baseline" in text


def test_without_findings_there_is_no_table():
    """One line says so."""
    assert table(reports.EMPTY) == "### cjm check\n\n1 journey, 1 touchpoint&#58; no findings\n\n"


@pytest.mark.parametrize(
    "text",
    [
        "a | b",
        "<img src=x onerror=y>",
        "[x](javascript:y)",
        "![x](y)",
        "**x** _y_ ~z~ `c`",
        "@somebody #1",
        "https://example.org www.example.org",
        "$x$ &lt;",
        "\\| x",
    ],
)
def test_what_files_say_is_no_markup(text):
    """Nor a link, an image, a mention or a new cell."""
    row = table(Report((reports.finding(message=text),), Summary(1, 1, error=1))).splitlines()[-2]
    assert row.count("|") == 5
    assert not re.search(r"[\[\]@`*~$\\]|<(?!br>)|&(?!#)|http:|https:|www\\.", row.split(" | ")[3])


def test_nothing_steers_what_reads_it(evil):
    """Line breaks and signs of direction are replaced, as in every format."""
    assert not reports.STEERING.search(table(evil))


def test_a_table_stays_within_what_github_takes(monkeypatch):
    """The least bad are left out, and counted."""
    monkeypatch.setattr(markdown, "MOST_BYTES", 1000)
    kinds = [Severity.WARNING] * 39 + [Severity.ERROR] * 2
    found = tuple(
        reports.finding(span=Span(n, 1, n, 2), severity=kind) for n, kind in enumerate(kinds, 1)
    )
    text = table(Report(found, Summary(1, 1, error=2, warning=39)))
    rows = re.findall(r"^\| (error|warning) ", text, re.MULTILINE)
    assert rows[:2] == ["error", "error"]
    assert f"\n{41 - len(rows)} more are not listed here\n" in text
    assert len(text.encode()) < 1500


# ---- the job's summary ------------------------------------------------------------------------

BAD = "cjm: 1\ntouchpoints: {a: {expectation: 8, experience: 7}}\n"


def run(*arguments: str) -> int:
    """The exit code of a command."""
    with pytest.raises(SystemExit) as ended:
        cjm.cli.main(["check", *arguments, "--no-cache"])
    return ended.value.code


def test_the_format_github_appends_to_the_job_s_summary(desk, monkeypatch):
    """After what other steps wrote there; other formats do not."""
    desk.write("bad.yaml", BAD)
    desk.write("summary.md", "# Before\n")
    monkeypatch.setenv("GITHUB_STEP_SUMMARY", "summary.md")
    run("bad.yaml", "--format", "text")
    assert (desk.folder / "summary.md").read_text() == "# Before\n"
    assert run("bad.yaml", "--format", "github", "--format", "text=out.txt") == 1
    text = (desk.folder / "summary.md").read_text(encoding="utf-8")
    assert text.startswith("# Before\n### cjm check\n")
    assert "| error | CJM102 negative-moment-of-truth | bad.yaml&#58;2&#58;" in text


def test_a_summary_that_cannot_be_written_fails_nothing(desk, monkeypatch, capsys):
    """It is noted; the exit code is that of the findings."""
    desk.write("bad.yaml", BAD)
    monkeypatch.setenv("GITHUB_STEP_SUMMARY", "nosuch/summary.md")
    assert run("bad.yaml", "--format", "github") == 1
    assert "cannot write nosuch/summary.md" in capsys.readouterr().err
    monkeypatch.setenv("GITHUB_STEP_SUMMARY", "")
    assert run("bad.yaml", "--format", "github") == 1
