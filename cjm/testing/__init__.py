"""For tests of your own journeys and of tools that read them.

Assertions about what `cjm check` finds, texts that mean harm, and colours are here;
`cjm.testing.strategies` has random journeys for Hypothesis, which it needs.
"""

from cjm.testing.assertions import (
    assert_finding,
    assert_harmless,
    assert_no_findings,
    assert_written_and_read,
)
from cjm.testing.colours import contrast, difference
from cjm.testing.texts import HOSTILE, STEERING

__all__ = [
    "HOSTILE",
    "STEERING",
    "assert_finding",
    "assert_harmless",
    "assert_no_findings",
    "assert_written_and_read",
    "contrast",
    "difference",
]
