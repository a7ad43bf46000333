"""Expressions: SQL that makes of a text column what it says."""

from collections.abc import Iterable, Mapping

from cjm.data.engine import text_literal

BLANKS = " \t\r\n\u00a0\u202f\ufeff"
"""What stands about a value without being part of it."""
NULL_TEXT = "CAST(NULL AS VARCHAR)"


def trimmed(column: str, kind: str = "VARCHAR") -> str:
    """A column's text without what stands about it; null where nothing is left.

    To look at the ends first is five times as quick: few values have blanks there.
    """
    text = column if kind == "VARCHAR" else f"CAST({column} AS VARCHAR)"
    if kind not in ("VARCHAR", "BLOB"):
        return text
    blanks = text_literal(BLANKS)
    return f"NULLIF(CASE WHEN {has_blanks(text)} THEN TRIM({text}, {blanks}) ELSE {text} END, '')"


def has_blanks(text: str) -> str:
    """Whether blanks stand about a text, or it is one; true of some other signs of control, too.

    Most texts are ASCII, where to look at the other end is to turn it round; what is beyond ASCII
    takes long to turn round, so that each blank is looked for.
    """
    ends = _alike(text, (f"%{sign}" for sign in BLANKS))
    starts = _alike(text, (f"{sign}%" for sign in BLANKS if not sign.isascii()))
    return f"""({text} < '!' OR CASE WHEN STRLEN({text}) = LENGTH({text})
  THEN REVERSE({text}) < '!' ELSE {ends} OR {starts} END)"""


def _alike(text: str, forms: Iterable[str]) -> str:
    return " OR ".join(f"{text} LIKE {text_literal(form)}" for form in forms)


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
