"""What tests of a run's mechanics share: few rules, so that what a journey has is plain."""

from __future__ import annotations

import pytest

from cjm.rules import RULES

PLAIN = ("CJM0", "CJM101", "CJM201", "CJM202", "CJM205", "CJM301", "CJM401")
"""One or two rules of every group; a test that is about another sets `desk.aside`."""


@pytest.fixture
def desk(desk):
    """The desk of all tests, with the other rules set aside."""
    desk.aside = tuple(rule.code for rule in RULES if not rule.code.startswith(PLAIN))
    return desk
