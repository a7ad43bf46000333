"""Renaming of what is declared, at the cursor: in the document and wherever else it is named."""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping
from functools import partial

from cjm.authoring.naming import KINDS, TOUCHPOINT
from cjm.authoring.renaming import rename as renamed
from cjm.authoring.renaming_in_data import (
    Renaming,
    data_file,
    journey_text,
    keeps,
    rename_in_data,
)
from cjm.edits import Edit
from cjm.errors import UsageError
from cjm.format import as_id
from cjm.i18n import Message, say, translate
from cjm.lsp.answers import FileEdits, Refused, Stretch
from cjm.lsp.files import FileText, files_beside, journey_id
from cjm.lsp.names import Named, name_at
from cjm.lsp.places import is_shared
from cjm.lsp.reading import Reading
from cjm.project.discovery import shown_path
from cjm.project.finding_definition import content_of
from cjm.source import Source


def prepare_rename(reading: Reading, offset: int) -> Stretch | Refused:
    """Where the id at an offset stands, or why nothing can be renamed there."""
    name = name_at(reading, offset)
    if name is None or name.kind not in KINDS:
        told = say("what can be renamed: ids of touchpoints, stages, channels and personas")
        return Refused(translate(told, reading.language))
    return name.start, name.end


def rename(reading: Reading, offset: int, new: str) -> tuple[FileEdits, ...] | Refused:
    """The changes that rename what stands at an offset, none of them made.

    Args:
        reading: The document.
        offset: In code points.
        new: What it shall be called.

    Returns:
        A touchpoint is renamed in its journey and what was measured of it; where the journey is
        also there in its other state or in another language, as changes to be confirmed. What the
        workspace declares is renamed in all its files. `data.yaml` and its topics follow. Or why it
        cannot be: the new name is no id or is taken, a source means another's by it, an alias
        shares its text, or a file has faults, so that nobody knows what it names.
    """
    where = prepare_rename(reading, offset)
    name = name_at(reading, offset)
    if isinstance(where, Refused) or name is None:
        return where if isinstance(where, Refused) else ()
    try:
        own = FileEdits(reading.path, reading.text, _edits(reading.own.source, name, new))
        return (own, *_elsewhere(reading, name, new))
    except UsageError as error:
        return Refused(sentence(error, reading.language))


def _edits(source: Source, name: Named, new: str) -> tuple[Edit, ...]:
    return renamed(source, name.kind, name.id, new)


def _elsewhere(reading: Reading, name: Named, new: str) -> Iterator[FileEdits]:
    """What changes in other files: of what the workspace shares all, else those of the journey."""
    shared = is_shared(reading, name.kind, name.id)
    own, id = os.path.realpath(reading.path), journey_id(reading.source, reading.path)
    for file in files_beside(reading):
        if shared or file.beside == own:
            yield from _changed(file, name, new)
        elif name.kind == TOUCHPOINT and file.beside is None and file.journey_id == id:
            sound = not file.source.faults and file.source.readable
            confirm = translate(_why(file, id), reading.language)
            yield from _changed(file, name, new, confirm) if sound else ()
    yield from _in_data(reading, Renaming(name.kind, name.id, as_id(new), None if shared else id))


def _in_data(reading: Reading, renaming: Renaming) -> Iterator[FileEdits]:
    """What changes where data are described; to be confirmed where a twin keeps the name."""
    folder = os.path.dirname(os.path.realpath(reading.path))
    file = data_file(folder) if reading.path else None
    if file is None:
        return
    texts = [journey_text(f.path, f.source) for f in files_beside(reading) if f.beside is None]
    opened = reading.opened or {}
    twins = [text for text in texts if text.id == renaming.journey]
    confirm = ""
    if renaming.journey and keeps(renaming, twins):
        told = say("{path} names it, too", path=shown_path(file))
        confirm = translate(told, reading.language)
    try:
        for change in rename_in_data(folder, renaming, lambda: texts, partial(_shown, opened)):
            yield FileEdits(change.path, change.text, change.edits, confirm)
    except UsageError:
        if not confirm:
            raise


def _shown(opened: Mapping[str, str], path: str) -> str:
    """What an editor shows of a file: of one that is not open what it holds, without its mark."""
    return opened[path] if path in opened else content_of(path).decode("utf-8-sig", "replace")


def _changed(file: FileText, name: Named, new: str, confirm: str = "") -> Iterator[FileEdits]:
    try:
        edits = _edits(file.source, name, new)
    except UsageError as error:
        told = say("{path}: {message}", path=shown_path(file.path), message=error.message)
        raise UsageError(told, error.help) from error
    if edits:
        yield FileEdits(file.path, file.text, edits, confirm)


def _why(file: FileText, id: str) -> Message:
    """Why a file of the same journey changes, too."""
    path = shown_path(file.path)
    return say("{id} is there in another state or language, too: {path}", id=id, path=path)


def sentence(error: UsageError, language: str) -> str:
    """Why something cannot be done, and what can be."""
    told = translate(error.message, language)
    return f"{told}; {translate(error.help, language)}" if error.help else told
