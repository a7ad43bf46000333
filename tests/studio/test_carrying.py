"""Touchpoints that are renamed in the studio are so in the overlay beside the journey, too."""

from __future__ import annotations

import pytest

from cjm.errors import UsageError
from cjm.source import parse
from cjm.studio.carrying import carried, carried_beside, renamed_of

OVERLAY = (
    "cjm-measured: 1\njourney: tea\nstate: as-is\nscale: [0, 10]\nscores:\n"
    "  order: {experience: {score: 5, n: 40, measured: 2026-09-30}}  # kept\n"
)


def text(*ids):
    """A journey of touchpoints."""
    return "cjm: 1\ntouchpoints:\n" + "".join(f"  {id}:\n" for id in ids)


@pytest.mark.parametrize(
    ("ids", "renamed", "now"),
    [
        (["pay"], [["order", "pay"]], "pay"),
        (["pay"], [["order", "buy"], ["buy", "pay"]], "pay"),
        (["order"], [["order", "pay"], ["pay", "order"]], "order"),
        (["order"], [["order", "pay"]], "order"),  # undone since
        (["buy"], [["order", "pay"], ["order", "buy"]], "buy"),  # undone, and once more
        (["pay"], [["other", "pay"]], "order"),
        (["pay"], [], "order"),
    ],
)
def test_what_was_measured_follows_its_touchpoint(ids, renamed, now):
    """Over all that it was called between, and not where that was taken back."""
    overlay = carried(text(*ids), renamed_of(renamed), OVERLAY.encode()).decode()
    assert overlay == OVERLAY.replace("  order:", f"  {now}:")


def test_a_text_is_read_with_overlays_that_name_its_touchpoints():
    """Before they are written, too; one with faults stays, and is told of."""
    beside = (("a.yaml", parse(OVERLAY)), ("b.yaml", parse("scores: [\n")))
    carried, broken = carried_beside(text("pay"), [("order", "pay")], beside)
    assert carried[0] == "a.yaml"
    assert carried[1].text == OVERLAY.replace("  order:", "  pay:")
    assert broken == beside[1]


@pytest.mark.parametrize("data", [[1], [["a"]], [["a", 1]], [["a", "b", "c"]], ["ab"]])
def test_what_is_no_rename_is_refused(data):
    """Whatever a page sends."""
    with pytest.raises(UsageError, match="renamed"):
        renamed_of(data)
