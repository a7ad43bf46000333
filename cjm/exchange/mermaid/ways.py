"""The label of a line → how likely customers go that way, and why."""

from __future__ import annotations

import math
import re
from typing import Any

from cjm.exchange.mermaid.labels import share_of
from cjm.i18n.durations import ENGLISH, RUSSIAN
from cjm.tuples import NamedTuple


class Way(NamedTuple):
    """What a label says of a transition; `exact` is False for a rounded percentage."""

    probability: float | None = None
    label: str | None = None
    wait: str | None = None
    half: float = 0
    """Half of the last digit of a percentage: so much it may have been rounded."""


_SHARE = re.compile(r"(≈?)(\d{1,3}(?:[.,]\d+)?\s*%|[01]?[.,]\d+|[01])(?:\s+(.+))?")
_WAIT = re.compile(r"(?:(.*), )?(\d+(?:[.,]\d+)?) (\S+)")


def way_of(text: str) -> Way:
    """A share, a text, or a share with a text behind it, as `cjm render` writes them."""
    text = " ".join(text.split())
    found = _SHARE.fullmatch(text)
    share = share_of(found[2]) if found else None
    if found is None or share is None:
        return Way(label=text or None)
    digits = re.search(r"[.,](\d+)", found[2])
    half = 0.005 / 10 ** len(digits[1] if digits else "") if "%" in found[2] else 0
    label, wait = _label_and_wait(found[3] or "")
    return Way(None if found[1] else share, label, wait, half)


def _label_and_wait(text: str) -> tuple[str | None, str | None]:
    found = _WAIT.fullmatch(text)
    if found and (unit := _UNITS.get(found[3])):
        return found[1] or None, f"{found[2].replace(',', '.')} {unit}"
    return text or None, None


_UNITS = {
    word: unit
    for forms in (ENGLISH, RUSSIAN)
    for unit, words in forms.items()
    for word in (unit, *words)
}


def within_one(ways: dict[str, Way]) -> Any:
    """The value of `next`: ids alone where nothing more is said.

    Percentages that were rounded may sum to a little more than 1: then each gives back its part.
    """
    shares = {id: way.probability for id, way in ways.items() if way.probability is not None}
    total = math.fsum(shares.values())
    slack = math.fsum(way.half for way in ways.values() if way.probability is not None)
    if 1 < total <= 1 + slack:
        shares = {id: share / total for id, share in shares.items()}
    if len(ways) == 1 and next(iter(ways.values()))[:3] in ((1, None, None), (None, None, None)):
        return next(iter(ways))
    if all(way[:3] == (None, None, None) for way in ways.values()):
        return list(ways)
    return {id: _said(way, shares.get(id)) for id, way in ways.items()}


def _said(way: Way, share: float | None) -> Any:
    """A probability alone where nothing more is said."""
    said = {"probability": share, "label": way.label, "wait": way.wait}
    said = {key: value for key, value in said.items() if value is not None}
    return share if list(said) == ["probability"] else said
