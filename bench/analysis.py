"""The analysis: full figures by size, beside the same figures in plain networkx."""

from __future__ import annotations

import math
import random
import resource
import time
from collections.abc import Callable

import networkx as nx
import numpy as np

import cjm
from cjm.journey import Journey, Touchpoint, Transition, probabilities


def journey_of(touchpoints: int, transitions: int, loops: bool, seed: int = 1) -> Journey:
    """A journey that moves on by up to 20 touchpoints at a time, with short ways back if asked."""
    luck = random.Random(seed)
    last = touchpoints - 1
    each = max(1, round(transitions / touchpoints))
    points = []
    for n in range(touchpoints):
        targets = (
            {min(last, n + 1 + luck.randrange(20)) for _ in range(each)} if n < last else set()
        )
        if loops and 3 < n < last and luck.random() < 0.2:
            targets.add(n - 1 - luck.randrange(3))
        ways = tuple(Transition(f"t{t}", 0.97 / len(targets)) for t in sorted(targets))
        points.append(
            Touchpoint(
                f"t{n}",
                expectation=luck.choice([5, 6, 7, 8]),
                experience=luck.choice([4, 5, 6, 7, 8, 9]),
                next=ways,
                outcome=None if ways else "success",
            )
        )
    return Journey("bench", tuple(points))


def full_analysis(journey: Journey) -> None:
    """Every figure that `cjm show --format json` prints."""
    cjm.analyze(journey).to_dict()


def plain_networkx(journey: Journey) -> None:
    """Visits, reach, unavoidable, worst and likely path, loops: what networkx and numpy give.

    What is disappointed or remembered has no counterpart there and is left out.
    """
    graph = nx.DiGraph()
    gaps = {p.id: p.experience.score - p.expectation.score for p in journey.touchpoints}
    graph.add_nodes_from(gaps)
    for p in journey.touchpoints:
        for way, share in zip(p.next, probabilities(p.next), strict=True):
            graph.add_edge(p.id, way.to, p=share, far=-math.log(share), gap=gaps[way.to])
    ids = list(graph)
    start, end = ids[0], ids[-1]
    fundamental = np.linalg.inv(np.eye(len(ids)) - nx.to_numpy_array(graph, weight="p"))
    visits = fundamental[0]
    _ = visits / np.diag(fundamental)
    nx.immediate_dominators(graph, start)
    nx.dijkstra_path(graph, start, end, weight="far")
    if nx.is_directed_acyclic_graph(graph):
        nx.bellman_ford_path(graph, start, end, weight="gap")
    else:
        for _, cycle in zip(range(10_000), nx.simple_cycles(graph), strict=False):
            sum(gaps[id] for id in cycle)


def timed(work: Callable[[Journey], None], journey: Journey, runs: int) -> float:
    """The median of several runs, in seconds."""
    times = []
    for _ in range(runs):
        start = time.perf_counter()
        work(journey)
        times.append(time.perf_counter() - start)
    return sorted(times)[len(times) // 2]


def main() -> None:
    """A row a size; the networkx way only where its dense inverse fits."""
    print("full analysis after imports; pm4py has none of these figures for a given graph")
    print(f"  {'touchpoints':>11} {'transitions':>11} {'loops':>6} {'cjm s':>9} {'networkx s':>11}")
    full_analysis(journey_of(12, 20, True))
    plain_networkx(journey_of(12, 20, True))
    sizes = [
        (12, 20, False, 21),
        (12, 20, True, 21),
        (1_000, 3_000, False, 3),
        (1_000, 3_000, True, 3),
        (10_000, 30_000, False, 3),
        (10_000, 30_000, True, 3),
        (100_000, 300_000, False, 1),
    ]
    for touchpoints, transitions, loops, runs in sizes:
        journey = journey_of(touchpoints, transitions, loops)
        count = sum(len(p.next) for p in journey.touchpoints)
        own = timed(full_analysis, journey, runs)
        peer = f"{timed(plain_networkx, journey, runs):11.4f}" if touchpoints <= 1_000 else " " * 11
        print(f"  {touchpoints:11,} {count:11,} {loops!s:>6} {own:9.4f} {peer}")
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(f"  peak memory of this process: {memory:.0f} MB\n")


if __name__ == "__main__":
    main()
