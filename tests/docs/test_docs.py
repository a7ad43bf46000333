"""The documentation tells the truth: its examples run, its tables are the code's tables.

A comment may stand before what it speaks of: `<!-- faulty -->` before a block that must not load,
`<!-- in: FOLDER -->` before a terminal that stands in a copy of it, `<!-- set: FILE: OLD → NEW -->`
before one that stands where a file was changed so, `<!-- commit: … -->` before what was committed,
`<!-- fields: … -->`,
`<!-- options: … -->` and `<!-- rules -->` before a table that must be complete.
"""

from __future__ import annotations

import json
import os
import re
import shlex
import shutil
import subprocess
import sys
import tomllib
from collections.abc import Callable, Iterator
from itertools import pairwise
from pathlib import Path
from typing import Any, NamedTuple

import click
import pytest
import yaml
from format_table import records
from repositories import git

import cjm
from cjm.checking.overrides import overrides_of
from cjm.checking.settings import settings_of
from cjm.cli.group import cli
from cjm.format import JOURNEY, WORKSPACE
from cjm.format.data import DATA
from cjm.format.record import Record
from cjm.format.rows import ROWS
from cjm.format.topics import TOPICS
from cjm.format.touchpoint import TOUCHPOINT
from cjm.i18n import translate
from cjm.names import LANES
from cjm.project.workspace import NO_WORKSPACE
from cjm.records import replace
from cjm.rules import RULES
from cjm.source import MAX_BYTES
from cjm.source.reader import MAX_ALIASED, MAX_ALIASED_LENGTH, MAX_DEPTH, MAX_VALUES

ROOT = Path(__file__).parents[2]
PAGES = sorted(
    p.relative_to(ROOT).as_posix() for g in ("README*.md", "docs/*.md") for p in ROOT.glob(g)
)
TRANSLATED = (
    "README.md",
    "docs/checking.md",
    "docs/conformance.md",
    "docs/convert.md",
    "docs/definitions.md",
    "docs/feedback.md",
    "docs/format.md",
    "docs/formatting.md",
    "docs/gallery.md",
    "docs/history.md",
    "docs/logs.md",
    "docs/maps.md",
    "docs/measure.md",
    "docs/python.md",
    "docs/report.md",
    "docs/segments.md",
    "docs/start.md",
    "docs/visual-language.md",
)
LANGUAGES = {
    "en": [p for p in PAGES if not p.endswith(".ru.md")],
    "ru": [p for p in PAGES if p.endswith(".ru.md")],
}
MARK = re.compile(r"<!-- *(.*?) *-->")


def russian(page: str) -> str:
    """The Russian page beside an English one."""
    return page.removesuffix(".md") + ".ru.md"


def text_of(page: str) -> str:
    """A page as it is written."""
    return (ROOT / page).read_text(encoding="utf-8")


# ---- pages in parts -------------------------------------------------------------------------


class Block(NamedTuple):
    """A fenced block, the heading it stands under, and the comment before it."""

    page: str
    line: int
    language: str
    text: str
    section: str
    mark: str

    def __str__(self) -> str:
        return f"{self.page}:{self.line}"

    @property
    def file(self) -> str | None:
        """The file's name, where the first line is nothing but that."""
        named = re.match(r"# (\S+\.ya?ml)\n", self.text)
        return named[1] if named else None

    @property
    def keys(self) -> set[str]:
        """The keys at the top level; wrong YAML still has lines."""
        return set(re.findall(r"^([\w-]+):", self.text, re.MULTILINE))


class Table(NamedTuple):
    """A table with a comment before it, its rows split into cells."""

    page: str
    mark: str
    rows: list[list[str]]

    def __str__(self) -> str:
        return f"{self.page} {self.mark}"


def blocks_of(page: str) -> list[Block]:
    """Every fenced block of a page, in order."""
    blocks: list[Block] = []
    section = mark = ""
    begun: tuple[int, str] | None = None
    held: list[str] = []
    for number, line in enumerate(text_of(page).splitlines(), 1):
        fence = re.match(r"```(\S*)", line)
        if begun and line == "```":
            blocks.append(Block(page, *begun, "\n".join([*held, ""]), section, mark))
            begun, mark = None, ""
        elif begun:
            held.append(line)
        elif fence:
            begun, held = (number, fence[1]), []
        elif line.startswith("#"):
            section = line.lstrip("# ")
        elif line.strip():
            found = MARK.fullmatch(line.strip())
            mark = found[1] if found else ""
    assert begun is None, f"{page}:{begun}: the block is not closed"
    return blocks


def tables_of(page: str) -> list[Table]:
    """Every marked table of a page."""
    tables: list[Table] = []
    lines = prose(page).splitlines()
    for place, line in enumerate(lines):
        found = MARK.fullmatch(line.strip())
        if not found:
            continue
        rows = []
        for row in lines[place + 1 :]:
            if not row.startswith("|"):
                break
            rows.append([cell.strip() for cell in row.strip("|").split("|")])
        if rows:
            tables.append(Table(page, found[1], rows[2:]))
    return tables


def prose(page: str) -> str:
    """A page without its fenced blocks."""
    return re.sub(r"^```.*?^```$", "", text_of(page), flags=re.MULTILINE | re.DOTALL)


BLOCKS = [block for page in PAGES for block in blocks_of(page)]
TABLES = [table for page in PAGES for table in tables_of(page)]


def blocks(*languages: str) -> list[Block]:
    """Blocks of these languages, at least one: a test of nothing tests nothing."""
    found = [b for b in BLOCKS if b.language in languages]
    assert found
    return found


def each(items: Any) -> Any:
    """Parametrise by items that name themselves."""
    return pytest.mark.parametrize("item", items, ids=str)


# ---- YAML -----------------------------------------------------------------------------------


def neighbours(block: Block) -> dict[str, str]:
    """The named files above a block in its section."""
    above = (b for b in BLOCKS if (b.page, b.section) == (block.page, block.section))
    return {b.file: b.text for b in above if b.file and b.line < block.line}


def write(folder: Path, files: dict[str, str]) -> None:
    """Put files there; a `.git` makes it the top."""
    (folder / ".git").mkdir(exist_ok=True)
    for name, text in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")


def faults(block: Block, name: str, folder: Path) -> list[str]:
    """What cjm says is wrong in the block's file itself."""
    write(folder, {**neighbours(block), name: block.text})
    report = cjm.check([str(folder / name)], select=["CJM0"])
    assert not report.problems
    return [f"{f.span.line}:{f.span.column}: {f.code} {f.message}" for f in report.findings]


@each([b for b in blocks("yaml") if "touchpoints" in b.keys])
def test_a_journey_loads_unless_it_says_it_is_faulty(
    item: Block, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A whole journey raises nothing of CJM0; one marked faulty does."""
    monkeypatch.chdir(tmp_path)
    found = faults(item, item.file or "journey.yaml", tmp_path)
    assert bool(found) == (item.mark == "faulty"), found


@each([b for b in blocks("yaml") if "workspace" in b.keys])
def test_a_workspace_loads(item: Block, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A whole workspace has no faults, its settings included."""
    monkeypatch.chdir(tmp_path)
    assert faults(item, "cjm.yaml", tmp_path) == []


@each([b for b in blocks("yaml") if not b.keys & {"touchpoints", "workspace"}])
def test_a_fragment_is_yaml(item: Block) -> None:
    """A part of a file is at least YAML, or a comment."""
    if any(line.strip() and not line.startswith("#") for line in item.text.splitlines()):
        assert isinstance(yaml.safe_load(item.text), dict)
    else:
        assert yaml.safe_load(item.text) is None


def _balanced(text: str) -> None:
    assert text.count("(") == text.count(")")


OF_EDITORS: dict[str, Callable[[str], Any]] = {
    "json": json.loads,
    "toml": tomllib.loads,
    "elisp": _balanced,
    "lua": _balanced,
}
"""What reads the settings of editors, as far as it can be had here."""


def test_every_block_says_its_language() -> None:
    """No block escapes the tests by naming no language, or another."""
    known = {"yaml", "sh", "console", "python", *OF_EDITORS}
    assert [str(b) for b in BLOCKS if b.language not in known] == []


@each([b for b in BLOCKS if b.language in OF_EDITORS])
def test_settings_of_editors_can_be_read(item: Block) -> None:
    """They name the program and how it is started."""
    OF_EDITORS[item.language](item.text)
    assert "cjm" in item.text
    assert "lsp" in item.text


# ---- commands -------------------------------------------------------------------------------


class Line(NamedTuple):
    """A command line that begins with cjm, and where it stands."""

    page: str
    section: str
    text: str

    def __str__(self) -> str:
        return f"{self.page}: {self.text}"


def command_lines() -> Iterator[Line]:
    """Every `cjm …` in shell blocks, in CI files and between backquotes."""
    for block in BLOCKS:
        if block.language == "sh":
            lines = block.text.splitlines()
        elif block.language == "console":
            lines = [t[2:] for t in block.text.splitlines() if t.startswith("$ ")]
        elif block.language == "yaml" and block.mark != "faulty":
            lines = list(_texts(_data(block)))
        else:
            continue
        for line in lines:
            yield from (Line(block.page, block.section, part) for part in _parts(line))
    for page in PAGES:
        section = ""
        for line in prose(page).splitlines():
            section = line.lstrip("# ") if line.startswith("#") else section
            for code in re.findall(r"`(cjm [^`]+)`", line):
                yield Line(page, section, code)


def _data(block: Block) -> Any:
    try:
        return yaml.safe_load(block.text)
    except yaml.YAMLError:
        return None  # another test tells


def _texts(data: Any) -> Iterator[str]:
    if isinstance(data, dict):
        yield from (t for value in data.values() for t in _texts(value))
    elif isinstance(data, list):
        yield from (t for value in data for t in _texts(value))
    elif isinstance(data, str):
        yield from data.splitlines()


def _parts(line: str) -> Iterator[str]:
    """The commands of a shell line that are cjm's, its comment left out."""
    if "cjm" not in line:
        return
    words = shlex.split(line, comments=True)
    command: list[str] = []
    for word in (*words, "|"):
        if word in ("|", "||", "&&", ";"):
            if command[:1] == ["cjm"] and len(command) > 1:
                yield shlex.join(command)
            command = []
        else:
            command.append(word)


LINES = list(dict.fromkeys(command_lines()))


def parsed(text: str) -> tuple[click.Command, dict[str, Any]]:
    """The command that a line calls and the values of its options; click.UsageError if none."""
    top = cli.make_context("cjm", shlex.split(text)[1:])
    name, command, rest = cli.resolve_command(top, [*top._protected_args, *top.args])
    assert command is not None
    return command, command.make_context(name, list(rest), parent=top).params


@each(LINES)
def test_a_command_line_has_a_real_command_and_real_options(item: Line) -> None:
    """Commands, options, choices and rules exist."""
    try:
        command, values = parsed(item.text)
    except click.exceptions.Exit:
        return  # --help and --version say their thing and go
    except click.MissingParameter:
        assert len(item.text.split()) == 2  # `cjm show`: only its name is spoken of
        return
    chosen = values.get("select", ()), values.get("ignore", ())
    settings_of(NO_WORKSPACE, overrides_of(*chosen, log=command.name == "conform"))
    if command.name == "rule" and values["code"]:
        cjm.rule(values["code"])


@pytest.mark.parametrize("text", ["cjm chekc", "cjm check --selct CJM1", "cjm render --view map2"])
def test_a_wrong_command_line_would_be_noticed(text: str) -> None:
    """The test above can fail."""
    with pytest.raises(click.UsageError):
        parsed(text)


def sessions() -> list[tuple[str, str]]:
    """Page and section of everything that shows a terminal."""
    return list(dict.fromkeys((b.page, b.section) for b in blocks("console")))


@pytest.mark.parametrize(("page", "section"), sessions())
def test_a_terminal_shows_what_cjm_says(page: str, section: str, tmp_path: Path) -> None:
    """The section's named files are written, its commands run, one after the other.

    `<!-- in: folder -->` before a block: a copy of that folder of the repository is there, too.
    `<!-- set: file: old → new -->`: that file was changed. `<!-- commit: day -->` before a file, or
    with a change behind the day: it was committed on that day. `cd` holds to the section's end.
    """
    ran, here = 0, tmp_path
    if page in LANGUAGES["ru"]:  # as the pages say: a workspace that speaks Russian
        write(tmp_path, {"cjm.yaml": "cjm: 1\nlanguage: ru\n"})
    for block in (b for b in BLOCKS if (b.page, b.section) == (page, section)):
        if block.mark.startswith("in: "):
            shutil.copytree(ROOT / block.mark.removeprefix("in: "), tmp_path, dirs_exist_ok=True)
        _prepare(block, here, tmp_path)
        if block.language == "console":
            for command, output in _exchanges(block.text):
                if command.startswith("cd "):
                    here /= command.removeprefix("cd ")
                    assert not output
                    continue
                assert _run(command, here, page) == output, f"{block}: {command}"
                ran += 1
    assert ran


def _exchanges(text: str) -> list[tuple[str, str]]:
    """Commands, each with the output shown below it."""
    before, *parts = re.split(r"^\$ (.*)\n", text, flags=re.MULTILINE)
    assert not before
    return list(zip(parts[::2], parts[1::2], strict=True))


def _prepare(block: Block, here: Path, folder: Path) -> None:
    """Write and commit what a block and its comment say."""
    kind, _, told = block.mark.partition(": ")
    day, _, change = told.partition(" ")
    if kind == "set":
        _set(here, told)
    elif kind == "commit" and change:
        _set(here, change)
    if block.language == "yaml" and block.file:
        write(folder, {block.file: block.text})
    if kind == "commit":
        _commit(folder, day)


def _set(folder: Path, change: str) -> None:
    """Change a text that stands in a file once; the line stays as long as it was."""
    name, _, words = change.partition(": ")
    old, new = words.split(" → ")
    text = (folder / name).read_text(encoding="utf-8")
    assert text.count(old) == 1, change
    (folder / name).write_text(text.replace(old, new), encoding="utf-8")


def _commit(folder: Path, day: str) -> None:
    """All that is there, committed on that day in a repository of its own."""
    at = [f"GIT_{who}_DATE={day}T12:00:00+00:00" for who in ("AUTHOR", "COMMITTER")]
    git("init", "--quiet", folder=folder)
    git("add", "--all", folder=folder)
    git("commit", "--quiet", "--message", "work", folder=folder, environment=at)


def _run(command: str, folder: Path, page: str) -> str:
    """What a terminal shows, in an environment that speaks the page's language."""
    program, *arguments = shlex.split(command)
    if program == "cat":
        return "".join((folder / name).read_text(encoding="utf-8") for name in arguments)
    assert program == "cjm", f"a terminal here knows cat and cjm, not {program}"
    for before, name in pairwise(["", *arguments]):  # what is checked stands above, in the page
        assert before == "-o" or not name.endswith(".yaml") or (folder / name).exists(), name
    done = subprocess.run(
        [sys.executable, "-m", "cjm", *arguments],
        cwd=folder,
        env={
            **os.environ,
            "PYTHONPATH": str(ROOT),
            "PYTHONUTF8": "1",
            "CJM_LANGUAGE": "ru" if page in LANGUAGES["ru"] else "en",
        },
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        encoding="utf-8",
        check=False,
    )
    return done.stdout


# ---- Python ---------------------------------------------------------------------------------


SCRIPTS = {
    page: "\n".join(b.text for b in BLOCKS if b.page == page and b.language == "python")
    for page in PAGES
    if any(b.page == page and b.language == "python" for b in BLOCKS)
}
"""The Python of each page, one script from its first block to its last."""


@pytest.mark.parametrize("page", SCRIPTS)
def test_python_of_a_page_runs(
    page: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """It runs from the repository's root, and prints where it says print."""
    monkeypatch.chdir(ROOT)
    exec(compile(SCRIPTS[page], page, "exec"), {})
    if "print(" in SCRIPTS[page]:
        assert capsys.readouterr().out.strip()


@pytest.fixture(scope="module")
def scripts(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the script of each page."""
    folder = tmp_path_factory.mktemp("scripts")
    for page, script in SCRIPTS.items():
        (folder / re.sub(r"\W", "_", page.removesuffix(".md"))).with_suffix(".py").write_text(
            script, encoding="utf-8"
        )
    return folder


def test_mypy_accepts_the_python_of_the_pages(scripts: Path) -> None:
    """Strictly, against the types that the package ships."""
    files = sorted(str(file) for file in scripts.glob("*.py"))
    command = [sys.executable, "-m", "mypy", "--strict", "--config-file=", "--cache-dir", "cache"]
    done = subprocess.run(
        [*command, *files], cwd=scripts, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stdout + done.stderr


@pytest.mark.skipif(not shutil.which("node"), reason="no node: pyright does not run")
def test_pyright_accepts_the_python_of_the_pages(scripts: Path) -> None:
    """What editors underline."""
    command = [sys.executable, "-m", "pyright", "--pythonpath", sys.executable, "."]
    done = subprocess.run(command, cwd=scripts, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr


# ---- links ----------------------------------------------------------------------------------


def links() -> list[tuple[str, str]]:
    """Every relative link or picture: page and target."""
    found = [
        (page, target)
        for page in PAGES
        for target in re.findall(r"\]\(([^)\s]+)\)", prose(page))
        if not re.match(r"[a-z]+:", target)
    ]
    assert found
    return list(dict.fromkeys(found))


def anchors(page: str) -> set[str]:
    """The anchors GitHub gives to a page's headings."""
    headings = re.findall(r"^#+ (.*)$", prose(page), re.MULTILINE)
    return {re.sub(r"[^\w\- ]", "", h.lower()).replace(" ", "-") for h in headings}


@pytest.mark.parametrize(("page", "target"), links())
def test_a_link_leads_somewhere(page: str, target: str) -> None:
    """The file is there, and so is the heading."""
    name, _, anchor = target.partition("#")
    path = (ROOT / page).parent / name if name else ROOT / page
    inside = path.resolve().relative_to(ROOT).as_posix()
    assert path.exists()
    assert not anchor or anchor in anchors(inside)


# ---- languages ------------------------------------------------------------------------------


@pytest.mark.parametrize("page", TRANSLATED)
def test_a_translation_has_the_parts_of_its_original(page: str) -> None:
    """Headings, blocks, rows and comments in the same order."""

    def shape(page: str) -> list[str]:
        parts = re.findall(r"^(#+) |^(```\S*)$|^(\|)|^<!-- (.*) -->$", text_of(page), re.MULTILINE)
        return ["".join(part) for part in parts]

    assert shape(russian(page)) == shape(page)


@pytest.mark.parametrize("page", TRANSLATED[1:])
def test_the_languages_link_to_each_other(page: str) -> None:
    """The first line leads to the other language."""
    for one, other in ((page, russian(page)), (russian(page), page)):
        assert f"]({Path(other).name})" in text_of(one).splitlines()[0]


def test_the_russian_readme_links_to_the_english_one() -> None:
    """The first line leads to the original."""
    assert "](README.md)" in text_of("README.ru.md").splitlines()[0]


# ---- tables ---------------------------------------------------------------------------------


TOPS = (JOURNEY, WORKSPACE, TOUCHPOINT, DATA, TOPICS)
"""The records of whole files, and of what the pages begin with."""
ALL_RECORDS = {r.name: r for top in TOPS for r in records(top)}
OF_ROWS = Record("rows", ROWS)
"""What every source of data.yaml has: it is told once."""
RECORDS = {
    name: replace(r, fields={key: known for key, known in r.fields.items() if key not in ROWS})
    if set(ROWS) <= set(r.fields)
    else r
    for name, r in ALL_RECORDS.items()
} | {"rows": OF_ROWS}


def marked(language: str, mark: str) -> list[list[str]]:
    """The rows of the one table of a language with that comment before it."""
    found = [t for t in TABLES if t.page in LANGUAGES[language] and t.mark == mark]
    assert len(found) == 1, f"{mark}: {[str(t) for t in found]}"
    return found[0].rows


def codes(cell: str) -> list[str]:
    """What stands between backquotes."""
    return re.findall(r"`([^`]+)`", cell)


def test_the_tables_of_fields_are_walked_to_the_end() -> None:
    """Records inside lists, mappings and forms are found."""
    assert {"journey", "workspace", "touchpoint", "score", "scenario_step", "check"} <= set(RECORDS)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", RECORDS)
def test_every_field_is_documented_and_no_other(name: str, language: str) -> None:
    """A table has the record's fields, in its order."""
    rows = marked(language, f"fields: {name}")
    assert [codes(row[0])[0] for row in rows] == list(RECORDS[name].fields)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", RECORDS)
def test_the_tables_say_what_the_format_says_a_field_means(name: str, language: str) -> None:
    """Editors, help and the pages have one sentence a field; a page adds links and marks."""
    for row in marked(language, f"fields: {name}"):
        meaning = re.sub(r": \[[^\]]*\]\([^)]*\)$", "", row[2])
        meaning = re.sub(r"\[([^\]]*)\]\([^)]*\)", r"\1", meaning).replace("`", "")
        known = translate(RECORDS[name].fields[codes(row[0])[0]].doc, language)
        assert meaning[0].upper() + meaning[1:] + "." == known


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", RECORDS)
def test_required_fields_are_called_so(name: str, language: str) -> None:
    """The last column says which fields must be there."""
    word = {"en": "required", "ru": "обязательно"}[language]
    said = {codes(row[0])[0] for row in marked(language, f"fields: {name}") if word in row[-1]}
    assert said == {field for field, known in RECORDS[name].fields.items() if known.required}


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_table_of_fields_is_of_nothing(language: str) -> None:
    """Every table of fields belongs to a record."""
    tables = {t.mark for t in TABLES if t.page in LANGUAGES[language]}
    fields = {mark.removeprefix("fields: ") for mark in tables if mark.startswith("fields: ")}
    assert fields == set(RECORDS)


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_words_of_enumerations_are_documented(language: str) -> None:
    """Where a field takes one of a few words, all are named."""
    for name, record in RECORDS.items():
        rows = {codes(row[0])[0]: row for row in marked(language, f"fields: {name}")}
        for field, known in record.fields.items():
            words = getattr(known.kind, "words", ())
            assert set(words) <= set(codes(rows[field][1])), f"{name}.{field}"


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_rule_is_documented_and_no_other(language: str) -> None:
    """Code, name and severity of this version's rules."""
    rows = [[row[0], codes(row[1])[0], row[2]] for row in marked(language, "rules")]
    assert rows == [[r.code, r.name, r.severity.value] for r in RULES]


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_option_of_a_rule_is_documented(language: str) -> None:
    """The table of rules' options is complete."""
    page = {"en": "docs/checking.md", "ru": "docs/checking.ru.md"}[language]
    known = {(rule.name, option.name) for rule in RULES for option in rule.options}
    assert known
    rows = re.findall(r"^\| `([a-z-]+)` \| `([a-z_]+)` \|", prose(page), re.MULTILINE)
    assert set(rows) == known


def options(command: click.Command) -> set[str]:
    """The long options of a command."""
    names = (o for p in command.params if isinstance(p, click.Option) for o in p.opts)
    return {name for name in names if name.startswith("--")}


COMMANDS = {"cjm": cli, **cli.commands}


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", [n for n, c in COMMANDS.items() if options(c)])
def test_every_option_is_documented_and_no_other(name: str, language: str) -> None:
    """A command's table has its long options."""
    said = {codes(row[0])[0] for row in marked(language, f"options: {name}")}
    assert said - {"--help"} == options(COMMANDS[name]) - {"--help"}
    assert ("--help" in said) == (name == "cjm")


@pytest.mark.parametrize("page", ["docs/maps.md", "docs/maps.ru.md"])
def test_every_row_of_a_map_is_documented_in_its_order(page: str) -> None:
    """The table names what --lanes takes, and so does --help."""
    rows = re.findall(r"^\| `([a-z-]+)` \|", prose(page), re.MULTILINE)
    assert tuple(rows) == LANES
    told = re.sub(r"\s+", " ", str(cli.commands["render"].help))
    assert ", ".join(LANES) in told


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", cli.commands)
def test_every_command_is_shown(name: str, language: str) -> None:
    """Each language shows every command at work."""
    lines = (shlex.split(line.text) for line in LINES if line.page in LANGUAGES[language])
    assert any(name in words for words in lines)


@pytest.mark.parametrize("language", LANGUAGES)
def test_choices_of_options_are_documented(language: str) -> None:
    """Where an option takes one of a few words, all are named."""
    for name, command in COMMANDS.items():
        for param in command.params:
            if isinstance(param.type, click.Choice):
                rows = {codes(row[0])[0]: row for row in marked(language, f"options: {name}")}
                assert set(param.type.choices) <= set(codes(rows[param.opts[-1]][1])), param.name


@pytest.mark.parametrize(
    "limit", [MAX_BYTES, MAX_VALUES, MAX_DEPTH, MAX_ALIASED, MAX_ALIASED_LENGTH]
)
def test_limits_are_documented(limit: int) -> None:
    """The safety limits stand in the pages as numbers people read."""
    assert f"{limit:,}" in prose("docs/format.md")
    assert f"{limit:,}".replace(",", "\N{NO-BREAK SPACE}") in prose("docs/format.ru.md")
