"""The verdict: what a journey comes to, in a sentence or a few."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from cjm.analysis.money import customers_of
from cjm.analysis.one_score import Extreme, Side, highest, lowest, only_side
from cjm.i18n.characters import head
from cjm.maps.content.facts import people
from cjm.maps.content.model import Card, Told, mark_of
from cjm.maps.content.numbers import number, score, total
from cjm.maps.content.words import Words
from cjm.maps.scene.text import cleaned
from cjm.rounding import rounded

if TYPE_CHECKING:
    from cjm.analysis import Analysis, TouchpointFigures

LONGEST_NAME = 60
"""Letters of a title inside a sentence, which shall still be one."""
MOST_NAMED = 2
"""Of more that tie, one is named and the others are counted."""


def verdict_of(analysis: Analysis, cards: Sequence[Card], words: Words) -> tuple[Told, ...]:
    """The balance, how many are disappointed, the worst moment and the first step.

    Where there are no gaps, the lowest and the highest experience; nothing where that is unknown.
    """
    by_id = {card.id: card for card in cards}
    if analysis.balance is None:
        sentences = [_lived(analysis, words)]
    else:
        sentences = [
            _balance(analysis, words),
            _worst(analysis, by_id, words),
            _first_step(analysis, words),
        ]
    told: list[Told] = []
    for sentence in filter(None, sentences):
        told += [Told(" "), *sentence] if told else sentence
    return tuple(told)


Sentence = list[Told]


def filled(template: str, *parts: Told | Sentence) -> Sentence:
    """A sentence with its parts in the places of `{}`.

    >>> [t.text for t in filled("From {} on.", Told("here", bold=True))]
    ['From ', 'here', ' on.']
    """
    told: Sentence = []
    first, *others = template.split("{}")
    told.append(Told(first))
    for part, text in zip(parts, others, strict=True):
        told += [part] if isinstance(part, Told) else part
        told.append(Told(text))
    return [t for t in told if t.text]


def _balance(analysis: Analysis, words: Words) -> Sentence:
    balance = Told(
        total(analysis.balance or 0.0, words, analysis.is_assumed("balance")),
        bold=True,
        mark=mark_of(analysis.balance),
    )
    if analysis.persona is None:
        sentence = filled(words.average_ends, balance)
    else:
        persona = analysis.journey.persona(analysis.persona)
        name = _named(persona.name or persona.id, words)
        sentence = filled(words.persona_ends, Told(name, bold=True), balance)
    return [*sentence, *_disappointed(analysis, words), Told(".")]


def _disappointed(analysis: Analysis, words: Words) -> Sentence:
    """How many are; in words, where only the mean tells and no number of people is known."""
    unhappy = analysis.disappointed
    if unhappy is None:
        return []
    count = customers_of(analysis.journey, analysis.persona)
    if analysis.on_average and (count is None or not unhappy.share):
        side = words.below if analysis.on_average == "below" else words.not_below
        return [Told(f", {words.on_average} {side}")]
    assumed = analysis.is_assumed("disappointed")
    share = words.estimate(unhappy.share, unhappy.exact, assumed)
    told = [Told("; "), *filled(words.leave_disappointed, Told(share, bold=True))]
    if count is not None:
        so_many = people(unhappy.share * count, analysis, words, assumed)
        told.append(Told(f" ({so_many if assumed else words.roughly(so_many)})"))
    return told


def _worst(analysis: Analysis, cards: dict[str, Card], words: Words) -> Sentence:
    """The touchpoint that takes most, what is expected and received there, and by how many."""
    negative = analysis.negative_moments_of_truth
    if not negative:
        return _nowhere(analysis, words)
    least = min(rounded(analysis[id].impact or 0.0) for id in negative)
    tied = [id for id in negative if rounded(analysis[id].impact or 0.0) == least]
    figures, card = analysis[tied[0]], cards[tied[0]]
    name = Told(_named(card.title, words), bold=True)
    if least >= 0:
        return []  # nobody comes there
    if len(tied) == 1:
        sentence = filled(words.worst, name)
    else:
        count = words.counts.get(len(tied), str(len(tied)))
        sentence = filled(words.worst_tied, Told(count), name)
    sentence += [Told(": "), *_gap(figures, card, words)]
    if card.reach is not None and rounded(card.reach) < 1:
        sentence.append(Told("; " + words.come_here.format(card.reach_text)))
    return [*sentence, Told(".")]


def _gap(figures: TouchpointFigures, card: Card, words: Words) -> Sentence:
    """O and B, and what the personas' C is on the mean where that is another one.

    What it adds to the balance where O and B do not show why it takes something.
    """
    if figures.gap is not None and rounded(figures.gap) < 0:
        expected, received = (Told(t) for t in (card.expectation_text, card.experience_text))
        told = filled(words.awaited, expected, received)
        return [*told, Told(f"; {card.mean_text}")] if card.mean_text else told
    return filled(
        words.adding, Told(total(figures.impact or 0.0, words, figures.is_assumed("impact")))
    )


def _nowhere(analysis: Analysis, words: Words) -> Sentence:
    """That nothing is below expectation, where that is so."""
    measured = [f.gap for f in analysis.touchpoints if f.gap is not None]
    if not measured or rounded(min(measured)) < 0:
        return []
    everywhere = len(measured) == len(analysis.touchpoints)
    return [Told(words.nowhere if everywhere else words.nowhere_measured)]


def _first_step(analysis: Analysis, words: Words) -> Sentence:
    if not analysis.journey.improvements:
        return []
    from cjm.analysis.first_step import first_step

    step = first_step(analysis)
    if step is None:
        return []
    text = total(step.balance, words, step.assumed)
    if text == total(analysis.balance or 0.0, words, analysis.is_assumed("balance")):
        return []  # what cannot be read is no step
    names = [i.title or i.id for i in (step.improvements or ())]
    if step.equal:
        named = _joined([*names, *(i.title or i.id for i in step.equal)], words, words.either)
    else:
        named = _joined(names, words, words.both)
    return filled(words.first_step, named, Told(text, bold=True, mark=mark_of(step.balance)))


def _joined(names: Sequence[str], words: Words, template: str) -> Sentence:
    """One name, two, or the first and how many more."""
    told = [Told(_named(name, words), bold=True) for name in names[:MOST_NAMED]]
    if len(names) == 1:
        return told
    if len(names) == MOST_NAMED:
        return filled(template, *told)
    if template == words.either:
        count = words.counts.get(len(names), str(len(names)))
        return filled(words.one_of, told[0], Told(count))
    more = words.and_more.format(len(names) - MOST_NAMED)
    return [told[0], Told(", "), told[1], Told(f" {more}")]


def _lived(analysis: Analysis, words: Words) -> Sentence:
    """The lowest and the highest experience, where nothing but that was measured."""
    if analysis.flow is None or not analysis.unmeasured:
        return []
    if only_side(analysis.touchpoints) != "experience":
        return []
    low, high = (pick(analysis.touchpoints, "experience") for pick in (lowest, highest))
    if rounded(low.score) == rounded(high.score):
        return []
    ends = [Told(number(end, words)) for end in analysis.journey.scale]
    return [
        *filled(words.lowest, *_at(low, analysis, words), *ends),
        Told("; "),
        *filled(words.highest, *_at(high, analysis, words)),
        Told("."),
    ]


def extreme_of(analysis: Analysis, side: Side, words: Words) -> tuple[Told, ...]:
    """Where a persona's experience is lowest, or its expectation highest; nothing if unmeasured."""
    if only_side(analysis.touchpoints) != side:
        return ()
    if side == "experience":
        template, found = words.persona_lowest, lowest(analysis.touchpoints, side)
    else:
        template, found = words.persona_highest, highest(analysis.touchpoints, side)
    return tuple(filled(template, *_at(found, analysis, words)))


def _at(found: Extreme, analysis: Analysis, words: Words) -> Iterator[Told | Sentence]:
    """Where a score is that value, and the value."""
    titles = [analysis.journey[id].title or id for id in found.touchpoints]
    yield _joined(titles, words, words.both)
    yield Told(score(found.score, words, found.digits), bold=True)


def _named(title: str, words: Words) -> str:
    """A title in quotation marks, cut at a word where it would be all of the sentence."""
    text = cleaned(title)
    if text.startswith("«") and text.endswith("»"):
        text = text[1:-1]
    if len(text) > LONGEST_NAME:
        text = head(text, LONGEST_NAME).rsplit(" ", 1)[0].rstrip(" ,.;:—–-") + "…"
    return words.quoted.format(text)
