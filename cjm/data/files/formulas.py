"""Formulas of a workbook that nobody computed: programs write such, and they read as blank."""

from collections.abc import Callable, Container
from contextlib import AbstractContextManager
from typing import IO
from xml.etree.ElementTree import Element, iterparse

from cjm.errors import CjmError
from cjm.i18n import say

_CELL = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}%s"
CHUNK = 1 << 20
"""Bytes of a sheet that are looked at at once."""


def check_computed(
    shown: str, opened: Callable[[], AbstractContextManager[IO[bytes]]], places: Container[int]
) -> None:
    """Refuse a sheet in which a formula has no value: it is no answer that somebody left out.

    Args:
        shown: The workbook, as people call it.
        opened: Opens the sheet's XML.
        places: The columns that are read, from 0.

    Raises:
        CjmError: There is one in those columns.
    """
    from openpyxl.utils.cell import coordinate_to_tuple

    with opened() as source:
        if not _mentions_formulas(source):
            return
    with opened() as source:
        for _, element in iterparse(source):
            if _never_computed(element):
                cell = element.get("r", "A1")
                if coordinate_to_tuple(cell)[1] - 1 in places:
                    raise _refusal(shown, cell)
            if element.tag == _CELL % "row":
                element.clear()


def _never_computed(element: Element) -> bool:
    """Whether it is a cell with a formula and no value; a computed empty text has its type."""
    return (
        element.tag == _CELL % "c"
        and element.find(_CELL % "f") is not None
        and not element.findtext(_CELL % "v")
        and element.get("t") != "str"
    )


def _refusal(shown: str, cell: str) -> CjmError:
    return CjmError(
        say("{path}: the formula in {cell} was never computed", path=shown, cell=cell),
        help=say("open the workbook in a spreadsheet program and save it there"),
    )


def _mentions_formulas(source: IO[bytes]) -> bool:
    """Whether a formula may stand in it: most sheets have none and need no second reading."""
    end = b""
    while chunk := source.read(CHUNK):
        if b"<f" in end + chunk:
            return True
        end = chunk[-1:]
    return False
