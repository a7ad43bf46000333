"""Flow: visits, reach, drop-off, outcomes, chance and stakes of an absorbing Markov chain.

Source: Kemeny and Snell, Finite Markov Chains (1960), chapter III: the fundamental matrix
N = (I − Q)⁻¹. The solve is split: touchpoints outside loops need none, each strongly connected
component is solved by itself. O(V + E + Σ m³) over components of m touchpoints.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from cjm.analysis.chain import Chain
from cjm.analysis.figures import summed

LARGEST_REACH = 4_000
"""Members of a component up to which reach is computed: it needs the diagonal of an inverse."""
DENSE = 1_500
"""Members of a component up to which a dense solve is quicker than a sparse one."""
LOST_SIGHT_OF = 1e-6
"""Customers whose end the solve does not know, beyond which it is not believed."""


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


def solve_flow(chain: Chain) -> Flow | None:
    """The flow of a chain; None where a trap holds customers for ever.

    None, too, where a loop leaks so little that floats lose sight of some customers.
    """
    if chain.traps:
        return None
    try:
        return _solved(chain)
    except ValueError:  # numpy's LinAlgError is one
        return None


def _solved(chain: Chain) -> Flow | None:
    visits, returns = _visits(chain)
    lost = tuple(n * d for n, d in zip(visits, chain.drop_off, strict=True))
    outcomes = _outcomes(chain, visits, lost)
    length, ended = summed(visits), summed(outcomes.values())
    if length is None or ended is None or abs(ended - 1) > LOST_SIGHT_OF:
        return None
    reach = tuple(
        None if back is None else min(1.0, n / back)
        for n, back in zip(visits, returns, strict=True)
    )
    chance = _chance(chain)
    return Flow(
        visits=tuple(visits),
        reach=reach,
        lost=lost,
        chance=chance,
        stakes=_stakes(chain, visits, chance),
        outcomes=outcomes,
        length=length,
    )


def _outcomes(chain: Chain, visits: Sequence[float], lost: Sequence[float]) -> dict[str, float]:
    outcomes = {
        name: sum((n for n, end in zip(visits, chain.ends, strict=True) if end == name), 0.0)
        for name in ("success", "failure", "neutral")
    }
    return {**outcomes, "drop_off": summed(lost) or 0.0}


def _visits(chain: Chain) -> tuple[list[float], list[float | None]]:
    """Expected visits, and N(v, v): expected visits of a customer who is at v."""
    visits = list(chain.start)
    returns: list[float | None] = [1.0] * len(visits)
    for members in chain.components:
        if len(members) == 1:
            returns[members[0]] = back = _returns(chain, members[0])
            visits[members[0]] *= back
        else:
            _visit_together(chain, members, visits, returns)
        inside = set(members)
        for v in members:
            for w, p in chain.ways[v]:
                if w not in inside:
                    visits[w] += visits[v] * p
    return visits, returns


def _returns(chain: Chain, v: int) -> float:
    """How often a customer at a touchpoint meets it, this time included, by its own loop.

    1 / (1 − p) with 1 − p summed from what leaves: a loop of 1 − 1e-17 is 1.0 as a float.
    """
    if all(w != v for w, _ in chain.ways[v]):
        return 1.0
    leaving = math.fsum(p for w, p in chain.ways[v] if w != v) + chain.drop_off[v]
    return 1 / leaving


def _visit_together(
    chain: Chain, members: Sequence[int], visits: list[float], returns: list[float | None]
) -> None:
    import numpy as np

    inflow = np.array([visits[v] for v in members])
    matrix = _matrix(chain, members)
    size = len(members)
    diagonal: Any = [None] * size
    if size <= LARGEST_REACH:
        inverse = np.linalg.inv(matrix)
        solved, diagonal = inflow @ inverse, np.diag(inverse).tolist()
    else:
        solved = _solve(matrix.T, inflow)
    if not np.isfinite(solved).all():
        raise np.linalg.LinAlgError("Singular matrix")  # as the dense solve says it
    for v, n, back in zip(members, solved.tolist(), diagonal, strict=True):
        visits[v], returns[v] = max(0.0, n), back


def _chance(chain: Chain) -> tuple[float | None, ...]:
    """The probability of ending at a success exit, from each touchpoint."""
    if not chain.has_success:
        return (None,) * len(chain.ids)
    chance: list[float | None] = [None] * len(chain.ids)
    for members in reversed(chain.components):
        inside = set(members)
        onward = [
            1.0
            if chain.ends[v] == "success"
            else math.fsum(p * (chance[w] or 0.0) for w, p in chain.ways[v] if w not in inside)
            for v in members
        ]
        if len(members) == 1:
            solved = [onward[0] * _returns(chain, members[0])]
        else:
            solved = _solve(_matrix(chain, members), onward).tolist()
        for v, value in zip(members, solved, strict=True):
            chance[v] = min(1.0, max(0.0, value))
    return tuple(chance)


def _matrix(chain: Chain, members: Sequence[int]) -> Any:
    """I − Q of a component: dense up to a size, then sparse."""
    place = {v: n for n, v in enumerate(members)}
    inside = [(place[v], place[w], p) for v in members for w, p in chain.ways[v] if w in place]
    size = len(members)
    if size > LARGEST_REACH:
        from scipy.sparse import coo_array, eye_array

        rows, columns, values = zip(*inside, strict=True)
        return (eye_array(size) - coo_array((values, (rows, columns)), shape=(size, size))).tocsc()
    import numpy as np

    matrix = np.eye(size)
    for row, column, p in inside:
        matrix[row, column] -= p
    return matrix


def _solve(matrix: Any, right: Any) -> Any:
    import numpy as np

    if matrix.shape[0] <= DENSE and isinstance(matrix, np.ndarray):
        return np.linalg.solve(matrix, right)
    from scipy.sparse import csc_array
    from scipy.sparse.linalg import spsolve

    return spsolve(csc_array(matrix), np.asarray(right))


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
