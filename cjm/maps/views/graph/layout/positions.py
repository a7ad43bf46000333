"""Positions: what the layout engine answers, Graphviz's json0, as places of cards."""

import json
import math
from itertools import chain

from cjm.errors import LayoutError
from cjm.i18n import say

Positions = dict[str, tuple[float, float]]


def positions_of(answer: str, cards: int) -> Positions:
    """Where each of so many cards stands: its name → (x, y) in points, y downwards.

    Raises LayoutError where the answer cannot be read, or places fewer or more.
    """
    try:
        placed = {
            item["name"]: tuple(float(n) for n in item["pos"].split(","))
            for item in json.loads(answer).get("objects", ())
            if "pos" in item
        }
        positions = {name: (x, -y) for name, (x, y) in placed.items()}
    except (ValueError, KeyError, AttributeError, TypeError):
        positions = {}
    finite = all(map(math.isfinite, chain.from_iterable(positions.values())))
    if not finite or positions.keys() != {f"p{i}" for i in range(cards)}:
        raise LayoutError(
            say("the layout engine's answer cannot be read"),
            help=say("it must be json0, as dot -Tjson0 writes it"),
        )
    return positions
