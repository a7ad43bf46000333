"""Journey and analysis → Diagram: what a map says, before anything has a place."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING
from weakref import WeakKeyDictionary

from cjm.analysis.digits import digits_of
from cjm.i18n.characters import head
from cjm.i18n.durations import duration
from cjm.i18n.glossary import capitalized
from cjm.i18n.numbers import mean_gap
from cjm.i18n.ties import long_reasons, short_reasons
from cjm.maps.content.addresses import led_to
from cjm.maps.content.heading import header_of, stage_heads
from cjm.maps.content.legend import legend_of
from cjm.maps.content.loops import doom_loops, rounds
from cjm.maps.content.model import Arrow, Card, Diagram, Measure
from cjm.maps.content.numbers import gap, number, percentage, score
from cjm.maps.content.summary import summary_of
from cjm.maps.content.words import Words, words_of
from cjm.maps.scene.icons import icon_of
from cjm.maps.scene.text import ELLIPSIS, cleaned

if TYPE_CHECKING:
    from cjm.analysis import Analysis, TouchpointFigures
    from cjm.analysis.transitions import TransitionFigures
    from cjm.journey import Journey, Touchpoint
    from cjm.project.workspace import Workspace

FULL_CARDS = 25
"""A journey with more touchpoints than this gets compact cards."""
Pair = tuple[str, str]
LONGEST_LABEL = 40
"""Letters of a transition's label in a picture; what it says beyond stands in its title."""


def compose(
    journey: Journey,
    analysis: Analysis,
    language: str | None = None,
    beside: tuple[Journey, ...] = (),
    personas: tuple[str, ...] = (),
    workspace: Workspace | None = None,
    heading: bool = True,
) -> Diagram:
    """The diagram of a journey in a language, by default the journey's own.

    Scores are written in the digits that they and those `beside` need together. The heading shows
    the `personas` asked for, and the philosophy of the `workspace`; without `heading` its figures
    may be left out. While somebody holds the analysis its diagrams are kept: the pages of one
    journey draw it many times.
    """
    language = language or journey.language
    beside = tuple(other for other in beside if other is not journey)
    personas = personas if len(personas) > 1 else ()
    asked = (language, tuple(map(id, beside)), personas, id(workspace), True)
    kept = _COMPOSED.setdefault(analysis, {})
    if asked not in kept and not heading:
        asked = (*asked[:-1], False)
    if asked not in kept:
        diagram = _composed(journey, analysis, language, beside, personas, workspace, heading)
        kept[asked] = (diagram, beside, workspace)  # who is held keeps its id
    return kept[asked][0]


_COMPOSED: WeakKeyDictionary[Analysis, dict[object, tuple[Diagram, object, object]]] = (
    WeakKeyDictionary()
)


def _composed(
    journey: Journey,
    analysis: Analysis,
    language: str,
    beside: tuple[Journey, ...],
    personas: tuple[str, ...],
    workspace: Workspace | None,
    heading: bool,
) -> Diagram:
    words = words_of(language)
    digits = digits_of(journey, *beside)
    cards = tuple(
        _card(analysis, p, analysis[p.id], words, digits[p.id]) for p in journey.touchpoints
    )
    measure = measure_of((analysis,))
    cards = tuple(with_measure(card, measure, words) for card in cards)
    marked, unmarked = doom_loops(analysis, cards, words)
    likely = analysis.likely_path.touchpoints if analysis.likely_path else ()
    on_likely = frozenset(pairwise(likely))
    in_loops = frozenset(p for loop in analysis.loops for p in rounds(loop.touchpoints))
    arrows = tuple(_arrow(journey, way, words, on_likely, in_loops) for way in analysis.transitions)
    diagram = Diagram(
        id=journey.id,
        language=language,
        summary="",
        header=header_of(analysis, cards, words, personas, workspace, shown=heading),
        cards=cards,
        arrows=arrows,
        stages=stage_heads(analysis, words),
        loops=marked,
        unmarked_loops=unmarked,
        likely=likely,
        scale=journey.scale,
        tolerance=journey.tolerance,
        persona=analysis.persona,
        compact=len(cards) > FULL_CARDS,
        assumed=analysis.moved is not None,
        measure=measure,
    )
    summary = summary_of(diagram, analysis, words)
    return diagram._replace(summary=summary, legend=legend_of(diagram, words))


def _card(
    analysis: Analysis, point: Touchpoint, figures: TouchpointFigures, words: Words, digits: int
) -> Card:
    journey, tied = analysis.journey, analysis.tied
    why = figures.moment_of_truth
    channel = next((c for c in journey.channels if c.id == point.channel), None)
    starts = [s for s in journey.start if s.touchpoint == point.id]
    leaving = percentage(figures.leaving, words, figures.is_assumed("leaving"))
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
        reasons=tuple(long_reasons(why, tied, analysis.one_ending, words.language)),
        short_reasons=tuple(short_reasons(why, tied, words.language)),
        negative=figures.negative_moment_of_truth,
        reach=figures.reach,
        start=sum(s.share for s in starts) if starts else None,
        outcome=(point.outcome or "neutral") if point.is_exit else None,
        ending=figures.visits if point.is_exit else None,
        drop_off=figures.leaving,
        drop_off_sentence=f"{words.leave}: {leaving}",
        start_text=percentage(sum(s.share for s in starts), words, any(s.assumed for s in starts)),
        ending_text=percentage(figures.visits or 0, words, figures.is_assumed("visits")),
        drop_off_text=leaving,
        reach_text=percentage(figures.reach or 0, words, figures.is_assumed("reach")),
        mean_text=_mean(figures, words, digits),
        facts=_facts(journey, point, words),
        links=_links(point),
    )
    return _with_texts(card, words, digits)


def _with_texts(card: Card, words: Words, digits: int) -> Card:
    """The card with O, B and C as they are written."""
    o, b = card.expectation, card.experience
    return card._replace(
        expectation_text=words.not_available if o is None else score(o, words, digits),
        experience_text=words.not_available if b is None else score(b, words, digits),
        gap_text=words.not_available if o is None or b is None else gap(o, b, words, digits),
    )


def measure_of(analyses: tuple[Analysis, ...]) -> Measure:
    """What a map of these can show: C where any touchpoint has both scores, else the one known."""
    figures = [f for analysis in analyses for f in analysis.touchpoints]
    measures: tuple[Measure, ...] = ("gap", "experience", "expectation")
    known = (m for m in measures if any(getattr(f, m) is not None for f in figures))
    return next(known, "")


def with_measure(card: Card, measure: Measure, words: Words) -> Card:
    """The card on a map that shows so much of the scores, and its sentence."""
    card = card._replace(measure=measure)
    return card._replace(sentence=_sentence(card, words))


def _sentence(card: Card, words: Words) -> str:
    """All that a card says, and what only a full card has room for, in sentences."""
    scores = ", ".join(_scores(card, words))
    facts = (*filter(None, (card.mean_text,)), *card.facts)
    sentences = [f"{card.title}: {scores}" if scores else card.title]
    sentences += filter(None, (card.channel, capitalized(", ".join(facts))))
    if card.reasons:
        sentences.append(f"{capitalized(words.moment_of_truth)}: {', '.join(card.reasons)}")
    if card.start is not None:
        sentences.append(f"{words.start}: {card.start_text}")
    if card.drop_off:
        sentences.append(card.drop_off_sentence)
    if card.reach is not None and card.ending is None and card.start != 1:
        sentences.append(words.reach.format(card.reach_text))
    if card.outcome:
        sentences.append(capitalized(words.ends[card.outcome]))
    if card.ending is not None:
        sentences.append(words.ending.format(card.ending_text))
    return " ".join(s if s.endswith((".", "!", "?", "…")) else s + "." for s in sentences)


def _scores(card: Card, words: Words) -> list[str]:
    """O, B and C in words, as far as the map shows them."""
    o = words.unmeasured if card.expectation is None else card.expectation_text
    b = words.unmeasured if card.experience is None else card.experience_text
    told = {
        "expectation": f"{words.expectation} {o}",
        "experience": f"{words.experience} {b}",
    }
    if card.measure != "gap":
        return [told[card.measure]] if card.measure else []
    if card.expectation is None and card.experience is None:
        return [words.unmeasured]
    level = [f"{words.gap} {card.gap_text}", str(getattr(words, card.mark))]
    return [*told.values(), *(level if card.gap is not None else ())]


def _arrow(
    journey: Journey,
    way: TransitionFigures,
    words: Words,
    on_likely: frozenset[Pair],
    in_loops: frozenset[Pair],
) -> Arrow:
    share = percentage(way.probability, words, "probability" in way.assumed)
    label = cleaned(way.label or "")
    wait = duration(way.wait, words.language, words.marks) if way.wait else ""
    pair = (way.source, way.target)
    start, end = (cleaned(p.title) or cleaned(p.id) for p in (journey[id] for id in pair))
    ends = f"{start} → {end}: {share}"
    more = [text for text in (label, wait) if text]
    more += [words.on_likely_path] if pair in on_likely else []
    more += [words.in_loop] if pair in in_loops else []
    return Arrow(
        source=way.source,
        target=way.target,
        probability=way.probability,
        sentence=", ".join([ends, *more]),
        percentage=share,
        words=", ".join(filter(None, (_cut(label), wait))),
        whole=", ".join(filter(None, (label, wait))),
        loop=pair in in_loops,
        likely=pair in on_likely,
    )


def _cut(label: str) -> str:
    """A label as a picture has room for it."""
    if len(label) <= LONGEST_LABEL:
        return label
    return head(label, LONGEST_LABEL).rsplit(" ", 1)[0].rstrip(" ,.;:—–-") + ELLIPSIS


def _mean(figures: TouchpointFigures, words: Words, digits: int) -> str:
    """The mean of the personas' C, where it is another one than the touchpoint's own."""
    sides = (figures.expectation, figures.experience)
    mean = mean_gap(figures.weighted_gap, *sides, words.marks, digits)
    return words.mean_gap.format(mean) if mean else ""


def _facts(journey: Journey, point: Touchpoint, words: Words) -> tuple[str, ...]:
    """What else a card tells."""
    titles = {channel.id: cleaned(channel.title) or channel.id for channel in journey.channels}
    others = ", ".join(titles.get(id, id) for id in point.channels[1:])
    lasts = duration(point.duration, words.language, words.marks) if point.duration else ""
    importance = "" if point.importance == 1 else number(point.importance, words)
    return tuple(
        filter(
            None,
            (
                words.also_in.format(others) if others else "",
                words.lasts.format(lasts) if lasts else "",
                words.importance.format(importance) if importance else "",
            ),
        )
    )


def _links(point: Touchpoint) -> tuple[tuple[str, str], ...]:
    """Links that can be followed, by their names."""
    addresses = ((cleaned(link.id), led_to(link.url)) for link in point.links)
    return tuple((id, url) for id, url in addresses if url)
