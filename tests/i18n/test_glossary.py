"""The glossary: the same thing has the same name wherever people read of it."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

import cjm
from cjm.analysis.moments import Reason
from cjm.i18n.glossary import REASONS, TERMS, term, wording

ROOT = Path(__file__).parents[2]
JOURNEY = """\
cjm: 1
id: x
language: {language}
stages: [one]
start: {{a: 0.5, c: 0.5}}
touchpoints:
  a: {{stage: one, expectation: 8, experience: 6, moment_of_truth: true, next: {{b: 0.9}}}}
  b: {{stage: one, expectation: 8, experience: 5, next: {{a: 0.4, c: 0.6}}}}
  c: {{stage: one, expectation: 8, experience: 9, outcome: success}}
"""


@pytest.fixture(params=["en", "ru"])
def pages(request, desk):
    """What check, show and both pictures say of one journey, in one language."""
    desk.write("cjm.yaml", f"cjm: 1\nlanguage: {request.param}\n")
    desk.write("x.yaml", JOURNEY.format(language=request.param))
    journey = cjm.load("x.yaml")
    return request.param, {
        "check": " ".join(f.message for f in desk.check("x.yaml").findings),
        "show": cjm.show(journey, width=140),
        "graph": cjm.render(journey).decode(),
        "map": cjm.render(journey, view="map").decode(),
    }


def test_every_term_is_told_in_both_languages():
    """In full, in brief, and what it means; no id twice."""
    assert len({t.id for t in TERMS}) == len(TERMS)
    for t in TERMS:
        assert all((*t.english, *t.russian)), t.id
        assert not re.search("[а-яё]", " ".join(t.english)), t.id
        assert re.search("[а-яё]", t.russian.definition), t.id


def test_reasons_are_those_of_the_analysis():
    """Each has a name."""
    from typing import get_args

    assert get_args(Reason) == REASONS


@pytest.mark.parametrize("id", ["doom-loop", "disappointed", "likely-path", "moment-of-truth"])
def test_a_thing_has_one_name_on_every_page(pages, id):
    """Pictures, page and findings say it alike."""
    language, texts = pages
    spoken = {"doom-loop": ("check", "show", "graph")}.get(id, ("show", "graph"))
    words = wording(id, language).long.lower().split()
    name = re.compile(r"\w* ".join(re.escape(word[:-1]) for word in words))  # whatever its ending
    assert [page for page in spoken if not name.search(texts[page].lower())] == []


@pytest.mark.parametrize("reason", ["vital-few", "peak"])
def test_reasons_are_told_alike(pages, reason):
    """Why a touchpoint is a moment of truth, in findings, page and pictures."""
    language, texts = pages
    name = wording(reason, language).long
    assert [
        page for page in ("check", "show", "graph") if name not in re.sub(r"\s+", " ", texts[page])
    ] == []


def test_other_names_are_gone():
    """Names that one of these things had beside its own."""
    gone = "порочн|счёт[а-я]* доверия|trust account|vicious"
    for t in TERMS:
        assert not re.search(gone, " ".join((*t.english, *t.russian)), re.IGNORECASE)
    assert term("balance").russian.short == "баланс"


@pytest.mark.parametrize(("language", "page"), [("en", "glossary.md"), ("ru", "glossary.ru.md")])
def test_the_docs_have_the_glossary_as_a_table(language, page):
    """Term by term, in its order."""
    told = [
        f"| `{t.id}` | {w.long} | {w.short} | {w.definition} |"
        for t in TERMS
        for w in (wording(t.id, language),)
    ]
    lines = (ROOT / "docs" / page).read_text(encoding="utf-8").splitlines()
    assert [line for line in lines if line.startswith("| `")] == told
