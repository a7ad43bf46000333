"""The axis of the curve's lane: which points of C it spans, and where its lines stand."""

from cjm.maps.content.sheet.model import Plot
from cjm.tuples import NamedTuple

STEPS = (0.1, 0.2, 0.5, 1, 2, 3, 5, 10, 20, 30, 50, 100, 200, 300, 500, 1000)
MOST_OF_BALANCE = 3.0
"""The balance may stretch the axis by this much; beyond it is drawn at the edge."""
LEAST_SIDE = 0.22
"""The part of the height that delight and disappointment have at least."""


class Axis(NamedTuple):
    """From `low` to `high` points of C; `lines` are the points that have a line."""

    low: float
    high: float
    lines: tuple[float, ...]

    @property
    def span(self) -> float:
        """How many points it spans."""
        return self.high - self.low


LARGEST = 1e300
"""Points beyond are drawn here: their sums would be more than a float can hold."""


def axis_of(plots: tuple[Plot, ...], scale: tuple[float, float]) -> Axis:
    """One axis for all plots, so that they can be compared; a tenth of the scale at least."""
    gaps = [bounded(n.gap) for p in plots for c in p.curves for n in c.nodes if n.gap is not None]
    low, high = min([0.0, *gaps]), max([0.0, *gaps])
    tenth = (min(scale[1], LARGEST) - max(scale[0], -LARGEST)) / 10 or 1.0
    most = max(high - low, tenth) * MOST_OF_BALANCE
    sums = [bounded(s.balance) for p in plots for s in p.steps if s.likely]
    low, high = (
        max(min([low, *sums]), min(low, high - most)),
        min(max([high, *sums]), max(high, low + most)),
    )
    least = max(tenth, (high - low) * LEAST_SIDE / (1 - LEAST_SIDE))
    low, high = min(low, -least), max(high, least)
    slack = 0.06 * (high - low)
    return Axis(low - slack, high + slack, _lines(low, high))


def bounded(points: float) -> float:
    """Points that can be added and subtracted."""
    return max(-LARGEST, min(LARGEST, points))


def _lines(low: float, high: float) -> tuple[float, ...]:
    """One or two lines on each side: the widest step that fits the longer one."""
    longer = max(high, -low)
    fitting = [s for s in STEPS if s <= longer * 0.85]
    step = fitting[-1] if fitting else longer / 2
    if longer > STEPS[-1] * 2:
        step = longer / 2
    count = int(longer / step)
    points = [k * step for k in range(-count, count + 1) if k]
    return tuple(p for p in points if low * 1.02 <= p <= high * 1.02)
