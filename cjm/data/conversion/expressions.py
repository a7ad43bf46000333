"""Expressions: SQL that makes of a text column what it says."""

from collections.abc import Iterable, Mapping

from cjm.data.engine import text_literal

BLANKS = " \t\r\n\u00a0\u202f\ufeff"
"""What stands about a value without being part of it."""
NULL_TEXT = "CAST(NULL AS VARCHAR)"


_CODES = ", ".join(str(ord(sign)) for sign in BLANKS)


def trimmed(column: str, kind: str = "VARCHAR") -> str:
    """A column's text without what stands about it; null where nothing is left.

    To look at the ends first is five times as quick: few values have blanks there.
    """
    text = column if kind == "VARCHAR" else f"CAST({column} AS VARCHAR)"
    if kind not in ("VARCHAR", "BLOB"):
        return text
    has_blanks = f"ASCII({text}) IN ({_CODES}) OR ASCII(RIGHT({text}, 1)) IN ({_CODES})"
    bare = f"CASE WHEN {has_blanks} THEN TRIM({text}, {text_literal(BLANKS)}) ELSE {text} END"
    return f"NULLIF({bare}, '')"


def any_of(values: Iterable[str]) -> str:
    """A list of texts, for IN."""
    return f"({', '.join(text_literal(value) for value in values)})"


def mapped(text: str, words: Mapping[str, str], otherwise: str = NULL_TEXT) -> str:
    """What each word means; `otherwise` for those that are not named."""
    if not words:
        return otherwise
    cases = " ".join(
        f"WHEN {text_literal(word)} THEN {text_literal(meaning)}" for word, meaning in words.items()
    )
    return f"CASE {text} {cases} ELSE {otherwise} END"
