"""Segments as personas: a part of a journey's file, to be pasted there."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from cjm.data.sales.segments import NAMES
from cjm.i18n import translate
from cjm.rounding import rounded
from cjm.source.emit import emit

if TYPE_CHECKING:
    from cjm.data.sales.segmentation import Segmentation

DIGITS = 6
"""Of a share, after the point."""


def personas_yaml(found: Segmentation, language: str) -> str:
    """Every segment with customers as a persona: name, share, medians as `x-rfm`.

    The shares sum to 1: the largest one takes what rounding leaves.
    """
    members = [segment for segment in found.segments if segment.customers]
    units = [round(segment.share * 10**DIGITS) for segment in members]
    largest = max(range(len(members)), key=lambda n: members[n].customers)
    units[largest] += 10**DIGITS - sum(units)
    personas = {}
    for segment, share in zip(members, units, strict=True):
        medians = (segment.recency, segment.frequency, segment.median_money)
        names = ("recency", "frequency", "money")
        personas[segment.id] = {
            "name": segment_name(segment.id, language),
            "share": share / 10**DIGITS,
            "x-rfm": {n: _short(v) for n, v in zip(names, medians, strict=True) if v is not None},
        }
    return emit({"personas": personas})


def segment_name(id: str, language: str) -> str:
    """What people call a segment; one of the source's own is called by its id."""
    return translate(NAMES[id], language) if id in NAMES else id


def _short(value: float) -> Any:
    """Without noise behind the point, whole numbers whole."""
    value = rounded(value)
    return int(value) if value.is_integer() else value
