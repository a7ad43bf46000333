"""The journey as a networkx graph, and who can get where in it."""

from __future__ import annotations

from collections.abc import Iterable

import networkx as nx

from cjm.journey import Journey, probabilities


def build_graph(journey: Journey) -> nx.DiGraph[str]:
    """All touchpoints and transitions, in file order; edges carry `probability`. O(V + E)."""
    graph: nx.DiGraph[str] = nx.DiGraph()
    graph.add_nodes_from(p.id for p in journey.touchpoints)
    for point in journey.touchpoints:
        for transition, p in zip(point.next, probabilities(point.next), strict=True):
            graph.add_edge(point.id, transition.to, probability=p)
    return graph


def walkable(graph: nx.DiGraph[str]) -> nx.DiGraph[str]:
    """The same graph without the transitions nobody takes (probability 0). O(V + E)."""
    unused = [(u, v) for u, v, data in graph.edges(data=True) if not data["probability"] > 0]
    if not unused:
        return graph
    walked = graph.copy()
    walked.remove_edges_from(unused)
    return walked


def reachable_from(walked: nx.DiGraph[str], starts: Iterable[str]) -> frozenset[str]:
    """The starts and everything that can be met after them. O(V + E)."""
    return _closure(walked, starts)


def leading_to(walked: nx.DiGraph[str], ends: Iterable[str]) -> frozenset[str]:
    """The ends and everything that can lead to them. O(V + E)."""
    return _closure(walked.reverse(copy=False), ends)


def _closure(graph: nx.DiGraph[str], sources: Iterable[str]) -> frozenset[str]:
    layers = nx.bfs_layers(graph, list(dict.fromkeys(sources)))
    return frozenset(touchpoint for layer in layers for touchpoint in layer)
