"""Which source a command works on: one of `data.yaml`, or a file whose columns are named."""

from __future__ import annotations

import os
from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any

from cjm.data.building import source_of
from cjm.data.definition import KINDS, TOLERATE, Asked, Definition, Source
from cjm.data.reading_definition import read_definition
from cjm.errors import UsageError
from cjm.format import suggest
from cjm.i18n import Message, say
from cjm.project.finding_definition import find_definition, no_definition
from cjm.project.loading import id_of_file
from cjm.records import dataclass, field, replace
from cjm.tuples import NamedTuple


@dataclass(frozen=True)
class Wanted:
    """What somebody asks of a data command.

    Attributes:
        source: A source's id, or a file.
        data: The `data.yaml` to use; None: the nearest upwards.
        columns: What a file's columns hold, by the key of a source; `scale` may be among them.
        period: The first and the last day; None: that of the definition.
        minimum: Groups with fewer answers give no score; None: as the definition says.
        tolerate: The share of a source's rows that may be left out.
        outside: Whether files may lie beyond the folder of the definition.
        python: Whether functions that connections name may be imported and called.
    """

    source: str | None = None
    data: str | None = None
    columns: Mapping[str, Any] = field(default_factory=dict)
    period: tuple[date | None, date | None] = (None, None)
    minimum: int | None = None
    tolerate: float = TOLERATE
    outside: bool = False
    python: bool = False


def wanted_of(
    source: str | os.PathLike[str] | None, data: str | os.PathLike[str] | None, **rest: Any
) -> Wanted:
    """What somebody asks in Python, where files may be paths and `columns` be None."""
    return Wanted(
        source=None if source is None else os.fspath(source),
        data=None if data is None else os.fspath(data),
        **{key: value for key, value in rest.items() if value is not None},
    )


class Chosen(NamedTuple):
    """The sources to work on, the definition they stand in, and what is asked of them."""

    definition: Definition
    sources: tuple[Source, ...]
    asked: Asked

    @property
    def source(self) -> Any:
        """The only one, of the kind that was asked for."""
        (source,) = self.sources
        return source


NEEDED = {
    "survey": ("score", "touchpoint", "scale"),
    "events": ("case", "touchpoint", "time"),
    "sales": ("customer", "time", "money"),
    "reviews": ("text",),
}
"""What must be named of a file that no `data.yaml` describes."""
KEYS = {
    "survey": {"customer": "respondent"},
}
"""Options whose key has another name there."""


def choose(kind: str, wanted: Wanted, folder: str = ".", language: str | None = None) -> Chosen:
    """The one source of a kind that is meant.

    Args:
        kind: `survey`, `events`, `sales` or `reviews`.
        wanted: What is asked.
        folder: Where the nearest `data.yaml` is looked for, upwards.
        language: In which faults of the file are told.

    Raises:
        UsageError: No source of that kind is meant, or more than one may be.
        InvalidDataError: The `data.yaml` is faulty.
    """
    chosen = choose_all(kind, wanted, folder, language)
    if len(chosen.sources) > 1:
        names = ", ".join(source.id for source in chosen.sources)
        raise UsageError(
            say("more than one source fits: {names}", names=names),
            help=say("name one: --source {name}", name=chosen.sources[0].id),
        )
    return chosen


def choose_all(kind: str, wanted: Wanted, folder: str = ".", language: str | None = None) -> Chosen:
    """All sources of a kind that are meant: the one that is named, else every one there is.

    Takes and raises what `choose` does.
    """
    definition = _definition(wanted, folder, language)
    if definition is None:
        definition = Definition()
        if wanted.source is None or not wanted.columns:
            if wanted.source is not None and os.path.exists(wanted.source):
                raise _unnamed(kind, wanted.source, ())
            raise no_definition(find_definition(folder))
    if wanted.outside or wanted.python:
        definition = replace(definition, outside=wanted.outside, python=wanted.python)
    asked = _asked(definition, wanted)
    if wanted.source is None:
        return Chosen(definition, _of_kind(kind, definition), asked)
    source = definition.sources.get(wanted.source)
    if source is None:
        source = _file(kind, wanted, definition)
        if source.id not in definition.sources:
            definition = replace(definition, folder=".", border=None)
    elif wanted.columns:
        raise UsageError(
            say("the columns of {name} stand in {file}", name=source.id, file=definition.file),
            help=say("leave out: {names}", names=_options(wanted.columns)),
        )
    return Chosen(definition, (_held_to(kind, source),), asked)


def _definition(wanted: Wanted, folder: str, language: str | None) -> Definition | None:
    file = wanted.data or find_definition(folder).file
    return None if file is None else read_definition(file, language)


def _asked(definition: Definition, wanted: Wanted) -> Asked:
    first, last = (
        asked or known for asked, known in zip(wanted.period, definition.period, strict=True)
    )
    if first and last and last < first:
        raise UsageError(say("the period ends before it begins"))
    return Asked(
        (first, last),
        definition.minimum if wanted.minimum is None else wanted.minimum,
        wanted.tolerate,
        definition.timezone,
    )


def kind_of(source: Source) -> str:
    """The word for what a source holds."""
    return next(word for word, record in KINDS.items() if isinstance(source, record))


def _of_kind(kind: str, definition: Definition) -> tuple[Source, ...]:
    sources = tuple(s for s in definition.sources.values() if kind_of(s) == kind)
    if not sources:
        message = say("{file} has no source of kind {kind}", file=definition.file, kind=kind)
        raise UsageError(message, help=_known(definition.sources))
    return sources


def _held_to(kind: str, source: Source) -> Source:
    """A source that was named, where it is of the kind that is wanted."""
    if kind_of(source) != kind:
        raise UsageError(
            say(
                "{name} is of kind {found}, not {kind}",
                name=source.id,
                found=kind_of(source),
                kind=kind,
            )
        )
    return source


def _file(kind: str, wanted: Wanted, definition: Definition) -> Source:
    """A file as a source: as the definition describes it, else by the columns that are named."""
    assert wanted.source is not None
    real = os.path.realpath(wanted.source)
    for source in definition.sources.values():
        path = os.path.join(definition.folder, source.rows.file)
        if not wanted.columns and source.rows.file and os.path.realpath(path) == real:
            return source
    if not os.path.exists(wanted.source) and not wanted.columns:
        message = say("there is no source and no file {name!r}", name=wanted.source)
        raise UsageError(message, help=suggest(wanted.source, definition.sources))
    names = KEYS.get(kind, {})
    columns = {names.get(key, key): value for key, value in wanted.columns.items()}
    if missing := [key for key in NEEDED[kind] if key not in columns]:
        raise _unnamed(kind, wanted.source, missing)
    id, said = id_of_file(wanted.source), {"kind": kind, "file": wanted.source, **columns}
    source = source_of(id, said)
    return replace(source, rows=replace(source.rows, described_by={"id": id, **said}))


def _unnamed(kind: str, file: str, missing: Iterable[str]) -> UsageError:
    options = _options(missing or NEEDED[kind])
    return UsageError(
        say("nothing says what the columns of {file} are", file=file),
        help=say("name them: {options}; or describe it in data.yaml", options=options),
    )


def _options(keys: Iterable[str]) -> str:
    return " ".join(f"--{key}" for key in keys)


def _known(names: Iterable[str]) -> Message:
    return say("there are: {columns}", columns=", ".join(names))
