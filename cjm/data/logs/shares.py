"""Shares as a journey writes them: six digits, and sums that the format takes for what they are."""

from collections.abc import Sequence

MILLION = 1_000_000
LEAST_REST = 2
"""Millionths that drop off at least: a sum of shares any closer to 1 is read as 1."""


def written_shares(counts: Sequence[int], rest: int = 0) -> list[float]:
    """What each count is of all, in six digits.

    None becomes 0, which would mean that nobody goes there. Where nothing is left over the largest
    takes the rounding, so that they sum to 1; where something is, however little, they sum to less.

    Args:
        counts: Customers who go on, by where to; none is 0.
        rest: Customers who do not.
    """
    total = sum(counts) + rest
    parts = [max(1, (2 * count * MILLION + total) // (2 * total)) for count in counts]
    most = MILLION - (LEAST_REST if rest else 0)
    if parts and (not rest or sum(parts) > most):
        largest = max(range(len(parts)), key=lambda place: (counts[place], -place))
        parts[largest] += most - sum(parts)
    return [part / MILLION for part in parts]


def wait_text(seconds: float) -> str:
    """A wait in two digits, in the largest of s, min, h, d that gives at least 1."""
    for unit, length in (("d", 86_400), ("h", 3_600), ("min", 60), ("s", 1)):
        if seconds >= length:
            return f"{float(f'{seconds / length:.2g}'):.15g} {unit}"
    return "0 s"
