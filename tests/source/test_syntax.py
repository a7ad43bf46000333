"""What is no YAML is told by kinds, in words of ours, in both languages."""

from __future__ import annotations

import pytest

from cjm.i18n import translate
from cjm.source import parse

KINDS = [
    ("a:\n\tb: 1\n", (2, 1), "a tab cannot stand here", None),
    ("a: b: c\n", (1, 5), "a colon where no key can stand", None),
    ("title: Такси: поездка\n", (1, 13), "a colon where no key can stand", None),
    ("a: {b:[1]}\n", (1, 6), "a colon without a space after it", None),
    ("a: - b\n", (1, 4), "a list cannot begin on this line", None),
    ("a: 1\nb\nc: 2\n", (2, 1), "no colon after b", None),
    ("target: >= 50\n", (1, 10), "text cannot begin with >", None),
    ("a: {b: >= 50}\n", (1, 8), "text cannot begin with >", None),
    ("a: @anna\n", (1, 4), "text cannot begin with @", None),
    ("a: `b`\n", (1, 4), "text cannot begin with `", None),
    ("a: %5\n", (1, 4), "text cannot begin with %", None),
    ("a: * b\n", (1, 5), "after * a name must stand", None),
    ("a: & b\n", (1, 5), "after & a name must stand", None),
    ("a: 'b\n", (1, 4), "the quote ' is not closed", None),
    ('a: "b\nc: 1\n', (1, 4), 'the quote " is not closed', None),
    (r'a: "\q"', (1, 5), r"\q is no escape", None),
    (r'a: "C:\users"', (1, 9), r"the escape \u needs 4 hexadecimal digits", None),
    (r'a: "\ud83d\ude95"', (1, 7), r"the escape \ud83d is half a character", None),
    (r'a: "\ud83d"', (1, 7), r"the escape \ud83d is half a character", None),
    ("a: {b: 1\n", (1, 4), "the bracket { is not closed", None),
    ("a: [b, c", (1, 4), "the bracket [ is not closed", None),
    ("a: [b, c}\n", (1, 9), "} does not close [", (1, 4)),
    ("a: {b: 1 c: 2}\n", (1, 11), "a comma or } is missing here", (1, 4)),
    ("a: [b c: d: e]\n", (1, 11), "a comma or ] is missing here", (1, 4)),
    ("a: [", (1, 5), "the text ends where a value should stand", None),
    ("a: {,}\n", (1, 5), "a value is missing before ,", None),
    ("a: ]\n", (1, 4), "a value is missing before ]", None),
    ("a: 1}\nb: [c]]\n", (2, 7), "] cannot stand here", None),
    ("- a\nb: 1\n", (2, 1), "no item of the list begins here", None),
    ("a: 1\n- b\n", (2, 1), "no key can stand here", None),
    ("  a: 1\nb: 2\n", (2, 1), "no key can stand here", None),
]


@pytest.mark.parametrize(("text", "place", "message", "opening"), KINDS, ids=lambda v: repr(v)[:30])
def test_every_kind_is_told_at_its_place(text, place, message, opening, monkeypatch):
    """The sentence, the way out, and where what is broken began, are ours, and Russian too."""
    source = parse(text)
    (fault,) = source.faults
    assert (str(fault.message), fault.place[:2]) == (message, place)
    assert [beside.place[:2] for beside in fault.related] == ([opening] if opening else [])
    assert not source.readable
    assert source.root is None or source.mends or source.skipped
    for said in (fault.message, fault.help, *(beside.message for beside in fault.related)):
        assert translate(said, "ru") != str(said)


def test_half_a_character_is_told_with_the_whole(monkeypatch):
    """JSON writes an emoji as two halves, which YAML does not join."""
    (fault,) = parse(r'{"cjm": 1, "title": "\ud83d\ude95"}').faults
    assert str(fault.help) == r"write the sign itself: 🚕, or all of it: \U0001F695"
    assert parse('{"title": "\\U0001F695"}').root.data == {"title": "🚕"}


def test_no_word_of_the_parser_is_passed_on():
    """Neither libyaml's nor PyYAML's sentences, by which one could tell which of them read."""
    for text, *_ in KINDS:
        (fault,) = parse(text).faults
        assert not {"expected", "context", "token", "scanning", "parsing"} & set(
            str(fault.message).split()
        )


def test_what_a_parser_reads_ahead_is_refused_as_too_deep():
    """A newer libyaml has a limit of its own, and meets it before it tells of the first bracket."""
    from cjm.source.reader import Reader

    reader = Reader("a: 1")
    assert reader.too_deep("[" * 64) is None
    fault = reader.too_deep("x: " + "[{" * 500)
    assert (str(fault.message), fault.place) == ("nested more than 64 deep", (1, 68, 1, 69))
