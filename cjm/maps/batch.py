"""A batch: the journeys at some paths → a map of each in a file, drawn anew where it changed."""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from functools import partial
from typing import Unpack

from cjm.diagnostics.findings import Finding
from cjm.errors import CjmError
from cjm.i18n import Message, say
from cjm.maps.drawing import Drawing, Job, draw_some
from cjm.maps.look import Look, Options, look_of
from cjm.maps.targets import STDOUT, targets_of
from cjm.maps.unchanged import is_as_drawn, key_of_map, key_of_run
from cjm.project.border import Outside, outside_workspaces
from cjm.project.cache import Cache, cache_folder
from cjm.project.discovery import WORKSPACE_FILE, WorkspaceFile, WorkspaceFiles, shown_path
from cjm.project.documents import Document, Skipped, Stray, Trouble, documents, nothing_at
from cjm.project.keys import key_of
from cjm.system.atomic import write_bytes
from cjm.system.workers import Workers
from cjm.tuples import NamedTuple

CHUNK = 4
"""How many maps another process draws at once."""


class Drawings(NamedTuple):
    """What came of some paths: a drawing of each journey, in order.

    `findings` say what is wrong in workspaces, `problems` which paths hold no journey.
    """

    drawings: tuple[Drawing, ...]
    findings: tuple[Finding, ...] = ()
    problems: tuple[Message, ...] = ()

    @property
    def done(self) -> bool:
        """Whether all that was asked for is there."""
        return not self.findings and not self.problems and all(d.done for d in self.drawings)


def render_all(
    paths: Sequence[str] = (),
    output: str | None = None,
    *,
    format: str | None = None,
    workspace: str | None = None,
    cache: bool = False,
    processes: int = 1,
    measured: bool = True,
    **options: Unpack[Options],
) -> Drawings:
    """Draw the journeys at some paths, each into a file: what `cjm render FOLDER` does.

    A journey that cannot be drawn, whatever the reason, keeps no other one from it.

    Args:
        paths: Files and folders; by default the journeys of the workspace.
        output: A folder (by default `build`), for a single journey also a file, or `-` for bytes
            in `Drawing.content`.
        format: svg, html, png, pdf, pptx, dot or mermaid; by default what the file's ending says,
            else svg.
        workspace: The `cjm.yaml` that counts, instead of the nearest one upwards.
        cache: Whether a map that is there as it was drawn before is left alone.
        processes: How many draw at once.
        measured: Whether what overlays say counts.
        **options: What the maps look like, as in `cjm.render`.

    Returns:
        A drawing of each journey, and what else was wrong.

    Raises:
        UsageError: two maps would go to one place, a map would replace what is read, or the
            file's ending and the format disagree.
    """
    batch = Batch(paths, output, format=format, workspace=workspace, measured=measured)
    drawings = tuple(batch.draw(look_of(**options), cache=cache, processes=processes))
    return Drawings(drawings, batch.findings, tuple(batch.problems))


class Batch:
    """The journeys at some paths, and where their maps go: `render_all`, one map after another.

    `problems` are sentences about paths that hold no journey, `findings` what is wrong in
    workspaces. Raises what `targets_of` raises.
    """

    def __init__(
        self,
        paths: Sequence[str],
        output: str | None = None,
        *,
        format: str | None = None,
        workspace: str | None = None,
        measured: bool = True,
    ) -> None:
        from cjm.project.loading import workspace_findings
        from cjm.project.workspace import load_workspace

        workspaces = WorkspaceFiles(workspace)
        own = None if paths else workspaces.of_folder(".")
        given = paths if own is None else load_workspace(own).workspace.paths
        self.problems: list[Message] = [
            say("{path} is a workspace: name a journey, or a folder", path=shown_path(path))
            for path in dict.fromkeys(paths)
            if os.path.basename(path) == WORKSPACE_FILE and os.path.isfile(path)
        ]
        self.findings: tuple[Finding, ...] = ()
        self._measured = measured
        self._documents = list(self._found(given, workspaces, own))
        self.problems += workspaces.unreadable
        loaded = map(load_workspace, workspaces.known.values())
        self.findings += outside_workspaces(workspaces)
        self.findings += tuple(f for shared in loaded for f in workspace_findings(shared))
        self._targets = targets_of(self._documents, output, format)
        self._format = format

    def _found(
        self, paths: Sequence[str], workspaces: WorkspaceFiles, workspace: WorkspaceFile | None
    ) -> Iterator[Document]:
        held = set[str]()
        for found in documents(paths, workspaces, workspace, self._measured):
            if isinstance(found, (Outside, Stray)):
                self.findings += (found.finding,)
            if isinstance(found, Trouble):
                self.problems.append(found.message)
            if isinstance(found, Document):
                if not found.is_journey:
                    continue
                yield found
            if not isinstance(found, (Skipped, Stray)):
                held.add(found.path)
        self.problems += [nothing_at(path) for path in dict.fromkeys(paths) if path not in held]

    def __len__(self) -> int:
        return len(self._documents)

    def draw(self, look: Look, *, cache: bool = False, processes: int = 1) -> Iterator[Drawing]:
        """Draw the maps, in order, and write them.

        With `cache`, a map that is there as it was drawn before from the same journey with the
        same look is left alone; a layout of one's own is nothing that could be remembered, nor
        handed to another process. A map that cannot be drawn or written does not keep the others
        from it.
        """
        store = Cache(cache_folder() if cache and look.layout is None else None)
        workers = Workers(processes if look.layout is None else 1)
        try:
            yield from self._drawn(look, store, workers)
        finally:
            workers.close()
            store.close()

    def _drawn(self, look: Look, store: Cache, workers: Workers) -> Iterator[Drawing]:
        pairs = zip(self._documents, self._targets, strict=True)
        jobs = [Job(document, target, self._format) for document, target in pairs]
        this = key_of_run(look)
        keys = [key_of_map(this, job) for job in jobs]
        known = store.get(keys)
        as_drawn = [
            is_as_drawn(job.target, known.get(key)) for job, key in zip(jobs, keys, strict=True)
        ]
        missing = [job for job, there in zip(jobs, as_drawn, strict=True) if not there]
        drawings = workers.work(partial(draw_some, look), missing, CHUNK)
        for job, key, there in zip(jobs, keys, as_drawn, strict=True):
            drawing = Drawing(job.document.file, job.target) if there else next(drawings)
            if drawing.content is not None and job.target != STDOUT:
                drawing = _written(drawing, drawing.content, store, key)
            yield drawing


def _written(drawing: Drawing, content: bytes, store: Cache, key: bytes) -> Drawing:
    """A drawing in its file; where that cannot be written, why."""
    try:
        write_bytes(drawing.target, content)
    except CjmError as error:
        return Drawing(drawing.file, drawing.target, error=(error.message, error.help))
    store.put({key: key_of(content)})
    return drawing._replace(content=None)
