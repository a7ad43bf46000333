"""Findings about moves: where they belong, and what they are known again by."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cjm.diagnostics import Diagnostic, Place
from cjm.i18n import Message
from cjm.rounding import rounded

if TYPE_CHECKING:
    from cjm.analysis.conformance import Move


START, END = "(start)", "(end)"
"""Items that no id can be."""


def found_at(
    move: Move,
    code: str,
    message: Message,
    place: Place,
    help: Message,
    figure: float | None = None,
) -> Diagnostic:
    """A finding about a move; `figure` is what later runs compare, None where it has none."""
    return Diagnostic(
        code=code,
        message=message,
        place=place,
        touchpoint=_touchpoint_of(move),
        item=_item_of(move),
        help=help,
        values=() if figure is None else (("", rounded(figure)),),
    )


def _touchpoint_of(move: Move) -> str | None:
    """The touchpoint that a move belongs to: where it comes from, or where customers come in."""
    return move.target if move.source is None else move.source


def _item_of(move: Move) -> str:
    """Which of the touchpoint's moves it is."""
    if move.source is None:
        return START
    return END if move.target is None else move.target
