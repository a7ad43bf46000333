"""Binomial tests: whether counts fit probabilities, one by one and all of them together."""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence

AS_LIKELY = 1 + 1e-7
"""Outcomes whose probabilities differ by less are equally likely: the rest is noise of floats."""


def binomial_p(count: int, n: int, p: float) -> float:
    """The exact two-sided P value of a count: the sum of all outcomes no likelier than it.

    Args:
        count: How often it happened.
        n: Of how many times.
        p: The probability that is doubted, between 0 and 1, neither included.

    Returns:
        P, 0 to 1.
    """
    limit = _probability(count, n, p) * AS_LIKELY
    mode = min(n, math.floor((n + 1) * p))
    if _probability(mode, n, p) <= limit:
        return 1.0
    # Outcomes get likelier up to the mode and less likely beyond it.
    if count < mode:
        far = _first(mode, n, lambda k: _probability(k, n, p) <= limit)
        low, high = count, far
    else:
        far = _first(0, mode, lambda k: _probability(k, n, p) > limit) - 1
        low, high = far, count
    return min(1.0, _sum_down(low, n, p) + _sum_down(n - high, n, 1 - p))


def holm(values: Sequence[float]) -> tuple[float, ...]:
    """P values adjusted for being several, so that all of them hold together.

    Source: Holm (1979), Scandinavian Journal of Statistics 6, 65–70.

    Args:
        values: P values of all tests.

    Returns:
        The adjusted ones, in the same order.
    """
    adjusted = [0.0] * len(values)
    highest = 0.0
    for nth, place in enumerate(sorted(range(len(values)), key=lambda i: values[i])):
        highest = max(highest, min(1.0, (len(values) - nth) * values[place]))
        adjusted[place] = highest
    return tuple(adjusted)


def _first(low: int, high: int, holds: Callable[[int], bool]) -> int:
    """The first number from `low` on for which it holds; `high` + 1 where it holds for none."""
    high += 1
    while low < high:
        middle = (low + high) // 2
        if holds(middle):
            high = middle
        else:
            low = middle + 1
    return low


def _sum_down(count: int, n: int, p: float) -> float:
    """The probability of at most `count`, which lies below the mode: terms only get smaller."""
    if count < 0:
        return 0.0
    term = total = _probability(count, n, p)
    odds = (1 - p) / p
    for k in range(count, 0, -1):
        term *= k / (n - k + 1) * odds
        if total + term == total:
            break
        total += term
    return total


def _probability(count: int, n: int, p: float) -> float:
    """The probability of just so many, exact to the last digits for any n.

    Source: Loader (2000), Fast and accurate computation of binomial probabilities.
    """
    rest = n - count
    if count == 0:
        return math.exp(n * math.log1p(-p))
    if rest == 0:
        return math.exp(n * math.log(p))
    parts = (
        _stirling_error(n),
        -_stirling_error(count),
        -_stirling_error(rest),
        -_deviance(count, n * p),
        -_deviance(rest, n * (1 - p)),
    )
    return math.exp(math.fsum(parts)) * math.sqrt(n / (2 * math.pi * count * rest))


def _stirling_error(n: int) -> float:
    """How much ln n! is above Stirling's formula."""
    if n < 16:
        return math.lgamma(n + 1) - (n + 0.5) * math.log(n) + n - 0.5 * math.log(2 * math.pi)
    square = n * n
    series = 1 / 1260 - (1 / 1680 - (1 / 1188 - 691 / 360360 / square) / square) / square
    return (1 / 12 - (1 / 360 - series / square) / square) / n


def _deviance(x: float, mean: float) -> float:
    """x ln(x / mean) + mean − x, without losing digits where the two are close."""
    if abs(x - mean) >= 0.1 * (x + mean):
        return x * math.log(x / mean) + mean - x
    v = (x - mean) / (x + mean)
    total, power = (x - mean) * v, 2 * x * v
    for j in range(1, 1000):
        power *= v * v
        new = total + power / (2 * j + 1)
        if new == total:
            break
        total = new
    return total
