"""Extents: the marks of nodes tell the same stretches as the tokens of the text."""

from pathlib import Path

import pytest

from cjm.edits.anatomy import Anatomy
from cjm.edits.extents import extents
from cjm.source import parse

ROOT = Path(__file__).parents[2]
FILES = sorted((*ROOT.glob("journeys/*.yaml"), *ROOT.glob("tests/**/*.yaml")))
TEXTS = [
    "touchpoints:\n  a: {x: 1}  # c\n  b: 1\n\n# d\n",
    "touchpoints: {a: {x: 1}, b, c: , 'd': 2}\n",
    "touchpoints:\n  a:\n  b: # c\n  'c' :\n    x: [1,\n  2]\n",
    "touchpoints:\n  a: |\n    x\n\n    y\n\n  b: >-\n    z\nlast: 1\n",
    "touchpoints:\r\n  a: !!str |+\r\n    x\r\n\r\n  b: &m\r\n    x: |\r\n  c: *m\r\n",
    "touchpoints:\n  a:\n    - 1\n    -\n  b:\n  - x: |2\n       y\n    z: 'w'\n",
    "touchpoints:\n  ? a\n  : b\n  ? c\n",
    'touchpoints:\n  a: &e\n  b: !!null\n  c: "d\n    e"\n  f: g\n    h\n',
    "touchpoints:\n  a: |\n    unended",
    "\ufefftouchpoints:\n  \u0436: {x: \u0436}\n  b:\n    x: [{y: z}]\n",
]


def told_by_tokens(source):
    """The stretch of each entry, by its key."""
    node = source.node(("touchpoints",))
    if node is None or not isinstance(node.value, dict):
        return {}
    parts = Anatomy(source).parts(node)
    return {name: (part.start, part.end) for name, part in zip(node.value, parts, strict=True)}


def assert_same(text):
    """Of a text that can be read."""
    source = parse(text)
    if not source.faults and source.root is not None:
        assert extents(source, "touchpoints") == told_by_tokens(source)


def test_files_have_the_same_stretches():
    """All examples, and all files of the tests that are YAML."""
    for file in FILES:
        if "cjm-measured" not in (text := file.read_text(encoding="utf-8", errors="replace")):
            assert_same(text)


@pytest.mark.parametrize("text", TEXTS, ids=lambda text: repr(text[:40]))
def test_odd_texts_have_the_same_stretches(text):
    """Flow, empty values, block scalars, anchors, question marks, ends of lines."""
    assert parse(text).faults == ()
    assert_same(text)
