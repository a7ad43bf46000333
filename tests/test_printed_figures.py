"""What is printed of O, B and C agrees with itself; nothing is claimed where there is no gap."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from html import unescape

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import cjm
from cjm.journey import Journey, Touchpoint
from cjm.terminal.columns import columns_of
from cjm.terminal.words import words_of

few = settings(max_examples=40)
"""Each example is written in every form."""
score = st.none() | st.decimals(0, 10, places=3).map(float) | st.integers(0, 10)


@st.composite
def scored(draw: st.DrawFn) -> Journey:
    """Touchpoints one after another, with scores of up to three digits."""
    size = draw(st.integers(1, 4))
    points = [
        Touchpoint(
            f"t{n}",
            expectation=draw(score),
            experience=draw(score),
            next=f"t{n + 1}" if n + 1 < size else (),
        )
        for n in range(size)
    ]
    return Journey("scored", tuple(points))


Triple = tuple[str, str, str]
TRIPLE = re.compile(r"O (\S+?)[,;·] *B (\S+?)[,;]? C ([+−]?<?[\d.]+)")
CARD = re.compile(r'([+−<]?<?[\d.]+) · [^"]*?O ([\d.]+) · B ([\d.]+)')


def of_page(journey: Journey) -> Iterator[Triple]:
    """The columns of the table of `show`."""
    words = words_of("en")
    columns = {c.heading.strip(): c for c in columns_of(cjm.analyze(journey), words)}
    if {"O", "B", "C"} <= columns.keys():
        cells = [[cell.plain.strip("▼▲= ") for cell in columns[k].cells] for k in ("O", "B", "C")]
        yield from zip(*cells, strict=True)


def of_notation(form: str) -> object:
    """The labels of a card in Mermaid or DOT."""

    def found(journey: Journey) -> Iterator[Triple]:
        text = cjm.render(journey, format=form, language="en").decode()
        for c, o, b in CARD.findall(text.replace("\\n", " ").replace("<br/>", " ")):
            yield o, b, c

    return found


def of_findings(journey: Journey) -> Iterator[Triple]:
    """The sentences of CJM101 and CJM102."""
    for finding in cjm.check(journey).findings:
        yield from TRIPLE.findall(finding.message)


def of_notebook(journey: Journey) -> Iterator[Triple]:
    """The table of a notebook."""
    shown = cjm.analyze(journey)._repr_html_()
    head, *rows = (
        [unescape(re.sub(r"<[^>]*>", "", cell)) for cell in re.findall(r"<t[hd]\b.*?</t[hd]>", row)]
        for row in re.findall(r"<tr>(.*?)</tr>", shown)
    )
    if {"O", "B", "C"} <= set(head):  # a column in which nothing stands is left out
        for row in rows:
            o, b, c = (row[head.index(name)] for name in ("O", "B", "C"))
            yield o, b, c.strip("▼▲= ")


FORMS = {
    "show": of_page,
    "mermaid": of_notation("mermaid"),
    "dot": of_notation("dot"),
    "check": of_findings,
    "notebook": of_notebook,
}


def as_number(text: str) -> Decimal:
    return Decimal(text.replace("−", "-").replace(",", ""))


@pytest.mark.parametrize("form", FORMS)
@given(journey=scored())
@few
def test_the_printed_gap_is_the_difference_of_the_printed_scores(form: str, journey: Journey):
    """In every form that has all three, but for a gap too small to print."""
    for o, b, c in FORMS[form](journey):
        if not re.search(r"\d", o) or not re.search(r"\d", b) or "<" in c:
            continue
        assert as_number(c) == as_number(b) - as_number(o)


@pytest.mark.parametrize("form", FORMS)
def test_every_form_has_the_three(form: str):
    """So that the proof proves something."""
    journey = Journey("x", {"a": {"expectation": 8.5, "experience": 6}})
    assert list(FORMS[form](journey)) == [("8.5", "6", "−2.5")]


SUMS = r"\b([Bb]alance|[Dd]isappointed|[Rr]emembered|impact|overdrawn|worst)\b"
TEXTS = {
    "show": lambda j: cjm.show(j, width=140),
    "mermaid": lambda j: cjm.render(j, format="mermaid").decode(),
    "dot": lambda j: cjm.render(j, format="dot").decode(),
    "check": lambda j: "\n".join(f.message for f in cjm.check(j).findings),
    "notebook": lambda j: re.sub(
        r"<thead>.*?</thead>|<style.*?</style>|<[^>]*>",
        " ",
        cjm.analyze(j)._repr_html_(),
        flags=re.DOTALL,
    ),
}


@pytest.mark.parametrize("form", TEXTS)
@pytest.mark.parametrize("side", ["expectation", "experience"])
def test_a_journey_without_a_gap_prints_no_sum_of_gaps(form: str, side: str):
    """One score at each touchpoint: no balance, no share of the disappointed, no worst path."""
    ways = {"a": {side: 3, "next": {"b": 0.5, "c": 0.5}}, "b": {side: 9}, "c": {side: 1}}
    text = TEXTS[form](Journey("x", ways, customers=1000))
    assert re.findall(SUMS, text) == []
