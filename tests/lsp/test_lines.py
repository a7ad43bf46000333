"""The table of lines: LSP's lines over offsets, in each encoding."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cjm.lsp.lines import EditorLines

TEXT = "a\u2028b\u0085c\r\nЯ🚕x\rnext\n"


@pytest.mark.parametrize(("encoding", "character"), [("utf-8", 6), ("utf-16", 3), ("utf-32", 2)])
def test_what_stands_behind_an_emoji_is_counted_in_the_units_of_the_encoding(encoding, character):
    """The second line is Я🚕x: the x is behind 6 bytes, 3 units of UTF-16, 2 code points."""
    lines = EditorLines(TEXT)
    place = TEXT.index("x")
    assert lines.position(place, encoding) == (1, character)
    assert lines.offset(1, character, encoding) == place


def test_only_line_feeds_and_carriage_returns_end_a_line():
    """U+2028 and U+0085 do not, though YAML's readers end a line there."""
    lines = EditorLines(TEXT)
    assert [lines.line(n) for n in range(len(lines))] == ["a\u2028b\u0085c", "Я🚕x", "next", ""]


@pytest.mark.parametrize(
    ("line", "character", "place"),
    [(0, 99, 5), (99, 0, len(TEXT)), (-1, 5, 0), (1, -3, 7), (1, 2, 8), (2, 4, 15)],
)
def test_a_place_outside_the_text_is_moved_to_its_nearest_end(line, character, place):
    """Behind a line it is the line's end, in the middle of a surrogate pair before it."""
    assert EditorLines(TEXT).offset(line, character) == place


@given(
    st.text(st.sampled_from("aЯ🚕\n\r\u2028\u0085\ufeff"), max_size=12),
    st.sampled_from(["utf-8", "utf-16", "utf-32"]),
)
def test_every_offset_comes_back_from_its_position(text, encoding):
    """But for one between \\r and \\n, which no editor can name: it is the end of the line."""
    lines = EditorLines(text)
    for offset in range(len(text) + 1):
        between = text[offset - 1 : offset + 1] == "\r\n" and offset > 0
        back = lines.offset(*lines.position(offset, encoding), encoding)
        assert back == (offset - 1 if between else offset)
