"""The journey as a graph: for networkx, and who can get where by places in the file.

Walks and components are computed here: importing networkx takes longer than a whole map.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from cjm.journey import Journey, probabilities

if TYPE_CHECKING:
    import networkx as nx


def build_graph(journey: Journey) -> nx.DiGraph[str]:
    """All touchpoints and transitions, in file order; edges carry `probability`. O(V + E)."""
    import networkx as nx

    graph: nx.DiGraph[str] = nx.DiGraph()
    graph.add_nodes_from(p.id for p in journey.touchpoints)
    for point in journey.touchpoints:
        for transition, p in zip(point.next, probabilities(point.next), strict=True):
            graph.add_edge(point.id, transition.to, probability=p)
    return graph


def reachable_from(following: Sequence[Sequence[int]], starts: Iterable[int]) -> frozenset[int]:
    """The starts and everything that can be met after them. O(V + E)."""
    met = set(starts)
    waiting = list(met)
    while waiting:
        for w in following[waiting.pop()]:
            if w not in met:
                met.add(w)
                waiting.append(w)
    return frozenset(met)


def leading_to(following: Sequence[Sequence[int]], ends: Iterable[int]) -> frozenset[int]:
    """The ends and everything that can lead to them. O(V + E)."""
    before: list[list[int]] = [[] for _ in following]
    for v, ways in enumerate(following):
        for w in ways:
            before[w].append(v)
    return reachable_from(before, ends)


def strong_components(
    following: Sequence[Sequence[int]], members: Iterable[int]
) -> list[tuple[int, ...]]:
    """Strongly connected components, each after all those it leads to. O(V + E).

    `members` must hold everything that can be met from them. Source: Tarjan, Depth-first search
    and linear graph algorithms (1972), without recursion: journeys may be longer than a stack.
    """
    found: dict[int, int] = {}
    low: dict[int, int] = {}
    open_, components = list[int](), list[tuple[int, ...]]()
    done: set[int] = set()
    for root in members:
        walk = [(root, iter(following[root]))] if root not in found else []
        while walk:
            v, ways = walk[-1]
            if v not in found:
                found[v] = low[v] = len(found)
                open_.append(v)
            for w in ways:
                if w not in found:
                    walk.append((w, iter(following[w])))
                    break
                if w not in done:
                    low[v] = min(low[v], found[w])
            else:
                walk.pop()
                if walk:
                    u = walk[-1][0]
                    low[u] = min(low[u], low[v])
                if low[v] == found[v]:
                    component = [open_.pop()]
                    while component[-1] != v:
                        component.append(open_.pop())
                    done.update(component)
                    components.append(tuple(sorted(component)))
    return components
