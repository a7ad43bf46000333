"""Shares and waits as a journey's file says them."""

from __future__ import annotations

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cjm.data.logs.shares import wait_text, written_shares
from cjm.journey import is_one, seconds

COUNTS = st.lists(st.integers(1, 10**7), min_size=1, max_size=40)


@given(COUNTS)
def test_shares_sum_to_one_where_nothing_is_left_over(counts):
    """The largest takes the rounding."""
    shares = written_shares(counts)
    assert math.isclose(math.fsum(shares), 1, abs_tol=1e-12)
    total, largest = sum(counts), counts.index(max(counts))
    for place, (count, share) in enumerate(zip(counts, shares, strict=True)):
        assert share > 0
        assert place == largest or abs(share - count / total) <= max(5.1e-7, 1e-6)


@given(COUNTS, st.integers(1, 10**7))
def test_what_drops_off_is_never_rounded_away(counts, rest):
    """A sum within a millionth of 1 would be read as 1."""
    total = math.fsum(written_shares(counts, rest))
    assert total < 1
    assert not is_one(total)
    assert total == pytest.approx(
        sum(counts) / (sum(counts) + rest), abs=3e-6 + 5.1e-7 * len(counts)
    )


def test_shares_are_rounded_to_six_digits():
    """Each by itself where something drops off."""
    assert written_shares([1, 1, 1]) == [0.333334, 0.333333, 0.333333]
    assert written_shares([1, 1], 1) == [0.333333, 0.333333]
    assert written_shares([3_000_000, 1]) == [0.999999, 0.000001]
    assert written_shares([3_000_000], 1) == [0.999998]


@pytest.mark.parametrize(
    ("wait", "text"),
    [
        (0, "0 s"),
        (0.9, "0 s"),
        (1, "1 s"),
        (59.9, "60 s"),
        (60, "1 min"),
        (126, "2.1 min"),
        (3599, "60 min"),
        (5400, "1.5 h"),
        (129_300, "1.5 d"),
        (10_627_200, "120 d"),
        (10**11, "1200000 d"),
    ],
)
def test_a_wait_has_two_digits(wait, text):
    """In the largest unit that gives at least 1; such as a journey takes."""
    assert wait_text(wait) == text
    assert seconds(text) is not None
