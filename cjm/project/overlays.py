"""Overlays: what was measured of a journey, in `NAME.measured.yaml` beside `NAME.yaml`."""

from __future__ import annotations

import os

from cjm.journey import Journey
from cjm.journey.measured import Measured

ENDING = ".measured.yaml"
"""Of every overlay; a file that ends so is never a journey."""
OPENED = ("scores",)
"""What never stands in braces, however short: one touchpoint a line."""


def overlay_path(journey_file: str) -> str:
    """The path of the overlay that is named after a journey's file."""
    return os.path.splitext(journey_file)[0] + ENDING


def overlay_text(measured: Measured, journey: Journey) -> str:
    """An overlay as the text of its file, sorted as the journey's; the same data, the same bytes.

    Args:
        measured: What was measured.
        journey: The journey it belongs to, in whose order touchpoints and personas stand.

    Returns:
        The text, in UTF-8 with `\\n` at the end of lines.
    """
    from cjm.format.measured import encoded_measured
    from cjm.journey.sorting import in_file_order
    from cjm.source.emit import emit

    return emit(encoded_measured(in_file_order(measured, journey)), OPENED)
