"""Which transitions the layout engine is told of, so that its work stays within bounds.

An engine places a stand-in for each rank that a line passes, and orders and straightens all of them
at a cost that grows with the square of their number: minutes for some hundred cards whose lines run
anywhere. Cards and stand-ins are counted before, and a prefix of the transitions is told, the most
telling first, whose count is within `MOST_PLACES`.
"""

from __future__ import annotations

from collections.abc import Sequence

from cjm.maps.content.model import Arrow, Diagram
from cjm.tuples import NamedTuple

MOST_ARROWS = 400
"""With more transitions than this, each touchpoint's few most probable ones speak for all:
engines take minutes on complete graphs."""
FEW = 3
MOST_PLACES = 4_000
"""Cards and stand-ins for lines that the engine places in some seconds."""

Line = tuple[int, int]
"""A transition by the places of its cards in the diagram."""


class Told(NamedTuple):
    """What the engine hears of; `fewer` where that is less than what tells the order."""

    arrows: list[Arrow]
    fewer: bool


def told(diagram: Diagram, columns: Sequence[Sequence[str]] = (), most: int = MOST_PLACES) -> Told:
    """The planned transitions: no self-loops, and of very many only a few each.

    `columns` of ids are those that it keeps, where given. O((V + E) · log E).
    """
    # What nobody planned would bend the order of the plan, in which its map is known.
    arrows = [a for a in diagram.arrows if a.source != a.target and a.lived != "undeclared"]
    ways = _most_probable_first(arrows)
    if len(arrows) > MOST_ARROWS:
        arrows = [arrow for own in ways for arrow in own[:FEW]]
    place = {card.id: n for n, card in enumerate(diagram.cards)}
    column = {id: n for n, ids in enumerate(columns) for id in ids}
    ranks = [column[card.id] for card in diagram.cards] if columns else None

    def fits(these: Sequence[Arrow]) -> bool:
        lines = [(place[a.source], place[a.target]) for a in these]
        return len(place) + passed(len(place), lines, ranks) <= most

    if fits(arrows):
        return Told(arrows, fewer=False)
    by_turns = [own[turn] for turn in range(FEW) for own in ways if turn < len(own)]
    count, beyond = 0, len(by_turns)
    while beyond - count > 1:
        middle = (count + beyond) // 2
        if fits(by_turns[:middle]):
            count = middle
        else:
            beyond = middle
    return Told(by_turns[:count], fewer=True)


def _most_probable_first(arrows: Sequence[Arrow]) -> list[list[Arrow]]:
    """The transitions of each card that has some, in the order of the file."""
    ways: dict[str, list[Arrow]] = {}
    for arrow in arrows:
        ways.setdefault(arrow.source, []).append(arrow)
    return [sorted(own, key=lambda a: -a.probability) for own in ways.values()]


def passed(cards: int, lines: Sequence[Line], ranks: Sequence[int] | None = None) -> int:
    """How many ranks lines pass between their ends, in all.

    Without `ranks` as an engine would choose them: lines turned round until there is no circle,
    every card one rank after the last that leads to it, or right before the first it leads to where
    that makes more lines short.
    """
    ranks = _ranks(cards, lines) if ranks is None else ranks
    return sum(max(0, abs(ranks[a] - ranks[b]) - 1) for a, b in lines)


def _ranks(cards: int, lines: Sequence[Line]) -> list[int]:
    order = _onward(cards, lines)
    place = {card: n for n, card in enumerate(order)}
    before: list[list[int]] = [[] for _ in range(cards)]
    after: list[list[int]] = [[] for _ in range(cards)]
    for line in lines:
        first, second = sorted(line, key=place.__getitem__)
        before[second].append(first)
        after[first].append(second)
    ranks = [0] * cards
    for card in order:
        ranks[card] = max((ranks[a] + 1 for a in before[card]), default=0)
    for card in reversed(order):
        if len(after[card]) > len(before[card]):
            ranks[card] = min(ranks[b] for b in after[card]) - 1
    return ranks


def _onward(cards: int, lines: Sequence[Line]) -> list[int]:
    """The cards so that lines lead onward but for those that close a circle: depth first."""
    ways: list[list[int]] = [[] for _ in range(cards)]
    for a, b in lines:
        ways[a].append(b)
    seen = [False] * cards
    finished: list[int] = []
    for first in range(cards):
        stack = [] if seen[first] else [(first, iter(ways[first]))]
        seen[first] = True
        while stack:
            card, onward = stack[-1]
            following = next((b for b in onward if not seen[b]), None)
            if following is None:
                finished.append(card)
                stack.pop()
            else:
                seen[following] = True
                stack.append((following, iter(ways[following])))
    return finished[::-1]
