"""What is looked at of an XLSX file before anything in it is parsed, and of sheets beside cells."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Iterator
from contextlib import contextmanager

from cjm.diagnostics import START, Diagnostic
from cjm.exchange.texts import fault
from cjm.i18n import say
from cjm.tuples import NamedTuple

MOST_PACKED = 10_000_000
MOST_UNPACKED = 100_000_000
"""Bytes; what a workbook unpacks to stands in its archive's table."""

_OLD = b"\xd0\xcf\x11\xe0"
"""How workbooks of Excel before 2007 begin, and those that are encrypted."""
_CHUNK = 1 << 20
_FORMULA = re.compile(rb"<(?:\w+:)?f[ />]")
_MERGED = re.compile(
    rb'<(?:\w+:)?mergeCell\s[^>]*?ref="([A-Z]{1,3})(\d{1,7}):([A-Z]{1,3})(\d{1,7})"'
)
_LONGEST = 200
"""Bytes that any of these takes at most."""


class Area(NamedTuple):
    """Cells that are merged: rows and columns from 0, the last ones included."""

    top: int
    left: int
    bottom: int
    right: int


class Beside(NamedTuple):
    """What a sheet has beside values: whether there are formulas, and which cells are merged."""

    has_formulas: bool
    merged: tuple[Area, ...]


def refusal(content: bytes) -> Diagnostic | None:
    """Why a file is not read as a workbook; None where it may be."""
    if content.startswith(_OLD):
        return fault(
            say("a workbook of Excel before 2007, or one with a password"),
            START,
            say("save it as .xlsx, without a password"),
        )
    if len(content) > MOST_PACKED:
        return fault(say("the workbook is larger than {n} MB", n=MOST_PACKED // 10**6), START)
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            size = sum(member.file_size for member in archive.infolist())
    except (zipfile.BadZipFile, ValueError, OSError):
        if content.startswith(b"PK"):
            return broken()
        help = say("for a text of rows write: --from csv")
        return fault(say("this is no XLSX workbook"), START, help)
    if size > MOST_UNPACKED:
        return fault(
            say("the workbook unpacks to more than {n} MB", n=MOST_UNPACKED // 10**6), START
        )
    return None


class BrokenBookError(Exception):
    """A workbook that its parser came to grief with."""


@contextmanager
def parsing() -> Iterator[None]:
    """Where somebody else's parser works on a file that may be damaged or malicious.

    Raises BrokenBookError for whatever it comes to: such parsers raise what they like.
    """
    try:
        yield
    except Exception as error:
        raise BrokenBookError from error


def broken() -> Diagnostic:
    """What is said of an archive that holds no workbook, or a damaged one."""
    return fault(say("this is no whole XLSX workbook"), START)


def beside_cells(archive: zipfile.ZipFile, path: str) -> Beside:
    """What a sheet has beside values, by looking through its text; it is not parsed for that."""
    has_formulas, merged = False, []
    with parsing():
        for text in _stretches(archive, path):
            has_formulas = has_formulas or _FORMULA.search(text) is not None
            merged += [_area(*found) for found in _MERGED.findall(text)]
    return Beside(has_formulas, tuple(dict.fromkeys(merged)))


def _stretches(archive: zipfile.ZipFile, path: str) -> Iterator[bytes]:
    """The text of a sheet in pieces that overlap, so that nothing is cut in two."""
    kept = b""
    with archive.open(path) as member:
        while chunk := member.read(_CHUNK):
            yield kept + chunk
            kept = chunk[-_LONGEST:]


def _area(left: bytes, top: bytes, right: bytes, bottom: bytes) -> Area:
    return Area(int(top) - 1, _column(left), int(bottom) - 1, _column(right))


def _column(letters: bytes) -> int:
    number = 0
    for letter in letters:
        number = number * 26 + letter - 64
    return number - 1


def column_letters(column: int) -> str:
    """The letters of a column, from 0: A, B … Z, AA."""
    letters = ""
    while column >= 0:
        letters = chr(65 + column % 26) + letters
        column = column // 26 - 1
    return letters
