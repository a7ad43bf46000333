"""Ties: what is said where a figure that one touchpoint or path would have is shared by several."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from cjm.i18n.figures import Share
from cjm.i18n.glossary import Term, term, wording
from cjm.i18n.message import Message, say, translate

_COUNTS = {2: say("two"), 3: say("three"), None: say("several")}
"""Counts that are words."""


def told_reasons(
    reasons: Iterable[str], tied: Mapping[Any, int], one_ending: bool
) -> tuple[Message | Term, ...]:
    """Why a touchpoint is a moment of truth; a reason that several share is told as shared.

    Args:
        reasons: Ids of reasons.
        tied: How many share each: `Analysis.tied`.
        one_ending: Whether all customers end at one touchpoint, so that it has no rival:
            `Analysis.one_ending`.
    """
    return tuple(
        say("everyone ends here") if id == "ending" and one_ending else _reason(id, tied.get(id, 1))
        for id in reasons
    )


def long_reasons(
    reasons: Iterable[str], tied: Mapping[Any, int], one_ending: bool, language: str
) -> list[str]:
    """The same as texts in a language."""
    return [
        wording(told.id, language).long if isinstance(told, Term) else translate(told, language)
        for told in told_reasons(reasons, tied, one_ending)
    ]


def short_reasons(reasons: Iterable[str], tied: Mapping[Any, int], language: str) -> list[str]:
    """The same where room is scarce, such as «peak, 1 of 2»."""
    return [one_of(wording(id, language).short, tied.get(id, 1), language) for id in reasons]


def one_of(name: str, count: int, language: str) -> str:
    """A name, and of how many it stands for one, where they are several."""
    if count == 1:
        return name
    return translate(say("{name}, 1 of {n}", name=name, n=count), language)


def likely_ways(count: int, share: Share) -> Message:
    """What share of customers go the likely path, of which several may be as likely."""
    if count == 1:
        return say("{share} of customers go exactly this way", share=share)
    return say(
        "one of {n} ways that are as likely, {share} of customers each",
        n=_COUNTS.get(count, count),
        share=share,
    )


def worst_ways(count: int | None) -> Message | None:
    """That several paths are as bad as the worst one; None where it is the only one."""
    if count == 1:
        return None
    return say("one of {n} ways that are as bad", n=_COUNTS.get(count, count))


def _reason(id: str, count: int) -> Message | Term:
    n = _COUNTS.get(count, count)
    if count == 1:
        return term(id)
    if id == "peak":
        return say("one of {n} strongest impressions", n=n)
    if id == "decisive":
        return say("one of {n} that decide success most", n=n)
    if id == "ending":
        return say("one of {n} where most end", n=n)
    return term(id)
