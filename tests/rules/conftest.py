"""What the tests of rules ask: the findings of one journey."""

from __future__ import annotations

import pytest
from rule_samples import only


@pytest.fixture
def find(desk):
    """The findings of one rule in one journey, other rules out of the way."""

    def run(code, text, workspace=None):
        if workspace:
            desk.write("cjm.yaml", workspace)
        return only(desk.check(desk.write("journey.yaml", text), select=["CJM0", code]), code)

    return run


@pytest.fixture
def told(desk):
    """What some rules tell of one journey: findings, in order."""

    def run(rules, text, options="{}", more="", **given):
        desk.write("cjm.yaml", f"cjm: 1\n{more}check: {{options: {options}}}\n")
        report = desk.check(
            desk.write("j.yaml", text), select=["CJM0", *rules.replace(",", " ").split()], **given
        )
        assert report.problems == ()
        assert [f.message for f in report.findings if f.code.startswith("CJM0")] == []
        return list(report.findings)

    return run


@pytest.fixture
def brief(told):
    """Code and touchpoint of what some rules tell."""
    return lambda *args, **given: [(f.code, f.touchpoint) for f in told(*args, **given)]
