"""One part of a chain solved: expected visits, expected gains, returns.

Small parts, and large ones with few loops, are eliminated without any library. Others are solved
by NumPy: densely, or where that is too large by a series, or by SciPy's sparse factors where the
series is too long.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from typing import Any, Protocol

from cjm.analysis.elimination import Rows, Step, eliminate, expected_of, returns_of, visits_of

SMALL = 40
"""Touchpoints up to which nothing but elimination is used."""
PRODUCTS = SMALL * (SMALL - 1) * (2 * SMALL - 1) // 6
"""Products that eliminating a complete graph of `SMALL` touchpoints takes: always allowed."""
MOST_PRODUCTS = 200_000
"""Products of an elimination, however large the part; about a tenth of a second."""
PRODUCTS_ALONE = 4_000_000
"""The same where there is no NumPy: some seconds at most."""
DENSE = 4_000
"""Touchpoints up to which NumPy inverts the matrix: some seconds and 400 MB, and every reach."""
NEGLIGIBLE = 2.0**-53
"""What a float cannot tell from nothing beside 1."""
MOST_TERMS = 20_000
"""Terms of a series; at about 0.1 ms each for 30,000 transitions."""
FIRST_TERMS = 1_024
"""Terms after which a series that would be too long is given up."""


class SolverMissing(Exception):
    """A part of the chain is too large for what is installed here."""


class Solver(Protocol):
    """(I − Q)⁻¹ of a part of a chain, from the left, from the right, and its diagonal."""

    def visits(self, inflow: Sequence[float]) -> list[float]:
        """Expected visits of the customers who enter."""

    def expected(self, gain: Sequence[float]) -> list[float]:
        """What a customer gains in all from each touchpoint, `gain` a visit."""

    def returns(self) -> list[float] | None:
        """Expected visits of a customer who is there; None where there are too many of them."""


def solver_of(rows: Rows, leaving: Sequence[float]) -> Solver:
    """The quickest way to solve a part of a chain.

    Args:
        rows: from each touchpoint, by place in the part: where it leads inside the part.
        leaving: from each touchpoint, the probability of leaving the part.

    Raises:
        ValueError: customers cannot leave, or so seldom that floats lose sight of them.
        SolverMissing: it takes a library that is not installed.
    """
    size = len(rows)
    if size == 1 and leaving[0] > 0:
        return Alone(leaving[0])
    steps = eliminate(rows, leaving, max(PRODUCTS, min(size**3 / 1_000, MOST_PRODUCTS)))
    if steps is not None:
        return Eliminated(steps)
    try:
        import numpy as np  # noqa: F401  asked for here: the classes below count on it
    except ModuleNotFoundError:
        steps = eliminate(rows, leaving, PRODUCTS_ALONE)
        if steps is None:
            raise SolverMissing("numpy") from None
        return Eliminated(steps)
    if size <= DENSE:
        return Dense(rows)
    matrix = Transitions(rows)
    terms = terms_of(matrix)
    return Factored(matrix) if terms is None else Series(matrix, terms)


class Alone:
    """A touchpoint by itself, solved by a division."""

    def __init__(self, leaving: float) -> None:
        self._leaving = leaving

    def visits(self, inflow: Sequence[float]) -> list[float]:
        """Expected visits of the customers who enter."""
        return [inflow[0] / self._leaving]

    def expected(self, gain: Sequence[float]) -> list[float]:
        """What a customer gains in all, `gain` a visit."""
        return [gain[0] / self._leaving]

    def returns(self) -> list[float]:
        """Expected visits of a customer who is there."""
        return [1 / self._leaving]


class Eliminated:
    """Solved without any library."""

    def __init__(self, steps: Sequence[Step]) -> None:
        self._steps = steps

    def visits(self, inflow: Sequence[float]) -> list[float]:
        """Expected visits of the customers who enter."""
        return visits_of(self._steps, inflow)

    def expected(self, gain: Sequence[float]) -> list[float]:
        """What a customer gains in all from each touchpoint, `gain` a visit."""
        return expected_of(self._steps, gain)

    def returns(self) -> list[float]:
        """Expected visits of a customer who is there."""
        return returns_of(self._steps)


class Dense:
    """Solved by the inverse."""

    def __init__(self, rows: Rows) -> None:
        import numpy as np

        matrix = np.eye(len(rows))
        for i, row in enumerate(rows):
            for j, p in row.items():
                matrix[i, j] -= p
        self._inverse = np.linalg.inv(matrix)

    def visits(self, inflow: Sequence[float]) -> list[float]:
        """Expected visits of the customers who enter."""
        return (inflow @ self._inverse).tolist()  # type: ignore[no-any-return]

    def expected(self, gain: Sequence[float]) -> list[float]:
        """What a customer gains in all from each touchpoint, `gain` a visit."""
        return (self._inverse @ gain).tolist()  # type: ignore[no-any-return]

    def returns(self) -> list[float]:
        """Expected visits of a customer who is there."""
        return self._inverse.diagonal().tolist()  # type: ignore[no-any-return]


class Transitions:
    """The transitions of a part, one array for where they begin, end and their probability."""

    def __init__(self, rows: Rows) -> None:
        import numpy as np

        self.size = len(rows)
        self.begin = np.array([i for i, row in enumerate(rows) for _ in row], dtype=np.intp)
        self.end = np.array([j for row in rows for j in row], dtype=np.intp)
        self.probability = np.array([p for row in rows for p in row.values()])

    def moved(self, customers: Any) -> Any:
        """Where customers are a move later: x·Q."""
        import numpy as np

        moving = customers[self.begin] * self.probability
        return np.bincount(self.end, moving, self.size)

    def foreseen(self, values: Any) -> Any:
        """What a customer expects a move later: Q·y."""
        import numpy as np

        return np.bincount(self.begin, values[self.end] * self.probability, self.size)


def terms_of(matrix: Transitions) -> int | None:
    """How many terms of (I − Q)⁻¹ = Σ Qᵏ are enough; None where they are too many.

    The largest entry of Qᵏ·1 is ‖Qᵏ‖∞, the probability that a customer is still inside after k
    moves from where that is likeliest. K terms are enough when it is below 2⁻⁵³. For:

    - what the left series leaves out, x = Σ_{k ≥ K} b·Qᵏ = b·N·Qᴷ with b ≥ 0, is not negative,
      and Σ x = b·N·(Qᴷ·1) ≤ ‖Qᴷ‖∞ · b·N·1: of the sum of all visits no more than that share;
    - what the right series leaves out, N·Qᴷ·r = Qᴷ·(N·r), is at most ‖Qᴷ‖∞ · ‖N·r‖∞, and N·r
      is a probability where r is that of ending well at once.

    As ‖Q^{mk}‖ ≤ ‖Qᵏ‖^m, what k terms have left tells how many are enough at most.
    """
    import numpy as np

    inside = np.ones(matrix.size)
    left = 1.0
    terms = 0
    while left > NEGLIGIBLE:
        inside = matrix.foreseen(inside)
        left = float(inside.max())
        terms += 1
        if terms >= FIRST_TERMS and terms & (terms - 1) == 0:
            enough = terms * math.log(NEGLIGIBLE) / math.log(left) if 0 < left < 1 else math.inf
            if left >= 1 or enough > MOST_TERMS:
                return None
    return terms


class Series:
    """Solved by summing Qᵏ: customers move on until next to none is left."""

    def __init__(self, matrix: Transitions, terms: int) -> None:
        self._matrix = matrix
        self._terms = terms

    def visits(self, inflow: Sequence[float]) -> list[float]:
        """Expected visits of the customers who enter."""
        return self._summed(inflow, self._matrix.moved)

    def expected(self, gain: Sequence[float]) -> list[float]:
        """What a customer gains in all from each touchpoint, `gain` a visit."""
        return self._summed(gain, self._matrix.foreseen)

    def returns(self) -> None:
        """Not worked out: a series for each touchpoint."""

    def _summed(self, first: Sequence[float], following: Any) -> list[float]:
        import numpy as np

        term = np.array(first, dtype=float)
        total = term.copy()
        for _ in range(self._terms - 1):
            term = following(term)
            total += term
        return total.tolist()  # type: ignore[no-any-return]


class Factored:
    """Solved by sparse factors, worked out once."""

    def __init__(self, matrix: Transitions) -> None:
        try:
            from scipy.sparse import coo_array, eye_array
            from scipy.sparse.linalg import splu
        except ModuleNotFoundError:
            raise SolverMissing("scipy") from None
        shape = (matrix.size, matrix.size)
        moves = coo_array((matrix.probability, (matrix.begin, matrix.end)), shape=shape)
        try:
            self._factors = splu((eye_array(matrix.size) - moves).tocsc())
        except RuntimeError as error:  # exactly singular
            raise ValueError(str(error)) from error

    def visits(self, inflow: Sequence[float]) -> list[float]:
        """Expected visits of the customers who enter."""
        import numpy as np

        return self._factors.solve(np.array(inflow, dtype=float), "T").tolist()  # type: ignore[no-any-return]

    def expected(self, gain: Sequence[float]) -> list[float]:
        """What a customer gains in all from each touchpoint, `gain` a visit."""
        import numpy as np

        return self._factors.solve(np.array(gain, dtype=float)).tolist()  # type: ignore[no-any-return]

    def returns(self) -> None:
        """Not worked out: a solve for each touchpoint."""
