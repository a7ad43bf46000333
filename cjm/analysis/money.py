"""How many customers are lost at a touchpoint, and what that costs."""

from __future__ import annotations

from cjm.analysis.chain import Chain
from cjm.analysis.flow import Flow
from cjm.analysis.units import finite
from cjm.journey import Journey


def customers_of(journey: Journey, persona: str | None) -> float | None:
    """How many customers there are per period, of a persona its share; None where not known."""
    if journey.customers is None:
        return None
    share = 1.0 if persona is None else journey.persona(persona).share
    return None if share is None else journey.customers.value * share


def lost_of(
    journey: Journey, chain: Chain, flow: Flow | None, persona: str | None
) -> tuple[float | None, ...]:
    """Customers who end at each touchpoint by drop-off or at a failure exit, per period. O(V)."""
    customers = customers_of(journey, persona)
    if flow is None or customers is None:
        return (None,) * len(chain.ids)
    return tuple(
        finite(customers * (flow.visits[v] if end == "failure" else flow.lost[v]))
        for v, end in enumerate(chain.ends)
    )


def worth_of(journey: Journey, lost: float | None) -> float | None:
    """What lost customers would have brought, in the journey's currency; None without a worth."""
    worth = journey.customers.worth if journey.customers else None
    return None if lost is None or worth is None else finite(lost * worth)
