"""Convert: a journey from another form, or into one. One side is always our own, YAML."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from cjm.errors import CjmError, UsageError, require_language
from cjm.exchange.forms import YAML, Form, form_named
from cjm.exchange.imported import Asked, Lost
from cjm.i18n import Message, say
from cjm.records import dataclass

if TYPE_CHECKING:
    from cjm.diagnostics.findings import Finding
    from cjm.project.workspace import Workspace


@dataclass(frozen=True)
class Converted:
    """What a conversion made.

    Attributes:
        content: The output as the bytes of a file.
        lost: What the output has no place for, by line or cell of the input.
        notes: What had to be decided, such as the encoding.
        findings: What is wrong with the journey; empty unless it was made all the same.
    """

    content: bytes
    lost: tuple[Lost, ...] = ()
    notes: tuple[Message, ...] = ()
    findings: tuple[Finding, ...] = ()

    @property
    def text(self) -> str:
        """The output as text. Raises UnicodeDecodeError where it is none (XLSX)."""
        return self.content.decode("utf-8")


def convert(
    text: str | bytes,
    from_: str,
    to: str,
    *,
    id: str | None = None,
    title: str | None = None,
    language: str | None = None,
    encoding: str | None = None,
    delimiter: str | None = None,
    sheet: str | None = None,
    workspace: Workspace | str | os.PathLike[str] | None = None,
    force: bool = False,
    file: str | os.PathLike[str] | None = None,
    out: str | os.PathLike[str] | None = None,
) -> Converted:
    """A journey in another form; one of the two forms is `yaml`.

    Args:
        text: The input; bytes where it is binary, or in another encoding than UTF-8.
        from_: Its form: yaml, json, mermaid, … (`cjm.exchange.forms.FORMS`).
        to: The form wanted.
        id: The journey's id; by default its own, else the stem of `out` or `file`.
        title: The journey's title, in place of its own.
        language: The journey's language, en or ru, in place of its own.
        encoding: Of the input; by default UTF-8, of tables a guess.
        delimiter: What parts the cells of a CSV; by default a guess, or what the language has.
        sheet: Which sheet of an XLSX file; by default the first.
        workspace: What holds for the journey: a workspace, or the path of its `cjm.yaml`.
        force: Make a journey all the same where something is wrong with it (CJM0).
        file: The input's name, in findings.
        out: The output's name; its stem is the id of a journey that has none.

    Returns:
        The output, and what was left out.

    Raises:
        InvalidJourneyError: The input, or the journey in it, has faults: every finding is in it.
        UsageError: There is no such form, or neither side is YAML, or an option's value is none.
    """
    if language is not None:
        require_language(language)
    forms = form_named(from_), form_named(to)
    within = _workspace(workspace)
    asked = Asked(id, title, language, encoding, delimiter, sheet, within)
    content = text.encode("utf-8", "surrogatepass") if isinstance(text, str) else text
    name, target = (os.fspath(path) if path else None for path in (file, out))
    check_forms(*forms)
    if forms[0].name == YAML:
        return _exported(content, forms[1], asked, name)
    return converted_journey(content, forms[0], asked, name or "input", target, force=force)


def check_forms(source: Form, target: Form) -> None:
    """Raises UsageError unless one side is YAML and the other can be read or written so."""
    if (source.name == YAML) == (target.name == YAML):
        raise UsageError(
            say(
                "one side of a conversion is a journey in YAML, not {source} and {target}",
                source=source.name,
                target=target.name,
            ),
            help=say("cjm fmt lays a journey out anew")
            if source.name == YAML
            else say("convert to yaml first, and from there"),
        )
    if source.name != YAML and source.read is None:
        raise UsageError(say("{form} is only written, not read", form=source.name))
    if target.name != YAML and target.write is None:
        raise UsageError(say("{form} is only read, not written", form=target.name))


def _workspace(given: Workspace | str | os.PathLike[str] | None) -> Workspace:
    from cjm.project.opening import workspace
    from cjm.project.workspace import NO_WORKSPACE, Workspace

    if given is None:
        return NO_WORKSPACE.workspace
    return given if isinstance(given, Workspace) else workspace(given)


def _exported(content: bytes, form: Form, asked: Asked, file: str | None) -> Converted:
    """The journey in a text in another form."""
    from cjm.exchange.exporting import journey_form
    from cjm.project.loading import read_journey
    from cjm.project.writing import TEXT
    from cjm.source import parse

    source = parse(content)
    loaded = read_journey(source, file or TEXT, asked.workspace)
    if loaded.journey is None or loaded.findings:
        raise invalid_input(loaded.findings)
    made = journey_form(loaded.journey, source, form, asked)
    return Converted(made.content, made.lost, made.notes)


def converted_journey(
    content: bytes,
    form: Form,
    asked: Asked,
    file: str,
    out: str | None,
    *,
    force: bool = False,
    told_in: str | None = None,
) -> Converted:
    """The text of a journey's file made of another form; `told_in` is the language of findings.

    Raises InvalidJourneyError.
    """
    from cjm.exchange.exporting import in_order
    from cjm.exchange.importing import journey_text

    language = told_in or asked.language or asked.workspace.language
    made = journey_text(content, form, asked, file, out, language)
    if made.findings and not (force and made.text):
        raise invalid_input(made.findings)
    read = made.imported
    lost = in_order((*read.lost, *_of_workspace(read.workspace)))
    return Converted(made.text.encode("utf-8"), lost, read.notes, made.findings)


def _of_workspace(data: dict[str, object]) -> list[Lost]:
    """What belongs to a `cjm.yaml`, which is not written."""
    why = say("it belongs to cjm.yaml, which is not written")
    return [Lost(None, None, say("{field}", field=key), why) for key in data]


def invalid_input(findings: tuple[Finding, ...]) -> CjmError:
    """The error that tells what is wrong with an input."""
    from cjm.project.writing import invalid

    places = [f"{f.file}:{f.span.line}:{f.span.column}" for f in findings if f.span]
    return invalid(places, findings)
