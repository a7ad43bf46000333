"""Analysis: the figures of one journey, and the shapes they are given out in."""

from __future__ import annotations

from typing import Any

from cjm.analysis.figures import Figures
from cjm.errors import UsageError
from cjm.i18n import say
from cjm.journey import Journey


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
        from cjm.analysis.export import to_html

        return to_html(self)

    def to_frame(self) -> Any:
        """The touchpoints' figures as a pandas DataFrame, a row a touchpoint, indexed by id.

        Raises CjmError where pandas is not installed.
        """
        from cjm.analysis.export import to_frame

        return to_frame(self)


def analyze(journey: Journey, persona: str | None = None) -> Analysis:
    """Analyse a journey, as a whole or as one of its personas lives it.

    Figures are computed when they are first asked for. Raises UsageError where the journey has
    no persona of that id.
    """
    if persona is not None and persona not in {p.id for p in journey.personas}:
        known = ", ".join(p.id for p in journey.personas) or say("it has none")
        raise UsageError(
            say("{id} has no persona {persona!r}", id=journey.id, persona=persona),
            help=say("its personas: {known}", known=known),
        )
    return Analysis(journey, persona)
