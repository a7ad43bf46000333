"""Shown personas: of how many kinds of customers a report has pages, maps and curves."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

Data = Mapping[str, Any]
MOST_PERSONAS = 24
"""Each adds a map and a curve to a page, and a button to a row; few journeys tell ten apart."""


def shown_personas(data: Data) -> list[Data]:
    """Those with the largest shares, of equal ones the first, in the order of the file.

    All figures count all personas; so do the data file and the tables.

    Args:
        data: What the data file of a journey holds.
    """
    people: list[Data] = data["personas"]
    largest = sorted(people, key=lambda one: -(one["share"] or 0.0))[:MOST_PERSONAS]
    kept = {one["id"] for one in largest}
    return [one for one in people if one["id"] in kept]


def shown_views(data: Data) -> dict[str, Data]:
    """How everybody, under an empty id, and each persona that is shown lives a journey."""
    ids = ("", *(one["id"] for one in shown_personas(data)))
    return {id: data["views"][id] for id in ids}
