"""Portraits: the personas of the heading, and what is known of each."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cjm.analysis.one_score import told_apart
from cjm.maps.content.initials import initials_of
from cjm.maps.content.model import Portrait, mark_of
from cjm.maps.content.numbers import percentage, total
from cjm.maps.content.verdict import extreme_of
from cjm.maps.content.words import Words
from cjm.maps.scene.text import cleaned

if TYPE_CHECKING:
    from cjm.analysis import Analysis
    from cjm.journey import Persona

MOST_PORTRAITS = 6
"""Of more personas a heading names the others: with them it would be higher than the map."""


def portraits_of(
    analysis: Analysis, words: Words, asked: tuple[str, ...] = ()
) -> tuple[Portrait, ...]:
    """The personas `asked` for in that order, where these are several, else all of the journey.

    Figures may take long to simulate: only those that a heading has room for are computed.
    """
    every = analysis.personas
    initials = initials_of(analysis.journey.personas)
    shown = {own.persona: own for own in every}
    chosen = analysis.persona
    order = (
        [id for id in asked if id in shown] if len(asked) > 1 else _chosen_first([*shown], chosen)
    )
    alike: dict[object, Analysis] = {}  # personas with the same scores need one computation
    portraits, side = [], told_apart(analysis)
    for place, id in enumerate(order):
        own = shown[id]
        figures = None
        if place < MOST_PORTRAITS:
            figures = alike.setdefault((own.weights, own.coverage), own)
        portrait = _portrait(own, figures, initials[own.persona or ""], id == chosen, words)
        portraits.append(portrait._replace(extreme=extreme_of(own, side, words) if side else ()))
    return tuple(portraits)


def _chosen_first(ids: list[str | None], chosen: str | None) -> list[str | None]:
    """In the order of the journey; first the one whose map it is, where it had no room else."""
    if chosen not in ids[MOST_PORTRAITS:]:
        return ids
    return [chosen, *(id for id in ids if id != chosen)]


def _portrait(
    own: Analysis, figures: Analysis | None, initials: str, chosen: bool, words: Words
) -> Portrait:
    persona = own.journey.persona(own.persona or "")
    balance = figures.balance if figures else None
    share = "" if persona.share is None else percentage(persona.share, words, False)
    return Portrait(
        id=persona.id,
        name=_name(persona),
        initials=initials,
        note=words.of_customers.format(share) if share else "",
        details=_details(persona, words),
        balance=_balance(figures, words),
        mark=mark_of(balance),
        disappointed=_disappointed(figures, words),
        chosen=chosen,
    )


def _name(persona: Persona) -> str:
    return cleaned(persona.name) or cleaned(persona.id)


def _details(persona: Persona, words: Words) -> tuple[tuple[str, str], ...]:
    """What was written of a persona, each list as one text."""
    lists = (persona.goals, persona.pains, persona.values, persona.objections, persona.sources)
    told = (", ".join(filter(None, map(cleaned, texts))) for texts in lists)
    return tuple((label, text) for label, text in zip(words.details, told, strict=True) if text)


def _balance(figures: Analysis | None, words: Words) -> str:
    """A persona's balance, where it is worked out and exists."""
    if figures is None or figures.balance is None:
        return ""
    return total(figures.balance, words, figures.is_assumed("balance"))


def _disappointed(figures: Analysis | None, words: Words) -> str:
    unhappy = figures.disappointed if figures else None
    if figures is None or unhappy is None:
        return ""
    return words.estimate(unhappy.share, unhappy.exact, figures.is_assumed("disappointed"))
