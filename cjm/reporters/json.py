"""JSON: everything, for programs."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from cjm.diagnostics import Span
from cjm.diagnostics.findings import Finding, FindingFix, Report
from cjm.source.json_text import json_parts

VERSION = 1


def report_parts(report: Report) -> Iterator[str]:
    """One object: `version`, `findings`, `summary`, and `problems` where there are some."""
    return parts_of(report, {"findings": map(_finding, report.findings)})


def parts_of(report: Report, told: dict[str, Any]) -> Iterator[str]:
    """What is told of the findings, between the version and what is told of the run."""
    data = {"version": VERSION, **told, "summary": _summary(report)}
    if report.resolved:
        data["resolved"] = list(report.resolved)
    if report.recorded:
        data["recorded"] = list(report.recorded)
    if report.problems:
        data["problems"] = list(report.problems)
    return json_parts(data)


def _summary(report: Report) -> dict[str, int]:
    """What was covered and found, in numbers."""
    names = ("journeys", "touchpoints", *_COUNTS, *filter(report.summary.__getattribute__, _RARE))
    return {name: getattr(report.summary, name) for name in names}


_COUNTS = ("error", "warning", "info", "waived", "baselined", "skipped", "unread")
_RARE = ("unchanged", "preexisting", "fixed")
"""Told only where there are some."""


def _finding(finding: Finding) -> dict[str, Any]:
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
