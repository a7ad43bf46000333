"""JSON: everything, for programs."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from cjm.diagnostics.export import finding_data, run_data
from cjm.diagnostics.findings import Report
from cjm.source.json_text import json_parts

VERSION = 1


def report_parts(report: Report) -> Iterator[str]:
    """One object: `version`, `findings`, `summary`, and `problems` where there are some."""
    return parts_of(report, {"findings": map(finding_data, report.findings)})


def parts_of(report: Report, told: dict[str, Any]) -> Iterator[str]:
    """What is told of the findings, between the version and what is told of the run."""
    return json_parts({"version": VERSION, **told, **run_data(report)})
