"""GitLab's Code Quality, and fingerprints that outlive edits."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import Any

import pytest
import reports
from hypothesis import given
from hypothesis import strategies as st

from cjm.diagnostics.findings import Report, Severity, Span, Summary
from cjm.reporters import render
from cjm.reporters.fingerprints import fingerprints


def of(*findings: Any) -> Report:
    """A report of these."""
    return Report(findings, Summary())


# ---- the format -------------------------------------------------------------------------------


def test_an_issue_has_what_gitlab_reads(report):
    """The documented keys, no others; the fingerprint is text."""
    gap, trap, empty = json.loads(render("gitlab", report))
    fingerprint = gap.pop("fingerprint")
    assert gap == {
        "description": (
            "CJM101 negative-gap: поездка: customers get less than they expected, O 9, B 5, C −4 "
            "(raise the experience)"
        ),
        "check_name": "CJM101",
        "severity": "major",
        "location": {"path": "journeys/такси.yaml", "lines": {"begin": 31, "end": 31}},
    }
    assert len(fingerprint) == 32
    assert [item["severity"] for item in (trap, empty)] == ["minor", "info"]
    assert empty["description"] == "CJM001 invalid-yaml: the file is empty"
    assert set(trap) == set(empty) == {*gap, "fingerprint"}


def test_nothing_found_is_an_empty_list():
    """GitLab takes that for a clean state."""
    assert json.loads(render("gitlab", reports.EMPTY)) == []


def test_letters_stay_letters(report):
    """No \\u escapes for Cyrillic."""
    assert "поездка" in render("gitlab", report)
    assert "\\u" not in render("gitlab", report)


def test_text_from_files_stays_text(evil):
    """One issue; the description is a line that steers nothing, the path is the file's."""
    [issue] = json.loads(render("gitlab", evil))
    assert reports.STEERING.findall(issue["description"]) == []
    assert issue["location"]["path"] == reports.EVIL
    assert "\x1b" not in render("gitlab", evil)


@given(message=st.text(st.characters()), file=st.text(st.characters()))
def test_whatever_a_file_says_it_is_an_issue(message, file):
    """Lone surrogates too."""
    text = render("gitlab", of(reports.finding(message=message, file=file)))
    [issue] = json.loads(text.encode("utf-8", "backslashreplace"))
    assert issue["location"]["path"] == file


# ---- fingerprints -----------------------------------------------------------------------------

JOURNEY = """\
cjm: 1
touchpoints:
  book: {expectation: 8, experience: 8, next: {ride: 0.9, call: 0.1}}
  ride: {expectation: 9, experience: 5, next: pay}
  call: {expectation: 9, experience: 4, next: [x, y]}
  x: {expectation: 1, experience: 1, next: y}
  y: {expectation: 1, experience: 1, next: x}
  pay: {expectation: 7}
"""


def known(report: Report) -> dict[tuple[str, str | None], str]:
    """Fingerprints by rule and touchpoint."""
    prints = list(fingerprints(report))
    assert len(set(prints)) == len(prints) == len(report.findings)
    places = [(f.code, f.touchpoint) for f in report.findings]
    return dict(zip(places, prints, strict=True))


def test_a_fingerprint_never_changes():
    """Teams have dismissed findings by them: another version of cjm must not make all new."""
    plain = reports.finding(values=())
    assert list(fingerprints(of(plain, reports.finding(), plain))) == [
        "c3fd9434e3dc48fa7062428e46eca99c",
        "7afe5105307eee0954ec8d48e5907863",
        "bb747808de0978836069c538ca984e1c",
    ]


def test_lines_and_figures_may_move(desk):
    """Comments above, a worse score, other severities: it is the same finding."""
    desk.write("cjm.yaml", "cjm: 1\nworkspace: w\n")
    desk.write("j/a.yaml", JOURNEY)
    some = ["CJM101", "CJM202", "CJM205", "CJM301", "CJM401"]
    before = known(desk.check("j", select=some))
    assert {code for code, _ in before} == {"CJM101", "CJM202", "CJM205", "CJM301", "CJM401"}
    edited = JOURNEY.replace("experience: 5", "experience: 3.5")
    desk.write("j/a.yaml", "# moved\n\n\n" + edited.replace("ride: {exp", "ride:   {exp"))
    desk.write("cjm.yaml", "cjm: 1\nworkspace: w\ncheck: {severity: {CJM: info}}\n")
    assert known(desk.check("j", select=some)) == before


def test_the_current_folder_does_not_count(desk, monkeypatch):
    """From above, from within, from beside: the same fingerprints."""
    desk.write("j/a.yaml", JOURNEY)
    desk.write("j/b.yaml", JOURNEY.replace("cjm: 1", "cjm: 1\nid: a"))
    desk.write("k/x", "")
    above = sorted(fingerprints(desk.check("j")))
    for folder, path in (("j", "."), ("k", "../j"), ("j", "../j")):
        monkeypatch.chdir(desk.folder / folder)
        assert sorted(fingerprints(desk.check(path))) == above
        monkeypatch.chdir(desk.folder)


def test_faults_of_a_file_are_told_apart_by_the_way_to_them(desk):
    """Many CJM002 stand in one file; neither a number nor a language makes another finding."""
    faulty = "cjm: 1\ntouchpoints: {a: {expectation: 12, experience: 13, colour: red, size: 1}}\n"
    desk.write("a.yaml", faulty)
    before = list(fingerprints(desk.check("a.yaml")))
    assert len(set(before)) == len(before) == 4
    desk.write("a.yaml", "#\n" + faulty.replace("12", "14.5"))
    assert list(fingerprints(desk.check("a.yaml"))) == before
    desk.write("cjm.yaml", "cjm: 1\nlanguage: ru\n")
    assert list(fingerprints(desk.check("a.yaml"))) == before


@pytest.mark.parametrize(
    "changes",
    [
        {"touchpoint": "оплата"},
        {"journey": "такси-2"},
        {"code": "CJM401"},
        {"state": "to-be"},
        {"item": "анна experience"},
    ],
)
def test_another_place_or_rule_is_another_finding(changes):
    """Journey, state, rule, touchpoint and item count."""
    one, other = reports.finding(), reports.finding(**changes)
    assert list(fingerprints(of(one))) != list(fingerprints(of(other)))


@pytest.mark.parametrize(
    "changes",
    [
        {"span": Span(1, 1, 1, 2)},
        {"severity": Severity.WARNING},
        {"message": "Анна gets less than they expected, O 9, B 5, C −7", "values": (("a", -7.0),)},
        {"file": "../elsewhere/такси.yaml"},
        {"help": None, "personas": (("anna", -7.0),)},
        {"file": "journeys/другое.yaml"},
        {"values": (), "message": "something else"},
        {"route": None},
        {"code": "CJM102", "name": "negative-moment-of-truth"},
    ],
)
def test_the_same_gap_is_the_same_finding(changes):
    """Not the place, the words, the figures, the file; a gap and a moment of truth are one."""
    one, other = reports.finding(), reports.finding(**changes)
    assert list(fingerprints(of(one))) == list(fingerprints(of(other)))


def test_a_name_in_two_unicode_forms_is_one():
    """macOS writes и and a breve where others write й."""
    one, other = (reports.finding(file=f, journey=None) for f in ("й.yaml", "и\u0306.yaml"))
    assert list(fingerprints(of(one))) == list(fingerprints(of(other)))


@given(st.lists(st.tuples(st.sampled_from("ab"), st.sampled_from("ab"), st.sampled_from("12"))))
def test_no_two_are_alike(parts):
    """Repeats are numbered."""
    plain = reports.finding(values=())
    found = [replace(plain, file=f, touchpoint=t, message=m) for f, t, m in parts]
    prints = list(fingerprints(of(*found)))
    assert len(set(prints)) == len(prints) == len(found)
