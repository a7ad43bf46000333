"""Where a verdict stands beside two figures, their digits tell why.

Never «50, target ≥ 50: missed», never «20% of customers, more than 20%».
"""

from __future__ import annotations

import re
from collections.abc import Callable
from types import SimpleNamespace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

import cjm
from cjm.data.tolerance import TooMuchLeftOutError
from cjm.i18n import translate
from cjm.i18n.apart import quantity_beside, scores_apart, shares_apart
from cjm.i18n.numbers import ENGLISH
from cjm.journey import Metric
from cjm.journey.metrics import Comparison
from cjm.rounding import rounded
from cjm.rules.low_fit import find as find_low_fit
from cjm.terminal.measured_columns import metric_columns
from cjm.terminal.measured_words import measured_words_of
from cjm.terminal.plan import plan_page
from cjm.terminal.words import words_of

JOURNEY = """cjm: 1
id: shop
language: en
start: pay
stages: {end: {title: End, metrics: {fcr: {value: 49.996, target: ">= 50"}}}}
metrics: {nps: {value: 49.996, target: ">= 50"}}
touchpoints:
  pay:
    stage: end
    expectation: 8
    experience: 6
    metrics: {csat: {value: 49.996, target: ">= 50"}}
improvements:
  till:
    title: A second till
    phase: act
    lifts: {pay: 1}
    judged_by: {ces: {before: 30, after: 49.996, target: ">= 50"}}
"""


def texts_of(picture: bytes) -> str:
    """What people read in an SVG."""
    return re.sub(r"<[^>]*>", " ", picture.decode())


def findings(journey: cjm.Journey) -> str:
    return "\n".join(f.message for f in cjm.check(journey, select=["CJM407", "CJM408"]).findings)


def page_of_measure(journey: cjm.Journey) -> str:
    """Values and targets as `cjm measure` tells them."""
    metric, target = Metric("nps", 49.996), Comparison(">=", 50)
    columns = metric_columns([metric], [target], words_of("en"), measured_words_of("en"))
    return " ".join(column.cells[0].plain for column in columns)


TARGETS: dict[str, Callable[[cjm.Journey], str]] = {
    "page of show": cjm.show,
    "graph": lambda journey: texts_of(cjm.render(journey)),
    "map": lambda journey: texts_of(cjm.render(journey, view="map")),
    "findings": findings,
    "page of measure": page_of_measure,
}


@pytest.mark.parametrize("place", TARGETS)
def test_a_value_that_misses_its_target_never_looks_like_it(place: str) -> None:
    """Of the journey, a stage, a touchpoint and an improvement."""
    text = TARGETS[place](cjm.loads(JOURNEY))
    assert "49.996" in text
    target = "≥\N{NO-BREAK SPACE}50"
    assert target in text
    assert re.findall(r"(?<![\d.])50(?![\d.])", text.replace(target, "")) == []


def test_a_cost_beyond_a_budget_never_looks_like_it() -> None:
    """The next better point of a plan."""
    journey = cjm.loads(JOURNEY.replace("phase: act", "phase: plan\n    cost: 100.004"))
    page = plan_page(journey, cjm.plan(journey, budget=100))
    assert re.search(r"budget of\s+100:.*costs\s+100\.004", page, re.DOTALL), page


def test_a_value_that_is_the_target_but_for_the_noise_of_floats_meets_it() -> None:
    """0.1 + 0.2 is 0.3."""
    assert Metric("m", 100 * (0.1 + 0.2) - 0.00000000001, ">= 30").met


LOST = """cjm: 1
id: shop
touchpoints:
  ask: {{expectation: 5, experience: 5, next: {{pay: {stay}{leave}}}}}
  pay: {{expectation: 5, experience: 8, outcome: success}}
  out: {{expectation: 5, experience: 4, outcome: failure}}
"""


def told(desk: Any, code: str, journey: str, limit: float) -> str:
    desk.write("cjm.yaml", f"cjm: 1\ncheck: {{options: {{{code}: {{share: {limit}}}}}}}\n")
    report = desk.check(desk.write("j.yaml", journey), select=[code])
    return "\n".join(finding.message for finding in report.findings)


def too_many(desk: Any, share: float, limit: float) -> str:
    """CJM107 of a journey that so many leave disappointed."""
    leave = f", out: {share}"
    return told(desk, "CJM107", LOST.format(stay=round(1 - share, 9), leave=leave), limit)


def silent(desk: Any, share: float, limit: float) -> str:
    """CJM208 where so many leave without a word."""
    return told(desk, "CJM208", LOST.format(stay=round(1 - share, 9), leave=""), limit)


def low_fit(desk: Any, share: float, limit: float) -> str:
    """CJM501 where so many cases fit."""
    lived: Any = SimpleNamespace(share=1 - share, fit=SimpleNamespace(cases=10**9))
    subject: Any = SimpleNamespace(options={"share": 1 - limit})
    return "\n".join(translate(d.message, "en") for d in find_low_fit(subject, lived))


def untrusted(desk: Any, share: float, limit: float) -> str:
    """Why a source is not used."""
    return translate(TooMuchLeftOutError("s", {}, 10**9, share, limit).message, "en")


SHARES = {"CJM107": too_many, "CJM208": silent, "CJM501": low_fit, "tolerance": untrusted}


@pytest.mark.parametrize("place", SHARES)
@pytest.mark.parametrize(
    ("share", "limit"),
    [(0.3, 0.2), (0.2004, 0.2), (0.9004, 0.9), (0.000301, 0.0003), (0.5001, 0.5)],
)
def test_a_share_over_a_limit_never_looks_like_it(
    desk: Any, place: str, share: float, limit: float
) -> None:
    """Two percentages, or a percentage and less than one, and they differ."""
    text = SHARES[place](desk, share, limit)
    one, other = re.findall(r"[<>]?[\d.]+%", text)
    assert one != other, text


def test_a_written_score_never_looks_like_the_measured_one_that_contradicts_it(desk: Any) -> None:
    """CJM306, the page of show and the map, on a scale on which hundredths are much."""
    desk.write(
        "j.yaml",
        "cjm: 1\nid: j\nlanguage: en\nscale: [0, 1]\n"
        "touchpoints: {pay: {expectation: 0.8, experience: 0.5016}}\n",
    )
    desk.write(
        "j.measured.yaml",
        "cjm-measured: 1\njourney: j\nstate: as-is\nscale: [0, 1]\nscores: {pay: {experience: "
        "{score: 0.5021, n: 9000, sd: 0.01, measured: 2026-09-28, source: s}}}\n",
    )
    report = desk.check("j.yaml", select=["CJM306"])
    journey = cjm.load("j.yaml")
    picture = texts_of(cjm.render(journey, view="map", lanes=["evidence", "scores"]))
    for text in (report.findings[0].message, cjm.show(journey)):
        assert re.search(r"written\D+0\.5016\D+measured\D+0\.5021", text), text
    assert "written 0.5016" in picture


# ---- the one helper ------------------------------------------------------------------------------

share = st.integers(0, 10**6).map(lambda n: n / 10**6)
amount = st.decimals(-(10**9), 10**9, places=4).map(float)


@given(share, share)
def test_shares_that_differ_are_written_differently(one: float, other: float) -> None:
    """And the same share is written alike."""
    first, second = (figure.written(ENGLISH) for figure in shares_apart(one, other))
    assert (first == second) is (rounded(one) == rounded(other))


@given(amount, amount | st.just(0.0))
def test_quantities_that_differ_are_written_differently(one: float, other: float) -> None:
    """Large ones, too, which stand alone in millions."""
    first, second = quantity_beside(one, other, ENGLISH), quantity_beside(other, one, ENGLISH)
    assert (first == second) is (rounded(one) == rounded(other))


@given(share, st.lists(share, min_size=1, max_size=3), st.sampled_from([1.0, 5.0, 100.0]))
def test_scores_that_differ_are_written_differently(
    one: float, others: list[float], width: float
) -> None:
    """On any scale, each from the first."""
    first, *rest = scores_apart(one * width, *(n * width for n in others), scale=(0, width))
    for figure in rest:
        same = rounded(first.value) == rounded(figure.value)
        assert (first.written(ENGLISH) == figure.written(ENGLISH)) is same
