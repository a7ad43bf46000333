"""Every way of solving a part of a chain gives the same figures."""

from __future__ import annotations

import random
from fractions import Fraction

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cjm.analysis import solving
from cjm.analysis.elimination import eliminate, expected_of, returns_of, visits_of

Part = tuple[list[dict[int, float]], list[float]]


def part(size: int, ways: int, leak: float, seed: int) -> Part:
    """A random part of a chain in which every touchpoint leaks as much."""
    luck = random.Random(seed)
    rows = []
    for n in range(size):
        targets = {(n + 1) % size, *luck.sample(range(size), min(size, ways))}
        weights = {target: luck.random() + 0.01 for target in targets}
        total = sum(weights.values()) / (1 - leak)
        rows.append({target: weight / total for target, weight in weights.items()})
    return rows, [leak] * size


def inverse(rows: list[dict[int, float]]) -> np.ndarray:
    matrix = np.eye(len(rows))
    for i, row in enumerate(rows):
        for j, p in row.items():
            matrix[i, j] -= p
    return np.linalg.inv(matrix)


@settings(max_examples=60, deadline=None)
@given(
    st.integers(1, 12), st.integers(1, 5), st.sampled_from([0.5, 0.05, 1e-4]), st.integers(0, 99)
)
def test_elimination_gives_what_the_inverse_gives(
    size: int, ways: int, leak: float, seed: int
) -> None:
    """From the left, from the right, and on the diagonal."""
    rows, leaving = part(size, ways, leak, seed)
    steps = eliminate(rows, leaving)
    whole = inverse(rows)
    inflow = [(n % 3) / size for n in range(size)]
    assert steps is not None
    assert visits_of(steps, inflow) == pytest.approx(inflow @ whole, rel=1e-9)
    assert expected_of(steps, inflow) == pytest.approx(whole @ inflow, rel=1e-9)
    assert returns_of(steps) == pytest.approx(whole.diagonal(), rel=1e-9)


@pytest.mark.parametrize("leak", [1e-3, 1e-9, 1e-15])
def test_elimination_loses_no_digit_however_slowly_a_loop_leaks(leak: float) -> None:
    """Against exact fractions, to 14 digits, where a subtraction would keep none."""
    there, back = 1 - 0.25, 0.25
    steps = eliminate([{1: 1.0}, {0: there, 2: back - leak}, {0: 1.0}], [0.0, leak, 0.0])
    exact = 1 / Fraction(leak)  # every round but the last leads back to the start
    assert steps is not None
    assert visits_of(steps, [1.0, 0.0, 0.0])[1] == pytest.approx(float(exact), rel=1e-14)


def test_a_part_that_nobody_leaves_is_refused() -> None:
    """Instead of a division by nothing."""
    with pytest.raises(ValueError, match="nobody leaves"):
        eliminate([{1: 1.0}, {0: 1.0}], [0.0, 0.0])


def test_any_part_of_forty_is_eliminated() -> None:
    """A complete graph takes exactly the products that are always allowed; one less gives up."""
    rows, leaving = part(solving.SMALL, solving.SMALL, 0.1, 1)
    assert eliminate(rows, leaving, solving.PRODUCTS) is not None
    assert eliminate(rows, leaving, solving.PRODUCTS - 1) is None
    assert isinstance(solving.solver_of(rows, leaving), solving.Eliminated)


@pytest.mark.parametrize("leak", [0.5, 0.1, 1e-2])
def test_the_series_is_as_good_as_the_factors(leak: float) -> None:
    """What its proven end leaves out is below the noise of floats."""
    rows, _ = part(400, 3, leak, 7)
    matrix = solving.Transitions(rows)
    terms = solving.terms_of(matrix)
    assert terms is not None
    series, factors = solving.Series(matrix, terms), solving.Factored(matrix)
    inflow = [1.0, *[0.0] * 399]
    assert series.visits(inflow) == pytest.approx(factors.visits(inflow), rel=1e-12, abs=1e-14)
    gain = [leak] * 400
    assert series.expected(gain) == pytest.approx([1.0] * 400, abs=1e-13)
    assert factors.expected(gain) == pytest.approx([1.0] * 400, abs=1e-12)


@pytest.mark.parametrize("leak", [1e-4, 1e-6])
def test_a_series_that_would_be_too_long_is_left_to_the_factors(leak: float) -> None:
    """It is given up after a thousand terms, and the factors keep nine digits."""
    rows, _ = part(400, 3, leak, 7)
    matrix = solving.Transitions(rows)
    assert solving.terms_of(matrix) is None
    visits = solving.Factored(matrix).visits([1.0, *[0.0] * 399])
    assert sum(visits) == pytest.approx(1 / leak, rel=1e-9)


def test_a_part_too_large_for_what_is_installed_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    """Without NumPy elimination takes over as far as it goes; then the solver is missing."""
    monkeypatch.setitem(__import__("sys").modules, "numpy", None)
    rows, leaving = part(120, 6, 0.1, 3)
    monkeypatch.setattr(solving, "PRODUCTS", 1_000)
    monkeypatch.setattr(solving, "MOST_PRODUCTS", 1_000)
    assert isinstance(solving.solver_of(rows, leaving), solving.Eliminated)
    monkeypatch.setattr(solving, "PRODUCTS_ALONE", 1_000)
    with pytest.raises(solving.SolverMissing):
        solving.solver_of(rows, leaving)
