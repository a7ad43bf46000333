"""What every notation says: the lines of a card, how much flows, and safe names."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import TYPE_CHECKING

from cjm.i18n.glossary import capitalized
from cjm.i18n.numbers import ASSUMED
from cjm.maps.content.words import Words, words_of
from cjm.maps.scene.text import wrapped

if TYPE_CHECKING:
    from cjm.analysis import Analysis
    from cjm.design.themes import Theme
    from cjm.maps.content.model import Arrow, Card, Diagram

Flows = dict[tuple[str, str], float]
"""Transition by its ends → how often a customer takes it, at most 1."""
TITLE_WIDTH, TITLE_SIZE, TITLE_LINES = 220.0, 14.0, 3
MARKS = ("disappointment", "satisfaction", "delight", "unmeasured")


def card_lines(card: Card, language: str) -> tuple[str, ...]:
    """A card in lines: its title, the level in sign and word, the scores, and what else is so."""
    words = words_of(language)
    lines = list(wrapped(card.title, (TITLE_WIDTH,) * TITLE_LINES, TITLE_SIZE, bold=True))
    lines += _scores(card, words)
    if card.reasons:
        lines.append(f"★ {capitalized(words.moment_of_truth)}")
    if card.start is not None:
        lines.append(f"{words.start}: {card.start_text}")
    if card.outcome:
        lines.append(capitalized(words.ends[card.outcome]))
    if card.drop_off:
        lines.append(card.drop_off_sentence)
    return tuple(lines)


def _scores(card: Card, words: Words) -> list[str]:
    """C with its level, then O and B; the only score where the map has no other."""
    o, b = f"{words.o} {card.expectation_text}", f"{words.b} {card.experience_text}"
    match card.measure:
        case "gap":
            level = f"{card.gap_text} · {getattr(words, card.mark)}"
            mean = [card.mean_text] if card.mean_text else []
            return [words.unmeasured if card.gap is None else level, f"{o} · {b}", *mean]
        case "experience":
            return [b]
        case "expectation":
            return [o]
        case _:
            return []


def assumed_note(diagram: Diagram) -> str:
    """What ≈ means, where a card or an arrow has it; else nothing."""
    lines = [line for card in diagram.cards for line in card_lines(card, diagram.language)]
    labels = [arrow_label(arrow) for arrow in diagram.arrows]
    if not any(ASSUMED in text for text in (*lines, *labels)):
        return ""
    return f"{ASSUMED} {words_of(diagram.language).assumed}"


def arrow_label(arrow: Arrow) -> str:
    """A transition's percentage and words."""
    return " ".join(t for t in (arrow.percentage, arrow.whole) if t)


def flows_of(analysis: Analysis) -> Flows:
    """How much flows through each transition; its own probability where a trap hides the flow."""
    return {
        (way.source, way.target): min(1.0, way.probability if way.flow is None else way.flow)
        for way in analysis.transitions
    }


def colours_of(mark: str, theme: Theme) -> tuple[str, str, str]:
    """A level's ground, text and edge; what is unmeasured has the card's own."""
    if mark == "unmeasured":
        return theme.card, theme.ink, theme.satisfaction.line
    tone = theme.tone(mark)
    return tone.fill, tone.on, tone.outline or tone.line


def names_of(ids: Iterable[str], unwanted: str, prefix: str = "") -> dict[str, str]:
    """Id → a name of its own, the id itself as far as the characters allow."""
    names: dict[str, str] = {}
    taken: set[str] = set()
    for id in ids:
        name = plain = prefix + (re.sub(unwanted, "_", id) or "_")
        count = 1
        while name in taken:
            count += 1
            name = f"{plain}_{count}"
        names[id] = name
        taken.add(name)
    return names
