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


def unavoidable(
    following: Sequence[Sequence[int]], starts: Iterable[int], ends: Iterable[int]
) -> frozenset[int]:
    """What every walk from a start to an end goes through; nothing where there is no walk.

    One walk is followed from front to back; what can be met beside it tells how far it can be
    left and joined again. Where that is no further than the next touchpoint, nothing leads past
    it. These are the dominators of a sink behind the ends. O(V + E).
    """
    source, sink = len(following), len(following) + 1
    last = frozenset(ends)
    ways: list[Sequence[int]] = [
        [*where, sink] if v in last else where for v, where in enumerate(following)
    ]
    ways += [sorted(set(starts)), ()]
    walk = _walk(ways, source, sink)
    nth = {v: n for n, v in enumerate(walk)}
    found: list[int] = []
    beside: set[int] = set()
    furthest = 0
    for n, v in enumerate(walk):
        if n == furthest:
            found.append(v)
        waiting = [v]
        while waiting:
            for w in ways[waiting.pop()]:
                if w in nth:
                    furthest = max(furthest, nth[w])
                elif w not in beside:
                    beside.add(w)
                    waiting.append(w)
    return frozenset(found) - {source, sink}


def _walk(ways: Sequence[Sequence[int]], first: int, last: int) -> list[int]:
    """A shortest walk; empty where there is none."""
    before = {first: first}
    met = [first]
    for v in met:  # grows on the way
        for w in ways[v]:
            if w not in before:
                before[w] = v
                met.append(w)
    if last not in before:
        return []
    walk = [last]
    while walk[-1] != first:
        walk.append(before[walk[-1]])
    return walk[::-1]
