"""Results are never written over what people wrote."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner

from cjm.cli.group import cli
from cjm.errors import UsageError
from cjm.project.outputs import check_output

JOURNEY = "cjm: 1\ntouchpoints:\n  book: {expectation: 8, experience: 8}\n"
COMMANDS = {
    "show": ["show", "a.yaml", "-o"],
    "show as json": ["show", "a.yaml", "--format", "json", "-o"],
    "plan": ["plan", "a.yaml", "-o"],
    "check": ["check", "a.yaml", "-o"],
    "check a folder": ["check", ".", "--format", "json", "-o"],
    "schema": ["schema", "-o"],
}


def linked(desk: Any) -> str:
    os.symlink("a.yaml", "report.txt")
    return "report.txt"


def hard_linked(desk: Any) -> str:
    os.link("a.yaml", "report.txt")
    return "report.txt"


@pytest.mark.parametrize("command", COMMANDS.values(), ids=COMMANDS)
@pytest.mark.parametrize("target", ["a.yaml", "./a.yaml", "b.yml", "cjm.yaml", "cjm-baseline.json"])
def test_no_command_writes_over_a_file_that_people_wrote(
    desk: Any, command: list[str], target: str
) -> None:
    """A journey, read in this run or not, a workspace, a baseline: each stays as it was."""
    desk.write("a.yaml", JOURNEY)
    desk.write("b.yml", JOURNEY)
    desk.write("cjm.yaml", "cjm: 1\n")
    desk.write("cjm-baseline.json", '{"version": 1, "findings": []}\n')
    before = Path(target).read_bytes()
    result = CliRunner().invoke(cli, [*command, target])
    assert isinstance(result.exception, UsageError)
    assert "would be replaced" in str(result.exception)
    assert Path(target).read_bytes() == before


@pytest.mark.parametrize("other_name", [linked, hard_linked])
def test_another_name_of_an_input_is_the_same_file(
    desk: Any, other_name: Callable[[Any], str]
) -> None:
    """What counts is the file, not how it is called."""
    desk.write("a.yaml", JOURNEY)
    with pytest.raises(UsageError):
        check_output(other_name(desk), ["a.yaml"])


def test_a_named_baseline_is_no_place_for_a_report(desk: Any) -> None:
    """It has another name than the usual one, and is read all the same."""
    desk.write("a.yaml", JOURNEY)
    desk.write("known.json", '{"version": 1, "findings": []}\n')
    command = ["check", "a.yaml", "--baseline", "known.json", "--format", "json", "-o"]
    assert isinstance(CliRunner().invoke(cli, [*command, "known.json"]).exception, UsageError)


def test_a_report_of_the_last_run_is_replaced(desk: Any) -> None:
    """Only what people wrote is kept; a result is written anew as often as they like."""
    desk.write("a.yaml", JOURNEY)
    for _ in range(2):
        result = CliRunner().invoke(cli, ["show", "a.yaml", "-o", "page.txt"])
        assert (result.exception, result.output) == (None, "")


@pytest.mark.parametrize("target", [None, "-", "new.yaml", "folder"])
def test_what_is_not_there_can_be_written(desk: Any, target: str | None) -> None:
    """Standard output, a new file; a folder has a sentence of its own."""
    os.mkdir("folder")
    check_output(target, ["a.yaml"])
