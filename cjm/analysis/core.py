"""Analysis: the figures of one journey, and the shapes they are given out in."""

from __future__ import annotations

import os
from _weakref import ref  # weakref itself costs a millisecond of every command
from typing import Any, Literal

from cjm.analysis.figures import Figures
from cjm.errors import UsageError
from cjm.i18n import say
from cjm.journey import Journey
from cjm.project.opening import opened
from cjm.shown import notebook


class Analysis(Figures):
    """Every figure of a journey; `persona` is None for the whole journey.

    `analysis["pay"]` gives one touchpoint's figures, `analysis.touchpoints` all of them in file
    order. Figures are computed when they are first asked for; those that do not exist are None.
    """

    def to_dict(self) -> dict[str, Any]:
        """Every figure, as `cjm show --format json` prints it."""
        from cjm.analysis.export import to_dict

        return to_dict(self)

    def _repr_html_(self) -> str:
        """The figures as a table, as a notebook shows them."""
        return notebook(self)

    def __repr__(self) -> str:
        unhappy = self.disappointed
        share = None if unhappy is None else f"{unhappy.share:.1%}"
        name = self.journey.id if self.persona is None else f"{self.journey.id}, {self.persona}"
        return f"Analysis({name}: balance {_short(self.balance)}, disappointed {share})"

    def to_frame(
        self, of: Literal["touchpoints", "transitions"] = "touchpoints", by: str | None = None
    ) -> Any:
        """The figures as a pandas DataFrame.

        Args:
            of: `touchpoints`, a row each, indexed by id; or `transitions`, by from and to.
            by: `persona` for the touchpoints of every persona, indexed by persona and id.

        Returns:
            The frame; numbers that do not exist are NaN, the 95 % interval of the gap is
            `gap_low` to `gap_high`, `reasons` are those of a moment of truth.

        Raises:
            UsageError: There is no frame of that name.
            CjmError: pandas is not installed.
        """
        from cjm.analysis.frames import to_frame

        return to_frame(self, of, by)


def _short(value: float | None) -> str:
    return "None" if value is None else f"{value:+.4g}"


def analyze(
    journey: Journey | str | os.PathLike[str],
    persona: str | None = None,
    *,
    measured: bool = True,
) -> Analysis:
    """Analyse a journey, as a whole or as one of its personas lives it.

    Args:
        journey: A journey, or the path of its file.
        persona: The id of one of its personas; by default everybody.
        measured: Whether the overlay beside a file counts.

    Returns:
        The figures, each computed when it is first asked for.

    Raises:
        UsageError: The journey has no persona of that id, or `journey` is something else.
        InvalidJourneyError: The file holds no journey that can be used.
    """
    journey = opened(journey, measured)
    if persona is not None and persona not in {p.id for p in journey.personas}:
        known = ", ".join(p.id for p in journey.personas) or say("it has none")
        raise UsageError(
            say("{id} has no persona {persona!r}", id=journey.id, persona=persona),
            help=say("its personas: {known}", known=known),
        )
    whole = _whole(journey)
    if persona is None:
        return whole
    return next(part for part in whole.personas if part.persona == persona)


_ALIVE: dict[int, ref[Analysis]] = {}
"""The analyses that somebody still holds, by the ids of their journeys, which they hold."""


def _whole(journey: Journey) -> Analysis:
    """The analysis of a journey: the one there is, so that many pictures of it work it out once."""
    id_ = id(journey)
    known = _ALIVE.get(id_)
    whole = None if known is None else known()
    if whole is None:
        whole = Analysis(journey)
        _ALIVE[id_] = ref(whole, lambda _: _ALIVE.pop(id_, None))
    return whole
