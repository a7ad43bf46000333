"""Matching: which touchpoint of one journey is which of another one."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from typing import TypeVar

from cjm.compare.similarity import Profile, profiles, similarity
from cjm.journey import Journey, Touchpoint
from cjm.rounding import rounded
from cjm.tuples import NamedTuple

Item = TypeVar("Item")

LEAST = 0.75
"""What is less alike is another touchpoint."""
MARGIN = 0.1
"""By so much the best candidate is ahead of the next one, else nobody can tell which it is."""


class Matching(NamedTuple):
    """The ids of one journey by those of the other, both ways; of those with a new id how alike."""

    after: dict[str, str]
    before: dict[str, str]
    similarity: dict[str, float]
    """By the new id."""


def matching(a: Journey, b: Journey, renamed: Mapping[str, str]) -> Matching:
    """The touchpoints of two journeys that are the same.

    Args:
        a: The journey as it was.
        b: The journey as it is.
        renamed: New ids by old ones, where the user says so.

    Returns:
        Those that `renamed` names, those of the same id, those of the same title that is in both
        unique among the others, and then those that are alike enough and clearly ahead of the next.
    """
    old, new = ({point.id: point for point in side.touchpoints} for side in (a, b))
    after = {one: other for one, other in renamed.items() if one in old and other in new}
    taken = set(after.values())
    after |= {id: id for id in old if id in new and id not in after and id not in taken}
    after |= _same_title(*_left(old, new, after))
    there = profiles(b)
    removed, added = _left(profiles(a, after), there, after)
    after |= _alike(removed, added)
    here = profiles(a, after)
    before = {other: one for one, other in after.items()}
    alike = {
        other: similarity(here[one], there[other]) for one, other in after.items() if one != other
    }
    return Matching(after, before, alike)


def _left(
    old: Mapping[str, Item], new: Mapping[str, Item], after: Mapping[str, str]
) -> tuple[dict[str, Item], dict[str, Item]]:
    """What is matched with nothing yet."""
    taken = set(after.values())
    removed = {id: item for id, item in old.items() if id not in after}
    return removed, {id: item for id, item in new.items() if id not in taken}


def _same_title(
    removed: Mapping[str, Touchpoint], added: Mapping[str, Touchpoint]
) -> dict[str, str]:
    """Those whose title nobody else has among what is left."""
    by_title = []
    for side in (removed, added):
        count = Counter(point.title for point in side.values())
        by_title.append({p.title: id for id, p in side.items() if count[p.title] == 1})
    old, new = by_title
    return {id: new[title] for title, id in old.items() if title in new}


def _alike(removed: Mapping[str, Profile], added: Mapping[str, Profile]) -> dict[str, str]:
    """Those that are alike, the best first."""
    pairs = {
        (one, other): alike
        for one in removed
        for other in added
        if (alike := similarity(removed[one], added[other], LEAST - MARGIN))
    }
    rivals: dict[str, list[tuple[str, str]]] = {}
    for one, other in pairs:
        rivals.setdefault(f"-{one}", []).append((one, other))
        rivals.setdefault(f"+{other}", []).append((one, other))
    found: dict[str, str] = {}
    taken: set[str] = set()
    for (one, other), alike in sorted(pairs.items(), key=lambda item: -item[1]):
        if alike < LEAST or one in found or other in taken:
            continue
        near = {*rivals[f"-{one}"], *rivals[f"+{other}"]} - {(one, other)}
        left = [pairs[pair] for pair in near if pair[0] not in found and pair[1] not in taken]
        if rounded(alike - max(left, default=0.0)) >= MARGIN:
            found[one] = other
            taken.add(other)
    return found
