"""Pairs: what a touchpoint says in two states of a journey, each told as whose it is."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, TypeVar

from cjm.maps.content.sheet.model import Both, Half, Scores, Single

if TYPE_CHECKING:
    from cjm.journey import State

TOUCHPOINT = "touchpoint"
"""The row that says which touchpoint it is, and which of the states has it."""
FIGURES = ("scores", "reach")
"""Rows of figures, where a state without the touchpoint has a dash."""
STATES: tuple[State, ...] = ("as-is", "to-be")
"""In the order in which they stand."""

Told = TypeVar("Told", bound=Single)


def paired(name: str, cells: Sequence[Told | None], here: int) -> Told | Both | None:
    """A cell of two states: as one where they say the same, else a half for each.

    Args:
        name: The row's name.
        cells: What each state says, as-is before to-be.
        here: How many of the states have the touchpoint, or the stage.

    Returns:
        The cell; None where neither state says anything. In a column that only one state has the
        column tells whose words these are; figures have their mark and a dash there too.
    """
    told = [cell for cell in cells if cell is not None]
    if name == TOUCHPOINT or not told:
        return told[0] if told else None
    if here < len(cells) and name not in FIGURES:
        return told[0]
    if len(told) == len(cells) and _alike(told):
        return told[0]
    return Both(
        tuple(Half(cell, state == "to-be") for state, cell in zip(STATES, cells, strict=True))
    )


def _alike(cells: Sequence[Single]) -> bool:
    """Whether all say the same; of scores their texts, as cards differ in more than is shown."""
    return len({_shown(cell) for cell in cells}) == 1


def _shown(cell: Single) -> object:
    if not isinstance(cell, Scores):
        return cell
    card = cell.card
    return card.expectation_text, card.experience_text, card.gap_text, cell.notes
