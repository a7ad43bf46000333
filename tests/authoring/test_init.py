"""`cjm init`: what it makes is right as it stands, and nothing that was there is touched."""

from __future__ import annotations

import json
import os
import re
import sys
from pathlib import Path

import pytest
import yaml
from check_jsonschema.builtin_schemas import get_builtin_schema
from click.testing import CliRunner
from jsonschema import Draft7Validator
from repositories import git

import cjm
from cjm.authoring import init as initializing
from cjm.authoring.origin import Origin, origin_of
from cjm.cli.group import cli
from cjm.errors import CjmError, UsageError
from cjm.terminal.initialized import initialized_page

ROOT = Path(__file__).parents[2]
LANGUAGES = ("en", "ru")
each_language = pytest.mark.parametrize("language", LANGUAGES)


@pytest.fixture
def begin(tmp_path, monkeypatch):
    """Runs `cjm init` in an empty folder of no repository; gives exit code, output and notes."""
    monkeypatch.chdir(tmp_path)

    def run(*arguments):
        result = CliRunner().invoke(cli, ["init", *arguments], standalone_mode=False)
        if isinstance(result.exception, CjmError):
            return 2, "", f"{result.exception}\n{result.exception.help}"
        assert result.exception is None
        return result.return_value, result.stdout, result.stderr

    return run


def files_of(folder="."):
    """Every file below a folder and its content."""
    found = (path for path in Path(folder).rglob("*") if path.is_file())
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in sorted(found)}


# ---- the session ------------------------------------------------------------------------------


def test_the_page_says_what_was_made_and_what_is_next(begin):
    """In English, with a file for CI."""
    assert begin("service", "--language", "en", "--ci", "github") == (
        0,
        """\
Created in service:
  cjm.yaml                    what all journeys share: language, channels, personas
  journeys/pizza.yaml         an example: 3 touchpoints, nothing wrong
  .cjm/schema.json            help in the editor (and schema.workspace.json)
  .github/workflows/journeys.yml

Next:
  cd service
  cjm check                   finds where customers get less than they expected
  cjm render -o build         draws the map
  open journeys/pizza.yaml and give delivery experience: 6
""",
        "note: in the files for CI, write where cjm comes from in the place of "
        "OWNER/cjm@REVISION\n",
    )


def test_the_page_is_in_the_language_of_the_environment(begin, monkeypatch):
    """And so are the files; nobody has to name it."""
    monkeypatch.setenv("CJM_LANGUAGE", "")
    monkeypatch.setenv("LC_ALL", "ru_RU.UTF-8")
    assert begin("service") == (
        0,
        """\
Создано в service:
  cjm.yaml                    общее для всех карт: язык, каналы, персоны
  journeys/pizza.yaml         пример: 3 точки контакта, всё в порядке
  .cjm/schema.json            подсказки в редакторе (и schema.workspace.json)

Дальше:
  cd service
  cjm check                   найдёт, где клиенты получают меньше, чем ждали
  cjm render -o build         нарисует карту
  откройте journeys/pizza.yaml и поставьте у delivery experience: 6
""",
        "",
    )
    assert cjm.load("service/journeys/pizza.yaml").title == "Заказ пиццы"


def test_a_workspace_above_does_not_choose_the_language(begin):
    """A new workspace stands for itself."""
    Path("cjm.yaml").write_text("cjm: 1\nlanguage: ru\n", encoding="utf-8")
    assert begin("service")[1].startswith("Created in service:")
    assert cjm.workspace("service").language == "en"


# ---- the files --------------------------------------------------------------------------------


@each_language
def test_what_is_made_checks_green_and_one_score_breaks_it(begin, language):
    """As the page promises: nothing found; with 6 at the courier an error, where it was written."""
    begin("--language", language)
    report = cjm.check(["."])
    assert (report.exit_code(), report.findings, report.summary.journeys) == (0, (), 1)
    file = Path("journeys/pizza.yaml")
    file.write_bytes(file.read_bytes().replace(b"experience: 9 ", b"experience: 6 "))
    report = cjm.check(["."])
    assert report.exit_code() == 1
    assert {f.code for f in report.findings} == {"CJM102", "CJM106", "CJM107", "CJM402"}
    [error] = [f for f in report.findings if f.code == "CJM102"]
    line = file.read_text("utf-8").splitlines()[error.span.line - 1]
    assert line[error.span.column - 1 :].startswith("6 ")


@each_language
def test_the_example_is_drawn(begin, language):
    """In its language, with the star of its moment of truth."""
    begin("--language", language)
    svg = cjm.render("journeys/pizza.yaml").decode()
    assert f'lang="{language}"' in svg
    assert 'data-journey="pizza"' in svg
    assert svg.count("moment-of-truth") >= 1


def test_both_examples_are_one_journey_in_two_languages():
    """Ids, scores and transitions are the same; a comment stands where the other has one."""
    texts = [
        (ROOT / f"cjm/authoring/templates/first/pizza.{language}.yaml").read_text("utf-8")
        for language in LANGUAGES
    ]
    words = "(title|owner|description|choose|order|eat): [^{].*"
    english, russian = (
        [re.sub(words, r"\1:", line.partition("#")[0]) for line in text.splitlines()]
        for text in texts
    )
    assert english == russian
    comments = [[n for n, line in enumerate(t.splitlines()) if "#" in line] for t in texts]
    assert comments[0] == comments[1]


@each_language
def test_examples_that_are_commented_out_are_right_when_they_are_not(begin, language):
    """Every one at once, `check` with its rule too: still nothing is found."""
    begin("--language", language)
    file = Path("cjm.yaml")
    text, uncommented = re.subn("^# ( *[a-z]+:)", r"\1", file.read_text("utf-8"), flags=re.M)
    assert uncommented == 8
    file.write_text(text, encoding="utf-8")
    report = cjm.check(["."])
    assert (report.exit_code(), report.findings) == (0, ())
    workspace = cjm.workspace(".")
    assert [len(workspace.personas), len(workspace.channels)] == [2, 2]
    assert workspace.check.ignore == ("no-owner",)


@each_language
def test_what_is_made_can_be_read_in_any_editor(begin, language):
    """Lines of 100 columns at most, two spaces a level, no tab, one line end at the end."""
    begin("--language", language, "--ci", "github,gitlab", "--ci", "pre-commit")
    for name, content in files_of().items():
        text = content.decode("utf-8")
        assert text.endswith("\n")
        assert not text.endswith("\n\n")
        assert "\t" not in text
        if name.endswith(".yaml"):
            assert cjm.format_text(text) == text
        if not name.startswith(".cjm"):
            assert max(map(len, text.splitlines())) <= 100, name


@each_language
def test_the_first_line_of_each_file_leads_to_its_schema(begin, language):
    """From where the file lies; its fields are described in the language."""
    begin("--language", language)
    for file, of in (("cjm.yaml", "workspace"), ("journeys/pizza.yaml", "journey")):
        first = Path(file).read_text("utf-8").splitlines()[0]
        named = re.fullmatch(r"# yaml-language-server: \$schema=(\S+)", first)[1]
        assert json.loads((Path(file).parent / named).read_text("utf-8")) == cjm.schema(
            of, language
        )


def test_the_workspace_is_called_like_its_folder(begin):
    """Whatever the folder is called, links and dots resolved."""
    for name in ("Пекарня № 1", "yes", "a: b", "#1", "12"):
        begin(name)
        assert cjm.workspace(name).name == name
    Path("real").mkdir()
    Path("link").symlink_to("real")
    begin("link/.")
    assert (cjm.workspace("real").name, begin("real")[0]) == ("real", 2)


# ---- what was there ---------------------------------------------------------------------------


def test_where_a_workspace_is_nothing_is_changed(begin):
    """It is named, with the way on; exit code 2."""
    begin("service")
    Path("service/cjm.yaml").write_text("cjm: 1\n")
    before = files_of()
    assert begin("service") == (
        2,
        "",
        "service/cjm.yaml is there already; nothing was changed\nadd to it: --ci, --editor",
    )
    assert files_of() == before


def test_files_for_ci_are_added_to_a_workspace(begin):
    """Nothing else is made or changed; what is asked for again is there, so the exit code is 2."""
    Path("cjm.yaml").write_text("cjm: 1\nlanguage: ru\n")
    code, page, _ = begin(".", "--ci", "github,gitlab")
    assert (code, page) == (
        0, "Создано здесь:\n  .github/workflows/journeys.yml\n  .gitlab-ci.yml\n",
    )  # fmt: skip
    assert list(files_of()) == [".github/workflows/journeys.yml", ".gitlab-ci.yml", "cjm.yaml"]
    assert begin(".", "--ci", "github")[0] == 2


def test_a_file_that_is_there_stays_and_what_it_lacks_is_shown(begin):
    """A team's own CI is not replaced; the lines to add are ready to be copied."""
    Path(".gitlab-ci.yml").write_text("stages: [build]\n")
    code, page, _ = begin(".", "--ci", "gitlab")
    assert code == 0
    assert Path(".gitlab-ci.yml").read_text() == "stages: [build]\n"
    shown = page.partition("stayed as it was:\n  .gitlab-ci.yml              add to it:\n\n")[2]
    copied = shown.partition("\n\n")[0]
    assert yaml.safe_load(copied)["include"][0]["inputs"]["package"].startswith("git+https:")


def test_every_other_file_that_is_there_stays_and_is_named(begin):
    """Also a link that leads nowhere."""
    Path(".cjm").mkdir()
    Path(".cjm/schema.json").write_text("{}")
    Path("journeys").mkdir()
    Path("journeys/pizza.yaml").symlink_to("nosuch")
    code, page, _ = begin()
    assert code == 0
    assert page.split("\n\n")[1] == (
        "Was there already and stayed as it was:\n  journeys/pizza.yaml\n  .cjm/schema.json"
    )
    assert Path(".cjm/schema.json").read_text() == "{}"
    assert os.readlink("journeys/pizza.yaml") == "nosuch"


@pytest.mark.parametrize(
    ("place", "entries"), [("journeys/taxi.yaml", ["journeys"]), ("taxi.yaml", ["."])]
)
def test_journeys_that_are_there_are_named_and_no_example_is_added(begin, place, entries):
    """`cjm.yaml` says where they lie, so that `cjm check` finds them; other YAML is none."""
    Path(place).parent.mkdir(exist_ok=True)
    Path(place).write_text("cjm: 1\ntouchpoints: {a: {expectation: 8, experience: 8}}\n")
    Path("compose.yaml").write_text("services: {}\n")
    code, page, _ = begin()
    assert code == 0
    assert "1 journey was there already, so no example was added" in page
    assert "pizza" not in page
    assert list(cjm.workspace(".").journeys) == entries
    assert cjm.check(["."]).summary.journeys == 1


# ---- places -----------------------------------------------------------------------------------


def test_a_folder_cannot_be_made_in_a_file_s_place(begin):
    """Neither where a link leads nowhere."""
    Path("notes").write_text("")
    Path("gone").symlink_to("nosuch")
    for name in ("notes", "gone"):
        assert begin(name)[::2] == (
            2,
            f"{name} is there already and is no folder\nname a folder; one that is missing is made",
        )
    Path("journeys").write_text("")
    assert begin()[::2] == (2, "cannot write journeys/pizza.yaml: journeys is no folder\nNone")


@pytest.mark.skipif(
    sys.platform == "win32" or os.geteuid() == 0, reason="the system administrator may write all"
)
def test_a_folder_that_may_not_be_written_to_is_told(begin):
    """In one sentence."""
    Path("locked").mkdir(mode=0o555)
    assert begin("locked")[::2] == (2, "cannot write locked/cjm.yaml: permission denied\nNone")


def test_home_is_where_a_tilde_says(begin, monkeypatch, tmp_path):
    """Also where no shell has resolved it."""
    monkeypatch.setenv("HOME", str(tmp_path / "me"))
    cjm.init("~/service")
    assert (tmp_path / "me/service/cjm.yaml").exists()
    assert not Path("~").exists()


def test_a_folder_in_a_link_is_the_link_s(begin):
    """Files go where the link leads."""
    Path("real").mkdir()
    Path("link").symlink_to("real")
    assert begin("link")[1].startswith("Created in link:")
    assert Path("real/journeys/pizza.yaml").exists()


@pytest.mark.parametrize("coding", ["ascii", "cp1251"])
def test_a_terminal_that_is_not_utf_8_changes_no_file(begin, tmp_path, coding, monkeypatch):
    """What is written is UTF-8 wherever it is made."""
    import subprocess

    environment = {**os.environ, "PYTHONIOENCODING": coding, "PYTHONUTF8": "0", "LC_ALL": "C"}
    done = subprocess.run(
        [sys.executable, "-m", "cjm", "init", "x", "--language", "ru"],
        env={**environment, "PYTHONPATH": str(ROOT)},
        capture_output=True,
        check=False,
    )
    assert (done.returncode, done.stderr) == (0, b"")
    begin("y", "--language", "ru")
    assert files_of("x") == {
        name: content.replace(b"workspace: y\n", b"workspace: x\n")
        for name, content in files_of("y").items()
    }


# ---- words that are wrong ---------------------------------------------------------------------


def test_a_word_that_is_not_known_is_told_before_anything_is_made(begin):
    """With the one that was meant."""
    assert begin("x", "--ci", "githb")[::2] == (
        2, "'githb' is none of github, gitlab, pre-commit\ndid you mean 'github'?",
    )  # fmt: skip
    for wrong in ({"ci": ["jenkins"]}, {"editor": "vim"}, {"language": "de"}, {"folder": "a\0b"}):
        with pytest.raises(UsageError):
            cjm.init(**{"folder": "x", **wrong})
    assert files_of() == {}


# ---- CI and editors ---------------------------------------------------------------------------


def faults(text, schema):
    """What a SchemaStore schema has against a file for CI; `on` is true in YAML 1.1."""
    data = {("on" if k is True else k): v for k, v in yaml.safe_load(text).items()}
    validator = Draft7Validator(get_builtin_schema(schema))
    return [f"{list(e.absolute_path)}: {e.message}" for e in validator.iter_errors(data)]


def test_files_for_ci_are_valid_and_name_what_is_offered(begin):
    """Inputs are those of our action and our template, the hook is one of ours."""
    begin("--ci", "github,gitlab,pre-commit")
    workflow = Path(".github/workflows/journeys.yml").read_text()
    assert faults(workflow, "vendor.github-workflows") == []
    assert faults(workflow.replace("runs-on", "run-on"), "vendor.github-workflows")
    action = yaml.safe_load((ROOT / "action.yml").read_text("utf-8"))
    [ours] = [s for s in yaml.safe_load(workflow)["jobs"]["check"]["steps"] if "cjm" in s["uses"]]
    assert set(ours["with"]) <= set(action["inputs"])

    pipeline = Path(".gitlab-ci.yml").read_text()
    assert faults(pipeline, "vendor.gitlab-ci") == []
    template = next(yaml.safe_load_all((ROOT / "templates/cjm-check.yml").read_text("utf-8")))
    [included] = yaml.safe_load(pipeline)["include"]
    assert included["remote"].endswith("/OWNER/cjm/REVISION/templates/cjm-check.yml")
    assert set(included["inputs"]) <= set(template["spec"]["inputs"])

    hooks = yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text("utf-8"))
    [repository] = yaml.safe_load(Path(".pre-commit-config.yaml").read_text())["repos"]
    assert [h["id"] for h in repository["hooks"]] == ["cjm-fmt", "cjm-check-all"]
    assert {"cjm-fmt", "cjm-check-all"} <= {hook["id"] for hook in hooks}


def test_files_for_ci_go_to_the_root_of_the_repository(begin):
    """There alone they are read; they name the folder with the journeys."""
    git("init", "-q")
    done = cjm.init("teams/one two", ci=["github", "gitlab", "pre-commit"])
    assert done.created[-3:] == (
        "../../.github/workflows/journeys.yml",
        "../../.gitlab-ci.yml",
        "../../.pre-commit-config.yaml",
    )
    workflow = yaml.safe_load(Path(".github/workflows/journeys.yml").read_text())
    assert workflow["jobs"]["check"]["steps"][1]["with"]["paths"] == "teams/one two"
    pipeline = yaml.safe_load(Path(".gitlab-ci.yml").read_text())
    assert pipeline["include"][0]["inputs"]["paths"] == "teams/one two"
    cjm.init("whole", ci=["github"])
    assert "paths" not in initializing.ci_file("github", Origin(), "").text


@pytest.mark.parametrize(
    "url",
    [
        "https://github.com/acme/cjm",
        "https://github.com/acme/cjm.git",
        "ssh://git@github.com/acme/cjm.git",
        "https://user:secret@github.com/acme/cjm.git",
    ],
)
def test_cjm_is_taken_from_where_it_was_installed_from(url):
    """The repository and the very commit; whatever password the address had stays behind."""
    commit = "0123456789" * 4
    told = json.dumps({"url": url, "vcs_info": {"vcs": "git", "commit_id": commit}})
    assert origin_of(told) == Origin("acme/cjm", commit)
    for service in ("github", "gitlab", "pre-commit"):
        text = initializing.ci_file(service, origin_of(told), "").text
        assert "secret" not in text
        assert "OWNER" not in text
        assert "REVISION" not in text
        assert text.count("acme/cjm") == text.count(commit) > 0 or service == "pre-commit"


@pytest.mark.parametrize(
    "record",
    [
        "", "null", "[]", "{}",
        '{"url": "file:///home/me/cjm", "dir_info": {"editable": true}}',
        '{"url": "https://example.org/acme/cjm", "vcs_info": {"commit_id": "' + "a" * 40 + '"}}',
        '{"url": "https://github.com/acme/cjm", "vcs_info": {"commit_id": "main\\n  x: y"}}',
    ],
)  # fmt: skip
def test_where_it_is_not_known_placeholders_stand(record):
    """As in the docs."""
    assert origin_of(record) == Origin("OWNER/cjm", "REVISION")
    assert not origin_of(record).is_known


def test_an_editor_knows_which_file_has_which_schema(begin):
    """Those that cjm.yaml names; overlays are no journeys; the schemas are there."""
    Path("cjm.yaml").write_text("cjm: 1\njourneys: [maps, ./more/, one.yaml]\n")
    code, page, _ = begin(".", "--editor", "vscode")
    assert (code, "schema.json" in page) == (0, True)
    settings = json.loads(Path(".vscode/settings.json").read_text())["yaml.schemas"]
    assert settings == {
        "./.cjm/schema.workspace.json": "cjm.yaml",
        "./.cjm/schema.json": [
            "maps/**/*.yaml", "maps/**/*.yml", "more/**/*.yaml", "more/**/*.yml", "one.yaml",
            "!*.measured.yaml",
        ],
    }  # fmt: skip
    assert all(Path(name).is_file() for name in settings)
    assert json.loads(Path(".vscode/extensions.json").read_text()) == {
        "recommendations": ["redhat.vscode-yaml"]
    }


@pytest.mark.parametrize(
    ("folder", "told"),
    [("сервис", "cd сервис"), ("a/b-1", "cd a/b-1"), ("a b", "cd 'a b'"), ("$x", "cd '$x'")],
)
def test_the_next_command_can_be_copied(folder, told):
    """Quoted only where a shell would take it for something else."""
    page = initialized_page(cjm.Initialized(folder, "en", ("cjm.yaml",)))
    assert f"\n  {told}\n" in page


def test_a_page_in_either_language_says_the_same_things():
    """Of whatever came about."""
    done = cjm.Initialized(".", "en", ("cjm.yaml", ".cjm/schema.json"), found=2)
    assert initialized_page(done).splitlines()[1:4] == [
        "  cjm.yaml                    what all journeys share: language, channels, personas",
        "  .cjm/schema.json            help in the editor",
        "2 journeys were there already, so no example was added",
    ]
    russian = initialized_page(done._replace(language="ru"))
    assert "2 пути уже были здесь, поэтому пример не добавлен" in russian
