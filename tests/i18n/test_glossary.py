"""The glossary: a thing has one name in each language."""

from __future__ import annotations

import re
from typing import get_args

import pytest

import cjm
from cjm.analysis.moments import Reason
from cjm.i18n.glossary import REASONS, TERMS, wording

JOURNEY = """\
cjm: 1
id: x
language: {language}
start: {{a: 0.5, c: 0.5}}
touchpoints:
  a: {{expectation: 8, experience: 6, moment_of_truth: true, next: {{b: 0.9}}}}
  b: {{expectation: 8, experience: 5, next: {{a: 0.4, c: 0.6}}}}
  c: {{expectation: 8, experience: 9, outcome: success}}
"""


def test_every_term_is_told_in_both_languages():
    """In full, in brief, and what it means; no id twice."""
    assert len({t.id for t in TERMS}) == len(TERMS)
    for t in TERMS:
        assert all((*t.english, *t.russian)), t.id
        assert not re.search("[а-яё]", " ".join(t.english)), t.id
        assert re.search("[а-яё]", t.russian.definition), t.id


def test_the_reasons_of_the_analysis_have_names():
    """Each why of a moment of truth."""
    assert get_args(Reason) == REASONS


@pytest.mark.parametrize("reason", ["vital-few", "peak"])
def test_findings_and_the_page_name_a_reason_alike(desk, reason):
    """In Russian, where both say it in words."""
    desk.write("cjm.yaml", "cjm: 1\nlanguage: ru\n")
    desk.write("x.yaml", JOURNEY.format(language="ru"))
    found = " ".join(f.message for f in desk.check("x.yaml").findings)
    page = re.sub(r"\s+", " ", cjm.show(cjm.load("x.yaml"), width=140))
    name = wording(reason, "ru").long
    assert name in found
    assert name in page


def test_a_loop_and_a_persona_have_one_name(desk):
    """Check and show say the same word of a doom loop."""
    desk.write("cjm.yaml", "cjm: 1\nlanguage: ru\n")
    desk.write("x.yaml", JOURNEY.format(language="ru"))
    found = " ".join(f.message for f in desk.check("x.yaml").findings)
    assert "петля разочарования" in found
    assert "Петли разочарования" in cjm.show(cjm.load("x.yaml"))
