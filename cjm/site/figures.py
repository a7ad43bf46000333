"""Figures: what a data file says of touchpoints, each with its texts and its figures together."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cached_property
from math import fsum
from typing import Any

from cjm.i18n.numbers import score_digits
from cjm.rounding import rounded

MONTHS = {"day": 365.25 / 12, "week": 365.25 / 84, "month": 1, "quarter": 1 / 3, "year": 1 / 12}
"""How many of a period make a month."""


class Figures:
    """A journey's touchpoints as one kind of customer lives them; by default all customers."""

    def __init__(self, data: Mapping[str, Any], persona: str = "") -> None:
        self._data = data
        self.view: Mapping[str, Any] = data["views"][persona]

    @cached_property
    def points(self) -> tuple[dict[str, Any], ...]:
        """Every touchpoint, in the order of the file: what is written of it, and its figures.

        `digits` are those that its O, B and C are written with. Where both have a key, the figure
        stands there (`expectation` and `experience` are numbers); `text` is what is written alone.
        """
        scale = self._data["scale"]
        return tuple(
            {**text, **figures, "text": text, "digits": _digits(text, figures, scale)}
            for text, figures in zip(
                self._data["touchpoints"], self.view["touchpoints"], strict=True
            )
        )

    @cached_property
    def by_id(self) -> dict[str, dict[str, Any]]:
        """Every touchpoint by its id."""
        return {point["id"]: point for point in self.points}

    @property
    def scale(self) -> tuple[float, float]:
        """The ends of the journey's scale."""
        low, high = self._data["scale"]
        return low, high

    def lifted(self, point: Mapping[str, Any], points: float) -> float | None:
        """B of a touchpoint once an improvement lifts it, as the plan counts it.

        Nobody gets above the scale's top; where only personas have scores it is their mean.
        """
        top, text = self.scale[1], point["text"]
        if text["experience"] is not None:
            return min(top, float(text["experience"]["score"]) + points)
        own = {one["persona"]: _score(one["experience"]) for one in text["by_persona"]}
        raised = []
        for persona in self._data["personas"]:
            score, share = own.get(persona["id"]), persona["share"]
            if score is None or share is None:
                return None
            raised.append(share * min(top, score + points))
        return rounded(fsum(raised)) if raised else None

    def assumed(self, figure: str) -> bool:
        """Whether a figure of the journey rests on shares that nobody gave."""
        return figure in self.view["assumed"]

    @property
    def customers_a_month(self) -> float | None:
        """How many customers there are in a month; None where the journey does not say."""
        customers = self.view["customers"]
        if customers is None or customers["per"] is None:
            return None
        return float(customers["value"]) * MONTHS[customers["per"]]

    @property
    def disappointed(self) -> float | None:
        """The share of customers who end disappointed."""
        unhappy = self.view["disappointed"]
        return None if unhappy is None else unhappy["share"]


def _digits(text: Mapping[str, Any], figures: Mapping[str, Any], scale: tuple[float, float]) -> int:
    """As `cjm show` writes them: O and B of the touchpoint and of its personas, read together."""
    pairs = [(figures["expectation"], figures["experience"])]
    for own in text.get("by_persona") or ():
        pairs.append((_score(own["expectation"]), _score(own["experience"])))
    return score_digits(pairs, (scale[0], scale[1]))


def _score(side: Mapping[str, Any] | None) -> float | None:
    return None if side is None else side["score"]
