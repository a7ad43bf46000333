"""Shares and probabilities: filling in, dividing out, holding to 1."""

from __future__ import annotations

import math

from cjm.i18n import Message, say
from cjm.journey.catalogues import Persona
from cjm.journey.transitions import Transition
from cjm.records import replace
from cjm.rounding import rounded

TOLERANCE_OF_SUMS = 1e-6
"""Probabilities and shares that sum to within this of 1 are taken to sum to 1."""


def is_one(total: float) -> bool:
    """Whether a sum is 1 but for rounding, as three times 0.333333 is."""
    return rounded(abs(total - 1)) <= TOLERANCE_OF_SUMS


def rescaled(personas: tuple[Persona, ...]) -> tuple[Persona, ...]:
    """The same personas with shares that sum to 1, where every one of them has a share."""
    shares = [p.share for p in personas if p.share is not None]
    total = math.fsum(shares)
    if len(shares) != len(personas) or math.isclose(total, 1, rel_tol=1e-12):
        return personas  # also so that what was rescaled once stays as it is
    if total <= 0:  # nobody is any of them: there is nothing to weigh by
        return tuple(replace(p, share=None) for p in personas)
    return tuple(replace(p, share=(p.share or 0) / total) for p in personas)


def share_fault(personas: tuple[Persona, ...]) -> Message | None:
    """What is wrong with the shares of personas defined in one place, taken together."""
    shares = [p.share for p in personas if p.share is not None]
    total = math.fsum(shares)
    complete = len(shares) == len(personas)
    if shares and not is_one(total) and (total > 1 or complete):
        return say("the personas' shares sum to {total}, not to 1", total=total)
    return None


def probabilities(transitions: tuple[Transition, ...]) -> tuple[float, ...]:
    """The probability of each transition, the ones not given filled in.

    Where none is given they share 1 equally; where some are, the others share what is left
    equally. A sum within 1e-6 of 1 is divided out to 1.
    """
    given = [t.probability for t in transitions if t.probability is not None]
    missing = len(transitions) - len(given)
    total = math.fsum(given)
    rest = max(0.0, 1 - total) / missing if missing else 0.0
    filled = [rest if t.probability is None else t.probability for t in transitions]
    total = math.fsum(filled)
    if is_one(total):
        return tuple(p / total for p in filled)
    return tuple(filled)


def sum_fault(transitions: tuple[Transition, ...]) -> Message | None:
    """What is wrong with the probabilities given on one touchpoint, taken together."""
    given = [t.probability for t in transitions if t.probability is not None]
    total = math.fsum(given)
    if total > 1 and not is_one(total):
        return say("the probabilities sum to {total}, more than 1", total=total)
    if given and len(given) < len(transitions) and rounded(1 - total) < TOLERANCE_OF_SUMS:
        return say("the probabilities given sum to 1 and leave nothing for the ones not given")
    return None
