"""Digits: one rule for every page, picture, table and message."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cjm.i18n.numbers import (
    ENGLISH,
    RUSSIAN,
    gap,
    half_away,
    most_digits,
    percentage,
    points,
    quantity,
    score,
    score_digits,
    total,
)


@pytest.mark.parametrize(
    ("value", "digits", "result"),
    [
        (2.5, 0, 3),
        (-2.5, 0, -3),
        (0.285, 2, 0.29),
        (2.675, 2, 2.68),
        (8.3 - 8, 2, 0.3),
        (-0.001, 2, 0),
    ],
)
def test_halves_go_away_from_zero_of_the_shortest_decimal_text(value, digits, result):
    """2.675 is what people read, not the binary number just below it."""
    assert half_away(value, digits) == result


@pytest.mark.parametrize(
    ("share", "text"),
    [
        (0, "0"),
        (1, "100"),
        (0.5, "50"),
        (0.1, "10"),
        (0.9, "90"),
        (0.732, "73"),
        (0.0996, "10"),
        (0.0994, "9,9"),
        (0.06, "6"),
        (0.9004, "90"),
        (0.9051, "90,5"),
        (0.0004, "<0,1"),
        (1e-12, "0"),
        (0.9996, ">99,9"),
        (0.9994, "99,9"),
    ],
)
def test_shares(share, text):
    """Whole from 10 to 90 per cent, one digit outside, never 0 or all that is not."""
    assert percentage(share, RUSSIAN) == f"{text}\u00a0%"
    assert percentage(share, ENGLISH) == f"{text.replace(',', '.')}%"


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (-1.7467, "−1,75"),
        (0, "0,00"),
        (8, "+8,00"),
        (9.994, "+9,99"),
        (9.995, "+10,0"),
        (-12.34, "−12,3"),
        (-0.004, "−<0,01"),
        (0.005, "+0,01"),
    ],
)
def test_sums_of_gaps(value, text):
    """Two digits below 10, one above, the class taken after rounding; zeros are written."""
    assert total(value, RUSSIAN) == text


@pytest.mark.parametrize(
    ("o", "b", "scale", "texts"),
    [
        (9, 5, (0, 10), ("9", "5", "−4")),
        (8, 8.3, (0, 10), ("8", "8,3", "+0,3")),
        (9, 5.5, (0, 10), ("9", "5,5", "−3,5")),
        (8, 8, (0, 10), ("8", "8", "0")),
        (8, 8.004, (0, 10), ("8", "8", "+<0,01")),
        (8.004, 8, (0, 10), ("8", "8", "−<0,01")),
        (8.115, 8.0, (0, 10), ("8,1", "8", "−0,1")),
        (0.15, 0.449, (0, 1), ("0,15", "0,45", "+0,3")),
        (700, 750.4, (0, 1000), ("700", "750", "+50")),
    ],
)
def test_scores_and_their_gap(o, b, scale, texts):
    """The fewest digits at which the scores are near enough and differ by what C says."""
    digits = score_digits([(o, b)], scale)
    written = (score(o, RUSSIAN, digits), score(b, RUSSIAN, digits), gap(o, b, RUSSIAN, digits))
    assert written == texts


def test_digits_are_chosen_once_for_what_is_read_together():
    """A persona's fine score gives the touchpoint's own its digits."""
    assert score_digits([(8, 7)], (0, 10)) == 0
    assert score_digits([(8, 7), (8, 7.5), (None, 3)], (0, 10)) == 1
    assert score_digits([(8, 7), (8, 7.25)], (0, 10)) == 2  # 8 − 7.3 is not 0.8
    assert score_digits([], (0, 10)) == 0


@pytest.mark.parametrize(
    ("scale", "digits"), [((0, 10), 2), ((-5, 5), 2), ((0, 2), 2), ((0, 1), 3), ((0, 0.002), 5)]
)
def test_narrow_scales_have_more_digits(scale, digits):
    """Three below a width of 2, and as many more as a hundredth of the width needs."""
    assert most_digits(scale) == digits


SCORES = st.floats(0, 10).map(lambda x: round(x, 4))


@given(SCORES, SCORES)
def test_the_written_scores_differ_by_the_written_gap(o, b):
    """Whoever subtracts what is printed gets what is printed, or a figure too small to print."""
    digits = score_digits([(o, b)], (0, 10))
    shown = gap(o, b, ENGLISH, digits)
    read = [float(score(value, ENGLISH, digits)) for value in (o, b)]
    assert all(abs(value - given) <= 0.1 + 1e-9 for value, given in zip(read, (o, b), strict=True))
    if "<" not in shown and round(read[1] - read[0], 9):
        assert round(read[1] - read[0], 9) == float(shown.replace("−", "-"))
    assert (shown == "0") == (round(b - o, 9) == 0)


def test_a_change_has_the_digits_of_its_figures():
    """From 50 % to 30 % in whole points, to 7.5 % in tenths."""
    assert points(-0.2, RUSSIAN, 0.5) == "−20"
    assert points(-0.425, RUSSIAN, 0.5) == "−42,5"
    assert points(-0.0001, RUSSIAN, 0.05) == "−<0,1"


def test_other_quantities_have_at_most_two_digits():
    """Costs, counts and measured values."""
    assert quantity(1234.5, RUSSIAN) == "1\u00a0234,5"
    assert quantity(100, ENGLISH) == "100"
    assert quantity(2.5e8, ENGLISH) == "250M"
    assert quantity(float("inf"), ENGLISH) == "–"
