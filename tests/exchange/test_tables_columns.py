"""Columns tied to the format's own table of fields, and cells both ways."""

from pathlib import Path

import filled_journey
import pytest
from hypothesis import example
from hypothesis import given as those
from hypothesis import strategies as st
from tables import given, told

from cjm.exchange.imported import Asked
from cjm.exchange.tables.cells import Reading, Texts
from cjm.exchange.tables.columns import TOUCHPOINT
from cjm.exchange.tables.headings import plain
from cjm.exchange.tables.sheets import JOURNEY, SHEETS
from cjm.exchange.tables.transitions import Transitions, read_items, written_items
from cjm.exchange.tables.values import CellFault, Style
from cjm.exchange.tables.xlsx_reading import read_xlsx
from cjm.exchange.tables.xlsx_writing import write_xlsx
from cjm.format import JOURNEY as FIELDS
from cjm.format import walk

ROOT = Path(__file__).parents[2]
NO_COLUMN = {"paired", "scenario", "metrics", "links", "by_persona"}
"""Fields of a touchpoint that are told as lost; of a persona its scores have columns."""
NO_ROW = {"cjm", "touchpoints", "metrics", "waivers", *(sheet.key for sheet in SHEETS)}


def fields_of(route):
    """The fields of the record that a route leads to."""
    kind = walk(FIELDS, route).kind
    record = getattr(kind, "mapped", kind)
    return set(record.fields)


def test_every_field_of_a_touchpoint_has_a_column_or_is_told_as_lost():
    columns = {column.route[0] for column in TOUCHPOINT} - {"id"}
    assert columns | NO_COLUMN == fields_of(("touchpoints", "a"))
    assert not columns & NO_COLUMN


def test_every_field_of_the_journey_has_a_row_or_a_sheet_or_is_told_as_lost():
    rows = {column.route[0] for column in JOURNEY}
    assert rows | NO_ROW == set(FIELDS.fields)
    assert not rows & NO_ROW


@pytest.mark.parametrize("sheet", SHEETS, ids=lambda sheet: sheet.key)
def test_every_column_of_a_sheet_is_a_field(sheet):
    columns = {column.route[0] for column in sheet.columns} - {"id"}
    assert fields_of((sheet.key, "a")) - columns <= {"metrics", "judged_by"}


@pytest.mark.parametrize("columns", [TOUCHPOINT, JOURNEY, *(sheet.columns for sheet in SHEETS)])
def test_no_two_columns_have_one_heading(columns):
    for language in ("en", "ru"):
        headings = [plain(column.heading(language)) for column in columns]
        assert len(set(headings)) == len(headings)


def test_what_a_full_journey_loses_is_told_field_by_field():
    made = write_xlsx(given(filled_journey.journey()), Asked())
    told_fields = {dict(part.what.values)["field"].split(".")[0] for part in made.lost}
    assert told_fields >= {"paired", "scenario", "links", "metrics", "waivers", "judged_by"}
    assert told(read_xlsx(made.content, Asked())) == []


CELLS = {
    "one": "one",
    "one; two": ["one", "two"],
    "one; two\n": "one; two",
    "one\ntwo; three": ["one", "two; three"],
    r"a\\b\nc": "a\\b\nc",
    r"C:\dir": r"C:\dir",
    "; ": None,
}


@pytest.mark.parametrize("cell", CELLS)
def test_a_cell_of_several_texts(cell):
    assert Texts().read(cell, Reading(True, {})) == CELLS[cell]


@those(st.lists(st.text(min_size=1).filter(str.strip), min_size=1, max_size=3))
@example(["a; b"])
@example(["\\n", "x\ry\n"])
def test_several_texts_come_back(texts):
    cell = Texts().write(texts, Style("en"))
    found = Texts().read(cell, Reading(True, {}))
    assert ([found] if isinstance(found, str) else found) == texts


WAYS = {
    "ride": "ride",
    "ride; cancel": ["ride", "cancel"],
    "ride\ncancel": ["ride", "cancel"],
    "ride: 0.9; cancel: 0,06": {"ride": 0.9, "cancel": 0.06},
    "ride: 90 %;cancel:6%": {"ride": 0.9, "cancel": 0.06},
    "ride [7 min]": {"ride": {"wait": "7 min"}},
    r"ride: 0.9 (a\; b \(c\) \\d\ne) [7 min]": {
        "ride": {"probability": 0.9, "label": "a; b \\(c) \\d\ne", "wait": "7 min"}
    },
    "": [],
}


@pytest.mark.parametrize("cell", WAYS)
def test_a_cell_of_transitions(cell):
    assert Transitions().read(cell) == WAYS[cell]


@pytest.mark.parametrize("cell", ["a: x", "a (b", "a [b", "(b)", "a: 1.2.3", "a b: 0.5 c", ": 0.5"])
def test_what_is_no_transition_is_told(cell):
    with pytest.raises(CellFault, match="this is no transition"):
        read_items(cell)


@those(st.text(min_size=1))
@example("a;b)c\\d\n\r(")
def test_a_label_comes_back(label):
    items = read_items(f"{written_items(read_items('ride: 1e-07'))} (x)")
    assert items[0].number == 1e-07
    (item,) = read_items(written_items([items[0]._replace(label=label)]))
    assert item.label == label


@pytest.mark.parametrize("page", ["docs/convert.md", "docs/convert.ru.md"])
def test_the_docs_list_every_column(page):
    text = (ROOT / page).read_text(encoding="utf-8")
    lines = text.partition("<!-- columns -->\n")[2].split("\n\n")[0].splitlines()[2:]
    rows = [tuple(cell.strip() for cell in line.split("|")[1:3]) for line in lines]
    assert rows == [(column.english, column.russian) for column in TOUCHPOINT]
