"""No text of a journey becomes a command to the CI server that keeps the log."""

from __future__ import annotations

import json
import os
import re

import pytest

import cjm
from cjm.cli import main
from cjm.reporters import REPORTERS, render

COMMANDS = (
    "##[error]pwned",
    "x ##[group]pwned",
    "###[set-output name=x]pwned",
    "##vso[task.setvariable variable=x]pwned",
    "##teamcity[buildStatus status='SUCCESS']",
    "::error::pwned",
    "  ::add-mask::pwned",
    "a\n::error::pwned",
    ":\u200b:error::pwned",
    "word " * 18 + "::error::pwned",
    "w" * 73 + "::error::pwned",
    ":::error::pwned",
)


def is_command(line: str) -> bool:
    """As runners read their log: the old form anywhere in a line, the new one at its start."""
    return bool(re.search(r"##[\w.-]*\[", line)) or line.lstrip().startswith("::")


def journey(text: str) -> str:
    """A journey that repeats a text wherever text may stand."""
    said = json.dumps(text)
    return f"""\
cjm: 1
title: {said}
description: {said}
stages: {{s: {{title: {said}, goal: {said}}}}}
channels: {{c: {{title: {said}}}}}
personas: {{p: {{name: {said}}}}}
touchpoints:
  a:
    title: {said}
    owner: {said}
    stage: s
    channel: c
    expectation: 8
    experience: 1
    by_persona: {{p: {{experience: 0}}}}
    next: {{a: 0.5, {said}: 0.2}}
improvements:
  i: {{title: {said}, owner: {said}, cost: 1, lifts: {{a: 3}}}}
"""


@pytest.mark.parametrize("text", COMMANDS)
@pytest.mark.parametrize("format", REPORTERS)
def test_no_report_holds_a_command_of_a_journey(desk, format, text):
    """Titles, keys and excerpts are told; the only commands are those of format github."""
    desk.write("faulty.yaml", journey(text))
    desk.write("whole.yaml", journey(text).replace(f", {json.dumps(text)}: 0.2", ""))
    desk.write("broken.yaml", f"cjm: 1\ntouchpoints: {{{json.dumps(text)}: [}}\n")
    report = desk.check(".")
    assert {f.file for f in report.findings} == {"broken.yaml", "faulty.yaml", "whole.yaml"}
    printed = render(format, report)
    ours = re.compile(r"::(error|warning|notice) file=(broken|faulty|whole)\.yaml,")
    lines = [line for line in printed.split("\n") if not (format == "github" and ours.match(line))]
    assert [line for line in lines if is_command(line)] == []
    assert not re.search(r"##[\w.-]*\[", printed)


@pytest.mark.skipif(os.name == "nt", reason="no such file names there")
@pytest.mark.parametrize("format", REPORTERS)
@pytest.mark.parametrize("name", ["::error::pwned.yaml", " ::error::pwned.yaml", "##[error]x.yaml"])
def test_no_report_holds_a_command_of_a_file_s_name(desk, format, name):
    """A line that begins with a file's name is no command, and still names the file."""
    text = "cjm: 1\nid: x\ntouchpoints: {a: {expectation: 8, experience: 1}}\n"
    desk.write(name, text)
    desk.write("z.yaml", text)
    printed = render(format, desk.check("."))
    ours = re.compile(r"::(error|warning|notice) file=")
    lines = [line for line in printed.split("\n") if not (format == "github" and ours.match(line))]
    assert [line for line in lines if is_command(line)] == []
    if format == "concise" and name.startswith("::"):
        assert f"./{name}:3:" in printed


def test_the_underline_stays_under_its_place(desk):
    """What takes a command apart is as wide as what it takes the place of."""
    desk.write("a.yaml", "cjm: 1\ntouchpoints: {b: {title: '##[error]', nxet: c}}\n")
    printed = render("text", desk.check("a.yaml"))
    [source, marked] = re.search(r"2 (\| .*nxet.*)\n +(\| +\^+)", printed).groups()
    assert source[marked.index("^") : marked.rindex("^") + 1] == "nxet"


def test_json_says_the_same(desk):
    """A program reads what stands in the file."""
    desk.write("a.yaml", "cjm: 1\nid: x\ntouchpoints: {'##[error]': {}}\n")
    printed = render("json", desk.check("a.yaml"))
    assert "##[error]" in json.loads(printed)["findings"][0]["message"]


@pytest.mark.parametrize("text", COMMANDS)
@pytest.mark.parametrize("command", [["show"], ["show", "--format", "json"], ["plan"]])
def test_no_page_holds_a_command_of_a_journey(desk, capsysbinary, command, text):
    """Wherever a line of a page breaks, none begins with a command."""
    desk.write("a.yaml", journey(text).replace(f", {json.dumps(text)}: 0.2", ""))
    with pytest.raises(SystemExit) as left:
        main([*command, "a.yaml"])
    assert left.value.code == 0
    printed = capsysbinary.readouterr().out.decode()
    assert "pwned" in printed or "teamcity" in printed
    assert [line for line in printed.split("\n") if is_command(line)] == []


def test_the_probe_knows_a_command():
    """The tests above can fail."""
    assert all(is_command(line) for line in ("a ##[error]b", "  ::error::b", "##vso[x]"))
    assert cjm.__version__
