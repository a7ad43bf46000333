"""What is kept of a journey while somebody writes on it: figures are those of a fresh process."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import Any

from forgetting import forget
from hypothesis import given
from hypothesis import strategies as st
from proof_settings import many

import cjm
from cjm.analysis.unsolved import recorded
from cjm.journey import Journey
from cjm.testing.strategies import journeys

SCORES = st.sampled_from((None, 0, 0.0, 1, 2.6, 3))


@st.composite
def edits(draw: st.DrawFn, journey: Journey) -> Journey:
    """A journey with one touchpoint written otherwise: its words, scores, weight, end or shares."""
    points = list(journey.touchpoints)
    n = draw(st.integers(0, len(points) - 1))
    point, kind = points[n], draw(st.sampled_from(("words", "score", "weight", "shares", "end")))
    if kind == "words":
        points[n] = replace(point, title=draw(st.sampled_from("абв")))
    elif kind == "score":
        points[n] = replace(point, experience=draw(SCORES))
    elif kind == "weight":
        points[n] = replace(point, importance=draw(st.sampled_from((1, 1.0, 2))))
    elif kind == "end" and not point.next:
        points[n] = replace(point, outcome=draw(st.sampled_from(("success", "failure"))))
    elif point.next:
        first = replace(point.next[0], probability=draw(st.sampled_from((None, 0, 0.1, 0.5))))
        points[n] = replace(point, next=(first, *point.next[1:]))
    try:
        return replace(journey, touchpoints=tuple(points))
    except ValueError:  # shares that sum to more than 1
        return journey


def told(journey: Journey) -> str:
    """Every figure, in the last bit; what is not worked out, too."""
    with recorded(set()) as unsolved:
        analysis = cjm.analyze(journey)
        data: list[Any] = [analysis.to_dict(), *(part.to_dict() for part in analysis.personas)]
        data += [analysis.work, repr(analysis.fixes)]
    return json.dumps([*data, sorted(unsolved)])


@many
@given(journeys(personas=True), st.data())
def test_a_journey_that_is_written_on_has_the_figures_of_a_fresh_process(
    journey: Journey, data: st.DataObject
) -> None:
    """Whatever was looked at before: words, scores and shares changed, and changed back."""
    forget()
    states = [journey]
    for _ in range(4):
        states.append(data.draw(edits(data.draw(st.sampled_from(states)))))
    kept = [told(state) for state in states]
    for state, before in zip(states, kept, strict=True):
        forget()
        assert told(state) == before
