"""Moments of truth: where opinions are made, each with its reasons."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Literal

from cjm.analysis.chain import Chain
from cjm.analysis.flow import Flow
from cjm.rounding import rounded

if TYPE_CHECKING:
    from cjm.analysis.core import Analysis

Reason = Literal["declared", "vital-few", "peak", "decisive", "ending"]
VITAL_SHARE = 0.8
"""The vital few carry at least this share of the total loss (Pareto)."""
MOST_PEAKS = 3


def vital_few(impacts: Sequence[float | None]) -> frozenset[int]:
    """The places with the largest losses that carry at least 80 % of the total loss.

    Ties by file order. Source: Juran's reading of Pareto, the vital few and the useful many.
    """
    # Rounded where compared, not before they are summed: thirds may carry exactly 80 %.
    losses = [max(0.0, -(impact or 0.0)) for impact in impacts]
    total = sum(losses)
    few: set[int] = set()
    carried = 0.0
    for v in sorted(range(len(losses)), key=lambda v: (-rounded(losses[v]), v)):
        if rounded(losses[v]) == 0 or rounded(carried) >= rounded(VITAL_SHARE * total):
            break
        few.add(v)
        carried += losses[v]
    return frozenset(few)


def peaks(gaps: Sequence[float | None], reachable: Sequence[bool]) -> frozenset[int]:
    """The places with the largest |C|, not 0: all of up to three that tie, else the lowest C."""
    sizes = {
        v: rounded(abs(gap))
        for v, gap in enumerate(gaps)
        if gap is not None and reachable[v] and rounded(gap) != 0
    }
    if not sizes:
        return frozenset()
    largest = max(sizes.values())
    tied = [v for v, size in sizes.items() if size == largest]
    if len(tied) <= MOST_PEAKS:
        return frozenset(tied)
    return frozenset([min(tied, key=lambda v: (rounded(gaps[v] or 0.0), v))])


def decisive(flow: Flow) -> frozenset[int]:
    """The place with the largest stakes, where some are above 0; ties by file order."""
    return _largest([stake or 0.0 for stake in flow.stakes])


def ending(chain: Chain, flow: Flow) -> frozenset[int]:
    """The place where the largest share of customers end; ties by file order."""
    ends = [n if chain.ends[v] is not None else flow.lost[v] for v, n in enumerate(flow.visits)]
    return _largest(ends)


def _largest(values: Sequence[float]) -> frozenset[int]:
    compared = [rounded(value) for value in values]
    largest = max(compared, default=0.0)
    return frozenset([compared.index(largest)] if largest > 0 else [])


def unavoidable(chain: Chain) -> frozenset[int]:
    """The places that every path from a start to a target goes through, by dominators.

    Targets are the success exits, or all exits where none is declared success. Source: Cooper,
    Harvey and Kennedy, A Simple, Fast Dominance Algorithm (2001), as networkx has it.
    """
    import networkx as nx

    graph: nx.DiGraph[int] = nx.DiGraph()
    source, sink = -1, -2
    graph.add_edges_from((source, v) for v, share in enumerate(chain.start) if share > 0)
    graph.add_edges_from((v, sink) for v in chain.targets)
    graph.add_edges_from((v, w) for v, ways in enumerate(chain.ways) for w, _ in ways)
    if sink not in graph or not nx.has_path(graph, source, sink):
        return frozenset()
    dominators = nx.immediate_dominators(graph, source)
    found = set()
    v = dominators[sink]
    while v is not None and v != source:
        found.add(v)
        v = dominators[v]
    return frozenset(found)


def reasons_of(analysis: Analysis) -> tuple[tuple[Reason, ...], ...]:
    """Why each touchpoint is a moment of truth, by place in the file; empty where it is none.

    With a trap there is no flow, and vital-few, decisive and ending do not hold.
    """
    chain, flow = analysis.structure.chain, analysis.flow
    points = analysis.journey.touchpoints
    holding: dict[Reason, frozenset[int]] = {
        "declared": frozenset(n for n, point in enumerate(points) if point.moment_of_truth),
        "vital-few": vital_few(analysis.impacts),
        "peak": peaks(
            [figures.gap for figures in analysis.touchpoints],
            [point.id in chain.reachable for point in points],
        ),
        "decisive": decisive(flow) if flow else frozenset(),
        "ending": ending(chain, flow) if flow else frozenset(),
    }
    return tuple(
        tuple(reason for reason, places in holding.items() if n in places)
        for n in range(len(points))
    )
