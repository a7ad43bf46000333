"""Concise: one line a finding, as editors and grep like it."""

from __future__ import annotations

from cjm.findings import Finding, Report
from cjm.reporters.wording import sentence, summary_line


def render_concise(report: Report) -> str:
    """`file:line:column: severity[CODE] message`, then the summary."""
    return "\n".join([*map(_line, report.findings), summary_line(report)]) + "\n"


def _line(finding: Finding) -> str:
    place = f"{finding.file}:{finding.span.line}:{finding.span.column}"
    return f"{place}: {finding.severity.value}[{finding.code}] {sentence(finding.message)}"
