"""Figures of two states of a journey side by side: of everybody, and of each persona in both."""

from __future__ import annotations

from typing import Any

from cjm.analysis import Analysis
from cjm.compare.changes import Sides, numbers
from cjm.compare.keys import FIGURES, OUTCOMES
from cjm.records import dataclass


@dataclass(frozen=True, slots=True)
class FigureChanges:
    """The figures before and after, by their keys; `persona` is None for everybody.

    `assumed` has, for both states, the keys of those that rest on shares that nobody gave.
    """

    persona: str | None
    values: dict[str, Sides[float]]
    negative: tuple[tuple[str, ...], tuple[str, ...]]
    """Negative moments of truth, the worst first, by the ids of their own state."""
    assumed: tuple[tuple[str, ...], tuple[str, ...]]

    def __getitem__(self, name: str) -> Sides[float]:
        return self.values[name]

    def to_dict(self) -> dict[str, Any]:
        """As JSON has it."""
        return {
            **{name: numbers(sides) for name, sides in self.values.items()},
            "negative_moments_of_truth": [list(ids) for ids in self.negative],
            "assumed": [list(names) for names in self.assumed],
        }


def figure_changes(a: Analysis, b: Analysis) -> FigureChanges:
    """Every figure of two analyses of the same persona, or of everybody."""
    return FigureChanges(
        persona=b.persona,
        values={name: (_figure(a, name), _figure(b, name)) for name in FIGURES},
        negative=(a.negative_moments_of_truth, b.negative_moments_of_truth),
        assumed=(_assumed(a), _assumed(b)),
    )


def _figure(analysis: Analysis, name: str) -> float | None:
    if name in OUTCOMES:
        return analysis.outcomes[name]
    if name == "disappointed":
        unhappy = analysis.disappointed
        return None if unhappy is None else unhappy.share
    value: float | None = getattr(analysis, name)
    return value


def _assumed(analysis: Analysis) -> tuple[str, ...]:
    return tuple(
        name
        for name in FIGURES
        if analysis.is_assumed(f"outcomes.{name}" if name in OUTCOMES else name)
    )
