"""Blanks about a value are no part of it, whatever signs the value has."""

from __future__ import annotations

import pytest

from cjm.data.conversion.expressions import BLANKS, has_blanks, trimmed
from cjm.data.engine import local_engine, text_literal

TEXTS = ("a", "case 12", "вызов такси", "e\u0301te\u0301", "東京", "👍🏽", "a\u00a0b", "\u0301")
"""Of ASCII and beyond, also what several code points make one sign of."""


@pytest.fixture(scope="module")
def engine():
    """One for all."""
    pytest.importorskip("duckdb")
    with local_engine("measure") as engine:
        yield engine


@pytest.mark.parametrize("text", TEXTS)
def test_every_blank_is_taken_from_either_end(engine, text):
    """One, two different ones, and the same at both ends; those in its midst stay."""
    for first in ("", *BLANKS):
        for last in ("", *BLANKS, *(blank + " " for blank in BLANKS)):
            whole = text_literal(first + text + last)
            [(got, found)] = engine.rows(
                f"SELECT {trimmed('t')}, {has_blanks('t')} FROM (SELECT {whole} AS t)"
            )
            assert got == text
            assert found == bool(first or last)


def test_what_is_only_blank_is_nothing(engine):
    """An empty text too."""
    for blank in ("", *BLANKS, BLANKS):
        [(got,)] = engine.rows(f"SELECT {trimmed('t')} FROM (SELECT {text_literal(blank)} AS t)")
        assert got is None
