"""The journey as a networkx graph, and who can get where in it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

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
    walked: nx.DiGraph[str] = nx.DiGraph()
    walked.add_nodes_from(graph)
    for source, target, transition in graph.edges(data=True):
        if transition["probability"] > 0:
            walked.add_edge(source, target)
    return walked


def reachable_from(graph: nx.DiGraph[str], starts: Iterable[str]) -> frozenset[str]:
    """The starts and everything that can be met after them. O(V + E)."""
    return _closure(walkable(graph), starts)


def leading_to(graph: nx.DiGraph[str], ends: Iterable[str]) -> frozenset[str]:
    """The ends and everything that can lead to them. O(V + E)."""
    return _closure(walkable(graph).reverse(copy=False), ends)


def traps_of(
    graph: nx.DiGraph[str], reachable: frozenset[str], drop_off: Mapping[str, float]
) -> tuple[frozenset[str], ...]:
    """Sets of touchpoints that customers enter and never leave, not even by drop-off. O(V + E)."""
    walked = walkable(graph)
    return tuple(
        frozenset(members)
        for members in nx.strongly_connected_components(walked)
        if members <= reachable
        and not any(drop_off[m] > 0 for m in members)
        and all(walked.out_degree(m) > 0 for m in members)
        and all(target in members for m in members for target in walked[m])
    )


def _closure(graph: nx.DiGraph[str], sources: Iterable[str]) -> frozenset[str]:
    layers = nx.bfs_layers(graph, list(dict.fromkeys(sources)))
    return frozenset(touchpoint for layer in layers for touchpoint in layer)
