"""The overview: many journeys, a line each; as a record, a page, JSON and CSV."""

from __future__ import annotations

import csv
import io
import json
import re
from dataclasses import replace

import pytest
from jsonschema import Draft202012Validator
from show_samples import ROOT, cells, tangled_journey

import cjm
from cjm.cli import main
from cjm.terminal.overview import overview_page

SCHEMA = Draft202012Validator(cjm.schema("overview"))


def journey(title, experience, **keys):
    """A journey of one measured touchpoint, as YAML."""
    head = "".join(f"{key}: {value}\n" for key, value in keys.items())
    scores = f"expectation: 5, experience: {experience}, outcome: success"
    return f"cjm: 1\ntitle: {title}\n{head}touchpoints:\n  pay: {{title: At the till, {scores}}}\n"


@pytest.fixture
def shops(desk):
    """Two journeys as they are, one to be, one that is not measured, and two that are broken."""
    desk.write("j/a.yaml", journey("Fair", 6))
    desk.write("j/b.yaml", journey("Bad", 2))
    desk.write("j/c.yaml", journey("Wished", 1, state="to-be"))
    desk.write("j/d.yaml", "cjm: 1\ntitle: Unknown\ntouchpoints: {ask: {outcome: success}}\n")
    desk.write("j/x.yaml", "cjm: 1\ntitle: [\n")
    desk.write("j/y.yaml", "cjm: 1\ntitle: Off\ntouchpoints: {a: {expectation: 11}}\n")
    desk.write("j/note.yaml", "about: cjm\n")
    return desk


def run(capsys, *arguments):
    """Exit code, standard output, standard error."""
    with pytest.raises(SystemExit) as end:
        main(list(arguments))
    out, err = capsys.readouterr()
    return end.value.code, out, err


def test_the_worst_balance_is_first_and_what_has_none_last(shops):
    """As they are, then as they should be; last what could not be read."""
    rows = cjm.overview("j").journeys
    assert [row.title for row in rows] == ["Bad", "Fair", "Unknown", "Wished", None, None]
    assert [row.balance for row in rows] == [-3, 1, None, -4, None, None]
    assert [row.file for row in rows[-2:]] == ["j/x.yaml", "j/y.yaml"]


def test_a_row_has_the_figures_of_its_journey(shops):
    """Those of `cjm.analyze`, and the findings that `cjm.check` lists."""
    row = cjm.overview("j/b.yaml").journeys[0]
    figures = cjm.analyze("j/b.yaml")
    summary = cjm.check("j/b.yaml").summary
    assert (row.balance, row.disappointed, row.success) == (figures.balance, 1, 1)
    assert row.negative_moments_of_truth == len(figures.negative_moments_of_truth) == 1
    assert (row.worst, row.worst_title, row.worst_gap) == ("pay", "At the till", -3)
    assert (row.error, row.warning, row.info) == (summary.error, summary.warning, summary.info)


def test_a_journey_with_faults_has_no_figures_but_findings(shops):
    """It is counted as unread; a YAML file of another kind is skipped."""
    found = cjm.overview("j")
    broken = found.journeys[-1].to_dict()
    assert {key for key, value in broken.items() if value is not None} == {
        "file", "journey", "error", "warning", "info",
    }  # fmt: skip
    assert broken["error"] == 1
    assert (found.summary["journeys"], found.unread, found.skipped) == (4, 2, 1)


def test_two_journeys_of_one_id_are_not_trusted(desk):
    """Which of the two is meant nobody knows: the second has an error, and no figures."""
    desk.write("a.yaml", journey("One", 6, id="shop"))
    desk.write("b.yaml", journey("Two", 2, id="shop"))
    found = cjm.overview(".")
    assert [(row.title, row.balance) for row in found.journeys] == [("One", 1), (None, None)]
    assert found.unread == 1


def test_versions_in_two_languages_are_one_journey(desk):
    """The asked language's, else the workspace's, else the first by path."""
    desk.write("a.yaml", journey("Лавка", 2, id="shop", language="ru"))
    desk.write("b.yaml", journey("A shop", 2, id="shop", language="en"))
    desk.write("c.yaml", journey("Кафе", 6, id="cafe", language="ru"))

    def titles(**options):
        return [row.title for row in cjm.overview(".", **options).journeys]

    assert titles(language="en") == ["A shop", "Кафе"]
    assert titles(language="ru") == ["Лавка", "Кафе"]
    desk.write("cjm.yaml", "cjm: 1\nlanguage: ru\n")
    assert titles() == ["Лавка", "Кафе"]
    assert cjm.overview(".").summary["touchpoints"] == 2


def test_a_persona_s_figures_are_its_own(desk):
    """A journey without the persona has a title only; one that nobody has is refused."""
    shared = "personas: {eve: {share: 1}}"
    scores = "expectation: 5, experience: 6, by_persona: {eve: {experience: 1}}"
    desk.write("a.yaml", f"cjm: 1\ntitle: A\n{shared}\ntouchpoints: {{pay: {{{scores}}}}}\n")
    desk.write("b.yaml", journey("B", 9))
    rows = cjm.overview(".", "eve").journeys
    assert [(row.title, row.balance, row.worst_gap) for row in rows] == [
        ("A", -4, -4),
        ("B", None, None),
    ]
    with pytest.raises(cjm.UsageError, match="no journey here has a persona 'adam'"):
        cjm.overview(".", "adam")


def test_journeys_built_in_python_have_rows_too():
    """Without a file; their findings are told apart by id and state."""
    one = cjm.Journey("one", {"a": {"expectation": 5, "experience": 1}})
    two = cjm.Journey("two", {"a": {"expectation": 5, "experience": 9, "outcome": "success"}})
    rows = cjm.overview([two, one]).journeys
    assert [(row.file, row.journey, row.balance) for row in rows] == [
        (None, "one", -4),
        (None, "two", 4),
    ]
    assert rows[0].error > rows[1].error


@pytest.mark.parametrize("persona", [None, "business"])
def test_an_overview_keeps_to_its_schema(persona):
    """Of the examples; of faults in `test_json_and_csv_have_the_same_keys`."""
    found = cjm.overview(ROOT / "journeys", persona)
    assert list(SCHEMA.iter_errors(json.loads(json.dumps(found.to_dict())))) == []


def test_json_and_csv_have_the_same_keys(shops, capsys):
    """A row a journey; what does not exist is null, an empty cell."""
    code, out, err = run(capsys, "show", "j", "--format", "json", "--no-cache")
    data = json.loads(out)
    assert code == 2
    assert "j/x.yaml:2:9" in err
    assert list(SCHEMA.iter_errors(data)) == []
    _, out, _ = run(capsys, "show", "j", "--format", "csv", "--no-cache")
    rows = list(csv.DictReader(io.StringIO(out)))
    assert [list(row) for row in rows] == [list(row) for row in data["journeys"]]
    assert [row["balance"] for row in rows] == ["-3.0", "1.0", "", "-4.0", "", ""]


def test_what_the_cache_knows_is_the_same(shops):
    """Known results and new ones give one overview, for each persona of its own."""
    new = cjm.overview("j")
    assert cjm.overview("j", cache=True) == cjm.overview("j", cache=True) == new


def test_a_folder_of_one_journey_is_that_journey_s_page(desk, capsys):
    """As JSON it stays an overview: its shape shall not depend on how many there are."""
    desk.write("j/a.yaml", journey("Fair", 6))
    code, out, _ = run(capsys, "show", "j")
    assert (code, out) == (0, cjm.show("j/a.yaml"))
    assert cjm.show("j") == out
    assert "journeys" in json.loads(run(capsys, "show", "j", "--format", "json")[1])


def test_a_folder_without_a_journey_fails(desk, capsys):
    """With a sentence, and no page."""
    (desk.folder / "e").mkdir()
    assert run(capsys, "show", "e") == (2, "", "error: e: there is no journey here\n")


def test_without_a_path_the_workspace_s_journeys_are_shown(shops, capsys):
    """As `cjm check` takes them."""
    shops.write("cjm.yaml", "cjm: 1\njourneys: [j/a.yaml, j/b.yaml]\n")
    code, out, _ = run(capsys, "show")
    assert code == 0
    assert out.index("Bad") < out.index("Fair")


# ---- the page ------------------------------------------------------------------------------


@pytest.mark.parametrize("language", ["en", "ru"])
def test_no_line_is_wider_than_the_page(shops, language):
    """And each journey has one, with its balance, at every width."""
    shops.write("j/long.yaml", journey("Very " * 30, 3))
    found = cjm.overview(["j", ROOT / "journeys"])
    for width in (40, 60, 72, 80, 100, 120, 140):
        page = overview_page(found, language, width)
        lines = page.split("\n")
        assert max(map(cells, lines)) == width
        assert all(line == line.rstrip() for line in lines)
        assert sum("Very" in line for line in lines) == 1
        assert sum("Bad" in line and "−3" in line for line in lines) == 1


@pytest.mark.parametrize(
    ("language", "worst", "sign"), [("en", "worst touchpoint", "▼%"), ("ru", "худшая точка", "▼%")]
)
def test_titles_come_before_words_over_columns_and_bars(language, worst, sign):
    """Where a title would be cut the headings are signs, and no bars take its room."""
    lines = cjm.show(cjm.overview(ROOT / "journeys"), language=language, width=100).splitlines()
    assert lines[1].rstrip().endswith(worst)
    assert sign in lines[1]
    assert "━" not in "".join(lines[2:])
    assert "Поддержка интернет-магазина" in "".join(lines) or language == "en"


def test_eighty_columns_hold_all_there_is_to_say():
    """Shares, moments of truth, findings and the worst touchpoint stand in a line."""
    page = overview_page(cjm.overview(ROOT / "journeys"), "ru", 80)
    line = next(line for line in page.split("\n") if "Пекарня" in line)
    assert {"87", "67", "1", "Очередь"} <= set(line.replace("\u00a0%", "").split())
    assert "▼ −3" in line


def test_colour_is_added_only_where_asked(shops):
    """Without its codes the page is the same."""
    found = cjm.overview("j")
    assert "\x1b[" not in overview_page(found)
    coloured = overview_page(found, color=True)
    assert "\x1b[31m▼ −3" in coloured


def test_figures_that_rest_on_assumed_shares_say_so(desk):
    """By ≈, which the legend explains."""
    ways = "{expectation: 5, experience: 5, next: [b, c]}"
    ends = "b: {expectation: 5, experience: 1}\n  c: {expectation: 5, experience: 6}"
    desk.write("a.yaml", f"cjm: 1\ntitle: A\ntouchpoints:\n  a: {ways}\n  {ends}\n")
    desk.write("b.yaml", journey("B", 6))
    page = cjm.show(cjm.overview("."))
    assert "≈−1.5" in page
    assert "≈ rests on shares that nobody gave:" in page


@pytest.mark.parametrize(("language", "about"), [("en", "about"), ("ru", "около")])
def test_a_simulated_share_is_told_as_on_the_journey_s_own_page(language, about):
    """«About 62%», on the page and in a notebook; an exact one as it is."""
    whole = replace(tangled_journey(), language=language)
    found = cjm.overview([whole])
    row = found.journeys[0]
    assert row.simulated
    shown = re.search(rf"{about}\s[\d.,]+\s?%", cjm.show(found, language=language))
    assert shown
    assert shown[0] in replace(found, language=language)._repr_html_()
    exact = cjm.overview([str(ROOT / "journeys" / "business-taxi.yaml"), whole])
    rows = [line for line in cjm.show(exact, language=language).splitlines() if "%" in line]
    assert [about in line for line in rows[-2:]].count(True) == 1


def test_a_title_that_means_harm_is_made_harmless(desk):
    """No sign that steers a terminal reaches the page."""
    desk.write("a.yaml", journey(r'"\e[2J::error::x"', 6))
    desk.write("b.yaml", journey("B", 6))
    page = cjm.show(cjm.overview("."))
    assert "\x1b" not in page
    assert "::error" not in page


def test_an_overview_is_a_frame_and_a_table_of_a_notebook(shops):
    """With the columns of the CSV, and the journeys' titles."""
    found = cjm.overview("j")
    assert list(found.to_frame()["journey"])[:2] == ["b", "a"]
    assert "<td>Bad" in found._repr_html_() or ">Bad<" in found._repr_html_()


@pytest.mark.parametrize("sign", ["=", "+", "-", "@", "\t"])
def test_a_title_is_no_formula_to_a_spreadsheet(desk, capsys, sign):
    """Text has an apostrophe before it; figures, negative ones too, stay figures."""
    desk.write("j/a.yaml", journey(f'"{sign}cmd|calc"', 2))
    _, out, _ = run(capsys, "show", "j", "--format", "csv", "--no-cache")
    (row,) = csv.DictReader(io.StringIO(out))
    assert row["title"].startswith("'") or not row["title"].startswith(sign)
    assert row["title"].endswith("cmd|calc")
    assert float(row["balance"]) == -3
    assert cjm.overview("j").to_dict()["journeys"][0]["title"] == f"{sign}cmd|calc"
