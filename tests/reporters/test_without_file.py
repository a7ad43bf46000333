"""Findings of a journey built in Python, which has no file and no lines, in every format."""

from __future__ import annotations

import json
import re

import pytest

import cjm
from cjm.journey import Journey, Touchpoint
from cjm.reporters import REPORTERS, render


@pytest.fixture
def built() -> cjm.Report:
    """A report of one finding."""
    ride = Touchpoint("ride", expectation=9, experience=5)
    return cjm.check(Journey("taxi", (ride,)), select="CJM102")


@pytest.mark.parametrize("name", REPORTERS)
def test_every_format_tells_it(built: cjm.Report, name: str) -> None:
    """With its rule and its touchpoint, and without a file that is not there."""
    text = render(name, built)
    assert "CJM102" in text
    assert "ride" in text
    assert not re.search(r"\"None\"|None[:,]|=None", text)


def test_where_a_format_wants_a_path_the_journey_stands(built: cjm.Report) -> None:
    """GitLab's location and JUnit's suite; GitHub's annotation has no place."""
    [issue] = json.loads(render("gitlab", built))
    assert issue["location"] == {"path": "taxi", "lines": {"begin": 1, "end": 1}}
    assert '<testsuite package="cjm" id="1" name="taxi"' in render("junit", built)
    assert render("github", built).startswith("::error title=CJM102 ")
