"""GitHub: workflow commands, which Actions shows as annotations of the files.

Of each kind it shows the first ten of a step, so the worst come first; the log has them all.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from cjm.diagnostics.findings import Finding, Report, Severity
from cjm.i18n import say, translate
from cjm.reporters.ranking import worst_first
from cjm.reporters.wording import (
    baseline_lines,
    counts,
    help_line,
    listed,
    place_of,
    sentence,
    summary_line,
)

_COMMANDS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "notice"}
_DATA = str.maketrans({"%": "%25", "\r": "%0D", "\n": "%0A"})
_PROPERTY = _DATA | str.maketrans({":": "%3A", ",": "%2C"})


SHOWN = 10
"""How many annotations of a kind Actions shows of a step."""


def github_parts(report: Report) -> Iterator[str]:
    """A command a problem, a finding and a change of the baseline; the summary is none."""
    for problem in report.problems:
        yield _command("error", {"title": "cjm check"}, sentence(problem)) + "\n"
    for finding in worst_first(report):
        yield _of_finding(finding, report.language) + "\n"
    beside = baseline_lines(report)
    for line in beside:
        yield _command("notice", {"title": "cjm check"}, line) + "\n"
    if hidden := _hidden(report, len(beside)):
        yield hidden + "\n"
    yield summary_line(report) + "\n"


def _hidden(report: Report, beside: int) -> str:
    """How many annotations Actions does not show; empty where it shows all."""
    kinds = Counter(finding.severity for finding in report.findings)
    kinds[Severity.ERROR] += len(report.problems)
    kinds[Severity.INFO] += beside
    more = {severity: max(0, kinds[severity] - SHOWN) for severity in Severity}
    if not any(more.values()):
        return ""
    told = (
        say("{n} {n:error|errors}", n=more[Severity.ERROR]),
        say("{n} {n:warning|warnings}", n=more[Severity.WARNING]),
        say("{n} {n:note|notes}", n=more[Severity.INFO]),
    )
    line = say(
        "GitHub shows the first {shown} of a kind; only in this log and in the job summary: {more}",
        shown=SHOWN,
        more=listed(filter(counts, told), report.language),
    )
    return translate(line, report.language)


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
