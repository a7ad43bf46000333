"""Changes of values, entries and items: the data with exactly that change, all else as it was."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from cjm.edits import apply, inverse
from cjm.edits.inserting import insert
from cjm.edits.proof import alike
from cjm.edits.removing import remove
from cjm.edits.setting import set_value
from cjm.edits.writing import flow, key_text, scalar_text
from cjm.errors import UsageError
from cjm.source import parse

ROOT = Path(__file__).parents[2]
FILES = (*ROOT.glob("journeys/*.yaml"), *ROOT.glob("tests/journeys/silent/*.yaml"),
         *ROOT.glob("tests/cases/fmt/*.yaml"))  # fmt: skip
READ = [text for file in sorted(FILES) if not parse(text := file.read_bytes().decode()).faults]
TEXTS = [*READ, *("\ufeff" + text.replace("\n", "\r\n") for text in READ[::2])]
"""As they are, and as an editor on Windows would save them."""
SOURCES = [parse(text) for text in TEXTS]


def routes(data, route=()):
    """The way to each value of some data."""
    if isinstance(data, (dict, list)):
        for step in data if isinstance(data, dict) else range(len(data)):
            yield (*route, step)
            yield from routes(data[step], (*route, step))


def at(data, route):
    """The value at the end of a way."""
    for step in route:
        data = data[step]
    return data


ROUTES = [list(routes(source.root.data)) for source in SOURCES]
WORDS = st.text(st.characters(exclude_categories=["Cs"]), max_size=12) | st.sampled_from(
    ["yes", "null", "8", "8,4", "a: b", "a #b", "- a", "{", "*a", "'", "2026-09-30", "~", "0x1F"]
)
SCALARS = WORDS | st.integers(-(10**9), 10**9) | st.floats() | st.booleans() | st.none()
VALUES = SCALARS | st.recursive(
    SCALARS, lambda inner: st.lists(inner, max_size=4) | st.dictionaries(WORDS, inner, max_size=4),
    max_leaves=8,
)  # fmt: skip


@st.composite
def places(draw):
    """A text with its source, and the way to one of its values."""
    n = draw(st.integers(0, len(TEXTS) - 1))
    return TEXTS[n], SOURCES[n], draw(st.sampled_from(ROUTES[n]))


def made(text, change):
    """The data after a change, held to what all of them promise; None where it was refused."""
    try:
        edits = change()
    except UsageError as error:
        if "is shared with *" not in str(error):
            raise  # nothing else is in the way here
        return None
    after = apply(text, edits)
    assert apply(text, reversed(edits)) == after
    assert apply(after, inverse(text, edits)) == text
    assert after.endswith("\n") == text.endswith("\n") or not after
    source = parse(after)
    assert not source.faults
    return source.root.data if source.root else None


@settings(max_examples=60)
@given(places(), VALUES)
def test_a_value_that_is_set_is_all_that_changes(place, value):
    """Whatever stood there, in a block or in brackets; a shared one is refused."""
    text, source, route = place
    data = made(text, lambda: set_value(source, route, value))
    assume(data is not None)
    assert alike(at(data, route), value)
    old = source.root.data
    for other in routes(old):
        if other[: len(route)] != route and route[: len(other)] != other:
            assert alike(at(data, other), at(old, other))


@settings(max_examples=40)
@given(places(), VALUES, st.data())
def test_what_is_inserted_stands_behind_its_brother(place, value, drawn):
    """An entry of a mapping or an item of a list; all others stay, in their order."""
    text, source, route = place
    old = at(source.root.data, route)
    assume(isinstance(old, (dict, list)) and "new" not in old)
    key = "new" if isinstance(old, dict) else None
    steps = list(old) if key else list(range(len(old)))
    after = drawn.draw(st.sampled_from([None, *steps]))
    data = made(text, lambda: insert(source, route, key, value, after))
    assume(data is not None)
    nth = len(steps) if after is None else steps.index(after) + 1
    new = at(data, route)
    found = list(new.items())[nth] if key else (None, new[nth])
    assert found[0] == key
    assert alike(found[1], value)
    left = {k: v for k, v in new.items() if k != key} if key else [*new[:nth], *new[nth + 1 :]]
    assert alike(left, old)


@settings(max_examples=60)
@given(places())
def test_what_is_removed_is_gone_and_nothing_else(place):
    """The last part of a collection takes the collection with it."""
    text, source, route = place
    while len(route) > 1 and len(at(source.root.data, route[:-1])) == 1:
        route = route[:-1]
    assume(len(source.root.data) > 1)
    data = made(text, lambda: remove(source, route))
    assume(data is not None)
    old, new = at(source.root.data, route[:-1]), at(data, route[:-1])
    if isinstance(old, dict):
        assert alike(new, {key: value for key, value in old.items() if key != route[-1]})
    else:
        assert alike(new, [*old[: route[-1]], *old[route[-1] + 1 :]])


@given(WORDS)
def test_a_text_is_quoted_exactly_where_it_would_read_as_something_else(word):
    """Without quotes on a line and in brackets it is itself, or it stands in double ones."""
    written = scalar_text(word)
    in_block, in_flow = parse(f"k: {written}\n"), parse(f"[{written}, {{k: {written}}}]")
    assert in_block.root.data == {"k": word}
    assert in_flow.root.data == [word, {"k": word}]
    if written != word:
        assert written.startswith('"')
        bare = [parse(f"k: {word}\n"), parse(f"[{word}, {{k: {word}}}]")]
        assert [s.root.data if s.root and not s.faults else None for s in bare] != [
            {"k": word},
            [word, {"k": word}],
        ]


@pytest.mark.parametrize(
    ("value", "written"),
    [
        (8, "8"),
        (8.0, "8"),
        (8.4, "8.4"),
        (1e300, "1e+300"),
        (float("inf"), ".inf"),
        (True, "true"),
        (None, "~"),
        ("yes", "yes"),
        ("8", '"8"'),
        ("две строки\nтекста", '"две строки\\nтекста"'),
        ({"a": [1, {}], "8": "x: y"}, '{a: [1, {}], 8: "x: y"}'),
    ],
)
def test_a_value_is_written_shortest(value, written):
    """Numbers without a point they do not need, text without quotes it does not need."""
    assert flow(value) == written


def test_a_key_that_would_be_none_is_quoted():
    """Such as one with a colon."""
    assert [key_text(key) for key in ("ride", "a: b", "", "8", "#")] == [
        "ride", '"a: b"', '""', "8", '"#"',
    ]  # fmt: skip


LONG = {"title": "x" * 60, "pains": ["y" * 40]}

CASES = {
    "a scalar keeps its place": (
        "a:   8   # why\n", lambda s: set_value(s, ("a",), 8.4), "a:   8.4   # why\n"),
    "an empty value gets a space before it": (
        "a:\nb: {c: , d:   }\n", lambda s: set_value(s, ("a",), 1), "a: 1\nb: {c: , d:   }\n"),
    "an empty value in braces": (
        "b: {c: , d}\n", lambda s: set_value(s, ("b", "c"), 1), "b: {c: 1, d}\n"),
    "a key in braces without a colon": (
        "b: {c: , d}\n", lambda s: set_value(s, ("b", "d"), 1), "b: {c: , d: 1}\n"),
    "a key with a question mark without a colon": (
        "? a\n? b\n", lambda s: set_value(s, ("a",), 1), "? a\n: 1\n? b\n"),
    "an empty item": ("a:\n  -\n  - b\n", lambda s: set_value(s, ("a", 0), 1),
                      "a:\n  - 1\n  - b\n"),
    "a block scalar goes whole, the comment beside its sign stays": (
        "a: |  # why\n  one\n\n  two\n\n# b\nb: 1\n", lambda s: set_value(s, ("a",), "x"),
        "a: x  # why\n\n# b\nb: 1\n"),
    "a block scalar with other ends of lines": (
        "a: |\r\n  one\r\n  two\r\nb: 1\r\n", lambda s: set_value(s, ("a",), "x"),
        "a: x\r\nb: 1\r\n"),
    "a block becomes a scalar": (
        "a:  # why\n  # of b\n  b: 1\n\nc: 2\n", lambda s: set_value(s, ("a",), 1),
        "a: 1  # why\n\nc: 2\n"),
    "a long collection stands below its key": (
        "a: 1  # why\r\nb: 2\r\n", lambda s: set_value(s, ("a",), LONG),
        f"a:  # why\r\n  title: {'x' * 60}\r\n  pains: [{'y' * 40}]\r\nb: 2\r\n"),
    "a long item stands behind its dash": (
        "a:\n  - 1\n  - 2\n", lambda s: set_value(s, ("a", 0), LONG),
        f"a:\n  - title: {'x' * 60}\n    pains: [{'y' * 40}]\n  - 2\n"),
    "an entry stands before blank lines and comments": (
        "a:\n  b: 1  # why\n  # end\n\n# c\nc: 2\n", lambda s: insert(s, ("a",), "d", "x"),
        "a:\n  b: 1  # why\n  d: x\n  # end\n\n# c\nc: 2\n"),
    "an entry after another": (
        "a: |\n  x\nb: 2\n", lambda s: insert(s, (), "d", [1], after="a"),
        "a: |\n  x\nd: [1]\nb: 2\n"),
    "an item in brackets": (
        "a: [b,]\n", lambda s: insert(s, ("a",), None, "c"), "a: [b, c,]\n"),
    "an item of none": ("a: []\n", lambda s: insert(s, ("a",), None, "c"), "a: [c]\n"),
    "an entry behind an empty value": (
        "a: {b: }\n", lambda s: insert(s, ("a",), "c", 1), "a: {b: , c: 1}\n"),
    "an entry of an empty value": (
        "a:\n", lambda s: insert(s, ("a",), "b", 1), "a: {b: 1}\n"),
    "a missing end of line stays missing": (
        "a:\n- b", lambda s: insert(s, ("a",), None, "c"), "a:\n- b\n- c"),
    "and where the last line goes": (
        "a: 1\nb: 2", lambda s: remove(s, ("b",)), "a: 1"),
    "an entry takes its comments along": (
        "a: 1\n\n# not its own\n\n  # nor this\n# its own\n# too\nb:  # and\n  c: 1  # this\n"
        "  # nor this\nd: 2\n", lambda s: remove(s, ("b",)),
        "a: 1\n\n# not its own\n\n  # nor this\n  # nor this\nd: 2\n"),
    "the next key moves up to the dash": (
        "a:\n  - b: 1  # x\n    # of c\n    c: 2\n", lambda s: remove(s, ("a", 0, "b")),
        "a:\n  - # of c\n    c: 2\n"),
    "the last part takes the key along": (
        "a: 1\nb: {c: [d]}\n", lambda s: remove(s, ("b", "c", 0)), "a: 1\n"),
    "a part of brackets over lines": (
        "a: [\n  b,  # x\n  c  # y\n]\n", lambda s: remove(s, ("a", 1)), "a: [\n  b  # x\n]\n"),
    "the first part of brackets over lines": (
        "a: {b: 1,  # x\n\n    # of c\n    c: 2}\n", lambda s: remove(s, ("a", "b")),
        "a: {\n\n    # of c\n    c: 2}\n"),
    "a part of brackets at the end of a line": (
        "a: [b, c,\r\n    d]\r\n", lambda s: remove(s, ("a", 1)), "a: [b,\r\n    d]\r\n"),
    "a part on a line of its own in brackets": (
        "a: {\n  # of b\n  b: [1],  # x\n\n  # of c\n  c: 2\n}\n", lambda s: remove(s, ("a", "b")),
        "a: {\n\n  # of c\n  c: 2\n}\n"),
    "a part whose comma stands below it": (
        "a: [b  # x\n  , c]\n", lambda s: remove(s, ("a", 0)), "a: [  # x\n   c]\n"),
    "a mark before the text counts": (
        "\ufeffa: 1\n", lambda s: set_value(s, ("a",), 2), "\ufeffa: 2\n"),
}  # fmt: skip


@pytest.mark.parametrize("name", CASES)
def test_a_change_is_made_as_by_hand(name):
    """Each as its name says."""
    before, change, after = CASES[name]
    edits = change(parse(before))
    assert apply(before, edits) == after
    assert apply(after, inverse(before, edits)) == before


SHARED = "a: &x {b: 1}\nc: *x\nd: {e: &y 2, f: [*y]}\n*y : 1\n"


@pytest.mark.parametrize(
    "change",
    [
        lambda s: set_value(s, ("a",), 1),
        lambda s: set_value(s, ("a", "b"), 1),
        lambda s: set_value(s, ("c",), 1),
        lambda s: set_value(s, ("c", "b"), 1),
        lambda s: insert(s, ("a",), "z", 1),
        lambda s: insert(s, ("c",), "z", 1),
        lambda s: remove(s, ("a",)),
        lambda s: remove(s, ("c", "b")),
        lambda s: set_value(s, ("d",), 1),
        lambda s: remove(s, ("d", "e")),
    ],
)
def test_what_is_shared_is_refused_with_the_anchor(change):
    """It says where to edit instead."""
    with pytest.raises(UsageError, match=r"shared with \*[xy]; edit it there") as error:
        change(parse(SHARED))
    assert str(error.value.help) in (
        "its anchor stands at line 1, column 4",
        "its anchor stands at line 3, column 8",
    )


@pytest.mark.parametrize(
    ("text", "change", "message"),
    [
        ("a: 1\na: 2\n", lambda s: set_value(s, ("a",), 1), "the text has faults"),
        ("a: [\n", lambda s: set_value(s, ("a",), 1), "the text has faults"),
        ("cjm-measured: 1\na: 1\n", lambda s: set_value(s, ("a",), 2), "measuring anew"),
        ("a: 1\n", lambda s: set_value(s, ("b",), 2), "nothing called 'b'"),
        ("a: [1]\n", lambda s: set_value(s, ("a", 1), 2), "nothing called 1"),
        ("a: 1\n", lambda s: set_value(s, (), 2), "the whole text is no part"),
        ("a: 1\n", lambda s: insert(s, (), "a", 2), "'a' is there already"),
        ("a: 1\n", lambda s: insert(s, (), "b", 2, after="c"), "nothing called 'c'"),
        ("a: [1]\n", lambda s: insert(s, ("a",), "b", 2), "this is not a mapping"),
        ("a: {}\n", lambda s: insert(s, ("a",), None, 2), "this is not a list"),
        ("[a: 1]\n", lambda s: insert(s, (0,), "b", 2), "without changing more"),
    ],
)
def test_what_cannot_be_done_is_refused(text, change, message):
    """With a sentence; nothing was changed."""
    with pytest.raises(UsageError, match=message):
        change(parse(text))
