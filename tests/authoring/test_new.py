"""`cjm new`: every template is a journey without scores, written where the workspace looks."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
import yaml
from click.testing import CliRunner

import cjm
from cjm.authoring.trades import ABOUT, text_of_template
from cjm.cli.group import cli
from cjm.errors import CjmError, UsageError
from cjm.names import TEMPLATES

LANGUAGES = ("en", "ru")
each_language = pytest.mark.parametrize("language", LANGUAGES)
each_template = pytest.mark.parametrize("template", TEMPLATES)


@pytest.fixture
def begin(desk):
    """Runs `cjm new`; gives the exit code, what it printed, and what it refused."""

    def run(*arguments, workspace=()):
        result = CliRunner().invoke(cli, [*workspace, "new", *arguments], standalone_mode=False)
        if isinstance(result.exception, CjmError):
            return 2, result.stdout, f"{result.exception}\n{result.exception.help}"
        assert result.exception is None, result.exception
        return 0, result.stdout, result.stderr

    return run


def shape(text):
    """What two languages of a template share: keys, ids, nesting and comments, without words."""
    lines = (re.sub("# .*", "#", line) for line in text.splitlines())
    return [re.sub("(title|^  [a-z-]+): [^{].*|title: [^,}]*", "…", line) for line in lines]


# ---- the templates ----------------------------------------------------------------------------


@each_language
@each_template
def test_a_template_is_a_journey_that_only_lacks_scores(begin, template, language):
    """No error: scores and shares are missing, and nothing else is to be said."""
    assert begin("it", "--template", template, "--language", language)[0] == 0
    report = cjm.check(["journeys"])
    assert report.exit_code() == 0
    assert {finding.code for finding in report.findings} <= {"CJM301", "CJM305"}
    journey = cjm.load("journeys/it.yaml")
    assert (journey.id, journey.language) == ("it", language)
    assert all(t.expectation is None and t.experience is None for t in journey.touchpoints)
    assert all(step.probability is None for t in journey.touchpoints for step in t.next)


@each_language
@each_template
def test_a_template_is_written_as_people_write(template, language):
    """Lines of 100 columns at most, two spaces a level, `# ` before comments, a line end."""
    text = text_of_template(template, language)
    assert text.endswith("\n")
    assert "\n\n\n" not in text
    for line in text.splitlines():
        assert len(line) <= 100
        assert line == line.rstrip()
        assert (len(line) - len(line.lstrip())) % 2 == 0
        assert "#" not in line or re.match(" *# [^ ]", line)
    assert cjm.format_text(text) == text


@each_template
def test_a_template_is_the_same_in_both_languages(template):
    """The same ids, stages, channels, ways and questions in the same places."""
    english, russian = (text_of_template(template, language) for language in LANGUAGES)
    assert shape(english) == shape(russian)
    assert not re.search("[А-яЁё]", english)
    titles = re.findall('title: "?([^"{},\n]+)', russian.partition("stages:")[2])
    assert [title for title in titles if not re.match("[А-Я]", title)] == []


@pytest.mark.parametrize("template", TEMPLATES[1:])
def test_a_trade_s_template_asks_at_every_touchpoint(template):
    """And has what makes a map: stages and channels, all of them used, and ends of both kinds."""
    for language in LANGUAGES:
        text = text_of_template(template, language)
        data = yaml.safe_load(text)
        points = data["touchpoints"].values()
        assert len(points) >= 9
        assert {p["stage"] for p in points} == set(data["stages"])
        assert {p["channel"] for p in points} == set(data["channels"])
        assert {p.get("outcome") for p in points} >= {"success", "failure"}
        assert text.count("?\n") == len(points)


def test_every_template_is_listed(begin):
    """With what it is about, in the language of the run."""
    assert list(ABOUT) == list(TEMPLATES)
    english, russian = (begin("--list", "--language", each)[1] for each in LANGUAGES)
    assert [line.split()[0] for line in english.splitlines()] == list(TEMPLATES)
    assert "blank     three stages with a touchpoint each, to be renamed\n" in english
    assert "taxi      такси: заказ, ожидание" in russian


@each_language
def test_a_workspace_may_begin_with_a_template(desk, language):
    """Instead of the example with scores; its first line leads to the schema."""
    done = cjm.init("x", language=language, template="hotel")
    assert done.created[:2] == ("cjm.yaml", "journeys/hotel.yaml")
    first = Path("x/journeys/hotel.yaml").read_text("utf-8").splitlines()[0]
    assert first == "# yaml-language-server: $schema=../.cjm/schema.json"
    assert cjm.check(["x"]).exit_code() == 0
    with pytest.raises(UsageError, match="there is no template 'hotle'"):
        cjm.init("y", template="hotle")


# ---- where ------------------------------------------------------------------------------------


def test_the_page_says_what_is_to_be_done(begin):
    """As many touchpoints as there are, and the command that looks at them."""
    assert begin("ride", "--template", "taxi") == (
        0, "journeys/ride.yaml: 9 touchpoints to score; cjm check journeys/ride.yaml\n", "",
    )  # fmt: skip
    assert begin("один", "--stages", "a", "--language", "ru")[1] == (
        "journeys/один.yaml: 1 точка контакта ждёт оценок; cjm check journeys/один.yaml\n"
    )


@pytest.mark.parametrize(
    ("journeys", "place"),
    [
        ("[maps]", "maps/a.yaml"),
        ("[./maps/, more]", "maps/a.yaml"),
        ("[maps/taxi.yaml]", "maps/a.yaml"),
        ("[.]", "a.yaml"),
        ("[../outside, maps]", "maps/a.yaml"),
        ("[]", "journeys/a.yaml"),
    ],
)
def test_a_journey_goes_where_the_workspace_looks(begin, desk, monkeypatch, journeys, place):
    """From a folder below, too."""
    desk.write("cjm.yaml", f"cjm: 1\nlanguage: ru\njourneys: {journeys}\n")
    below = desk.folder / "docs"
    below.mkdir()
    monkeypatch.chdir(below)
    assert begin("a")[1].startswith(f"../{place}: 3 точки контакта ждут оценок")
    text = (desk.folder / place).read_text("utf-8")
    assert text.startswith("cjm: 1\ntitle: a\n")  # the workspace says the language


def test_a_named_workspace_counts(begin, desk):
    """Given with `cjm --workspace`, as with every command."""
    desk.write("w/cjm.yaml", "cjm: 1\njourneys: [maps]\n")
    assert begin("a", workspace=["--workspace", "w/cjm.yaml"])[1].startswith("w/maps/a.yaml: ")


def test_a_file_may_be_named(begin, desk):
    """The id stays what was asked for; the schema is found from there; `-` prints the text."""
    cjm.init(".", language="en")
    assert begin("ride", "-o", "x/y/ride.as-is.yml")[0] == 0
    text = Path("x/y/ride.as-is.yml").read_text("utf-8")
    assert text.startswith(
        "# yaml-language-server: $schema=../../.cjm/schema.json\ncjm: 1\nid: ride\ntitle: ride\n"
    )
    assert (Path("x/y") / "../../.cjm/schema.json").is_file()
    code, out, _ = begin("ride", "-o", "-")
    assert (code, out.splitlines()[1]) == (0, "cjm: 1")
    assert not Path("journeys/ride.yaml").exists()


def test_a_title_and_stages_are_the_user_s(begin):
    """Any words: ids are made of them, and quotes are written where YAML needs them."""
    begin("a", "--title", 'Yes: "no" #1', "--stages", "Choose it,заказ", "--stages", "TITLE, ID")
    journey = cjm.load("journeys/a.yaml")
    assert journey.title == 'Yes: "no" #1'
    assert [(s.id, s.title) for s in journey.stages] == [
        ("Choose-it", "Choose it"), ("заказ", "Заказ"), ("TITLE", "TITLE"), ("ID", "ID"),
    ]  # fmt: skip
    assert [t.id for t in journey.touchpoints] == [s.id for s in journey.stages]
    assert [s.to for t in journey.touchpoints for s in t.next] == ["заказ", "TITLE", "ID"]
    begin("b", "--title", "До \\1 дома", "--template", "taxi")
    assert cjm.load("journeys/b.yaml").title == "До \\1 дома"


# ---- refusals ---------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["my taxi"], "'my taxi' cannot be an id\nan id has no spaces: my-taxi; "),
        (["../x"], "'../x' cannot be an id\nbegin with a letter or digit"),
        (["a/b"], "'a/b' cannot be an id"),
        ([""], "ID is given and names nothing\nname it, or omit ID"),
        ([" "], "' ' cannot be an id"),
        (["cjm"], "cjm.yaml would be no journey: files of that name are others"),
        (["a.measured"], "a.measured.yaml would be no journey"),
        (["a", "-o", "cjm.yaml"], "cjm.yaml would be no journey"),
        (["a", "-o", "a.txt"], "a.txt would be no journey"),
        (["a", "-o", "folder"], "folder is a folder"),
        (["a", "--template", "hotell"], "there is no template 'hotell'\ndid you mean 'hotel'?"),
        (["a", "--template", "taxi", "--stages", "a,b"], "taxi has stages of its own"),
        (["a", "--stages", "b,b"], "two stages are called b"),
        (["a", "--stages", "b,?"], "'?' cannot be an id"),
    ],
)  # fmt: skip
def test_what_cannot_be_is_told_and_nothing_is_written(begin, desk, arguments, said):
    """With the way out, where there is one."""
    (desk.folder / "folder").mkdir()
    code, out, refused = begin(*arguments)
    assert (code, out) == (2, "")
    assert refused.startswith(said)
    assert not list(desk.folder.rglob("*.yaml"))


def test_a_journey_that_is_there_is_not_replaced(begin, desk):
    """It is named."""
    desk.write("journeys/a.yaml", "mine")
    assert begin("a")[2] == (
        "journeys/a.yaml is there already\nanother id, or another file: -o FILE"
    )
    assert Path("journeys/a.yaml").read_text() == "mine"


def test_a_file_in_the_folder_s_place_is_told(begin, desk):
    """As the system says it."""
    desk.write("journeys", "")
    assert begin("a")[2].startswith("cannot write journeys/a.yaml: journeys is no folder")


def test_the_twin_gives_what_was_written(desk):
    """Path, text, and how many touchpoints wait for scores."""
    made = cjm.new("a", template="cafe", title="A cup", language="en")
    assert (made.path, made.touchpoints, made.language) == ("journeys/a.yaml", 10, "en")
    assert Path(made.path).read_text("utf-8") == made.text
    with pytest.raises(UsageError):
        cjm.new("b", language="de")
