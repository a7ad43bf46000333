"""Statistics: how often each rule found something, the most frequent first."""

from collections.abc import Iterable, Iterator

from cjm.diagnostics.findings import Finding, Report, Severity
from cjm.i18n import say, translate
from cjm.reporters.json import parts_of
from cjm.reporters.wording import baseline_lines, severity_word, summary_line
from cjm.tuples import NamedTuple


class Count(NamedTuple):
    """One rule's findings: how many, how bad at worst, in how many files."""

    code: str
    name: str
    severity: Severity
    findings: int
    files: int


def statistics(findings: Iterable[Finding]) -> list[Count]:
    """A count for each rule that found something, by number, then by code."""
    by_code: dict[str, list[Finding]] = {}
    for finding in findings:
        by_code.setdefault(finding.code, []).append(finding)
    counts = [
        Count(
            code,
            found[0].name,
            max((f.severity for f in found), key=lambda severity: severity.rank),
            len(found),
            len({f.file for f in found}),
        )
        for code, found in by_code.items()
    ]
    return sorted(counts, key=lambda count: (-count.findings, count.code))


def statistics_parts(report: Report, form: str = "text") -> Iterator[str]:
    """A table, or with `form` json one object, as the format json has it, with `statistics`."""
    counts = statistics(report.findings)
    if form == "json":
        yield from parts_of(report, {"statistics": [count._asdict() for count in counts]})
        return
    number = max((len(str(count.findings)) for count in counts), default=0)
    name = max((len(count.name) for count in counts), default=0)
    words = [severity_word(count.severity, report.language) for count in counts]
    width = max(7, *map(len, words)) if words else 0
    rows = [
        f"{count.findings:>{number}}  {count.code}  {count.name:<{name}}  {word:<{width}}  "
        + translate(say("in {n} {n:file|files}", n=count.files), report.language)
        for count, word in zip(counts, words, strict=True)
    ]
    for line in (*rows, *baseline_lines(report), summary_line(report)):
        yield line + "\n"
