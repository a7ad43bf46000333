"""The same figure is written alike in the terminal, on a map and in a finding."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path

import pytest

import cjm
from cjm.maps.content.compose import compose
from cjm.terminal.columns import columns_of
from cjm.terminal.words import words_of

ROOT = Path(__file__).parents[2]
FILES = [
    path.relative_to(ROOT).as_posix()
    for folder in ("journeys", "docs/examples")
    for path in sorted((ROOT / folder).glob("*.yaml"))
    if path.name != "cjm.yaml"
]
LETTERS = {"en": ("O", "B", "C", "impact", "by"), "ru": ("О", "В", "С", "вклад", "доходят")}


def plain(text: str) -> str:
    """Without what lines figures up."""
    return text.lstrip("▼▲= ").strip()


@pytest.mark.parametrize("file", FILES)
def test_page_map_and_findings_write_a_figure_alike(file: str) -> None:
    """O, B, C, reach and impact of every touchpoint; the balance."""
    journey = cjm.load(ROOT / file)
    analysis, words = cjm.analyze(journey), words_of(journey.language)
    diagram = compose(journey, analysis)
    names = words.columns
    columns = {column.heading.strip(): column for column in columns_of(analysis, words)}
    page = {
        key: [plain(cell.plain) for cell in columns[names[key]].cells]
        for key in ("expectation", "experience", "gap", "reach", "impact")
        if names[key] in columns
    }
    if "gap" not in page:
        return  # nothing is there to agree
    places = {point.id: place for place, point in enumerate(journey.touchpoints)}
    for card in diagram.cards:
        row = [page[key][places[card.id]] for key in ("expectation", "experience", "gap")]
        assert row == [card.expectation_text, card.experience_text, card.gap_text]
    if analysis.balance is not None:
        told = diagram.header.figures[0].value
        assert re.search(rf"[▼▲=] {re.escape(told)}\s", cjm.show(journey))
    report = cjm.check([ROOT / file], today=date(2026, 10, 1))
    if report.language != journey.language:
        return  # the words of findings are the workspace's
    o, b, c, impact, reach = LETTERS[journey.language]
    for finding in report.findings:
        if finding.code not in ("CJM101", "CJM102") or finding.touchpoint is None:
            continue
        row = {key: texts[places[finding.touchpoint]] for key, texts in page.items()}
        if "" in dict(finding.values):
            written = f"{o} {row['expectation']}[,;] {b} {row['experience']}[,;] {c} {row['gap']}"
            assert re.search(written.replace("+", r"\+") + r"( |$)", finding.message)
        if f"{impact} " in finding.message:
            assert f"{impact} {row['impact']})" in finding.message
            assert f"{reach} {row['reach']} " in finding.message
