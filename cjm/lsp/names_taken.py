"""Names taken: two open journeys of one id, as a check of their workspace tells them."""

from __future__ import annotations

import os
from collections.abc import Iterable

from cjm.checking.checker import Checker
from cjm.checking.duplicates import Ids, Named, duplicate
from cjm.checking.results import JourneyId
from cjm.diagnostics import Place
from cjm.diagnostics.findings import Finding
from cjm.lsp.answers import Location
from cjm.lsp.kinds import is_among
from cjm.lsp.problems import Problem
from cjm.lsp.reading import Reading
from cjm.project.documents import Document, Text
from cjm.project.findings import excerpt_at


def names_taken(readings: Iterable[Reading], checker: Checker) -> dict[str, tuple[Problem, ...]]:
    """CJM004 among open journeys, by the document it is told in: the second by path.

    Only journeys that one run of `cjm check` meets are held against each other: those of one
    workspace, or of one folder where there is none.
    """
    runs: dict[str, list[Reading]] = {}
    for reading in readings:
        if reading.fresh is not None and reading.fresh.journey is not None and _is_checked(reading):
            runs.setdefault(_run(reading), []).append(reading)
    found: dict[str, tuple[Problem, ...]] = {}
    for together in runs.values():
        for problem, uri in _in_run(sorted(together, key=lambda each: each.path), checker):
            found[uri] = (*found.get(uri, ()), problem)
    return found


def _run(reading: Reading) -> str:
    return reading.home.file or os.path.dirname(os.path.realpath(reading.path))


def _is_checked(reading: Reading) -> bool:
    """Whether a check of its workspace comes to a file."""
    if not reading.path:
        return False
    return reading.home.file is None or is_among(reading.path, reading.workspace.workspace.paths)


def _in_run(readings: list[Reading], checker: Checker) -> Iterable[tuple[Problem, str]]:
    ids, by_file = Ids(), {reading.file or "": reading for reading in readings}
    for reading in readings:
        document = Document(
            Text(reading.file or "", b""), True, reading.home, reading.path, reading.path
        )
        pair = ids.take(document, _identity(reading))
        if pair is None:
            continue
        named, other = pair
        rules = checker.workspace(named.workspace)
        finding = duplicate(named, other, rules)
        if finding.code in rules.codes:
            told, first = by_file[named.file], by_file[other.file]
            yield _problem(finding, named, told, other, first), told.uri


def _problem(
    finding: Finding, named: Named, told: Reading, other: Named, first: Reading
) -> Problem:
    return Problem(
        finding,
        _location(told, named),
        tuple((each.message, _location(first, other)) for each in finding.related),
    )


def _location(reading: Reading, named: Named) -> Location:
    start, end = reading.own.source.offsets(named.identity.span)
    return Location(reading.path, reading.text, start, end)


def _identity(reading: Reading) -> JourneyId:
    journey, source = reading.fresh.journey if reading.fresh else None, reading.own.source
    assert journey is not None
    span = source.locate(Place(("id",))).span
    return JourneyId(journey.id, journey.state, journey.language, span, excerpt_at(span, source))
