"""Verdicts: what a check has to say of one file, and of one workspace, by itself.

They depend on nothing but the file, its workspace, the command line and the day, so that they
can be kept. `packed` and `unpacked` turn them into bytes and back.
"""

import json
import zlib
from typing import Any, NamedTuple

from cjm.diagnostics.findings import Excerpt, Finding, Related, Severity
from cjm.source import Span


class JourneyId(NamedTuple):
    """What tells a journey from all others, and where its id stands."""

    id: str
    state: str
    language: str
    span: Span
    excerpt: Excerpt


class Verdict(NamedTuple):
    """What came of one file; no `journey`: it is YAML of another kind.

    `identity` is None where the file is broken. `findings` are those that no waiver covers, with
    the severity they have in this workspace; of a second journey of one id they know nothing.
    """

    journey: bool = True
    identity: JourneyId | None = None
    touchpoints: int = 0
    waived: int = 0
    findings: tuple[Finding, ...] = ()


class Terms(NamedTuple):
    """What a workspace says about its check: the rules that run, which journeys it has.

    `duplicates` is how bad two journeys of one id are; `findings` are the workspace's own;
    `language` is what all findings are told in.
    """

    codes: frozenset[str] = frozenset()
    duplicates: Severity = Severity.ERROR
    journeys: tuple[str, ...] = ()
    findings: tuple[Finding, ...] = ()
    language: str = "en"


def packed_verdict(verdict: Verdict) -> bytes:
    """A verdict as bytes, without the file's name."""
    return _packed([*verdict[:4], [_told(finding) for finding in verdict.findings]])


def unpacked_verdict(content: bytes, file: str) -> Verdict:
    """The verdict in bytes, of a file. Raises ValueError, TypeError where they are damaged."""
    journey, told, touchpoints, waived, findings = _unpacked(content)
    identity = None
    if told is not None:
        id, state, language, span, excerpt = told
        identity = JourneyId(id, state, language, Span(*span), Excerpt(*excerpt))
    found = tuple(_finding(finding, file) for finding in findings)
    return Verdict(journey, identity, touchpoints, waived, found)


def packed_terms(terms: Terms) -> bytes:
    """Terms as bytes, without the workspace's name."""
    findings = [_told(finding) for finding in terms.findings]
    return _packed(
        [sorted(terms.codes), terms.duplicates, terms.journeys, findings, terms.language]
    )


def unpacked_terms(content: bytes, file: str) -> Terms:
    """The terms in bytes, of a `cjm.yaml`. Raises ValueError, TypeError where damaged."""
    codes, duplicates, journeys, findings, language = _unpacked(content)
    found = tuple(_finding(finding, file) for finding in findings)
    return Terms(frozenset(codes), Severity(duplicates), tuple(journeys), found, language)


def _packed(data: Any) -> bytes:
    # Deflated, for its checksum: a damaged entry shall not pass for a verdict.
    return zlib.compress(json.dumps(data, separators=(",", ":")).encode(), 1)


def _unpacked(content: bytes) -> Any:
    try:
        return json.loads(zlib.decompress(content))
    except zlib.error as error:
        raise ValueError("damaged") from error


def _told(finding: Finding) -> list[Any]:
    """A finding without its file, which all its related places share."""
    return [
        finding.code,
        finding.name,
        finding.severity,
        finding.message,
        finding.span,
        finding.journey,
        finding.touchpoint,
        finding.help,
        [(related.message, related.span) for related in finding.related],
        finding.personas,
        finding.values,
        finding.excerpt,
        finding.words,
        finding.item,
        finding.state,
        finding.route,
    ]


def _finding(told: list[Any], file: str) -> Finding:
    code, name, severity, message, span, journey, touchpoint, help, related, *rest = told
    personas, values, excerpt, words, item, state, route = rest
    return Finding(
        code=code,
        name=name,
        severity=Severity(severity),
        message=message,
        file=file,
        span=Span(*span),
        journey=journey,
        touchpoint=touchpoint,
        help=help,
        related=tuple(Related(text, file, Span(*place)) for text, place in related),
        personas=tuple((who, gap) for who, gap in personas),
        values=tuple((who, value) for who, value in values),
        excerpt=Excerpt(*excerpt),
        words=words,
        item=item,
        state=state,
        route=None if route is None else tuple(route),
    )
