"""From a line and a column to what stands there, and between places and offsets."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cjm.diagnostics import Place
from cjm.source import parse
from cjm.source.lines import Lines

TEXT = """\
cjm: 1
touchpoints:
  поездка: {expectation: 9, next: [a, b]}

  a: &a
    title: >-
      Two
      lines
    pains:
      - dirt
      - {"x": 1}
  b: *a
"""


@pytest.mark.parametrize(
    ("line", "column", "route", "key"),
    [
        (1, 1, ("cjm",), True),
        (1, 4, ("cjm",), True),
        (1, 6, ("cjm",), False),
        (1, 7, ("cjm",), False),
        (2, 3, ("touchpoints",), True),
        (3, 5, ("touchpoints", "поездка"), True),
        (3, 12, ("touchpoints", "поездка"), False),
        (3, 15, ("touchpoints", "поездка", "expectation"), True),
        (3, 26, ("touchpoints", "поездка", "expectation"), False),
        (3, 36, ("touchpoints", "поездка", "next", 0), False),
        (3, 39, ("touchpoints", "поездка", "next", 1), False),
        (4, 1, ("touchpoints",), False),
        (5, 3, ("touchpoints", "a"), True),
        (6, 6, ("touchpoints", "a", "title"), True),
        (10, 10, ("touchpoints", "a", "pains", 0), False),
        (11, 11, ("touchpoints", "a", "pains", 1, "x"), True),
        (11, 14, ("touchpoints", "a", "pains", 1, "x"), False),
        (12, 7, ("touchpoints", "b"), False),
        (40, 1, (), False),
    ],
)
def test_what_stands_at_a_place(line, column, route, key):
    """Keys, values, items, the alias but not what it repeats, and the gaps between."""
    assert parse(TEXT).at(line, column) == Place(route, key)


def test_every_value_and_key_is_found_where_it_stands():
    """`at` undoes `span`, for every value of its own place."""
    source = parse(TEXT)
    routes = [("cjm",), ("touchpoints", "поездка", "next", 1), ("touchpoints", "a", "pains", 0)]
    for route in routes:
        span = source.span(route)
        assert source.at(span.line, span.column) == Place(route)
    span = source.span(("touchpoints", "a", "pains"), key=True)
    assert source.at(span.line, span.column) == Place(("touchpoints", "a", "pains"), True)


def test_nothing_stands_in_what_is_no_yaml():
    """Nor in an empty text."""
    assert parse("a: &x [*x]").at(1, 1) is None
    assert parse("").at(1, 1) is None


@given(st.text(st.sampled_from("aж🚕 \n\r\x85\u2028"), max_size=30), st.integers(0, 30))
def test_offsets_and_positions_are_one(text, offset):
    """There and back again, whatever ends a line."""
    lines = Lines(text)
    offset = min(offset, len(text))
    line, column = lines.position(offset)
    assert lines.offset(line, column) == offset
    assert 1 <= line <= len(lines)
    assert lines.offset(len(lines) + 1, 1) == len(text)


def test_a_line_is_without_its_end():
    """Every kind of end, the last line without one too, and nothing past it."""
    lines = Lines("a\r\nж\u2028\nb")
    assert [lines.line(n) for n in range(6)] == ["", "a", "ж", "", "b", ""]
