"""The axis of the curve's lane: which points of C it spans, and where its lines stand."""

from cjm.maps.content.sheet.model import Plot
from cjm.rounding import rounded
from cjm.tuples import NamedTuple

STEPS = (0.1, 0.2, 0.5, 1, 2, 3, 5, 10, 20, 30, 50, 100, 200, 300, 500, 1000)
MOST_OF_BALANCE = 3.0
"""The balance may stretch the axis by this much; beyond it is drawn at the edge."""
MOST_VALUES = 6
"""So many distances between the values beside the axis of a score."""
LEAST_SIDE = 0.22
"""The part of the height that delight and disappointment have at least."""


class Axis(NamedTuple):
    """From `low` to `high` points of C, or of a score; `lines` are the points that have a line.

    Stems and grounds begin at `base`; `signed` figures have a plus or a minus.
    """

    low: float
    high: float
    lines: tuple[float, ...]
    base: float = 0.0
    signed: bool = True

    @property
    def span(self) -> float:
        """How many points it spans."""
        return self.high - self.low


LARGEST = 1e300
"""Points beyond are drawn here: their sums would be more than a float can hold."""


def axis_of(plots: tuple[Plot, ...], scale: tuple[float, float]) -> Axis:
    """One axis for all plots, so that they can be compared; a tenth of the scale at least."""
    if plots and plots[0].measure != "gap":
        return _scale_axis(*scale)
    gaps = [
        bounded(n.value) for p in plots for c in p.curves for n in c.nodes if n.value is not None
    ]
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


def _scale_axis(low: float, high: float) -> Axis:
    """The axis of a score is the journey's scale."""
    low, high = bounded(low), bounded(high)
    slack = 0.06 * (high - low)
    base = 0.0 if low < 0 < high else low
    return Axis(low - slack, high + slack, _values(low, high), base, signed=False)


def _values(low: float, high: float) -> tuple[float, ...]:
    """Six values of a scale or fewer with the same distance, both ends among them."""
    span = high - low
    for step in STEPS:
        count = span / step
        if 2 <= count <= MOST_VALUES and rounded(count) == int(rounded(count)):
            return tuple(low + k * step for k in range(int(rounded(count)) + 1))
    return (low, (low + high) / 2, high)


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
