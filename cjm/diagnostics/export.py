"""Findings as plain data: what every output has of them that programs read."""

from __future__ import annotations

from typing import Any

from cjm.diagnostics.findings import Finding, FindingFix, Report
from cjm.diagnostics.places import Span


def finding_data(finding: Finding) -> dict[str, Any]:
    """A finding: what there is of personas, related places and fixes only where there is some."""
    data: dict[str, Any] = {
        "code": finding.code,
        "name": finding.name,
        "severity": finding.severity.value,
        "message": finding.message,
        "file": finding.file,
        **_place(finding.span),
        "journey": finding.journey,
        "state": finding.state,
        "touchpoint": finding.touchpoint,
        "item": finding.item or None,
        "route": None if finding.route is None else list(finding.route),
        "help": finding.help,
    }
    if finding.personas:
        data["personas"] = dict(finding.personas)
    if finding.related:
        data["related"] = [
            {"message": r.message, "file": r.file, **_place(r.span)} for r in finding.related
        ]
    if finding.fixes:
        data["fixes"] = list(map(_fix, finding.fixes))
    return data


def run_data(report: Report) -> dict[str, Any]:
    """What is told of a run: its summary, and what went away, came or failed, where it did."""
    data: dict[str, Any] = {"summary": _summary(report)}
    for name in ("resolved", "recorded", "problems"):
        if told := getattr(report, name):
            data[name] = list(told)
    return data


def _summary(report: Report) -> dict[str, int]:
    """What was covered and found, in numbers."""
    names = ("journeys", "touchpoints", *_COUNTS, *filter(report.summary.__getattribute__, _RARE))
    return {name: getattr(report.summary, name) for name in names}


_COUNTS = ("error", "warning", "info", "waived", "baselined", "skipped", "unread")
_RARE = ("unchanged", "preexisting", "fixed")
"""Told only where there are some."""


def _fix(fix: FindingFix) -> dict[str, Any]:
    edits = [
        {"file": edit.file, "start": edit.start, "end": edit.end, "text": edit.text}
        for edit in fix.edits
    ]
    return {"title": fix.title, "safe": fix.safe, "edits": edits}


def _place(span: Span | None) -> dict[str, int | None]:
    if span is None:
        return dict.fromkeys(("line", "column", "end_line", "end_column"))
    return {
        "line": span.line,
        "column": span.column,
        "end_line": span.end_line,
        "end_column": span.end_column,
    }
