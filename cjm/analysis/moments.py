"""Moments of truth: where opinions are made, each with its reasons."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal

from cjm.analysis.chain import Chain
from cjm.analysis.flow import Flow
from cjm.rounding import rounded

Reason = Literal["declared", "vital-few", "peak", "decisive", "ending"]
VITAL_SHARE = 0.8
"""The vital few carry at least this share of the total loss (Pareto)."""
MOST_TIED = 3
"""Touchpoints that may share a reason of which there is one: of more it says nothing."""


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
    tied = strongest(gaps, reachable)
    if len(tied) <= MOST_TIED:
        return frozenset(tied)
    return frozenset([min(tied, key=lambda v: (rounded(gaps[v] or 0.0), v))])


def strongest(gaps: Sequence[float | None], reachable: Sequence[bool]) -> list[int]:
    """All places with the largest |C|, not 0."""
    sizes = {
        v: rounded(abs(gap))
        for v, gap in enumerate(gaps)
        if gap is not None and reachable[v] and rounded(gap) != 0
    }
    largest = max(sizes.values(), default=0.0)
    return [v for v, size in sizes.items() if size == largest]


def decisive(flow: Flow) -> frozenset[int]:
    """The places with the largest stakes, where some are above 0; none where many tie."""
    return _largest([stake or 0.0 for stake in flow.stakes])


def ending(chain: Chain, flow: Flow) -> frozenset[int]:
    """The places where the largest share of customers end; none where many tie."""
    return _largest(_endings(chain, flow))


def has_one_ending(chain: Chain, flow: Flow) -> bool:
    """Whether all customers end at the same place, so that no other could have more."""
    return max(map(rounded, _endings(chain, flow)), default=0.0) == 1


def _endings(chain: Chain, flow: Flow) -> list[float]:
    """The share of customers who end at each place, by exit or drop-off."""
    return [n if chain.ends[v] is not None else flow.lost[v] for v, n in enumerate(flow.visits)]


def _largest(values: Sequence[float]) -> frozenset[int]:
    compared = [rounded(value) for value in values]
    largest = max(compared, default=0.0)
    tied = [v for v, value in enumerate(compared) if value == largest > 0]
    return frozenset(tied if len(tied) <= MOST_TIED else [])


def reasons_of(
    chain: Chain,
    flow: Flow | None,
    gaps: Sequence[float | None],
    impacts: Sequence[float | None],
    declared: Sequence[bool],
) -> tuple[tuple[Reason, ...], ...]:
    """Why each touchpoint is a moment of truth, by place in the file; empty where it is none.

    Without a flow, vital-few, decisive and ending do not hold.
    """
    holding: dict[Reason, frozenset[int]] = {
        "declared": frozenset(v for v, is_declared in enumerate(declared) if is_declared),
        "vital-few": vital_few(impacts),
        "peak": peaks(gaps, [id in chain.reachable for id in chain.ids]),
        "decisive": decisive(flow) if flow else frozenset(),
        "ending": ending(chain, flow) if flow else frozenset(),
    }
    return tuple(
        tuple(reason for reason, places in holding.items() if v in places)
        for v in range(len(chain.ids))
    )


def tied(
    chain: Chain, gaps: Sequence[float | None], reasons: Sequence[Sequence[Reason]]
) -> dict[Reason, int]:
    """How many touchpoints share a reason of which there is one; only reasons that hold.

    Of peaks all are counted, also where the lowest of many is the only one that is told.
    """
    names: tuple[Reason, ...] = ("peak", "decisive", "ending")
    counts = {name: sum(name in held for held in reasons) for name in names}
    if counts["peak"]:
        counts["peak"] = len(strongest(gaps, [id in chain.reachable for id in chain.ids]))
    return {name: count for name, count in counts.items() if count}
