"""How a customer may walk through a journey."""

from __future__ import annotations

from hypothesis import strategies as st

from cjm.journey import Journey, probabilities


@st.composite
def walks(draw: st.DrawFn, journey: Journey, most: int = 30) -> tuple[str, ...]:
    """The touchpoints that one customer meets: from a start that some take, over transitions
    that some take, to an exit or to where some leave; cut at `most` of them.
    """
    starts = [start.touchpoint for start in journey.start if start.share > 0]
    met = [draw(st.sampled_from(starts))]
    while len(met) < most:
        following = journey[met[-1]].next
        shares = probabilities(following)
        onward = [way.to for way, share in zip(following, shares, strict=True) if share > 0]
        leaving = sum(shares) < 1 - 1e-9
        if not onward or (leaving and draw(st.booleans())):
            break
        met.append(draw(st.sampled_from(onward)))
    return tuple(met)
