"""The workspace, `cjm.yaml`: what journeys share and how they are checked; which files count."""

from __future__ import annotations

import math
import os
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any, NamedTuple

from cjm.errors import UsageError
from cjm.format import INVALID, WORKSPACE, Context, FormatFault
from cjm.journey import Channel, Comparison, Persona, Stage, is_one
from cjm.language import foreign, say
from cjm.source import MAX_BYTES, Entry, Fault, Node, Source, Span, parse

FILE_NAME = "cjm.yaml"


@dataclass(frozen=True)
class CheckSettings:
    """How journeys are checked; what the options mean is for the layer of the rules."""

    select: tuple[str, ...] = ("ALL",)
    ignore: tuple[str, ...] = ()
    severity: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True)
class Workspace:
    """What journeys share. `folder` is where `cjm.yaml` lies, None without one."""

    folder: str | None = None
    name: str | None = None
    language: str = "en"
    scale: tuple[float, float] = (0, 10)
    journeys: tuple[str, ...] = ()
    personas: tuple[Persona, ...] = ()
    channels: tuple[Channel, ...] = ()
    stages: tuple[Stage, ...] = ()
    philosophy: tuple[tuple[str, str], ...] = ()
    targets: tuple[tuple[str, Comparison], ...] = ()
    check: CheckSettings = field(default_factory=CheckSettings)

    @property
    def paths(self) -> tuple[str, ...]:
        """The folders and files taken when no path is given."""
        folder = self.folder or "."
        return tuple(os.path.join(folder, p) for p in self.journeys) or (folder,)


class LoadedWorkspace(NamedTuple):
    """A workspace, the file it came from (None for the default one), and what is wrong with it."""

    workspace: Workspace
    file: str | None = None
    source: Source | None = None
    faults: tuple[Fault | FormatFault, ...] = ()


NO_WORKSPACE = LoadedWorkspace(Workspace())


def find_workspace(folder: str) -> str | None:
    """The nearest `cjm.yaml` from `folder` upwards, not beyond the git root; None without one."""
    here = os.path.abspath(folder)
    while True:
        candidate = os.path.join(here, FILE_NAME)
        if os.path.isfile(candidate):
            return candidate
        parent = os.path.dirname(here)
        if parent == here or os.path.exists(os.path.join(here, ".git")):
            return None
        here = parent


def load_workspace(file: str) -> LoadedWorkspace:
    """Read a `cjm.yaml`; what can't be used falls back to its default. Raises OSError."""
    source = parse(read_bytes(file))
    folder = os.path.dirname(file) or "."
    if source.root is None:
        empty = Fault(say("the workspace is empty"), START, say("begin with: cjm: 1"))
        language = "ru" if _RUSSIAN.search(source.text) else "en"
        workspace = Workspace(folder, language=language)
        return LoadedWorkspace(workspace, file, source, source.faults or (empty,))
    context = Context()
    values = WORKSPACE.decode(source.root, first_key(source.root), context)
    if values is INVALID:
        values = _usable(source.root)
    workspace = _built(folder, values)
    if fault := _shares_fault(workspace.personas):
        place = source.root.value["personas"].key
        context.fault(fault, place, say("the shares of all personas sum to 1"))
    return LoadedWorkspace(workspace, file, source, (*source.faults, *context.faults))


START = Span(1, 1, 1, 1)
_RUSSIAN = re.compile(r"^language:[ \t]*[\"']?ru\b", re.MULTILINE)
"""What says in which language to tell that a workspace is not even YAML."""


def _usable(root: Node) -> dict[str, Any]:
    """The values of a faulty workspace that are right by themselves."""
    entries = root.value if isinstance(root.value, dict) else {}
    values = {
        key: WORKSPACE.fields[key].kind.decode(entry.node, entry.key, Context())
        for key, entry in entries.items()
        if key in WORKSPACE.fields
    }
    return {key: value for key, value in values.items() if value is not INVALID}


def first_key(root: Node) -> Node:
    """Where a file as a whole is spoken of: its `cjm` key, else its first key, else all of it."""
    if not isinstance(root.value, dict) or not root.value:
        return root
    entry: Entry = root.value.get("cjm") or next(iter(root.value.values()))
    return entry.key


def _built(folder: str, values: dict[str, Any]) -> Workspace:
    def declared(name: str, make: Any) -> tuple[Any, ...]:
        return tuple(make(i) if isinstance(i, str) else i for i in values.get(name, ()))

    check = values.get("check", {})
    return Workspace(
        folder=folder,
        name=values.get("workspace"),
        language=values.get("language", "en"),
        scale=values.get("scale", (0, 10)),
        journeys=values.get("journeys", ()),
        personas=declared("personas", Persona),
        channels=declared("channels", Channel),
        stages=declared("stages", Stage),
        philosophy=tuple(values.get("philosophy", {}).items()),
        targets=values.get("targets", ()),
        check=CheckSettings(**{k: v for k, v in check.items() if k != "options"}),
    )


def _shares_fault(personas: tuple[Persona, ...]) -> str | None:
    shares = [p.share for p in personas if p.share is not None]
    total = math.fsum(shares)
    complete = len(shares) == len(personas)
    if shares and not is_one(total) and (total > 1 or complete):
        return say("the personas' shares sum to {total:.9g}, not to 1", total=total)
    return None


def _named_workspace(file: str) -> LoadedWorkspace:
    try:
        return load_workspace(file)
    except OSError as error:
        reason = (error.strerror or str(error)).lower()
        raise UsageError(f"{file}: {reason}", help="--workspace takes a cjm.yaml") from error


class Workspaces:
    """The workspace of each file of one run, every `cjm.yaml` read once.

    `forced` names the one to use for all. Raises UsageError where that cannot be read.
    """

    def __init__(self, forced: str | None = None) -> None:
        self._forced = _named_workspace(forced) if forced else None
        self._by_folder: dict[str, LoadedWorkspace] = {}
        self.loaded: dict[str, LoadedWorkspace] = {}
        self.unreadable: list[str] = []
        if forced and self._forced:
            self.loaded[forced] = self._forced

    def of_folder(self, folder: str) -> LoadedWorkspace:
        """The workspace that journeys in `folder` use; one that cannot be read is noted."""
        if self._forced:
            return self._forced
        if folder not in self._by_folder:
            file = find_workspace(folder)
            if file is None:
                self._by_folder[folder] = NO_WORKSPACE
            else:
                self._by_folder[folder] = self._load(file)
        return self._by_folder[folder]

    def _load(self, file: str) -> LoadedWorkspace:
        if file not in self.loaded:
            try:
                self.loaded[file] = load_workspace(file)
            except OSError as error:
                text = foreign(error.strerror or str(error))
                self.unreadable.append(say("{path}: {reason}", path=file, reason=text))
                self.loaded[file] = NO_WORKSPACE
        return self.loaded[file]

    def of_file(self, path: str) -> LoadedWorkspace:
        """The workspace that a journey's file uses."""
        return self.of_folder(os.path.dirname(path) or ".")


def read_bytes(path: str) -> bytes:
    """A file's content, cut just above the size limit. Raises OSError."""
    with open(path, "rb") as file:
        return file.read(MAX_BYTES + 1)


class Candidate(NamedTuple):
    """A file that may be a journey; one that was named by the user is one."""

    path: str
    named: bool


def journey_files(path: str) -> Iterator[Candidate | OSError]:
    """The file at `path`, or the YAML files in that folder, in sorted order.

    What cannot be read is told by its OSError instead.
    """
    if os.path.isdir(path):
        yield from _walk(path)
    else:
        yield _named(path)


def _named(path: str) -> Candidate | OSError:
    if not os.path.exists(path):
        return FileNotFoundError(2, say("there is no such file or folder"), path)
    if not os.path.isfile(path) and not path.startswith("/dev/"):
        return OSError(22, say("this is neither a file nor a folder"), path)
    return Candidate(path, named=True)


def _walk(folder: str) -> Iterator[Candidate | OSError]:
    unreadable: list[OSError] = []
    for where, folders, files in os.walk(folder, onerror=unreadable.append):
        folders[:] = sorted(f for f in folders if not f.startswith("."))
        for name in sorted(files):
            path = os.path.join(where, name)
            if not name.endswith((".yaml", ".yml")) or name == FILE_NAME:
                continue
            if os.path.isfile(path):
                yield Candidate(path, named=False)
            else:
                yield OSError(22, say("this is neither a file nor a folder"), path)
    yield from unreadable


_MARK = re.compile(rb"^(cjm|touchpoints):", re.MULTILINE)


def holds_journey(content: bytes, source: Source) -> bool:
    """Whether a file found in a folder is a journey, by its top-level keys."""
    if not source.readable:
        return _MARK.search(content.removeprefix(b"\xef\xbb\xbf")) is not None
    keys = source.root.value if source.root else None
    return isinstance(keys, dict) and ("cjm" in keys or "touchpoints" in keys)


def may_hold_journey(content: bytes) -> bool:
    """A quick look that saves parsing YAML of other kinds."""
    return b"cjm" in content or b"touchpoints" in content
