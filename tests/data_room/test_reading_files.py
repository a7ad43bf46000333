"""Every form of file gives the same rows as text, or with the types it has."""

from __future__ import annotations

import csv
import gzip
import io

import duckdb
import openpyxl
import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from cjm.data.definition import Events, Rows, Sales
from cjm.data.engine import local_engine
from cjm.data.files.reading import read_files
from cjm.errors import CjmError
from tests.helpers.sources import text_rows, typed_rows, write

ROWS = [("a1", "x, y", "2026-07-01"), ("a2", 'say "no"', "2026-07-02")]
CSV = 'case,word,time\na1,"x, y",2026-07-01\na2,"say ""no""",2026-07-02\n'


def log(file, **form):
    """A log in one file."""
    return Events("log", Rows(file, **form), "case", "word", "time")


JSON_LINES = (
    '{"case": "a1", "word": "x, y", "time": "2026-07-01"}\n'
    '{"time": "2026-07-02", "case": "a2", "word": "say \\"no\\""}\n'
)
FORMS = {
    "line feeds": ("a.csv", CSV),
    "both line ends": ("a.csv", CSV.replace("\n", "\r\n")),
    "returns": ("a.csv", CSV.replace("\n", "\r")),
    "mixed line ends": ("a.csv", CSV.replace("\n", "\r\n", 1)),
    "empty lines": ("a.csv", "\n\n" + CSV + "\n"),
    "no last line end": ("a.csv", CSV.rstrip("\n")),
    "byte order mark": ("a.csv", b"\xef\xbb\xbf" + CSV.encode()),
    "utf-16": ("a.csv", CSV.encode("utf-16")),
    "packed": ("a.csv.gz", gzip.compress(CSV.encode(), mtime=0)),
    "tabs": ("a.tsv", CSV.replace('"x, y"', "x@ y").replace(",", "\t").replace("@", ",")),
    "semicolons": ("a.csv", CSV.replace('"x, y"', "x@ y").replace(",", ";").replace("@", ",")),
    "sep=": ("a.csv", "sep=,\n" + CSV),
    "sep=, as Excel writes it": ("a.csv", "sep=,\r\n" + CSV.replace("\n", "\r\n")),
    "sep= of a sign that is not tried": (
        "a.csv",
        "SEP=|\n" + CSV.replace('"x, y"', "x@ y").replace(",", "|").replace("@", ","),
    ),
    "sep= behind a mark": ("a.csv", b"\xef\xbb\xbfsep=,\n" + CSV.encode()),
    "sep= in quotes": ("a.csv", '"sep=,"\n' + CSV),
    "sep= and more of them": ("a.csv", "sep=,,,\n" + CSV),
    "sep= alone in its line": ("a.csv", "sep=,\r" + CSV),
    "a blank before quotes": ("a.csv", CSV.replace(',"', ', "')),
    "JSON": ("a.jsonl", JSON_LINES),
    "JSON with empty lines": ("a.jsonl", "\n" + JSON_LINES.replace("\n", "\n\n")),
    "packed JSON": ("a.jsonl.gz", gzip.compress(JSON_LINES.encode(), mtime=0)),
}


@pytest.mark.parametrize(("name", "content"), FORMS.values(), ids=FORMS)
def test_every_form_of_text_gives_the_same_rows(tmp_path, name, content):
    """Whatever parts the fields and ends the lines, packed or not."""
    write(tmp_path, **{name.replace(".", "_"): content})
    assert text_rows(tmp_path, Rows(name), case="case") == ROWS


def test_lines_behind_a_delimiter_that_is_said_keep_their_numbers(tmp_path):
    """With a header, without one, and where a line is no row; data.yaml goes before."""
    write(tmp_path, a_csv="sep=;\ncase;word;time\n1;x\n1;x;soon\n" + "1;x;2026-07-01\n" * 40)
    found = typed_rows(tmp_path, log("a.csv")).typed.left_out
    lines = {name: [example.line for example in reason.examples] for name, reason in found.items()}
    assert lines == {"too few fields": [3], "not a time": [4]}
    write(tmp_path, a_csv="sep=;\n1,x,2026-07-01\n2,y,2026-07-02\n")
    headless = Events("log", Rows("a.csv", header=False, delimiter=","), 1, 2, 3)
    assert typed_rows(tmp_path, headless).column("word") == ["x", "y"]


def test_columns_may_stand_apart_by_blanks(tmp_path):
    """Runs of blanks and tabs are one; outer ones do not count."""
    write(tmp_path, a_txt="  case  word   time\r\n a1 x\t 2026-07-01 \r\n\r\n  a2  y 2026-07-02")
    rows = Rows("a.txt", delimiter="blank")
    assert text_rows(tmp_path, rows) == [("a1", "x", "2026-07-01"), ("a2", "y", "2026-07-02")]


def test_without_a_header_columns_are_numbers(tmp_path):
    """From 1."""
    write(tmp_path, a_csv="a1,x,2026-07-01\na2,y,2026-07-02\n")
    found = typed_rows(tmp_path, Events("log", Rows("a.csv", header=False), 1, 2, 3))
    assert found.column("case") == ["a1", "a2"]
    assert found.column("word") == ["x", "y"]


@pytest.mark.parametrize("name", ["cp1251", "koi8-r", "utf-16-le", "utf-32", "shift-jis"])
def test_an_encoding_is_decoded_here(tmp_path, name):
    """The engine would have to download it."""
    write(tmp_path, a_csv="case,word,time\nодин,да,2026-07-01\n".encode(name))
    rows = Rows("a.csv", encoding=name)
    assert text_rows(tmp_path, rows, case="case") == [("один", "да", "2026-07-01")]


def test_lines_are_true_behind_texts_of_several_lines(tmp_path):
    """An example names the line that an editor shows."""
    write(tmp_path, a_csv='case,word,time\n1,"a\nb\r\nc",2026-07-01\n2,x,\n3,y,2026-07-01\n')
    left_out = typed_rows(tmp_path, log("a.csv")).typed.left_out
    assert left_out["no time"].examples[0][:2] == (shown(tmp_path, "a.csv"), 5)


def shown(folder, name):
    """How messages call a file."""
    from cjm.project.discovery import shown_path

    return shown_path(str(folder / name))


def test_a_glob_is_one_table_in_the_order_of_names(tmp_path):
    """Columns are matched by their names; each example names its file and its line there."""
    write(tmp_path, b_csv="word,case,time\ny,2,\n", a_csv="case,word,time\n1,x,2026-07-01\n")
    write(tmp_path, c_jsonl='{"case": "3", "word": "z", "time": "2026-07-02"}\n')
    found = typed_rows(tmp_path, log("*"))
    assert found.column("row") == [1, 3]
    assert found.column("word") == ["x", "z"]
    assert found.typed.left_out["no time"].examples[0][:2] == (shown(tmp_path, "b.csv"), 2)


def test_names_of_columns_and_files_are_only_names(tmp_path):
    """Quotes, brackets and stars in them mean nothing."""
    name = "a 'b' [1].csv"
    (tmp_path / name).write_text('"ca""se",wo\'rd,ti;me\n1,x,2026-07-01\n')
    source = Events("log", Rows(name), 'ca"se', "wo'rd", "ti;me")
    assert typed_rows(tmp_path, source).column("word") == ["x"]


def test_columns_that_differ_by_case_are_two(tmp_path):
    """Although the engine takes them for one."""
    write(tmp_path, a_csv="Case,case,word,time,,\n1,2,x,2026-07-01,,\n")
    assert typed_rows(tmp_path, log("a.csv")).column("case") == ["2"]


def test_a_column_that_is_there_twice_cannot_be_named(tmp_path):
    """Nobody knows which is meant; one that nobody names does not matter."""
    write(tmp_path, a_csv="case,word,word,time\n1,x,y,2026-07-01\n")
    with pytest.raises(CjmError, match=r"has 2 columns 'word'"):
        typed_rows(tmp_path, log("a.csv"))
    assert typed_rows(tmp_path, Events("log", Rows("a.csv"), "case", "case", "time")).rows


def test_parquet_keeps_its_types(tmp_path):
    """A time is a time and money is money, without a way through text."""
    path = str(tmp_path / "a.parquet")
    duckdb.execute(
        "COPY (SELECT 7 AS customer, TIMESTAMPTZ '2026-07-01 23:30+00' AS paid, 12.345::DOUBLE "
        f"AS total, true AS member UNION ALL SELECT 8, NULL, 1, false) TO '{path}'"
    )
    source = Sales("s", Rows("a.parquet"), "customer", "paid", "total", member="member")
    found = typed_rows(tmp_path, source, timezone="Europe/Moscow")
    assert found.column("customer") == ["7"]
    assert str(found.rows[0]["money"]) == "12.3450"
    assert (str(found.rows[0]["day"]), found.rows[0]["member"]) == ("2026-07-02", True)
    assert found.typed.left_out["no time"].examples == ((shown(tmp_path, "a.parquet"), 2, ""),)


def test_parquet_files_of_one_kind_keep_their_types_together(tmp_path):
    """Several files are one table as one is."""
    for number in (1, 2):
        duckdb.execute(
            f"COPY (SELECT '{number}' AS \"case\", 'x' AS word, TIMESTAMP '2026-07-01' AS time) "
            f"TO '{tmp_path / str(number)}.parquet'"
        )
    assert typed_rows(tmp_path, log("*.parquet")).column("case") == ["1", "2"]


def test_cells_of_a_workbook_are_texts_as_a_csv_has_them(tmp_path):
    """Days stay days; whole numbers have no point; rows are known by their numbers."""
    from datetime import date, datetime

    book = openpyxl.Workbook()
    sheet = book.active
    for cells in (
        [],
        ["case", "word", "time", None],
        [7.0, "x", date(2026, 7, 1)],
        ["007", True, datetime(2026, 7, 2, 10, 30)],
        [],
        [8, "y", None],
    ):
        sheet.append(cells)
    sheet["B8"] = "z"
    sheet["F8"] = "beyond"
    book.save(tmp_path / "a.xlsx")
    found = typed_rows(tmp_path, log("a.xlsx"))
    assert found.column("case") == ["7", "007"]
    assert found.column("word") == ["x", "true"]
    assert [str(day) for day in found.column("day")] == ["2026-07-01", "2026-07-02"]
    assert found.typed.left_out["no time"].examples[0].line == 6
    assert found.typed.left_out["too many fields"].examples[0].line == 8


XES = """<?xml version="1.0"?>
<log xes.version="1.0" xmlns="http://www.xes-standard.org/">
  <global scope="event"><string key="concept:name" value="none"/></global>
  <trace><string key="concept:name" value="c1"><string key="inner" value="no"/></string>
    <event><string key="concept:name" value="a &amp; b"/>
      <date key="time:timestamp" value="2026-07-01T10:00:00.000+02:00"/></event>
    <event><string key="concept:name" value="c"/></event>
  </trace>
  <trace><string key="concept:name" value="c2"/>
    <event><string key="concept:name" value="a"/><int key="cost" value="5"/>
      <date key="time:timestamp" value="2026-07-02T10:00:00.000Z"/></event>
  </trace>
</log>
"""


def test_attributes_of_a_log_in_xml_are_columns(tmp_path):
    """Of a trace with `case:` before them; an event's line is where it begins."""
    write(tmp_path, a_xes=XES)
    source = Events("log", Rows("a.xes"), "case:concept:name", "concept:name", "time:timestamp")
    found = typed_rows(tmp_path, source)
    assert found.column("case") == ["c1", "c2"]
    assert found.column("word") == ["a & b", "a"]
    assert found.typed.left_out["no time"].examples[0].line == 7
    costly = Events("log", Rows("a.xes", where="cost > 4"), *("case:concept:name",) * 2)
    with pytest.raises(CjmError, match=r"no column 'time' \(time\)") as caught:
        typed_rows(tmp_path, costly)
    assert "case:concept:name, concept:name, time:timestamp, cost" in str(caught.value.help)


def test_no_entity_of_a_log_in_xml_is_read(tmp_path):
    """Neither one that grows nor one that reads another file."""
    write(
        tmp_path, a_xes='<!DOCTYPE log [<!ENTITY a SYSTEM "file:///etc/hostname">]><log>&a;</log>'
    )
    with pytest.raises(CjmError, match="declares an entity, 'a'"):
        typed_rows(tmp_path, Events("log", Rows("a.xes"), "case", "word", "time"))


def test_once_sealed_nothing_else_is_read(tmp_path):
    """Neither by its path nor by a way round, and the seal cannot be broken."""
    write(tmp_path, a_csv="case,word,time\n1,x,2026-07-01\n", secret_txt="secret")
    for sql in (
        f"EXISTS (FROM read_text('{tmp_path}/secret.txt'))",
        f"EXISTS (FROM read_text('{tmp_path}/a.csv/../secret.txt'))",
        "EXISTS (FROM read_csv('http://127.0.0.1:9/a.csv'))",
    ):
        with pytest.raises(CjmError, match=r"sources\.log\.where"):
            typed_rows(tmp_path, log("a.csv", where=sql))
    with local_engine("measure") as engine:
        engine.seal([])
        with pytest.raises(duckdb.Error):
            engine.rows("SET enable_external_access = true")
        table = read_files(engine, Rows("a.csv"), str(tmp_path), {"case": "case"})
        assert table.read == 1


TEXTS = st.text(
    st.characters(codec="utf-8", exclude_characters="\0", exclude_categories=["Cs"]), max_size=8
) | st.sampled_from(['"', '""', ",", ";", "\t", "\n", "\r\n", "\r", ' "', "a\nb", "NULL", "#"])


@given(
    rows=st.integers(1, 4).flatmap(
        lambda n: st.lists(st.lists(TEXTS, min_size=n, max_size=n), min_size=0, max_size=6)
    ),
    delimiter=st.sampled_from(",;\t|"),
    end=st.sampled_from(["\n", "\r\n", "\r"]),
    quoting=st.sampled_from([csv.QUOTE_ALL, csv.QUOTE_MINIMAL, csv.QUOTE_NONNUMERIC]),
)
@example(rows=[["a", "b"]], delimiter=",", end="\n", quoting=csv.QUOTE_MINIMAL)
def test_what_python_writes_is_read_back(tmp_path_factory, rows, delimiter, end, quoting):
    """Any texts, quotes, delimiters and line ends; a blank cell is a blank cell."""
    folder = tmp_path_factory.mktemp("csv")
    width = len(rows[0]) if rows else 2
    target = io.StringIO()
    if any("\r" in cell or "\n" in cell for row in rows for cell in row):
        quoting = csv.QUOTE_ALL  # Python quotes a carriage return alone only where it ends lines
    writer = csv.writer(target, delimiter=delimiter, lineterminator=end, quoting=quoting)
    writer.writerow([f"column {n}" for n in range(width)])
    writer.writerows(rows)
    write(folder, a_csv=target.getvalue())
    found = text_rows(folder, Rows("a.csv", delimiter=delimiter), **{"column 0": "case"})
    assert [[cell or "" for cell in row] for row in found] == rows
