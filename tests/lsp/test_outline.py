"""The outline of a text: what entries there are, whatever is half-typed."""

from __future__ import annotations

from pathlib import Path

import pytest

from cjm.lsp.cursor import cursor_at
from cjm.lsp.outline import Outline
from cjm.source import parse

ROOT = Path(__file__).parents[2]
EXAMPLES = sorted(ROOT.glob("journeys/*.yaml"))


@pytest.mark.parametrize("file", EXAMPLES, ids=lambda file: file.stem)
def test_the_outline_of_a_sound_text_is_its_tree(file):
    """The same keys in the same order, at every depth."""
    source = parse(file.read_text(encoding="utf-8"))
    assert _outlined(Outline(source.text).root) == _keys(source.root)


def _outlined(level):
    if level is None:
        return None
    if level.is_list:
        return [_outlined(part.below) for part in level.parts]
    return {part.key: _outlined(part.below) for part in level.parts}


def _keys(node):
    if isinstance(node.value, dict):
        return {key: _keys(entry.node) for key, entry in node.value.items()}
    return [_keys(item) for item in node.value] if isinstance(node.value, list) else None


@pytest.mark.parametrize(
    "half", ["    titl", '    title: "A', "    next: {b", "    next: [b, {c", "    &x"]
)
def test_what_is_half_typed_hides_nothing_below(half):
    """The entries after it are those that there were."""
    text = f"touchpoints:\n  a:\n{half}\n    owner: x\n  b:\n    owner: y\nwaivers: []\n"
    root = Outline(text).root
    assert list(root.texts()) == ["touchpoints", "waivers"]
    points = root.texts()["touchpoints"].below.texts()
    assert [list(part.below.texts())[-1] for part in points.values()] == ["owner", "owner"]


PLACES = [
    ("touchpoints:\n  a:\n    @\n", ("touchpoints", "a"), "either"),
    ("touchpoints:\n  a:\n    x: 1\n    @\n", ("touchpoints", "a"), "key"),
    ("touchpoints:\n  a:\n    x: 1\n  @\n", ("touchpoints",), "key"),
    ("touchpoints:\n  a:\n    x: @\n", ("touchpoints", "a", "x"), "value"),
    ("touchpoints:\n  a: {x: [1, @", ("touchpoints", "a", "x", 1), "either"),
    ("touchpoints: {a: {x: {y: @", ("touchpoints", "a", "x", "y"), "value"),
    ("waivers:\n- a: 1\n- @\n", ("waivers", 1), "either"),
    ("waivers:\n  - - @\n", ("waivers", 0, 0), "either"),
    ("@", (), "either"),
]


@pytest.mark.parametrize(("marked", "route", "role"), PLACES)
def test_a_cursor_knows_the_way_to_where_it_is(marked, route, role):
    """And whether a key or a value is being typed."""
    place = cursor_at(marked.replace("@", ""), marked.index("@"))
    assert (place.route, place.role) == (route, role)


def test_half_typed_text_is_outlined_without_recursion():
    """Brackets within brackets and open quotes are read once, however many there are."""
    for text in ("{" * 20_000, "touchpoints: [" * 2_000, 'a: "\n' * 5_000, "- " * 20_000):
        assert Outline(text, len(text)).root is not None


@pytest.mark.parametrize("file", EXAMPLES[::5], ids=lambda file: file.stem)
def test_what_is_not_read_of_a_long_text_is_not_asked_for(file, monkeypatch):
    """A cursor is where it is when all of the text is read."""
    text = file.read_text(encoding="utf-8")
    offsets = range(0, len(text) + 1, len(text) // 50)
    places = [_place(text, offset) for offset in offsets]
    monkeypatch.setattr("cjm.lsp.outline.LARGE", 0)
    assert places == [_place(text, offset) for offset in offsets]


def _place(text, offset):
    place = cursor_at(text, offset)
    return place and (*place[:9], list(place.others))
