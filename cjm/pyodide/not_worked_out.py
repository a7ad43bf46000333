"""Not worked out: what a page says of figures that take a library which no page has."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from cjm.analysis.unsolved import FIGURES
from cjm.i18n import Message, say, translate

MESSAGES: dict[str, Message] = {
    "flow": say(
        "not worked out here: how customers move, and every figure and finding that rests on it; "
        "the loops are too large for a page"
    ),
    "disappointed": say(
        "not worked out here: the exact share of disappointed customers; it is simulated"
    ),
    "remembered": say(
        "not worked out here: exactly how customers will remember it; it is simulated"
    ),
    "plan": say(
        "not worked out here: what to do first; what is shown is the best that was found in a page"
    ),
}


def not_worked_out(unsolved: Iterable[str], language: str) -> list[dict[str, Any]]:
    """What could not be solved, each with a sentence: figures, then rules by their codes."""
    found = set(unsolved)
    told = [(what, MESSAGES[what]) for what in FIGURES if what in found]
    for code in sorted(() if "flow" in found else found.difference(FIGURES)):
        told.append((code, say("not worked out here: what {rule} finds", rule=code)))
    return [{"what": what, "message": translate(message, language)} for what, message in told]
