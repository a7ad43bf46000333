"""Comments: what readers of YAML pass over, found between the tokens."""

from __future__ import annotations

import pytest

from cjm.source.comments import comments_of

TEXT = """\
# a
# b

cjm: 1 # c # d
x: |  # head
  # content
  text # content

# after
y: "a # text"  # yes
z: [a,  # in
  b]
w: >
  text

  more
 # beside
"""


@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_comments_are_found_and_nothing_else(end: str) -> None:
    """Not what stands in quotes or in a block of text; neighbours on lines of their own are one."""
    found = comments_of(TEXT.replace("\n", end))
    assert [(c.line, c.column, c.text, c.lines) for c in found] == [
        (1, 1, "a b", 2),
        (4, 8, "c # d", 1),
        (5, 7, "head", 1),
        (9, 1, "after", 1),
        (10, 16, "yes", 1),
        (11, 9, "in", 1),
        (17, 2, "beside", 1),
    ]


def test_a_text_without_comments_has_none() -> None:
    """Nor has an empty one."""
    assert comments_of("a: 1\n") == comments_of("") == ()
