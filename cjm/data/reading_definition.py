"""`data.yaml` and `topics.yaml` → records; every fault is told at its place."""

from __future__ import annotations

import os
from collections.abc import Iterable, Mapping
from typing import Any

from cjm.data.building import source_of
from cjm.data.definition import Connection, Definition, Topic, Topics
from cjm.diagnostics import START, Diagnostic, Place, Route
from cjm.diagnostics.findings import Excerpt, Finding
from cjm.errors import CjmError, InvalidDataError
from cjm.format import INVALID, Context
from cjm.format.data import DATA
from cjm.format.data import FORMS as DATA_FORMS
from cjm.format.record import Record
from cjm.format.topics import FORMS as TOPICS_FORMS
from cjm.format.topics import TOPICS
from cjm.i18n import say
from cjm.i18n.choice import default_language
from cjm.project.discovery import shown_path
from cjm.project.finding_definition import content_of
from cjm.project.findings import Origin, finding_of
from cjm.project.reading import decode, unguessed
from cjm.project.references import report_unknown
from cjm.records import replace
from cjm.source import Source, parse
from cjm.system.repository import root_of
from cjm.tuples import NamedTuple


class _Read(NamedTuple):
    """What one file says, and all that is wrong in it; values are INVALID where nothing holds."""

    source: Source
    context: Context
    values: Any


def read_definition(file: str, language: str | None = None) -> Definition:
    """The definition in a `data.yaml`.

    Args:
        file: Its path.
        language: In which faults are told; default: the environment's.

    Raises:
        InvalidDataError: It is faulty; every finding is in it.
        UsageError: It cannot be read.
    """
    values = _right(_definition(content_of(file)), file, language)
    folder = os.path.dirname(file) or "."
    sources = {id: source_of(id, each) for id, each in values["sources"]}
    period = values.get("period", {})
    given = {key: values[key] for key in ("timezone", "minimum") if key in values}
    return Definition(
        sources=sources,
        connections={id: Connection(**each) for id, each in values.get("connections", ())},
        period=(period.get("from"), period.get("to")),
        journeys=dict(values.get("journeys", ())),
        folder=folder,
        file=file,
        border=root_of(folder),
        language=language,
        **given,
    )


def read_topics(file: str, language: str | None = None) -> Topics:
    """The topics in a `topics.yaml`.

    Args:
        file: Its path.
        language: In which faults are told; default: the environment's.

    Raises:
        InvalidDataError: It is faulty; every finding is in it.
        UsageError: It cannot be read.
    """
    values = _right(_topics(content_of(file)), file, language)
    lexicon = values.get("tone", "rating")
    return Topics(
        tuple(_topic(id, each) for id, each in values["topics"]),
        values.get("language", ()),
        "" if lexicon == "rating" else os.path.join(os.path.dirname(file), lexicon["lexicon"]),
        file,
    )


def _topic(id: str, values: Mapping[str, Any]) -> Topic:
    return Topic(
        id,
        values.get("title", id),
        values.get("words", ()),
        values.get("not", ()),
        values.get("patterns", ()),
        values.get("touchpoint", ""),
    )


def definition_findings(
    content: bytes | str, file: str | None, kind: str, language: str
) -> tuple[Finding, ...]:
    """All that is wrong in the text of a `data.yaml`, or of a file of topics.

    Args:
        content: What it says.
        file: Its name in findings.
        kind: `data` or `topics`.
        language: In which faults are told.
    """
    read = _definition(content) if kind == "data" else _topics(content)
    return _findings(_faults(read), Origin(file, read.source, language=language))


def found_in_use(definition: Definition, route: Route, error: CjmError) -> CjmError:
    """What a run found wrong with a value, as a fault at its place in the file.

    Args:
        definition: Of which file; one that was made in Python has none.
        route: The way to the value.
        error: What is wrong with it.
    """
    source = parse(content_of(definition.file)) if definition.file else None
    if source is None or source.node(route) is None:  # somebody changes the file at this moment
        return error
    place = Place(route)
    fault = Diagnostic("CJM002", error.message, place, error.help)
    return _invalid((fault,), source, definition.file, definition.language)


def _definition(content: bytes | str) -> _Read:
    read = _read(content, DATA, DATA_FORMS)
    _hold_to_declared(read)
    return read


def _topics(content: bytes | str) -> _Read:
    from cjm.data.patterns import verify_patterns

    read = _read(content, TOPICS, TOPICS_FORMS)
    if read.source.root is not None:
        verify_patterns(read.source.root, read.context)
    return read


def _read(content: bytes | str, record: Record, forms: Mapping[str, str]) -> _Read:
    source = parse(content)
    if source.root is None:
        context = Context()
        if not source.faults:
            begin = say("begin with: {text}", text=f"{next(iter(record.fields))}: 1")
            context.faults.append(Diagnostic("CJM002", say("the file is empty"), START, begin))
        return _Read(source, context, INVALID)
    return _Read(*decode(source, record, forms))


def _hold_to_declared(read: _Read) -> None:
    """Connections and sources that are named must be there."""
    known = {kind: read.context.declared.get(kind, {}) for kind in ("connection", "source")}
    report_unknown(read.context, known)


def _right(read: _Read, file: str, language: str | None) -> Any:
    """The values of a file in which nothing is wrong; InvalidDataError otherwise."""
    faults = _faults(read)
    if not faults:
        return read.values
    raise _invalid(faults, read.source, file, language)


def _invalid(
    faults: tuple[Diagnostic, ...], source: Source, file: str, language: str | None
) -> InvalidDataError:
    """What is raised of faults: the first of them, with all as findings."""
    language = language or default_language()
    findings = _findings(faults, Origin(shown_path(file), source, language=language))
    first, *more = findings
    assert first.span is not None
    place = f"{first.file}:{first.span.line}:{first.span.column}"
    told = say("{place}: {message}", place=place, message=first.words or first.message)
    if more:
        told = say("{first} (and {n} more)", first=told, n=len(more))
    return InvalidDataError(told, findings)


def _faults(read: _Read) -> tuple[Diagnostic, ...]:
    return (*read.source.faults, *unguessed(read.source, read.context.faults))


def _findings(faults: Iterable[Diagnostic], origin: Origin) -> tuple[Finding, ...]:
    """Faults as findings, in the order of the file; no line with an address is quoted."""
    findings = []
    for fault in faults:
        finding = finding_of(fault, origin)
        if _may_hold_secret(finding, origin.source):
            finding = replace(finding, excerpt=Excerpt(""), fixes=())
        findings.append(finding)
    return tuple(sorted(findings, key=lambda finding: finding.sort_key))


def _may_hold_secret(finding: Finding, source: Source | None) -> bool:
    """Whether a line may hold a password: one with an address, and all of the connections."""
    entries = source.root.value if source and source.root else None
    connections = entries.get("connections") if isinstance(entries, dict) else None
    if "://" in finding.excerpt.text:
        return True
    if connections is None or finding.span is None:
        return False
    first, last = connections.key.span.line, connections.node.span.end_line
    return bool(first <= finding.span.line <= last)
