"""Problems: the findings of a document at their places in its text, as `cjm check` has them.

Of a text that is broken: its faults, and what was found in the last good version where its lines
were not changed since.
"""

from __future__ import annotations

import os
import re
from collections.abc import Iterable, Iterator, Sequence

from cjm.checking.baseline import Baseline
from cjm.checking.checker import Checker
from cjm.checking.fixes import promised
from cjm.diagnostics.findings import Finding, Span
from cjm.edits import Edit
from cjm.lsp.answers import Location
from cjm.lsp.kinds import is_judged
from cjm.lsp.moves import difference, moved, touched
from cjm.lsp.reading import Reading
from cjm.project.discovery import WorkspaceFiles
from cjm.project.results import results_findings
from cjm.source import Source
from cjm.tuples import NamedTuple

FAULT = "CJM0"
"""How the codes of what is wrong with a text itself begin."""
_BREAK = re.compile("[\r\n]")


class Problem(NamedTuple):
    """A finding and its place; `related` are other places that belong to it, each with its text."""

    finding: Finding
    location: Location
    related: tuple[tuple[str, Location], ...] = ()


def problems(
    reading: Reading, checker: Checker, baseline: Baseline | None = None, exact: bool = False
) -> tuple[Problem, ...]:
    """What is wrong in a document, sorted as a report is.

    Args:
        reading: The document.
        checker: What judges it.
        baseline: Findings that are known and not told.
        exact: Whether a broken text has its own faults alone, as `cjm check` tells them.
    """
    own = [_problem(f, reading, reading.own.source) for f in _own(reading, checker, baseline)]
    if reading.kind == "journey" and not reading.is_current and not exact:
        own += _of_last_good(reading, baseline)
    return tuple(sorted(own, key=_order))


def _order(problem: Problem) -> tuple[str, int, int, str, str]:
    path, _, start, end = problem.location
    return (path, start, end, problem.finding.code, problem.finding.message)


def _own(reading: Reading, checker: Checker, baseline: Baseline | None) -> Iterable[Finding]:
    if reading.kind == "journey":
        if not is_judged(reading.own.source, reading.path, reading.workspace.workspace):
            return ()
        return _unknown(journey_findings(reading, checker), baseline)
    if reading.kind == "workspace":
        return _unknown(_workspace_findings(reading, checker), baseline)
    from cjm.data.reading_definition import definition_findings  # few documents are one

    return definition_findings(reading.text, reading.file, reading.kind, reading.language)


def journey_findings(reading: Reading, checker: Checker) -> tuple[Finding, ...]:
    """What `cjm check` finds in exactly this text, the baseline left out of account."""
    if reading.fresh is None:
        return ()
    found = reading.fresh.findings
    if not any(finding.safe_fix for finding in found):
        return found
    trial = checker.tried()
    home, beside = reading.home, reading.beside

    def read(text: str) -> Sequence[Finding]:
        from cjm.source import parse

        faults = trial.assessment(parse(text), reading.file, home, beside).findings
        return [f for f in faults if f.file == reading.file]

    return promised(reading.text, reading.file or "", found, read)


def _workspace_findings(reading: Reading, checker: Checker) -> Iterable[Finding]:
    workspaces = WorkspaceFiles()
    workspaces.meet(reading.home)
    return (*checker.workspace(reading.home).findings, *results_findings(workspaces))


def _unknown(findings: Iterable[Finding], baseline: Baseline | None) -> Iterator[Finding]:
    """The findings that the baseline does not know."""
    return (f for f in findings if baseline is None or not baseline.knows(f))


def _problem(finding: Finding, reading: Reading, source: Source) -> Problem:
    related = tuple(
        (each.message, _location(each.file, each.span, reading, source)) for each in finding.related
    )
    return Problem(finding, _location(finding.file, finding.span, reading, source), related)


def _location(file: str | None, span: Span | None, reading: Reading, source: Source) -> Location:
    """A place of a finding, in the document or in a file that belongs to it."""
    if file == reading.file:
        return Location(reading.path, reading.text, *_on_its_lines(reading.text, source, span))
    path, other = os.path.abspath(file or ""), dict(reading.beside).get(file or "")
    if other is None or span is None:
        return Location(path, "", 0, 0)
    return Location(path, other.text, *other.offsets(span))


def carried(found: Iterable[Problem], before: str, reading: Reading) -> Iterator[Problem]:
    """What the rules found in a version before, but for what stands on lines changed since.

    `before` is the text of that version.
    """
    edits = difference(before, reading.text)
    changed = _changed_lines(reading, edits)
    for problem in found:
        path, _, start, end = problem.location
        if path != reading.path:
            yield problem
            continue
        place = moved(start, end, edits)
        is_fault = problem.finding.code.startswith(FAULT)
        if place and not is_fault and reading.lines.number(place[0]) not in changed:
            related = tuple(_carried_along(problem.related, reading, edits))
            yield problem._replace(
                location=Location(path, reading.text, *place), related=related
            )  # fmt: skip


def _carried_along(
    related: Iterable[tuple[str, Location]], reading: Reading, edits: tuple[Edit, ...]
) -> Iterator[tuple[str, Location]]:
    """Places that belong to a finding, where they are now; those that were changed are left out."""
    for message, place in related:
        if place.path != reading.path:
            yield message, place
        elif now := moved(place.start, place.end, edits):
            yield message, Location(place.path, reading.text, *now)


def _changed_lines(reading: Reading, edits: Iterable[Edit]) -> set[int]:
    """The lines of a document that edits left changed."""
    lines = reading.lines
    return {
        number
        for start, end in touched(edits)
        for number in range(lines.number(start), lines.number(max(start, end - 1)) + 1)
    }


def _on_its_lines(text: str, source: Source, span: Span | None) -> tuple[int, int]:
    """A stretch of lines and columns; what is told behind the end of a line ends there."""
    if span is None:
        return 0, 0
    start, end = source.offsets(span)
    if span.line == span.end_line and (cut := _BREAK.search(text, start, end)):
        end = cut.start()
    return start, end


def _of_last_good(reading: Reading, baseline: Baseline | None) -> Iterator[Problem]:
    """What the rules found in the last good version, but for what stands on changed lines."""
    good = reading.good
    if good is None or good.source is None:
        return
    changed = _changed_lines(reading, reading.since)
    for finding in _unknown((*good.structure, *good.figures), baseline):
        if finding.file != reading.file or finding.span is None:
            continue
        place = moved(*good.source.offsets(finding.span), reading.since)
        if place is None or reading.lines.number(place[0]) in changed:
            continue
        yield Problem(finding, Location(reading.path, reading.text, *place))
