"""A figure that rests on shares nobody gave bears ≈ in every output, and no other figure does."""

from __future__ import annotations

import re

import pytest

import cjm
from cjm.journey import Journey
from cjm.records import replace

TEXT = """
cjm: 1
id: marks
title: Marks
customers: {value: 1000, per: month}
personas: {a: {name: Anna, share: 0.6}, b: {name: Boris, share: 0.4}}
stages: {find: Find, buy: Buy}
start: [ad, tip]
touchpoints:
  ad: {stage: find, expectation: 5, experience: 6, next: {site: 0.9}}
  tip: {stage: find, expectation: 5, experience: 8, next: site}
  site:
    stage: find
    expectation: 6
    experience: 4
    by_persona: {a: {experience: 3}}
    next: [cart, shop]
  cart:
    stage: buy
    expectation: 6
    experience: 3
    moment_of_truth: true
    next: {paid: 0.7, site: 0.2}
  shop: {stage: buy, expectation: 5, next: {paid: 0.6, gone: }}
  gone: {stage: buy, expectation: 5, experience: 2, outcome: failure}
  paid: {stage: buy, expectation: 7, experience: 8, outcome: success}
improvements:
  nicer: {lifts: {site: 1}, cost: 1}
"""
FIGURE = re.compile(r"≈?<?[+−]?\d+(?:[., ]\d{3}(?!\d))*(?:[.,]\d+)?%?")


def written(journey: Journey, change: float = 0.0) -> Journey:
    """The same journey with all its shares written down; `change` moves those of open branches."""
    filled = {(w.source, w.target): w.probability for w in cjm.analyze(journey).transitions}
    points = []
    for point in journey.touchpoints:
        shares = [filled[point.id, way.to] for way in point.next]
        if len(shares) > 1 and point.next[0].probability is None:
            shares = [p + change * sign for p, sign in zip(shares, (1, -1), strict=True)]
        pairs = zip(point.next, shares, strict=True)
        ways = tuple(replace(way, probability=share) for way, share in pairs)
        points.append(replace(point, next=ways))
    pairs = zip(journey.start, (change, -change), strict=True)
    start = tuple(replace(s, share=s.share + by, assumed=False) for s, by in pairs)
    return replace(journey, touchpoints=tuple(points), start=start)


def messages(journey: Journey, language: str) -> str:
    """What a check tells, in English whatever is asked."""
    return "\n".join(finding.message for finding in cjm.check(journey).findings)


OUTPUTS = {
    "show": lambda j, language: cjm.show(j, language=language, width=140),
    "plan": lambda j, language: plan_page(j, language),
    "notebook": lambda j, language: notebook(j),
    "graph": lambda j, language: svg(j, language, view="graph"),
    "map": lambda j, language: svg(j, language, view="map"),
    "mermaid": lambda j, language: mermaid(j, language),
    "dot": lambda j, language: dot(j, language),
    "check": messages,
}
EXPLAINED = {
    "en": "shares (that )?nobody gave",
    "ru": "долей,?( которых)? никто не указал",
}
each_output = pytest.mark.parametrize("output", OUTPUTS)
each_language = pytest.mark.parametrize("language", ["en", "ru"])


def plan_page(journey: Journey, language: str) -> str:
    from cjm.terminal.plan import plan_page

    return plan_page(journey, cjm.plan(journey), language, width=140)


def notebook(journey: Journey) -> str:
    shown = cjm.analyze(journey)._repr_html_() + cjm.plan(journey)._repr_html_()
    return re.sub(r"<style.*?</style>|<[^>]*>", " ", shown, flags=re.DOTALL)


def mermaid(journey: Journey, language: str) -> str:
    """Without the lines that give colours and widths."""
    drawn = cjm.render(journey, format="mermaid", language=language).decode()
    return re.sub(r"(?m)^ *(?:classDef|linkStyle).*$", "", drawn)


def dot(journey: Journey, language: str) -> str:
    drawn = cjm.render(journey, format="dot", language=language).decode()
    return "\n".join(re.findall(r'(?:label|tooltip)="((?:[^"\\]|\\.)*)"', drawn))


def svg(journey: Journey, language: str, view: str) -> str:
    drawn = cjm.render(journey, view=view, format="svg", language=language).decode()
    texts = re.findall(r"<(?:text|tspan|title|desc)[^>]*>([^<]*)", drawn)
    return "\n".join(texts)


@pytest.fixture(scope="module")
def journey() -> Journey:
    return cjm.loads(TEXT)


@each_output
@each_language
def test_written_shares_bear_no_mark(journey, output, language):
    """Where every share is written down, ≈ is nowhere, nor is its explanation."""
    assert "≈" not in OUTPUTS[output](written(journey), language)


@each_output
@each_language
def test_the_mark_is_explained(journey, output, language):
    """Wherever it stands, but in sentences of findings, which say what is assumed."""
    if output == "check":
        pytest.skip("CJM305 is the explanation")
    shown = OUTPUTS[output](journey, language).replace("\u00a0", " ")
    assert re.search(EXPLAINED[journey.language if output == "notebook" else language], shown)


@each_output
@each_language
def test_what_changes_with_the_shares_bears_the_mark(journey, output, language):
    """Figure by figure: where it is another one with other shares, it is marked."""
    marked, plain, moved = (
        FIGURE.findall(OUTPUTS[output](j, language).replace("\u00a0", " "))
        for j in (journey, written(journey), written(journey, 0.02))
    )
    assert [figure.lstrip("≈") for figure in marked] == plain
    changed = [n for n, pair in enumerate(zip(plain, moved, strict=True)) if pair[0] != pair[1]]
    assert changed
    assert [marked[n] for n in changed if not marked[n].startswith("≈")] == []
