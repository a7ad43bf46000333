"""Durations: kept as they were written, counted in seconds."""

from cjm.journey.values import DURATION

SECONDS = {"s": 1, "min": 60, "h": 3_600, "d": 86_400}


def seconds(duration: str | None) -> float | None:
    """A duration such as "15 min" in seconds; None where it is none."""
    match = DURATION.fullmatch(duration or "")
    return float(match[1]) * SECONDS[match[2]] if match else None
