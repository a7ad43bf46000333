"""Segments as personas: a part that pastes into a journey and checks green."""

from __future__ import annotations

import pytest
import yaml
from sales_rows import MARCH, WORKED, sales, typed_sales

import cjm
from cjm.data.sales.computing import segment_rows
from cjm.errors import UsageError

JOURNEY = """
cjm: 1
id: shop
title: Shop
touchpoints:
  pay: {title: Pay, expectation: 8, experience: 9, outcome: success, owner: anna}
"""


def segmented(rows=WORKED, **asked):
    with typed_sales(rows) as typed:
        return segment_rows(typed, sales(), MARCH, **asked)


@pytest.mark.parametrize("language", ["en", "ru"])
def test_the_part_pastes_into_a_journey_that_checks_green(desk, language):
    """Ids, names, shares and medians are what the format takes."""
    desk.write("shop.yaml", JOURNEY + segmented().personas(language))
    report = desk.check("shop.yaml")
    assert [f for f in report.findings if f.severity is not cjm.Severity.INFO] == []
    personas = cjm.load("shop.yaml").personas
    assert [p.id for p in personas] == ["champions", "loyal", "new", "lost"]
    assert personas[0].name == {"en": "Champions", "ru": "Лучшие клиенты"}[language]


def test_shares_sum_to_1():
    """The largest share takes what rounding leaves; segments without customers stay out."""
    rows = [(f"c{n}", f"2026-0{1 + n % 3}-01", 10 * n + 1) for n in range(7)]
    part = yaml.safe_load(segmented(rows).personas())["personas"]
    shares = {id: persona["share"] for id, persona in part.items()}
    assert sum(round(share * 10**6) for share in shares.values()) == 10**6
    assert all(share > 0 for share in shares.values())
    assert 0.428571 in shares.values() or 0.428572 in shares.values()


def test_medians_are_those_of_the_segment():
    """The lost of the worked example have ordered 39 and 54 days ago."""
    part = yaml.safe_load(segmented().personas())["personas"]
    assert part["lost"]["x-rfm"] == {"recency": 46.5, "frequency": 1, "money": 265}
    assert part["lost"]["share"] == 0.4


def test_frames():
    """Segments, cohorts and classes by their ids; customers where they were asked for."""
    found = segmented(customers=True)
    assert found.to_frame("segments").loc["champions", "customers"] == 1
    assert found.to_frame("cohorts").loc["2026-01", 1] == 0.5
    assert found.to_frame("abc").loc["A", "lowest"] == 370
    assert found.to_frame("customers").loc["eve", "segment"] == "new"
    with pytest.raises(UsageError, match="no frame of 'x'"):
        found.to_frame("x")
    with pytest.raises(UsageError, match="not asked for"):
        segmented().to_frame("customers")
