"""Numbers as large as the format takes, and loops with nearly no way out: no figure is absurd."""

from __future__ import annotations

import json
import re

import pytest
from hypothesis import Phase, given, settings
from hypothesis import strategies as st

import cjm
from cjm.i18n import numbers
from cjm.i18n.phrases import Phrases, phrases
from cjm.journey import Improvement, Journey, Lift, Touchpoint, Transition
from cjm.journey.bounds import LARGEST
from cjm.maps.content.compose import compose
from cjm.maps.content.model import Diagram
from cjm.terminal.plan import plan_page

ABSURD = re.compile(r"\b(inf|infinity|nan)\b|[0-9]e[+-]?[0-9]", re.IGNORECASE)
"""What a reader can make nothing of."""

SCORES = st.one_of(st.sampled_from([-LARGEST, LARGEST, 0.0, 1e-9]), st.floats(-LARGEST, LARGEST))
LEAKS = st.sampled_from([0.5, 1e-3, 1e-6, 1e-9, 1e-12, 1e-15])


@st.composite
def journeys(draw: st.DrawFn) -> Journey:
    """A loop of two that customers leave seldom, and an end."""
    leak = draw(LEAKS)
    ways = [[("q", 1.0)], [("p", 1 - leak), ("r", leak)], []]
    points = tuple(
        Touchpoint(
            id,
            expectation=draw(SCORES),
            experience=draw(SCORES),
            importance=draw(st.sampled_from([1.0, 1e-6, LARGEST])),
            next=tuple(Transition(to, share) for to, share in leads),
        )
        for id, leads in zip("pqr", ways, strict=True)
    )
    work = (Improvement("w", lifts=(Lift("p", draw(st.floats(1e-6, 1e6))),), cost=1e9),)
    return Journey("x", points, scale=(-LARGEST, LARGEST), improvements=work)


def header_texts(diagram: Diagram) -> list[str]:
    """What stands above a map."""
    return [f.value for f in diagram.header.figures] + [s.balance for s in diagram.stages]


@settings(max_examples=10, deadline=None, phases=[Phase.generate])
@given(journey=journeys())
def test_no_output_holds_an_absurd_figure(journey: Journey) -> None:
    """Neither a page, nor a map's texts, nor JSON, which raises on what is no number."""
    analysis = cjm.analyze(journey)
    json.dumps(analysis.to_dict(), allow_nan=False)
    diagram = compose(journey, analysis)
    texts = [cjm.show(analysis), *header_texts(diagram), diagram.summary]
    texts += [text for c in diagram.cards for text in (c.sentence, c.gap_text)]
    texts += [str(finding.message) for finding in cjm.check(journey).findings]
    if analysis.balance is not None:
        plan = cjm.plan(journey)
        json.dumps(plan.to_dict(), allow_nan=False)
        texts.append(plan_page(journey, plan))
    for text in texts:
        assert not ABSURD.search(text)


@pytest.mark.parametrize("marks", [numbers.ENGLISH, numbers.RUSSIAN])
@pytest.mark.parametrize("share", [0.0001, 0.5, 0.9999])
def test_a_figure_never_has_two_signs_that_it_is_about_so_much(marks, share):
    """«≈» or «about» claims no bound: «<» and «>» are left out behind it."""
    words = Phrases(**phrases("ru" if marks is numbers.RUSSIAN else "en"))
    texts = [
        numbers.marked(numbers.percentage(share, marks), True),
        words.estimate(share, exact=False, assumed=False),
        words.estimate(share, exact=False, assumed=True),
        numbers.marked(numbers.gap(1, 1 + share / 1000, marks, 2), True),
        numbers.marked(numbers.quantity(1e16, marks), True),
    ]
    assert not [text for text in texts if re.search("[<>]", text)]
    assert re.search("[<>]", numbers.percentage(share, marks)) or share == 0.5
