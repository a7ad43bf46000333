"""Affine maps, as `transform` attributes say them."""

from __future__ import annotations

import math
import re
from typing import NamedTuple

_CALL = re.compile(r"(\w+)\(([^)]*)\)")


class Matrix(NamedTuple):
    """(x, y) → (a·x + c·y + e, b·x + d·y + f)."""

    a: float = 1
    b: float = 0
    c: float = 0
    d: float = 1
    e: float = 0
    f: float = 0

    def of(self, x: float, y: float) -> tuple[float, float]:
        """Where a point goes."""
        return (self.a * x + self.c * y + self.e, self.b * x + self.d * y + self.f)

    def after(self, inner: Matrix) -> Matrix:
        """First `inner`, then this one."""
        e, f = self.of(inner.e, inner.f)
        return Matrix(
            self.a * inner.a + self.c * inner.b,
            self.b * inner.a + self.d * inner.b,
            self.a * inner.c + self.c * inner.d,
            self.b * inner.c + self.d * inner.d,
            e,
            f,
        )

    @property
    def scale(self) -> float:
        """By how much lengths grow."""
        return math.sqrt(abs(self.a * self.d - self.b * self.c))


def matrix_of(transform: str) -> Matrix:
    """The map that a `transform` attribute stands for."""
    whole = Matrix()
    for name, arguments in _CALL.findall(transform):
        whole = whole.after(_one(name, [float(n) for n in re.split(r"[\s,]+", arguments.strip())]))
    return whole


def _one(name: str, n: list[float]) -> Matrix:
    match name:
        case "translate":
            return Matrix(e=n[0], f=n[1] if len(n) > 1 else 0)
        case "scale":
            return Matrix(a=n[0], d=n[-1])
        case "rotate":
            turn = math.radians(n[0])
            sin, cos = math.sin(turn), math.cos(turn)
            x, y = (n[1], n[2]) if len(n) == 3 else (0.0, 0.0)
            return Matrix(e=x, f=y).after(Matrix(cos, sin, -sin, cos)).after(Matrix(e=-x, f=-y))
        case "matrix":
            return Matrix(*n)
        case _:
            raise ValueError(f"a map has no transform {name}()")
