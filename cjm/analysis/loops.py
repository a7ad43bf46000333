"""Doom loops: the worst cycle of each component, exact, ties settled."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from fractions import Fraction
from typing import Any

import networkx as nx

from cjm.analysis.chain import Chain
from cjm.analysis.units import points


@dataclass(frozen=True, slots=True)
class Loop:
    """A doom loop from its first touchpoint in the file: its sum of C a round, and the mean."""

    touchpoints: tuple[str, ...]
    balance: float
    mean: float


def find_loops(chain: Chain, weights: Sequence[int]) -> tuple[Loop, ...]:
    """For each component with a negative cycle, its worst cycle by mean C per touchpoint.

    Ties: fewer touchpoints, then earlier in the file. The minimum mean cycle is found by
    cancelling: as long as some cycle is below the mean so far, it becomes the mean; each round is
    a Bellman–Ford search, O(V·E) at worst.
    """
    loops = []
    for members in chain.components:
        if any(w < 0 for w in (weights[v] for v in members)) and _turns(chain, members):
            cycle = _worst_cycle(chain, members, weights)
            if cycle is not None:
                loops.append(cycle)
    loops.sort()
    return tuple(_loop(chain, cycle, weights) for cycle in loops)


def has_negative_cycle(chain: Chain, members: Sequence[int], weights: Sequence[int]) -> bool:
    """Whether a component holds a cycle with a negative sum of C."""
    if not _turns(chain, members) or all(weights[v] >= 0 for v in members):
        return False
    if len(members) == 1:
        return True
    return _cycle_below(_inner_graph(chain, members), members[0], weights, Fraction(0)) is not None


def _inner_graph(chain: Chain, members: Sequence[int]) -> Any:
    """A component as a graph of its own."""
    inside = set(members)
    graph: Any = nx.DiGraph()
    graph.add_nodes_from(members)
    graph.add_edges_from((v, w) for v in members for w, _ in chain.ways[v] if w in inside)
    return graph


def _turns(chain: Chain, members: Sequence[int]) -> bool:
    return len(members) > 1 or any(w == members[0] for w, _ in chain.ways[members[0]])


def _loop(chain: Chain, cycle: Sequence[int], weights: Sequence[int]) -> Loop:
    total = sum(weights[v] for v in cycle)
    mean = points(total) / len(cycle)
    return Loop(tuple(chain.ids[v] for v in cycle), points(total), mean)


def _worst_cycle(
    chain: Chain, members: Sequence[int], weights: Sequence[int]
) -> tuple[int, ...] | None:
    """The cycle of least mean in a component; None where no cycle is negative."""
    if len(members) == 1:
        return tuple(members) if weights[members[0]] < 0 else None
    graph = _inner_graph(chain, members)
    mean = Fraction(0)
    found = False
    while (cycle := _cycle_below(graph, members[0], weights, mean)) is not None:
        mean = Fraction(sum(weights[v] for v in cycle), len(cycle))
        found = True
    return _first_tight_cycle(graph, members, weights, mean) if found else None


def _cost(weights: Sequence[int], mean: Fraction) -> Callable[[int, int, Any], int]:
    """A transition's whole-number cost: the gap it leaves behind, less the mean."""
    high, low = mean.numerator, mean.denominator
    return lambda v, w, data: weights[v] * low - high


def _cycle_below(
    graph: Any, source: int, weights: Sequence[int], mean: Fraction
) -> list[int] | None:
    try:
        cycle: list[int] = nx.find_negative_cycle(graph, source, weight=_cost(weights, mean))
    except nx.NetworkXError:
        return None
    return cycle[:-1]


def _first_tight_cycle(
    graph: Any, members: Sequence[int], weights: Sequence[int], mean: Fraction
) -> tuple[int, ...]:
    """Of the cycles with exactly this least mean: the shortest, then the first in the file."""
    cost = _cost(weights, mean)
    potential = nx.single_source_bellman_ford_path_length(graph, members[0], weight=cost)
    tight: dict[int, list[int]] = {
        v: sorted(w for w in graph[v] if potential[v] + cost(v, w, None) == potential[w])
        for v in members
    }
    best: tuple[int, ...] | None = None
    for first in members:
        cycle = _shortest_round(tight, first, len(best) if best else len(members) + 1)
        if cycle is not None and (best is None or len(cycle) < len(best)):
            best = cycle
    assert best is not None
    return best


def _shortest_round(
    ways: dict[int, list[int]], first: int, shorter_than: int
) -> tuple[int, ...] | None:
    """The shortest cycle through `first` by later touchpoints only, the first of several."""
    before: dict[int, int] = {}
    layer = [first]
    for length in range(1, shorter_than):
        following: list[int] = []
        for v in layer:
            for w in ways[v]:
                if w == first:
                    return _walk_back(before, first, v, length)
                if w > first and w not in before:
                    before[w] = v
                    following.append(w)
        layer = following
    return None


def _walk_back(before: dict[int, int], first: int, last: int, length: int) -> tuple[int, ...]:
    walk = [last]
    while walk[-1] != first:
        walk.append(before[walk[-1]])
    return tuple(reversed(walk))
