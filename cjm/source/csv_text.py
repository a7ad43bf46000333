"""CSV as every output of cjm is written: no cell in it is a formula to a spreadsheet."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

FORMULA = ("=", "+", "-", "@", "\t", "\r")
"""How a text begins that spreadsheets run as a formula."""


def csv_text(rows: Iterable[Mapping[str, Any]], columns: Sequence[str]) -> str:
    """Rows as CSV with a head; what is None is an empty cell.

    A text that a spreadsheet would take for a formula has an apostrophe before it.
    """
    text = io.StringIO()
    writer = csv.DictWriter(text, columns, lineterminator="\n")
    writer.writeheader()
    writer.writerows({key: _no_formula(cell) for key, cell in row.items()} for row in rows)
    return text.getvalue()


def _no_formula(cell: Any) -> Any:
    """A cell that a spreadsheet shows as it is: a text may come from anybody."""
    return f"'{cell}" if isinstance(cell, str) and cell.startswith(FORMULA) else cell
