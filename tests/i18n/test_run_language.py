"""One run speaks one language: our sentences and click's, whatever goes wrong."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import click
import pytest

from cjm.cli import main
from cjm.cli.group import cli
from cjm.i18n.choice import declared_language, default_language
from cjm.i18n.russian.click import CLICK, COUNTED
from cjm.i18n.russian.helps import COMMANDS, HELPS

JOURNEY = "cjm: 1\nlanguage: ru\ntouchpoints: {a: {expectation: 8, experience: 5}}\n"
PAIR = "cjm: 1\nid: x\nstate: to-be\nscale: [0, 5]\ntouchpoints: {a: {expectation: 4}}\n"


@pytest.fixture
def say(tmp_path, monkeypatch, capfd):
    """Run a command in a Russian workspace: what it says on both streams."""
    (tmp_path / ".git").mkdir()
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("CJM_LANGUAGE")
    (tmp_path / "cjm.yaml").write_text("cjm: 1\nlanguage: ru\n", encoding="utf-8")
    (tmp_path / "x.yaml").write_text(JOURNEY, encoding="utf-8")
    (tmp_path / "pair.yaml").write_text(PAIR, encoding="utf-8")
    (tmp_path / "broken.yaml").write_text("cjm: 1\n\ttouchpoints: [\n", encoding="utf-8")

    def run(*arguments: str) -> str:
        with pytest.raises(SystemExit):
            main(list(arguments))
        written = capfd.readouterr()
        return written.out + written.err

    return run


NAMES = re.compile(
    rf"cjm ({'|'.join(cli.commands)})|[\w.-]*-[\w-]*"  # commands, names
    r"|[\w./]*\.\w+"  # files
    r"|(?<=: )[a-z-]+(, [a-z-]+)+"  # what may be chosen
    r"|'[^']*'|«[^»]*»|\[[^\]]*\]|\x1b\[\w+"  # quotations, placeholders
)
"""What is the same in every language."""


def english_in(text: str) -> list[str]:
    """Lines that hold two words of English side by side, once names are taken out."""
    words = re.compile(r"\b[A-Za-z]?[a-z]+ [a-z]{2,}\b")
    return [line for line in text.splitlines() if words.search(NAMES.sub("", line))]


def test_a_schema_describes_fields_in_the_workspaces_language(say):
    """Unless another one is asked for."""
    assert "Путь клиента" in say("schema")
    assert "Путь клиента" not in say("schema", "--language", "en")


def test_english_is_found_where_it_is():
    """Lest the tests below prove nothing."""
    assert english_in("ошибка: x.yaml: no such file\nподсказка: cjm check --format text") == [
        "ошибка: x.yaml: no such file"
    ]


def commands() -> list[str]:
    return sorted(cli.commands)


def options() -> Iterator[tuple[str, str]]:
    """Every option that takes a value of its own kind."""
    for name, command in sorted(cli.commands.items()):
        for option in command.params:
            plain = isinstance(option.type, click.types.StringParamType)
            if isinstance(option, click.Option) and not option.is_flag and not plain:
                yield name, option.opts[-1]


@pytest.mark.parametrize("command", ["", *commands()])
def test_help_is_in_the_language_of_the_workspace(say, command):
    """Usage, what it does, every option, the example; and English again in an English one."""
    text = say(*command.split(), "--help")
    assert re.search(r"Вызов: cjm[ a-z]* \[ПАРАМЕТРЫ\]", text)
    assert english_in(text) == []


@pytest.mark.parametrize(("command", "option"), list(options()))
def test_a_bad_value_is_refused_in_it(say, command, option):
    """By click's own types and by ours."""
    text = say(command, "x.yaml", option, "?")
    assert "Неверное значение" in text
    assert english_in(text) == []


MISTAKES = [
    "shw",
    "--nope",
    "show",
    "show --nope x.yaml",
    "show nope.yaml",
    "show .",
    "show x.yaml x.yaml",
    "show cjm.yaml",
    "show broken.yaml",
    "show x.yaml --persona nobody",
    "show x.yaml -o",
    "show x.yaml -o .",
    "--workspace nope.yaml show x.yaml",
    "plan x.yaml extra",
    "plan x.yaml --budget 100,5",
    "plan x.yaml --budget inf",
    "plan pair.yaml",
    "check nope.yaml",
    "check x.yaml --select NOPE",
    "check x.yaml --baseline nope.json",
    "check x.yaml --baseline=",
    "check x.yaml --diff-base=",
    "check x.yaml --diff-base nope",
    "check x.yaml --format json --format sarif",
    "check x.yaml --format json=a --output b",
    "check x.yaml --statistics --format sarif",
    "check x.yaml --statistics",
    "check x.yaml --watch --update-baseline",
    "check --watch -",
    "check --watch nope",
    "render x.yaml --lanes curv --view map",
    "render x.yaml --lanes=",
    "render x.yaml --lanes curve",
    "render x.yaml --persona=",
    "render x.yaml --persona nobody",
    "render x.yaml --format pdf --scale 2",
    "render x.yaml --view map --format dot",
    "render x.yaml --view map --compare pair.yaml",
    "render x.yaml --compare x.yaml --view map",
    "render x.yaml -o x.jpg",
    "render x.yaml -o x.svg --format png",
    "render . -o x.svg",
    "render - --watch -o -",
    "render broken.yaml",
    "render nope.yaml",
    "rule nope",
    "schema --of nope",
]


@pytest.mark.parametrize("arguments", MISTAKES)
def test_every_mistake_is_told_in_it(say, arguments):
    """Errors of use, of files and of journeys, with the way out."""
    text = say(*arguments.split())
    assert re.search("[а-яё]", text)
    assert english_in(text) == []


def test_a_second_drawing_notes_what_it_left_alone(say):
    """Notes are sentences too."""
    say("render", "x.yaml", "-o", "out")
    text = say("render", "x.yaml", "-o", "out")
    assert "уже нарисованы" in text
    assert english_in(text) == []


def test_an_english_run_is_english(say, monkeypatch, tmp_path):
    """The same process speaks anew in each run; an option comes before the workspace."""
    assert "Вызов:" in say("--help")
    (tmp_path / "cjm.yaml").write_text("cjm: 1\nlanguage: en\n", encoding="utf-8")
    text = say("show", "--help")
    assert "Usage:" in text
    assert "Show one journey" in text
    assert not re.search("[а-яё]", text)
    assert "нет" in say("show", "nope.yaml", "--language", "ru")


@pytest.mark.parametrize(
    ("environment", "language"),
    [
        ({}, "en"),
        ({"LANG": "ru_RU.UTF-8"}, "ru"),
        ({"LANG": "ru_RU.UTF-8", "LC_ALL": "C"}, "en"),
        ({"LANG": "de_DE.UTF-8"}, "en"),
        ({"CJM_LANGUAGE": "ru"}, "ru"),
        ({"CJM_LANGUAGE": "en", "LANG": "ru_RU.UTF-8"}, "en"),
        ({"CJM_LANGUAGE": "fr", "LANG": "ru_RU.UTF-8"}, "ru"),
    ],
)
def test_without_a_workspace_the_environment_decides(monkeypatch, environment, language):
    """CJM_LANGUAGE, else the locale where it is Russian, else English."""
    for name in ("CJM_LANGUAGE", "LC_ALL", "LC_MESSAGES", "LANG"):
        monkeypatch.delenv(name, raising=False)
    for name, value in environment.items():
        monkeypatch.setenv(name, value)
    assert default_language() == language


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("language: ru\n", "ru"),
        ("\ufeffcjm: 1\r\nlanguage: 'ru' # by us\r\n", "ru"),
        ("cjm: 1\n  language: ru\n", None),
        ("language: fr\n", None),
        ("cjm: [\nlanguage: ru\n", "ru"),
        ("#" * 70_000 + "\nlanguage: ru\n", None),
    ],
)
def test_a_workspace_names_its_language_at_the_top(text, language):
    """Within its first 64 KB, and whatever else is wrong with it."""
    assert declared_language(text.encode()) == language


LEFT_OUT = re.compile(
    r"Name '|Boolean option|Could not determine|No options defined|Arguments take exactly"
    r"|DeprecationWarning|want to continue|without prompting|%\(prog\)s|^$"
)
"""Texts for whoever writes commands in Python, and questions that no command asks."""


def of_click() -> Iterator[str]:
    """What click says of options, arguments and values."""
    folder = Path(click.__file__).parent
    for module in ("core", "decorators", "exceptions", "formatting", "parser", "types"):
        for node in ast.walk(ast.parse((folder / f"{module}.py").read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and getattr(node.func, "id", "") in ("_", "ngettext"):
                text = node.args[0]
                if isinstance(text, ast.Constant) and not LEFT_OUT.search(text.value):
                    yield text.value


def test_all_that_click_says_has_a_twin():
    """A new click may say new things: this names them."""
    assert {text for text in of_click() if text not in CLICK and text not in COUNTED} == set()


def test_every_help_has_a_twin_and_every_twin_a_help():
    """Of commands by their name, of options by what they say."""
    assert set(COMMANDS) == {"cli", *cli.commands}
    said = set()
    for command in (cli, *cli.commands.values()):
        said.add(command.epilog)
        said |= {p.help for p in command.params if isinstance(p, click.Option)}
    russian = set(HELPS.values())
    assert {text for text in said if text and text not in HELPS and text not in russian} == set()
