"""Overlays of measured journeys: what of the old one is kept, and writing them."""

from __future__ import annotations

import os

from cjm.errors import CjmError, UsageError
from cjm.format import INVALID
from cjm.i18n import say
from cjm.journey import Journey
from cjm.journey.measured import Measured, MeasuredTouchpoint
from cjm.project.discovery import reason, shown_path
from cjm.project.overlays import Overlays, overlay_path, overlay_text
from cjm.records import replace
from cjm.source import parse
from cjm.system.atomic import write_text
from cjm.system.reading import read_start

FEEDBACK = (b"topics", b"quotes")
"""Keys that `cjm feedback` writes, and that measuring keeps."""


def overlay_file(journey_file: str) -> str:
    """Where the overlay of a journey stands, or is to stand: whatever it is called, if it is there.

    Raises:
        UsageError: There are several, or a file of that name is something else.
    """
    try:
        content = read_start(journey_file)
    except OSError as error:
        raise UsageError(
            say("{path}: {reason}", path=journey_file, reason=reason(error))
        ) from error
    found = Overlays().of_file(journey_file, content)
    if len(found) > 1:
        first, second = (shown_path(overlay.path) for overlay in found[:2])
        raise UsageError(
            say("{first} and {second} are of one journey", first=first, second=second),
            help=say("delete one of them"),
        )
    file = shown_path(found[0].path) if found else overlay_path(journey_file)
    if os.path.exists(file) and not (found and _is_overlay(found[0].content)):
        # Whoever wrote it does not expect it to be overwritten.
        raise UsageError(
            say("{path} is there, and is no overlay of this journey", path=file),
            help=say("rename it, or the journey's file"),
        )
    return file


def _is_overlay(content: bytes) -> bool:
    """Whether a file is one of ours, perhaps a broken one: no YAML that says it is something else.

    What is measured can be measured again, so that the rest of a merge is no obstacle.
    """
    root = parse(content).root
    return root is None or not isinstance(root.value, dict) or "cjm-measured" in root.value


def with_feedback(measured: Measured, file: str) -> Measured:
    """What was measured, with the topics and quotes that the old overlay holds.

    Raises:
        CjmError: The old overlay is faulty, and holds some that would be lost.
    """
    content = _content(file)
    holds_some = content is not None and any(key in content for key in FEEDBACK)
    old = read_overlay(file) if holds_some else None
    if old is None:
        return measured
    kept = {point.touchpoint: point for point in old.scores if point.topics or point.quotes}
    new = {point.touchpoint: point for point in measured.scores}
    both = [
        replace(
            new.get(id) or MeasuredTouchpoint(id),
            topics=kept[id].topics if id in kept else (),
            quotes=kept[id].quotes if id in kept else (),
        )
        for id in {**new, **kept}
    ]
    return replace(measured, scores=tuple(both))


def write_overlay(journey: Journey, file: str, measured: Measured) -> bool:
    """Write the overlay of a journey into a file, whole or not at all.

    Returns:
        Whether it was: a file that says the same is left alone.

    Raises:
        CjmError: It cannot be written; the old one is as it was.
    """
    text = overlay_text(measured, journey)
    if _content(file) == text.encode():
        return False
    if os.path.exists(file) and not os.access(file, os.W_OK):
        # A new file would take its place all the same, although the user has protected it.
        raise CjmError(say("cannot write {path}: it is read-only", path=file))
    write_text(file, text)
    return True


def read_overlay(file: str) -> Measured | None:
    """What an overlay holds; None where there is none.

    Raises:
        CjmError: It is faulty, and what it holds would be lost by writing it anew.
    """
    content = _content(file)
    if content is None:
        return None
    from cjm.format.measured import MEASURED, measured_of
    from cjm.project.reading import decode
    from cjm.source import parse

    source = parse(content)
    if source.root is not None:
        source, context, values = decode(source, MEASURED)
        if values is not INVALID and not (context.faults or source.faults):
            return measured_of(values)
    raise CjmError(
        say("{path} is faulty, and what it holds would be lost", path=file),
        help=say("mend it, or delete it to measure anew"),
    )


def _content(file: str) -> bytes | None:
    try:
        with open(file, "rb") as stream:
            return stream.read()
    except OSError:
        return None  # what cannot be read, or is not there, is written
