"""Which documents the server is for: journeys, workspaces, definitions of data and of topics."""

from __future__ import annotations

import os
import re
from typing import Literal

from cjm.names import JOURNEY_ENDINGS, OVERLAY_ENDING
from cjm.project.discovery import WORKSPACE_FILE
from cjm.project.workspace import Workspace

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
    if not path.endswith(JOURNEY_ENDINGS) or not workspace.journeys:
        return False
    real = os.path.realpath(path)
    places = map(os.path.realpath, workspace.paths)
    return any(real == place or real.startswith(os.path.join(place, "")) for place in places)
