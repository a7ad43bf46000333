"""Concise: one line a finding, as editors and grep like it."""

from __future__ import annotations

from cjm.diagnostics.findings import Finding, Report
from cjm.reporters.wording import baseline_lines, place_of, sentence, summary_line


def render_concise(report: Report) -> str:
    """`file:line:column: severity[CODE] message`, then the summary."""
    lines = [*map(_line, report.findings), *baseline_lines(report), summary_line(report)]
    return "\n".join(lines) + "\n"


def _line(finding: Finding) -> str:
    place = place_of(finding.file, finding.span, finding.route)
    return f"{place}: {finding.severity.value}[{finding.code}] {sentence(finding.message)}"
