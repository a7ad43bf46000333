"""What is not one plain YAML 1.2 document is told at its place, and never raised."""

import pytest

from cjm.project.loading import read_journey
from cjm.source import parse


def faults(content: str | bytes) -> list[tuple[int, int, int, int, str]]:
    """The places and messages of the faults in a text."""
    return [(*fault.place, str(fault.message)) for fault in parse(content).faults]


@pytest.mark.parametrize(
    ("text", "first", "second"),
    [
        ("a: 1\nb: 2\na: 3\n", (1, 1, 1, 2), (3, 1, 3, 2)),
        ("{a: 1, b: 2, 'a': 3}", (1, 2, 1, 3), (1, 14, 1, 17)),
        ("top:\n  x: 1\n  x: 1\n", (2, 3, 2, 4), (3, 3, 3, 4)),
        ("1: a\n0x1: b\n1 : c\n", (1, 1, 1, 2), (3, 1, 3, 2)),
        ("й: 1\nи\u0306: 2\n", (1, 1, 1, 2), (2, 1, 2, 3)),
        ("~: 1\n'~': 2\n", (1, 1, 1, 2), (2, 1, 2, 4)),
        ("a: &a a\n*a : 1\n", (1, 1, 1, 2), (2, 1, 2, 3)),
    ],
)
def test_a_key_given_twice_is_told_at_the_second_with_the_first_related(text, first, second):
    """Keys are compared as text in NFC; the fault stands at the later key."""
    source = parse(text)
    (fault,) = source.faults
    assert fault.place == second
    assert "twice" in str(fault.message)
    assert [beside.place for beside in fault.related] == [first]
    assert source.readable


def test_a_key_given_three_times_makes_two_faults():
    """Each repetition is told, each related to the first."""
    found = parse("a: 1\na: 2\na: 3\n").faults
    assert [f.place.line for f in found] == [2, 3]
    assert [f.related[0][1].line for f in found] == [1, 1]


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("a: !mine x\n", (1, 4)),
        ("a: !!python/object:os.system x\n", (1, 4)),
        ("a: !!timestamp 2026-01-01\n", (1, 4)),
        ("a: !!binary aGk=\n", (1, 4)),
        ("a: !!set {b, c}\n", (1, 4)),
        ("a: !mine [1]\n", (1, 4)),
        ("a: !!seq {b: 1}\n", (1, 4)),
        ("a: !<tag:example.org,2002:x> y\n", (1, 4)),
        ("- !mine\n", (1, 3)),
    ],
)
def test_a_foreign_tag_is_a_fault(text, place):
    """A tag beyond the core schema, or one of the wrong kind of value, is told where it stands."""
    (fault,) = parse(text).faults
    assert "tag" in str(fault.message)
    assert fault.place[:2] == place


def test_a_merge_key_is_a_fault_and_a_quoted_one_is_text():
    """`<<` is not YAML 1.2; in quotes it is a key like any other."""
    assert faults("base: &b {x: 1}\nuse:\n  <<: *b\n  y: 2\n") == [
        (3, 3, 3, 5, "merge keys (<<) are not YAML 1.2")
    ]
    assert parse('"<<": 1').root.data == {"<<": 1}


@pytest.mark.parametrize("text", ["{[a]: 1}", "? [a]\n: 1\n", "? {a: b}\n: 1\n", "{{a: b}: c}"])
def test_a_key_that_is_no_text_is_a_fault(text):
    """A list or mapping cannot be a key."""
    (fault,) = parse(text).faults
    assert "key must be text" in str(fault.message)
    assert fault.place.line == 1


@pytest.mark.parametrize(
    ("text", "line"), [("a: 1\n---\nb: 2\n", 2), ("--- a\n--- b\n", 2), ("a: 1\n...\n---\n", 3)]
)
def test_a_second_document_is_a_fault(text, line):
    """One document a file: the second one is told at its start."""
    (fault,) = parse(text).faults
    assert str(fault.message) == "a second document"
    assert fault.place[:2] == (line, 1)


def test_markers_of_the_one_document_are_allowed():
    """`---`, `...`, a directive and comments around the only document are fine."""
    source = parse("%YAML 1.2\n# x\n---\na: 1\n...\n# y\n")
    assert source.faults == ()
    assert source.root.data == {"a": 1}


@pytest.mark.parametrize("text", ["", "\n\n", "# only\n# comments\n", "\ufeff", "---\n", "--- ~\n"])
def test_an_empty_file_holds_no_journey(text):
    """Nothing, or nothing but comments, is one finding with a line and a column."""
    assert parse(text).faults == ()
    loaded = read_journey(parse(text), "x.yaml")
    assert loaded.journey is None
    (finding,) = loaded.findings
    assert finding.code == "CJM002"
    assert finding.span.line == 1


@pytest.mark.parametrize(
    ("content", "place"),
    [
        (b"\xff", (1, 1)),
        (b"a: 1\n\xd0\xbf: \xd0\xd0\n", (2, 4)),
        ("title: Такси".encode("cp1251"), (1, 8)),
        ("a: 1\n".encode("utf-16"), (1, 1)),
        (b"\xef\xbb\xbfab\xff", (1, 3)),
        (b"a: 1\r\nb: \xc0\x80", (2, 4)),
        (b"a: \xed\xa0\x80", (1, 4)),
        (b"abc\xe2\x82", (1, 4)),
    ],
)
def test_bytes_that_are_not_utf_8(content, place):
    """The first byte that is not UTF-8 is told, its column in code points."""
    source = parse(content)
    (fault,) = source.faults
    assert "not UTF-8" in str(fault.message)
    assert fault.place[:2] == place
    assert not source.readable


@pytest.mark.parametrize(
    "sign", ["\0", "\x07", "\x1b", "\x7f", "\x9f", "\ufffe", "\uffff", "\ud800"]
)
def test_characters_that_yaml_forbids(sign):
    """A control character or a lone surrogate is told at its place."""
    source = parse(f"a: 1\nж: 'б{sign}'\n")
    (fault,) = source.faults
    assert f"U+{ord(sign):04X}" in str(fault.message)
    assert fault.place == (2, 6, 2, 7)
    assert not source.readable


def test_an_escaped_control_character_is_text():
    """In double quotes a control character may be written as an escape."""
    assert parse(r'a: "\x07\0"').root.data == {"a": "\x07\0"}


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("a: b: c\n", (1, 5)),
        ("a:\n\tb: 1\n", (2, 1)),
        ("a: [1, 2\nb: 3\n", (1, 4)),
        ("a: {b: 1\n", (1, 4)),
        ("a: 'x\n", (1, 4)),
        ('a: "x\n', (1, 4)),
        ("a: @x\n", (1, 4)),
        ("a: `x\n", (1, 4)),
        ("a: %x\n", (1, 4)),
        ("a: 1\n b: 2\n", (2, 3)),
        ("a: ]\n", (1, 4)),
        ("- a\nb: 1\n", (2, 1)),
        ("a: 1\n- b\n", (2, 1)),
        ("a: *\n", (1, 4)),
        ('a: "\\q"\n', (1, 5)),
        ('a: "\\ud800"\n', (1, 7)),
        ("a: !<x y\n", (1, 7)),
    ],
)
def test_broken_syntax_has_a_place(text, place):
    """Text that is not YAML is told in the right line, at or near the sign that breaks it."""
    source = parse(text)
    assert not source.readable
    assert source.root is None or source.mends or source.skipped
    (fault,) = source.faults
    assert fault.help
    assert fault.place.line == place[0]
    assert abs(fault.place.column - place[1]) <= 2


def test_a_tab_in_the_indent_gets_its_own_advice():
    """Where a tab indents the line, the help says so."""
    (fault,) = parse("a:\n\tb: 1\n").faults
    assert str(fault.help) == "indent with spaces, not tabs"


def test_faults_before_broken_syntax_are_told_too():
    """A duplicate key above the place where reading ends is not lost."""
    assert [f.place.line for f in parse("a: 1\na: 2\nb: [\n").faults] == [2, 3]


@pytest.mark.parametrize(
    ("text", "message", "place"),
    [
        ("a: *x\n", "has no anchor", (1, 4, 1, 6)),
        ("a: *x\nb: &x 1\n", "has no anchor", (1, 4, 1, 6)),
        ("a: &x [*x]\n", "stands inside what it repeats", (1, 8, 1, 10)),
        ("&x a:\n  b: &y {c: [*y]}\n", "stands inside what it repeats", (2, 14, 2, 16)),
    ],
)
def test_an_alias_needs_a_finished_value_above_it(text, message, place):
    """An alias without an anchor, or of the value it is part of, is told at the alias."""
    source = parse(text)
    (fault,) = source.faults
    assert message in str(fault.message)
    assert fault.place == place
    assert not source.readable
