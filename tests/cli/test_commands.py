"""The commands in one process: options, what they print, and that no traceback escapes."""

from __future__ import annotations

import json
import os
import re
import sys

import click
import pytest
from click.testing import CliRunner

import cjm
import cjm.checking
from cjm.cli import main
from cjm.cli.group import cli
from cjm.rules import RULES

GOOD = "cjm: 1\ntouchpoints: {a: {expectation: 8, experience: 8}}\n"
BAD = "cjm: 1\ntouchpoints: {a: {expectation: 8, experience: 7}}\n"
PLAIN = ["--select", "CJM101,CJM401"]
"""Rules that tell BAD's one gap in two findings, for tests of something else than rules."""
NAMED_OUTPUT = {
    **dict.fromkeys(("check", "show", "plan", "render", "report", "history"), ("good.yaml",)),
    "diff": ("good.yaml", "good.yaml"),
    "conform": ("good.yaml",),
    "measure": ("good.yaml",),
    **dict.fromkeys(("discover", "segment", "feedback"), ("visits",)),
    "new": ("a",),
    "schema": (),
}
"""Commands with -o, and the arguments that each needs."""


@pytest.fixture
def run():
    """Runs click's command; gives the exit code it returns and what it printed."""

    def invoke(*arguments, stdin=None):
        result = CliRunner().invoke(cli, arguments, input=stdin, standalone_mode=False)
        code = result.return_value if result.exception is None else result.exception
        return code, result.stdout, result.stderr

    return invoke


@pytest.fixture
def command(capsys):
    """Runs `main` as the shell would; gives the exit code and what it printed."""

    def invoke(*arguments):
        with pytest.raises(SystemExit) as left:
            main(list(arguments))
        out, err = capsys.readouterr()
        return left.value.code, out, err

    return invoke


# ---- help and version -------------------------------------------------------------------------


@pytest.mark.parametrize("name", sorted(cli.commands))
def test_every_command_s_help_has_an_example_that_parses(run, name):
    """The example in the help is a line one can type: its options exist."""
    code, out, _ = run(name, "--help")
    assert code == 0
    [example] = re.findall(r"^ *Example: cjm (.+)$", out, re.MULTILINE)
    first, *arguments = example.split()
    assert first == name
    command = cli.commands[name]
    assert command.make_context(name, arguments, resilient_parsing=False) is not None


def test_the_help_of_cjm_says_where_to_begin(run):
    """Every command is listed with what it does."""
    code, out, _ = run("--help")
    assert code == 0
    assert "Begin with: cjm init" in out
    for name, command in cli.commands.items():
        assert re.search(rf"^  {name} +\S", out, re.MULTILINE)
        assert command.help


def test_every_option_has_a_help_text():
    """No option has to be guessed; only choices that speak for themselves may be bare."""
    for command in cli.commands.values():
        for option in command.params:
            if isinstance(option, click.Option) and not isinstance(option.type, click.Choice):
                assert option.help, f"{command.name} {option.opts}"


def test_version_is_the_package_s(run):
    """`cjm --version` names the program and the version."""
    assert run("--version") == (0, f"cjm {cjm.__version__}\n", "")


# ---- check ------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("arguments", "code"),
    [
        (["good.yaml"], 0),
        (["bad.yaml"], 1),
        (["bad.yaml", "--ignore", "CJM1"], 0),
        (["bad.yaml", "--ignore", "CJM1", "--fail-on", "warning"], 1),
        (["bad.yaml", "--ignore", "CJM1,CJM4", "--fail-on", "info"], 0),
        (["bad.yaml", "--select", "no-owner", "--fail-on", "error"], 0),
        (["bad.yaml", "--select", "CJM2", "--select", "negative-gap"], 1),
        (["good.yaml", "nosuch.yaml"], 2),
        (["bad.yaml", "nosuch.yaml"], 2),
        (["empty"], 2),
    ],
)
def test_check_exits_with_0_1_or_2(desk, run, arguments, code):
    """0 nothing at or above --fail-on, 1 findings, 2 the work could not all be done."""
    desk.write("good.yaml", GOOD)
    desk.write("bad.yaml", BAD)
    (desk.folder / "empty").mkdir()
    assert run("check", *arguments)[0] == code


def test_findings_are_printed_before_2_is_told(desk, command):
    """What could be checked is on standard output, what could not on standard error."""
    desk.write("bad.yaml", BAD)
    code, out, err = command("check", "nosuch.yaml", "bad.yaml", *PLAIN)
    assert code == 2
    assert "error[CJM101] negative-gap" in out
    assert err == "error: nosuch.yaml: there is no such file or folder\n"


def test_several_formats_go_to_their_files(desk, run):
    """--format NAME=FILE may be repeated; a name alone goes to standard output."""
    desk.write("bad.yaml", BAD)
    options = ["--format", "json=out/r.json", "--format", "text=r.txt", "--format", "concise"]
    code, out, _ = run("check", "bad.yaml", *PLAIN, *options)
    assert code == 1
    assert json.loads((desk.folder / "out/r.json").read_text())["summary"]["error"] == 1
    text = (desk.folder / "r.txt").read_text(encoding="utf-8")
    assert "bad.yaml:2:47: error[CJM101] negative-gap: " in text
    assert out.splitlines()[1].startswith("bad.yaml:2:47: error[CJM101] a: ")
    assert len(out.splitlines()) == 3


@pytest.mark.parametrize(
    "options",
    [
        ["--format", "json=r", "--format", "sarif=r"],
        ["--format", "json=r", "--format", "sarif=./r"],
        ["--format", "json=d/../r", "--format", "sarif", "-o", "r"],
        ["--format", "json", "--format", "sarif"],
        ["--format", "json=-", "--format", "sarif"],
    ],
)
def test_two_formats_do_not_go_to_one_place(desk, command, options):
    """However the place is written, neither overwrites the other."""
    desk.write("good.yaml", GOOD)
    code, out, err = command("check", "good.yaml", *options)
    assert (code, out, err.splitlines()[0]) == (2, "", "error: two formats would go to one place")
    assert not (desk.folder / "r").exists()


def test_an_output_that_no_format_goes_to_is_refused(desk, command):
    """A file that was asked for and would never be written is no success."""
    desk.write("good.yaml", GOOD)
    code, _, err = command("check", "good.yaml", "--format", "json=r.json", "-o", "r.txt")
    assert (code, err.splitlines()) == (
        2,
        [
            "error: no format goes to r.txt: each has a file of its own",
            "help: name one more --format, or leave --output out",
        ],
    )


def test_a_bad_day_is_told_as_people_write_days(desk, command):
    """The message shows the form, not a program's pattern."""
    desk.write("good.yaml", GOOD)
    _, _, err = command("check", "good.yaml", "--today", "22.11.2026")
    assert err.endswith("Invalid value for '--today': '22.11.2026' is no day; write YYYY-MM-DD\n")


def test_output_takes_the_place_of_standard_output(desk, run):
    """--output FILE holds the report, without colour; `-` is standard output."""
    desk.write("bad.yaml", BAD)
    _, printed, _ = run("check", "bad.yaml", *PLAIN)
    assert run("check", "bad.yaml", *PLAIN, "--output", "r.txt")[:2] == (1, "")
    assert (desk.folder / "r.txt").read_text(encoding="utf-8") == printed
    assert run("check", "bad.yaml", *PLAIN, "-o", "-")[1] == printed
    assert "CJM101" in printed


@pytest.mark.parametrize("option", [["-o", "dir"], ["--format", "json=dir"], ["-o", "file/r"]])
def test_an_unwritable_output_is_2_and_leaves_nothing_behind(desk, command, option):
    """What could not be written is said in a sentence; no temporary file is left."""
    desk.write("bad.yaml", BAD)
    desk.write("file", "kept")
    (desk.folder / "dir").mkdir()
    before = sorted(desk.folder.rglob("*"))
    code, out, err = command("check", "bad.yaml", *option)
    assert (code, out) == (2, "")
    assert re.fullmatch(r"error: cannot write (dir|file/r): (file )?[a-z ]+\n", err)
    assert sorted(desk.folder.rglob("*")) == before
    assert (desk.folder / "file").read_text() == "kept"


def test_a_file_in_the_place_of_a_folder_is_named(desk, command):
    """Of several folders above an output it need not be the last one."""
    desk.write("good.yaml", GOOD)
    desk.write("file", "kept")
    for given in (("check",), ("show",), ("plan",), ("report",)):
        code, _, err = command(*given, "good.yaml", "-o", "file/new/r")
        assert code == 2
        assert err.startswith("error: cannot write file/new/r")
        assert err.endswith(": file is no folder\n")
    assert (desk.folder / "file").read_text() == "kept"


@pytest.mark.parametrize("name", NAMED_OUTPUT)
def test_an_output_without_a_name_is_refused(desk, command, name):
    """As where a variable of a script is empty: nothing is written to a place nobody named."""
    desk.write("good.yaml", GOOD)
    before = sorted(desk.folder.rglob("*"))
    for option in (["-o", ""], ["--output="]):
        code, out, err = command(name, *NAMED_OUTPUT[name], *option)
        assert (code, out) == (2, "")
        assert err.startswith("error: -o is given and names nothing\n")
    assert sorted(desk.folder.rglob("*")) == before


NAMELESS = {
    "IN": ("convert", "", "x.mmd"),
    "OUT": ("convert", "good.yaml", ""),
    "PATH": ("plan", ""),
    "JOURNEY": ("conform", "", "visits"),
    "LOG": ("discover", ""),
    "SALES": ("segment", ""),
    "REVIEWS": ("feedback", ""),
    "DIR": ("init", ""),
    "CODE": ("rule", ""),
    "ID": ("new", ""),
    "--workspace": ("--workspace", "", "check", "good.yaml"),
    "--data": ("measure", "good.yaml", "--data", ""),
    "--source": ("measure", "good.yaml", "--source", ""),
    "--keep": ("discover", "visits", "--keep", ""),
    "--topics": ("feedback", "visits", "--topics="),
    "--overlay": ("feedback", "visits", "--overlay="),
    "--flow": ("render", "good.yaml", "--flow", ""),
    "--compare": ("render", "good.yaml", "--view", "map", "--compare", ""),
}
"""What can be named without a name: as usage calls it, and a command line that does."""


@pytest.mark.parametrize("place", NAMELESS)
def test_what_is_named_without_a_name_is_refused(desk, command, place):
    """It is not taken for nothing: something else would be read, or a folder filled."""
    desk.write("good.yaml", GOOD)
    before = sorted(desk.folder.rglob("*"))
    code, out, err = command(*NAMELESS[place])
    assert (code, out) == (2, "")
    assert err.startswith(f"error: {place} is given and names nothing\nhelp: ")
    assert sorted(desk.folder.rglob("*")) == before


def test_no_file_named_by_an_option_is_left_out_of_those():
    """An option that comes along is in the test above, or one below it."""
    from cjm.cli.group import COMMANDS

    files = {
        param.opts[0]
        for command in (*COMMANDS, cli)
        for param in command.params
        if isinstance(param, click.Option) and param.metavar in ("FILE", "FILE|DIR", "DIR",
                                                                 "JOURNEY", "RESULT")
    }  # fmt: skip
    assert files - set(NAMELESS) == {"-o", "--baseline"}


def test_a_format_whose_file_has_no_name_is_refused(desk, command):
    """`json=` is no `json`: standard output is not where it was meant to go."""
    desk.write("good.yaml", GOOD)
    code, out, err = command("check", "good.yaml", "--format", "json=")
    assert (code, out) == (2, "")
    assert "json= names no file" in err


@pytest.mark.parametrize("name", ["show", "check"])
def test_an_empty_path_is_called_one(command, name):
    """Where a line began with a colon, nobody saw what it was about."""
    code, _, err = command(name, "")
    assert (code, err[:21]) == (2, "error: an empty path:")


def test_the_commands_with_an_output_are_known():
    """To the test above."""
    from cjm.cli.group import COMMANDS

    having = {c.name for c in COMMANDS if any(p.name == "output" for p in c.params)}
    assert having == set(NAMED_OUTPUT)


def test_an_output_that_cannot_be_written_keeps_the_one_before(desk, command, monkeypatch):
    """A full disk in the middle of writing leaves the old report whole."""
    desk.write("bad.yaml", BAD)
    desk.write("r.json", "the old report")

    def fail(source, target):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "replace", fail)
    code, _, err = command("check", "bad.yaml", "--format", "json", "-o", "r.json")
    assert (code, err) == (2, "error: cannot write r.json: no space left on device\n")
    assert (desk.folder / "r.json").read_text() == "the old report"
    assert {p.name for p in desk.folder.iterdir()} == {".git", "bad.yaml", "r.json"}


@pytest.mark.parametrize("option", ["--select", "--ignore"])
def test_an_unknown_rule_is_2_with_a_suggestion(desk, command, option):
    """A mistyped rule stops the command before anything is checked."""
    desk.write("bad.yaml", BAD)
    assert command("check", "bad.yaml", option, "negativ-gap") == (
        2,
        "",
        "error: there is no rule 'negativ-gap'\nhelp: did you mean 'negative-gap'?\n",
    )


@pytest.mark.parametrize(
    "option",
    [
        ["--today", "yesterday"],
        ["--today", "2026-02-30"],
        ["--today", "2026-13-01"],
        ["--today", ""],
        ["--fail-on", "fatal"],
        ["--format", "xml"],
        ["--format", "=r.txt"],
        ["--nosuch"],
        ["--workspace", "x"],
    ],
)
def test_a_bad_option_is_2_and_names_itself(desk, command, option):
    """The message names the option, and the usage line shows the command."""
    desk.write("good.yaml", GOOD)
    code, out, err = command("check", "good.yaml", *option)
    assert (code, out) == (2, "")
    assert err.startswith("Usage: cjm check ")
    assert option[0] in err
    assert "Traceback" not in err


def test_today_is_what_waivers_are_held_against(desk, run):
    """--today fixes the day, so that a run can be repeated."""
    waivers = "waivers: [{rule: ALL, reason: r, until: 2026-06-30}]\n"
    desk.write("j.yaml", BAD + waivers)
    assert run("check", "j.yaml", "--today", "2026-06-30")[0] == 0
    assert run("check", "j.yaml", "--today", "2026-07-01")[0] == 1


def test_the_baseline_options_write_and_read(desk, run):
    """--update-baseline writes the named file and exits with 0; --baseline reads it."""
    desk.write("bad.yaml", BAD)
    assert run("check", "bad.yaml", "--baseline", "b.json", "--update-baseline")[0] == 0
    assert run("check", "bad.yaml", "--baseline", "b.json")[0] == 0
    assert run("check", "bad.yaml")[0] == 1


def test_update_baseline_without_a_place_is_2(desk, run):
    """Where nothing could be recorded, the command does not look successful."""
    desk.write("bad.yaml", BAD)
    code, out, err = run("check", "bad.yaml", *PLAIN, "--update-baseline")
    assert code == 2
    assert "CJM101" in out
    assert "--baseline FILE" in err


def test_standard_input_is_a_path(desk, run):
    """`-` checks what is piped in."""
    code, out, _ = run("check", "-", *PLAIN, "--format", "concise", stdin=BAD)
    assert code == 1
    assert out.splitlines()[1].startswith("<stdin>:2:47: error[CJM101]")


def test_a_named_workspace_is_used(desk, run, command):
    """`cjm --workspace FILE` comes before the command; one that is not there is 2."""
    desk.write("bad.yaml", BAD)
    desk.write("ws/other.yaml", "cjm: 1\ncheck: {ignore: ALL, select: [CJM0]}\n")
    assert run("--workspace", "ws/other.yaml", "check", "bad.yaml")[0] == 0
    assert command("--workspace", "nosuch.yaml", "check", "bad.yaml") == (
        2,
        "",
        "error: nosuch.yaml: no such file or directory\nhelp: --workspace takes a cjm.yaml\n",
    )


# ---- colour -----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("tty", "no_color", "painted"),
    [(True, None, True), (True, "", True), (True, "1", False), (False, None, False)],
)
def test_colour_is_for_terminals_whose_user_did_not_refuse_it(
    desk, command, monkeypatch, tty, no_color, painted
):
    """Colour only on a terminal, and never with NO_COLOR set to anything."""
    desk.write("bad.yaml", BAD)
    if no_color is None:
        monkeypatch.delenv("NO_COLOR", raising=False)
    else:
        monkeypatch.setenv("NO_COLOR", no_color)
    monkeypatch.setattr(sys.stdout, "isatty", lambda: tty, raising=False)
    _, out, _ = command("check", "bad.yaml", *PLAIN)
    assert ("\x1b[1;31merror[CJM101]" in out) is painted
    assert ("\x1b" in out) is painted


# ---- no traceback -----------------------------------------------------------------------------


@pytest.fixture
def failing(monkeypatch):
    """Makes `check` fail in a way nobody foresaw."""

    def fail(*_, **__):
        raise RuntimeError("the sky fell\nsecond line")

    monkeypatch.setattr(cjm.checking, "check", fail)


def test_an_unexpected_failure_is_told_without_a_traceback(failing, command):
    """One sentence and a way to report it; the exit code is 2."""
    code, out, err = command("check", "x.yaml")
    assert (code, out) == (2, "")
    assert err == (
        "error: cjm itself failed (RuntimeError: the sky fell)\n"
        "help: please report it with what --traceback shows\n"
    )


def test_traceback_shows_it(failing):
    """With --traceback, Python's own story comes through."""
    with pytest.raises(RuntimeError, match="the sky fell"):
        main(["--traceback", "check", "x.yaml"])


@pytest.mark.parametrize("place", [0, 1, 2])
def test_traceback_shows_a_failure_inside_one_journey(desk, command, monkeypatch, place):
    """Wherever the option stands; the other journeys are checked. Without it a way to report it."""

    def fail(*_, **__):
        raise RuntimeError("the sky fell")

    desk.write("a.yaml", BAD)
    monkeypatch.setattr(cjm.checking.assess, "read_journey", fail)
    arguments = ["check", "a.yaml", "--no-cache"]
    code, _, err = command(*arguments)
    told = "error: a.yaml: cjm itself failed (RuntimeError: the sky fell)"
    assert (code, err) == (2, f"{told} (please report it with what --traceback shows)\n")
    code, _, err = command(*arguments[:place], "--traceback", *arguments[place:])
    assert code == 2
    assert err.startswith(told)
    assert "Traceback (most recent call last)" in err
    assert 'raise RuntimeError("the sky fell")' in err


def test_an_interrupt_is_2_and_no_traceback(command, monkeypatch):
    """Ctrl-C says that nothing was left half-written."""

    def interrupt(*_, **__):
        raise KeyboardInterrupt

    monkeypatch.setattr(cjm.checking, "check", interrupt)
    code, _, err = command("check", "x.yaml")
    assert code == 2
    assert "stopped: nothing was left half-written" in err
    assert "Traceback" not in err


@pytest.mark.parametrize("arguments", [[], ["chekc"], ["check", "--sleect", "x"]])
def test_a_command_line_that_makes_no_sense_is_2(command, arguments):
    """Usage errors are 2, with the usage on standard error."""
    code, out, err = command(*arguments)
    assert (code, out) == (2, "")
    assert err.startswith("Usage: cjm")


# ---- rule -------------------------------------------------------------------------------------


def test_rule_lists_every_rule_in_a_line(run):
    """Code, name, severity, title; in order of codes."""
    code, out, _ = run("rule")
    lines = out.splitlines()
    assert not code
    assert [line.split()[:3] for line in lines] == [[r.code, r.name, r.severity] for r in RULES]
    assert all(line.endswith(rule.title) for line, rule in zip(lines, RULES, strict=True))
    starts = {line.index(rule.title) for line, rule in zip(lines, RULES, strict=True)}
    assert len(starts) == 1, "the titles stand under each other"


@pytest.mark.parametrize("word", ["CJM101", "cjm101", "negative-gap", " CJM101 "])
def test_rule_shows_a_page_by_code_or_name(run, word):
    """The page is the rule's docstring, with code, name and severity under its title."""
    code, out, _ = run("rule", word)
    assert not code
    lines = out.splitlines()
    assert lines[:3] == [
        "# The customer gets less than expected",
        "",
        "`CJM101` · `negative-gap` · error",
    ]
    assert out.endswith("`tolerance`.\n")
    assert "## Why it hurts the customer" in lines


@pytest.mark.parametrize(
    ("word", "message", "help"),
    [
        ("negativ-gap", "there is no rule 'negativ-gap'", "did you mean 'negative-gap'?"),
        ("CJM999", "there is no rule 'CJM999'", "see which there are: cjm rule"),
        ("CJM1", "there is no rule 'CJM1'", "see which there are: cjm rule"),
    ],
)
def test_an_unknown_page_is_2_with_a_way_out(command, word, message, help):
    """A mistyped rule is told with the one probably meant, or where to look."""
    assert command("rule", word) == (2, "", f"error: {message}\nhelp: {help}\n")


# ---- schema -----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("options", "of"),
    [([], "journey"), (["--of", "journey"], "journey"), (["--of", "workspace"], "workspace")],
)
def test_schema_prints_the_function_s_schema(run, options, of):
    """The command prints what `cjm.schema` gives, as JSON with letters unescaped."""
    code, out, _ = run("schema", *options)
    assert not code
    assert json.loads(out) == cjm.schema(of)
    assert "\\u" not in out
    assert out.endswith("}\n")


def test_schema_writes_a_file(desk, run):
    """-o FILE writes the same bytes."""
    _, printed, _ = run("schema")
    assert run("schema", "-o", "new/schema.json")[1] == ""
    assert (desk.folder / "new/schema.json").read_text(encoding="utf-8") == printed
    assert run("schema", "-o", "-")[1] == printed


def test_schema_of_something_else_is_2(command):
    """Only journeys and workspaces have schemas."""
    code, out, err = command("schema", "--of", "rule")
    assert (code, out) == (2, "")
    assert "--of" in err
