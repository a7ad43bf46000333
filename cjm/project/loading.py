"""Source → Journey and/or findings: every fault of a file at once, each at its place."""

import math
import os
from collections.abc import Iterable
from typing import Any

from cjm.diagnostics import START, Diagnostic
from cjm.diagnostics.findings import Finding
from cjm.errors import InvalidJourneyError, UsageError
from cjm.format import INVALID, JOURNEY, Context, as_id, is_id
from cjm.i18n import Message, say
from cjm.journey import Channel, Journey, Persona, Stage, rescaled, share_fault
from cjm.project.border import outside_workspaces
from cjm.project.discovery import STDIN, WorkspaceFiles, reason, shown_path
from cjm.project.documents import Document, named_path, opened_document
from cjm.project.findings import Origin, finding_of
from cjm.project.kind import other_kind
from cjm.project.lanes import hold_lanes_to_texts, lanes_of
from cjm.project.reading import decode, unguessed
from cjm.project.references import resolve
from cjm.project.targets import with_targets, with_targets_of
from cjm.project.workspace import (
    NO_WORKSPACE,
    LoadedWorkspace,
    Workspace,
    load_workspace,
)
from cjm.source import Source
from cjm.tuples import NamedTuple


class Loaded(NamedTuple):
    """What came of one file: the journey (None where it is faulty), its id, and the findings."""

    journey: Journey | None
    id: str
    findings: tuple[Finding, ...]


def load(
    path: str | os.PathLike[str], workspace: str | None = None, *, measured: bool = True
) -> Journey:
    """The journey in a file; `-` reads standard input.

    `workspace` names a `cjm.yaml`; by default the nearest one upwards is used. Unless `measured` is
    False, values of the overlay beside it count where they are the later ones; `dump` writes what
    was written. Raises InvalidJourneyError, with every finding, where the file holds no journey
    that can be used or its workspace or overlay is faulty, and UsageError where one of them cannot
    be read.
    """
    return load_within(path, workspace, measured)[0]


def load_within(
    path: str | os.PathLike[str], workspace: str | None = None, measured: bool = True
) -> tuple[Journey, Workspace]:
    """The journey in a file, and its workspace. Raises what `load` raises."""
    return open_journey(path, workspace, measured)[:2]


class Opened(NamedTuple):
    """A journey that was read from a file, its workspace, and the file with its overlays."""

    journey: Journey
    workspace: Workspace
    document: Document


def open_journey(
    path: str | os.PathLike[str], workspace: str | None = None, measured: bool = True
) -> Opened:
    """The journey in a file, and what it was read from. Raises what `load` raises."""
    name = os.fspath(path)
    workspaces = WorkspaceFiles(workspace)
    try:
        document = opened_document(name, workspaces, measured)
    except OSError as error:
        raise UsageError(
            say("{path}: {reason}", path=named_path(name), reason=reason(error))
        ) from error
    except ValueError as error:  # a path with a zero byte
        raise UsageError(say("{name!r} cannot be a path", name=name)) from error
    loaded, shared = read_document(document)
    if workspaces.unreadable:
        raise UsageError(workspaces.unreadable[0])
    findings = (*outside_workspaces(workspaces), *workspace_findings(shared), *loaded.findings)
    if loaded.journey is None or findings:
        first, *more = findings
        span = first.span or START
        place = f"{first.file}:{span.line}:{span.column}"
        english = first.words or first.message
        told = say("{place}: {message}", place=place, message=english)
        if more:
            told = say("{first} (and {n} more)", first=told, n=len(more))
        raise InvalidJourneyError(told, findings)
    return Opened(loaded.journey, shared.workspace, document)


def read_document(document: Document) -> tuple[Loaded, LoadedWorkspace]:
    """The journey in a document, as its readers see it, and the workspace that it uses."""
    shared = load_workspace(document.workspace)
    return (
        read_journey(document.source, document.file, shared.workspace, document.sources),
        shared,
    )


def workspace_findings(shared: LoadedWorkspace) -> tuple[Finding, ...]:
    """What is wrong in a workspace's own file."""
    if shared.file is None or shared.source is None:
        return ()
    origin = Origin(shown_path(shared.file), shared.source, language=shared.workspace.language)
    return tuple(finding_of(fault, origin) for fault in shared.faults)


def id_of_file(file: str | None) -> str:
    """The id a journey has by default: its file's stem, `-` for what ids cannot hold."""
    if file is None:
        return "journey"
    if file == STDIN:
        return "stdin"
    stem = as_id(os.path.splitext(os.path.basename(file))[0])
    id = "".join(sign if is_id(f"a{sign}") else "-" for sign in stem).lstrip("-.")
    return id if is_id(id) else "journey"


def read_journey(
    source: Source,
    file: str | None,
    workspace: Workspace = NO_WORKSPACE.workspace,
    beside: tuple[tuple[str, Source], ...] = (),
    language: str | None = None,
) -> Loaded:
    """The journey in a source, with all that is wrong in it. `file` names it in findings.

    `beside` are its overlays, by the names of their files: the values that count are those of the
    journey then. `language` is what findings are told in, by default the workspace's.
    """
    faults: list[Diagnostic] = list(source.faults)
    journey = None
    id = _declared_id(source) or id_of_file(file)
    if other := other_kind(source):
        faults = [other] if source.readable or source.root is None else faults
    elif source.root is not None:
        source, journey, decoded = _decoded(source, id, workspace)
        faults = [*source.faults, *unguessed(source, decoded)]
    if source.faults:
        journey = None
    if beside:
        journey, found = _measured(journey, beside, workspace)
        faults += found
    origin = Origin(file, source, id, language or workspace.language, beside=beside)
    return Loaded(journey, id, tuple(finding_of(fault, origin) for fault in faults))


def _measured(
    journey: Journey | None, beside: tuple[tuple[str, Source], ...], workspace: Workspace
) -> tuple[Journey | None, Iterable[Diagnostic]]:
    """The journey with what was measured of it, and what is wrong with that."""
    from cjm.journey.precedence import with_measured  # few journeys have an overlay
    from cjm.project.measured import read_overlays

    measured, faults = read_overlays(beside, journey)
    if journey is None or measured is None or faults:
        return None, faults
    return with_targets_of(with_measured(journey, measured), dict(workspace.targets)), ()


def _declared_id(source: Source) -> str | None:
    keys = source.root.value if source.root else None
    entry = keys.get("id") if isinstance(keys, dict) else None
    id = as_id(entry.node.text or "") if entry else ""
    return id if is_id(id) else None


def _decoded(
    source: Source, id: str, workspace: Workspace
) -> tuple[Source, Journey | None, list[Diagnostic]]:
    """The source as it was read last, its journey where nothing is wrong, and what is."""
    source, context, values = decode(source, JOURNEY)
    assert source.root is not None
    shared = {kind: getattr(workspace, f"{kind}s") for kind in _CATALOGUES}
    resolve(context, source, shared)
    _hold_to_scale(context, source, workspace)
    hold_lanes_to_texts(context, source.root, workspace.lanes)
    if context.faults or values is INVALID:
        return source, None, context.faults
    if fault := _shares_fault(values, shared["persona"]):
        place = source.root.value["personas"].key
        help = say("the shares of all personas sum to 1")
        return source, None, [Diagnostic("CJM002", fault, place.span, help)]
    try:
        return source, _built(values, id, workspace, shared, context), []
    except ValueError as error:  # what the table cannot say
        return source, None, [Diagnostic("CJM002", error.args[0], source.first_key.span)]


def _shares_fault(values: dict[str, Any], shared: Iterable[Persona]) -> Message | None:
    """What is wrong with the shares where the journey itself defines all its personas."""
    own = values.get("personas", ())
    if _picks(own) or {p.id for p in shared} - {p.id for p in own}:
        return None  # those of the workspace are rescaled
    return share_fault(own)


_CATALOGUES: dict[str, Any] = {"persona": Persona, "channel": Channel, "stage": Stage}


def _hold_to_scale(context: Context, source: Source, workspace: Workspace) -> None:
    assert source.root is not None
    low, high = workspace.scale
    entry = source.root.value.get("scale")
    if entry:
        ends = entry.node.data
        if not (isinstance(ends, list) and len(ends) == 2 and all(map(_is_number, ends))):
            return
        low, high = ends
    if not low < high:
        return  # told already
    for value, place, touchpoint in context.scores:
        if not low <= value <= high:
            message = say(
                "the score {score} is outside the scale {low} to {high}",
                score=value,
                low=low,
                high=high,
            )
            help = say("correct the score, or set the journey's scale")
            context.faults.append(
                Diagnostic("CJM002", message, place.span, help, touchpoint=touchpoint)
            )


def _is_number(value: object) -> bool:
    return isinstance(value, (int, float)) and not isinstance(value, bool)


def _built(
    values: dict[str, Any],
    id: str,
    workspace: Workspace,
    shared: dict[str, Any],
    context: Context,
) -> Journey:
    del values["cjm"]
    values.setdefault("id", id)
    values.setdefault("language", workspace.language)
    values.setdefault("scale", workspace.scale)
    values["start"] = values.get("start") or ()
    used = {(r.kind, r.id) for r in context.references}
    for kind, make in _CATALOGUES.items():
        own = values.get(f"{kind}s", ())
        items = _merged(own, shared[kind], make)
        if kind == "persona" and _picks(own):
            items = items[: len(own)]
        elif kind != "persona":
            items = [i for n, i in enumerate(items) if n < len(own) or (kind, i.id) in used]
        values[f"{kind}s"] = tuple(items)
    personas = values["personas"]
    values["personas"] = rescaled(personas)
    if values["personas"] != personas:
        values["shares_sum"] = math.fsum(persona.share or 0 for persona in personas)
    values["lanes"] = lanes_of(values, workspace.lanes)
    return Journey(**with_targets(values, dict(workspace.targets)))


def _picks(own: Iterable[Any]) -> bool:
    """Whether a catalogue is a list of ids: a list of personas picks, a mapping adds."""
    return any(isinstance(item, str) for item in own)


def _merged(own: Iterable[Any], shared: Iterable[Any], make: Any) -> list[Any]:
    """The journey's own items, completed from the workspace by id, then the workspace's others."""
    others = {item.id: item for item in shared}
    items = []
    for item in own:
        id = item if isinstance(item, str) else item.id
        known = others.pop(id, None)
        items.append(known or make(id) if isinstance(item, str) else item)
    return [*items, *others.values()]
