"""Converting: a file that is dropped on a page → a journey's text, and that → other forms."""

from __future__ import annotations

import os
from collections.abc import Iterable
from typing import Any

from cjm.checking.assess import Assessment
from cjm.diagnostics import Diagnostic
from cjm.errors import UsageError
from cjm.exchange.convert import converted_journey, invalid_input
from cjm.exchange.exporting import journey_form
from cjm.exchange.forms import YAML, Form, form_named, form_of_file
from cjm.exchange.imported import Asked, Lost
from cjm.i18n import Message, say, translate
from cjm.project.findings import Origin, finding_of
from cjm.project.workspace import Workspace
from cjm.source import Source
from cjm.source.decoding import decode

Data = dict[str, Any]
IN_PAGE = (YAML, "json", "mermaid", "mermaid-journey", "markdown", "csv", "tsv")
"""The forms that need no other library."""


def converted_in(
    name: str, content: bytes, workspace: Workspace, language: str | None = None
) -> Data:
    """The journey in a file.

    Args:
        name: What the file is called: its ending names its form.
        content: What it holds; YAML comes back as it is, without a byte order mark.
        workspace: What holds for the journey.
        language: What is told in; by default the workspace's.

    Returns:
        The name of a journey's file, its text, and what was left out; what had to be decided, such
        as the encoding, stands first and has no line.

    Raises:
        InvalidJourneyError: There is no journey in it; every finding is in it.
        UsageError: No form has that ending.
    """
    told_in = language or workspace.language
    form = _form_of(name)
    if form.name == YAML:
        return {"name": name, "text": _decoded(name, content, told_in), "lost": []}
    target = f"{os.path.splitext(name)[0]}.yaml"
    asked = Asked(workspace=workspace)
    made = converted_journey(content, form, asked, name, target, told_in=told_in)
    return {"name": target, "text": made.text, "lost": _told(made.lost, made.notes, told_in)}


def converted_out(read: Assessment, file: str, form_name: str, language: str | None = None) -> Data:
    """A journey as a file of another form; what was measured of it counts where the form shows it.

    Args:
        read: The journey's text, and what is known of it.
        file: What its file is called.
        form_name: One of IN_PAGE but yaml.
        language: What is told in; by default the workspace's.

    Returns:
        The name of a file, what it holds, which may begin with a byte order mark, and what was left
        out.

    Raises:
        InvalidJourneyError: The text holds no journey; every finding is in it.
        UsageError: There is no such form, or it is not written here.
    """
    form = form_named(form_name)
    if form.name == YAML or form.name not in IN_PAGE or form.write is None:
        raise _not_here(form.name)
    if read.journey is None or read.source is None:
        raise invalid_input(read.faults)
    told_in = language or read.workspace.language
    asked = Asked(workspace=read.workspace)
    made = journey_form(read.journey, read.source, form, asked, read.overlays)
    ending = next(iter(form.endings), ".mmd")
    return {
        "name": f"{os.path.splitext(file)[0]}{ending}",
        "content": made.content.decode(),
        "lost": _told(made.lost, made.notes, told_in),
    }


def _form_of(name: str) -> Form:
    form = form_of_file(name)
    if form is None or form.name not in IN_PAGE:
        known = (ending for each in IN_PAGE for ending in form_named(each).endings)
        raise UsageError(
            say("what form has {path}?", path=name),
            help=say("known: {known}", known=", ".join(known)),
        )
    return form


def _not_here(name: str) -> UsageError:
    written = (each for each in IN_PAGE if form_named(each).write)
    return UsageError(
        say("{form} is not written here", form=name),
        help=say("known: {known}", known=", ".join(written)),
    )


def _decoded(name: str, content: bytes, language: str) -> str:
    """The text of YAML. Raises InvalidJourneyError, with the place, where it is no UTF-8."""
    text = decode(content)
    if isinstance(text, Diagnostic):
        origin = Origin(name, Source("", None), language=language)
        raise invalid_input((finding_of(text, origin),))
    return text


def _told(lost: Iterable[Lost], notes: Iterable[Message], language: str) -> list[Data]:
    told: list[Data] = [{"message": translate(note, language)} for note in notes]
    for part in lost:
        said = translate(say("{what}: {why}", what=part.what, why=part.why), language)
        cell = f"{part.cell}: " if part.cell else ""
        line = {} if part.line is None else {"line": part.line}
        told.append({"message": f"{cell}{said}", **line})
    return told
