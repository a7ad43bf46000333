"""Unchanged: what a map depends on, and whether it is still there as it was drawn."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from cjm.maps.drawing import Job
from cjm.maps.look import Look
from cjm.maps.targets import STDOUT
from cjm.project.keys import build, key_of

if TYPE_CHECKING:
    from cjm.journey import Journey


def key_of_run(look: Look) -> bytes:
    """All that every map of a run depends on."""
    return key_of(build(), repr(look), _text_of(look.compare), engine_of(look))


def _text_of(journey: Journey | None) -> str:
    """All that a journey says, and its overlay: its repr names it only."""
    from cjm.project.overlays import overlay_text
    from cjm.project.writing import dump

    if journey is None:
        return ""
    return dump(journey) + (overlay_text(journey.overlay, journey) if journey.overlay else "")


def engine_of(look: Look) -> str:
    """Which engine of the system's own lays out: another version may do it otherwise."""
    if look.engine != "dot":
        return ""
    from shutil import which

    dot = which("dot")
    return f"{dot} {os.stat(dot).st_mtime_ns}" if dot else ""


def key_of_map(this: bytes, job: Job) -> bytes:
    """All that a map depends on, `this` being what all maps of a run depend on."""
    document, shared = job.document, job.document.workspace
    place = os.path.abspath(job.target)
    beside = (text.content for text in document.beside)
    known = (document.file, document.content, repr(shared.file is None), shared.content)
    return key_of(this, "map", place, job.format or "", *known, *beside)


def is_as_drawn(target: str, digest: bytes | None) -> bool:
    """Whether the map that was drawn before is still there."""
    if digest is None or target == STDOUT:
        return False
    try:
        with open(target, "rb") as stream:
            return key_of(stream.read()) == digest
    except OSError:
        return False
