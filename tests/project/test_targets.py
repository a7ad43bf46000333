"""Targets of a workspace hold for the metrics that name none themselves."""

from __future__ import annotations

import pytest

import cjm

JOURNEY = """
cjm: 1
metrics: {nps: 42, csat: 80, other: 1}
stages: {s: {metrics: {nps: 60}}}
touchpoints:
  a:
    stage: s
    metrics: {nps: {value: 50, target: "> 50"}, csat: 91}
    by_persona: {p: {metrics: {csat: 10}}}
improvements:
  faq: {judged_by: {questions: {before: 30, after: 15, measured: 2026-11-01}}}
"""


@pytest.fixture
def journey(tmp_path):
    targets = '{nps: ">= 50", csat: ">= 90", questions: "<= 10"}'
    (tmp_path / "cjm.yaml").write_text(f"cjm: 1\ntargets: {targets}\n", encoding="utf-8")
    (tmp_path / "a.yaml").write_text(JOURNEY, encoding="utf-8")
    return cjm.load(tmp_path / "a.yaml")


def test_a_metric_without_a_target_has_the_workspaces(journey):
    """Of the journey, a stage, a touchpoint, a persona; one that has a target keeps it."""
    point = journey["a"]
    told = {
        (where, m.id): m.target and str(m.target)
        for where, part in (
            ("journey", journey),
            ("stage", journey.stages[0]),
            ("touchpoint", point),
            ("persona", point.by_persona[0]),
        )
        for m in part.metrics
    }
    assert told == {
        ("journey", "nps"): ">= 50",
        ("journey", "csat"): ">= 90",
        ("journey", "other"): None,
        ("stage", "nps"): ">= 50",
        ("touchpoint", "nps"): "> 50",
        ("touchpoint", "csat"): ">= 90",
        ("persona", "csat"): ">= 90",
    }


def test_a_turn_is_judged_by_the_workspaces_target(journey):
    """Where it names none itself."""
    [judged] = journey.improvements[0].judged_by
    assert (str(judged.target), judged.met) == ("<= 10", False)


def test_a_journey_with_such_targets_is_written_and_read_again(journey, tmp_path):
    """Alone, and within its workspace."""
    assert cjm.loads(cjm.dump(journey)) == journey
    text = cjm.dump(journey, within=tmp_path / "cjm.yaml")
    (tmp_path / "b.yaml").write_text(text, encoding="utf-8")
    assert cjm.load(tmp_path / "b.yaml") == journey


@pytest.mark.parametrize("value", [1e-7, 0.05, 50, 50.0, 1e12, -3])
def test_a_target_is_written_without_an_exponent(value):
    """As the format reads it."""
    target = cjm.Comparison("<", value)
    assert cjm.Metric("m", target=str(target)).target == target
