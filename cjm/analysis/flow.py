"""Flow: visits, reach, drop-off, outcomes, chance and stakes of an absorbing Markov chain.

Source: Kemeny and Snell, Finite Markov Chains (1960), chapter III: the fundamental matrix
N = (I − Q)⁻¹. The solve is split: touchpoints outside loops need none, each strongly connected
component is solved by itself.
"""

from __future__ import annotations

import math
from collections.abc import Collection, Sequence
from functools import lru_cache
from typing import Literal

from cjm.analysis.chain import CHAINS_KEPT, Chain
from cjm.analysis.solving import Solver, SolverMissing, solver_of
from cjm.analysis.units import summed
from cjm.analysis.unsolved import note
from cjm.records import dataclass

LOST_SIGHT_OF = 1e-6
"""Customers whose end the solve does not know, beyond which it is not believed."""

Obstacle = Literal["trap", "endless", "solver"]
"""Why there is no flow: customers are trapped, a loop leaks so little that floats lose sight of
them, or solving it takes a library that is not installed."""


@dataclass(frozen=True, slots=True)
class Flow:
    """Figures by place in the file.

    `visits` are expected visits per customer, `reach` the probability of meeting a touchpoint at
    least once (None where a component is too large), `lost` the expected share of customers lost
    silently there, `chance` the probability of a success exit from there (None where unreachable
    or where no exit is declared success), `stakes` how much of the outcome is decided there.
    """

    visits: tuple[float, ...]
    reach: tuple[float | None, ...]
    lost: tuple[float, ...]
    chance: tuple[float | None, ...]
    stakes: tuple[float | None, ...]
    outcomes: dict[str, float]
    length: float


def solve_flow(chain: Chain) -> Flow | Obstacle:
    """The flow of a chain, or what stands in its way. O(V + E) outside components."""
    if chain.traps:
        return "trap"
    try:
        return _solved(chain)
    except SolverMissing:
        note("flow")
        return "solver"
    except ValueError:  # a touchpoint that nobody leaves; numpy's LinAlgError is one, too
        return "endless"


def reach_of_any(chain: Chain, places: Collection[int]) -> float:
    """The probability of meeting any of some touchpoints: they are made to keep who comes.

    Raises ValueError and SolverMissing as the flow does; where there is a flow, there is this.
    """
    kept = frozenset(places)
    entering = list(chain.start)
    for members in chain.components:
        passing = [v for v in members if v not in kept]
        if passing:
            inflow = [entering[v] for v in passing]
            if any(inflow):
                visits = _solver(chain, passing).visits(inflow)
                _move_on(chain, passing, visits, entering)
    return min(1.0, math.fsum(entering[v] for v in kept))


@lru_cache(CHAINS_KEPT)
def _solved(chain: Chain) -> Flow | Obstacle:
    solvers = [_solver(chain, members) for members in chain.components]
    visits, returns = _visits(chain, solvers)
    lost = tuple(n * d for n, d in zip(visits, chain.drop_off, strict=True))
    outcomes = _outcomes(chain, visits, lost)
    length, ended = summed(visits), summed(outcomes.values())
    if length is None or ended is None or abs(ended - 1) > LOST_SIGHT_OF:
        return "endless"
    reach = tuple(
        None if back is None else min(1.0, n / back)
        for n, back in zip(visits, returns, strict=True)
    )
    chance = _chance(chain, solvers)
    return Flow(
        visits=tuple(visits),
        reach=reach,
        lost=tuple(map(_at_most_everybody, lost)),
        chance=chance,
        stakes=_stakes(chain, visits, chance),
        outcomes={name: _at_most_everybody(share) for name, share in outcomes.items()},
        length=length,
    )


def _at_most_everybody(share: float) -> float:
    """A share without the last bit by which sums of floats exceed 1."""
    return min(1.0, share)


def _outcomes(chain: Chain, visits: Sequence[float], lost: Sequence[float]) -> dict[str, float]:
    outcomes = {
        name: sum((n for n, end in zip(visits, chain.ends, strict=True) if end == name), 0.0)
        for name in ("success", "failure", "neutral")
    }
    return {**outcomes, "drop_off": summed(lost) or 0.0}


def _solver(chain: Chain, members: Sequence[int]) -> Solver:
    """The solver of some touchpoints that customers pass through."""
    place = {v: n for n, v in enumerate(members)}
    rows = [{place[w]: p for w, p in chain.ways[v] if w in place} for v in members]
    return solver_of(rows, leaving_of(chain, members))


def leaving_of(chain: Chain, members: Sequence[int]) -> list[float]:
    """From each of some touchpoints, the probability of leaving them, by drop-off too."""
    inside = set(members)
    return [
        1.0
        if chain.ends[v] is not None
        else math.fsum([*(p for w, p in chain.ways[v] if w not in inside), chain.drop_off[v]])
        for v in members
    ]


def _visits(chain: Chain, solvers: Sequence[Solver]) -> tuple[list[float], list[float | None]]:
    """Expected visits, and N(v, v): expected visits of a customer who is at v."""
    entering = list(chain.start)
    visits = [0.0] * len(entering)
    returns: list[float | None] = [1.0] * len(entering)
    for members, solver in zip(chain.components, solvers, strict=True):
        solved = solver.visits([entering[v] for v in members])
        if not all(map(math.isfinite, solved)):
            raise ValueError("more visits than a float can hold")
        for v, n in zip(members, solved, strict=True):
            visits[v] = max(0.0, n)
        back = solver.returns()
        for nth, v in enumerate(members):
            returns[v] = None if back is None else back[nth]
        _move_on(chain, members, [visits[v] for v in members], entering)
    return visits, returns


def _move_on(
    chain: Chain, members: Sequence[int], visits: Sequence[float], entering: list[float]
) -> None:
    """Let those who pass through some touchpoints enter others."""
    inside = set(members)
    for v, n in zip(members, visits, strict=True):
        for w, p in chain.ways[v]:
            if w not in inside:
                entering[w] += n * p


def _chance(chain: Chain, solvers: Sequence[Solver]) -> tuple[float | None, ...]:
    """The probability of ending at a success exit, from each touchpoint."""
    if not chain.has_success:
        return (None,) * len(chain.ids)
    chance: list[float | None] = [None] * len(chain.ids)
    for members, solver in zip(reversed(chain.components), reversed(solvers), strict=True):
        inside = set(members)
        onward = [
            1.0
            if chain.ends[v] == "success"
            else math.fsum(p * (chance[w] or 0.0) for w, p in chain.ways[v] if w not in inside)
            for v in members
        ]
        for v, value in zip(members, solver.expected(onward), strict=True):
            chance[v] = min(1.0, max(0.0, value))
    return tuple(chance)


def _stakes(
    chain: Chain, visits: Sequence[float], chance: Sequence[float | None]
) -> tuple[float | None, ...]:
    """n(v)·(Σ p(v→w)·|V(v) − V(w)| + d(v)·V(v)).

    Customers × stakes is what Kobialka and others (FM 2024, 10.1007/978-3-031-71177-0_12)
    publish as 'lost users'; it counts gains and losses of chance alike.
    """
    stakes: list[float | None] = []
    for v, own in enumerate(chance):
        if own is None:
            stakes.append(None)
            continue
        moved = math.fsum(p * abs(own - (chance[w] or 0.0)) for w, p in chain.ways[v])
        stakes.append(visits[v] * (moved + chain.drop_off[v] * own))
    return tuple(stakes)
