"""A batch: the journeys at some paths → a map of each in a file, drawn anew where it changed."""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import partial
from typing import TYPE_CHECKING, Any, NamedTuple

from cjm.diagnostics.findings import Finding
from cjm.errors import CjmError, UsageError
from cjm.i18n import Message
from cjm.maps.render import render
from cjm.names import ENDINGS
from cjm.project.cache import Cache, cache_folder
from cjm.project.discovery import Home, Homes
from cjm.project.documents import Document, Known, Trouble, documents, nothing_at
from cjm.project.keys import build, key_of
from cjm.system.atomic import write_bytes
from cjm.system.workers import Workers

if TYPE_CHECKING:
    from cjm.project.loading import Loaded

STDOUT = "-"
NOT_DRAWN = ("jpg", "jpeg", "gif", "webp", "bmp", "tif", "tiff", "eps", "ps", "html", "md", "txt")
"""Endings of files that somebody may wish for; any other name is a folder's."""
CHUNK = 4
"""How many maps another process draws at once."""


class Drawing(NamedTuple):
    """What came of one journey.

    `file` is the journey's, `target` where its map is; `content` is the map where it goes to
    standard output. `new` tells whether it was drawn now; `findings` and `error` (a sentence and
    a way out) say why it could not be.
    """

    file: str
    target: str
    new: bool = False
    content: bytes | None = None
    findings: tuple[Finding, ...] = ()
    error: tuple[Message | str, Message | str | None] | None = None

    @property
    def done(self) -> bool:
        """Whether the map is there."""
        return not self.findings and self.error is None


class Batch:
    """The journeys at some paths, and where their maps go.

    `output` is a file, a folder (default: build) or `-`; `format` counts where the ending of a
    file does not. `problems` are sentences about paths that hold no journey, `findings` what is
    wrong in workspaces. Raises UsageError where two maps would go to one place, or a file's
    ending and the format disagree.
    """

    def __init__(
        self,
        paths: Sequence[str],
        output: str | None = None,
        *,
        format: str | None = None,
        workspace: str | None = None,
    ) -> None:
        from cjm.project.loading import workspace_findings
        from cjm.project.workspace import load_workspace

        homes = Homes(workspace)
        given = paths or load_workspace(homes.of_folder(".")).workspace.paths
        self.problems: list[Message] = []
        self._documents = list(self._found(given, homes))
        self.problems += homes.unreadable
        loaded = map(load_workspace, homes.known.values())
        self.findings = tuple(f for home in loaded for f in workspace_findings(home))
        self._targets = targets_of(self._documents, output, format)
        self._format = format

    def _found(self, paths: Sequence[str], homes: Homes) -> Iterator[Document]:
        held, taken = set[str](), set[str]()
        for found in documents(paths, homes):
            if isinstance(found, Trouble):
                self.problems.append(found.message)
            if isinstance(found, Document):
                if not _is_journey(found):
                    continue
                if found.real not in taken:
                    yield found
                taken.add(found.real)
            if isinstance(found, (Document, Trouble, Known)):
                held.add(found.path)
        self.problems += [nothing_at(path) for path in dict.fromkeys(paths) if path not in held]

    def __len__(self) -> int:
        return len(self._documents)

    def draw(
        self, look: Mapping[str, Any], *, cache: bool = False, processes: int = 1
    ) -> Iterator[Drawing]:
        """Draw the maps, in order, and write them; `look` are options of `cjm.render`.

        With `cache`, a map that is there as it was drawn before from the same journey with the
        same look is left alone. One that cannot be drawn or written does not keep the others from
        it.
        """
        store = Cache(cache_folder() if cache else None)
        workers = Workers(processes)
        try:
            yield from self._drawn(look, store, workers)
        finally:
            workers.close()
            store.close()

    def _drawn(self, look: Mapping[str, Any], store: Cache, workers: Workers) -> Iterator[Drawing]:
        pairs = zip(self._documents, self._targets, strict=True)
        jobs = [Job(document, target, self._format) for document, target in pairs]
        this = key_of(build(), repr(sorted(look.items())), _engine(look))
        keys = [_key(this, job) for job in jobs]
        known = store.get(keys)
        as_drawn = [_is(job.target, known.get(key)) for job, key in zip(jobs, keys, strict=True)]
        missing = [job for job, there in zip(jobs, as_drawn, strict=True) if not there]
        drawings = workers.work(partial(draw_some, dict(look)), missing, CHUNK)
        for job, key, there in zip(jobs, keys, as_drawn, strict=True):
            drawing = Drawing(job.document.file, job.target) if there else next(drawings)
            if drawing.content is not None and job.target != STDOUT:
                drawing = _written(drawing, drawing.content, store, key)
            yield drawing


class Job(NamedTuple):
    """A journey, where its map goes, and the format asked for."""

    document: Document
    target: str
    format: str | None


def draw_some(look: dict[str, Any], jobs: Sequence[Job]) -> list[Drawing]:
    """Draw some journeys; what another process does."""
    from cjm.project.loading import read_journey
    from cjm.project.workspace import load_workspace
    from cjm.source import parse

    homes: dict[Home, Any] = {}
    drawings = []
    for job in jobs:
        document = job.document
        if document.home not in homes:
            homes[document.home] = load_workspace(document.home).workspace
        loaded = read_journey(parse(document.content), document.file, homes[document.home])
        drawings.append(_drawing(job, loaded, look))
    return drawings


def _drawing(job: Job, loaded: Loaded, look: dict[str, Any]) -> Drawing:
    file, target = job.document.file, job.target
    if loaded.journey is None:
        return Drawing(file, target, findings=loaded.findings)
    try:
        form = job.format or ENDINGS.get(_ending(target), "svg")
        return Drawing(file, target, True, render(loaded.journey, format=form, **look))
    except CjmError as error:
        return Drawing(file, target, error=(error.message, error.help))


def _written(drawing: Drawing, content: bytes, store: Cache, key: bytes) -> Drawing:
    """A drawing in its file; where that cannot be written, why."""
    try:
        write_bytes(drawing.target, content)
    except CjmError as error:
        return Drawing(drawing.file, drawing.target, error=(error.message, error.help))
    store.put({key: _digest(content)})
    return drawing._replace(content=None)


def targets_of(documents: Iterable[Document], output: str | None, format: str | None) -> list[str]:
    """Where the map of each journey goes. Raises UsageError where two would go to one place."""
    names = [_name(document) for document in documents]
    if output == STDOUT or (output and _ending(output) in ENDINGS):
        if len(names) > 1:
            raise UsageError(f"{len(names)} maps do not fit into one file", help="name a folder")
        _agree(output, format)
        return [output] * len(names)
    if output and _ending(output) in NOT_DRAWN:
        known = ", ".join(f".{ending}" for ending in ENDINGS)
        raise UsageError(f"no map can be drawn as {output}", help=f"endings: {known}")
    format = format or "svg"
    ending = next(e for e, f in ENDINGS.items() if f == format)
    targets = [os.path.join(output or "build", f"{name}.{ending}") for name in names]
    for target, times in Counter(targets).items():
        if times > 1:
            raise UsageError(f"two journeys would be drawn to {target}", help="draw them apart: -o")
    return targets


def _name(document: Document) -> str:
    """A map's name: its file's, with the folders between it and the path that was given."""
    path = document.path
    if path == STDOUT:
        return "journey"
    inside = os.path.relpath(document.file, path) if os.path.isdir(path) else None
    return os.path.splitext(inside or os.path.basename(document.file))[0]


def _agree(output: str, format: str | None) -> None:
    """Raises UsageError where a file's ending says one format, and the option another."""
    said = ENDINGS.get(_ending(output))
    if format and said and said != format:
        ending = next(e for e, f in ENDINGS.items() if f == format)
        other = f"{os.path.splitext(output)[0]}.{ending}"
        raise UsageError(
            f"{output} ends like {said}, but --format says {format}",
            help=f"leave --format out, or name it {other}",
        )


def _ending(name: str) -> str:
    return os.path.splitext(name)[1][1:].lower()


def _is_journey(document: Document) -> bool:
    if document.named:
        return True
    from cjm.project.workspace import holds_journey
    from cjm.source import parse

    return holds_journey(document.content, parse(document.content))


def _engine(look: Mapping[str, Any]) -> str:
    """Which engine of the system's own lays out: another version may do it otherwise."""
    from shutil import which

    dot = which("dot") if look.get("engine") == "dot" else None
    return f"{dot} {os.stat(dot).st_mtime_ns}" if dot else ""


def _key(this: bytes, job: Job) -> bytes:
    """All that a map depends on, `this` being what all maps of a run depend on."""
    document, home = job.document, job.document.home
    place = os.path.abspath(job.target)
    journey = (document.file, document.content, repr(home.file is None), home.content)
    return key_of(this, "map", place, job.format or "", *journey)


def _is(target: str, digest: bytes | None) -> bool:
    """Whether the map that was drawn before is still there."""
    if digest is None or target == STDOUT:
        return False
    try:
        with open(target, "rb") as stream:
            return _digest(stream.read()) == digest
    except OSError:
        return False


def _digest(content: bytes) -> bytes:
    return key_of(content)
