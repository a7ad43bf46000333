"""XLSX: limits, damaged files, formulas, days, merged cells, hidden sheets; help to fill it in."""

import io
import zipfile
from datetime import datetime

import openpyxl
import pytest
from tables import given, lost, notes, of_sheet, told, workbook

import cjm
from cjm.errors import InvalidJourneyError, UsageError
from cjm.exchange.imported import Asked
from cjm.exchange.tables.table import MAX_ROWS
from cjm.exchange.tables.xlsx_bounds import MOST_PACKED, MOST_UNPACKED
from cjm.exchange.tables.xlsx_reading import read_xlsx
from cjm.exchange.tables.xlsx_writing import write_xlsx

HEAD = ("id", "title", "stage", "expectation", "experience", "next")
ROWS = (HEAD, ("a", "A", "s", 8, 7, "b"), ("b", "B", "s", 8.5, 9, None))


def changed(change, **asked):
    """What is read of a workbook that was changed."""
    return read_xlsx(workbook(ROWS, change), Asked(**asked))


def with_sheet(text):
    """A workbook whose sheet is this XML."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(workbook(ROWS))) as given, zipfile.ZipFile(out, "w", 8) as made:
        for name in given.namelist():
            made.writestr(name, text if "sheet1" in name else given.read(name))
    return out.getvalue()


def test_numbers_texts_and_days_are_read_as_they_are_seen():
    imported = of_sheet(
        (*HEAD, "measured", "owner"),
        (7, "A", datetime(2026, 4, 8), "8,5", 9.0, None, datetime(2026, 9, 30), 12.0),
    )
    assert told(imported) == []
    assert imported.data["touchpoints"]["7"] == {
        "title": "A", "stage": "2026-04-08", "expectation": 8.5,
        "experience": {"score": 9.0, "measured": "2026-09-30"}, "owner": "12",
    }  # fmt: skip


FAULTY = {
    "D2": ("=4+4", "2:4 D2: a formula without a kept value"),
    "D3": ("#N/A", "3:4 D3: the cell holds the error #N/A"),
    "E2": (datetime(2026, 4, 8), "2:5 E2: expected a number, not '2026-04-08'"),
    "E3": (True, "3:5 E3: expected a number, not 'true'"),
    "F2": ("b (", "2:6 F2: this is no transition: 'b ('"),
    "A3": ("a", "3:1 A3: 'a' is given twice"),
    "XFD2": ("far", "2:201 the sheet has more than 200 columns"),
    "XFD1048576": ("far", "1048576:201 the sheet has more than 200 columns"),
}


@pytest.mark.parametrize("place", FAULTY)
def test_a_fault_names_its_cell(place):
    value, expected = FAULTY[place]

    def change(book):
        book.active[place] = value

    assert told(changed(change)) == [expected]


def test_what_the_format_says_names_the_cell():
    content = workbook((*ROWS, ("c", "C", "s", 12, 7, "zz")))
    with pytest.raises(InvalidJourneyError) as caught:
        cjm.convert(content, "xlsx", "yaml", file="in.xlsx")
    assert {f.message for f in caught.value.findings} == {
        "F4: there is no touchpoint 'zz'", "D4: the score 12 is outside the scale 0 to 10"
    }  # fmt: skip


def test_a_sheet_with_too_many_rows_is_refused():
    rows = [("id",), *((f"t{n}",) for n in range(MAX_ROWS + 1))]
    assert told(of_sheet(*rows)) == [
        "5002:1 the sheet has more than 5000 rows: one journey a file"
    ]  # fmt: skip


def test_the_size_that_a_sheet_says_is_not_believed():
    cell = '<c r="{0}1" t="inlineStr"><is><t>{1}</t></is></c>'
    row = "".join(cell.format(*pair) for pair in (("A", "id"), ("B", "title")))
    sheet = (
        '<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">'
        f'<dimension ref="A1:XFD1048576"/><sheetData><row r="1">{row}</row>'
        f'<row r="2">{row.replace("1", "2", 2).replace("title", "T")}</row></sheetData></worksheet>'
    )
    assert told(read_xlsx(with_sheet(sheet), Asked())) == []


def test_entities_that_grow_are_refused():
    parts = [f'<!ENTITY a{n} "{f"&a{n - 1};" * 10}">' for n in range(1, 9)]
    sheet = f'<!DOCTYPE x [<!ENTITY a0 "aaaaaaaaaa">{"".join(parts)}]><worksheet>&a8;</worksheet>'
    assert told(read_xlsx(with_sheet(sheet), Asked())) == ["1:1 this is no whole XLSX workbook"]


def packed(size):
    """An archive whose table says that it unpacks to so many bytes."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        archive.writestr("xl/workbook.xml", "")
    content = out.getvalue()
    place = content.rindex(b"PK\x01\x02") + 24
    return content[:place] + size.to_bytes(4, "little") + content[place + 4 :]


REFUSED = {
    b"id;title\n": "1:1 this is no XLSX workbook",
    b"\xd0\xcf\x11\xe0" + b"\0" * 99: (
        "1:1 a workbook of Excel before 2007, or one with a password"
    ),
    workbook(ROWS)[:999]: "1:1 this is no whole XLSX workbook",
    packed(0): "1:1 this is no whole XLSX workbook",
    packed(MOST_UNPACKED + 1): "1:1 the workbook unpacks to more than 100 MB",
    b"PK" + b"\0" * MOST_PACKED: "1:1 the workbook is larger than 10 MB",
}


@pytest.mark.parametrize("content", REFUSED, ids=list(REFUSED.values()))
def test_what_is_no_workbook_is_refused_before_it_is_parsed(content):
    assert told(read_xlsx(content, Asked())) == [REFUSED[content]]


def test_merged_cells_hold_the_same_in_each_row():
    def merge(book):
        book.active["C2"], book.active["C3"] = "Order", None
        book.active.merge_cells("C2:C3")

    imported = changed(merge)
    assert [point["stage"] for point in imported.data["touchpoints"].values()] == ["Order"] * 2
    assert notes(imported) == ["merged cells hold the same in each row: C2:C3"]


def hide(book):
    """A hidden sheet, and one that nobody asks for."""
    hidden = book.create_sheet("Secret", 0)
    for row in (("id",), ("z",)):
        hidden.append(row)
    hidden.sheet_state = "hidden"
    book.active = 1


def test_a_hidden_sheet_is_read_only_where_it_is_asked_for():
    imported = changed(hide)
    assert list(imported.data["touchpoints"]) == ["a", "b"]
    assert notes(imported) == ["sheets that are not read: Secret"]
    imported = changed(hide, sheet="secret")
    assert list(imported.data["touchpoints"]) == ["z"]
    assert "the sheet 'Secret' is hidden" in notes(imported)


def test_a_sheet_that_is_not_there_is_refused_with_those_that_are():
    with pytest.raises(UsageError, match="there is no sheet 'x'") as caught:
        changed(None, sheet="x")
    assert str(caught.value.help) == "sheets: Sheet"


def test_comments_on_cells_are_told_as_lost():
    def comment(book):
        book.active["A2"].comment = openpyxl.comments.Comment("why", "me")

    assert lost(changed(comment)) == ["comments on cells"]


JOURNEY = """
cjm: 1
id: taxi
language: ru
scale: [1, 5]
customers: {value: 12000, per: month}
lanes: {x-systems: Системы}
stages: {order: Заказ, ride: Поездка}
channels: {app: Приложение}
touchpoints:
  a: {title: "=1+1", stage: order, channel: app, expectation: 4, experience: 3.5, x-systems: CRM,
      next: b}
  b: {stage: ride, expectation: 5, experience: 4, outcome: success}
"""


@pytest.fixture(scope="module")
def written():
    """The workbook of a journey, as openpyxl reads it."""
    content = write_xlsx(given(cjm.loads(JOURNEY)), Asked()).content
    return openpyxl.load_workbook(io.BytesIO(content))


def test_a_workbook_has_a_sheet_for_each_kind_of_thing(written):
    assert written.sheetnames == ["точки контакта", "путь", "этапы", "каналы"]
    assert [cell.value for cell in written["путь"]["B"]] == [
        "значение", "taxi", "taxi", "ru", "1 … 5", "12000 / месяц", "x-systems: Системы"
    ]  # fmt: skip


def test_no_text_of_the_author_is_a_formula(written):
    sheet = written["точки контакта"]
    assert sheet["B2"].data_type == "s"
    formulas = [c.coordinate for row in sheet.iter_rows() for c in row if c.data_type == "f"]
    assert formulas == ["G2", "G3"]
    assert sheet["G1"].value == "разрыв"
    assert sheet["G2"].value == '=IF(AND(ISNUMBER(E2),ISNUMBER(F2)),ROUND(F2-E2,6),"")'


def test_a_sheet_helps_to_fill_it_in(written):
    sheet = written["точки контакта"]
    assert sheet.freeze_panes == "C2"
    rules = {str(rule.sqref): rule for rule in sheet.data_validations.dataValidation}
    assert rules["C2:C1000"].formula1 == "'этапы'!$B$2:$B$3"
    assert rules["E2:E1000"].formula1 == "1"
    assert rules["E2:E1000"].formula2 == "5"
    assert rules["I2:I1000"].formula1 == '"успех,неудача,нейтрально"'
    assert [str(area.sqref) for area in sheet.conditional_formatting] == ["G2:G1000"]
    assert sheet.column_dimensions["B"].width >= 9
