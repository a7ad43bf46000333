"""The rules' pages in Russian: the same sections, options and examples as in English."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from click.testing import CliRunner

from cjm import rules
from cjm.cli.group import cli
from cjm.rules import RULES
from cjm.rules.lookup import list_of_rules, page_of
from cjm.rules.pages import page_in

RUSSIAN = Path(rules.__file__).parent / "russian"
SECTIONS = [
    "Что находит",
    "Чем вредит клиенту",
    "Пример с ошибкой",
    "Пример без ошибки",
    "Настройки",
]
each_rule = pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.name)


@each_rule
def test_an_english_page_is_the_rule_s_own(rule):
    """Taken apart and put together it is what the docstring says."""
    assert page_in(rule, "en").text == rule.page.strip() + "\n"
    assert page_in(rule, "en").title == rule.title


@each_rule
def test_a_russian_page_has_the_sections(rule):
    """A title without a full stop, and five sections, none of them empty."""
    page = page_in(rule, "ru")
    assert re.fullmatch(r"[А-ЯЁ«].*[^.]", page.title)
    assert list(page.sections) == SECTIONS
    for name in (*SECTIONS[:2], SECTIONS[4]):
        assert re.search("[а-яё]", page.sections[name]), name


@each_rule
def test_the_examples_are_the_english_page_s(rule):
    """The YAML is one and the same, its marks too."""

    def blocks(language: str) -> list[str]:
        return re.findall(r"```yaml\n.*?```", page_in(rule, language).text, re.DOTALL)

    assert blocks("ru") == blocks("en")
    assert "```" not in (RUSSIAN / f"{rule.name}.md").read_text(encoding="utf-8")


@each_rule
def test_the_options_are_the_rule_s(rule):
    """Each is named with its default; a rule without any says so."""
    text = page_in(rule, "ru").sections["Настройки"]
    assert re.findall(r"^- `([^`]+)`", text, re.MULTILINE) == [o.name for o in rule.options]
    assert (not rule.options) == bool(re.match(r"(Нет|Своих нет)\b", text))
    for option in rule.options:
        assert option.default is None or f"{option.default:g}" in " ".join(text.split())


@each_rule
def test_a_russian_page_names_no_key_that_is_not_there(rule):
    """What stands between backquotes is the English page's."""

    def codes(language: str) -> set[str]:
        return set(re.findall(r"`([^`\n]+)`", page_in(rule, language).text))

    assert codes("ru") <= codes("en")


def test_there_is_a_page_for_every_rule_and_no_other():
    """A file is named like its rule."""
    assert {path.stem for path in RUSSIAN.iterdir()} == {rule.name for rule in RULES}


def test_the_list_has_russian_titles():
    """Code, name and severity stay; the titles are the pages'."""
    english, russian = list_of_rules().splitlines(), list_of_rules("ru").splitlines()
    assert len(english) == len(russian) == len(RULES)
    for one, other, rule in zip(english, russian, RULES, strict=True):
        assert one.removesuffix(rule.title) == other.removesuffix(page_in(rule, "ru").title)


def shown(*arguments: str) -> str:
    """What a command prints."""
    result = CliRunner().invoke(cli, arguments, catch_exceptions=False, standalone_mode=False)
    return result.output


def test_cjm_rule_speaks_the_workspace_s_language(desk):
    """The nearest workspace's, the one named, or the one asked for."""
    rule = next(r for r in RULES if r.code == "CJM101")
    english, russian = page_of(rule), page_of(rule, "ru")
    assert "`CJM101` · `negative-gap` · error" in russian
    assert shown("rule", "CJM101") == english
    assert shown("rule", "CJM101", "--language", "ru") == russian
    desk.write("other.yaml", "cjm: 1\nlanguage: ru\n")
    assert shown("--workspace", "other.yaml", "rule", "negative-gap") == russian
    desk.write("cjm.yaml", "cjm: 1\nlanguage: ru\n")
    assert shown("rule", "negative-gap") == russian
    assert shown("rule", "negative-gap", "--language", "en") == english
    assert shown("rule") == list_of_rules("ru")
