"""Fixes are made where they mend and break nothing, and leave every other sign as it is."""

from __future__ import annotations

import os
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import cjm
from cjm.checking.checker import Checker
from cjm.checking.fixes import FAULTS, MOST_TRIES, mend, promised
from cjm.checking.overrides import Overrides
from cjm.edits.saving import save
from cjm.errors import CjmError
from cjm.project.discovery import WorkspaceFile
from cjm.project.documents import Document, Text
from cjm.rules import RULES

CODES = tuple(rule.code for rule in RULES if rule.code.startswith(FAULTS))
DAY = date(2026, 9, 30)
FAULT_CHECKER = Checker.of_faults(DAY)
CHECKER = Checker(Overrides(), DAY)


def document(text):
    file = Text("j.yaml", text.encode())
    return Document(file, True, WorkspaceFile(), "j.yaml", "j.yaml")


def read(text):
    return FAULT_CHECKER.document(document(text)).findings


def marked(text):
    """The findings that a check says are fixable."""
    return [f for f in CHECKER.document(document(text)).findings if f.safe_fix]


def mended(text):
    return mend(text, read, CODES)[0]


LINES = [
    ("    experience: 7,5 # замер\n", "    experience: 7.5 # замер\n"),
    ("    expectation: {score: 9,5, n: 12}\n", "    expectation: {score: 9.5, n: 12}\n"),
    ("    moment_of_truth:   да\n", "    moment_of_truth:   true\n"),
    ("    duration: '2 дня'\n", "    duration: 2 d\n"),
    ("    importance: \u200b2\n", "    importance: 2\n"),
    ("    ownr: Анна 😀\n", "    owner: Анна 😀\n"),
    (
        "    metrics: {csat: 71%, nps: −5}\n",
        '    metrics: {csat: {value: 71, unit: "%"}, nps: -5}\n',
    ),
    ("    title:Точка\n", "    title: Точка\n"),
    ("    pains: [7,5, −3, 90%, да]\n", "    pains: [7,5, −3, 90%, да]\n"),
    ("    # 7,5: да\n\n", "    # 7,5: да\n\n"),
]


@settings(max_examples=60, deadline=None)
@given(
    st.lists(st.sampled_from(LINES), unique=True, max_size=10),
    st.sampled_from(["\n", "\r\n"]),
    st.sampled_from(["", "\ufeff"]),
    st.booleans(),
)
def test_every_other_sign_is_kept_and_a_second_run_changes_nothing(lines, end, mark, whole):
    """Comments, blanks, line ends, a byte order mark, a missing end of the last line."""
    head, tail = f"{mark}cjm: 1\ntouchpoints:\n  b: {{outcome: success}}\n  a:\n", "    next: b"
    tail += "\n" if whole else ""
    before = (head + "".join(slip for slip, _ in lines) + tail).replace("\n", end)
    right = (head + "".join(line for _, line in lines) + tail).replace("\n", end)
    assert mended(before) == right
    assert mended(right) == right


REFUSED = [
    "    expectation: −3\n",
    "    importance: −2\n",
    "    next: {b: 130%}\n",
    "    experience: 12,5\n",
    "    metrics: {a: &n 7%, b: *n}\n",
    "    ownr: Анна\n    owner: Борис\n",
]


@settings(max_examples=60, deadline=None)
@given(st.lists(st.sampled_from([*(line for line, _ in LINES), *REFUSED]), unique=True))
def test_what_is_marked_as_fixable_is_what_a_fix_mends(lines):
    """A fix whose number stays outside the scale, or that brings another fault, has no mark."""
    text = "cjm: 1\ntouchpoints:\n  b: {outcome: success}\n  a:\n" + "".join(lines)
    promised = marked(text)
    after, made = mend(text, read, CODES)
    assert (made > 0) == bool(promised)
    assert made >= len(promised)
    assert not marked(after)


@pytest.mark.parametrize("line", REFUSED)
def test_a_fix_that_would_not_stand_is_offered_without_a_mark(line):
    """The hint stays, and a program may still offer it."""
    text = "cjm: 1\ntouchpoints:\n  b: {outcome: success}\n  a:\n" + line
    found = [f for f in CHECKER.document(document(text)).findings if f.code == "CJM002"]
    assert found
    assert not any(f.safe_fix for f in found)
    assert all(f.help for f in found)


def test_of_very_many_fixes_that_do_not_stand_the_last_are_not_tried():
    """A check of a file full of them takes no more than so many readings."""
    text = "cjm: 1\ntouchpoints:\n" + "".join(f"  t{n}: {{expectation: −3}}\n" for n in range(300))
    reads = []
    file = document(text).file
    found = FAULT_CHECKER.document(document(text)).findings
    kept = promised(text, file, found, lambda changed: reads.append(changed) or read(changed))
    assert not any(f.safe_fix for f in kept)
    assert len(reads) <= MOST_TRIES + 1


@pytest.mark.parametrize(
    "field",
    [
        "experience: 10,5",
        "ownr: Анна\n    owner: Борис",
        "next: {b: 90%, c: 20%}",
        "metrics: {a: &n 7%, b: *n}",
        "experience: {score: 5, measured: 09/11/2026}",
    ],
)
def test_what_would_break_something_is_taken_back(field):
    """Beyond the scale, a key given twice, shares that sum to no 1, a shared value, two days."""
    text = f"cjm: 1\ntouchpoints:\n  a:\n    {field}\n  b: {{}}\n  c: {{}}\n"
    after = mended(text)
    assert len(read(after)) >= 1
    assert after.replace("0.2", "20%") == text


def test_files_are_mended_and_what_is_left_is_told(desk):
    """Journeys and the workspace; the file keeps its mode, and the report its counts."""
    desk.write("cjm.yaml", "cjm: 1\nlanguag: en\n")
    desk.write("a.yaml", "cjm: 1\r\ntouchpoints: {a: {experience: 7, duration: 2 дня}}\r\n")
    before = (desk.folder / "a.yaml").stat().st_mode
    report = cjm.check(["a.yaml"], select="CJM0", fix=True)
    assert report.findings == ()
    assert (report.summary.fixed, [file.file for file in report.mended]) == (
        2,
        ["cjm.yaml", "a.yaml"],
    )
    assert (desk.folder / "cjm.yaml").read_bytes() == b"cjm: 1\nlanguage: en\n"
    text = b"cjm: 1\r\ntouchpoints: {a: {experience: 7, duration: 2 d}}\r\n"
    assert (desk.folder / "a.yaml").read_bytes() == text
    assert (desk.folder / "a.yaml").stat().st_mode == before
    assert cjm.check(["a.yaml"], select="CJM0", fix=True).mended == ()


def test_a_diff_is_worked_out_and_nothing_written(desk):
    """The report says what would be left."""
    desk.write("a.yaml", "cjm: 1\ntouchpoints: {a: {duration: 2 дня}}\n")
    report = cjm.check(["a.yaml"], select="CJM0", diff=True)
    (file,) = report.mended
    assert (file.after, report.findings) == (file.before.replace("дня", "d"), ())
    assert "дня" in (desk.folder / "a.yaml").read_text(encoding="utf-8")


def test_rules_that_do_not_run_mend_nothing(desk):
    """What is ignored is left as it is."""
    desk.write("a.yaml", "cjm: 1\ntouchpoints: {a: {duration: 2 дня}}\n")
    assert cjm.check(["a.yaml"], ignore="CJM002", fix=True).mended == ()


def test_a_file_that_may_only_be_read_is_told_and_left(desk):
    """Though its folder would let it be replaced."""
    desk.write("a.yaml", "cjm: 1\ntouchpoints: {a: {duration: 2 дня}}\n")
    path = desk.folder / "a.yaml"
    path.chmod(0o444)
    report = cjm.check(["a.yaml"], fix=True)
    assert "a.yaml may only be read and is left as it is" in report.problems[0]
    assert "дня" in path.read_text(encoding="utf-8")
    assert any(finding.safe_fix for finding in report.findings)


def test_a_link_stays_one(desk):
    """The file that it leads to is changed."""
    desk.write("d/a.yaml", "cjm: 1\ntouchpoints: {a: {duration: 2 дня}}\n")
    os.symlink("d/a.yaml", desk.folder / "l.yaml")
    cjm.check(["l.yaml"], fix=True)
    assert (desk.folder / "l.yaml").is_symlink()
    assert "2 d}" in (desk.folder / "d/a.yaml").read_text(encoding="utf-8")


def test_a_file_that_changed_meanwhile_is_not_overwritten(tmp_path):
    """What somebody else wrote stays."""
    path = tmp_path / "a.yaml"
    path.write_bytes(b"theirs")
    with pytest.raises(CjmError, match="was changed meanwhile"):
        save(str(path), b"ours", b"seen")
    assert path.read_bytes() == b"theirs"
