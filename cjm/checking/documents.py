"""Paths → parsed files, each once, with the workspace it belongs to."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from cjm.language import say
from cjm.loading import STDIN, reason, shown_path
from cjm.source import MAX_BYTES, Source, parse
from cjm.workspace import (
    FILE_NAME,
    LoadedWorkspace,
    Workspaces,
    holds_journey,
    journey_files,
    may_hold_journey,
    read_bytes,
)


class Document(NamedTuple):
    """A file that is a journey, as findings name it."""

    file: str
    source: Source
    home: LoadedWorkspace


class Skipped(NamedTuple):
    """A YAML file in a folder that is no journey."""

    file: str


class Trouble(NamedTuple):
    """What could not be done, as a sentence."""

    message: str


Found = Document | Skipped | Trouble


Seen = dict[str, type[Found]]
"""What became of each file that was already looked at."""


def documents(paths: Iterable[str], homes: Workspaces, seen: Seen | None = None) -> Iterator[Found]:
    """Everything at `paths` that is not in `seen`, one file in memory at a time."""
    seen = {} if seen is None else seen
    for path in paths:
        held = False
        for found in _at(path, homes, seen):
            held = held or not isinstance(found, Skipped)
            if found is not None:
                yield found
        if not held:
            yield Trouble(say("{path}: there is no journey here", path=_named(path)))


def _at(path: str, homes: Workspaces, seen: Seen) -> Iterator[Found | None]:
    """What is at one path; None stands for something that was already taken."""
    if path == "-" and path in seen:
        yield None
        return
    if path == "-":
        seen[path] = Document
        content = sys.stdin.buffer.read(MAX_BYTES + 1)
        yield Document(STDIN, parse(content), homes.of_folder("."))
        return
    if os.path.basename(path) == FILE_NAME and os.path.isfile(path):
        homes.of_file(path)  # a workspace: its own faults are told
        yield None
        return
    for item in journey_files(path):
        if isinstance(item, OSError):
            yield Trouble(say("{path}: {reason}", path=_named(item.filename), reason=reason(item)))
            continue
        real = os.path.realpath(item.path)
        # What a folder's search skipped is still a journey where it is named.
        if real in seen and not (item.named and seen[real] is Skipped):
            yield None
            continue
        found = _read(item.path, item.named, homes)
        seen[real] = type(found)
        yield found


def _named(path: str) -> str:
    return shown_path(path) if path else say("an empty path")


def _read(path: str, named: bool, homes: Workspaces) -> Found:
    file = shown_path(path)
    try:
        content = read_bytes(path)
    except OSError as error:
        return Trouble(say("{path}: {reason}", path=file, reason=reason(error)))
    if not named and not may_hold_journey(content):
        return Skipped(file)
    source = parse(content)
    if not named and not holds_journey(content, source):
        return Skipped(file)
    return Document(file, source, homes.of_file(path))
