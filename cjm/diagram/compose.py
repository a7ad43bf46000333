"""Journey and analysis → Diagram: what a map says, before anything has a place."""

from __future__ import annotations

import math
from dataclasses import replace
from typing import TYPE_CHECKING

from cjm.diagram.icons import icon_of
from cjm.diagram.legend import legend_of
from cjm.diagram.model import Arrow, Card, Diagram, Figure, Header, Mark, Part, Portrait, StageHead
from cjm.diagram.text import cleaned
from cjm.diagram.words import Words, counted, number, percentage, words_of
from cjm.journey import probabilities

if TYPE_CHECKING:
    from cjm.analysis import Analysis, TouchpointFigures
    from cjm.journey import Journey, Persona, Touchpoint, Transition

FULL_CARDS = 25
"""A journey with more touchpoints than this gets compact cards."""
WORDS_ON_ARROW = 14
"""A transition's words longer than this stand only in its title."""
MARKS: tuple[Mark, ...] = ("disappointment", "satisfaction", "delight", "unmeasured")


def compose(journey: Journey, analysis: Analysis, language: str | None = None) -> Diagram:
    """The diagram of a journey in a language, by default the journey's own."""
    language = language or journey.language
    words = words_of(language)
    cards = tuple(_card(journey, p, analysis[p.id], words) for p in journey.touchpoints)
    arrows = tuple(
        _arrow(journey, point, transition, probability, words)
        for point in journey.touchpoints
        for transition, probability in zip(point.next, probabilities(point.next), strict=True)
    )
    diagram = Diagram(
        id=journey.id,
        language=language,
        summary=words.summary.format(len(cards), len(arrows), *_counts(cards)),
        header=_header(journey, analysis, cards, words),
        cards=cards,
        arrows=arrows,
        stages=_stage_heads(journey),
        scale=journey.scale,
        persona=analysis.persona,
        compact=len(cards) > FULL_CARDS,
    )
    return replace(diagram, legend=legend_of(diagram, words))


def _card(journey: Journey, point: Touchpoint, figures: TouchpointFigures, words: Words) -> Card:
    channel = next((c for c in journey.channels if c.id == point.channel), None)
    starts = [s.share for s in journey.start if s.touchpoint == point.id]
    card = Card(
        id=point.id,
        title=cleaned(point.title) or cleaned(point.id),
        sentence="",
        stage=point.stage,
        channel=cleaned(channel.title if channel else point.channel or "") or None,
        icon=icon_of(channel),
        expectation=figures.expectation,
        experience=figures.experience,
        gap=figures.gap,
        level=figures.level,
        reasons=(words.declared,) if point.moment_of_truth else (),
        start=sum(starts) if starts else None,
        outcome=(point.outcome or "neutral") if point.is_exit else None,
        drop_off=_drop_off(point),
        drop_off_sentence=f"{words.leave}: {percentage(_drop_off(point), words)}",
    )
    return replace(card, sentence=_sentence(card, words))


def _drop_off(point: Touchpoint) -> float:
    """d(u): the share of those at the touchpoint, not of all customers, who leave unseen."""
    return max(0.0, round(1 - math.fsum(probabilities(point.next)), 9)) if point.next else 0.0


def _sentence(card: Card, words: Words) -> str:
    """All that a card says, and what only a full card has room for, in sentences."""
    scores = [
        f"{name} {words.unmeasured if value is None else number(value, words)}"
        for name, value in (
            (words.expectation, card.expectation),
            (words.experience, card.experience),
        )
    ]
    if card.gap is not None:
        scores += [f"{words.gap} {number(card.gap, words, signed=True)}", _level(card, words)]
    elif card.expectation is None and card.experience is None:
        scores = [words.unmeasured]
    sentences = [f"{card.title}: {', '.join(scores)}"]
    if card.channel:
        sentences.append(card.channel)
    if card.reasons:
        sentences.append(f"{words.moment_of_truth}: {', '.join(card.reasons)}")
    if card.start is not None:
        sentences.append(f"{words.start}: {percentage(card.start, words)}")
    if card.drop_off:
        sentences.append(card.drop_off_sentence)
    if card.outcome:
        sentences.append(str(getattr(words, card.outcome)))
    return " ".join(s if s.endswith((".", "!", "?", "…")) else s + "." for s in sentences)


def _level(card: Card, words: Words) -> str:
    return str(getattr(words, card.mark))


def _arrow(
    journey: Journey, point: Touchpoint, transition: Transition, probability: float, words: Words
) -> Arrow:
    share = percentage(probability, words)
    label = cleaned(transition.label or "")
    ends = f"{cleaned(point.title)} → {cleaned(journey[transition.to].title)}: {share}"
    more = [cleaned(t) for t in (transition.label, transition.wait) if t]
    return Arrow(
        source=point.id,
        target=transition.to,
        probability=probability,
        sentence=", ".join([ends, *more]),
        percentage=share,
        words=label if len(label) <= WORDS_ON_ARROW else "",
    )


def _stage_heads(journey: Journey) -> tuple[StageHead, ...]:
    """The stages, where any touchpoint has one; a map without them has no bands."""
    if all(p.stage is None for p in journey.touchpoints):
        return ()
    return tuple(
        StageHead(s.id, f"{i}. {cleaned(s.title)}", cleaned(s.goal or ""))
        for i, s in enumerate(journey.stages, 1)
    )


def _header(journey: Journey, analysis: Analysis, cards: tuple[Card, ...], words: Words) -> Header:
    state = words.as_is if journey.state == "as-is" else words.to_be
    eyebrow = [words.eyebrow, state]
    if analysis.persona is not None:
        name = cleaned(journey.persona(analysis.persona).name)
        eyebrow.append(words.scores_of.format(name))
    counts = _counts(cards)
    figures = [Figure(str(len(cards)), counted(len(cards), words.touchpoints))]
    figures += [
        Figure(str(n), str(getattr(words, mark)), mark)
        for mark, n in zip(MARKS, counts, strict=True)
        if n
    ]
    return Header(
        eyebrow=" · ".join(eyebrow),
        title=cleaned(journey.title),
        description=cleaned(journey.description or ""),
        portraits=tuple(_portrait(p, analysis.persona, words) for p in journey.personas),
        figures=tuple(figures),
        bar=tuple(Part(n / len(cards), m) for m, n in zip(MARKS, counts, strict=True) if n),
    )


def _portrait(persona: Persona, chosen: str | None, words: Words) -> Portrait:
    share = persona.share
    return Portrait(
        id=persona.id,
        name=cleaned(persona.name),
        note="" if share is None else words.customers.format(percentage(share, words)),
        goal=cleaned(persona.goals[0]) if persona.goals else "",
        chosen=persona.id == chosen,
    )


def _counts(cards: tuple[Card, ...]) -> tuple[int, ...]:
    return tuple(sum(c.mark == mark for c in cards) for mark in MARKS)
