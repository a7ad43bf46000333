"""What is said of files that cannot be read as they are described."""

from __future__ import annotations

import gzip
import io
import zipfile

import openpyxl
import pytest

from cjm.data.definition import Events, Rows
from cjm.data.files.formulas import CHUNK, check_computed
from cjm.errors import CjmError
from cjm.i18n import translate
from cjm.project.discovery import shown_path
from tests.helpers.sources import typed_rows, write

LOG = "case,word,time\n1,x,2026-07-01\n2,y,2026-07-02\n"


def log(file="a.csv", **form):
    """A log in one file."""
    return Events("log", Rows(file, **form), "case", "word", "time")


def refused(folder, source):
    """What is said of a source that is not read: the message and its help, in English."""
    with pytest.raises(CjmError) as caught:
        typed_rows(folder, source)
    assert translate(caught.value.message, "ru") != str(caught.value.message)
    return str(caught.value.message), str(caught.value.help)


@pytest.mark.parametrize(
    ("file", "message", "help"),
    [
        ("b.csv", "there is no file {folder}/b.csv", "did you mean 'a.csv'?"),
        ("b*.csv", "no file matches {folder}/b*.csv", "None"),
        (".", "{folder} is a folder", "name its files: ./*.csv"),
    ],
)
def test_a_file_that_is_not_there(tmp_path, file, message, help):
    """One that is near is named."""
    write(tmp_path, a_csv=LOG)
    folder = shown_path(str(tmp_path))
    told = refused(tmp_path, log(file))
    assert (told[0].replace("/. is", " is"), told[1]) == (message.format(folder=folder), help)


def test_a_column_that_is_not_there(tmp_path):
    """The ones that are there are named, the near one first, and the key that names it."""
    write(tmp_path, a_csv=LOG.replace("word", "wörd"))
    message, help = refused(tmp_path, log())
    assert message.endswith("a.csv has no column 'word' (touchpoint)")
    assert help == "did you mean 'wörd'? there are: case, wörd, time"


@pytest.mark.parametrize(
    ("content", "delimiter", "fits"),
    [
        (LOG.replace(",", "|"), "", '"|"'),
        (LOG.replace(",", ":"), "", '":"'),
        (LOG.replace(",", "  "), "", "blank"),
        (LOG, ";", '","'),
        (LOG.replace(",", "\t"), ",", '"\\t"'),
    ],
)
def test_another_delimiter_fits(tmp_path, content, delimiter, fits):
    """It is named with the key to set; with it the file reads."""
    write(tmp_path, a_csv=content)
    assert refused(tmp_path, log(delimiter=delimiter))[1].endswith(f"write delimiter: {fits}")
    right = fits.strip('"').replace("\\t", "\t")
    assert len(typed_rows(tmp_path, log(delimiter=right)).rows) == 2


@pytest.mark.parametrize("sign", [",", "\t", ";"])
def test_the_delimiter_is_found_by_the_columns_that_are_named(tmp_path, sign):
    """However many of the other signs the header has."""
    others = "".join(s * 9 for s in ",\t;" if s != sign)
    header = sign.join(["case", "word", "time", f"a{others}b"])
    write(tmp_path, a_csv=header + "\n" + sign.join(["1", "x", "2026-07-01", "c"]) + "\n")
    assert len(typed_rows(tmp_path, log()).rows) == 1


RUSSIAN = "case,word,time\n1,Поездка домой была отличной,2026-07-01\n"


@pytest.mark.parametrize(
    ("encoding", "fits"),
    [
        ("cp1251", "windows-1251"),
        ("koi8-r", "koi8-r"),
        ("cp866", "cp866"),
        ("utf-16-le", "utf-16-le"),
        ("utf-16-be", "utf-16-be"),
    ],
)
@pytest.mark.parametrize("packed", [False, True])
def test_another_encoding_fits(tmp_path, encoding, fits, packed):
    """It is named with the key to set; with it the file reads."""
    content, name = RUSSIAN.encode(encoding), "a.csv.gz" if packed else "a.csv"
    write(tmp_path, **{name.replace(".", "_"): gzip.compress(content) if packed else content})
    message, help = refused(tmp_path, log(name))
    line = 1 if "16" in encoding else 2
    assert message.endswith(f"{name}, line {line}: not UTF-8")
    assert help == f"it reads as {fits}: write encoding: {fits}"
    found = typed_rows(tmp_path, log(name, encoding=fits))
    assert found.column("word") == ["Поездка домой была отличной"]


def test_an_encoding_that_does_not_fit(tmp_path):
    """Nor one that there is not."""
    write(tmp_path, a_csv=RUSSIAN)
    assert refused(tmp_path, log(encoding="ascii"))[0].endswith("line 2: not ASCII")
    assert refused(tmp_path, log(encoding="cp-1251x"))[0] == "there is no encoding 'cp-1251x'"
    assert refused(tmp_path, log(encoding="base64"))[0] == "there is no encoding 'base64'"


@pytest.mark.parametrize(
    ("name", "content", "told"),
    [
        ("a.csv.gz", LOG.encode(), "a.csv.gz is no whole gzip file"),
        ("a.csv.gz", gzip.compress(LOG.encode(), mtime=0)[:-9], "a.csv.gz is no whole gzip file"),
        ("a.xlsx", LOG.encode(), "a.xlsx is no whole XLSX workbook"),
        ("a.parquet", LOG.encode(), "a.parquet is no whole Parquet file"),
        ("a.xes", b"<log><trace>", "a.xes: "),
        ("a.json", b'[{"case": 1}]', "a.json is one JSON array, not a line an object"),
        ("a.jsonl", b'{"case": 1}\n', "a.jsonl has no column 'word' (touchpoint)"),
        ("a.xlsx", b"PK\x03\x04", "a.xlsx is no whole XLSX workbook"),
        ("a.xes", b'<?xml version="1.0" encoding="foo"?><log/>', "a.xes: "),
        ("a.xes", b'<?xml version="1.0" encoding="shift-jis"?><log/>', "a.xes: "),
        ("a.csv", gzip.compress(LOG.encode(), mtime=0), "a.csv is no text"),
        ("a.csv", b"PK\x03\x04\x14", "a.csv is no text"),
        ("a.csv", b"PAR1\x15\x04", "a.csv is no text"),
        ("a.csv", LOG.replace("y", "y\0").encode(), "a.csv, line 3: a zero byte"),
        ("a.csv", LOG.encode("utf-16")[:-1], "a.csv, line 3: not UTF-16"),
        ("a.jsonl", b'{"case": "\0"}\n', "a.jsonl, line 1: a zero byte"),
        ("a.csv", b'"case,word,time\n1,x,2026-07-01\n', "line 1: a quote that never ends"),
    ],
)
def test_a_file_that_is_not_what_its_name_says(tmp_path, name, content, told):
    """Broken, or another thing."""
    write(tmp_path, **{name.replace(".", "_"): content})
    assert told in refused(tmp_path, log(name))[0]


def workbook(folder, *rows):
    """A workbook as programs write them: formulas without what they come to."""
    book = openpyxl.Workbook()
    for cells in (["case", "word", "time", "note"], *rows):
        book.active.append(cells)
    book.save(folder / "a.xlsx")


def empty_texts(folder):
    """The same, saved by a spreadsheet program that found each formula to come to an empty text."""
    with zipfile.ZipFile(folder / "a.xlsx") as book:
        parts = {name: book.read(name) for name in book.namelist()}
    sheet = "xl/worksheets/sheet1.xml"
    parts[sheet] = parts[sheet].replace(b"><f>", b' t="str"><f>')
    with zipfile.ZipFile(folder / "a.xlsx", "w") as book:
        for name, content in parts.items():
            book.writestr(name, content)


def test_a_formula_that_nobody_computed_is_no_blank_cell(tmp_path):
    """In a column that is read; one that came to a text without a letter is blank."""
    workbook(tmp_path, [1, "x", "2026-07-01", "=1"], [2, '="y"', "2026-07-02", "=2"])
    message, help = refused(tmp_path, log("a.xlsx"))
    assert message.endswith("a.xlsx: the formula in B3 was never computed")
    assert help == "open the workbook in a spreadsheet program and save it there"
    workbook(tmp_path, [1, "x", "2026-07-01", "=1"], [2, "y", "2026-07-02", "=2"])
    assert typed_rows(tmp_path, log("a.xlsx")).column("word") == ["x", "y"]
    workbook(tmp_path, [1, "x", "2026-07-01", None], [2, "=A1", "2026-07-02", None])
    empty_texts(tmp_path)
    assert typed_rows(tmp_path, log("a.xlsx")).column("word") == ["x"]


BROKEN = (
    "case,word,time\n"
    "1,x,2026-07-01\n"
    "2,y\n"
    "3,z,2026-07-01,more\n"
    '4,"open,2026-07-01\n'
    '5,"two\nlines",2026-07-02\n'
    "\n"
    "6,w,2026-07-03\n"
    '7,"never ends,2026-07-01\n'
    "8,v,2026-07-03\n"
)


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_lines_that_are_no_rows_are_told_by_their_numbers(tmp_path, end):
    """Too few fields, too many, a quote that never ends; every other line is kept."""
    write(tmp_path, a_csv=BROKEN.replace("\n", end))
    found = typed_rows(tmp_path, log())
    assert found.column("case") == ["1", "5", "6", "8"]
    assert found.rows[1]["word"] == f"two{end}lines"
    file = shown_path(str(tmp_path / "a.csv"))
    told = {name: reason.examples for name, reason in found.typed.left_out.items()}
    assert told == {
        "too few fields": ((file, 3, "2,y"),),
        "too many fields": ((file, 4, "3,z,2026-07-01,more"),),
        "quote that never ends": (
            (file, 5, '4,"open,2026-07-01'),
            (file, 10, '7,"never ends,2026-07-01'),
        ),
    }
    assert found.typed.read == 8
    assert found.typed.untrusted == 0.5


def test_json_lines_that_are_no_objects_are_told(tmp_path):
    """A broken one, and one that holds something else."""
    good = '{"case": "1", "word": "x", "time": "2026-07-01"}'
    write(tmp_path, a_jsonl=f'{good}\n{{"case": \n[1]\n{good}\n')
    found = typed_rows(tmp_path, log("a.jsonl"))
    assert len(found.rows) == 2
    lines = [example.line for example in found.typed.left_out["not a JSON object"].examples]
    assert lines == [2, 3]


@pytest.mark.parametrize("content", ["", "\n", "case,word,time", "case,word,time\n", "\ufeff"])
def test_a_file_without_rows_has_none(tmp_path, content):
    """With a header or without: no fault, and nothing found."""
    write(tmp_path, a_csv=content)
    found = typed_rows(tmp_path, log())
    assert (found.rows, found.typed.read, found.typed.days) == ([], 0, None)


def test_no_rows_after_a_condition(tmp_path):
    """Rows that `where` leaves out are not the source's."""
    write(tmp_path, a_csv=LOG)
    found = typed_rows(tmp_path, log(where="word = 'y'"))
    assert (found.column("row"), found.typed.read) == ([2], 1)
    assert typed_rows(tmp_path, log(where="false")).typed.read == 0


@pytest.mark.parametrize(
    ("key", "sql"),
    [
        ("where", "wrd = 'x'"),
        ("where", "word = "),
        ("where", "true); SELECT (1"),
        ("where", "CAST(word AS INTEGER) > 1"),
        ("failed", "word LIKE"),
    ],
)
def test_an_authors_sql_is_told_by_its_key(tmp_path, key, sql):
    """With the engine's words; no second statement is run."""
    write(tmp_path, a_csv=LOG)
    form = {"where": sql} if key == "where" else {}
    source = Events(
        "log", Rows("a.csv", **form), "case", "word", "time", failed="" if form else sql
    )
    with pytest.raises(CjmError, match=rf"^sources\.log\.{key}: "):
        typed_rows(tmp_path, source)


def test_repeated_rows_and_ids_that_look_like_nothing_are_kept(tmp_path):
    """NA, null and 007 are texts; a row that stands there twice happened twice."""
    names = ["NA", "null", "007", "None", "nan", "NA"]
    write(tmp_path, a_csv="case,word,time\n" + "".join(f"{n},x,2026-07-01\n" for n in names))
    assert typed_rows(tmp_path, log()).column("case") == names


def test_too_many_touchpoints_are_another_column(tmp_path):
    """65,536 words are orders or texts."""
    lines = [f"1,w{n},2026-07-01\n" for n in range(65_536)]
    write(tmp_path, a_csv="case,word,time\n" + "".join(lines[1:]))
    assert len(typed_rows(tmp_path, log()).rows) == 65_535
    write(tmp_path, a_csv="case,word,time\n" + "".join(lines))
    assert refused(tmp_path, log())[0] == "log: column 'word' has 65536 different touchpoints"


@pytest.mark.parametrize("ahead", [CHUNK - 2, CHUNK - 1, CHUNK, 2 * CHUNK - 1])
def test_a_formula_is_seen_wherever_a_sheet_is_cut_in_pieces(ahead):
    """Sheets are looked through in pieces: its two first signs may stand in two of them."""
    main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
    head, cell = f'<worksheet xmlns="{main}"><sheetData><row><c r="B1">', "<f>1+1</f></c></row>"
    filler = f"<!--{' ' * (ahead - len(head) - len('<!---->'))}-->"
    sheet = f"{head}{filler}{cell}</sheetData></worksheet>".encode()
    assert sheet.index(b"<f") == ahead
    with pytest.raises(CjmError, match="the formula in B1 was never computed"):
        check_computed("a.xlsx", lambda: io.BytesIO(sheet), [1])
    check_computed("a.xlsx", lambda: io.BytesIO(sheet), [0])
