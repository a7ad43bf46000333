"""What findings about moves are known again by."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from cjm.analysis.conformance import Move


START, END = "(start)", "(end)"
"""Items that no id can be."""


def touchpoint_of(move: Move) -> str | None:
    """The touchpoint that a move belongs to: where it comes from, or where customers come in."""
    return move.target if move.source is None else move.source


def item_of(move: Move) -> str:
    """Which of the touchpoint's moves it is."""
    if move.source is None:
        return START
    return END if move.target is None else move.target
