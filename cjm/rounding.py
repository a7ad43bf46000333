"""How figures are compared: after rounding to 9 decimals, so that 8.3 − 8 is 0.3."""

DECIMALS = 9
"""What is equal to this many decimals is equal: finer differences are the noise of floats."""


def rounded(value: float) -> float:
    """The value as it is compared: 9 decimals, and never −0."""
    return round(value, DECIMALS) + 0.0
