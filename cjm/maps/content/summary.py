"""Summary: the map in sentences, for those who do not see it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from cjm.maps.content.heading import counts_of
from cjm.maps.content.model import Card, Diagram, Figure
from cjm.maps.content.numbers import percentage
from cjm.maps.content.words import Words

if TYPE_CHECKING:
    from cjm.analysis import Analysis

MOST_LISTED = 12
"""A list longer than this is cut short, and the rest counted."""


def summary_of(diagram: Diagram, analysis: Analysis, words: Words) -> str:
    """What the map shows: its counts, figures, moments of truth, doom loops and likely path."""
    header = diagram.header
    template = words.summary if diagram.measure == "gap" else words.summary_plain
    counts = (len(diagram.cards), len(diagram.arrows), *counts_of(diagram.cards))
    sentences = [template.format(*counts)]
    if header.verdict:
        sentences.append("".join(part.text for part in header.verdict))
    if analysis.flow is not None:
        figures = [_figure(f, words) for f in header.figures]
        figures += [f"{p.label} {p.percentage}" for p in header.bar]
        sentences.append(_sentence(", ".join(figures)))
    if header.note:
        sentences.append(_sentence(header.note))
    if moments := [_moment(c) for c in diagram.cards if c.reasons]:
        sentences.append(words.moments_listed.format(_listed(moments, words)))
    if loops := [loop.sentence for loop in diagram.loops]:
        loops += [words.others.format(diagram.unmarked_loops)] if diagram.unmarked_loops else []
        sentences.append(words.loops_listed.format("; ".join(loops)))
    if analysis.likely_path is not None:
        assumed = analysis.is_assumed("likely_path.probability")
        share = percentage(analysis.likely_path.probability, words, assumed)
        titles = {c.id: c.title for c in diagram.cards}
        way = _listed([titles[id] for id in diagram.likely], words, " → ")
        tied = analysis.likely_path.tied
        told = words.likely_listed.format(share, way)
        sentences.append(told if tied == 1 else words.likely_tied.format(tied, share, way))
    return " ".join(sentences)


def _figure(figure: Figure, words: Words) -> str:
    if figure.value == words.on_average:
        return f"{figure.value} {figure.label}"
    value = words.roughly(figure.value) if figure.simulated else figure.value
    return f"{figure.label} {value}"


def _moment(card: Card) -> str:
    return f"{card.title} ({', '.join(card.reasons)})"


def _sentence(text: str) -> str:
    text = text[:1].upper() + text[1:]
    return text if text.endswith(".") else text + "."


def _listed(texts: Sequence[str], words: Words, joint: str = "; ") -> str:
    if len(texts) <= MOST_LISTED:
        return joint.join(texts)
    shown = [*texts[: MOST_LISTED - 1], words.others.format(len(texts) - MOST_LISTED + 1)]
    return joint.join(shown)
