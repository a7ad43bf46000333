"""Files and folders: where the nearest `cjm.yaml` lies, and which files may be journeys."""

import os
from collections.abc import Callable, Iterator
from stat import S_ISREG
from time import time_ns
from typing import Any

from cjm.errors import UsageError
from cjm.i18n import External, Message, external, say
from cjm.names import JOURNEY_ENDINGS, OVERLAY_ENDING
from cjm.system.reading import NO_FILE, check_readable, read_start
from cjm.system.repository import leads_out
from cjm.tuples import NamedTuple

WORKSPACE_FILE = "cjm.yaml"
STDIN = "<stdin>"
"""What findings call standard input."""


def reason(error: OSError) -> Message | External:
    """Why the system refused, in lower case; what we refuse ourselves has our own message."""
    text: Any = error.strerror or str(error)
    if isinstance(text, Message):
        return text
    return external(text[:1].lower() + text[1:])


def shown_path(path: str) -> str:
    """A path as findings name it: relative to the current folder, with `/`."""
    try:
        shown = os.path.relpath(path)
    except ValueError:  # another drive
        shown = os.path.abspath(path)
    return shown.replace(os.sep, "/")


def find_workspace(folder: str) -> str | None:
    """The nearest `cjm.yaml` from `folder` upwards, not beyond the git root; None without one."""
    here = os.path.abspath(folder)
    while True:
        candidate = os.path.join(here, WORKSPACE_FILE)
        if os.path.isfile(candidate):
            return candidate
        parent = os.path.dirname(here)
        if parent == here or os.path.exists(os.path.join(here, ".git")):
            return None
        here = parent


def read_workspace(file: str) -> bytes:
    """The content of a `cjm.yaml`; who asks again gets it without a second look at the file.

    The language of a run is chosen by it, before or after its journeys are read. Raises OSError.
    """
    state = os.stat(file)
    key = (state.st_dev, state.st_ino, state.st_mtime_ns, state.st_size)
    if key not in _contents:
        content = read_start(file)
        if not S_ISREG(state.st_mode) or time_ns() - state.st_mtime_ns < CLOCK_TICK:
            return content
        if len(_contents) >= MOST_KEPT:
            _contents.clear()
        _contents[key] = content
    return _contents[key]


_contents: dict[tuple[int, ...], bytes] = {}
MOST_KEPT = 64
CLOCK_TICK = 50_000_000
"""Nanoseconds in which a file may be written twice and its time stay the same."""


class WorkspaceFile(NamedTuple):
    """The `cjm.yaml` that a journey uses, and its content; without one, no file.

    `check` is the content of the one whose check settings hold, where that is another one: a
    journey of an earlier revision is checked as it would be today.
    """

    file: str | None = None
    content: bytes = b""
    check: bytes | None = None

    @property
    def folder(self) -> str | None:
        """The folder it lies in; None where there is none."""
        return None if self.file is None else os.path.dirname(self.file) or "."


class WorkspaceFiles:
    """The workspace file of each file of one run, every `cjm.yaml` read once.

    `forced` names the one to use for all, which then stands there. Raises UsageError where that
    cannot be read. `known` are those met so far, by their file; `outside` those that are links
    beyond their repository, which are not read. `mend` may change what was read.
    """

    def __init__(
        self,
        forced: str | None = None,
        mend: Callable[[WorkspaceFile], WorkspaceFile] = lambda read: read,
    ) -> None:
        self._mend = mend
        self._by_folder: dict[str, WorkspaceFile] = {}
        self.known: dict[str, WorkspaceFile] = {}
        self.unreadable: list[Message] = []
        self.outside: list[str] = []
        self.forced = mend(_forced(forced)) if forced else None
        if forced and self.forced:
            self.known[forced] = self.forced

    def of_folder(self, folder: str) -> WorkspaceFile:
        """The workspace file of journeys in `folder`; one that cannot be read is noted."""
        if self.forced:
            return self.forced
        if folder not in self._by_folder:
            file = find_workspace(folder)
            self._by_folder[folder] = WorkspaceFile() if file is None else self._read(file)
        return self._by_folder[folder]

    def of_file(self, path: str) -> WorkspaceFile:
        """The workspace file of the journey in a file."""
        return self.of_folder(os.path.dirname(path) or ".")

    def meet(self, workspace: WorkspaceFile) -> None:
        """Note one that was not read from the disk."""
        if workspace.file is not None:
            self.known[workspace.file] = workspace

    def _read(self, file: str) -> WorkspaceFile:
        if file not in self.known and leads_out(file):
            self.outside.append(file)
            self.known[file] = WorkspaceFile()
        if file not in self.known:
            try:
                self.known[file] = self._mend(WorkspaceFile(file, read_workspace(file)))
            except OSError as error:
                why = reason(error)
                self.unreadable.append(say("{path}: {reason}", path=file, reason=why))
                self.known[file] = WorkspaceFile()
        return self.known[file]


def _forced(file: str) -> WorkspaceFile:
    try:
        return WorkspaceFile(file, read_workspace(file))
    except OSError as error:
        raise UsageError(
            say("{path}: {reason}", path=file, reason=reason(error)),
            help=say("--workspace takes a cjm.yaml"),
        ) from error


class Candidate(NamedTuple):
    """A file that may be a journey; one that was named by the user is one."""

    path: str
    named: bool


def journey_files(path: str) -> Iterator[Candidate | OSError]:
    """The file at `path`, or the YAML files in that folder that may be journeys, in sorted order.

    What cannot be read is told by its OSError instead.
    """
    return files_at(path, may_be_journey)


def files_at(path: str, wanted: Callable[[str], bool]) -> Iterator[Candidate | OSError]:
    """The same of files whose names are `wanted`."""
    if os.path.isdir(path):
        yield from _walk(path, wanted)
    else:
        yield _named(path)


def _named(path: str) -> Candidate | OSError:
    if not os.path.exists(path):
        return absent(path)
    try:
        check_readable(path)
    except OSError as error:
        return error
    return Candidate(path, named=True)


def absent(path: str) -> OSError:
    """What is said of a path that leads nowhere."""
    if os.path.islink(path):
        return FileNotFoundError(2, say("a link that leads to no file"), path)
    return FileNotFoundError(2, say("there is no such file or folder"), path)


def may_be_journey(name: str) -> bool:
    """Whether a file of that name may be one: YAML, no workspace and no overlay."""
    return (
        name.endswith(JOURNEY_ENDINGS)
        and name != WORKSPACE_FILE
        and not name.endswith(OVERLAY_ENDING)
    )


def _walk(folder: str, wanted: Callable[[str], bool]) -> Iterator[Candidate | OSError]:
    unreadable: list[OSError] = []
    for where, folders, files in os.walk(folder, onerror=unreadable.append):
        folders[:] = sorted(f for f in folders if not f.startswith("."))
        for name in sorted(files):
            path = os.path.join(where, name)
            if not wanted(name):
                continue
            if os.path.isfile(path):
                yield Candidate(path, named=False)
            else:
                there = os.path.exists(path)
                yield OSError(22, NO_FILE, path) if there else absent(path)
    yield from unreadable
