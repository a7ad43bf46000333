"""What all data commands share: options, faults told, the account before an error, progress."""

from __future__ import annotations

import re
import sys
from datetime import date
from typing import Any

import click
import pytest

from cjm.cli import data_progress
from cjm.cli.data_options import OF_KIND, data_options, named
from cjm.cli.language import begin
from cjm.cli.translated import Command
from cjm.data.choosing import Wanted, choose
from cjm.data.left_out import Example, Reason
from cjm.data.tolerance import TooMuchLeftOutError, hold_to_tolerated
from cjm.errors import UsageError
from cjm.i18n import translate
from cjm.i18n.russian.helps import HELPS


def wanted_of(kind: str, *arguments: str, **options: Any) -> dict[str, Any]:
    """What a command of that kind gets."""
    got: dict[str, Any] = {}

    @click.command(cls=Command)
    @data_options(kind, **options)
    def command(**given: Any) -> None:
        got.update(given)

    command.main(list(arguments), standalone_mode=False)
    return got


def test_all_options_become_one_argument():
    """Columns that are named, limits, and which files may be read; format and output stay apart."""
    arguments = (
        "--case a --touchpoint b --time c --data d.yaml --source s --from 2026-01-01 "
        "--to 2026-02-01 --tolerate 0.2 --minimum 5 --allow-outside --format json -o x.json"
    )
    assert wanted_of("events", *arguments.split()) == {
        "wanted": Wanted(
            "s",
            "d.yaml",
            {"case": "a", "touchpoint": "b", "time": "c"},
            (date(2026, 1, 1), date(2026, 2, 1)),
            5,
            0.2,
            outside=True,
        ),
        "form": "json",
        "output": "x.json",
    }
    assert wanted_of("sales") == {"wanted": Wanted(), "form": "text", "output": None}


@pytest.mark.parametrize("text", ["1-5", "1,5", "[1, 5]", "1..5", "1–5"])
def test_a_scale_is_its_two_ends(text):
    """In any of the ways people write it."""
    assert wanted_of("survey", "--scale", text)["wanted"].columns == {"scale": (1.0, 5.0)}


@pytest.mark.parametrize(
    "arguments", [("--scale", "5"), ("--scale", "5-1"), ("--from", "1.2.2026"), ("--tolerate", "2")]
)
def test_what_cannot_be_used_is_refused(arguments):
    """As click refuses: with the option's name."""
    with pytest.raises(click.UsageError):
        wanted_of("survey", *arguments)


def test_an_option_that_means_nothing_to_a_command_is_not_there():
    """No option does nothing."""
    with pytest.raises(click.UsageError):
        wanted_of("sales", "--minimum", "5", minimum=False)
    with pytest.raises(click.UsageError):
        wanted_of("sales", "--case", "x")


@pytest.mark.parametrize("kind", OF_KIND)
def test_every_option_has_a_russian_help(kind):
    """Until a command has them all, no other test sees them."""

    @data_options(kind)
    def function() -> None:
        pass

    options = [o for o in function.__click_params__ if isinstance(o, click.Option)]
    assert {o.help for o in options if o.help not in HELPS} == set()


def test_a_source_is_named_once():
    """On the line or as an option."""
    assert named(Wanted(), "a").source == "a"
    assert named(Wanted(source="b"), None).source == "b"
    assert named(Wanted(source="a"), "a").source == "a"
    with pytest.raises(UsageError, match="two sources are named: a and b"):
        named(Wanted(source="b"), "a")


def run(function: Any, *arguments: str) -> int:
    """Run a command made of a function; its exit code."""

    @click.command(cls=Command)
    @data_options("events")
    def command(wanted: Wanted, **given: Any) -> None:
        function(wanted)

    with pytest.raises(SystemExit) as ended:
        command.main(list(arguments), standalone_mode=False)
    return int(ended.value.code or 0)


@pytest.mark.parametrize(
    ("language", "told"), [("en", "did you mean"), ("ru", "вероятно, имелось в виду «events»")]
)
def test_a_faulty_definition_is_told_finding_by_finding(tmp_path, capsys, language, told):
    """With the place of each; exit code 2."""
    (tmp_path / "data.yaml").write_text(
        "cjm-data: 1\nsources: {s: {kind: event, file: a}}\nminimum: 0\n"
    )
    begin(["--language", language])
    wanted = Wanted(data=str(tmp_path / "data.yaml"))
    assert run(lambda _: choose("events", wanted, language=language)) == 2
    error = capsys.readouterr().err
    assert "data.yaml:2:21" in error
    assert "data.yaml:3:10" in error
    assert told in error


LEFT_OUT = {
    "score off the scale": Reason(12, {"11": 9, "0": 3}, (Example("a.csv", 14, "11"),)),
    "unknown touchpoint": Reason(
        1104, {"Такси": 1090, "rde": 14}, (Example("a.csv", 2, "Такси"),), {"rde": "ride"}
    ),
    "no answer": Reason(5, {}, (Example("b.csv", None, ""),)),
}

ENGLISH = """\
delivery: 5,210 rows read ─ 1,121 left out
  1,104     21%  unknown touchpoint
                 'Такси' 1,090 · 'rde' 14 (did you mean 'ride'?)
                 a.csv:2
     12    0.2%  score off the scale
                 '11' 9 · '0' 3
                 a.csv:14
      5    0.1%  no answer
                 b.csv

error: 21% of the rows of delivery were left out; 5% are tolerated
help: mend the data or their description, or tolerate more: --tolerate
"""
RUSSIAN = """\
delivery: 5 210 строк ─ не учтено: 1 121
  1 104    21 %  неизвестная точка контакта
                 «Такси» 1 090 · «rde» 14 (вероятно, имелось в виду «ride»)
                 a.csv:2
     12   0,2 %  оценка вне шкалы
                 «11» 9 · «0» 3
                 a.csv:14
      5   0,1 %  нет ответа
                 b.csv

ошибка: не учтено 21 % строк источника delivery; допускается 5 %
подсказка: исправьте данные или их описание либо допустите больше: --tolerate
"""


@pytest.mark.parametrize(("language", "page"), [("en", ENGLISH), ("ru", RUSSIAN)])
def test_too_much_left_out_is_accounted_for(capsys, language, page):
    """The table of reasons, values and places comes first, then the error; exit code 2."""
    begin(["--language", language])
    assert run(lambda _: hold_to_tolerated("delivery", LEFT_OUT, 5210, 0.05)) == 2
    told = capsys.readouterr().err.replace("\N{NO-BREAK SPACE}", " ")
    assert re.sub("─+", "─", told) == page


def test_what_is_no_fault_is_not_held_against_the_data():
    """Blank answers and days nobody asked for are counted, and tolerated."""
    left_out = {"no answer": Reason(90), "outside the period": Reason(5), "not a time": Reason(5)}
    hold_to_tolerated("s", left_out, 100, 0.05)
    with pytest.raises(TooMuchLeftOutError):
        hold_to_tolerated("s", left_out, 100, 0.04)
    with pytest.raises(TooMuchLeftOutError):
        hold_to_tolerated("s", {}, 100, 0.04, share=0.05)


def test_progress_is_told_on_a_terminal_after_a_while(monkeypatch, capsys):
    """How far a statement has come, where the engine knows; the line is wiped out at the end."""
    monkeypatch.setattr(sys.stderr, "isatty", lambda: True)
    monkeypatch.setattr("cjm.cli.progress.PATIENCE", -1)
    texts: list[str] = []
    monkeypatch.setattr("cjm.cli.progress.Progress._write", lambda self, text: texts.append(text))
    monkeypatch.setattr("cjm.data.engine.progress", lambda: 40)
    begin(["--language", "en"])
    with data_progress.watched():
        while len(texts) < 2:
            pass
    assert texts[0] == translate(data_progress._text(40), "en")
    assert texts[-1] == ""


def test_no_progress_where_nobody_looks(monkeypatch, capsys):
    """A log of CI has no lines that are rewritten."""
    with data_progress.watched():
        pass
    assert capsys.readouterr().err == ""
