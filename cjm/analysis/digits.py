"""How many digits the scores of a touchpoint are printed with, on every page alike."""

from __future__ import annotations

from collections.abc import Iterator

from cjm.analysis.gaps import sides_of
from cjm.i18n.numbers import score_digits
from cjm.journey import Journey, Touchpoint

Pair = tuple[float | None, float | None]


def digits_at(journey: Journey, point: Touchpoint) -> int:
    """The digits of O, B and C at a touchpoint.

    Args:
        journey: The journey.
        point: One of its touchpoints.

    Returns:
        Digits after the point, chosen once for the touchpoint's own scores and its personas'.
    """
    return score_digits(_pairs(journey, point), journey.scale)


def digits_of(*journeys: Journey) -> dict[str, int]:
    """The digits of O, B and C at every touchpoint of journeys that are read side by side.

    Args:
        journeys: A journey; of a comparison, both states.

    Returns:
        Digits after the point by the touchpoint's id, the same for all of the journeys.
    """
    pairs: dict[str, list[Pair]] = {}
    for journey in journeys:
        for point in journey.touchpoints:
            pairs.setdefault(point.id, []).extend(_pairs(journey, point))
    return {id: score_digits(scores, journeys[0].scale) for id, scores in pairs.items()}


def digits_beside(*states: tuple[Journey, Touchpoint]) -> int:
    """The digits of O, B and C at a touchpoint that is read in several states, each with its own.

    Args:
        states: Each journey with its touchpoint, one at least; their ids may differ.

    Returns:
        Digits after the point, the same in all of them.
    """
    pairs = [pair for journey, point in states for pair in _pairs(journey, point)]
    return score_digits(pairs, states[-1][0].scale)


def _pairs(journey: Journey, point: Touchpoint) -> Iterator[Pair]:
    """O and B, for the journey as a whole and for each persona with scores of its own."""
    for persona in (None, *(scores.persona for scores in point.by_persona)):
        o, b = sides_of(journey, point, persona)
        yield o.score if o else None, b.score if b else None
