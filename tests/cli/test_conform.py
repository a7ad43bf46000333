"""`cjm conform` as it is run: what it prints, where, and with which exit code."""

from __future__ import annotations

import json

import jsonschema
import pytest
from click.testing import CliRunner

import cjm
from cjm.cli.group import cli
from cjm.names import CONFORM_FORMATS

JOURNEY = """\
cjm: 1
id: shop
title: Shop
touchpoints:
  search: {title: Search, next: {cart: 0.9}}
  cart: {title: Cart, next: pay}
  pay: {title: Pay}
"""
PATHS = {
    ("Search", "cart", "pay"): 60,
    ("Search", "pay"): 30,
    ("Search", "chat", "cart", "pay"): 10,
}
DATA = """\
cjm-data: 1
sources:
  clicks:
    kind: events
    file: clicks.csv
    case: visitor
    touchpoint: page
    time: at
    failed: "ok = 'no'"
"""


def log_of(paths: dict[tuple[str, ...], int]) -> str:
    """Each visitor a minute after the one before; whoever pays third fails at it."""
    lines, visitor = ["visitor,page,at,ok"], 0
    for path, cases in paths.items():
        for _ in range(cases):
            visitor += 1
            for n, page in enumerate(path):
                ok = "no" if page == "pay" and visitor % 10 == 0 else "yes"
                day, minute = divmod(visitor, 60)
                lines.append(f"v{visitor},{page},2026-03-{day + 1:02}T10:{minute:02}:{n:02},{ok}")
    return "\n".join(lines) + "\n"


@pytest.fixture
def shop(desk):
    """A journey, its data, and a way to run the command."""
    desk.write("shop.yaml", JOURNEY)
    desk.write("data.yaml", DATA)
    desk.write("clicks.csv", log_of(PATHS))

    def run(*arguments: str, input: str | None = None):
        return CliRunner().invoke(cli, ["conform", *arguments], standalone_mode=False, input=input)

    return run


def test_the_only_log_is_taken_and_findings_fail_the_run(shop):
    """Page first, findings below; low fit and failures are errors."""
    result = shop("shop.yaml")
    assert result.exception is None
    assert result.return_value == 1
    page, _, findings = result.stdout.partition("\nshop.yaml:1:1: error[CJM501]")
    assert "60 of 100 cases go as planned" in page
    assert "from 2026-03-01 to 2026-03-02" in page.replace("\N{NO-BREAK SPACE}", " ")
    assert "error[CJM505] failed-touchpoint: pay: 10 of 100 events failed (10%)" in findings
    assert findings.endswith("1 journey, 3 touchpoints: 2 errors, 5 warnings\n")


def test_exit_codes_are_those_of_a_check(shop):
    """By severity; a bad option, a missing file or source ends with 2."""
    assert shop("shop.yaml", "--ignore", "CJM501,CJM505").return_value == 0
    assert shop("shop.yaml", "--ignore", "CJM501,CJM505", "--fail-on", "warning").return_value == 1
    known = ("shop.yaml", "--baseline", "known.json")
    assert shop(*known, "--update-baseline").return_value == 0
    assert shop(*known).return_value == 0
    for bad in (("gone.yaml",), ("shop.yaml", "gone"), (".",), ("shop.yaml", "--select", "CJM77")):
        assert isinstance(shop(*bad).exception, cjm.CjmError), bad


def test_a_faulty_journey_is_told_and_ends_with_2(shop, desk):
    """Its faults on standard error, nothing on the other."""
    desk.write("shop.yaml", JOURNEY.replace("next: pay", "next: gone"))
    result = shop("shop.yaml")
    assert (result.return_value, result.stdout) == (2, "")
    assert "there is no touchpoint 'gone'" in result.stderr


def test_a_file_needs_no_data_yaml(shop, desk):
    """Its columns are named by options."""
    (desk.folder / "data.yaml").unlink()
    columns = ("--case", "visitor", "--touchpoint", "page", "--time", "at")
    result = shop("shop.yaml", "clicks.csv", *columns, "--format", "json")
    data = json.loads(result.stdout)
    assert (data["cases"], data["deviations"]["failed"]) == (100, None)


def test_the_journey_may_come_from_standard_input(shop):
    """A hyphen stands for it."""
    result = shop("-", "clicks", "--format", "json", input=JOURNEY)
    assert json.loads(result.stdout)["fit"] == {"cases": 60, "share": 0.6}


def test_json_is_as_its_schema_says(shop):
    """Every figure, and the findings as a check has them."""
    data = json.loads(shop("shop.yaml", "--format", "json").stdout)
    jsonschema.validate(data, cjm.schema("conform"))
    assert data["deviations"]["ad_hoc"] == {"chat": {"events": 10, "cases": 10}}
    assert data["deviations"]["failed"] == {"pay": {"events": 10, "cases": 10}}
    assert [f["code"] for f in data["findings"]][:2] == ["CJM501", "CJM502"]
    assert data["left_out"] == {}
    assert data == cjm.conform("shop.yaml").to_dict()


@pytest.mark.parametrize("form", CONFORM_FORMATS)
def test_every_format_goes_to_its_file(shop, desk, form):
    """Several from one run; standard output has what was not sent elsewhere."""
    result = shop("shop.yaml", "--format", f"{form}=out.txt", "--format", "concise")
    assert result.return_value == 1
    text = (desk.folder / "out.txt").read_text(encoding="utf-8")
    assert "chat" in text or form == "csv"
    assert "CJM501" in result.stdout


def test_csv_has_the_moves(shop):
    """A line each, with both ends of the interval."""
    lines = shop("shop.yaml", "--format", "csv").stdout.splitlines()
    assert lines[0] == "from,to,n,of,declared,assumed,share,low,high,p,adjusted,off"
    assert lines[1].startswith(",search,100,100,1.0,False,1.0,")
    assert len(lines) == 6


def test_words_of_the_log_are_taken_for_ids(shop, desk):
    """By the mapping, as they are, or as an id would be made of them."""
    desk.write("shop.yaml", JOURNEY.replace("cart", "Корзина"))
    desk.write("data.yaml", DATA + "    touchpoints: {Корзина: [cart]}\n")
    assert json.loads(shop("shop.yaml", "--format", "json").stdout)["fit"]["cases"] == 60
    desk.write("data.yaml", DATA)
    desk.write("clicks.csv", log_of(PATHS).replace("cart", "Корзина"))
    assert json.loads(shop("shop.yaml", "--format", "json").stdout)["fit"]["cases"] == 60


def test_a_log_that_feeds_the_journey_is_chosen_among_several(shop, desk):
    """`journeys` says which; else one must be named."""
    other = DATA.split("sources:\n")[1].replace("clicks:", "calls:")
    desk.write("data.yaml", DATA + other)
    assert "more than one source fits" in str(shop("shop.yaml").exception)
    assert shop("shop.yaml", "calls").return_value == 1
    desk.write("data.yaml", DATA + other + "journeys: {shop: [clicks]}\n")
    assert '"source": "clicks"' in shop("shop.yaml", "--format", "json").stdout


def test_cases_that_may_not_be_over_end_anywhere(shop, desk):
    """Within so many days of the log's last event."""
    desk.write("clicks.csv", log_of({("Search", "cart", "pay"): 1000, ("Search", "cart"): 60}))
    assert json.loads(shop("shop.yaml", "--format", "json").stdout)["fit"]["cases"] == 1000
    late = json.loads(shop("shop.yaml", "--open", "0.5", "--format", "json").stdout)
    assert late["fit"]["cases"] > 1000


def test_repeats_and_visits_in_a_row_are_left_out_on_request(shop, desk):
    """Counted as one, and told."""
    desk.write("clicks.csv", log_of({("Search", "Search", "cart", "pay"): 20}))
    assert json.loads(shop("shop.yaml", "--format", "json").stdout)["fit"]["cases"] == 0
    merged = json.loads(shop("shop.yaml", "--collapse", "--format", "json").stdout)
    assert merged["fit"]["cases"] == 20
    assert list(merged["left_out"].values()) == [20]
    twice = log_of({("Search", "cart", "pay"): 20}).splitlines()
    desk.write("clicks.csv", "\n".join([twice[0], *twice[1:], twice[1]]) + "\n")
    assert json.loads(shop("shop.yaml", "--format", "json").stdout)["fit"]["cases"] == 19
    dropped = json.loads(shop("shop.yaml", "--drop-repeats", "--format", "json").stdout)
    assert dropped["fit"]["cases"] == 20


def test_frames_have_moves_deviations_and_findings(shop):
    """What the JSON says, to work on."""
    found = cjm.conform("shop.yaml", "clicks")
    assert repr(found) == "ConformResult(shop: 60 of 100 cases fit, 7 findings)"
    moves = found.to_frame()
    assert moves.loc[("search", "cart"), "n"] == 70
    assert list(found.to_frame("deviations").loc[("ad_hoc", "chat")]) == [10, 10]
    assert len(found.to_frame("findings")) == 7
    with pytest.raises(cjm.UsageError, match="no frame"):
        found.to_frame("paths")


def test_too_much_left_out_stops_the_run(shop, desk):
    """The account of it on standard error, and nothing else."""
    desk.write("clicks.csv", log_of(PATHS).replace("2026-03-01", "soon"))
    result = shop("shop.yaml")
    assert result.exception is not None
    assert result.stdout == ""


RUSSIAN = JOURNEY.replace("cjm: 1\n", "cjm: 1\nlanguage: ru\n")


def test_the_page_is_in_the_journey_s_language(shop, desk):
    """Findings are in the workspace's."""
    desk.write("shop.yaml", RUSSIAN)
    text = shop("shop.yaml").stdout
    assert "по плану идут 60 из 100 прохождений" in text
    assert "60% of 100 cases fit the journey" in text
    assert "go as planned" in shop("shop.yaml", "--language", "en").stdout
