"""Journeys → Sheet: what a map sheet says, before anything has a place."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import TYPE_CHECKING

from cjm.errors import UsageError
from cjm.i18n import say
from cjm.maps.content.compose import compose, measure_of, with_measure
from cjm.maps.content.initials import initials_of
from cjm.maps.content.model import Card, Diagram, Measure
from cjm.maps.content.sheet.actions import shared_lanes
from cjm.maps.content.sheet.arrangement import Run, arranged, merged
from cjm.maps.content.sheet.cells import CELLS
from cjm.maps.content.sheet.facts import facts_of
from cjm.maps.content.sheet.headings import (
    Paired,
    header_of_pair,
    header_of_personas,
    heads_of_pair,
    titled_alike,
)
from cjm.maps.content.sheet.holes import hole_of
from cjm.maps.content.sheet.lanes import chosen_lanes, held_keys, titles_of, unreadable
from cjm.maps.content.sheet.model import Cell, Group, Lane, Other, Plot, Sheet, Single, Voice
from cjm.maps.content.sheet.pairs import paired
from cjm.maps.content.sheet.plots import plots_of
from cjm.maps.content.sheet.subject import Subject
from cjm.maps.content.sheet.texts import own_lane
from cjm.maps.content.sheet.walks import LIKELY
from cjm.maps.content.sheet.words import sheet_words
from cjm.maps.content.words import words_of
from cjm.tuples import NamedTuple

if TYPE_CHECKING:
    from cjm.analysis import Analysis
    from cjm.journey import Journey
    from cjm.project.workspace import Workspace


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
    workspace: Workspace | None = None,
    path: str = LIKELY,
) -> Sheet:
    """The sheet of a journey, as several personas live it, or beside its other state.

    The line of its curve follows the likely path or the worst.
    Raises UsageError for a lane or persona that does not exist, and where `compare` is not the
    same journey in its other state.
    """
    from cjm.analysis import analyze

    names = chosen_lanes(lanes, [lane.id for lane in journey.lanes], held_keys(journey))
    personas = tuple(dict.fromkeys(personas))
    if compare is not None:
        _check_pair(journey, compare, personas)
    one = personas[0] if len(personas) == 1 else None
    analyses = [analyze(j, one) for j in (journey, compare) if j is not None]
    language = language or journey.language
    journeys = tuple(a.journey for a in analyses)
    sides = [
        _Side(a, compose(a.journey, a, language, journeys, personas, workspace)) for a in analyses
    ]
    shown = tuple(analyze(journey, p) for p in personas) if len(personas) > 1 else tuple(analyses)
    if compare is not None:
        shown = tuple(sorted(shown, key=lambda a: a.journey.state))  # as-is, then to-be
        sides = _titled_alike(sides)
    return _composed(sides, shown, names, path, whole=lanes is None)


def _titled_alike(sides: list[_Side]) -> list[_Side]:
    """The sides, whose touchpoints have one title, the same in whatever state is asked first."""
    states = _by_state(sides)
    titled = titled_alike(_pair(sides))
    found = {id(side): side._replace(diagram=d) for side, d in zip(states, titled, strict=True)}
    return [found[id(side)] for side in sides]


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
    sides: list[_Side],
    shown: tuple[Analysis, ...],
    names: tuple[str, ...],
    path: str,
    whole: bool,
) -> Sheet:
    diagram, journey = sides[0].diagram, sides[0].analysis.journey
    words, texts = words_of(diagram.language), sheet_words(diagram.language)
    runs = _runs(sides)
    measure = measure_of((*shown, *(side.analysis for side in sides)))
    cards = _cards(sides, runs, measure)
    columns = {card.id: i for i, card in enumerate(cards) if card is not None}
    plots = plots_of(shown, columns, measure, words, texts, path) if measure else ()
    voices = _voices(journey, [a.persona for a in shown if a.persona is not None])
    subjects = [_subjects(side, sides, cards, plots, voices) for side in _by_state(sides)]
    groups = _groups(sides, runs)
    titles = titles_of(journey, {**texts.lanes, **texts.measured.get(measure, {})})
    lanes = (_lane(name, titles[name], subjects, groups, sides) for name in names)
    return Sheet(
        diagram=_headed(sides, shown)._replace(
            assumed=any(s.diagram.assumed for s in sides), measure=measure
        ),
        columns=cards,
        groups=groups,
        lanes=tuple(lane for lane in lanes if _says(lane, measure)),
        plots=plots,
        whole=whole,
        shared=shared_lanes(journey, names, words, texts),
        note=unreadable(journey, names),
    )


def _voices(journey: Journey, asked: Sequence[str]) -> dict[str, Voice]:
    """Whose own texts stand beside everybody's: those asked for, by default all.

    None on the sheet of a single persona, whose texts replace everybody's. Every second one is
    dashed, as the portraits are.
    """
    if len(asked) == 1:
        return {}
    initials = initials_of(journey.personas)
    ids = asked or [persona.id for persona in journey.personas]
    return {id: Voice(initials[id], i % 2 == 1) for i, id in enumerate(ids)}


def _runs(sides: list[_Side]) -> list[Run]:
    """The columns of one journey, or of both."""
    ids = merged(*[[c.id for c in s.diagram.cards] for s in (sides[0], sides[-1])])
    stages = merged(*[[h.id for h in s.diagram.stages] for s in (sides[0], sides[-1])])
    found = {c.id: c for side in reversed(sides) for c in side.diagram.cards}
    return arranged(stages, [(id, found[id].stage) for id in ids])


def _cards(sides: list[_Side], runs: list[Run], measure: Measure) -> tuple[Card | None, ...]:
    words = words_of(sides[0].diagram.language)
    cards = (c for side in reversed(sides) for c in side.diagram.cards)
    found = {card.id: with_measure(card, measure, words) for card in cards}
    return tuple(None if id is None else found[id] for _, ids in runs for id in ids)


def _headed(sides: list[_Side], shown: tuple[Analysis, ...]) -> Diagram:
    """The diagram with a header that says whose curves stand side by side."""
    diagram = sides[0].diagram
    if len(sides) > 1:
        return diagram._replace(header=header_of_pair(_pair(sides)))
    if len(shown) > 1:
        return diagram._replace(header=header_of_personas(diagram))
    return diagram


def _by_state(sides: list[_Side]) -> list[_Side]:
    """As-is, then to-be."""
    return sorted(sides, key=lambda side: side.analysis.journey.state)


def _pair(sides: list[_Side]) -> list[Paired]:
    return [(side.analysis.journey.state, side.diagram) for side in _by_state(sides)]


def _groups(sides: list[_Side], runs: list[Run]) -> tuple[Group, ...]:
    heads = heads_of_pair(_pair(sides)) if len(sides) > 1 else sides[0].diagram.stages
    found = {head.id: head for head in heads}
    groups, first = [], 0
    for stage, ids in runs:
        groups.append(Group(first, first + len(ids), found[stage] if stage else None))
        first += len(ids)
    return tuple(groups)


def _subjects(
    side: _Side,
    sides: list[_Side],
    cards: tuple[Card | None, ...],
    plots: tuple[Plot, ...],
    voices: dict[str, Voice],
) -> list[Subject | None]:
    """Each column's touchpoint in one of the journeys; None where it has none."""
    words, texts = words_of(side.diagram.language), sheet_words(side.diagram.language)
    analysis, both = side.analysis, _in_both(sides)
    state, path = words.states[analysis.journey.state], analysis.likely_path
    own = {card.id: card for card in side.diagram.cards}
    points = {point.id: point for point in analysis.journey.touchpoints}
    subjects: list[Subject | None] = []
    for column, shown in enumerate(cards):
        if shown is None or shown.id not in own:
            subjects.append(None)
            continue
        card = with_measure(own[shown.id], shown.measure, words)
        note = "" if card.id in both else texts.only.format(state)
        likely = path is not None and card.id in path.touchpoints
        others = _others(column, plots) if len(sides) == 1 else ()
        subjects.append(
            Subject(points[card.id], analysis, card, words, texts, likely, note, others, voices)
        )
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
            node.value,
            node.mark,
            curve.dashed if len(plots) == 1 else None,
            node.text,
        )
        for curve in curves
        for node in curve.nodes
        if node.column == column and node.value is not None
    )


def _lane(
    name: str,
    title: str,
    subjects: list[list[Subject | None]],
    groups: tuple[Group, ...],
    sides: list[_Side],
) -> Lane:
    if name == "curve":
        return Lane(name, title)
    fill = CELLS.get(name) or own_lane(name)
    language = sides[0].diagram.language
    words, texts = words_of(language), sheet_words(language)
    stages = [{s.id: s for s in side.analysis.journey.stages} for side in _by_state(sides)]
    facts = tuple(
        group.stage and facts_of(name, [s.get(group.stage.id) for s in stages], words, texts)
        for group in groups
    )
    cells = tuple(_cell(name, fill, column) for column in zip(*subjects, strict=True))
    lane = Lane(name, title, cells, facts if any(facts) else ())
    return lane._replace(hole=hole_of(lane, groups, texts))


def _cell(
    name: str, fill: Callable[[Subject], Single | None], column: tuple[Subject | None, ...]
) -> Cell | None:
    """What a column says in a lane, in one state of the journey or in two."""
    told = [None if subject is None else fill(subject) for subject in column]
    if len(told) == 1:
        return told[0]
    here = sum(subject is not None for subject in column)
    return paired(name, told, here)


def _says(lane: Lane, measure: Measure) -> bool:
    """Whether the journey has anything to say in the lane."""
    if lane.name == "curve":
        return bool(measure)
    return any(lane.cells) or bool(lane.facts)
