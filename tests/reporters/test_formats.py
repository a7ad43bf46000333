"""One report in every format: nothing is lost, and nothing in it can do harm."""

from __future__ import annotations

import json
import re
import unicodedata
from dataclasses import replace

import pytest
from reports import EMPTY, STEERING, finding

from cjm.diagnostics.findings import Excerpt, Related, Report, Severity, Span, Summary
from cjm.reporters import REPORTERS, render
from cjm.reporters.text import text_parts


def told(report: Report, color: bool = False) -> str:
    """The format text."""
    return "".join(text_parts(report, color))


@pytest.mark.parametrize("name", sorted(REPORTERS))
def test_a_report_is_written_finding_by_finding(name):
    """A part holds a few findings, or one file's: memory does not grow with the report."""

    def largest(count):
        found = tuple(finding(file=f"{n:04}.yaml") for n in range(count))
        parts = list(REPORTERS[name](Report(found, Summary(count, error=count))))
        return max(map(len, parts))

    assert largest(500) <= largest(100)


# ---- json -------------------------------------------------------------------------------------

FINDING_KEYS = {
    "code": str,
    "name": str,
    "severity": str,
    "message": str,
    "file": str,
    "line": int,
    "column": int,
    "end_line": int,
    "end_column": int,
    "journey": (str, type(None)),
    "state": (str, type(None)),
    "touchpoint": (str, type(None)),
    "item": (str, type(None)),
    "route": (list, type(None)),
    "help": (str, type(None)),
}
PLACE_KEYS = {"message", "file", "line", "column", "end_line", "end_column"}


def test_json_has_the_keys_of_the_specification_in_their_types(report):
    """Each finding has exactly those keys; personas, related, fixes only where there are some."""
    data = json.loads(render("json", report))
    assert list(data) == ["version", "findings", "summary", "resolved", "problems"]
    assert data["version"] == 1
    extras = [set(), {"personas", "related"}, {"fixes"}]
    for item, extra in zip(data["findings"], extras, strict=True):
        assert set(item) == set(FINDING_KEYS) | extra
        assert list(item)[: len(FINDING_KEYS)] == list(FINDING_KEYS)
        for key, kind in FINDING_KEYS.items():
            assert isinstance(item[key], kind), key
            assert not isinstance(item[key], bool)


def test_json_says_what_the_findings_say(report):
    """Values come through unchanged, null where there is nothing."""
    data = json.loads(render("json", report))
    gap, trap, empty = data["findings"]
    assert gap == {
        "code": "CJM101",
        "name": "negative-gap",
        "severity": "error",
        "message": "поездка: customers get less than they expected, O 9, B 5, C −4",
        "file": "journeys/такси.yaml",
        "line": 31,
        "column": 41,
        "end_line": 31,
        "end_column": 42,
        "journey": "такси",
        "state": "as-is",
        "touchpoint": "поездка",
        "item": None,
        "route": ["touchpoints", "поездка", "experience"],
        "help": "raise the experience",
    }
    assert trap["personas"] == {"anna": -4.0, "борис": -2.5}
    [related] = trap["related"]
    assert set(related) == PLACE_KEYS
    assert (related["file"], related["line"]) == ("d/б.yaml", 41)
    edit = {"file": "empty.yaml", "start": 0, "end": 0, "text": "cjm: 1\n"}
    assert empty["fixes"] == [{"title": "begin with cjm: 1", "safe": False, "edits": [edit]}]
    assert (empty["journey"], empty["touchpoint"], empty["help"]) == (None, None, None)


def test_json_counts_what_was_covered_and_found(report):
    """The summary has the counts of the specification, and what was left aside."""
    data = json.loads(render("json", report))
    assert data["summary"] == {
        "journeys": 3,
        "touchpoints": 41,
        "error": 1,
        "warning": 1,
        "info": 1,
        "waived": 2,
        "baselined": 4,
        "skipped": 1,
        "unread": 0,
    }
    assert data["resolved"] == ["такси CJM101 оплата"]
    assert data["problems"] == ["nosuch.yaml: there is no such file or folder"]


def test_json_leaves_cyrillic_as_it_is(report):
    """People read diffs of it: no \\u escapes for letters."""
    text = render("json", report)
    assert "поездка" in text
    assert "\\u" not in text


def test_json_escapes_what_is_no_text(evil):
    """Control characters become escapes and come back unharmed."""
    text = render("json", evil)
    assert "\x1b" not in text
    assert json.loads(text)["findings"][0]["message"] == evil.findings[0].message


def test_json_of_nothing_is_an_empty_list():
    """A green run is valid too."""
    data = json.loads(render("json", EMPTY))
    assert (data["findings"], set(data)) == ([], {"version", "findings", "summary"})


# ---- concise ----------------------------------------------------------------------------------


def test_concise_is_one_line_a_finding_and_a_summary(report):
    """file:line:column: severity[CODE] message, as editors and grep read it."""
    lines = render("concise", report).splitlines()
    assert lines[0] == (
        "journeys/такси.yaml:31:41: error[CJM101] поездка: customers get less than they "
        "expected, O 9, B 5, C −4"
    )
    assert lines[1].startswith("journeys/такси.yaml:40:3: warning[CJM205] a, b: ")
    assert lines[2] == "empty.yaml:1:1: info[CJM001] the file is empty"
    assert lines[3].startswith("gone from the baseline: ")
    assert lines[4] == (
        "3 journeys, 41 touchpoints: 1 error, 1 warning, 1 note "
        "(2 waived, 4 in the baseline, 1 other YAML file skipped)"
    )
    assert len(lines) == 5


@pytest.mark.parametrize("name", ["text", "concise"])
def test_a_summary_without_findings_says_so(name):
    """A green run says what was covered, in singular and plural."""
    assert render(name, EMPTY) == "1 journey, 1 touchpoint: no findings\n"
    two = Report((), Summary(2, 0, error=2, warning=2, info=2, skipped=2))
    assert render(name, two) == (
        "2 journeys, 0 touchpoints: 2 errors, 2 warnings, 2 notes (2 other YAML files skipped)\n"
    )


# ---- text -------------------------------------------------------------------------------------


def test_text_shows_place_source_underline_and_help(report):
    """The whole block of a finding, as a person reads it."""
    assert told(report).split("\n\n")[0] == (
        "journeys/такси.yaml:31:41: error[CJM101] negative-gap: поездка: customers get less "
        "than they expected, O 9, B 5, C −4\n"
        "   |\n"
        "31 |   поездка: {expectation: 9, experience: 5}\n"
        "   |                                         ^\n"
        "   = help: raise the experience"
    )


def test_text_tells_related_places_and_what_went_away(report):
    """The other touchpoints of a trap, entries gone from the baseline, the summary last."""
    text = told(report)
    assert "\n   = d/б.yaml:41:3: b is part of the trap\n" in text
    assert "gone from the baseline: такси CJM101 оплата (shrink it: --shrink-baseline)" in text
    assert text.splitlines()[-1].startswith("3 journeys, 41 touchpoints: 1 error")


def test_text_tells_what_went_away_in_one_block(report):
    """A baseline that shrinks by hundreds is a list, not a page of empty lines."""
    blocks = told(replace(report, resolved=("a CJM101 b", "a CJM108"))).split("\n\n")
    assert blocks[-2].splitlines() == [
        "gone from the baseline: a CJM101 b (shrink it: --shrink-baseline)",
        "gone from the baseline: a CJM108 (shrink it: --shrink-baseline)",
    ]


@pytest.mark.parametrize(("places", "shown", "more"), [(5, 5, None), (6, 4, 2), (40, 4, 36)])
def test_text_tells_a_few_of_many_related_places(places, shown, more):
    """An id that names nothing may stand in dozens; JSON has all of them."""
    related = tuple(Related("here too", "a.yaml", Span(n, 1, n, 2)) for n in range(1, places + 1))
    told = Report((finding(related=related),), Summary(1, 1, error=1))
    text = render("text", told)
    assert text.count(": here too\n") == shown
    assert (f"= and {more} more\n" in text) is (more is not None)
    assert len(json.loads(render("json", told))["findings"][0]["related"]) == places


def test_text_of_an_empty_file_has_no_excerpt(report):
    """Where there is no source line, there is no gutter."""
    block = told(report).split("\n\n")[2]
    assert block == "empty.yaml:1:1: info[CJM001] invalid-yaml: the file is empty"


def columns(text: str) -> int:
    """Cells of a terminal, for the letters used here."""
    wide = sum(unicodedata.east_asian_width(c) in "WF" for c in text)
    return len(text) + wide - sum(c in "\u0301\ufe0f\u200d\u0e31" for c in text)


def underline(line: str, span: Span, column: int = 1) -> tuple[str, int, int]:
    """The shown source line, the cells before its underline, and the underline's length."""
    shown = finding(span=span, excerpt=Excerpt(line, column), help=None)
    block = told(Report((shown,), Summary())).split("\n\n")[0].splitlines()
    prefix = len(f"{span.line} | ")
    source, marks = block[2][prefix:], block[3][prefix:]
    assert re.fullmatch(r" *\^+", marks), marks
    return source, marks.count(" "), marks.count("^")


@pytest.mark.parametrize(
    ("before", "marked", "after"),
    [
        ("  ride: ", "5", ""),
        ("  поездка: ", "пять", "}"),
        ("  乗る: ", "五点", " # 乗"),
        ("  ride🚕: ", "🚕🚕", "!"),
        ("  e\u0301cole: ", "e\u0301", "x"),
        ("  heart\u2764\ufe0f: ", "5", ""),
        ("  family👩\u200d👩: ", "👩\u200d👩", ""),
        ("  กั\u0e31: ", "5", ""),
        ("", "ｗｉｄｅ", " narrow"),
        ("\ta:\t", "5", "\t"),
        ("a\x1b[31m: ", "\x1b[0m", ""),
    ],
)
def test_the_underline_stands_under_the_span(before, marked, after):
    """Wide characters take two cells, combining ones none, tabs and control signs one."""
    start = len(before) + 1
    span = Span(7, start, 7, start + len(marked))
    source, blanks, marks = underline(before + marked + after, span)
    assert (blanks, marks) == (columns(before), columns(marked))
    assert columns(source) == columns(before + marked + after)


def test_a_tab_is_shown_as_one_blank():
    """A tab would move the line away from its underline."""
    source, blanks, marks = underline("\ta:\t5", Span(1, 5, 1, 6))
    assert (source, blanks, marks) == (" a: 5", 4, 1)


def test_a_span_over_several_lines_is_underlined_to_the_end_of_its_first():
    """The block that begins here is marked as far as the line goes."""
    assert underline("  a: [1,", Span(1, 6, 3, 2))[1:] == (5, 3)


@pytest.mark.parametrize("column", [9, 10])
def test_a_place_at_or_after_the_end_of_a_line_is_one_mark(column):
    """An unexpected end is pointed at with a single sign."""
    assert underline("a: [1, 2", Span(1, column, 1, column)) == ("a: [1, 2", 8, 1)


@pytest.mark.parametrize("column", [1, 40, 61, 62, 100, 500, 99_990, 99_999])
def test_a_very_long_line_is_cut_around_the_place(column):
    """Some 160 characters are shown, and the underline still stands under the span."""
    line = "".join(chr(ord("a") + n % 26) for n in range(100_000))
    excerpt = Excerpt.around(line, column)
    source, blanks, marks = underline(excerpt.text, Span(1, column, 1, column + 2), excerpt.column)
    assert len(source) <= 160
    assert source[blanks : blanks + marks] == line[column - 1 : column + 1]
    assert (source.startswith("…"), source.endswith("…")) == (column > 61, column < 99_901)


def test_a_span_longer_than_the_cut_is_marked_to_its_end():
    """A long value does not draw a line of a hundred thousand signs."""
    excerpt = Excerpt.around("x" * 100_000, 50)
    _, blanks, marks = underline(excerpt.text, Span(1, 50, 1, 100_000), excerpt.column)
    assert blanks + marks <= 160


# ---- nothing from the files may steer the terminal --------------------------------------------


@pytest.mark.parametrize("name", ["text", "concise"])
def test_nothing_from_the_files_steers_the_terminal(evil, name):
    """Escape sequences, carriage returns and bidi overrides are replaced, wherever they stand."""
    text = render(name, evil)
    assert STEERING.findall(text) == []
    assert text.count("\N{REPLACEMENT CHARACTER}") >= 10


def test_a_newline_in_a_message_makes_no_line(evil):
    """A text from a file cannot pretend to be another line of the report."""
    assert len(render("concise", evil).splitlines()) == 3
    assert not any(line.startswith("::error") for line in told(evil).splitlines())
    assert len(told(evil).splitlines()) == 10


def test_colour_comes_only_when_asked(report, evil):
    """Without colour there is no escape; with it, only the reporter's own."""
    assert "\x1b" not in told(report)
    painted = told(report, color=True)
    assert re.sub(r"\x1b\[[0-9;]+m", "", painted) == told(report)
    assert "\x1b[1;31merror[CJM101] negative-gap\x1b[0m" in painted
    hostile = re.sub(r"\x1b\[(?:0|1|2|36|1;3[134])m", "", told(evil, color=True))
    assert STEERING.findall(hostile) == []


def test_the_summary_is_painted_as_the_worst_finding():
    """Red for errors, yellow for warnings, else bold."""

    def last(**counts):
        return told(Report((), Summary(1, 1, **counts)), color=True).splitlines()[-1]

    assert last(error=1, warning=1).startswith("\x1b[1;31m")
    assert last(warning=1).startswith("\x1b[1;33m")
    assert last().startswith("\x1b[1m")


# ---- what formats have in common --------------------------------------------------------------


@pytest.mark.parametrize("name", sorted(REPORTERS))
def test_every_format_ends_with_one_newline_and_repeats_itself(report, name):
    """The output is a text file, and the same report gives the same bytes."""
    text = render(name, report)
    assert text.endswith("\n")
    assert not text.endswith("\n\n")
    assert render(name, report) == text


@pytest.mark.parametrize("name", sorted(REPORTERS))
def test_every_format_tells_every_finding(report, name):
    """Code, severity, place and message of each finding are there."""
    text = render(name, report)
    for item in report.findings:
        assert item.code in text
        assert item.message in text
        assert item.file in text


@pytest.mark.parametrize(
    ("severities", "problems", "fail_on", "code"),
    [
        ((), (), "info", 0),
        (("info", "warning"), (), "error", 0),
        (("error",), (), "error", 1),
        (("warning",), (), "warning", 1),
        (("info",), (), "warning", 0),
        (("info",), (), "info", 1),
        (("error",), ("x",), "error", 2),
        ((), ("x",), "error", 2),
    ],
)
def test_the_exit_code_is_0_1_or_2_and_2_wins(severities, problems, fail_on, code):
    """1 from `fail_on` upwards, 2 where something could not be done."""
    found = tuple(finding(severity=Severity(s)) for s in severities)
    assert Report(found, Summary(), problems).exit_code(Severity(fail_on)) == code


@pytest.mark.parametrize(
    ("summary", "english", "russian"),
    [
        (Summary(unread=1), "1 unread", "1 не прочитан"),
        (Summary(unread=2, error=1), "2 unread: 1 error", "2 не прочитаны: 1 ошибка"),
        (
            Summary(1, 3, unread=5),
            "1 journey, 3 touchpoints, 5 unread: no findings",
            "1 путь, 3 точки контакта, 5 не прочитано: замечаний нет",
        ),
        (Summary(), "no journey was read", "не прочитано ни одного пути"),
        (
            Summary(unchanged=2),
            "no journey changed (2 unchanged)",
            "ни один путь не изменился (не изменилось: 2)",
        ),
        (Summary(warning=1), "no journey was read: 1 warning", None),
    ],
)
@pytest.mark.parametrize("name", ["text", "concise", "github"])
def test_nothing_is_said_of_what_was_not_read(name, summary, english, russian):
    """No 'no findings' and no '0 touchpoints' where no journey was read."""
    for language, line in (("en", english), ("ru", russian)):
        if line:
            said = render(name, Report((), summary, language=language))
            assert said.splitlines()[-1] == line
