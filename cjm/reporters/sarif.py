"""SARIF 2.1.0: findings with rule pages, for code scanning and viewers of many tools."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any
from urllib.parse import quote

from cjm.diagnostics import Span
from cjm.diagnostics.findings import Finding, FindingFix, Report, Severity
from cjm.i18n import say, translate
from cjm.reporters.fingerprints import fingerprints
from cjm.reporters.ranking import rank
from cjm.reporters.wording import baseline_lines, help_line, sentence
from cjm.source.json_text import json_parts
from cjm.version import __version__

if TYPE_CHECKING:
    from cjm.rules import Rule

SCHEMA = (
    "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
)
_LEVELS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "note"}
_STRANGE_BYTES = "surrogatepass" if os.name == "nt" else "surrogateescape"
"""How a file name that is not Unicode comes to its bytes again."""
MOST_RESULTS, MOST_RELATED = 25_000, 1_000
"""What code scanning takes of a run, and of a result; with more it refuses all of it."""
Results = list[tuple[Finding, str]]
"""Findings with their fingerprints."""


def sarif_parts(report: Report) -> Iterator[str]:
    """A log with one run."""
    from cjm.rules import RULES  # late: they bring all of the analysis

    language = report.language

    results = _worst(report)
    files = {file: n for n, file in enumerate(dict.fromkeys(_files(results)))}
    codes = {rule.code: n for n, rule in enumerate(RULES)}
    rules = [_rule(rule, language) for rule in RULES]
    driver = {"name": "cjm", "version": __version__, "rules": rules}
    run = {
        "tool": {"driver": driver},
        "columnKind": "unicodeCodePoints",
        "invocations": [_invocation(report)],
        "artifacts": (
            {"location": {"uri": _uri(file)}, "description": _message(file)} for file in files
        ),
        "results": (
            _result(finding, fingerprint, codes, files, language)
            for finding, fingerprint in results
        ),
    }
    log = {"$schema": SCHEMA, "version": "2.1.0", "runs": [run]}
    return json_parts(log)


def _worst(report: Report) -> Results:
    """As many findings as code scanning takes, the worst first."""
    results = zip(report.findings, fingerprints(report), strict=True)
    return sorted(results, key=lambda result: rank(result[0]))[:MOST_RESULTS]


def _files(results: Results) -> Iterable[str]:
    for finding, _ in results:
        named = (finding.file, *(related.file for related in finding.related[:MOST_RELATED]))
        yield from filter(None, named)


def _rule(rule: Rule, language: str) -> dict[str, Any]:
    from cjm.rules.pages import page_in

    page = page_in(rule, language)
    return {
        "id": rule.code,
        "name": rule.name,
        "shortDescription": {"text": page.title},
        "fullDescription": {"text": page.finds or page.title},
        "help": {"text": page.text, "markdown": page.text},
        "defaultConfiguration": {"level": _LEVELS[rule.severity]},
    }


def _invocation(report: Report) -> dict[str, Any]:
    """Whether the work could be done, and what is told beside the findings."""
    told = [("error", text) for text in report.problems]
    told += [("warning", text) for text in _left_out(report)]
    told += [("note", text) for text in baseline_lines(report)]
    notifications = [{"level": level, "message": _message(text)} for level, text in told]
    return {
        "executionSuccessful": not report.problems,
        **({"toolExecutionNotifications": notifications} if notifications else {}),
    }


def _left_out(report: Report) -> Iterable[str]:
    """What code scanning would not take."""
    results = len(report.findings) - MOST_RESULTS
    related = sum(max(0, len(finding.related) - MOST_RELATED) for finding in report.findings)
    if results > 0:
        line = say(
            "{n} {n:finding is|findings are} left out, the least bad: "
            "code scanning takes {most} of a run",
            n=results,
            most=MOST_RESULTS,
        )
        yield translate(line, report.language)
    if related:
        line = say(
            "{n} related {n:place is|places are} left out: code scanning takes {most} of a result",
            n=related,
            most=MOST_RELATED,
        )
        yield translate(line, report.language)


def _result(
    finding: Finding,
    fingerprint: str,
    codes: dict[str, int],
    files: dict[str, int],
    language: str,
) -> dict[str, Any]:
    lines = [finding.message]
    if finding.help:
        lines = [f"{finding.message}.", help_line(finding.help, language)]
    location = _location(finding.file, finding.span, files)
    if finding.journey is not None:
        location["logicalLocations"] = [_logical(finding.journey, finding.touchpoint)]
    result: dict[str, Any] = {
        "ruleId": finding.code,
        **({"ruleIndex": codes[finding.code]} if finding.code in codes else {}),
        "level": _LEVELS[finding.severity],
        "message": _message(*lines),
        "locations": [location],
        "partialFingerprints": {"cjm/v2": fingerprint},
    }
    if finding.related:
        result["relatedLocations"] = [
            {**_location(r.file, r.span, files), "message": _message(r.message)}
            for r in finding.related[:MOST_RELATED]
        ]
    if finding.fixes and finding.file:
        result["fixes"] = [_fix(fix, files) for fix in finding.fixes]
    if finding.personas:
        result["properties"] = {"personas": dict(finding.personas)}
    return result


def _location(file: str | None, span: Span | None, files: dict[str, int]) -> dict[str, Any]:
    if not file or span is None:
        return {}
    artifact = _artifact(file, files)
    return {"physicalLocation": {"artifactLocation": artifact, "region": _region(span)}}


def _artifact(file: str, files: dict[str, int]) -> dict[str, Any]:
    return {"uri": _uri(file), "index": files[file]}


def _region(span: Span) -> dict[str, int]:
    return {
        "startLine": span.line,
        "startColumn": span.column,
        "endLine": span.end_line,
        "endColumn": span.end_column,
    }


def _fix(fix: FindingFix, files: dict[str, int]) -> dict[str, Any]:
    """What would mend it; whether that is safe is a property, for SARIF has no word for it."""
    changes: dict[str, list[dict[str, Any]]] = {}
    for edit in fix.edits:
        replacement = {"deletedRegion": _region(edit.span), "insertedContent": {"text": edit.text}}
        changes.setdefault(edit.file or "", []).append(replacement)
    return {
        "description": _message(fix.title),
        "artifactChanges": [
            {"artifactLocation": _artifact(file, files), "replacements": replacements}
            for file, replacements in changes.items()
        ],
        "properties": {"safe": fix.safe},
    }


def _logical(journey: str, touchpoint: str | None) -> dict[str, str]:
    if touchpoint is None:
        return {"name": journey, "fullyQualifiedName": journey, "kind": "journey"}
    name = f"{journey}/{touchpoint}"
    return {"name": touchpoint, "fullyQualifiedName": name, "kind": "touchpoint"}


def _message(*lines: str) -> dict[str, str]:
    """Plain text; `[…](…)` would be a link in SARIF."""
    return {"text": "\n".join(map(sentence, lines)).replace("](", "] (")}


def _uri(file: str) -> str:
    """A relative reference, from the folder that cjm was called in."""
    if os.path.isabs(file):  # on another drive
        return Path(file).as_uri()
    return quote(file, errors=_STRANGE_BYTES)
