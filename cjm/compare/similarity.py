"""How alike two touchpoints of different ids are, so that a renamed one is known again.

Parts that both lack are left out; the weights of the others are shared among them. In the examples
different touchpoints reach 0.69, those with a new id and a new last word of the title 0.79.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Set
from functools import cached_property

from cjm.journey import Journey, Touchpoint
from cjm.rounding import rounded

TITLE, STAGE, CHANNEL, NEXT, PREVIOUS, TEXTS = 3, 1, 1, 2, 2, 1
"""What each part weighs."""
_WORD = re.compile(r"\w+")
_TEXTS = (
    "actions", "thoughts", "emotions", "strengths", "pains", "opportunities", "standard",
    "backstage", "root_cause", "quotes",
)  # fmt: skip


class Profile:
    """What of a touchpoint is compared; `next` and `previous` are ids of its neighbours."""

    def __init__(self, point: Touchpoint, next: Set[str], previous: Set[str]) -> None:
        self.point = point
        self.title = point.title.lower()
        self.next = next
        self.previous = previous

    @cached_property
    def words(self) -> frozenset[str]:
        """The words of its texts."""
        return frozenset(word for text in self._texts() for word in _WORD.findall(text.lower()))

    def _texts(self) -> Iterator[str]:
        yield self.point.description or ""
        for name in _TEXTS:
            yield from getattr(self.point, name)
        for own in self.point.lanes:
            yield from own.texts


def profiles(journey: Journey, ids: Mapping[str, str] | None = None) -> dict[str, Profile]:
    """The profile of every touchpoint by its id; `ids` has new ids of neighbours by their old."""
    known = ids or {}
    next: dict[str, set[str]] = {point.id: set() for point in journey.touchpoints}
    previous: dict[str, set[str]] = {id: set() for id in next}
    for point in journey.touchpoints:
        for way in point.next:
            next[point.id].add(known.get(way.to, way.to))
            previous[way.to].add(known.get(point.id, point.id))
    return {p.id: Profile(p, next[p.id], previous[p.id]) for p in journey.touchpoints}


def similarity(one: Profile, other: Profile, least: float = 0) -> float:
    """How alike two touchpoints are.

    Args:
        one: What is compared of a touchpoint.
        other: The same of another one.
        least: What is less is not worked out to its end: 0 is given then.

    Returns:
        From 0, nothing alike, to 1; the same in both directions.
    """
    from difflib import SequenceMatcher  # most touchpoints keep their ids

    parts = [part for part in _parts(one, other) if part is not None]
    weight = TITLE + sum(share for share, _ in parts)
    alike = sum(share * value for share, value in parts)
    # The order decides what difflib finds, and must not decide what is the same touchpoint.
    first, second = sorted((one.title, other.title))
    titles = SequenceMatcher(None, first, second, autojunk=False)

    def with_titles(ratio: float) -> float:
        return rounded((alike + TITLE * ratio) / weight)

    if with_titles(1.0) < least or with_titles(titles.real_quick_ratio()) < least:
        return 0.0
    if with_titles(titles.quick_ratio()) < least:
        return 0.0
    return with_titles(titles.ratio())


def _parts(one: Profile, other: Profile) -> Iterator[tuple[float, float] | None]:
    """The weight of each part but the title, and how alike it is; None where both lack it."""
    for weight, name in ((STAGE, "stage"), (CHANNEL, "channel")):
        here, there = getattr(one.point, name), getattr(other.point, name)
        yield None if here is None and there is None else (weight, float(here == there))
    for weight, name in ((NEXT, "next"), (PREVIOUS, "previous"), (TEXTS, "words")):
        here, there = getattr(one, name), getattr(other, name)
        union = here | there
        yield (weight, len(here & there) / len(union)) if union else None
