"""Concise: one line a finding, as editors and grep like it."""

from __future__ import annotations

from collections.abc import Iterator

from cjm.diagnostics.findings import Finding, Report
from cjm.reporters.wording import baseline_lines, place_of, sentence, summary_line


def concise_parts(report: Report) -> Iterator[str]:
    """`file:line:column: severity[CODE] message`, then the summary."""
    for finding in report.findings:
        yield _line(finding) + "\n"
    for line in (*baseline_lines(report), summary_line(report)):
        yield line + "\n"


def _line(finding: Finding) -> str:
    place = place_of(finding.file, finding.span, finding.route)
    return f"{place}: {finding.severity.value}[{finding.code}] {sentence(finding.message)}"
