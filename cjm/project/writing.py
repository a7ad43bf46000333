"""Journeys as text and as data, both ways: what `load` reads from files, without one."""

from __future__ import annotations

import os
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from cjm.errors import InvalidJourneyError, UsageError
from cjm.i18n import say
from cjm.journey import Journey

if TYPE_CHECKING:
    from cjm.diagnostics.findings import Finding
    from cjm.project.workspace import Workspace

OPENED = ("touchpoints",)
"""What never stands in braces, however short: one touchpoint a line."""


def dump(
    journey: Journey,
    path: str | os.PathLike[str] | None = None,
    within: Workspace | str | os.PathLike[str] | None = None,
    *,
    overwrite: bool = False,
) -> str:
    """A journey as the text of a file, in the shortest forms of the format.

    Args:
        journey: The journey to write.
        path: A file to write it to, whole or not at all; folders that are missing are made.
        within: The workspace that the file will belong to, or the path of its `cjm.yaml`: what it
            says the same is left out. Without one the file stands alone: its id, scale, language
            and every stage, channel and persona are in it.
        overwrite: Whether a file that is there may be replaced.

    Returns:
        The text, in UTF-8 with `\\n` at the end of lines. Loaded, it is an equal journey.

    Raises:
        UsageError: There is a file at `path`, or no file of that workspace can say this journey.
        CjmError: The file cannot be written.
    """
    from cjm.source.emit import emit

    data = to_dict(journey) if within is None else _within(journey, _workspace(within))
    text = emit(data, OPENED)
    if path is not None:
        from cjm.system.atomic import write_text

        name = os.fspath(path)
        if not overwrite and os.path.lexists(name):
            raise UsageError(
                say("{path} is there already", path=name),
                help=say("another path, or overwrite=True"),
            )
        write_text(name, text)
    return text


def loads(text: str | bytes, workspace: Workspace | None = None) -> Journey:
    """The journey that a text holds; its id is `journey` where the text gives none.

    Args:
        text: The text of a journey file; bytes are read as UTF-8.
        workspace: What a `cjm.yaml` says; by default nothing.

    Returns:
        The journey.

    Raises:
        InvalidJourneyError: The text holds no journey that can be used; it has every finding.
    """
    from cjm.project.loading import read_journey
    from cjm.source import parse

    content = text.encode("utf-8", "surrogatepass") if isinstance(text, str) else text
    loaded = read_journey(parse(content), TEXT, workspace or _nothing())
    if loaded.journey is None or loaded.findings:
        places = [f"{f.span.line}:{f.span.column}" for f in loaded.findings if f.span]
        raise invalid(places, loaded.findings)
    return loaded.journey


TEXT = "journey.yaml"
"""What findings in a text without a file call it."""


def to_dict(journey: Journey) -> dict[str, Any]:
    """A journey as plain data, as a file that stands alone has it: for JSON, or to change.

    Args:
        journey: The journey.

    Returns:
        Dicts, lists, text, numbers and booleans; days are text such as 2026-09-30.
    """
    from cjm.format import encoded

    return encoded(journey)


def from_dict(data: Mapping[str, Any], workspace: Workspace | None = None) -> Journey:
    """The journey that plain data holds, as `to_dict` or a YAML or JSON reader gives it.

    Args:
        data: What a journey file holds; any real numbers, and dates too.
        workspace: What a `cjm.yaml` says; by default nothing.

    Returns:
        The journey.

    Raises:
        InvalidJourneyError: The data holds no journey that can be used; the message begins with
            the way to the value, such as touchpoints.ride.expectation.
        TypeError: A key is no text.
    """
    from cjm.project.loading import read_journey
    from cjm.source.build import build

    source, routes = build(data)
    loaded = read_journey(source, TEXT, workspace or _nothing())
    if loaded.journey is None or loaded.findings:
        lines = [f.span.line for f in loaded.findings if f.span]
        ways = [".".join(map(str, routes.get(line, ()))) for line in lines]
        raise invalid(ways, loaded.findings)
    return loaded.journey


def invalid(places: list[str], findings: tuple[Finding, ...]) -> InvalidJourneyError:
    """The error that tells the first finding in full, and how many more there are."""
    first, more = findings[0], len(findings) - 1
    told = say("{place}: {message}", place=places[0] or TEXT, message=first.message)
    if more:
        told = say("{first} (and {n} more)", first=told, n=more)
    return InvalidJourneyError(told, findings)


def _nothing() -> Workspace:
    from cjm.project.workspace import NO_WORKSPACE

    return NO_WORKSPACE.workspace


# ---- within a workspace ---------------------------------------------------------------------


def _workspace(within: Workspace | str | os.PathLike[str]) -> Workspace:
    from cjm.project.workspace import Workspace

    if isinstance(within, Workspace):
        return within
    from cjm.project.discovery import WorkspaceFiles
    from cjm.project.workspace import load_workspace

    files = WorkspaceFiles(os.fspath(within))
    loaded = load_workspace(files.of_file(os.fspath(within)))
    if files.unreadable:
        raise UsageError(files.unreadable[0])
    return loaded.workspace


def _within(journey: Journey, workspace: Workspace) -> dict[str, Any]:
    """The data without what the workspace says the same."""
    data = to_dict(journey)
    for key in ("scale", "language", "personas", "channels", "stages"):
        ids = [item.id for item in getattr(journey, key)] if key.endswith("s") else None
        for shorter in (None, ids):
            if key in data and (trial := _tried(data, key, shorter, journey, workspace)):
                data = trial
                break
    if _read(data, workspace) != journey:
        raise UsageError(
            say("no file of this workspace can say {journey!r}", journey=journey.id),
            help=say("its personas, channels or stages are not those of the workspace"),
        )
    return data


def _tried(
    data: dict[str, Any], key: str, value: Any, journey: Journey, workspace: Workspace
) -> dict[str, Any] | None:
    """The data with a shorter value, or without any, if the journey is still the same in that."""
    trial = {**data, key: value}
    if value is None:
        del trial[key]
    read = _read(trial, workspace)
    return trial if read and getattr(read, key) == getattr(journey, key) else None


def _read(data: dict[str, Any], workspace: Workspace) -> Journey | None:
    try:
        return from_dict(data, workspace)
    except InvalidJourneyError:
        return None
