"""`cjm discover`: the journey's file, its page, data and table; and what it says of bad logs."""

from __future__ import annotations

import json

import pytest
from jsonschema import Draft202012Validator

import cjm
from cjm.cli import main

LOG = """customer,event,at
c1,search,2026-07-01 10:00
c1,cart,2026-07-01 10:02
c1,pay,2026-07-01 10:05
c2,search,2026-07-01 11:00
c2,search,2026-07-01 11:03
c2,cart,2026-07-01 11:04
c3,search,2026-07-01 09:00
c3,cart,2026-07-01 09:10
c3,pay,2026-07-01 09:10
c4,cart,2026-07-02 12:00
c4,pay,2026-07-02 12:01
c5,search,2026-07-03 08:00
"""
SINGLES = "customer,event,at\na,x,2026-07-01\nb,y,2026-07-01\n"
COLUMNS = ["--case", "customer", "--touchpoint", "event", "--time", "at"]


@pytest.fixture
def discover(desk, capsys):
    """Runs it on a log; gives the exit code, what it printed, and what it said."""

    def run(*arguments, log=LOG, columns=COLUMNS):
        desk.write("log.csv", log)
        with pytest.raises(SystemExit) as ended:
            main(["discover", "log.csv", *columns, *arguments])
        said = capsys.readouterr()
        return ended.value.code, said.out, said.err

    return run


def test_the_file_goes_to_standard_output_and_the_page_beside_it(discover):
    """So that `> shop.yaml` gives a journey, and what was found is seen all the same."""
    code, printed, said = discover()
    assert code == 0
    assert cjm.loads(printed)["cart"].next[0].probability == 0.75
    assert "5 cases · 12 events" in said
    assert "nothing left out" in said


def test_with_a_file_the_page_goes_to_standard_output(discover, desk):
    """The journey is called as its file."""
    code, page, said = discover("-o", "shop.yaml")
    assert (code, said) == (0, "")
    assert "5 cases · 12 events" in page
    assert cjm.load(str(desk.folder / "shop.yaml")).id == "shop"


@pytest.mark.parametrize("language", ["en", "ru"])
def test_the_page_says_every_figure(discover, language):
    """Touchpoints, paths, moves with waits, and what was left out."""
    page = discover("-o", "shop.yaml", "--min-share", "0.25", "--language", language)[1]
    said = {
        "en": ["5 cases · 12 events", "2026-07-01 to 2026-07-03", "4 different paths",
               "search → cart → pay", "4.3 min", "1 move, made 1 time", "12 rows read"],
        "ru": ["5 прохождений · 12 событий", "с 2026-07-01 по 2026-07-03", "4 разных пути",
               "search → cart → pay", "4,3 мин", "1 переход, 1 раз", "12 строк"],
    }[language]  # fmt: skip
    assert [words for words in said if words not in page.replace("\u00a0", " ")] == []
    assert max(map(len, page.splitlines())) <= 100


def test_what_is_made_here_is_in_the_language(discover):
    """And the file says which one."""
    printed = discover("--language", "ru", "--stages", "2")[1]
    assert "language: ru\nstages: {stage-1: Этап 1, stage-2: Этап 2}" in printed


def test_an_existing_file_is_replaced_only_with_force(discover, desk):
    """Whatever is written there."""
    desk.write("shop.yaml", "cjm: 1\ntouchpoints: {a: {title: Mine}}\n")
    for form in ("text", "json", "csv"):
        code, printed, said = discover("-o", "shop.yaml", "--format", form)
        assert (code, printed) == (2, "")
        assert "shop.yaml is there already" in said
    path = desk.folder / "shop.yaml"
    assert path.read_text(encoding="utf-8").endswith("Mine}}\n")
    assert discover("-o", "shop.yaml", "--force")[0] == 0
    assert cjm.load(str(path))["pay"].title == "pay"


def test_a_journey_is_kept_and_what_is_lost_is_told(discover, desk):
    """Its scores stay; what the log does not have goes, in words."""
    desk.write(
        "shop.yaml", "cjm: 1\ntouchpoints:\n  pay: {experience: 6}\n  call: {experience: 2}\n"
    )
    code, _, said = discover("--keep", "shop.yaml", "-o", "shop.yaml", "--force")
    assert code == 0
    assert "call is not in the log" in said
    assert cjm.load(str(desk.folder / "shop.yaml"))["pay"].experience.score == 6


def test_json_keeps_to_its_schema(discover):
    """With and without filters; figures are not rounded."""
    schema = Draft202012Validator(cjm.schema("discover"))
    for more in ([], ["--cover", "0.4"], ["--min-share", "0.25", "--collapse"]):
        data = json.loads(discover("--format", "json", *more)[1])
        assert [error.message for error in schema.iter_errors(data)] == []
    assert data["order"][2]["position"] == 2.5 + 1 / 6
    assert data["left_out"] == {"consecutive visit": 1, "starts": {"cart": 1}}


def test_csv_has_a_line_a_move(discover):
    """No cell of it is a formula to a spreadsheet."""
    lines = discover("--format", "csv", log=LOG.replace("cart", "=cart()"))[1].splitlines()
    assert lines[:2] == [
        "from,to,n,probability,mean_wait,median_wait,p95_wait",
        "search,cart,3,0.6,260.0,120.0,552.0",
    ]


def test_a_period_keeps_cases_that_begin_in_it(discover):
    """The others are told, and are no fault."""
    code, printed, said = discover("--from", "2026-07-02", "--to", "2026-07-03")
    assert code == 0
    assert cjm.loads(printed).customers.value == 2
    assert "outside the period" in said


@pytest.mark.parametrize(
    ("log", "arguments", "words"),
    [
        ("customer,event,at\n", [], "log has no event that counts"),
        (
            "customer,event,at\na,x,2026-07-01\nb,y,2026-07-01\n",
            [],
            "every case of log has one event",
        ),
        (LOG, ["--from", "2027-01-01"], "no case of log begins in the period"),
        (LOG, ["--stages", "9"], "9 stages cannot be made of 3 touchpoints"),
        (LOG, ["--min-share", "2"], "--min-share"),
        (LOG, ["--keep", "nowhere.yaml"], "nowhere.yaml"),
        (LOG.replace("c1,", ","), [], "of the rows of log were left out"),
    ],
)
def test_what_cannot_be_done_is_said(discover, log, arguments, words):
    """With exit code 2, and nothing on standard output."""
    code, printed, said = discover(*arguments, log=log)
    assert (code, printed) == (2, "")
    assert words in said


def test_a_long_path_shows_its_beginning_and_its_end(discover):
    """A page is read by people."""
    rows = "".join(f"c,step {n},2026-07-01 10:{n:02}\n" for n in range(30))
    said = discover(log="customer,event,at\n" + rows)[2]
    assert "… 19 more … → step 29" in " ".join(said.split())


def test_a_source_of_data_yaml(desk, capsys):
    """Its words, outcomes and stages; the same from Python."""
    desk.write("log.csv", LOG)
    desk.write(
        "data.yaml",
        "cjm-data: 1\nsources:\n  shop:\n    kind: events\n    file: log.csv\n    case: customer\n"
        "    touchpoint: event\n    time: at\n    touchpoints: {look: [search, cart]}\n"
        "    outcomes: {look: failure}\n    stages: {buying: [pay]}\n",
    )
    found = cjm.discover()
    assert found.data["touchpoints"]["look"]["title"] == "search"
    assert found.journey["look-end"].outcome == "failure"
    with pytest.raises(SystemExit):
        main(["discover"])
    assert capsys.readouterr().out == found.text
