"""What all personas of a journey share: its chain and who flows through it."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from cjm.journey import Journey

if TYPE_CHECKING:
    import networkx as nx

    from cjm.analysis.chain import Chain
    from cjm.analysis.flow import Flow, Obstacle


class Structure:
    """The chain of a journey and its flow, worked out when first asked for."""

    def __init__(self, journey: Journey) -> None:
        self._journey = journey

    @cached_property
    def chain(self) -> Chain:
        """The journey as a Markov chain."""
        from cjm.analysis.chain import build_chain

        return build_chain(self._journey)

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
