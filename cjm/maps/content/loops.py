"""Doom loops: which of them the map marks, and what it says of them."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from cjm.maps.content.model import Card, DoomLoop
from cjm.maps.content.numbers import total
from cjm.maps.content.words import Words
from cjm.rounding import rounded

if TYPE_CHECKING:
    from cjm.analysis import Analysis

MOST_MARKED = 3
"""With more halos than this none stands out; the worst have one, the others only the colour."""


def doom_loops(
    analysis: Analysis, cards: tuple[Card, ...], words: Words
) -> tuple[tuple[DoomLoop, ...], int]:
    """The loops that cost most a round, the worst first, and how many more there are."""
    titles = {card.id: card.title for card in cards}
    ranked = sorted(analysis.loops, key=lambda loop: rounded(loop.balance))
    marked = tuple(
        _loop(loop.touchpoints, loop.balance, titles, words) for loop in ranked[:MOST_MARKED]
    )
    return marked, len(ranked) - len(marked)


def rounds(ids: tuple[str, ...]) -> tuple[tuple[str, str], ...]:
    """The transitions of one round: from each touchpoint to the next, and back to the first."""
    return tuple(pairwise((*ids, ids[0])))


def _loop(ids: tuple[str, ...], balance: float, titles: dict[str, str], words: Words) -> DoomLoop:
    cost = total(balance, words, False)
    way = " → ".join(titles[id] for id in (*ids, ids[0]))
    return DoomLoop(
        ids=ids,
        cost=cost,
        caption=words.loop_caption.format(cost),
        short_caption=words.a_round.format(cost),
        sentence=f"{way}, {words.a_round.format(cost)}",
    )
