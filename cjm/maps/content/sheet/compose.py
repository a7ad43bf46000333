"""Journeys → Sheet: what a map sheet says, before anything has a place."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from cjm.errors import UsageError
from cjm.i18n import say
from cjm.maps.content.compose import compose
from cjm.maps.content.model import Card, Diagram
from cjm.maps.content.sheet.arrangement import Run, arranged, merged
from cjm.maps.content.sheet.cells import CELLS, Subject, shared_improvements
from cjm.maps.content.sheet.headings import (
    Paired,
    header_of_pair,
    header_of_personas,
    heads_of_pair,
)
from cjm.maps.content.sheet.lanes import chosen_lanes
from cjm.maps.content.sheet.model import Group, Lane, Other, Plot, Sheet
from cjm.maps.content.sheet.plots import plots_of
from cjm.maps.content.sheet.words import sheet_words
from cjm.maps.content.words import words_of
from cjm.tuples import NamedTuple

if TYPE_CHECKING:
    from cjm.analysis import Analysis
    from cjm.journey import Journey


class _Side(NamedTuple):
    """One of the journeys on the sheet."""

    analysis: Analysis
    diagram: Diagram


def sheet_of(
    journey: Journey,
    personas: tuple[str, ...] = (),
    language: str | None = None,
    lanes: Iterable[str] | None = None,
    compare: Journey | None = None,
) -> Sheet:
    """The sheet of a journey, as several personas live it, or beside its other state.

    Raises UsageError for a lane or persona that does not exist, and where `compare` is not the
    same journey in its other state.
    """
    from cjm.analysis import analyze

    names = chosen_lanes(lanes)
    personas = tuple(dict.fromkeys(personas))
    if compare is not None:
        _check_pair(journey, compare, personas)
    one = personas[0] if len(personas) == 1 else None
    analyses = [analyze(j, one) for j in (journey, compare) if j is not None]
    language = language or journey.language
    journeys = tuple(a.journey for a in analyses)
    sides = [_Side(a, compose(a.journey, a, language, journeys)) for a in analyses]
    shown = tuple(analyze(journey, p) for p in personas) if len(personas) > 1 else tuple(analyses)
    if compare is not None:
        shown = tuple(sorted(shown, key=lambda a: a.journey.state))  # as-is, then to-be
    return _composed(sides, shown, names, whole=lanes is None)


def _check_pair(journey: Journey, compare: Journey, personas: tuple[str, ...]) -> None:
    if journey.id != compare.id or journey.state == compare.state:
        raise UsageError(
            say(
                "{one} ({state}) and {other} ({other_state}) are no pair",
                one=journey.id,
                state=journey.state,
                other=compare.id,
                other_state=compare.state,
            ),
            help=say("compare two files of one id, one of state as-is and one of to-be"),
        )
    if journey.scale != compare.scale:
        raise UsageError(
            say("the two states of {id} have different scales", id=journey.id),
            help=say("give both the same scale"),
        )
    if len(personas) > 1:
        raise UsageError(
            say("two states cannot be compared for several personas at once"),
            help=say("name one persona, or leave --compare out"),
        )


def _composed(
    sides: list[_Side], shown: tuple[Analysis, ...], names: tuple[str, ...], whole: bool
) -> Sheet:
    diagram, journey = sides[0].diagram, sides[0].analysis.journey
    words, texts = words_of(diagram.language), sheet_words(diagram.language)
    runs = _runs(sides)
    cards = _cards(sides, runs)
    columns = {card.id: i for i, card in enumerate(cards) if card is not None}
    plots = plots_of(shown, columns, words, texts)
    subjects = _subjects(sides, cards, plots)
    lanes = (_lane(name, subjects, texts.lanes[name]) for name in names)
    return Sheet(
        diagram=_headed(sides, shown)._replace(assumed=any(s.diagram.assumed for s in sides)),
        columns=cards,
        groups=_groups(sides, runs),
        lanes=tuple(lane for lane in lanes if _says(lane)),
        plots=plots,
        whole=whole,
        shared=shared_improvements(journey, words, texts) if "improvements" in names else (),
        shared_title=texts.shared,
    )


def _runs(sides: list[_Side]) -> list[Run]:
    """The columns of one journey, or of both."""
    ids = merged(*[[c.id for c in s.diagram.cards] for s in (sides[0], sides[-1])])
    stages = merged(*[[h.id for h in s.diagram.stages] for s in (sides[0], sides[-1])])
    found = {c.id: c for side in reversed(sides) for c in side.diagram.cards}
    return arranged(stages, [(id, found[id].stage) for id in ids])


def _cards(sides: list[_Side], runs: list[Run]) -> tuple[Card | None, ...]:
    found = {c.id: c for side in reversed(sides) for c in side.diagram.cards}
    return tuple(None if id is None else found[id] for _, ids in runs for id in ids)


def _headed(sides: list[_Side], shown: tuple[Analysis, ...]) -> Diagram:
    """The diagram with a header that says whose curves stand side by side."""
    diagram = sides[0].diagram
    if len(sides) > 1:
        return diagram._replace(header=header_of_pair(_by_state(sides)))
    if len(shown) > 1:
        return diagram._replace(header=header_of_personas(diagram, [a.persona for a in shown]))
    return diagram


def _by_state(sides: list[_Side]) -> list[Paired]:
    """As-is, then to-be."""
    ordered = sorted(sides, key=lambda side: side.analysis.journey.state)
    return [(side.analysis.journey.state, side.diagram) for side in ordered]


def _groups(sides: list[_Side], runs: list[Run]) -> tuple[Group, ...]:
    heads = heads_of_pair(_by_state(sides)) if len(sides) > 1 else sides[0].diagram.stages
    found = {head.id: head for head in heads}
    groups, first = [], 0
    for stage, ids in runs:
        groups.append(Group(first, first + len(ids), found[stage] if stage else None))
        first += len(ids)
    return tuple(groups)


def _subjects(
    sides: list[_Side], cards: tuple[Card | None, ...], plots: tuple[Plot, ...]
) -> list[Subject | None]:
    """Each column's touchpoint in the journey that has it, our own first."""
    words, texts = words_of(sides[0].diagram.language), sheet_words(sides[0].diagram.language)
    homes = {c.id: side for side in reversed(sides) for c in side.diagram.cards}
    both = _in_both(sides)
    subjects: list[Subject | None] = []
    for column, card in enumerate(cards):
        if card is None:
            subjects.append(None)
            continue
        analysis = homes[card.id].analysis
        state = words.states[analysis.journey.state]
        note = "" if card.id in both else texts.only.format(state)
        path = analysis.likely_path
        likely = path is not None and card.id in path.touchpoints
        others = _others(column, plots)
        subjects.append(Subject(analysis, card, words, texts, likely, note, others))
    return subjects


def _in_both(sides: list[_Side]) -> set[str]:
    """Touchpoints that every journey on the sheet has."""
    return set.intersection(*({c.id for c in side.diagram.cards} for side in sides))


def _others(column: int, plots: tuple[Plot, ...]) -> tuple[Other, ...]:
    """C on each of several curves in a column."""
    curves = [curve for plot in plots for curve in plot.curves]
    if len(curves) < 2:
        return ()
    return tuple(
        Other(
            curve.initial,
            node.gap,
            node.mark,
            curve.dashed if len(plots) == 1 else None,
            node.text,
        )
        for curve in curves
        for node in curve.nodes
        if node.column == column and node.gap is not None
    )


def _lane(name: str, subjects: list[Subject | None], title: str) -> Lane:
    if name == "curve":
        return Lane(name, title)
    fill = CELLS[name]
    return Lane(name, title, tuple(fill(s) if s is not None else None for s in subjects))


def _says(lane: Lane) -> bool:
    """Whether the journey has anything to say in the lane."""
    return lane.name == "curve" or any(lane.cells)
