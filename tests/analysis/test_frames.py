"""The data frame of an analysis: the touchpoints of its JSON, a row each."""

from __future__ import annotations

import sys

import pytest
from worked_example import EXAMPLE

import cjm


def test_a_frame_holds_the_touchpoints_figures() -> None:
    """A row a touchpoint, indexed by id, with the numbers of the JSON and reasons as text."""
    pytest.importorskip("pandas", reason="pandas is not installed")
    analysis = cjm.analyze(EXAMPLE)
    frame = analysis.to_frame()
    rows = analysis.to_dict()["touchpoints"]
    assert list(frame.index) == [row["id"] for row in rows]
    assert frame.index.name == "id"
    for name in ("gap", "visits", "reach", "impact", "drop_off", "chance", "stakes"):
        assert list(frame[name]) == [row[name] for row in rows]
    assert list(frame["reasons"])[:2] == ["vital-few, decisive", "vital-few, peak"]
    assert frame.loc["search", "fix_balance"] == rows[0]["fix"]["balance"]
    assert frame.loc["search", "fix_disappointed"] == rows[0]["fix"]["disappointed"]
    assert frame["fix_balance"].isna().tolist() == [False, False, True, True]


def test_without_pandas_a_frame_says_what_is_missing(monkeypatch: pytest.MonkeyPatch) -> None:
    """A CjmError names pandas and how to get it; no ImportError gets out."""
    monkeypatch.setitem(sys.modules, "pandas", None)
    with pytest.raises(cjm.CjmError, match="pandas is not installed") as error:
        cjm.analyze(EXAMPLE).to_frame()
    assert str(error.value.help) == "pip install pandas"
