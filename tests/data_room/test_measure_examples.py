"""The worked examples of measuring, to their six digits."""

from __future__ import annotations

import math

from cjm.analysis.gaps import Side, interval_of
from cjm.data.surveys.statistics import (
    below_share,
    mean_estimate,
    promoter_estimate,
    share_estimate,
)
from cjm.data.surveys.sums import Sums
from cjm.journey import Paired

EXPERIENCE, EXPECTATION = (5, 4, 4, 2, 5, 3), (5, 5, 4, 4, 5, 5)
WEIGHTS = (1, 1, 2, 1, 1, 2)


def sums_of(answers, weights=None):
    """The sums of answers relative to 0."""
    w = weights or [1] * len(answers)
    pairs = list(zip(w, answers, strict=True))
    return Sums(
        len(answers),
        sum(w),
        sum(x * x for x in w),
        sum(x * y for x, y in pairs),
        sum(x * y * y for x, y in pairs),
        min(answers),
        max(answers),
        weights is not None,
        sum(x for x, y in pairs if y < 0),
    )


def on_ten(answers):
    """Answers from 1 to 5 on a scale from 0 to 10, relative to its middle."""
    return [(answer - 3) * 2.5 for answer in answers]


def digits(*numbers):
    """Numbers as the examples print them."""
    return [round(number, 6) for number in numbers]


def test_a_score():
    """Scale 1–5 to 0–10."""
    found = mean_estimate(sums_of(on_ten(EXPERIENCE)), 5)
    assert digits(found.value, found.sd) == [7.083333, 2.922613]
    assert digits(*found.interval) == [4.016239, 10.150428]
    found = mean_estimate(sums_of(on_ten(EXPECTATION)), 5)
    assert digits(found.value, found.sd) == [9.166667, 1.290994]


def test_the_gap_of_pairs():
    """B − O by respondent."""
    pairs = [b - o for o, b in zip(on_ten(EXPECTATION), on_ten(EXPERIENCE), strict=True)]
    sums = sums_of(pairs)
    found = mean_estimate(sums)
    assert digits(found.value, found.sd, below_share(sums)) == [-2.083333, 2.457980, 0.5]
    assert digits(*found.interval) == [-4.662825, 0.496159]
    o, b = (mean_estimate(sums_of(on_ten(x)), 5) for x in (EXPECTATION, EXPERIENCE))
    interval = interval_of(Side(o.value), Side(b.value), Paired(n=found.n, sd=found.sd))
    assert digits(*interval) == [-4.662825, 0.496159]


def test_the_gap_of_different_people():
    """Welch's interval."""
    o, b = (mean_estimate(sums_of(on_ten(x)), 5) for x in (EXPECTATION, EXPERIENCE))
    sides = [Side(x.value, x.sd / math.sqrt(x.n), x.n - 1) for x in (o, b)]
    assert digits(*interval_of(*sides)) == [-5.178656, 1.011990]


def test_weights():
    """Kish's effective number of answers, and what rests on it."""
    found = mean_estimate(sums_of(on_ten(EXPERIENCE), WEIGHTS), 5)
    assert found.n == 6
    assert digits(found.value, found.effective, found.sd) == [6.875, 5.333333, 2.685431]
    assert digits(found.sd / math.sqrt(found.effective)) == [1.162826]


def test_nps():
    """8 promoters, 7 passives, 5 detractors."""
    found = promoter_estimate(sums_of([1] * 8 + [0] * 7 + [-1] * 5))
    assert found.value == 15
    assert digits(found.sd / math.sqrt(found.n)) == [18.173144]
    assert digits(*found.interval) == [-23.036827, 53.036827]


def test_csat():
    """17 of 20."""
    found = share_estimate(sums_of([1] * 17 + [0] * 3))
    assert found.value == 85
    assert digits(*found.interval) == [63.958114, 94.763125]


def test_fcr():
    """42 of 50."""
    found = share_estimate(sums_of([1] * 42 + [0] * 8))
    assert digits(*found.interval) == [71.485784, 91.662579]


def test_effort():
    """A mean on its own scale, not turned round."""
    found = mean_estimate(sums_of([1, 2, 2, 3, 5, 1, 2]))
    assert digits(found.value, *found.interval) == [2.285714, 1.009306, 3.562123]


def test_csat_of_the_overlay():
    """283 of 398, as the example of an overlay has it."""
    found = share_estimate(sums_of([1] * 283 + [0] * 115))
    assert digits(found.value, *found.interval) == [71.105528, 66.467380, 75.340153]
