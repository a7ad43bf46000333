"""Verdicts: what a check has to say of one file, and of one workspace, by itself.

They depend on nothing but its files, its workspace, the command line and the day, so that they
can be kept. `packed` and `unpacked` turn them into bytes and back.
"""

import json
import zlib
from collections.abc import Sequence
from typing import Any

from cjm.diagnostics.findings import (
    Excerpt,
    FileEdit,
    Finding,
    FindingFix,
    Related,
    Severity,
)
from cjm.source import Span
from cjm.tuples import NamedTuple


class JourneyId(NamedTuple):
    """What tells a journey from all others, and where its id stands.

    `written` is the same for two languages of a journey that say the same.
    """

    id: str
    state: str
    language: str
    span: Span
    excerpt: Excerpt
    written: str = ""


class KeyFigures(NamedTuple):
    """What an overview says of one journey; shares of 1; None is what does not exist.

    `worst` is the touchpoint with the lowest C, `worst_scores` are O and B there and the digits
    that they are printed with, `worst_tied` how many have that C; `simulated` is whether
    `disappointed` is; `assumed` names figures that rest on shares that nobody gave, `personas` all
    that the journey has.
    """

    title: str
    balance: float | None = None
    disappointed: float | None = None
    success: float | None = None
    negative_moments_of_truth: int | None = None
    worst: str | None = None
    worst_title: str | None = None
    worst_gap: float | None = None
    worst_level: str | None = None
    worst_tied: int = 1
    simulated: bool = False
    worst_scores: tuple[float, float, int] | None = None
    assumed: tuple[str, ...] = ()
    personas: tuple[str, ...] = ()


class DocumentResult(NamedTuple):
    """What came of one file; no `journey`: it is YAML of another kind.

    `identity` is None where the file is broken. `findings` are those that no waiver covers, with
    the severity they have in this workspace; of a second journey of one id they know nothing.
    `failure` is a fault of cjm's own that kept the file from being checked, `trace` where it was;
    `figures` are there where they were asked for.
    """

    journey: bool = True
    identity: JourneyId | None = None
    touchpoints: int = 0
    waived: int = 0
    findings: tuple[Finding, ...] = ()
    failure: str = ""
    trace: str = ""
    figures: KeyFigures | None = None


class WorkspaceResult(NamedTuple):
    """What a workspace says about its check: the rules that run, which journeys it has.

    `duplicates` is how bad two journeys of one id are; `findings` are the workspace's own;
    `language` is what all findings are told in.
    """

    codes: frozenset[str] = frozenset()
    duplicates: Severity = Severity.ERROR
    journeys: tuple[str, ...] = ()
    findings: tuple[Finding, ...] = ()
    language: str = "en"


def packed_document(result: DocumentResult, files: Sequence[str]) -> bytes:
    """A result as bytes, without the names of the document's `files`."""
    findings = [_data_of(finding, files) for finding in result.findings]
    return _packed([*result[:4], findings, result.failure, result.trace, result.figures])


def unpacked_document(content: bytes, files: Sequence[str]) -> DocumentResult:
    """The result in bytes, of a document's files. Raises ValueError, TypeError where damaged."""
    journey, data, touchpoints, waived, findings, failure, trace, figures = _unpacked(content)
    identity = None
    if data is not None:
        id, state, language, span, excerpt, written = data
        identity = JourneyId(id, state, language, Span(*span), Excerpt(*excerpt), written)
    found = tuple(_finding(finding, files) for finding in findings)
    if figures:
        lists = (None if each is None else tuple(each) for each in figures[-3:])
        figures = KeyFigures(*figures[:-3], *lists)
    return DocumentResult(journey, identity, touchpoints, waived, found, failure, trace, figures)


def packed_workspace(rules: WorkspaceResult, files: Sequence[str]) -> bytes:
    """WorkspaceResult as bytes, without the workspace's name."""
    findings = [_data_of(finding, files) for finding in rules.findings]
    return _packed(
        [sorted(rules.codes), rules.duplicates, rules.journeys, findings, rules.language]
    )


def unpacked_workspace(content: bytes, files: Sequence[str]) -> WorkspaceResult:
    """The rules in bytes, of a `cjm.yaml`. Raises ValueError, TypeError where damaged."""
    codes, duplicates, journeys, findings, language = _unpacked(content)
    found = tuple(_finding(finding, files) for finding in findings)
    return WorkspaceResult(frozenset(codes), Severity(duplicates), tuple(journeys), found, language)


def _packed(data: Any) -> bytes:
    # Deflated, for its checksum: a damaged entry shall not pass for a result.
    return zlib.compress(json.dumps(data, separators=(",", ":")).encode(), 1)


def _unpacked(content: bytes) -> Any:
    try:
        return json.loads(zlib.decompress(content))
    except zlib.error as error:
        raise ValueError("damaged") from error


def _data_of(finding: Finding, files: Sequence[str]) -> list[Any]:
    """A finding; a file among `files` is its place there, whatever it is called next time."""
    nth = {file: n for n, file in enumerate(files)}
    return [
        nth.get(finding.file or "", finding.file),
        finding.code,
        finding.name,
        finding.severity,
        finding.message,
        finding.span,
        finding.journey,
        finding.touchpoint,
        finding.help,
        [(r.message, nth.get(r.file or "", r.file), r.span) for r in finding.related],
        finding.personas,
        finding.values,
        finding.excerpt,
        finding.words,
        finding.item,
        finding.state,
        finding.route,
        finding.impact,
        [
            (title, safe, [(nth.get(edit.file or "", edit.file), *edit[1:]) for edit in edits])
            for title, safe, edits in finding.fixes
        ],
    ]


def _finding(data: list[Any], files: Sequence[str]) -> Finding:
    def named(file: int | str | None) -> str | None:
        return files[file] if isinstance(file, int) else file

    file, code, name, severity, message, span, journey, touchpoint, help, related, *rest = data
    personas, values, excerpt, words, item, state, route, impact, fixes = rest
    return Finding(
        code=code,
        name=name,
        severity=Severity(severity),
        message=message,
        file=named(file),
        span=Span(*span),
        journey=journey,
        touchpoint=touchpoint,
        help=help,
        related=tuple(Related(text, named(where), Span(*place)) for text, where, place in related),
        personas=tuple((who, gap) for who, gap in personas),
        values=tuple((who, value) for who, value in values),
        excerpt=Excerpt(*excerpt),
        words=words,
        item=item,
        state=state,
        route=None if route is None else tuple(route),
        impact=impact,
        fixes=tuple(
            FindingFix(
                title,
                safe,
                tuple(
                    FileEdit(named(where), start, end, text, Span(*place))
                    for where, start, end, text, place in edits
                ),
            )
            for title, safe, edits in fixes
        ),
    )
