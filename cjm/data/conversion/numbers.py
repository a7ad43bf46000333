"""Numbers in texts: what is one, with a decimal point or comma; never infinite, never NaN."""

from cjm.data.advice import placed
from cjm.data.definition import Rows
from cjm.data.engine import text_literal
from cjm.i18n import Message, say

_GROUPS = r"(\d+|\d{1,3}([ \x{a0}\x{202f}]\d{3})+)"
"""Digits; blanks may part them by threes, as spreadsheets and Russian exports write."""
_NATIVE = ("TINYINT", "SMALLINT", "INTEGER", "BIGINT", "UTINYINT", "USMALLINT", "UINTEGER")


def _pattern(mark: str) -> str:
    return rf"[+\-−]?({_GROUPS}([{mark}]\d*)?|[{mark}]\d+)([eE][+\-]?\d+)?"


def is_number(kind: str) -> bool:
    """Whether a type of the engine is one of numbers."""
    return kind in _NATIVE or kind.startswith("DECIMAL") or kind in ("FLOAT", "DOUBLE")


def double(text: str, decimal: str = ".") -> str:
    """A text as a number; null where it is none that can be counted with."""
    number = f"TRY_CAST({_plain(text, decimal)} AS DOUBLE)"
    return f"CASE WHEN {_is_number(text, decimal)} AND ABS({number}) <= 1.7e308 THEN {number} END"


def money(text: str, decimal: str = ".", kind: str = "VARCHAR") -> str:
    """A text as money with 4 places; null where it is none, or too much for 18 digits."""
    if is_number(kind):
        return f"TRY_CAST({text} AS DECIMAL(18, 4))"
    number = f"TRY_CAST({_plain(text, decimal)} AS DECIMAL(18, 4))"
    return f"CASE WHEN {_is_number(text, decimal)} THEN {number} END"


def _is_number(text: str, decimal: str) -> str:
    return f"REGEXP_FULL_MATCH({text}, {text_literal(_pattern(decimal))})"


def _plain(text: str, decimal: str) -> str:
    """A number as the engine reads it."""
    bare = rf"REGEXP_REPLACE({text}, '[ \x{{a0}}\x{{202f}}]', '', 'g')"
    return f"REPLACE(REPLACE({bare}, '−', '-'), {text_literal(decimal)}, '.')"


def other_mark(rows: Rows) -> tuple[str, Message]:
    """SQL that is true for a number `v` with the other decimal mark, and what to write for it."""
    mark = "," if rows.decimal == "." else "."
    is_number = f"REGEXP_FULL_MATCH(v, {text_literal(_pattern(mark))})"
    advice = say('these have another decimal mark: write decimal: "{mark}"', mark=mark)
    return is_number, placed(advice, "decimal", mark, rows)


def double_literal(value: float) -> str:
    """SQL: a number as a float; without the cast it would be a decimal, or a whole number."""
    return f"CAST({float(value)!r} AS DOUBLE)"
