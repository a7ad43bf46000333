"""GitHub: workflow commands, which Actions shows as annotations of the files."""

from __future__ import annotations

from collections.abc import Iterator

from cjm.diagnostics.findings import Finding, Report, Severity
from cjm.reporters.wording import baseline_lines, help_line, place_of, sentence, summary_line

_COMMANDS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "notice"}
_DATA = str.maketrans({"%": "%25", "\r": "%0D", "\n": "%0A"})
_PROPERTY = _DATA | str.maketrans({":": "%3A", ",": "%2C"})


def github_parts(report: Report) -> Iterator[str]:
    """A command a finding, a problem and a change of the baseline; the summary is none."""
    for finding in report.findings:
        yield _of_finding(finding, report.language) + "\n"
    lines = [
        *(_command("error", {"title": "cjm check"}, sentence(p)) for p in report.problems),
        *(_command("notice", {"title": "cjm check"}, line) for line in baseline_lines(report)),
        summary_line(report),
    ]
    for line in lines:
        yield line + "\n"


def _of_finding(finding: Finding, language: str) -> str:
    properties = {**_place(finding), "title": f"{finding.code} {finding.name}"}
    lines = [sentence(finding.message)]
    lines += [f"{place_of(r.file, r.span)}: {sentence(r.message)}" for r in finding.related]
    if finding.help:
        lines.append(help_line(finding.help, language))
    return _command(_COMMANDS[finding.severity], properties, "\n".join(lines))


def _place(finding: Finding) -> dict[str, str | int]:
    """Where the annotation stands; one of a journey without a file stands in the log only."""
    span = finding.span
    if span is None or finding.file is None:
        return {}
    one_line = span.line == span.end_line
    return {
        "file": sentence(finding.file),
        "line": span.line,
        # GitHub takes columns only where both ends are on one line.
        **({"col": span.column} if one_line else {}),
        "endLine": span.end_line,
        **({"endColumn": span.end_column} if one_line else {}),
    }


def _command(name: str, properties: dict[str, str | int], data: str) -> str:
    """`::name key=value,…::data`, escaped as GitHub's own toolkit does."""
    pairs = ",".join(f"{key}={str(v).translate(_PROPERTY)}" for key, v in properties.items())
    return f"::{name} {pairs}::{data.translate(_DATA)}"
