"""What all personas of a journey share: its chain and who flows through it."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, Any

from cjm.journey import Journey

if TYPE_CHECKING:
    import networkx as nx

    from cjm.analysis.chain import Chain
    from cjm.analysis.flow import Flow, Obstacle


class Structure:
    """The chain of a journey and its flow, worked out when first asked for."""

    def __init__(self, journey: Journey, chain: Chain | None = None) -> None:
        """Of a journey; `chain` is its own with the shares that nobody gave moved."""
        self._journey = journey
        self._chain = chain

    @cached_property
    def chain(self) -> Chain:
        """The journey as a Markov chain."""
        from cjm.analysis.chain import build_chain, kept

        return self._chain or kept(build_chain(self._journey))

    @cached_property
    def moved(self) -> Structure | None:
        """The same with the shares that nobody gave moved; None where all are given.

        None too where there is no flow to compare.
        """
        from cjm.analysis.open_shares import has_open_shares, moved_chain

        if self._chain or not has_open_shares(self._journey) or self.flow is None:
            return None
        moved = Structure(self._journey, moved_chain(self._journey, self.chain))
        return None if moved.flow is None else moved

    @cached_property
    def graph(self) -> nx.DiGraph[str]:
        """The journey for networkx."""
        from cjm.analysis.graph import build_graph

        return build_graph(self._journey)

    @cached_property
    def _solved(self) -> Flow | Obstacle:
        from cjm.analysis.flow import solve_flow

        return solve_flow(self.chain)

    @property
    def flow(self) -> Flow | None:
        """Who goes where; None where something stands in the way of solving it."""
        return None if isinstance(self._solved, str) else self._solved

    @property
    def obstacle(self) -> Obstacle | None:
        """What stands in the way of the flow, where there is none."""
        return self._solved if isinstance(self._solved, str) else None


class Structured:
    """What is told of a journey's structure, whoever lives it: the graph, and who flows through."""

    def __init__(self, structure: Structure) -> None:
        self.structure = structure

    @property
    def chain(self) -> Chain:
        """The journey as a Markov chain, by places in the file."""
        return self.structure.chain

    @property
    def graph(self) -> Any:
        """The journey as a networkx DiGraph; transitions carry `probability`. O(V + E)."""
        return self.structure.graph

    @property
    def reachable(self) -> frozenset[str]:
        """Touchpoints some customer can meet: from a start, by probabilities > 0. O(V + E)."""
        return self.chain.reachable

    @property
    def leading_out(self) -> frozenset[str]:
        """Touchpoints from which an exit can be reached by probabilities > 0. O(V + E)."""
        return self.chain.leading_out

    @property
    def traps(self) -> tuple[frozenset[str], ...]:
        """Sets of touchpoints that customers enter and never leave, not even by drop-off."""
        return self.chain.traps

    @property
    def flow(self) -> Flow | None:
        """Visits, reach, drop-off, chance and stakes by place in the file; None with a trap."""
        return self.structure.flow

    @property
    def obstacle(self) -> Obstacle | None:
        """Why there is no flow: "trap", "endless" or "solver"; None where there is one."""
        return self.structure.obstacle

    @property
    def endless(self) -> frozenset[str]:
        """Where the flow is "endless": the loop that lets out the fewest customers, else nothing.

        The loops are the strongly connected components; of each the most that leave from one of its
        touchpoints counts. O(V + E).
        """
        if self.obstacle != "endless":
            return frozenset()
        from cjm.analysis.flow import leaving_of

        chain = self.chain
        most = {members: max(leaving_of(chain, members)) for members in chain.components}
        return frozenset(chain.ids[v] for v in min(most, key=lambda members: most[members]))

    @property
    def length(self) -> float | None:
        """Expected touchpoints per customer."""
        return self.flow.length if self.flow else None

    @property
    def outcomes(self) -> dict[str, float | None]:
        """Shares of customers who end by success, failure, neutral exits and drop-off; sum 1."""
        if self.flow is None:
            return dict.fromkeys(("success", "failure", "neutral", "drop_off"))
        return dict(self.flow.outcomes)
