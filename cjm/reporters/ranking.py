"""Ranking: the worst findings first, for platforms that show only so many."""

from cjm.diagnostics.findings import Finding, Report


def worst_first(report: Report) -> list[Finding]:
    """The findings by severity, then by how much their touchpoint takes, then by place."""
    return sorted(report.findings, key=rank)


def rank(finding: Finding) -> tuple[object, ...]:
    """What findings are sorted by for the worst to come first."""
    impact = 0.0 if finding.impact is None else finding.impact
    return (-finding.severity.rank, min(impact, 0.0), finding.sort_key)
