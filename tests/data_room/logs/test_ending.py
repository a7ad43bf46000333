"""Ends of cases, where the journey has exits of their own for them."""

from __future__ import annotations

from cjm.analysis.conformance import conformance_of
from cjm.data.logs.ending import with_ends
from cjm.journey import Journey, Touchpoint
from cjm.journey.paths import CountedPath

JOURNEY = Journey(
    "shop",
    [
        Touchpoint("search", next={"pay": 0.9}),
        Touchpoint("pay", next={"search": 0.2, "pay-end": 0.8}),
        Touchpoint("pay-end", outcome="success"),
    ],
)


def path(text: str, cases: int = 1, open: int = 0) -> CountedPath:
    return CountedPath(tuple(text.split()), cases, open)


def test_a_case_that_ends_there_goes_on_to_the_exit():
    """What is not in the journey may stand behind; who ends elsewhere stays."""
    led = with_ends(JOURNEY, [path("search pay", 3), path("search pay chat"), path("search", 2)])
    assert led == (
        path("search pay pay-end", 3), path("search pay chat pay-end"), path("search", 2),
    )  # fmt: skip
    assert conformance_of(JOURNEY, led).fit.fitting == 5


def test_a_case_that_may_not_be_over_has_not_come_there():
    """Apart from those of its path that are."""
    led = with_ends(JOURNEY, [path("search pay", 5, open=2), path("pay", 1, open=1)])
    assert led == (
        path("search pay pay-end", 3), path("search pay", 2, open=2), path("pay", 1, open=1),
    )  # fmt: skip


def test_a_real_touchpoint_of_that_name_is_none():
    """The log has visits to it."""
    paths = (path("search pay"), path("search pay pay-end"))
    assert with_ends(JOURNEY, paths) == paths
