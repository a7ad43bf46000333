"""The workspace, `cjm.yaml`: what journeys share and how they are checked; which files count."""

import os
from functools import lru_cache
from typing import TYPE_CHECKING, Any

from cjm.diagnostics import START, Diagnostic
from cjm.format import INVALID, WORKSPACE, Context
from cjm.i18n import say
from cjm.i18n.choice import declared_language, default_language
from cjm.journey import Channel, Comparison, Lane, Persona, Stage, share_fault
from cjm.project.discovery import WorkspaceFile
from cjm.project.lanes import hold_lanes_to_texts
from cjm.project.reading import decode, unguessed
from cjm.records import dataclass, field
from cjm.source import Node, Source, parse
from cjm.system.repository import within
from cjm.tuples import NamedTuple

if TYPE_CHECKING:
    from cjm.project.results import Result

Philosophy = tuple[tuple[str, str], ...]
"""The questions of a service philosophy, by their keys, and its answers."""


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
    language: str = field(default_factory=default_language)
    scale: tuple[float, float] = (0, 10)
    journeys: tuple[str, ...] = ()
    personas: tuple[Persona, ...] = ()
    channels: tuple[Channel, ...] = ()
    stages: tuple[Stage, ...] = ()
    lanes: tuple[Lane, ...] = ()
    philosophy: Philosophy = ()
    targets: tuple[tuple[str, Comparison], ...] = ()
    check: CheckSettings = field(default_factory=CheckSettings)
    results_folder: str | None = None

    @property
    def results(self) -> "tuple[Result, ...]":
        """What commands wrote as JSON into the folder that the workspace names under `results`.

        Read each time. Empty without such a folder, and where it leads out of the workspace.
        """
        from cjm.project.results import read_results

        if self.results_folder is None or not self.holds_results:
            return ()
        return read_results(self.results_folder).results

    @property
    def holds_results(self) -> bool:
        """Whether the folder of results lies below the workspace, links followed."""
        root = os.path.realpath(self.folder or ".")
        return within(os.path.realpath(self.results_folder or root), root)

    @property
    def ids(self) -> dict[str, tuple[str, ...]]:
        """The ids of all that is declared, by the key of their kind."""
        return {
            "personas": tuple(each.id for each in self.personas),
            "channels": tuple(each.id for each in self.channels),
            "stages": tuple(each.id for each in self.stages),
            "lanes": tuple(each.id for each in self.lanes),
            "metrics": tuple(id for id, _ in self.targets),
        }

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
    faults: tuple[Diagnostic, ...] = ()


NO_WORKSPACE = LoadedWorkspace(Workspace())


def load_workspace(workspace_file: WorkspaceFile) -> LoadedWorkspace:
    """The workspace in a file; what can't be used in its file falls back to the default."""
    if workspace_file.file is None:
        return NO_WORKSPACE
    return _loaded(workspace_file, default_language())


@lru_cache(maxsize=64)
def _loaded(workspace_file: WorkspaceFile, default: str) -> LoadedWorkspace:
    """The same; whoever asks again in a run gets the same."""
    source = parse(workspace_file.content)
    file, folder = workspace_file.file, workspace_file.folder
    if source.root is None:
        message, help = say("the workspace is empty"), say("begin with: cjm: 1")
        empty = Diagnostic("CJM001", message, START, help)
        language = declared_language(workspace_file.content) or default
        workspace = Workspace(folder, language=language)
        return LoadedWorkspace(workspace, file, source, source.faults or (empty,))
    source, context, values = decode(source, WORKSPACE)
    assert source.root is not None
    hold_lanes_to_texts(context, source.root)
    if values is INVALID:
        values = _usable(source.root)
    workspace = _built(folder, values, default)
    if fault := share_fault(workspace.personas):
        place = source.root.value["personas"].key
        context.fault(fault, place, say("the shares of all personas sum to 1"))
    faults = unguessed(source, context.faults)
    return LoadedWorkspace(workspace, file, source, (*source.faults, *faults))


def _usable(root: Node) -> dict[str, Any]:
    """The values of a faulty workspace that are right by themselves."""
    entries = root.value if isinstance(root.value, dict) else {}
    values = {
        key: WORKSPACE.fields[key].kind.decode(entry.node, entry.key, Context())
        for key, entry in entries.items()
        if key in WORKSPACE.fields
    }
    return {key: value for key, value in values.items() if value is not INVALID}


def _below(folder: str | None, name: str | None) -> str | None:
    return None if name is None else os.path.join(folder or ".", *name.split("/"))


def _built(folder: str | None, values: dict[str, Any], default: str) -> Workspace:
    def declared(name: str, make: Any) -> tuple[Any, ...]:
        return tuple(make(i) if isinstance(i, str) else i for i in values.get(name, ()))

    check = values.get("check", {})
    return Workspace(
        folder=folder,
        name=values.get("workspace"),
        language=values.get("language") or default,
        scale=values.get("scale", (0, 10)),
        journeys=values.get("journeys", ()),
        personas=declared("personas", Persona),
        channels=declared("channels", Channel),
        stages=declared("stages", Stage),
        lanes=values.get("lanes", ()),
        philosophy=tuple(values.get("philosophy", {}).items()),
        targets=values.get("targets", ()),
        results_folder=_below(folder, values.get("results")),
        check=CheckSettings(**{k: v for k, v in check.items() if k != "options"}),
    )
