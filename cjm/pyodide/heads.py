"""Heads: what a journey's text says of the journey as a whole, read without its touchpoints.

A page may hold hundreds of journeys, or one that is too large to be read in the time that it has.
Which journeys there are has to be known all the same, and at once.
"""

from __future__ import annotations

import re

from cjm.project.loading import Loaded, id_of_file, read_journey
from cjm.project.workspace import Workspace
from cjm.source import parse

MOST = 10_000
"""Characters of a head; a text without lines of its own for these keys is read whole up to that."""
_ENTRY = re.compile(
    r"""^["']?(?:cjm|id|title|state|language)["']?[ \t]*:[^\n]*(?:\n[ \t][^\n]*)*""",
    re.MULTILINE,
)
_NO_TOUCHPOINTS = "touchpoints: {head: {}}\n"


def read_head(text: str, path: str, workspace: Workspace) -> Loaded:
    """The journey with its id, title, state and language; None where these have faults."""
    entries = _ENTRY.findall(text)
    head = "\n".join((*entries, _NO_TOUCHPOINTS)) if entries else text
    if len(head) > MOST:
        return Loaded(None, id_of_file(path), ())
    return read_journey(parse(head), path, workspace)
