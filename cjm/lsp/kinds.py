"""Which documents the server is for: journeys, workspaces, definitions of data and of topics."""

from __future__ import annotations

import os
import re
from collections.abc import Iterable
from typing import Literal

from cjm.names import JOURNEY_ENDINGS, OVERLAY_ENDING
from cjm.project.discovery import WORKSPACE_FILE
from cjm.project.kind import holds_journey
from cjm.project.workspace import Workspace
from cjm.source import Source

Kind = Literal["journey", "workspace", "data", "topics"]

_BEGINS = re.compile("^\ufeff?(?:cjm|touchpoints):(?:\\s|\\Z)", re.MULTILINE)
_DEFINES = re.compile(r"""^\ufeff?(?:\{\s*)?["']?cjm-(data|topics)["']?\s*:""", re.MULTILINE)


def kind_of(text: str, path: str, workspace: Workspace) -> Kind | None:
    """What a document is to the server; None where it is none of ours.

    Args:
        text: What it says.
        path: Where it lies; empty for one that was never saved.
        workspace: The workspace of its folder: a file where it says that journeys are is one.
    """
    if path.endswith(OVERLAY_ENDING):
        return None  # written by cjm measure, never by hand
    if os.path.basename(path) == WORKSPACE_FILE:
        return "workspace"
    if found := _DEFINES.search(text):
        return "data" if found[1] == "data" else "topics"
    if _BEGINS.search(text) or is_named(path, workspace):
        return "journey"
    return None


def is_named(path: str, workspace: Workspace) -> bool:
    """Whether a workspace says that journeys lie where this file is."""
    named = bool(workspace.journeys) and path.endswith(JOURNEY_ENDINGS)
    return named and is_among(path, workspace.paths)


def is_judged(source: Source, path: str, workspace: Workspace) -> bool:
    """Whether `cjm check` takes a file of a workspace for a journey, not for another tool's YAML.

    By what it says; one that the workspace names itself is meant to be one.
    """
    if workspace.journeys and os.path.realpath(path) in map(os.path.realpath, workspace.paths):
        return True
    return holds_journey(source.text.encode("utf-8", "surrogatepass"), lambda: source)


def is_among(path: str, paths: Iterable[str]) -> bool:
    """Whether a file is one of some paths, or below one."""
    real = os.path.realpath(path)
    places = map(os.path.realpath, paths)
    return any(real == place or real.startswith(os.path.join(place, "")) for place in places)
