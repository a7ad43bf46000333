"""Headings of a sheet that compares: personas, or a journey as it is and as it should be."""

from __future__ import annotations

import re
from collections.abc import Sequence

from cjm.journey import State
from cjm.maps.content.model import Diagram, Figure, Header, StageHead, StageTotal, Told
from cjm.maps.content.numbers import percentage
from cjm.maps.content.verdict import filled
from cjm.maps.content.words import Words, words_of

NOTHING = "–"
"""Where a state says nothing, or has no balance."""

Paired = tuple[State, Diagram]
"""One state of a journey, as-is before to-be."""


def header_of_personas(diagram: Diagram) -> Header:
    """The header names the personas whose portraits it shows."""
    header = diagram.header
    names = ", ".join(p.name for p in header.portraits)
    told = words_of(diagram.language).lived_by.format(names)
    return header._replace(eyebrow=f"{header.eyebrow} · {told}")


def _in_figures(figure: Figure, words: Words) -> Figure:
    """The disappointed share as a figure, where it stands beside another one."""
    if figure.value != words.on_average:
        return figure
    share = 1.0 if figure.label == words.below else 0.0
    return Figure(percentage(share, words, False), words.disappointed)


def header_of_pair(pair: Sequence[Paired]) -> Header:
    """The header of one state with the balance and the disappointed of both."""
    diagram = pair[0][1]
    words = words_of(diagram.language)
    names = words.states
    figures = []
    for label in (words.balance, words.disappointed):
        for state, side in pair:
            told = (_in_figures(f, words) for f in side.header.figures)
            found = (f for f in told if f.label == label)
            figures += [f._replace(label=f"{label}, {names[state]}") for f in found]
    header, scores = diagram.header, diagram.header.eyebrow.split(SEPARATOR)[2:]
    states = " / ".join(names[state] for state, _ in pair)
    return header._replace(
        eyebrow=SEPARATOR.join([words.eyebrow, states, *scores]),
        portraits=tuple(
            p._replace(balance="", mark=None, disappointed="") for p in header.portraits
        ),
        figures=tuple(figures),
        bar=(),
        note="",
        verdict=_changes(pair, words),
        facts=(),
    )


def _changes(pair: Sequence[Paired], words: Words) -> tuple[Told, ...]:
    """What becomes of the figures that differ, in a sentence."""
    as_is, to_be = (
        {f.label: f for f in (_in_figures(f, words) for f in side.header.figures)}
        for _, side in pair
    )
    told: list[Told] = []
    for label, old in as_is.items():
        new = to_be.get(label)
        if new is not None and new.value != old.value:
            ends = (Told(_about(f, words), True, f.mark) for f in (old, new))
            told += [Told("; "), *filled(words.change_of, Told(label), *ends)]
    return (Told(words.change), *told[1:], Told(".")) if told else ()


def _about(figure: Figure, words: Words) -> str:
    return words.roughly(figure.value) if figure.simulated else figure.value


SEPARATOR = " · "


ARROW = " → "
NUMBER = re.compile(r"^\d+\. ")
"""Before the title of a stage."""


def titled_alike(pair: Sequence[Paired]) -> list[Diagram]:
    """The diagrams, their touchpoints and stages called by both titles where they differ."""
    diagrams = [diagram for _, diagram in pair]
    points = _both([{card.id: card.title for card in d.cards} for d in diagrams])
    stages = _both([{head.id: head.title for head in d.stages} for d in diagrams], NUMBER)
    return [
        d._replace(
            cards=tuple(c._replace(title=points[c.id]) for c in d.cards),
            stages=tuple(h._replace(title=stages[h.id]) for h in d.stages),
        )
        for d in diagrams
    ]


def _both(
    titles: Sequence[dict[str, str]], counted: re.Pattern[str] = re.compile("")
) -> dict[str, str]:
    """What each is called, as it is and as it should be; what is `counted` is no difference."""
    found: dict[str, str] = {}
    for one in titles:
        for id, title in one.items():
            known, new = found.setdefault(id, title), counted.sub("", title, count=1)
            if new != counted.sub("", known, count=1):
                found[id] = known + ARROW + new
    return found


def heads_of_pair(pair: Sequence[Paired]) -> tuple[StageHead, ...]:
    """The stages of both, each with its goal and with what it adds in either state."""
    names = words_of(pair[0][1].language).states
    sides = [{head.id: head for head in diagram.stages} for _, diagram in pair]
    found = {id: head for side in reversed(sides) for id, head in side.items()}
    states = [(state, names[state]) for state, _ in pair]
    return tuple(
        _paired(head, states, [side.get(id) for side in sides]) for id, head in found.items()
    )


def _paired(
    head: StageHead, states: Sequence[tuple[State, str]], both: Sequence[StageHead | None]
) -> StageHead:
    head = head._replace(goal=_goals([(n, s) for (_, n), s in zip(states, both, strict=True) if s]))
    if all(one is None or not one.balance for one in both):
        return head._replace(balance="", mark=None)
    totals = tuple(
        StageTotal(
            one.balance if one and one.balance else NOTHING, one and one.mark, state == "to-be"
        )
        for (state, _), one in zip(states, both, strict=True)
    )
    told = (f"{name} {t.text}" for (_, name), t in zip(states, totals, strict=True))
    return head._replace(balance=", ".join(told), mark=None, totals=totals)


def _goals(sides: Sequence[tuple[str, StageHead]]) -> str:
    """The goal of a stage; of either state where they differ."""
    if len({side.goal for _, side in sides}) == 1:
        return sides[0][1].goal
    return "; ".join(f"{name}: {side.goal or NOTHING}" for name, side in sides)
