"""Headings: the analysis as the figures above the map and above each stage."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from cjm.analysis.obstacles import OBSTACLES
from cjm.analysis.stages import read_together
from cjm.i18n import plural, translate
from cjm.i18n.numbers import unbounded
from cjm.maps.content.facts import facts_of, origin_of, stage_facts
from cjm.maps.content.model import (
    Answer,
    Card,
    End,
    Figure,
    Header,
    Mark,
    Part,
    StageHead,
    mark_of,
)
from cjm.maps.content.numbers import percentage, total
from cjm.maps.content.portraits import portraits_of
from cjm.maps.content.verdict import verdict_of
from cjm.maps.content.words import Words
from cjm.maps.scene.text import cleaned
from cjm.rounding import rounded

if TYPE_CHECKING:
    from cjm.analysis import Analysis
    from cjm.journey import Journey
    from cjm.project.workspace import Workspace

MARKS: tuple[Mark, ...] = ("disappointment", "satisfaction", "delight", "unmeasured")
ENDS: tuple[End, ...] = ("success", "drop_off", "failure", "neutral")


def header_of(
    analysis: Analysis,
    cards: tuple[Card, ...],
    words: Words,
    asked: tuple[str, ...] = (),
    workspace: Workspace | None = None,
    *,
    shown: bool = True,
) -> Header:
    """What stands above the map: whose scores, what it comes to, how customers end.

    Of the personas those that were `asked` for, where these are several, else all. One that is not
    `shown` has neither figures nor verdict, which may be dear.
    """
    journey = analysis.journey
    eyebrow = [words.eyebrow, words.states[journey.state]]
    if analysis.persona is not None:
        name = cleaned(journey.persona(analysis.persona).name) or cleaned(analysis.persona)
        eyebrow.append(words.lived_by.format(name))
    return Header(
        eyebrow=" · ".join(eyebrow),
        title=cleaned(journey.title) or cleaned(journey.id),
        description=cleaned(journey.description or ""),
        portraits=portraits_of(analysis, words, asked),
        figures=_figures(analysis, cards, words) if shown else (),
        bar=_bar(analysis, words),
        note=_note(analysis, cards, words),
        verdict=verdict_of(analysis, cards, words) if shown else (),
        origin=origin_of(journey, words),
        facts=facts_of(analysis, words),
        philosophy=tuple(_answers(workspace, words)) if workspace else (),
    )


def _answers(workspace: Workspace, words: Words) -> Iterator[Answer]:
    """The service philosophy, in the workspace's language, where the map may be in another."""
    for question, answer in workspace.philosophy:
        if told := cleaned(answer):
            foreign = workspace.language != words.language and _is_of(told, workspace.language)
            yield Answer(words.philosophies[question], told, workspace.language if foreign else "")


def _is_of(text: str, language: str) -> bool:
    """Whether its letters are those of a language: a workspace need not say which it is in."""
    return any("\u0400" <= sign <= "\u04ff" for sign in text) is (language == "ru")


def counts_of(cards: tuple[Card, ...]) -> tuple[int, ...]:
    """How many cards have each of MARKS."""
    return tuple(sum(c.mark == mark for c in cards) for mark in MARKS)


def _gaps(cards: tuple[Card, ...]) -> bool:
    """Whether C is known anywhere."""
    return any(card.measure == "gap" for card in cards)


def _figures(analysis: Analysis, cards: tuple[Card, ...], words: Words) -> tuple[Figure, ...]:
    """Balance, disappointed, success; the levels' counts where there is no flow to speak of."""
    if analysis.flow is None:
        counts = zip(MARKS, counts_of(cards), strict=True) if _gaps(cards) else ()
        levels = [Figure(str(n), str(getattr(words, m)), m) for m, n in counts if n]
        return (Figure(str(len(cards)), plural(len(cards), words.touchpoints)), *levels)
    figures = []
    balance = analysis.balance
    if balance is not None:
        text = total(balance, words, analysis.is_assumed("balance"))
        figures.append(Figure(text, words.balance, mark_of(balance)))
    if unhappy := analysis.disappointed:
        assumed = analysis.is_assumed("disappointed")
        share = percentage(unhappy.share, words, assumed)
        if analysis.on_average:
            label = words.below if analysis.on_average == "below" else words.not_below
            figures.append(Figure(words.on_average, label))
        else:
            simulated = not unhappy.exact and not assumed  # one sign for either
            share = unbounded(share) if simulated else share
            figures.append(Figure(share, words.disappointed, simulated=simulated))
    outcomes = analysis.outcomes
    if any(p.is_exit and p.outcome == "success" for p in analysis.journey.touchpoints):
        assumed = analysis.is_assumed("outcomes.success")
        success = percentage(outcomes["success"] or 0, words, assumed)
        figures.append(Figure(success, words.reach_success))
    elif not _declared(analysis.journey):
        end = rounded(1 - (outcomes["drop_off"] or 0))
        assumed = analysis.is_assumed("outcomes.drop_off")
        figures.append(Figure(percentage(end, words, assumed), words.reach_end))
    return tuple(figures)


def _declared(journey: Journey) -> bool:
    """Whether some exit says how it ends."""
    return any(p.is_exit and p.outcome is not None for p in journey.touchpoints)


def _bar(analysis: Analysis, words: Words) -> tuple[Part, ...]:
    """How customers end, as parts of all; nothing where that cannot be computed."""
    shares = {end: analysis.outcomes[end] or 0 for end in ENDS}
    labels = dict(words.ends)
    if not _declared(analysis.journey):
        labels["neutral"] = words.reached_end
    return tuple(
        Part(
            share,
            end,
            labels[end],
            percentage(share, words, analysis.is_assumed(f"outcomes.{end}")),
        )
        for end, share in shares.items()
        if rounded(share) > 0
    )


def _note(analysis: Analysis, cards: tuple[Card, ...], words: Words) -> str:
    """What the figures leave out: touchpoints without scores, or customers without a way out."""
    if analysis.flow is None:
        held = [c.title for trap in analysis.traps for c in cards if c.id in trap]
        return words.trap_note.format(", ".join(held)) if held else _obstacle(analysis, words)
    notes = [] if _gaps(cards) else [words.only[cards[0].measure]]
    if missing := sum(card.missing for card in cards):
        notes.append(words.unmeasured_note.format(missing, len(cards)))
    coverage = analysis.coverage or 0
    if 0 < rounded(coverage) < 1:
        assumed = analysis.is_assumed("coverage")
        notes.append(words.covered.format(percentage(coverage, words, assumed)))
    return ", ".join(notes)


def _obstacle(analysis: Analysis, words: Words) -> str:
    """Why there is no flow, and what that means."""
    if analysis.obstacle is None:
        return words.no_flow_note
    why = translate(OBSTACLES[analysis.obstacle], words.language)
    return f"{why[0].upper()}{why[1:]}. {words.no_flow_note}"


def stage_heads(analysis: Analysis, words: Words) -> tuple[StageHead, ...]:
    """The stages, where any touchpoint has one; a map without them has no bands."""
    journey = analysis.journey
    if all(p.stage is None for p in journey.touchpoints):
        return ()
    stages = [s for s in analysis.stages if s.id is not None]
    totals = [s.impact for s in stages]
    if all(p.stage is not None for p in journey.touchpoints):
        totals = read_together(totals, analysis.balance)
    return tuple(
        StageHead(
            id=s.id,
            title=f"{i}. {cleaned(s.title) or cleaned(s.id)}",
            goal=cleaned(s.goal or ""),
            balance="" if added is None else total(added, words, "impact" in figures.assumed),
            mark=mark_of(added),
            facts=stage_facts(s, words),
        )
        for i, (s, figures, added) in enumerate(zip(journey.stages, stages, totals, strict=True), 1)
    )
