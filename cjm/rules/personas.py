"""Who makes a finding of the whole journey: the personas that have it, where not all do."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from cjm.analysis import Analysis, TouchpointFigures
from cjm.i18n import Message, say
from cjm.i18n.figures import GapFigure, Share, Total
from cjm.rounding import rounded

Written = Callable[[float, bool], Total | Share | GapFigure]
FEW = 4
"""So many names a sentence bears; JSON has all of them."""


def a_few(names: Sequence[str]) -> Message | str:
    """Names in a row; of many the first, and how many more there are."""
    if len(names) <= FEW:
        return ", ".join(names)
    more = len(names) - FEW + 1
    return say("{names} and {n} more", names=", ".join(names[: FEW - 1]), n=more)


def names_of_the_worst(
    analysis: Analysis, personas: Sequence[tuple[float, str | None]]
) -> Message | str:
    """The names of the personas with the lowest figure, of those that have the same a few."""
    worst = min(rounded(value) for value, _ in personas)
    ids = [id for value, id in personas if rounded(value) == worst]
    return a_few([analysis.journey.persona(id or "").name for id in ids])


def naming_the_worst_gap(
    found: Message, analysis: Analysis, figures: TouchpointFigures, limit: float
) -> Message:
    """The message with the persona whose C at a touchpoint is the worst, and that C."""

    def own_gap(persona: Analysis) -> float | None:
        return persona.touchpoints[figures.place].gap

    def written(gap: float, assumed: bool) -> GapFigure:
        return GapFigure(0.0, gap, figures.digits)

    return naming_the_worst(found, analysis, own_gap, limit, written)


def naming_the_worst(
    found: Message,
    analysis: Analysis,
    figure: Callable[[Analysis], float | None],
    limit: float,
    written: Written,
    key: str = "",
) -> Message:
    """The message with the worst persona and its figure, where only some make the finding.

    Args:
        found: What is found of the whole.
        analysis: The whole; its personas count where they are all its customers.
        figure: A persona's own figure, the lower the worse.
        limit: Figures below it are as bad as what is found.
        written: The figure as the message tells it, and whether it is assumed.
        key: The figure's key in JSON, where it may be assumed.
    """
    known = [
        (value, part)
        for share, part in analysis.parts
        if share and (value := figure(part)) is not None
    ]
    if not known or all(value < limit for value, _ in known):
        return found
    worst, persona = min(known, key=lambda pair: pair[0])
    if worst >= limit:
        return found
    return say(
        "{found}; worst for {name}: {figure}",
        found=found,
        name=names_of_the_worst(analysis, [(value, part.persona) for value, part in known]),
        figure=written(worst, bool(key) and persona.is_assumed(key)),
    )
