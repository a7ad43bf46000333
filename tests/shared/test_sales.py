"""Customers of CDNOW: every figure that pandas and lifetimes computed of them."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path
from typing import Any

import pytest

import cjm

SAMES = {
    "start": "customers_at_start", "end": "customers_at_end", "won": "won", "new": "new",
    "won_back": "won_back", "crr": "crr", "ccr": "ccr", "rpr": "rpr", "average_order": "aov",
    "orders_per_customer": "orders_per_customer", "lifetime": "lifetime_periods",
    "ltv_formula": "ltv_formula",
}  # fmt: skip
"""Our names of a period's figures, and theirs."""


def expected(data: Path, source: str) -> dict[str, Any]:
    """What other tools computed."""
    text = (data / f"expected/sales-{source}.json").read_text(encoding="utf-8")
    found: dict[str, Any] = json.loads(text)
    return found


@pytest.fixture(scope="module", params=["cdnow", "cdnow-sample"])
def both(request, data):
    """What cjm says of the customers of one file, and what others say."""
    found = cjm.segment(request.param, data / "data.yaml", customers=True).to_dict()
    other = expected(data, request.param)
    if request.param == "cdnow-sample":
        other["rfm"]["examples"] = in_whole_file(data, other["rfm"]["examples"])
    return found, other


def in_whole_file(data: Path, customers: dict[str, Any]) -> dict[str, Any]:
    """Customers by their numbers in the whole file, which the sample has beside its own."""
    rows = (data / "cdnow/CDNOW_sample.txt").read_text(encoding="utf-8").splitlines()
    numbers = {row.split()[1]: row.split()[0] for row in rows}
    return {numbers[customer]: figures for customer, figures in customers.items()}


def test_the_whole(both):
    """Customers, orders, money, repeat purchases, value so far."""
    found, other = both
    whole = other["whole"]
    assert (found["customers"], found["orders"]) == (whole["customers"], whole["orders"])
    assert found["money"] == pytest.approx(whole["revenue"], abs=1e-9)
    assert found["rpr"] == pytest.approx(whole["rpr"], abs=1e-9)
    assert found["ltv_historic"] == pytest.approx(whole["ltv_historic"], abs=1e-9)


def test_rfm_and_abc(both):
    """Scores of all, and everything of the customers that are told of one by one."""
    found, other = both
    rfm = other["rfm"]
    assert found["reference"] == rfm["reference"]
    assert {name: found["rfm"][name] for name in "RFM"} == {name: rfm[name] for name in "RFM"}
    for customer, figures in rfm["examples"].items():
        assert found["by_customer"][customer] == figures
    for segment, figures in rfm.get("segments", {}).items():
        assert {key: found["segments"][segment][key] for key in figures} == figures
    for name, figures in other.get("abc", {"classes": {}})["classes"].items():
        assert found["abc"][name] == figures


def test_recency_frequency_and_money_of_all(both):
    """Their sums, and the smallest and largest."""
    found, other = both
    for name in ("recency", "frequency", "money"):
        values = [customer[name] for customer in found["by_customer"].values()]
        figures = other["rfm"][name]
        assert sum(values) == pytest.approx(figures["sum"], rel=1e-12)
        assert (min(values), max(values)) == (figures["min"], figures["max"])


def test_cohorts(both):
    """Month by month; what is not over by the end of the data is null."""
    found, other = both
    for month, cohort in other["cohorts"]["cohorts"].items():
        customers = found["cohorts"][month]["customers"]
        assert customers[: len(cohort["customers"])] == cohort["customers"]
        assert set(customers[len(cohort["customers"]) :]) <= {None}
        assert found["cohorts"][month]["size"] == cohort["size"]
    assert found["begun"] is None


@pytest.mark.parametrize("source", ["cdnow", "cdnow-sample"])
def test_periods(data, source):
    """Who came, stayed and left in quarters and half-years."""
    for other in expected(data, source)["periods"]["periods"]:
        days = (date.fromisoformat(other["from"]), date.fromisoformat(other["to"]))
        active = other["active_days"]
        found = cjm.segment(source, data / "data.yaml", period=days, active=active).period
        for ours, theirs in SAMES.items():
            assert getattr(found, ours) == pytest.approx(other[theirs], abs=1e-9), ours
