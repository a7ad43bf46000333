"""One question, one answer: what is known of a journey's text."""

from __future__ import annotations

import json
import sys
from datetime import date
from pathlib import Path
from typing import Any

import pytest

import cjm
from cjm.analysis import flow
from cjm.reporters import REPORTERS, render
from cjm.rules import RULES

FOLDER = Path(__file__).parents[2] / "journeys"
WORKSPACE = (FOLDER / "cjm.yaml").read_text(encoding="utf-8")
JOURNEYS = sorted(file for file in FOLDER.glob("*.yaml") if file.name != "cjm.yaml")
TODAY = date(2026, 11, 22)
LOOP = """\
cjm: 1
touchpoints:
  call: {expectation: 8, experience: 5, next: {call: 0.3, done: 0.7}}
  done: {expectation: 7, experience: 7, outcome: success}
"""


def codes(findings: tuple[cjm.Finding, ...]) -> list[str]:
    return [finding.code for finding in findings]


@pytest.mark.parametrize("file", JOURNEYS, ids=lambda file: file.stem)
def test_a_text_is_told_what_its_file_is_told(desk: Any, file: Path) -> None:
    """A check of the file and an assessment of the text are one and the same."""
    text = file.read_text(encoding="utf-8")
    desk.write("a.yaml", text)
    desk.write("cjm.yaml", WORKSPACE)
    report = cjm.check("a.yaml", today=TODAY)
    assessment = cjm.assess(text, WORKSPACE, name="a.yaml", today=TODAY)
    found = sorted(assessment.findings, key=lambda finding: finding.sort_key)
    assert tuple(found) == report.findings
    assert assessment.waived == report.summary.waived
    assert assessment.journey == cjm.load("a.yaml")


def test_the_workspace_is_a_text_too(desk: Any) -> None:
    """Its scale, rules and language hold, though no file is there."""
    workspace = "cjm: 1\nlanguage: ru\nscale: [0, 5]\ncheck: {ignore: [CJM4]}\n"
    assessment = cjm.assess(LOOP, workspace)
    assert codes(assessment.faults) == ["CJM002"] * 3
    assert "шкал" in assessment.faults[0].message
    assert assessment.journey is None
    assert assessment.analysis is None
    assert assessment.structure == assessment.figures == ()


def test_findings_come_in_steps() -> None:
    """Faults first; then what the graph tells; then what needs the flow."""
    assessment = cjm.assess(LOOP, today=TODAY)
    assert assessment.faults == ()
    assert "CJM103" in codes(assessment.structure)
    assert "CJM102" in codes(assessment.figures)
    assert assessment.findings == (
        *assessment.faults,
        *assessment.structure,
        *assessment.figures,
    )


@pytest.mark.parametrize("file", JOURNEYS, ids=lambda file: file.stem)
def test_the_structure_follows_no_customer(monkeypatch: Any, file: Path) -> None:
    """A rule that asks for the flow says so; else an editor would wait for it."""

    def refuse(*_: object) -> None:
        raise AssertionError("the flow was asked for")

    for module in list(sys.modules.values()):
        if getattr(module, "solve_flow", None) is flow.solve_flow:
            monkeypatch.setattr(module, "solve_flow", refuse)
    assessment = cjm.assess(file.read_text(encoding="utf-8"), WORKSPACE, today=TODAY)
    assert all(code not in NEED_FLOW for code in codes(assessment.structure))
    with pytest.raises(AssertionError, match="the flow was asked for"):
        _ = assessment.figures


NEED_FLOW = {rule.code for rule in RULES if rule.needs_flow}


def test_nothing_is_worked_out_before_it_is_asked_for(monkeypatch: Any) -> None:
    """An assessment of which only the source is wanted decodes nothing."""

    def refuse(*_: object) -> None:
        raise AssertionError("the journey was read")

    monkeypatch.setattr("cjm.checking.assess.read_journey", refuse)
    assessment = cjm.assess(LOOP)
    assert assessment.source.root is not None
    with pytest.raises(AssertionError, match="the journey was read"):
        _ = assessment.journey


def test_no_file_is_read(monkeypatch: Any) -> None:
    """A page without a file system asks the same question."""

    def refuse(*_: object, **__: object) -> None:
        raise AssertionError("a file was opened")

    cjm.assess(LOOP, "cjm: 1\n", today=TODAY).findings  # noqa: B018 - what is imported late is
    monkeypatch.setattr("builtins.open", refuse)
    monkeypatch.setattr("os.stat", refuse)
    assert cjm.assess(LOOP, "cjm: 1\n", today=TODAY).findings


@pytest.mark.parametrize("text", ["", "cjm: 1", "[", "cjm: 1\ntouchpoints: {a: {x: 1}}", "\x00"])
def test_a_broken_text_has_faults_and_no_figures(text: str) -> None:
    """Whatever was typed so far."""
    assessment = cjm.assess(text)
    assert assessment.faults
    assert assessment.analysis is None
    assert assessment.findings == assessment.faults


def test_an_unknown_rule_is_refused() -> None:
    """As it is on the command line."""
    with pytest.raises(cjm.UsageError):
        cjm.assess(LOOP, select="CJM999")


def test_a_journey_built_in_python_is_checked_like_its_file(desk: Any) -> None:
    """The same findings; in place of a file and lines, the way through the journey."""
    desk.write("a.yaml", LOOP)
    journey = cjm.load("a.yaml")
    built, read = cjm.check(journey, today=TODAY), cjm.check("a.yaml", today=TODAY)
    assert {(f.code, f.message, f.route) for f in built.findings} == {
        (f.code, f.message, f.route) for f in read.findings
    }
    assert {(f.file, f.span) for f in built.findings} == {(None, None)}
    assert built.summary == read.summary
    assert cjm.check([journey, "a.yaml"], today=TODAY).summary.journeys == 2


@pytest.mark.parametrize("form", REPORTERS)
def test_every_format_tells_a_journey_without_a_file(form: str) -> None:
    """In Python a report may go to any of them."""
    journey = cjm.Journey(
        id="taxi",
        touchpoints=[cjm.Touchpoint("ride", expectation=9, experience=5, owner="fleet")],
    )
    report = cjm.check(journey, today=TODAY)
    text = render(form, report)
    assert "CJM102" in text
    if form == "json":
        (finding,) = (f for f in json.loads(text)["findings"] if f["code"] == "CJM102")
        assert finding["file"] is None
        assert finding["line"] is None
        assert finding["route"] == ["touchpoints", "ride", "experience"]
    if form in ("text", "concise"):
        assert "touchpoints.ride.experience: error[CJM102]" in text


def test_a_text_without_a_name_has_lines_and_no_file() -> None:
    """A page shows them beside the text."""
    (first, *_) = cjm.assess(LOOP, today=TODAY).findings
    assert first.file is None
    assert first.span is not None


def test_what_is_no_journey_and_no_path_is_refused() -> None:
    """In a sentence of Python's."""
    with pytest.raises(TypeError, match="not int"):
        cjm.check(7)  # type: ignore[arg-type]
