"""Slips that a YAML reader notices a line too late are told at the line that was broken."""

from __future__ import annotations

import pytest

from cjm.project.loading import read_journey
from cjm.source import parse

SLIPS = [
    ("    owner:house\n    stage: s", "4:11", "no space after the colon of owner"),
    ("    importance 2\n    stage: s", "4:15", "no colon after importance"),
    ("    stage: s\n    importance:2", "5:16", "no space after the colon of importance"),
    ("    importance = 2\n    stage: s", "4:15", "a value follows its key after a colon"),
    ("    owner\uff1ahouse\n    stage: s", "4:10", "the sign U+FF1A is no colon"),
    ("    owner:\u00a0house\n    stage: s", "4:11", "a no-break space (U+00A0) stands where"),
    ("    owner: h\n\u00a0\u00a0\u00a0\u00a0stage: s", "5:1", "a no-break space (U+00A0) stands"),
    ("    owner: “House: two”", "4:12", "“ and ” are no quotes in YAML"),
    ("    owner: House: two", "4:17", "a colon where no key can stand"),
    ("    owner: h\n      stage: s", "5:7", "the line is indented by 6, the one above by 4"),
    ("    owner: h\n   stage: s", "5:4", "the line is indented by 3, the one above by 4"),
    ("    // a remark\n    owner: h", "4:5", "a comment does not begin with //"),
    ("\t\towner: h", "4:1", "a tab cannot stand here"),
    ("    owner \u2192 h\n    stage: s", "4:10", "a value follows its key after a colon, not"),
    ("    owner \u2014 h\n    stage: s", "4:10", "a value follows its key after a colon, not"),
    ("    owner\n    stage: s", "4:9", "no colon after owner"),
    ('    owner: "House\u201d\n    stage: s', "4:18", '\u201d does not close the quote "'),
    ('    owner: "House\n    stage: s', "4:12", 'the quote " is not closed'),
    ('    owner: "House\n    quotes: ["x"]', "4:12", 'the quote " is not closed'),
    ('    title: "Two" of them\n    stage: s', "4:18", "text goes on behind the quote that"),
    ("    title: 'it's here'\n    stage: s", "4:16", "text goes on behind the quote that"),
    ("    title: \u2018House: two\u2019", "4:12", "\u2018 and \u2019 are no quotes in YAML"),
    ("    pains: [one, two\n    stage: s", "4:12", "the bracket [ is not closed"),
    ("    metrics: {nps: {value: 3\n    stage: s", "4:20", "the bracket { is not closed"),
    ("    metrics: \uff5bnps: 3\uff5d", "4:14", "the sign U+FF5B is not {"),
    ("    owner: h\n\ufeff    stage: s", "5:1", "a byte order mark (U+FEFF) stands here"),
    ("    owner: h\n\u00a0\n    stage: s", "5:1", "a no-break space (U+00A0) stands"),
    ("    owner: h\n```\n    stage: s", "5:1", "``` fences code in Markdown"),
    ("    pains:\n\t- slow", "5:1", "a tab cannot stand here"),
]  # fmt: skip


@pytest.mark.parametrize(("lines", "place", "message"), SLIPS)
def test_a_slip_is_told_at_its_line(lines, place, message):
    """And only once, with a way out and what should stand there."""
    source = parse(f"cjm: 1\ntouchpoints:\n  a:\n{lines}\n")
    (fault,) = source.faults
    assert f"{fault.place.line}:{fault.place.column}" == place
    assert str(fault.message).startswith(message)
    assert fault.help
    assert fault.fixes


@pytest.mark.parametrize(("lines", "place", "message"), SLIPS)
def test_reading_goes_on_behind_a_slip(lines, place, message):
    """What else is wrong in the file is told in the same run, at its own place."""
    text = f"cjm: 1\ntouchpoints:\n  a:\n{lines}\n  b: {{expectation: 7,5}}\nstate: asis\n"
    findings = read_journey(parse(text), "x.yaml").findings
    last = text.count("\n")
    assert {(f.code, f.span.line) for f in findings} >= {
        ("CJM002", last),
        ("CJM001", int(place[0])),
    }
    assert not any("missing" in f.message for f in findings)


def test_places_on_a_mended_line_are_those_of_the_text():
    """What was put in to read on does not move what is told there."""
    text = "cjm: 1\ntouchpoints:\n  a:\n    stage: s\n    experience:7,5\n"
    slip, number = read_journey(parse(text), "x.yaml").findings
    assert (slip.span.line, slip.span.column) == (5, 16)
    assert (number.span.line, number.span.column, number.span.end_column) == (5, 16, 19)


def test_several_slips_are_told_in_one_run():
    """Each with its own remedy, from the first line to the last."""
    text = (
        "cjm: 1\ntitle:X\ntouchpoints:\n  a:\n    owner h\n    stage: “s: t”\n"
        "    importance = 2\n    title: a: b\n"
    )
    assert [fault.place.line for fault in parse(text).faults] == [2, 5, 6, 7, 8]


def test_who_slips_everywhere_is_told_of_the_first_slips():
    """Reading ends after so many."""
    text = "cjm: 1\ntouchpoints:\n" + "".join(
        f"  t{n}:\n    owner:x\n    stage: s\n" for n in range(60)
    )
    faults = parse(text).faults
    assert 20 <= len(faults) <= 22


@pytest.mark.parametrize(
    "text",
    [
        "a: https://example.org\n",
        "a: |\n  \u00a0no: indent\n  b:c\n",
        "a: b\n# c:d\n",
        "a: 'x:y'\nb: c\n",
        "a: x\n  y z\nb: c\n",
    ],
)
def test_what_is_yaml_is_left_alone(text):
    """Nothing is looked for in a text that can be read."""
    assert parse(text).faults == ()


def test_what_is_read_around_a_slip_is_not_judged():
    """Quoted to read on, a line is a text; that it is no mapping is a guess, and not told."""
    text = (
        "cjm: 1\ntouchpoints:\n  book: {expectation: 8, experience: 8}\n"
        "  ride: expectation: 9, experience: 5}\n  pay: {expectation: 99}\n"
    )
    slip, score = read_journey(parse(text), "x.yaml").findings
    assert (slip.code, slip.span.line, slip.span.column) == ("CJM001", 4, 20)
    assert (score.code, score.span.line) == ("CJM002", 5)


@pytest.mark.parametrize("sign", ["\uff1a", ":\u00a0", " ->", " \u2192"])
def test_lines_that_became_one_text_are_told_one_by_one(sign):
    """YAML takes them for a text of two lines where a mapping is wanted."""
    text = f"cjm: 1\ntouchpoints:\n  a:\n    title{sign} X\n    importance{sign} 2\n"
    findings = read_journey(parse(text), "x.yaml").findings
    assert [(f.code, f.span.line) for f in findings] == [("CJM001", 4), ("CJM001", 5)]


def test_rows_of_a_table_are_told_with_touchpoints_of_them():
    """As they come from a spreadsheet, with tabs between the columns."""
    text = "cjm: 1\ntouchpoints:\ncall\tCall us\t8\t7,5\nvisit\tVisit\t9\t6\n"
    first, second = read_journey(parse(text), "x.yaml").findings
    assert (first.span.line, second.span.line) == (3, 4)
    assert first.help == "write call: {title: 'Call us', expectation: 8, experience: 7.5}"


BROKEN = "    title: @x\n", "    pains: [a, b}\n", "    owner: !<x y\n", "    stage: %x\n"


@pytest.mark.parametrize("broken", BROKEN)
def test_behind_a_block_that_nothing_mends_reading_goes_on(broken):
    """What is wrong below it is told in the same run, and nothing that may hang on it."""
    text = (
        f"cjm: 1\ntouchpoints:\n  a:\n{broken}    next: b\n"
        "  b:\n    experience: 7,5\n    titel: X\n    next: c\nstate: asis\n"
    )
    findings = read_journey(parse(text), "x.yaml").findings
    assert [f.span.line for f in findings] == [4, 7, 8, 10]
    assert [f.code for f in findings] == ["CJM001", "CJM002", "CJM002", "CJM002"]


def test_several_broken_blocks_are_told_in_one_run():
    """Each at its line; what is left out of more than a line is said."""
    text = (
        "cjm: 1\ntouchpoints:\n  a:\n    title: @x\n  b: {x: [1, 2}}\n"
        "  c: {\n    title: x,\n    pains: [a]]\n  }\n  d: {experience: 99}\n"
    )
    findings = read_journey(parse(text), "x.yaml").findings
    assert [f.span.line for f in findings] == [4, 5, 8, 10]
    assert any("to line 9 nothing is read" in beside.message for beside in findings[2].related)


@pytest.mark.parametrize(
    "lines",
    [
        "    expectation: 8\n\towner: desk\n    experience: 5\n    next: b",
        "    expectation: 8\n\towner: desk\n\tstandard: s\n    experience: 5",
        "    pains:\n      - too slow\n\towner: desk\n    experience: 5",
        "    pains:\n      - too slow\n    \towner: desk\n    experience: 5",
        "    expectation: 8\n\towner: desk",
    ],
)
def test_a_tab_among_spaces_is_told_alone(lines: str) -> None:
    """What its line says belongs where the lines around it do, so nothing else seems wrong."""
    text = f"cjm: 1\ntouchpoints:\n  a:\n{lines}\n  b:\n    title: x\n"
    findings = read_journey(parse(text), "x.yaml").findings
    assert {f.message for f in findings} == {"a tab cannot stand here"}


def test_a_file_indented_by_tabs_keeps_its_depths() -> None:
    """As many columns a tab as the lines around it give it."""
    text = "cjm: 1\ntouchpoints:\n\ta:\n\t\towner: desk\n\tb:\n\t\tpains:\n\t\t\t- x\n"
    findings = read_journey(parse(text), "x.yaml").findings
    assert {f.message for f in findings} == {"a tab cannot stand here"}
