"""What was left out is counted once, wherever it was found."""

from __future__ import annotations

import pytest

from cjm.data.left_out import (
    BAD_WEIGHT,
    NO_ANSWER,
    OFF_SCALE,
    Example,
    Reason,
    as_data,
    merged,
    untrusted_share,
)
from cjm.data.tolerance import TooMuchLeftOutError, hold_to_tolerated
from cjm.terminal.left_out import left_out_page


def test_accounts_add_up():
    """Counts and values add; three examples stay, the first ones."""
    line = Example("a.csv", 2, "11")
    one = {OFF_SCALE: Reason(2, {"11": 2}, (line, line))}
    two = {OFF_SCALE: Reason(3, {"11": 1, "12": 2}, (line._replace(line=9), line))}
    whole = merged([one, two])
    assert whole[OFF_SCALE].rows == 5
    assert whole[OFF_SCALE].values == {"11": 3, "12": 2}
    assert [example.line for example in whole[OFF_SCALE].examples] == [2, 2, 9]
    assert as_data(whole) == {OFF_SCALE: {"rows": 5, "values": {"11": 3, "12": 2}}}


def test_a_blank_answer_says_nothing_against_the_data():
    """It is told, and does not stop a run."""
    left_out = {NO_ANSWER: Reason(50), OFF_SCALE: Reason(5)}
    assert untrusted_share(left_out, 100) == 0.05
    assert untrusted_share({}, 0) == 0.0
    assert untrusted_share({OFF_SCALE: Reason(6, answers=3)}, 100) == 0.02


@pytest.mark.parametrize(
    ("left_out", "title", "gist", "lines"),
    [
        ({}, "s: 30 rows read", "nothing left out", []),
        ({OFF_SCALE: Reason(3)}, "s: 30 rows read", "3 left out",
         ["3     10%  score off the scale"]),
        ({NO_ANSWER: Reason(35, answers=3)}, "s: 30 rows of 3 answers read", "35 answers left out",
         ["35     39%  no answer"]),
        ({NO_ANSWER: Reason(1, answers=1)}, "s: 30 rows of 1 answer read", "1 answer left out",
         ["1    3.3%  no answer"]),
        ({NO_ANSWER: Reason(9, answers=3), BAD_WEIGHT: Reason(6)}, "s: 30 rows of 3 answers read",
         "6 rows, 9 answers left out", ["9     10%  no answer", "6     20%  weight not above 0"]),
    ],
)  # fmt: skip
def test_a_share_is_one_of_what_was_counted(left_out, title, gist, lines):
    """Single answers of a wide survey are a share of all its answers, never more than all rows."""
    head, *rest = left_out_page("s", left_out, 30, "en", 80).splitlines()
    assert head.startswith(f"{title} ")
    assert head.endswith(f" {gist}")
    assert [line.strip() for line in rest] == lines


def test_what_is_tolerated_exactly_is_tolerated():
    """More than the share stops a run, the share itself does not."""
    left_out = {OFF_SCALE: Reason(5)}
    hold_to_tolerated("s", left_out, 100, 0.05)
    with pytest.raises(TooMuchLeftOutError):
        hold_to_tolerated("s", {OFF_SCALE: Reason(6)}, 100, 0.05)
