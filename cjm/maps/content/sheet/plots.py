"""Plots: the curves of C and the running balance, as columns and points."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

from cjm.analysis.digits import digits_of
from cjm.maps.content.numbers import gap, number, percentage, score, total
from cjm.maps.content.sheet.model import Curve, Node, Plot, Step
from cjm.maps.content.sheet.walks import LIKELY, walk_of
from cjm.maps.content.sheet.words import SheetWords
from cjm.maps.content.words import Words
from cjm.maps.scene.text import cleaned
from cjm.rounding import rounded

if TYPE_CHECKING:
    from cjm.analysis import Analysis, TouchpointFigures
    from cjm.journey import Journey
    from cjm.maps.content.model import Measure

TOGETHER = 2
"""More personas than this get a row each."""
NOTABLE = 1.5
"""Two curves that differ by so many points on a scale of 10 have the difference written out."""

Columns = dict[str, int]
"""The column of each touchpoint by its id."""


def plots_of(
    analyses: tuple[Analysis, ...],
    columns: Columns,
    measure: Measure,
    words: Words,
    texts: SheetWords,
    path: str = LIKELY,
) -> tuple[Plot, ...]:
    """One plot of one curve or of two, else one for each of the analyses.

    The line of one curve follows the `path`, likely or worst; two follow the likely ones.
    """
    plots: tuple[Plot, ...]
    if len(analyses) == TOGETHER:
        plots = (_overlay(analyses, columns, measure, words),)
    else:
        named = len(analyses) > 1
        plots = tuple(_alone(a, columns, measure, words, texts, named, path) for a in analyses)
    return tuple(plot._replace(measure=measure) for plot in plots)


def curve_of(
    analysis: Analysis,
    columns: Columns,
    measure: Measure,
    words: Words,
    beside: tuple[Journey, ...] = (),
    path: str = LIKELY,
) -> Curve:
    """C along the columns, or the only score, in the digits of all journeys beside each other."""
    journey, walk = analysis.journey, walk_of(analysis, path)
    digits = digits_of(journey, *beside)
    nodes = (_node(columns[f.id], f, measure, digits[f.id], words) for f in analysis.touchpoints)
    curve = Curve(
        nodes=tuple(sorted(nodes, key=lambda node: node.column)),
        walk=tuple(columns[id] for id in walk.touchpoints) if walk else (),
        tied=walk.tied if walk else 1,
        state=journey.state,
        name=words.states[journey.state],
    )
    if analysis.persona is None:
        return curve
    name = cleaned(journey.persona(analysis.persona).name) or cleaned(analysis.persona)
    return curve._replace(persona=analysis.persona, name=name, initial=name[:1])


def _node(
    column: int, figures: TouchpointFigures, measure: Measure, digits: int, words: Words
) -> Node:
    """C of a touchpoint or its only score, and the share of customers who meet it."""
    text = _gap_text(figures, digits, words)
    node = Node(column, figures.gap, figures.level or "unmeasured", text)
    if measure in ("experience", "expectation"):
        value = getattr(figures, measure)
        text = words.not_available if value is None else score(value, words, digits)
        node = Node(column, value, "unmeasured", text)
    share = figures.reach
    if share is None:
        return node
    text = percentage(share, words, figures.is_assumed("reach"))
    return node._replace(share=min(1.0, max(0.0, share)), share_text=text)


def _gap_text(figures: TouchpointFigures, digits: int, words: Words) -> str:
    o, b = figures.expectation, figures.experience
    if o is None or b is None:
        return words.not_available
    return gap(o, b, words, digits)


def _alone(
    analysis: Analysis,
    columns: Columns,
    measure: Measure,
    words: Words,
    texts: SheetWords,
    named: bool,
    path: str,
) -> Plot:
    """A curve with the balance; `named` where there are several."""
    return Plot(
        curves=(curve_of(analysis, columns, measure, words, path=path),),
        steps=_steps(analysis, columns, words, path),
        path=path,
        stars=_stars((analysis,), columns),
        note=_note(analysis, words, texts) if named else "",
    )


def _stars(analyses: tuple[Analysis, ...], columns: Columns) -> tuple[tuple[int, bool], ...]:
    """The columns of moments of truth, and whether any of the analyses is disappointed there."""
    all = {id for analysis in analyses for id in analysis.moments_of_truth}
    negative = {id for analysis in analyses for id in analysis.negative_moments_of_truth}
    return tuple(sorted((columns[id], id in negative) for id in all))


def _note(analysis: Analysis, words: Words, texts: SheetWords) -> str:
    """The persona's share and balance."""
    share = analysis.journey.persona(analysis.persona or "").share
    parts = [] if share is None else [words.of_customers.format(percentage(share, words, False))]
    if analysis.balance is not None:
        parts.append(
            f"{words.balance} {total(analysis.balance, words, analysis.is_assumed('balance'))}"
        )
    return " · ".join(parts)


def _steps(analysis: Analysis, columns: Columns, words: Words, path: str) -> tuple[Step, ...]:
    """The running balance from the first column of the path to the last."""
    walk = walk_of(analysis, path)
    if walk is None or walk.balance is None or not all(map(math.isfinite, walk.balance)):
        return ()
    balances = {
        columns[id]: balance for id, balance in zip(walk.touchpoints, walk.balance, strict=True)
    }
    if not any(analysis.scores.measured[analysis[id].place] for id in walk.touchpoints):
        return ()
    steps, balance, end = [], 0.0, columns[walk.touchpoints[-1]]
    for column in range(min(balances), max(balances) + 1):
        balance = balances.get(column, balance)
        text = total(balance, words, False)
        steps.append(Step(column, balance, text, column in balances, column == end))
    return tuple(steps)


def _overlay(
    analyses: tuple[Analysis, ...], columns: Columns, measure: Measure, words: Words
) -> Plot:
    """Two curves, the second one dashed, and where they are far apart."""
    journeys = tuple(dict.fromkeys(a.journey for a in analyses))
    first, second = (curve_of(a, columns, measure, words, journeys) for a in analyses)
    low, high = analyses[0].journey.scale
    notable = NOTABLE * (high - low) / 10
    theirs = {node.column: node.value for node in second.nodes}
    differences = []
    for node in first.nodes:
        other = theirs.get(node.column)
        if node.value is not None and other is not None:
            apart = rounded(abs(node.value - other))
            if apart >= notable and apart:
                differences.append((node.column, number(apart, words)))
    return Plot(
        curves=(first, second._replace(dashed=True)),
        stars=_stars(analyses, columns),
        differences=tuple(differences),
    )
