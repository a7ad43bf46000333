"""Markdown: a table of the findings, for the summary that GitHub shows of a job."""

from __future__ import annotations

import re
from collections.abc import Iterator

from cjm.diagnostics.findings import Finding, Report
from cjm.i18n import say, translate
from cjm.reporters.ranking import worst_first
from cjm.reporters.wording import (
    baseline_lines,
    place_of,
    sentence,
    severity_word,
    summary_line,
)

MOST_BYTES = 900_000
"""Of a table: GitHub refuses a step's summary of more than a MiB, and others may have written."""
_MARKUP = re.compile(r"[\\`*_{}\[\]()<>#+!|~&$@:]|(?<=w)(?=ww\.)")


def markdown_parts(report: Report) -> Iterator[str]:
    """The summary, what could not be done, and a row a finding, the worst first."""
    language = report.language
    yield f"### cjm check\n\n{escaped(summary_line(report))}\n\n"
    told = (*report.problems, *baseline_lines(report))
    yield "".join(f"- {escaped(line)}\n" for line in told) + ("\n" if told else "")
    if not report.findings:
        return
    names = (say("severity"), say("rule"), say("place"), say("finding"))
    yield _row(*(translate(name, language) for name in names)) + _row(*["---"] * len(names))
    size = 0
    for n, finding in enumerate(worst_first(report)):
        row = _of_finding(finding, language)
        size += len(row.encode("utf-8", "replace"))
        if size > MOST_BYTES:
            left = say("{n} more are not listed here", n=len(report.findings) - n)
            yield f"\n{escaped(translate(left, language))}\n"
            break
        yield row
    yield "\n"


def _of_finding(finding: Finding, language: str) -> str:
    message = escaped(finding.message)
    if finding.help:
        message += f"<br>{escaped(finding.help)}"
    return _row(
        severity_word(finding.severity, language),
        f"{finding.code} {escaped(finding.name)}",
        escaped(place_of(finding.file, finding.span, finding.route)),
        message,
    )


def _row(*cells: str) -> str:
    return f"| {' | '.join(cells)} |\n"


def escaped(text: str) -> str:
    """Text on one line of which nothing is markup, a link or a mention of somebody."""
    return _MARKUP.sub(lambda sign: f"&#{ord(sign[0])};" if sign[0] else "&#x200b;", sentence(text))
