"""Every message that cjm can say has a Russian twin."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path
from string import Formatter
from typing import Any

import pytest

from cjm.format import JOURNEY, WORKSPACE
from cjm.format.record import Record
from cjm.i18n import Message
from cjm.i18n.russian import TEMPLATES, files

CODE = Path(__file__).parents[2] / "cjm"
TREES = {
    path.relative_to(CODE).as_posix(): ast.parse(path.read_text(encoding="utf-8"))
    for path in sorted(CODE.rglob("*.py"))
}
PAGES = {
    path.relative_to(CODE).as_posix(): path.read_text(encoding="utf-8")
    for path in sorted((CODE / "site" / "templates").glob("*.html"))
}
SAID_IN_PAGES = re.compile(r'\bsay\("((?:[^"\\]|\\.)*)"\s*([,)])')
EXTERNAL = {*files._SYSTEM, *(text.capitalize() for text in files._SYSTEM)}


def calls(name: str) -> Iterator[tuple[str, ast.Call]]:
    """Every call of a function or method of that name, with its file."""
    for file, tree in TREES.items():
        for node in ast.walk(tree):
            if isinstance(node, ast.Call):
                function = node.func
                named = getattr(function, "id", None) or getattr(function, "attr", None)
                if named == name:
                    yield file, node


def templates() -> dict[str, str]:
    """The templates in the code, each with a file that says it."""
    found = {}
    for file, call in calls("say"):
        if file.startswith("i18n/russian/"):
            continue
        template = call.args[0]
        assert isinstance(template, ast.Constant), f"{file}:{call.lineno}: not a literal"
        found[template.value] = file
    for file, text in PAGES.items():
        assert len(SAID_IN_PAGES.findall(text)) == text.count("say("), f"{file}: not a literal"
        found |= {template: file for template, _ in SAID_IN_PAGES.findall(text)}
    return found


def names(template: str, has_values: bool = True) -> set[str]:
    """The values that a template names."""
    return {name for _, name, _, _ in Formatter().parse(template) if name} if has_values else set()


WITH_VALUES = frozenset(
    call.args[0].value
    for _, call in calls("say")
    if call.keywords and isinstance(call.args[0], ast.Constant)
) | {
    template
    for text in PAGES.values()
    for template, after in SAID_IN_PAGES.findall(text)
    if after == ","
}
"""Templates that are said with values; without them, braces are braces."""


def test_every_template_has_a_twin_and_every_twin_a_template():
    """What is missing here is told in English to people who read Russian."""
    said = templates()
    assert len(said) > 200
    assert {t: f for t, f in said.items() if t not in TEMPLATES} == {}
    assert set(TEMPLATES) - set(said) - EXTERNAL == set()


@pytest.mark.parametrize("template", sorted(templates()))
def test_a_twin_names_the_same_values(template):
    """No value is lost, none is made up."""
    has_values = template in WITH_VALUES
    assert names(TEMPLATES[template], has_values) == names(template, has_values)


@pytest.mark.parametrize("template", sorted(TEMPLATES))
def test_a_twin_is_russian(template):
    """Where the English says a word, the Russian has a Cyrillic one."""
    english = re.sub(r"\{[^{}|]*\}|\.next", "", template)
    command = template in ("for {names} ", "pip install pandas")
    says_something = re.search("[a-z]{2}|(^| )[OBC]( |$)", english) and not command
    russian = TEMPLATES[template]
    assert bool(re.search("[а-яё]", russian, re.IGNORECASE)) == bool(says_something)
    assert not re.search(r"\s\s|\s$", russian) or template == "for {names} "
    assert russian.endswith(".") == template.endswith(".")


def test_no_twin_is_given_twice():
    """The tables do not hide one another's entries."""
    from cjm.i18n.russian import TABLES

    assert sum(map(len, TABLES)) == len(TEMPLATES)


def test_what_a_value_error_says_is_a_message():
    """It becomes a finding; types do not reach into the arguments of Python's own exceptions."""
    plain = [
        f"{file}:{call.lineno}"
        for file, call in calls("ValueError")
        if file.startswith(("journey/", "source/"))
        and not (isinstance(call.args[0], ast.Call) and call.args[0].func.id == "say")
    ]
    assert plain == []


def kinds(kind: Any) -> Iterator[Any]:
    """A kind of value with all the kinds inside it."""
    yield kind
    inner = [getattr(kind, name, None) for name in ("kind", "scalar", "listed", "mapped")]
    if isinstance(kind, Record):
        inner += [field.kind for field in kind.fields.values()]
    for part in inner:
        if part is not None:
            yield from kinds(part)


def test_the_help_for_a_missing_key_is_a_message():
    """What a required field means is what to do where it is not given."""
    for kind in (*kinds(JOURNEY), *kinds(WORKSPACE)):
        if isinstance(kind, Record):
            for key, field in kind.fields.items():
                assert not field.required or isinstance(field.doc, Message), (kind.name, key)
