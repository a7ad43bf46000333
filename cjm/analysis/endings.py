"""How customers end: the share who end disappointed, and what they remember.

Exact by pushing probability mass through (touchpoint, running total) as long as that stays small;
else simulated with a fixed seed, the standard error told.
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from cjm.analysis.chain import Chain
from cjm.analysis.flow import LOST_SIGHT_OF
from cjm.analysis.worst import least_to_come

NEGLIGIBLE = 1e-9
"""Probability mass that may be left undecided in an exact answer."""
MOST_STATES = 60_000
"""Steps of the exact computation, in states looked at, before the simulation takes over."""


@dataclass(frozen=True, slots=True)
class Disappointed:
    """The share (0 to 1) of customers whose running total of C is negative when they end."""

    share: float
    exact: bool
    standard_error: float | None = None


def disappointed_share(
    chain: Chain, weights: Sequence[int], most_states: int = MOST_STATES
) -> tuple[float, int] | None:
    """The exact share, to 1e-9 of probability mass, and the states looked at.

    None where it takes more than `most_states`.

    A customer whose sign can no longer change, whatever comes, is decided at once: that cuts the
    rounds of a doom loop short.
    """
    # The most that can come is minus the least with every gap turned round.
    surely_negative = least_to_come(chain, [-weight for weight in weights])
    surely_not = [-bound for bound in least_to_come(chain, weights)]
    states: dict[tuple[int, int], float] = {}
    negative = 0.0
    looked_at = 0
    for v, share in enumerate(chain.start):
        if share > 0:
            states[v, weights[v]] = share
    while states and math.fsum(states.values()) > NEGLIGIBLE:
        following: dict[tuple[int, int], float] = {}
        looked_at += len(states)
        if looked_at > most_states:
            return None
        for (v, total), mass in states.items():
            if total < surely_negative[v]:
                negative += mass
            elif total < surely_not[v]:
                if total < 0:
                    negative += mass * _ending(chain, v)
                for w, p in chain.ways[v]:
                    key = (w, total + weights[w])
                    following[key] = following.get(key, 0.0) + mass * p
        states = following
    return min(1.0, max(0.0, negative)), looked_at


def _ending(chain: Chain, v: int) -> float:
    """The share of those at a touchpoint whose journey ends there."""
    return 1.0 if chain.ends[v] is not None else chain.drop_off[v]


# ---- what is remembered ---------------------------------------------------------------------


def remembered_score(
    chain: Chain, gaps: Sequence[float | None], visits: Sequence[float]
) -> float | None:
    """Peak-end: the mean over customers of (C with the largest |C| met + last C met) / 2.

    The later wins a tie of |C|. Unmeasured touchpoints are skipped, customers who met no measured
    one are left out; None where none is left, and where a loop leaks so little that floats lose
    sight of some customers. Two linear solves for each distinct |C|.
    Source: Fredrickson and Kahneman, Journal of Personality and Social Psychology 65 (1993) 45.
    """
    import numpy as np

    live = [v for v, n in enumerate(visits) if n > 0]
    measured = [v for v in live if gaps[v] is not None]
    if not measured:
        return None
    try:
        return _remembered(chain, gaps, live, measured)
    except np.linalg.LinAlgError:
        return None


def _remembered(
    chain: Chain, gaps: Sequence[float | None], live: Sequence[int], measured: Sequence[int]
) -> float | None:
    import numpy as np

    start, step = _measured_chain(chain, live, measured)
    met = float(start.sum())
    end = np.clip(1 - step.sum(axis=1), 0, 1)
    values = np.array([gaps[v] for v in measured], dtype=float)
    with np.errstate(over="ignore", invalid="ignore"):
        ended = _expected(start, step) * end
        last = float(ended @ values)
        peak = sum(_peak_parts(start, step, end, values))
        score = (peak + last) / (2 * met) if met > 0 else math.nan
    return score if math.isfinite(score) and abs(ended.sum() - met) < LOST_SIGHT_OF else None


def feasible_remembered(gaps: Sequence[float | None]) -> bool:
    """Whether the exact solves of `remembered_score` take some tenths of a second at most."""
    measured = [abs(g) for g in gaps if g is not None]
    return len(set(measured)) * len(gaps) ** 3 < 2e9 and len(gaps) < 3_000


def _expected(start: Any, step: Any) -> Any:
    """Expected visits of a chain that starts with `start` and moves by `step`."""
    import numpy as np

    return np.linalg.solve((np.eye(len(step)) - step).T, start)


def _measured_chain(chain: Chain, live: Sequence[int], measured: Sequence[int]) -> tuple[Any, Any]:
    """The chain seen only at measured touchpoints: where it starts, and its steps."""
    import numpy as np

    place = {v: n for n, v in enumerate(live)}
    matrix = np.zeros((len(live), len(live)))
    for v in live:
        for w, p in chain.ways[v]:
            if w in place:
                matrix[place[v], place[w]] += p
    start = np.array([chain.start[v] for v in live])
    seen = np.array([place[v] for v in measured])
    unseen = np.array([n for n in range(len(live)) if n not in set(seen.tolist())], dtype=int)
    step = matrix[np.ix_(seen, seen)]
    if not len(unseen):
        return start[seen], step
    through = np.eye(len(unseen)) - matrix[np.ix_(unseen, unseen)]
    onward = np.linalg.solve(through, matrix[np.ix_(unseen, seen)])
    return (
        start[seen] + start[unseen] @ onward,
        step + matrix[np.ix_(seen, unseen)] @ onward,
    )


def _peak_parts(start: Any, step: Any, end: Any, values: Any) -> Iterator[float]:
    """What each distinct |C| adds to the mean peak.

    A touchpoint is the peak when it is the last met of its |C| and none larger is ever met.
    """
    import numpy as np

    size = np.abs(values).round(9)
    for magnitude in np.unique(size):
        within, tied, below = size <= magnitude, size == magnitude, size < magnitude
        visits = np.zeros(len(size))
        visits[within] = _expected(start[within], step[np.ix_(within, within)])
        quiet = end[tied]
        if below.any():
            inner = np.eye(int(below.sum())) - step[np.ix_(below, below)]
            quiet = quiet + step[np.ix_(tied, below)] @ np.linalg.solve(inner, end[below])
        yield float((visits[tied] * quiet) @ values[tied])
