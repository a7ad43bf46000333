"""Files as people write them, each with all that is to be told of it beside it."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

import cjm
from cjm.reporters.wording import help_line

CASES = Path(__file__).parents[1] / "cases"
NAMES = sorted(file.stem for file in CASES.glob("*.yaml"))


def told(finding: cjm.Finding) -> Iterator[str]:
    """A finding as a `.findings` file has it."""
    span = finding.span
    place = f"{span.line}:{span.column}-{span.end_line}:{span.end_column}"
    yield f"{place} {finding.code} {finding.message}"
    if finding.help:
        yield f"    {help_line(finding.help, 'en')}"


def test_every_case_has_its_findings():
    """And no findings are left without a case."""
    assert len(NAMES) >= 9
    assert sorted(file.stem for file in CASES.glob("*.findings")) == NAMES


@pytest.mark.parametrize("name", NAMES)
def test_a_case_gets_exactly_its_findings(name):
    """Nothing is missing and nothing is more."""
    text = (CASES / f"{name}.yaml").read_text(encoding="utf-8")
    found = cjm.assess(text, name=f"{name}.yaml", today=date(2026, 10, 1)).findings
    in_order = sorted(found, key=lambda finding: finding.sort_key)
    expected = (CASES / f"{name}.findings").read_text(encoding="utf-8")
    assert [line for finding in in_order for line in told(finding)] == expected.splitlines()
