"""JUnit: valid against Ant's schema, each finding a case of its own."""

from __future__ import annotations

from dataclasses import replace
from functools import cache
from pathlib import Path

import pytest
import reports
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from cjm.diagnostics.findings import Excerpt, Related, Report, Severity, Span, Summary
from cjm.reporters import render

SCHEMA = Path(__file__).parents[1] / "data/junit/JUnit.xsd"


@cache
def schema() -> etree.XMLSchema:
    """The schema, ready to judge."""
    return etree.XMLSchema(etree.parse(SCHEMA))


def tree(report: Report) -> etree._Element:
    """The document, read by another library than the one that wrote it."""
    return etree.fromstring(render("junit", report).encode("utf-8", "backslashreplace"))


def faults(root: etree._Element) -> list[str]:
    """What the schema says against a document, but for the time of day that it asks for.

    A made-up one would be taken for true: servers sort by it.
    """
    for suite in root.iterfind("testsuite"):
        suite.set("timestamp", "2026-01-01T00:00:00")
    schema().validate(root)
    return [str(error.message) for error in schema().error_log]


def cases(root: etree._Element) -> list[tuple[str, str, list[str]]]:
    """Class, name and outcome of every case."""
    found = root.iterfind("testsuite/testcase")
    return [(c.get("classname"), c.get("name"), [part.tag for part in c]) for c in found]


# ---- the schema -------------------------------------------------------------------------------


@pytest.mark.parametrize("name", ["report", "evil", "nothing"])
def test_a_document_is_valid(request, name):
    """Every field in it, text that would do harm, and no findings at all."""
    shown = reports.EMPTY if name == "nothing" else request.getfixturevalue(name)
    assert faults(tree(shown)) == []


def test_the_schema_can_refuse(report):
    """The test above can fail."""
    root = tree(report)
    del root[0].attrib["hostname"]
    etree.SubElement(root[1], "colour")
    assert len(faults(root)) == 2


TEXT = st.text(st.characters(), max_size=30)


@given(TEXT, TEXT, TEXT, TEXT, st.sampled_from(Severity))
def test_whatever_a_file_says_the_document_is_valid(message, file, journey, touchpoint, severity):
    """Any text in any place: NUL, surrogates, markup, line ends."""
    shown = reports.finding(
        message=message,
        help=message,
        file=f"{file}.yaml",
        journey=journey,
        touchpoint=touchpoint,
        severity=severity,
        excerpt=Excerpt(message),
        related=(Related(message, file, Span(1, 1, 1, 1)),),
    )
    root = tree(Report((shown, shown), Summary(), (message,), (message,)))
    assert faults(root) == []
    assert len(cases(root)) == 3


# ---- what it says -----------------------------------------------------------------------------


def test_a_finding_is_a_case(report):
    """The journey is the class; errors and warnings fail, a note passes."""
    assert cases(tree(report)) == [
        ("cjm", "cjm check", ["error"]),
        ("такси", "CJM101 negative-gap at поездка", ["failure"]),
        ("такси", "CJM205 trap at поездка", ["failure"]),
        ("empty.yaml", "CJM001 invalid-yaml", []),
    ]


def test_a_file_is_a_suite_that_counts(report):
    """In the order of the findings, numbered from 0, with tests and failures."""
    keys = ("id", "name", "tests", "failures", "errors")
    assert [tuple(suite.get(key) for key in keys) for suite in tree(report)] == [
        ("0", "cjm check", "1", "0", "1"),
        ("1", "journeys/такси.yaml", "2", "2", "0"),
        ("2", "empty.yaml", "1", "0", "0"),
    ]


def test_a_failure_says_everything(report):
    """The text alone is enough: GitLab shows no other part."""
    _, trap = tree(report).iterfind("testsuite/testcase/failure")
    message = "journeys/такси.yaml:40:3: warning[CJM205] trap: a, b: customers can come in here "
    assert trap.get("type") == "warning"
    assert trap.get("message") == message + "and never leave"
    assert trap.text.splitlines() == [
        trap.get("message"),
        "d/б.yaml:41:3: b is part of the trap",
        "help: raise the experience",
    ]


def test_notes_problems_and_the_summary_are_told(report):
    """A note in its suite's output, a problem as the run's error, the rest in the run's output."""
    root = tree(report)
    assert root[2].findtext("system-out") == "empty.yaml:1:1: info[CJM001] invalid-yaml: " + (
        "the file is empty"
    )
    error = root.find("testsuite/testcase/error")
    assert error.text == error.get("message") == "nosuch.yaml: there is no such file or folder"
    gone, summary = root[0].findtext("system-out").splitlines()
    assert gone.startswith("gone from the baseline: такси CJM101 оплата")
    assert summary.startswith("3 journeys, 41 touchpoints: 1 error")


def test_a_green_run_is_not_empty():
    """CI servers take a report without tests for a fault."""
    root = tree(reports.EMPTY)
    assert cases(root) == [("cjm", "cjm check", [])]
    assert root[0].findtext("system-out") == "1 journey, 1 touchpoint: no findings"


def test_no_two_cases_have_one_name():
    """GitLab would show the first of them only; two files may hold one journey."""
    one = reports.finding()
    other = replace(one, file="journeys/такси.to-be.yaml")
    root = tree(Report((one, one, other), Summary()))
    assert [name for _, name, _ in cases(root)][1:] == [
        "CJM101 negative-gap at поездка",
        "CJM101 negative-gap at поездка (2)",
        "CJM101 negative-gap at поездка (3)",
    ]


def test_there_is_no_clock_and_no_host(report):
    """So that the bytes are the same everywhere; a host the schema insists on."""
    times = {(s.get("timestamp"), s.get("hostname"), s.get("time")) for s in tree(report)}
    assert times == {(None, "localhost", "0")}


def test_text_from_files_stays_text(evil):
    """No control signs, no markup, no line of their own."""
    text = render("junit", evil)
    assert reports.STEERING.findall(text) == []
    assert not any(line.startswith("::error") for line in text.splitlines())
    markup = reports.finding(message="</failure><x a='\"'>&amp;]]><!--", touchpoint='"/><y')
    root = tree(Report((markup,), Summary()))
    assert root.findtext("testsuite/testcase/failure").splitlines()[0].endswith(markup.message)
    assert cases(root)[1][1] == 'CJM101 negative-gap at "/><y'


def test_signs_that_xml_cannot_hold_are_replaced():
    """NUL, lone surrogates and non-characters, in text and in attributes."""
    shown = reports.finding(message="a\x00\ud800\udcff\ufffe\uffffb", touchpoint="\x0c\uffff")
    root = tree(Report((shown,), Summary()))
    assert root.findtext("testsuite/testcase/failure").splitlines()[0].endswith(f"a{5 * BAD}b")
    assert cases(root)[1][1] == f"CJM101 negative-gap at {2 * BAD}"


BAD = "\N{REPLACEMENT CHARACTER}"


def test_letters_stay_letters(report):
    """UTF-8, and said so; no references for Cyrillic."""
    text = render("junit", report)
    assert text.startswith('<?xml version="1.0" encoding="UTF-8"?>\n<testsuites>')
    assert "&#" not in text
