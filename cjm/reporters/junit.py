"""JUnit: findings as test cases, for CI servers that show tests; after Ant's schema."""

from __future__ import annotations

import re
import xml.etree.ElementTree as ET
from collections import Counter
from collections.abc import Iterable, Iterator

from cjm.diagnostics.findings import Finding, Report, Severity
from cjm.reporters.wording import baseline_lines, help_line, place_of, sentence, summary_line

_ILLEGAL = re.compile("[\ud800-\udfff\ufffe\uffff]")
"""What XML cannot hold, even escaped, beside the control signs that `sentence` replaces."""


def junit_parts(report: Report) -> Iterator[str]:
    """A suite for the run, which passes where all could be done, and one for each file."""
    yield '<?xml version="1.0" encoding="UTF-8"?>\n<testsuites>\n'
    for number, suite in enumerate(_suites(report)):
        suite.set("id", str(number))
        ET.indent(suite, " ", level=1)
        yield f" {ET.tostring(suite, encoding='unicode')}\n"
    yield "</testsuites>\n"


def _suites(report: Report) -> Iterator[ET.Element]:
    run = _case("cjm", "cjm check")
    if report.problems:
        _trouble(run, "error", "problem", map(_line, report.problems))
    yield _suite("cjm check", [run], [*baseline_lines(report), summary_line(report)])
    names: Counter[tuple[str, str]] = Counter()
    files: dict[str, list[Finding]] = {}
    for finding in report.findings:
        name = (finding.journey or "-") if finding.file is None else finding.file
        files.setdefault(name, []).append(finding)
    for file, found in files.items():
        infos = [finding for finding in found if finding.severity is Severity.INFO]
        notes = [line for finding in infos for line in _lines(finding, report.language)]
        yield _suite(file, [_of_finding(f, names, report.language) for f in found], notes)


def _suite(name: str, cases: list[ET.Element], output: list[str]) -> ET.Element:
    """A suite; the schema asks for properties and both outputs, even where they are empty."""
    suite = ET.Element(
        "testsuite",
        package="cjm",
        id="",  # its place, which it is given there
        name=_line(name),
        # No time of day, by which servers would sort: the same input gives the same bytes.
        hostname="localhost",
        tests=str(len(cases)),
        failures=str(sum(case.find("failure") is not None for case in cases)),
        errors=str(sum(case.find("error") is not None for case in cases)),
        time="0",
    )
    ET.SubElement(suite, "properties")
    suite.extend(cases)
    ET.SubElement(suite, "system-out").text = "\n".join(map(_line, output))
    ET.SubElement(suite, "system-err")
    return suite


def _of_finding(finding: Finding, names: Counter[tuple[str, str]], language: str) -> ET.Element:
    """Errors and warnings fail, notes pass; equal names are numbered: GitLab shows one of them."""
    group = _line(finding.journey or finding.file or "-")
    name = f"{finding.code} {finding.name}"
    if finding.touchpoint:
        name += f" at {_line(finding.touchpoint)}"
    names[group, name] += 1
    number = names[group, name]
    case = _case(group, name if number == 1 else f"{name} ({number})")
    if finding.severity is not Severity.INFO:
        _trouble(case, "failure", finding.severity.value, _lines(finding, language))
    return case


def _case(group: str, name: str) -> ET.Element:
    return ET.Element("testcase", classname=group, name=name, time="0")


def _trouble(case: ET.Element, tag: str, kind: str, lines: Iterable[str]) -> None:
    first, *more = lines
    trouble = ET.SubElement(case, tag, type=kind, message=first)
    trouble.text = "\n".join((first, *more))


def _lines(finding: Finding, language: str) -> list[str]:
    """Place, rule and message, then related places and the help."""
    place = place_of(finding.file, finding.span, finding.route)
    head = f"{place}: {finding.severity.value}[{finding.code}] {finding.name}: {finding.message}"
    lines = [head, *(f"{place_of(r.file, r.span)}: {r.message}" for r in finding.related)]
    if finding.help:
        lines.append(help_line(finding.help, language))
    return list(map(_line, lines))


def _line(text: str) -> str:
    """Text on one line that XML can hold."""
    return _ILLEGAL.sub("\N{REPLACEMENT CHARACTER}", sentence(text))
