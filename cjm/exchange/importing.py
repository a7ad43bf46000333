"""Another form → the text of a journey's file, read before anybody writes it."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from cjm.diagnostics import Diagnostic, Route, Span
from cjm.diagnostics.findings import Finding
from cjm.exchange.forms import Form
from cjm.exchange.imported import Asked, Imported
from cjm.project.discovery import STDIN
from cjm.project.findings import Origin, excerpt_at, finding_of
from cjm.project.loading import Loaded, id_of_file, read_journey
from cjm.project.writing import OPENED, dump
from cjm.records import replace
from cjm.source import Source, parse
from cjm.source.emit import emit
from cjm.tuples import NamedTuple


class Written(NamedTuple):
    """The text of a journey's file, what was left out, and what is wrong with it."""

    text: str
    imported: Imported
    findings: tuple[Finding, ...] = ()


def journey_text(
    content: bytes, form: Form, asked: Asked, file: str, out: str | None, language: str
) -> Written:
    """What a form reads as the text of a file.

    Args:
        content: The input.
        form: Its form, one that is read.
        asked: The options.
        file: The input's name in findings.
        out: The output's name, which gives the journey its id; None for standard output.
        language: What findings are told in.

    Returns:
        The text; empty where the input's own faults stop it, which are findings at its lines and
        columns. What is wrong with the journey itself is a finding too, and the text is there.
    """
    assert form.read is not None
    imported = form.read(content, asked)
    if imported.faults:
        return Written("", imported, _told(imported.faults, imported.text, file, language))
    data = _data(imported.data, asked, out or file)
    text = emit(data, OPENED)
    name = out or f"{id_of_file(file)}.yaml"
    source = parse(text.encode("utf-8"))
    loaded = read_journey(source, name, asked.workspace, language=language)
    if loaded.findings:
        told = tuple(_at_input(finding, source, imported, file) for finding in loaded.findings)
        return Written(text, imported, told)
    return Written(_shortest(loaded, asked, text), imported)


def _data(data: dict[str, Any], asked: Asked, name: str) -> dict[str, Any]:
    """The journey's fields, with what the options say of it, the first ones first."""
    given = {"id": asked.id, "title": asked.title, "language": asked.language}
    given = {key: value for key, value in given.items() if value is not None}
    id = "journey" if name == STDIN else id_of_file(name)
    return {"cjm": 1, "id": id, **data, **given}


def _shortest(loaded: Loaded, asked: Asked, text: str) -> str:
    """The journey in the shortest forms, without what its workspace says the same."""
    from cjm.errors import UsageError

    assert loaded.journey is not None
    try:
        return dump(loaded.journey, within=asked.workspace)
    except UsageError:  # what only data say, such as personas picked from a list
        return text


def _told(faults: Iterable[Diagnostic], text: str, file: str, language: str) -> tuple[Finding, ...]:
    """Faults of the input as findings."""
    origin = Origin(file, Source(text, None), language=language)
    return tuple(finding_of(fault, origin) for fault in faults)


def _at_input(finding: Finding, source: Source, imported: Imported, file: str) -> Finding:
    """What is wrong with a journey, told where in the input it came from, if that is known."""
    route = finding.route or ()
    on_key = bool(route) and source.span(route, key=True) == finding.span
    span, cell = _nearest(imported, route, on_key)
    if span is None:
        return finding
    excerpt = excerpt_at(span, Source(imported.text, None))
    if cell:
        words = f"{cell}: {finding.words}" if finding.words else ""
        finding = replace(finding, message=f"{cell}: {finding.message}", words=words)
    return replace(finding, file=file, span=span, excerpt=excerpt, related=(), fixes=())


def _nearest(imported: Imported, route: Route, on_key: bool) -> tuple[Span | None, str]:
    """Where the value at a route, or its key, came from, or what is around it; and its cell."""
    while route:
        if span := imported.place_of(route, on_key):
            return span, imported.cell_of(route, on_key)
        route, on_key = route[:-1], True
    return None, ""
