"""GitLab: a Code Quality report. What could not be done has no place in it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from cjm.diagnostics import START
from cjm.diagnostics.findings import Finding, Report, Severity
from cjm.reporters.fingerprints import fingerprints
from cjm.reporters.wording import sentence
from cjm.source.json_text import json_parts

_SEVERITIES = {Severity.ERROR: "major", Severity.WARNING: "minor", Severity.INFO: "info"}
"""Of GitLab's blocker, critical, major, minor and info: whether a finding blocks is the exit
code's business, so the two worst stay free."""


def gitlab_parts(report: Report) -> Iterator[str]:
    """A list with an object a finding; an empty list where there is none."""
    return json_parts(map(_issue, report.findings, fingerprints(report)))


def _issue(finding: Finding, fingerprint: str) -> dict[str, Any]:
    """The keys GitLab reads; it ignores others of Code Climate, such as other_locations.

    Only the description is shown to people, so the rule's name stands there too.
    """
    span = finding.span or START  # GitLab wants a line, also of a journey that has none
    description = f"{finding.code} {finding.name}: {sentence(finding.message)}"
    if finding.help:
        description += f" ({sentence(finding.help)})"
    return {
        "description": description,
        "check_name": finding.code,
        "fingerprint": fingerprint,
        "severity": _SEVERITIES[finding.severity],
        "location": {
            "path": (finding.journey or "-") if finding.file is None else finding.file,
            "lines": {"begin": span.line, "end": span.end_line},
        },
    }
