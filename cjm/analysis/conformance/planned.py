"""The plan of a journey, as alignments walk it: where it starts, leads to, and may end."""

from __future__ import annotations

from functools import cached_property

from cjm.analysis.chain import build_chain
from cjm.journey import Journey
from cjm.records import dataclass

START = -1
"""The place before the first touchpoint of a walk."""


@dataclass(frozen=True)
class Planned:
    """A journey's touchpoints by their place in the file, 0-based; probability 0 is not planned.

    `following` are the places that transitions lead to, in file order, those of a start under
    `START`; `may_end` says where a walk may end: at an exit, or where there is drop-off.
    """

    ids: tuple[str, ...]
    following: dict[int, tuple[int, ...]]
    may_end: tuple[bool, ...]

    @cached_property
    def place(self) -> dict[str, int]:
        """The place of each touchpoint in the file."""
        return {id: place for place, id in enumerate(self.ids)}

    @cached_property
    def before(self) -> dict[int, tuple[int, ...]]:
        """The places from which transitions lead to one, `START` where a walk may begin there."""
        leading: dict[int, list[int]] = {place: [] for place in range(len(self.ids))}
        for place, targets in self.following.items():
            for target in targets:
                leading[target].append(place)
        return {place: tuple(sources) for place, sources in leading.items()}

    @cached_property
    def shortest(self) -> int | None:
        """How many touchpoints the shortest planned walk has; None where there is no walk."""
        met, layer = set[int](), {START}
        for length in range(len(self.ids) + 1):
            if any(place != START and self.may_end[place] for place in layer):
                return length
            met |= layer
            layer = {w for place in layer for w in self.following[place]} - met
        return None


def planned_of(journey: Journey) -> Planned:
    """What a journey plans. O(V + E)."""
    chain = build_chain(journey)
    following = {
        place: tuple(sorted(target for target, _ in ways)) for place, ways in enumerate(chain.ways)
    }
    following[START] = tuple(place for place, share in enumerate(chain.start) if share > 0)
    return Planned(chain.ids, following, tuple(chain.can_end(v) for v in range(len(chain.ids))))
