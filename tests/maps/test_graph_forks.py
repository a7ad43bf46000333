"""Alternatives of one moment are a fork, and columns end with their cards."""

from __future__ import annotations

import itertools

from graph_faults import faults
from graph_probe import laid_out
from graph_samples import SHAPES, coffee
from hypothesis import given
from hypothesis import strategies as st

from cjm.journey import Journey, Stage, Touchpoint, Transition
from cjm.maps.views.graph.layout import Layout


def rides(extra: tuple[Transition, ...] = (), count: int = 3) -> Journey:
    """One call, and rides that it may become; `extra` are ways from the first ride."""
    ids = [f"ride{n}" for n in range(count)]
    points = [
        Touchpoint("call", stage="trip", next=dict.fromkeys(ids, 0.9 / count), expectation=5,
                   experience=4),
        *(Touchpoint(id, stage="trip", next=extra if id == "ride0" else ()) for id in ids),
        Touchpoint("after", stage="end"),
    ]  # fmt: skip
    return Journey("rides", points, stages=(Stage("trip"), Stage("end"), Stage("empty")))


def kinds(layout: Layout) -> dict[tuple[str, str], str]:
    """How each transition runs."""
    ways = (route.way for route in layout.routes)
    return {(way.arrow.source, way.arrow.target): way.kind for way in ways}


def test_alternatives_are_a_fork() -> None:
    """One trunk, left of all the cards it leads to, and a share above each of these."""
    diagram, layout = laid_out(rides())
    assert set(kinds(layout).values()) == {"fork"}
    trunks = {min(p.x for p in route.path.samples(2)) for route in layout.routes}
    assert max(trunks) - min(trunks) < 0.5
    frame = layout.frame
    for label in layout.labels:
        box = frame.boxes[diagram.arrows[label.way].target]
        assert label.box.bottom < box.y
        assert label.box.x < box.center.x
    assert faults(diagram, layout) == []


def test_a_line_between_alternatives_makes_them_a_chain() -> None:
    """So does anything else that leads to one of them, or one way alone."""
    _, layout = laid_out(rides((Transition("ride1", 0.5),)))
    assert "fork" not in kinds(layout).values()
    _, layout = laid_out(rides(count=1))
    assert set(kinds(layout).values()) == {"vertical"}


@given(st.integers(2, 6), st.sampled_from(["", "after"]), st.text("абв ", max_size=60))
def test_forks_cover_nothing(count: int, then: str, label: str) -> None:
    """Whatever their shares are called, and wherever rides lead."""
    journey = rides((Transition(then, 1, label.strip() or None),) if then else (), count)
    assert faults(*laid_out(journey)) == []


def test_a_band_ends_with_its_last_card() -> None:
    """Empty ground below a short stage says nothing."""
    _, layout = laid_out(rides())
    bands = {id: band for id, band in layout.frame.stages if id is not None}
    lowest = layout.frame.boxes["ride2"].bottom
    assert lowest < bands["trip"].bottom < lowest + 60
    assert bands["end"].bottom < bands["trip"].bottom
    assert bands["empty"].height < 150


def test_four_stages_fit_a_laptop() -> None:
    """At their own size, from start to outcomes."""
    _, layout = laid_out(coffee())
    assert layout.frame.width + 80 <= 1440


def test_gutters_grow_with_the_lines_that_cross() -> None:
    """From 56 where one level line does."""
    for name in SHAPES:
        _, layout = laid_out(SHAPES[name]())
        bands = layout.frame.bands
        assert all(b.x - a.right >= 50 for a, b in itertools.pairwise(bands))
