"""The legend: what occurs on this map and what it means, nothing else."""

from __future__ import annotations

from cjm.i18n import Message, numbers, say, translate
from cjm.i18n.glossary import capitalized
from cjm.maps.content.model import Diagram
from cjm.maps.content.numbers import percentage
from cjm.maps.content.samples import LegendEntry, Sample, SampleKind
from cjm.maps.content.words import Words

Samples = tuple[Sample, ...]


def legend_of(diagram: Diagram, words: Words) -> tuple[LegendEntry, ...]:
    """The legend's entries for what the diagram holds, in reading order."""
    entries = [
        LegendEntry(words.levels_heading, _levels(diagram, words)),
        _scores(diagram, words),
        _transitions(diagram, words),
        LegendEntry(words.drop_off_heading, _drop_offs(diagram, words)),
        LegendEntry(capitalized(words.doom_loop), *_loops(diagram, words)),
        _moments(diagram, words),
        LegendEntry(words.start_heading, _starts(diagram, words)),
        LegendEntry(words.outcomes, _outcomes(diagram, words)),
        LegendEntry(words.assumed_heading, _assumed(diagram, words)),
    ]
    return tuple(e for e in entries if e.samples)


def _levels(diagram: Diagram, words: Words) -> Samples:
    if diagram.measure != "gap":
        return ()
    marks = {c.mark for c in diagram.cards}
    names = ("disappointment", "satisfaction", "delight", "unmeasured")
    return tuple(Sample("level", str(getattr(words, m)), m) for m in names if m in marks)


def _scores(diagram: Diagram, words: Words) -> LegendEntry:
    """Both scores and the gap between them, or the one there is."""
    if diagram.measure == "gap":
        return LegendEntry(words.scores_heading, (Sample("scores", ""),))
    heading = capitalized(str(getattr(words, diagram.measure))) if diagram.measure else ""
    letter = words.b if diagram.measure == "experience" else words.o
    one = (Sample("scores", letter, diagram.measure),) if diagram.measure else ()
    return LegendEntry(heading, one)


def _transitions(diagram: Diagram, words: Words) -> LegendEntry:
    """What widths say: shares, or, of a lived flow, how often a move was made."""
    if diagram.busiest is None:
        return LegendEntry(words.transitions_heading, _widths(diagram, words))
    heading = translate(say("Lived: how often, share of visits (declared)"), diagram.language)
    kinds = {arrow.lived for arrow in diagram.arrows}
    count = numbers.quantity(diagram.busiest, words.marks, largest=numbers.BEYOND)
    samples = [Sample("transition", count, share=1.0)] if diagram.busiest else []
    undeclared = say("not declared")
    if diagram.least:
        undeclared = say("not declared, from {least} of visits", least=diagram.least)
    told: tuple[tuple[SampleKind, Message], ...] = (
        ("undeclared", undeclared),
        ("unused", say("never taken")),
    )
    samples += [Sample(k, translate(text, diagram.language)) for k, text in told if k in kinds]
    return LegendEntry(heading, tuple(samples))


def _widths(diagram: Diagram, words: Words) -> Samples:
    """Two widths to compare with, where there are transitions, and the likely path."""
    if not diagram.arrows:
        return ()
    widths = tuple(Sample("transition", percentage(p, words, False), share=p) for p in (0.1, 1.0))
    likely = any(a.likely and not a.loop for a in diagram.arrows)
    return (*widths, Sample("likely", words.likely_path)) if likely else widths


def _drop_offs(diagram: Diagram, words: Words) -> Samples:
    return (Sample("drop-off", words.share),) if any(c.drop_off for c in diagram.cards) else ()


def _loops(diagram: Diagram, words: Words) -> tuple[Samples, Samples]:
    """What a halo means, and how many loops have none; the same in fewer words."""
    if not diagram.loops:
        return (), ()
    more = diagram.unmarked_loops
    unmarked = [words.loop_more.format(more)] if more else []
    long, brief = (", ".join([text, *unmarked]) for text in (words.loop_meaning, words.loop_brief))
    return (Sample("loop", long),), (Sample("loop", brief),)


def _moments(diagram: Diagram, words: Words) -> LegendEntry:
    """Those that disappoint, and the others, where that is known."""
    found = {card.negative for card in diagram.cards if card.reasons}
    if diagram.measure != "gap":
        sample = (Sample("moment", words.and_why),) if found else ()
        return LegendEntry(capitalized(words.moment_of_truth), sample)
    texts = {True: words.moment_negative, False: words.moment_other}
    kinds = {True: "negative", False: ""}
    samples = (Sample("moment", texts[k], kinds[k]) for k in (True, False) if k in found)
    return LegendEntry(words.moment_heading, tuple(samples))


def _starts(diagram: Diagram, words: Words) -> Samples:
    """Full cards have the word beside the marker; compact ones only the marker."""
    return (Sample("start", words.start.lower()),) if diagram.compact else ()


def _outcomes(diagram: Diagram, words: Words) -> Samples:
    used = {c.outcome for c in diagram.cards}
    names = ("success", "failure", "neutral")
    return tuple(Sample("outcome", words.ends[o], o) for o in names if o in used)


def _assumed(diagram: Diagram, words: Words) -> Samples:
    """What ≈ means, where a figure bears it."""
    return (Sample("assumed", words.assumed),) if diagram.assumed else ()
