"""The journey as an absorbing Markov chain: who goes where, with which probability.

The same chain serves every persona: personas differ in scores, not in ways.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from functools import cached_property, lru_cache

from cjm.analysis.graph import leading_to, reachable_from, strong_components, unavoidable
from cjm.journey import Journey, probabilities
from cjm.records import dataclass

CHAINS_KEPT = 8
"""Chains whose figures are kept: who writes a journey changes scores and words, seldom ways."""
Ways = tuple[tuple[int, float], ...]
"""Transitions from one touchpoint: the place of the target in the file, the probability."""
Inner = dict[int, list[int]]
"""The transitions inside a component: from each touchpoint, as one walks it, the next ones."""


@dataclass(frozen=True)
class Chain:
    """A journey's touchpoints by their place in the file, 0-based.

    `ways` holds the transitions with a probability above 0; `drop_off` d(v) is the share of those
    at v who leave without a word; `ends` says how an exit ends, None for what is no exit.
    """

    ids: tuple[str, ...]
    ways: tuple[Ways, ...]
    drop_off: tuple[float, ...]
    start: tuple[float, ...]
    ends: tuple[str | None, ...]

    def with_shares(
        self, ways: tuple[Ways, ...], drop_off: tuple[float, ...], start: tuple[float, ...]
    ) -> Chain:
        """The same touchpoints and transitions with other shares.

        What only depends on which transitions there are is not worked out anew.
        """
        other = Chain(self.ids, ways, drop_off, start, self.ends)
        known = {name: value for name, value in vars(self).items() if name in _OF_THE_GRAPH}
        vars(other).update(known)
        return other

    @cached_property
    def place(self) -> dict[str, int]:
        """The place of each touchpoint in the file."""
        return {id: n for n, id in enumerate(self.ids)}

    @cached_property
    def _following(self) -> tuple[tuple[int, ...], ...]:
        """Where each touchpoint leads, by place."""
        return tuple(tuple(w for w, _ in ways) for ways in self.ways)

    def _named(self, places: Iterable[int]) -> frozenset[str]:
        return frozenset(self.ids[v] for v in places)

    @cached_property
    def reachable(self) -> frozenset[str]:
        """Touchpoints some customer can meet. O(V + E)."""
        starts = (v for v, share in enumerate(self.start) if share > 0)
        return self._named(reachable_from(self._following, starts))

    @cached_property
    def leading_out(self) -> frozenset[str]:
        """Touchpoints from which an exit can be reached. O(V + E)."""
        exits = (v for v, end in enumerate(self.ends) if end is not None)
        return self._named(leading_to(self._following, exits))

    @cached_property
    def components(self) -> tuple[tuple[int, ...], ...]:
        """Strongly connected components of the reachable part, each before those it leads to.

        Members are in file order. O(V + E).
        """
        inside = [v for v, id in enumerate(self.ids) if id in self.reachable]
        return tuple(strong_components(self._following, inside))[::-1]

    @cached_property
    def inner(self) -> dict[int, Inner]:
        """The transitions inside each component, by its first touchpoint. O(V + E log E).

        Searches that pass over touchpoints in this order, depth first, come to an end soon,
        whatever the file's order.
        """
        return {members[0]: self._inner(members) for members in self.components}

    def _inner(self, members: tuple[int, ...]) -> Inner:
        inside, inner, waiting = set(members), Inner(), [members[0]]
        while waiting:
            v = waiting.pop()
            if v not in inner:
                onward = [w for w in self._following[v] if w in inside]
                inner[v] = sorted(onward)
                waiting.extend(reversed(onward))
        return inner

    @cached_property
    def traps(self) -> tuple[frozenset[str], ...]:
        """Sets of touchpoints that customers enter and never leave, not even by drop-off. O(E)."""
        return tuple(
            frozenset(self.ids[v] for v in members)
            for members in self.components
            if self._holds(members)
        )

    def _holds(self, members: tuple[int, ...]) -> bool:
        if any(self.can_end(v) for v in members):
            return False
        inside = set(members)
        return all(w in inside for v in members for w, _ in self.ways[v])

    @cached_property
    def targets(self) -> tuple[int, ...]:
        """The success exits; any exits where none is declared success."""
        exits = [n for n, end in enumerate(self.ends) if end is not None]
        return tuple(n for n in exits if self.ends[n] == "success") or tuple(exits)

    @cached_property
    def succeeding(self) -> frozenset[int]:
        """The places from which a success exit can be reached. O(V + E)."""
        exits = (v for v, end in enumerate(self.ends) if end == "success")
        return leading_to(self._following, exits)

    @cached_property
    def is_one_path(self) -> bool:
        """Whether all customers walk one and the same path."""
        if sum(share > 0 for share in self.start) != 1:
            return False
        places = [self.place[id] for id in self.reachable]
        branches = (len(self.ways[v]) + (self.drop_off[v] > 0) for v in places)
        return all(count <= 1 for count in branches)

    def turns(self, members: Sequence[int]) -> bool:
        """Whether customers can go round in a component: it is no touchpoint by itself."""
        return len(members) > 1 or any(w == members[0] for w, _ in self.ways[members[0]])

    @cached_property
    def unavoidable(self) -> frozenset[int]:
        """The places that every walk from a start to a target goes through. O(V + E)."""
        starts = (v for v, share in enumerate(self.start) if share > 0)
        return unavoidable(self._following, starts, self.targets)

    @property
    def has_success(self) -> bool:
        """Whether some exit is declared success."""
        return "success" in self.ends

    def can_end(self, place: int) -> bool:
        """Whether some customer's journey ends at a touchpoint."""
        return self.ends[place] is not None or self.drop_off[place] > 0


_OF_THE_GRAPH = ("place", "_following", "reachable", "leading_out", "components", "inner")
"""Figures of a chain that do not hang on its shares, as long as none becomes or was 0."""


@lru_cache(CHAINS_KEPT)
def kept(chain: Chain) -> Chain:
    """The same chain: of those met lately the one that is equal, with what is known of it."""
    return chain


def build_chain(journey: Journey) -> Chain:
    """The chain of a journey. O(V + E)."""
    place = {p.id: n for n, p in enumerate(journey.touchpoints)}
    start = [0.0] * len(place)
    entering = math.fsum(entry.share for entry in journey.start)
    for entry in journey.start:
        start[place[entry.touchpoint]] += entry.share / entering
    ways: list[Ways] = []
    drop_off = []
    for point in journey.touchpoints:
        shares = zip(point.next, probabilities(point.next), strict=True)
        given = list({place[t.to]: p for t, p in shares}.items())
        # Only the noise of floats is rounded away: a slow loop multiplies what is cut off here.
        left = round(1 - math.fsum(p for _, p in given), 15) if point.next else 0.0
        drop_off.append(max(0.0, left))
        ways.append(tuple((n, p) for n, p in given if p > 0))
    return Chain(
        ids=tuple(place),
        ways=tuple(ways),
        drop_off=tuple(drop_off),
        start=tuple(min(1.0, share) for share in start),  # sums of floats may be a bit off
        ends=tuple((p.outcome or "neutral") if p.is_exit else None for p in journey.touchpoints),
    )
