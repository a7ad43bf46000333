"""Figures of two engines: sums of floats differ in their last digits, by the order of rows."""

from __future__ import annotations

import math
from typing import Any


def alike(one: Any, other: Any) -> bool:
    """Whether data are equal, floats to 1e-9; raises where they are not, with what differs."""
    if isinstance(one, dict):
        assert list(one) == list(other)
        return all(alike(one[key], other[key]) for key in one)
    if isinstance(one, (list, tuple)):
        assert len(one) == len(other), (one, other)
        return all(alike(*pair) for pair in zip(one, other, strict=True))
    if isinstance(one, float):
        assert math.isclose(one, other, rel_tol=1e-9, abs_tol=1e-9), (one, other)
        return True
    assert one == other, (one, other)
    return True
