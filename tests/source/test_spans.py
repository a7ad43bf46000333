"""Every key and value knows its place: 1-based, in code points, the end exclusive."""

import re
import textwrap

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cjm.source import Source, Span, parse

ENDS_OF_LINES = re.compile("\r\n|[\r\n\x85\u2028\u2029]")


def cut(text: str, span: Span) -> str:
    """What stands at a place that lies in one line."""
    assert span.line == span.end_line
    return ENDS_OF_LINES.split(text)[span.line - 1][span.column - 1 : span.end_column - 1]


def good(text: str | bytes) -> Source:
    """A text that has no faults, parsed."""
    source = parse(text)
    assert source.faults == ()
    return source


TEXT = textwrap.dedent("""\
    # Такси
    заказ: { 'тариф' : "бизнес" , 🚕: 5 }   # конец
    list:
      - one
      -   two words
      - [a, 'b c', {k: v}]
    "e\\u0301": ~
    empty:
    last: plain text # comment
    """)


@pytest.mark.parametrize(
    ("route", "key", "span"),
    [
        (("заказ",), True, (2, 1, 2, 6)),
        (("заказ",), False, (2, 8, 2, 37)),
        (("заказ", "тариф"), True, (2, 10, 2, 17)),
        (("заказ", "тариф"), False, (2, 20, 2, 28)),
        (("заказ", "🚕"), True, (2, 31, 2, 32)),
        (("заказ", "🚕"), False, (2, 34, 2, 35)),
        (("list",), True, (3, 1, 3, 5)),
        (("list", 0), False, (4, 5, 4, 8)),
        (("list", 1), False, (5, 7, 5, 16)),
        (("list", 2), False, (6, 5, 6, 23)),
        (("list", 2, 1), False, (6, 9, 6, 14)),
        (("list", 2, 2, "k"), True, (6, 17, 6, 18)),
        (("list", 2, 2, "k"), False, (6, 20, 6, 21)),
        (("é",), True, (7, 1, 7, 10)),
        (("é",), False, (7, 12, 7, 13)),
        (("empty",), True, (8, 1, 8, 6)),
        (("last",), False, (9, 7, 9, 17)),
    ],
)
def test_places_of_keys_and_values(route, key, span):
    """Cyrillic, an emoji, quotes and padding count as the code points they are."""
    assert good(TEXT).span(route, key=key) == span


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
@pytest.mark.parametrize("mark", ["", "\ufeff"])
def test_ends_of_lines_and_a_byte_order_mark_move_nothing(end, mark):
    """CRLF, CR and a byte order mark leave every place where it was."""
    plain = good(TEXT)
    other = good((mark + TEXT.replace("\n", end)).encode())
    for route in (("заказ", "🚕"), ("list", 2, 1), ("é",), ("last",)):
        assert other.span(route) == plain.span(route)
        assert other.span(route, key=True) == plain.span(route, key=True)
    assert other.root.data == plain.root.data
    assert [other.line(n) for n in range(1, 10)] == TEXT.splitlines()


def test_a_place_that_is_not_there():
    """A way that leads nowhere has no place."""
    source = good(TEXT)
    assert source.span(("nothing",)) is None
    assert source.span(("list", 3)) is None
    assert source.span(("last", "deeper")) is None
    assert source.line(0) == source.line(99) == ""


def test_a_block_collection_ends_with_its_last_part():
    """A block mapping or list does not reach over comments and empty lines to what follows."""
    source = good("a:\n  b: 1\n  c:\n    - x\n    - yz\n\n# comment\n\nd: 1\n")
    assert source.span(("a",)) == (2, 3, 5, 9)
    assert source.span(("a", "c")) == (4, 5, 5, 9)


def test_a_flow_collection_ends_with_its_bracket():
    """A flow collection reaches from bracket to bracket, over lines too."""
    source = good("a: [1,\n  {b: 2\n  }\n  ]  # end\nc: {}\nd: []\n")
    assert source.span(("a",)) == (1, 4, 4, 4)
    assert source.span(("a", 1)) == (2, 3, 3, 4)
    assert source.span(("c",)) == (5, 4, 5, 6)
    assert source.span(("d",)) == (6, 4, 6, 6)


@pytest.mark.parametrize("tag", ["", "!!str "])
@pytest.mark.parametrize("sign", ["|", ">", "|-", ">+", "|2"])
def test_a_block_scalar_stays_in_its_line(sign, tag):
    """A block scalar's place begins at its sign and does not overrun to the next key."""
    source = good(f"a: {tag}{sign}\n    one\n    two\n\n\nb: 1\n")
    span = source.span(("a",))
    assert span[:2] == (1, 4)
    assert span.end_line == 1
    assert source.span(("b",), key=True) == (6, 1, 6, 2)


def test_scalars_over_several_lines_end_with_their_own_text():
    """A quoted or plain scalar over lines ends where its text ends."""
    source = good(
        "a: \"one\n  two\"  # comment\nb: 'x\n\n  y'\nc: plain\n  more  # comment\nd: 1\n"
    )
    assert source.span(("a",)) == (1, 4, 2, 7)
    assert source.span(("b",)) == (3, 4, 5, 5)
    assert source.span(("c",)) == (6, 4, 7, 7)
    assert source.root.data["c"] == "plain more"


def test_an_alias_reports_its_own_place():
    """The value an alias repeats stands where the alias stands, whatever it repeats."""
    source = good("a: &x 8\nb: *x\nc: &y {k: 1}\nd: [*y, *x]\n")
    assert source.root.data == {"a": 8, "b": 8, "c": {"k": 1}, "d": [{"k": 1}, 8]}
    assert source.span(("b",)) == (2, 4, 2, 6)
    assert source.span(("d", 0)) == (4, 5, 4, 7)
    assert source.span(("d", 1)) == (4, 9, 4, 11)
    assert source.node(("b",)).text == "8"


def test_an_alias_may_be_a_key():
    """An alias of a scalar is that text, as a key too."""
    source = good("a: &x book\n*x : 1\n")
    assert source.root.data == {"a": "book", "book": 1}
    assert source.span(("book",), key=True) == (2, 1, 2, 3)


def test_the_last_anchor_of_a_name_counts():
    """An anchor given again means the later value, inside an open collection of its name too."""
    assert good("a: &x 1\nb: &x 2\nc: *x\n").root.data["c"] == 2
    assert good("a: &x [&x 1, *x]\nb: *x\n").root.data == {"a": [1, 1], "b": 1}
    assert good("a: &x [&x [1], *x]\nb: *x\n").root.data == {"a": [[1], [1]], "b": [1]}


WORDS = st.text(st.sampled_from("abяжé漢🚕_"), min_size=1, max_size=6)


@st.composite
def documents(draw):
    """A mapping of mappings in block or flow style, with the keys and values it must hold."""
    end = draw(st.sampled_from(["\n", "\r\n"]))
    keys = draw(st.lists(WORDS, min_size=1, max_size=5, unique=True))
    lines, expected = [], {}
    for key in keys:
        inner = draw(st.dictionaries(WORDS, st.integers(0, 999), max_size=4))
        pad = " " * draw(st.integers(1, 4))
        expected[key] = inner or None
        if inner and draw(st.booleans()):
            lines.append(f"{key}:")
            lines += [f"{pad}{k}:{pad}{v}" for k, v in inner.items()]
        elif inner:
            lines.append(
                f"{key}:{pad}{{" + f",{pad}".join(f"{k}: {v}" for k, v in inner.items()) + "}"
            )
        else:
            lines.append(f"{key}:  # nothing")
        lines += draw(st.sampled_from([[], [""], ["# 漢"]]))
    return end.join(lines) + end, expected


@given(documents())
def test_what_stands_at_a_place_is_what_was_read(document):
    """Cut out of the text, the place of a key is the key, of a number the number."""
    text, expected = document
    source = good(text)
    assert source.root.data == expected
    for key, inner in expected.items():
        assert cut(text, source.span((key,), key=True)) == key
        for k, v in (inner or {}).items():
            assert cut(text, source.span((key, k), key=True)) == k
            assert cut(text, source.span((key, k))) == str(v)


@pytest.mark.parametrize("sign", ["\x85", "\u2028", "\u2029"])
def test_lines_are_counted_as_libyaml_counts_them(sign):
    """After a line sign of YAML 1.1 inside a text, a place and its line still belong together."""
    source = good(f"a: 'x{sign} y'\nbb: 1\n")
    span = source.span(("bb",), key=True)
    assert source.line(span.line)[span.column - 1 : span.end_column - 1] == "bb"
