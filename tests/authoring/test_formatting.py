"""`cjm fmt` changes white space, ends of lines and quotes, and nothing that a text says."""

from __future__ import annotations

import random
from pathlib import Path

import pytest
import yaml
from hypothesis import Phase, assume, given, settings
from hypothesis import strategies as st
from yamllint import linter
from yamllint.config import YamlLintConfig

import cjm
from cjm.authoring.formatting import text as formatting
from cjm.authoring.formatting.text import WouldChange
from cjm.names import TEMPLATES
from cjm.source.tokens import CLOSE, COMMA, OPEN, NotYaml, meaning, tokens_of

ROOT = Path(__file__).parents[2]
CASES = ROOT / "tests/cases/fmt"
NAMES = sorted(file.name.removesuffix(".before.yaml") for file in CASES.glob("*.before.yaml"))
WRITTEN = sorted((*ROOT.glob("journeys/*.yaml"), *ROOT.glob("docs/examples/**/*.yaml")))
SILENT = sorted(ROOT.glob("tests/journeys/silent/*.yaml"))
TEXTS = [file.read_text(encoding="utf-8") for file in (*WRITTEN, *SILENT)]

DRAWN = (Phase.explicit, Phase.reuse, Phase.generate)
"""A seed says nothing more where it is smaller."""


def read(file: Path) -> str:
    """A file with the ends of lines that it has."""
    return file.read_bytes().decode()


def signs(text: str) -> str:
    """What stands in a text beside white space and quotes."""
    return "".join(sign for sign in text if not sign.isspace() and sign not in "'\"\ufeff")


def comments(text: str) -> list[str]:
    """The comments of a text in their order, each without blanks around it."""
    found, done = [], 0
    for _, start, end, _ in (*tokens_of(text), ("", len(text), len(text), 0)):
        lines = text[done:start].splitlines() if start > done else []
        found += [line.strip(" \t#") for line in lines if line.strip(" \t")]
        done = max(done, end)
    return found


def test_every_case_has_both_sides():
    """And no result is left without its case."""
    assert len(NAMES) >= 16
    assert sorted(f.name.removesuffix(".after.yaml") for f in CASES.glob("*.after.yaml")) == NAMES


@pytest.mark.parametrize("name", NAMES)
def test_a_case_comes_out_as_written_beside_it(name):
    """And says the same as before, and stays as it is from then on."""
    before, after = (read(CASES / f"{name}.{side}.yaml") for side in ("before", "after"))
    assert cjm.format_text(before) == after
    assert meaning(after) == meaning(before)
    assert cjm.format_text(after) == after
    assert signs(after) == signs(before)


@pytest.mark.parametrize("name", NAMES)
def test_python_alone_lays_out_the_same(name, monkeypatch):
    """As PyYAML does in a browser, where it has no libyaml."""
    monkeypatch.delattr(yaml, "CSafeLoader")
    assert cjm.format_text(read(CASES / f"{name}.before.yaml")) == read(
        CASES / f"{name}.after.yaml"
    )


@pytest.mark.parametrize("file", WRITTEN, ids=lambda file: file.relative_to(ROOT).as_posix())
def test_what_is_meant_to_be_read_is_formatted(file):
    """All example journeys, workspaces and definitions of data."""
    assert cjm.format_text(read(file)) == read(file)


@pytest.mark.parametrize("template", TEMPLATES)
@pytest.mark.parametrize("language", ["en", "ru"])
def test_what_cjm_writes_to_begin_with_is_formatted(template, language, tmp_path):
    """A first save changes nothing but what was written."""
    cjm.init(tmp_path, language=language, template=template)
    texts = [read(file) for file in tmp_path.rglob("*.yaml")]
    assert len(texts) == 2
    assert [cjm.format_text(text) for text in texts] == texts


def test_what_dump_writes_is_formatted():
    """In all of its forms, as the examples have them."""
    for file in ROOT.glob("journeys/*o*.yaml"):
        text = cjm.dump(cjm.load(file))
        assert cjm.format_text(text) == text


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("cjm: 1\r\ntitle: A\r\n", "cjm: 1\ntitle: A\n"),
        ("cjm: 1\rtitle: |\r  a\r  b\r", "cjm: 1\ntitle: |\n  a\n  b\n"),
        ("\ufeffcjm: 1\n", "cjm: 1\n"),
        ("cjm: 1\n\ufeff# cat a.yaml b.yaml\n", "cjm: 1\n# cat a.yaml b.yaml\n"),
        ("cjm:\t1\t# a\ntitle:\t'a'\n", 'cjm: 1  # a\ntitle: "a"\n'),
        ("{\tcjm:\t1,\n\ttitle:\tA\t}\n", "{cjm: 1,\n  title: A}\n"),
        ("# a\u2028cjm: 1\x85title: A\n", "# a\ncjm: 1\ntitle: A\n"),
        ('title:   "a\u2028    b"\n', 'title: "a\u2028  b"\n'),
        ("title: |\n    a\u2028    b\n", "title: |\n  a\u2028  b\n"),
        ("cjm: 1", "cjm: 1\n"),
        ("cjm: 1\n\n\n", "cjm: 1\n"),
        ("title: |-\n  a", "title: |-\n  a\n"),
        ("title: |\n  a", "title: |\n  a"),  # an end of line more would be one in the title
        ("title: |+\n  a\n\n\n", "title: |+\n  a\n\n\n"),
        ("title: |\n  a\n    \n  b  \n", "title: |\n  a\n    \n  b  \n"),
        ("title: >-\n\n\n    a\n   # no comment\n", "title: >-\n\n\n  a\n# no comment\n"),
        ("title: |\n\n\n\ncjm: 1\n", "title: |\n\ncjm: 1\n"),
        ("  --- a\n", "  --- a\n"),  # further to the left it would part documents
        ("", ""),
        ("\n \n", ""),
        ("   # nothing else", "# nothing else\n"),
    ],
)
def test_what_an_editor_hides_comes_out_right(before, after):
    """Ends of lines, marks, tabs, and blanks that belong to a text."""
    assert cjm.format_text(before) == after
    assert meaning(after) == meaning(before.removeprefix("\ufeff"))
    assert cjm.format_text(after) == after


def mangled(text: str, chance: random.Random) -> str:
    """A text with its white space changed at random, so that it mostly says the same."""
    times = chance.choice((1, 1, 2, 3))
    lines = [line.lstrip(" ").rjust(len(line) + (times - 1) * indent_of(line)) for line in
             text.split("\n")]  # fmt: skip
    text = "\n".join(lines)
    parts, done, before = [], 0, ""
    for kind, start, end, _ in tokens_of(text):
        if start == end:
            continue
        parts += (gap(text[done:start], {before, kind}, chance), text[start:end])
        done, before = end, kind
    parts.append(text[done:])
    return "".join(parts).replace("\n", chance.choice(("\n", "\n", "\r\n")))


def indent_of(line: str) -> int:
    """How many spaces a line begins with."""
    return len(line) - len(line.lstrip(" "))


def gap(blanks: str, beside: set[str], chance: random.Random) -> str:
    """What stands between two tokens, as somebody in a hurry would have left it."""
    if chance.random() < 0.7:
        return blanks
    first, *rest = blanks.split("\n")
    if not rest:
        loose = blanks or beside & {OPEN, CLOSE, COMMA}
        return " " * chance.randint(0 if not blanks else 1, 3) if loose else blanks
    *between, last = rest
    first += " " * chance.randint(0, 2)
    for n, line in enumerate(between):
        if line.strip():
            between[n] = " " * chance.randint(0, 8) + line.lstrip()
    between += [" " * chance.randint(0, 3)] * chance.randint(0, 2)
    return "\n".join((first, *between, last))


@settings(max_examples=60, phases=DRAWN)
@given(st.sampled_from(TEXTS), st.integers(0, 2**32))
def test_mangled_journeys_come_out_saying_the_same(text, seed):
    """Formatting is idempotent, and keeps data, comments and every sign but blanks and quotes."""
    before, said = mangled_yaml(text, seed)
    after = cjm.format_text(before)
    assert meaning(after) == said
    assert cjm.format_text(after) == after
    assert comments(after) == comments(before)
    assert signs(after) == signs(before)


def mangled_yaml(text: str, seed: int) -> tuple[str, object]:
    """A mangled text that is YAML still, and what it says."""
    try:
        before = mangled(text, random.Random(seed))
        return before, meaning(before)
    except NotYaml:
        assume(False)
        raise


def linted(text: str) -> set[str]:
    """The rules of yamllint by which something is to be said of a text, two of them left out."""
    found = linter.run(text, YamlLintConfig("extends: default"))
    return {problem.rule for problem in found} - {"line-length", "document-start"}


LINTED = [text for text in map(read, WRITTEN) if not linted(text)]


@settings(max_examples=25, phases=DRAWN)
@given(st.sampled_from(LINTED), st.integers(0, 2**32))
def test_yamllint_finds_long_lines_and_a_missing_beginning_at_most(text, seed):
    """By its default rules; it finds nothing else in nearly all of the examples either."""
    assert len(LINTED) > len(WRITTEN) - 4
    assert not linted(cjm.format_text(mangled_yaml(text, seed)[0]))


def test_a_long_text_comes_out_in_time():
    """Every kind that grows: lines, texts over lines, one line; by the square it took minutes."""
    for part in (
        "  - {b: [1,2],c: 'x'}  # d\n",
        '  - "a\n   b"\n',
        "  - |\n      b\n\n        c\n",
    ):
        text = "top:\n" + part * (100_000 // len(part))
        assert signs(cjm.format_text(text)) == signs(text)
    text = "[" + "a,b ,  " * 20_000 + "]"
    assert cjm.format_text(text) == "[" + "a, b, " * 19_999 + "a, b,]\n"


def test_what_is_not_yaml_is_refused_with_its_findings():
    """With the line and the column of what is wrong."""
    with pytest.raises(cjm.InvalidJourneyError, match=r"^1:8: the bracket \[ is not closed"):
        cjm.format_text("scale: [0")
    with pytest.raises(cjm.InvalidJourneyError, match="not UTF-8"):
        cjm.format_text("cjm: 1 # é".encode("latin-1"))


def test_a_text_that_would_say_something_else_is_refused(monkeypatch):
    """Should the layout ever be wrong, the text is worth more."""
    monkeypatch.setattr(formatting, "written", lambda lines: "cjm: 2\n")
    with pytest.raises(WouldChange, match="would change what the text says"):
        cjm.format_text("cjm:  1\n")
    monkeypatch.setattr(formatting, "written", lambda lines: "[\n")
    with pytest.raises(WouldChange):
        cjm.format_text("cjm:  1\n")
