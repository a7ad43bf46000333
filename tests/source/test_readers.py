"""PyYAML with libyaml and without give the same verdict, at the same place, in the same words."""

from __future__ import annotations

import random
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from cjm.source import Node, Source, parse, reader
from cjm.source.comments import comments_of
from cjm.source.scanner import PurePythonParser

ROOT = Path(__file__).parents[2]
JOURNEYS = [
    file.read_text(encoding="utf-8")
    for file in sorted((ROOT / "journeys").glob("*.yaml"))
    + sorted((ROOT / "tests" / "journeys" / "silent").glob("*.yaml"))
]
SIGNS = "[]{}:,-?&*!|>'\"%@`#~<= \n\t\rab0.1ж\\u"

pytestmark = pytest.mark.skipif(
    not hasattr(yaml, "CSafeLoader"), reason="PyYAML was built without libyaml: there is one reader"
)


def tree(node: Node | None) -> Any:
    """A value with all its places."""
    if node is None:
        return None
    value = node.value
    if isinstance(value, dict):
        value = [(key, tree(entry.key), tree(entry.node)) for key, entry in value.items()]
    elif isinstance(value, list):
        value = [tree(item) for item in value]
    return (node.span, node.text, node.plain, value)


def read_in_python(text: str) -> Source:
    """A text as PyYAML reads it that was built without libyaml."""
    with pytest.MonkeyPatch.context() as patch:
        patch.delattr(yaml, "CSafeLoader")
        assert reader.loader() is PurePythonParser
        return parse(text)


def assert_same(text: str) -> None:
    """Both readers find the same, value by value or fault by fault."""
    one, other = parse(text), read_in_python(text)
    assert one.faults == other.faults, text
    assert repr(tree(one.root)) == repr(tree(other.root)), text  # NaN is not itself


def half_typed(number: int) -> Iterator[str]:
    """Stretches of the example journeys with some signs cut out, put in, or replaced."""
    chance = random.Random(number)
    for _ in range(120):
        text = chance.choice(JOURNEYS)
        start = text.rfind("\n", 0, chance.randrange(len(text))) + 1
        text = text[start : start + 300]
        for _ in range(chance.randint(1, 3)):
            begin = chance.randrange(len(text) + 1)
            end = begin + chance.choice([0, 0, 1, 1, 2, 5, 20])
            filling = "".join(chance.choices(SIGNS, k=chance.choice([0, 1, 1, 2, 3])))
            text = text[:begin] + filling + text[end:]
        yield text


@pytest.mark.parametrize("number", range(12))
def test_half_typed_texts(number):
    """Whatever is missing, doubled or out of place in a journey."""
    for text in half_typed(number):
        assert_same(text)


def test_journeys_cut_off_anywhere():
    """Each beginning of a small journey, and of the others at many places."""
    for number, text in enumerate(JOURNEYS[::2]):
        for end in range(number % 7, len(text), 1 if len(text) < 400 else len(text) // 12):
            assert_same(text[:end])


def test_comments_are_found_by_both():
    """Also behind a tab, which PyYAML's own scanner refuses."""
    text = "# one\na:\tb\t# two\nc: |\n  d\n# three\n"
    with pytest.MonkeyPatch.context() as patch:
        patch.delattr(yaml, "CSafeLoader")
        found = comments_of(text)
    assert [comment.text for comment in found] == ["one", "two", "three"]
    assert found == comments_of(text)


@given(st.text(st.sampled_from(SIGNS), max_size=40))
def test_any_signs_of_yaml(text):
    """No pile of YAML's own signs is read differently."""
    assert_same(text)


@pytest.mark.parametrize(
    "text",
    [
        "a:\tb\n",
        "a: b\tc\n",
        "a: b\t# c\n",
        "a: [b,\tc]\n",
        "a: what?\nb: [who?, why?]\n",
        "a: !!str\tb\n",
        "a: |\t\n  b\n",
        "a: {b: , c}\n",
        "%FOO\n---\na: 1\n",
        "%TAG\t! \tfoo \t# b\n--- 1\n",
        "%YAML 1.2\t#c\n--- 1\n",
        "%YAML 1.2x\n--- 1\n",
        'a: "\\ud83!d\\ude95"',
        "[?]: 1\nb: 2\n",
        'a: "\\U00110000"',
        'a: "\\ud83d\\ude95"',
        "a: |0\n  b\n",
        "a: |\n  \tb\n",
        "a: |\n\n \tb\n  c\n",
        "a: |\n  b\n\tc\n",
        "a: |\n  b\n \tc\n",
        "a: |2\n   b\n \t c\n",
        "[" * 2000,
        "{a: " * 2000,
        "- " * 2000,
    ],
    ids=lambda text: repr(text[:20]),
)
def test_where_the_two_once_differed(text):
    """Tabs, question marks, tags, empty values in braces, escapes, the end of the text."""
    assert_same(text)
