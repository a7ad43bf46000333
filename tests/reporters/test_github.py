"""Workflow commands, read back as GitHub's runner reads them; and bytes that programs read."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from typing import NamedTuple

import pytest
import reports
from hypothesis import given
from hypothesis import strategies as st

from cjm.diagnostics.findings import Report, Severity, Span, Summary
from cjm.reporters import render


class Command(NamedTuple):
    """What the runner makes of a line."""

    name: str
    properties: dict[str, str]
    data: str


def unescape(text: str, *signs: str) -> str:
    """The runner's way back, the percent sign last."""
    for sign in ("\r", "\n", *signs, "%"):
        text = text.replace(f"%{ord(sign):02X}", sign)
    return text


def command(line: str) -> Command | None:
    """A line as a command: `::name key=value,…::data` at its beginning, else nothing."""
    found = re.match(r"\s*::(\S+) ?(.*?)::(.*)$", line)
    if not found:
        return None
    pairs = (pair.partition("=") for pair in found[2].split(","))
    properties = {key.strip(): unescape(value, ":", ",") for key, _, value in pairs}
    return Command(found[1], properties, unescape(found[3]))


def one(**changes) -> tuple[str, Command]:
    """The line that a finding makes, and what the runner makes of that."""
    text = render("github", Report((reports.finding(**changes),), Summary()))
    line, _ = text.splitlines()
    said = command(line)
    assert said
    return line, said


def test_a_finding_is_a_command(report):
    """The whole line, as GitHub documents it; the help is the annotation's second line."""
    assert render("github", report).splitlines()[1] == (
        "::error file=journeys/такси.yaml,line=31,col=41,endLine=31,endColumn=42,"
        "title=CJM101 negative-gap::поездка: customers get less than they expected, "
        "O 9, B 5, C −4%0Ahelp: raise the experience"
    )


def test_severities_become_error_warning_and_notice(report):
    """GitHub's three kinds, after what could not be done."""
    names = [line.split()[0] for line in render("github", report).splitlines()[1:4]]
    assert names == ["::error", "::warning", "::notice"]


def test_related_places_stand_in_the_annotation(report):
    """Each on a line of its own, before the help."""
    said = command(render("github", report).splitlines()[2])
    assert said
    assert said.data.split("\n")[1:] == [
        "d/б.yaml:41:3: b is part of the trap",
        "help: raise the experience",
    ]


def test_problems_and_the_baseline_are_commands_without_a_place(report):
    """What could not be done is an error, what went away a notice, the summary no command."""
    problem, *_, gone, summary = render("github", report).splitlines()
    assert command(problem) == Command(
        "error", {"title": "cjm check"}, "nosuch.yaml: there is no such file or folder"
    )
    said = command(gone)
    assert said
    assert said[:2] == ("notice", {"title": "cjm check"})
    assert said.data.startswith("gone from the baseline: такси CJM101 оплата")
    assert command(summary) is None
    assert summary.startswith("3 journeys, 41 touchpoints: 1 error")


def test_nothing_found_is_a_summary_only():
    """A green run makes no annotation."""
    assert render("github", reports.EMPTY) == "1 journey, 1 touchpoint: no findings\n"


def test_signs_with_a_meaning_are_escaped_as_the_toolkit_does():
    """% everywhere; : and , in properties only."""
    line, said = one(file="a:b,c%/25%.yaml", message="100 %: a, b %0A ::x::", help=None)
    assert "file=a%3Ab%2Cc%25/25%25.yaml,line=" in line
    assert line.endswith("::100 %25: a, b %250A ::x::")
    assert said.properties["file"] == "a:b,c%/25%.yaml"
    assert said.data == "100 %: a, b %0A ::x::"


def test_a_finding_over_several_lines_has_no_columns():
    """GitHub refuses columns there."""
    _, said = one(span=Span(3, 5, 7, 2))
    assert said.properties == {
        "file": "journeys/такси.yaml",
        "line": "3",
        "endLine": "7",
        "title": "CJM101 negative-gap",
    }


def test_text_from_files_makes_no_command_and_steers_no_terminal(evil):
    """Two commands of ours and the summary, and not a control sign in any."""
    text = render("github", evil)
    assert reports.STEERING.findall(text) == []
    first, second, summary = text.splitlines()
    assert [said.name for line in (first, second) if (said := command(line))] == ["error", "notice"]
    assert command(summary) is None
    assert "##[" not in summary


def on_one_line(text: str) -> str:
    """One line without signs that steer."""
    line = reports.STEERING.sub("\ufffd", text.replace("\n", " ").replace("\t", " "))
    return re.sub(r"##(?=[\w.-]*\[)", "#\ufffd", line)


ANY = st.text(st.characters(), max_size=40) | st.sampled_from(["::", "%0A", "a=b,c", "##[x]", "\n"])


@given(message=ANY, file=ANY, touchpoint=ANY, help=ANY, severity=st.sampled_from(Severity))
def test_whatever_a_file_says_it_is_one_command(message, file, touchpoint, help, severity):
    """The runner gets the properties we meant and the text, signs of control replaced."""
    name = {"info": "notice"}.get(severity, severity.value)
    _, said = one(message=message, file=file, touchpoint=touchpoint, help=help, severity=severity)
    assert said.name == name
    keys = ["file", "line", "col", "endLine", "endColumn", "title"]
    assert list(said.properties) == keys
    shown = [on_one_line(text) for text in (message, f"help: {help}") if text != "help: "]
    assert said.data == "\n".join(shown)
    assert said.properties["file"] == on_one_line(file)


@pytest.mark.parametrize(
    ("name", "encoding"),
    [
        ("github", "ascii"),
        ("github", "utf-16"),
        ("gitlab", "cp1251"),
        ("sarif", "ascii"),
        ("junit", "cp1251"),
    ],
)
def test_programs_get_utf_8_in_every_locale(desk, name, encoding):
    """The terminal's encoding does not matter, on standard output or in a file."""
    desk.write("j.yaml", "cjm: 1\ntouchpoints: {поездка🚕: {expectation: 8, experience: 7}}\n")
    told = [
        subprocess.run(
            [sys.executable, "-m", "cjm", "check", "j.yaml", "--format", form],
            capture_output=True,
            env={**os.environ, "PYTHONUTF8": "0", "PYTHONIOENCODING": encoding},
            timeout=60,
            check=False,
        )
        for form in (name, f"{name}=out")
    ]
    assert [done.returncode for done in told] == [1, 1]
    assert "поездка🚕" in told[0].stdout.decode("utf-8")
    assert (desk.folder / "out").read_bytes() == told[0].stdout


# ---- what Actions shows -----------------------------------------------------------------------


def many(errors: int, warnings: int = 0, **changes) -> Report:
    """So many findings, each on a line of its own."""
    kinds = [Severity.ERROR] * errors + [Severity.WARNING] * warnings
    found = [
        reports.finding(severity=kind, span=Span(n, 1, n, 2), touchpoint=f"t{n}", **changes)
        for n, kind in enumerate(kinds, 1)
    ]
    return Report(tuple(found), Summary(1, 1, error=errors, warning=warnings))


def test_the_worst_come_first() -> None:
    """By severity, then by what a touchpoint takes from the balance, then by place."""
    impacts = {1: -0.5, 2: None, 3: -2.0, 4: 1.5, 5: -9.0}
    found = tuple(
        reports.finding(
            span=Span(n, 1, n, 2),
            impact=impact,
            severity=Severity.WARNING if n == 5 else Severity.ERROR,
        )
        for n, impact in impacts.items()
    )
    lines = render("github", Report(found, Summary())).splitlines()[:-1]
    assert [command(line).properties["line"] for line in lines] == ["3", "1", "2", "4", "5"]


def test_what_actions_does_not_show_is_counted_by_kind() -> None:
    """Beyond ten of a kind; the line is no command itself, and nothing is said of ten."""
    hidden = "GitHub shows the first 10 of a kind"
    assert hidden not in render("github", many(10, 10))
    line = render("github", many(12, 11)).splitlines()[-2]
    assert line.startswith(hidden)
    assert line.endswith(": 2 errors, 1 warning")
    assert command(line) is None
    assert len(render("github", many(12)).splitlines()) == 12 + 2


def test_what_could_not_be_done_is_among_what_is_shown() -> None:
    """However many findings there are."""
    report = many(12)
    text = render("github", Report(report.findings, report.summary, ("no such file",)))
    assert command(text.splitlines()[0]).data == "no such file"
    assert "3 errors" in text.splitlines()[-2]
