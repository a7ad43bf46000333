"""Notebooks: what a cell shows, in whose language, in which theme."""

from __future__ import annotations

import re
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import pytest

import cjm
from cjm.design.css import property_of
from cjm.design.tokens import TOKENS
from cjm.i18n.glossary import wording

ROOT = Path(__file__).parents[2]
ENGLISH = ROOT / "journeys" / "business-taxi.en.yaml"
ONE_SCORE = """cjm: 1
id: one
language: ru
personas:
  anna: {name: Анна}
  boris: {name: Борис}
touchpoints:
  call: {experience: 7.5, by_persona: {anna: {experience: 4.5}}}
  visit: {experience: 6}
"""
RUSSIAN = ROOT / "journeys" / "business-taxi.yaml"


class Cell(HTMLParser):
    """The texts and the tags of a cell."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.texts: list[str] = []
        self.titles: list[str] = []
        self.open: list[str] = []
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.open.append(tag)
        self.titles += [str(value) for name, value in attrs if name == "title"]

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        if self.open and self.open[-1] != "style" and data.strip():
            self.texts.append(data)


def results(path: Path) -> dict[str, Any]:
    """Everything that a notebook shows as HTML."""
    journey = cjm.load(path)
    return {
        "journey": journey,
        "analysis": cjm.analyze(journey),
        "plan": cjm.plan(journey),
        "report": cjm.check([str(path)]),
    }


KINDS = ("journey", "analysis", "plan", "report")


@pytest.mark.parametrize("kind", KINDS)
def test_a_cell_is_whole_and_loads_nothing(kind: str) -> None:
    """Every tag is closed; no script, no address, no id that another cell may have too."""
    html = results(RUSSIAN)[kind]._repr_html_()
    cell = Cell(re.sub(r"<(\w+)([^<>]*)/>", r"<\1\2></\1>", html))
    assert cell.open == []
    assert cell.texts
    assert not re.search(r"<script|\bsrc=|url\(|\bid=|@import", html)


@pytest.mark.parametrize("kind", KINDS)
def test_a_cell_has_no_colour_but_tokens(kind: str) -> None:
    """One cell serves light, dark and paper."""
    html = results(RUSSIAN)[kind]._repr_html_()
    sheet = html.partition("</style>")[0]
    assert not re.search(r"#[0-9A-Fa-f]{6}", html.removeprefix(sheet))
    used = set(re.findall(r"var\((--[\w-]+)\)", html))
    assert used
    assert used <= set(re.findall(r"(--[\w-]+):", sheet))
    assert {property_of(token) for token in TOKENS} <= set(re.findall(r"(--[\w-]+):", sheet))


@pytest.mark.parametrize("kind", KINDS)
def test_a_cell_follows_the_notebook_then_the_system_and_paper(kind: str) -> None:
    """Jupyter and VS Code say which theme they have."""
    sheet = results(ENGLISH)[kind]._repr_html_().partition("</style>")[0]
    assert '[data-jp-theme-light="false"] .cjm' in sheet
    assert ".vscode-dark .cjm" in sheet
    assert "@media (prefers-color-scheme:dark)" in sheet
    assert sheet.index("@media print") > sheet.index("data-jp-theme-light")


@pytest.mark.parametrize(("path", "language"), [(ENGLISH, "en"), (RUSSIAN, "ru")])
def test_an_analysis_speaks_in_terms_of_the_glossary(path: Path, language: str) -> None:
    """Each with what it means."""
    cell = Cell(cjm.analyze(cjm.load(path))._repr_html_())
    for id in ("expectation", "experience", "gap"):
        assert wording(id, language).short in cell.texts
    for id in ("reach", "impact", "moment-of-truth", "peak"):
        assert wording(id, language).long in cell.texts
        assert wording(id, language).definition in cell.titles
    assert {"en": "▼ −5", "ru": "▼ −5"}[language] in cell.texts
    assert wording("disappointment", language).long in cell.titles


def test_a_persona_is_named() -> None:
    journey = cjm.load(ENGLISH)
    persona = journey.personas[0]
    head = Cell(cjm.analyze(journey, persona.id)._repr_html_()).texts[0]
    assert head == f"{journey.title} · {persona.name}"


def table_of(html: str) -> list[list[str]]:
    """The texts of a cell's table by row, the head first."""
    rows = re.findall(r"<tr>(.*?)</tr>", html, re.DOTALL)
    return [
        [re.sub(r"<[^>]*>", "", cell) for cell in re.findall(r"<t[hd]\b.*?</t[hd]>", row)]
        for row in rows
    ]


def test_a_column_in_which_nothing_stands_is_left_out() -> None:
    """O, C and impact of a journey of which the experience alone is known."""
    head, *rows = table_of(cjm.analyze(cjm.loads(ONE_SCORE))._repr_html_())
    terms = [wording(id, "ru").long for id in ("reach", "moment-of-truth")]
    assert head == ["точка контакта", "В", "Анна", *terms]
    assert [row[1:3] for row in rows] == [["7,5", "4,5"], ["6", ""]]


def test_no_result_has_a_column_in_which_nothing_stands(tmp_path: Path) -> None:
    """Whichever it is of; an overview of journeys of one score, too."""
    (tmp_path / "one.yaml").write_text(ONE_SCORE, encoding="utf-8")
    bare = cjm.Journey("a", (cjm.Touchpoint("x"), cjm.Touchpoint("y")))
    for shown in (cjm.overview(str(tmp_path)), cjm.analyze(bare), cjm.plan(cjm.load(ENGLISH))):
        head, *rows = table_of(shown._repr_html_())
        assert all(set(column) - {"", "–"} for column in zip(*rows, strict=True)), head


def test_a_persona_has_a_column_of_the_gaps_that_are_its_own() -> None:
    """Nothing stands there where it shares what everybody has."""
    journey = cjm.load(ENGLISH)
    head, *rows = table_of(cjm.analyze(journey)._repr_html_())
    for persona in journey.personas:
        own = {
            p.title
            for p in journey.touchpoints
            for own in p.by_persona
            if own.persona == persona.id
        }
        told = {row[0]: row[head.index(persona.name)] for row in rows}
        assert {title for title, text in told.items() if text} == own
        assert all(text[0] in "▼=▲" for text in told.values() if text)


def test_a_persona_on_its_own_has_no_column_beside() -> None:
    """The table is already its."""
    journey = cjm.loads(ONE_SCORE)
    head = table_of(cjm.analyze(journey, journey.personas[0].id)._repr_html_())[0]
    assert not {p.name for p in journey.personas} & set(head)


def test_a_plan_marks_what_was_chosen() -> None:
    plan = cjm.plan(cjm.load(RUSSIAN))
    texts = Cell(plan._repr_html_()).texts
    assert [t for t in texts if t.startswith("★")] == ["★ " + ", ".join(plan.chosen.improvements)]
    assert wording("balance", "ru").short in texts
    assert not [t for t in texts if "balance" in t]


def test_a_report_tells_each_finding_in_a_row() -> None:
    report = cjm.check([str(ENGLISH)])
    html = report._repr_html_()
    assert html.count('<th scope="row"') == len(report.findings)
    assert all(f"{f.code} {f.name}" in html for f in report.findings)


def test_what_a_journey_says_stays_text() -> None:
    """In a table as in a picture."""
    live = "<img src=x onerror=alert(1)>"
    journey = cjm.Journey(
        "a", (cjm.Touchpoint("a", live, expectation=5, experience=4),), title=live
    )
    for shown in (journey, cjm.analyze(journey)):
        html = shown._repr_html_()
        assert "<img" not in html
        assert "&lt;img" in html
