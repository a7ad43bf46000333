"""Statistics of answers: means and shares with their 95 % intervals, from sums.

With weights Kish's effective number of answers takes the place of n in every standard error and
degree of freedom. Source: Kish, Survey Sampling (1965), 11.7.
"""

import math

from cjm.analysis.proportions import wilson_interval
from cjm.analysis.student import student_quantile
from cjm.data.surveys.sums import Sums
from cjm.tuples import NamedTuple

Interval = tuple[float, float]
LEAST_FREEDOM = 1e-6
"""One answer that outweighs all others up to this much says nothing of a spread."""


class Estimate(NamedTuple):
    """A figure of answers, and how sure it is.

    Attributes:
        value: The mean or the share.
        n: How many answers.
        effective: Kish's effective number of them; None without weights.
        sd: The standard deviation of the answers; None of one answer, and of shares.
        interval: The 95 % interval of the value; None of one answer.
    """

    value: float
    n: int
    effective: float | None = None
    sd: float | None = None
    interval: Interval | None = None


def mean_estimate(sums: Sums, centre: float = 0.0) -> Estimate:
    """The mean of answers, with Student's t interval.

    Args:
        sums: The sums of the answers, relative to the centre.
        centre: What is added to the mean again.

    Returns:
        The mean, the standard deviation with n − 1 (or e − 1) and the interval.
    """
    value = centre + float(sums.first / sums.weight)
    sd = _spread(sums)
    interval = None if sd is None else _mean_interval(value, sd, effective_of(sums))
    return Estimate(value, sums.n, _told(sums), sd, interval)


def share_estimate(sums: Sums) -> Estimate:
    """The share, in per cent, of answers that are 1 and not 0, with Wilson's interval.

    Args:
        sums: The sums of answers that are 1 or 0, relative to 0.

    Returns:
        The share and its interval, 0 to 100; no standard deviation.
    """
    share = min(1.0, max(0.0, float(sums.first / sums.weight)))
    interval = None
    if sums.n > 1:
        low, high = wilson_interval(share, effective_of(sums))
        interval = (100 * low, 100 * high)
    return Estimate(100 * share, sums.n, _told(sums), None, interval)


def promoter_estimate(sums: Sums) -> Estimate:
    """The Net Promoter Score: the mean of +100, 0 and −100, its interval kept within them.

    Args:
        sums: The sums of answers that are 1, 0 or −1, relative to 0.

    Returns:
        The score with Student's t interval. Source: Reichheld, Harvard Business Review 81 (2003).
    """
    found = mean_estimate(sums.stretched(100))
    if found.interval is None:
        return found._replace(interval=(-100.0, 100.0)) if sums.n > 1 else found
    low, high = found.interval
    return found._replace(interval=(max(-100.0, low), min(100.0, high)))


def below_share(pairs: Sums) -> float:
    """The share of pairs whose difference is below zero."""
    return min(1.0, float(pairs.below / pairs.weight))


def effective_of(sums: Sums) -> float:
    """Kish's e = (Σw)²/Σw²: how many answers without weights would be worth as much."""
    if not sums.weighted:
        return float(sums.n)
    return max(1.0, float(sums.weight**2 / sums.squares))


def _told(sums: Sums) -> float | None:
    return effective_of(sums) if sums.weighted else None


def _spread(sums: Sums) -> float | None:
    """The standard deviation: exactly 0 where all answers are the same, whatever floats say."""
    if sums.n < 2:
        return None
    if sums.low == sums.high:
        return 0.0
    effective = effective_of(sums)
    if effective - 1 < LEAST_FREEDOM:
        return None
    mean = sums.first / sums.weight
    spread = float(sums.second / sums.weight - mean * mean)
    return math.sqrt(max(0.0, spread) * effective / (effective - 1))


def _mean_interval(value: float, sd: float, effective: float) -> Interval | None:
    """Student's t interval; None where one answer outweighs the others beyond any float."""
    if sd == 0:
        return (value, value)
    margin = student_quantile(effective - 1) * sd / math.sqrt(effective)
    return (value - margin, value + margin) if math.isfinite(margin) else None
