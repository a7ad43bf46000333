"""What was left out is counted once, wherever it was found."""

from __future__ import annotations

import pytest

from cjm.data.left_out import (
    NO_ANSWER,
    OFF_SCALE,
    Example,
    Reason,
    as_data,
    merged,
    untrusted_share,
)
from cjm.data.tolerance import TooMuchLeftOutError, hold_to_tolerated


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


def test_what_is_tolerated_exactly_is_tolerated():
    """More than the share stops a run, the share itself does not."""
    left_out = {OFF_SCALE: Reason(5)}
    hold_to_tolerated("s", left_out, 100, 0.05)
    with pytest.raises(TooMuchLeftOutError):
        hold_to_tolerated("s", {OFF_SCALE: Reason(6)}, 100, 0.05)
