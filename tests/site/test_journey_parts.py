"""The lower part of a journey's page: curve, plan, findings, print, and what can be saved."""

from __future__ import annotations

import csv
import io
import json
import shutil
from pathlib import Path

import pytest
from lxml import html

import cjm
from cjm.site.pages.journey_findings import MOST_FINDINGS

JOURNEYS = Path(__file__).parents[2] / "journeys"
TAXI = "business-taxi.yaml"
FINE = """cjm: 1
id: fine
title: Fine
language: en
stages: {s: {title: All}}
touchpoints: {all: {title: All of it, stage: s, expectation: 5, experience: 7, outcome: success}}
"""
"""A journey with which nothing is wrong."""


def built(tmp_path, text=None, name=TAXI, **options):
    """The folder of a site with one journey, as it is in the examples or with another text."""
    source = tmp_path / "journeys"
    source.mkdir(exist_ok=True)
    shutil.copy(JOURNEYS / "cjm.yaml", source)
    text = (JOURNEYS / name).read_text() if text is None else text
    (source / name).write_text(text)
    options = {"language": "en", **options}
    cjm.report([str(source)], str(tmp_path / "site"), **options)
    return tmp_path / "site" / options["language"]


def page(folder, stem="business-taxi.as-is"):
    """The journey's page."""
    return html.parse(str(folder / f"journeys/{stem}.html"), html.HTMLParser(encoding="utf-8"))


def words(node):
    """What it says, on one line."""
    return " ".join(node.text_content().split())


@pytest.fixture(scope="module")
def taxi(tmp_path_factory):
    """The taxi's site in English."""
    return built(tmp_path_factory.mktemp("taxi"))


def test_without_scripts_the_likely_curve_of_all_customers_is_seen(taxi):
    """The others wait in the page: each persona's, on each path."""
    curves = page(taxi).xpath('//section[@id="curve"]//*[contains(@class, "curve")][@data-path]')
    seen = [(c.get("data-persona"), c.get("data-path")) for c in curves if c.get("hidden") is None]
    assert seen == [("", "likely")]
    personas = ("", "business", "occasion")
    there = [(c.get("data-persona"), c.get("data-path")) for c in curves]
    assert there == [(who, path) for path in ("likely", "worst") for who in personas]


def test_without_scripts_the_frontier_is_a_table_of_its_points(taxi):
    """Costs, values and what is done, for both objectives."""
    data = json.loads((taxi / "data/business-taxi.as-is.json").read_text())
    for objective, frontier in data["plan"].items():
        (table,) = page(taxi).xpath(f'//table[@data-objective="{objective}"]')
        rows = table.xpath(".//tbody/tr")
        assert len(rows) == len(frontier["frontier"])
        costs = [float(words(row[0])) for row in rows]
        assert costs == [point["cost"] for point in frontier["frontier"]]
        assert words(rows[0][2]) == "as it is now"


def test_every_open_improvement_is_told_with_lifts_owner_and_day(taxi):
    """One that is a standard already is not: there is nothing left to buy."""
    items = page(taxi).xpath('//ol[@id="plan-list"]/li')
    data = json.loads((taxi / "data/business-taxi.as-is.json").read_text())
    ahead = [one["id"] for one in data["improvements"] if one["phase"] != "act"]
    assert [item.get("data-improvement") for item in items] == ahead
    told = words(items[0])
    for fact in ("120", "B +3", "by 2027-06-30", data["improvements"][0]["owner"]):
        assert fact in told


def test_what_is_proved_is_called_so(taxi):
    """The words are those of the plan: proved only where it is optimal."""
    note = words(page(taxi).xpath('//section[@id="plan"]//p')[0])
    assert note == "Each point is the best set of improvements for that money: proved, not guessed."


def test_what_is_not_proved_is_not_called_so():
    """The bound is told, or that there is none."""
    from cjm.i18n import translate
    from cjm.site.pages.journey_plan import _proof

    bound = {"optimal": False, "bound": 2.5, "assumed": []}
    assert translate(_proof("balance", bound), "en").endswith("none can be better than +2.50")
    simulated = translate(_proof("disappointed", {**bound, "bound": None}), "ru")
    assert simulated.endswith("посчитано на смоделированных клиентах и не доказано")


def test_a_journey_without_open_improvements_has_no_plan(tmp_path):
    """There is nothing to choose from."""
    done = FINE + "improvements: {gift: {lifts: {all: 1}, phase: act}}\n"
    folder = built(tmp_path, done, name="fine.yaml")
    assert page(folder, "fine.as-is").xpath('//*[@id="plan"]') == []
    ahead = FINE + "improvements: {gift: {lifts: {all: 1}}}\n"
    folder = built(tmp_path, ahead, name="fine.yaml")
    assert page(folder, "fine.as-is").xpath('//*[@id="plan"]') != []


def test_without_costs_improvements_stay_and_the_frontier_goes(tmp_path):
    """A site that the world can read tells what is planned, not for how much."""
    folder = built(tmp_path, leave_out=("costs",))
    assert page(folder).xpath('//*[@id="frontier"]') == []
    items = page(folder).xpath('//ol[@id="plan-list"]/li')
    assert len(items) == 3
    assert all("120" not in words(item) for item in items)


def test_findings_stand_in_the_order_of_check_and_lead_to_their_touchpoints(taxi):
    """With the line of the file, the code and what to do."""
    data = json.loads((taxi / "data/business-taxi.as-is.json").read_text())
    shown = page(taxi).xpath('//section[@id="findings"]//*[@class="finding"]')
    assert len(shown) == len(data["findings"]) > 0
    for one, found in zip(shown, data["findings"], strict=True):
        told = words(one)
        place = f"{found['file']}:{found['line']}"
        for fact in (found["message"], place, found["code"], found["name"], found["help"]):
            assert " ".join(fact.split()) in told
        links = one.xpath(".//a/@href")
        assert links == ([f"#t={found['touchpoint']}"] if found["touchpoint"] else [])


def test_of_many_findings_the_gravest_are_shown(tmp_path):
    """In the order that they had; how many more there are is said."""
    points = "".join(
        f"  p{n}: {{title: P, stage: s, expectation: {4 if n % 8 else 9}, experience: 4,"
        f" next: p{n + 1}}}\n"
        for n in range(3 * MOST_FINDINGS)
    )
    text = (
        "cjm: 1\nid: many\ntitle: Many\nlanguage: en\nstages: {s: {title: All}}\n"
        f"touchpoints:\n{points}  p{3 * MOST_FINDINGS}: {{title: P, stage: s, outcome: success}}\n"
    )
    folder = built(tmp_path, text, name="many.yaml")
    data = json.loads((folder / "data/many.as-is.json").read_text())
    (section,) = page(folder, "many.as-is").xpath('//section[@id="findings"]')
    shown = [words(one) for one in section.xpath('.//*[@class="finding"]')]
    errors = [found for found in data["findings"] if found["severity"] == "error"]
    assert len(errors) < MOST_FINDINGS < len(data["findings"])
    for found in errors:
        assert any(f"many.yaml:{found['line']} · {found['code']}" in one for one in shown)
    lines = [int(one.partition("many.yaml:")[2].partition(" ")[0]) for one in shown]
    assert lines == sorted(lines)
    assert len(shown) == MOST_FINDINGS
    assert f"and {len(data['findings']) - MOST_FINDINGS} more" in words(section)


def test_of_many_faults_of_a_file_as_many_are_shown(tmp_path):
    """Where it cannot be read."""
    points = "".join(f"  p{n}: {{expectation: x}}\n" for n in range(2 * MOST_FINDINGS))
    folder = built(tmp_path, f"cjm: 1\nlanguage: en\ntouchpoints:\n{points}", name="many.yaml")
    (section,) = page(folder, "many").xpath('//section[@id="findings"]')
    assert len(section.xpath('.//*[@class="finding"]')) == MOST_FINDINGS
    assert f"and {MOST_FINDINGS} more: cjm check" in words(section)


def test_a_journey_in_which_nothing_is_found_says_so(tmp_path):
    """In a sentence, not with an empty card."""
    folder = built(tmp_path, FINE, name="fine.yaml")
    data = json.loads((folder / "data/fine.as-is.json").read_text())
    assert data["findings"] == []
    (section,) = page(folder, "fine.as-is").xpath('//section[@id="findings"]')
    assert "cjm check finds nothing here." in words(section)


def test_findings_that_readers_shall_not_see_are_not_there(tmp_path):
    """Neither as a section nor as words anywhere in the page."""
    folder = built(tmp_path, leave_out=("findings",))
    assert page(folder).xpath('//*[@id="findings"]') == []
    assert "CJM108" not in (folder / "journeys/business-taxi.as-is.html").read_text()


def test_the_print_tells_every_moment_of_truth_that_loses_most_first(taxi):
    """With the questions that are answered."""
    data = json.loads((taxi / "data/business-taxi.as-is.json").read_text())
    view = data["views"][""]
    impacts = {p["id"]: p["impact"] for p in view["touchpoints"]}
    titles = {p["id"]: p["title"] for p in data["touchpoints"]}
    order = sorted(view["moments_of_truth"], key=impacts.__getitem__)
    shown = page(taxi).xpath('//*[@class="print wrap"]//h3')
    assert [words(title) for title in shown] == [" ".join(titles[id].split()) for id in order]


def test_the_table_has_the_columns_of_the_frame(taxi):
    """A row for each touchpoint as all customers live it, and as each persona does."""
    text = (taxi / "data/business-taxi.as-is.csv").read_bytes().decode("utf-8-sig")
    rows = list(csv.DictReader(io.StringIO(text)))
    analysis = cjm.analyze(cjm.load(JOURNEYS / TAXI))
    frame = analysis.to_frame()
    assert list(rows[0]) == ["persona", "id", *frame.columns]
    assert len(rows) == 3 * len(frame)
    everybody = {row["id"]: row for row in rows if not row["persona"]}
    assert float(everybody["ride-rough"]["gap"]) == frame.loc["ride-rough", "gap"]
    assert everybody["ride-rough"]["moment_of_truth"] == "1"


def test_no_cell_of_the_table_is_a_formula(tmp_path):
    """Titles come from anybody."""
    text = (JOURNEYS / TAXI).read_text().replace("title: Совет коллеги", 'title: "=1+1"')
    folder = built(tmp_path, text)
    table = (folder / "data/business-taxi.as-is.csv").read_text("utf-8-sig")
    assert "'=1+1" in table
    assert ",=1+1" not in table


def test_the_pdf_is_made_for_paper(tmp_path):
    """For A3, on which its smallest text has 8 points and its pages are filled alike."""
    folder = built(tmp_path, pdf=True)
    made = (folder / "journeys/business-taxi.as-is.pdf").read_bytes()
    journey = cjm.load(tmp_path / "journeys" / TAXI)
    assert made == cjm.render(journey, format="pdf", view="map", paper="a3", language="en")


def test_a_pdf_is_made_and_listed_only_where_it_is_asked_for(tmp_path):
    """It is the sheet, by the writer of maps."""
    links = "//details//a[@download]/@href"
    folder = built(tmp_path, pdf=True)
    assert "../journeys/business-taxi.as-is.pdf" in page(folder).xpath(links)
    file = folder / "journeys/business-taxi.as-is.pdf"
    assert file.read_bytes().startswith(b"%PDF-")
    folder = built(tmp_path)
    assert [x for x in page(folder).xpath(links) if x.endswith(".pdf")] == []
    assert not file.exists()


def test_pictures_show_nothing_that_is_left_out(tmp_path):
    """Neither owners nor quotes nor costs, on the sheet either."""
    from cjm.site.leaving_out import PARTS, journey_without

    journey = cjm.load(JOURNEYS / "bakery.as-is.yaml")
    owners = {point.owner for point in journey.touchpoints if point.owner}
    quotes = {quote for point in journey.touchpoints for quote in point.quotes}
    assert owners
    drawn = cjm.render(journey_without(journey, frozenset(PARTS)), view="map").decode()
    before = cjm.render(journey, view="map").decode()
    for text in owners | {quote[:20] for quote in quotes}:
        assert text not in drawn
    assert any(owner in before for owner in owners)


def test_fonts_for_pictures_stand_in_a_script_of_their_own(taxi):
    """A picture on a canvas loads nothing, so the fonts are inside; pages do not load it."""
    script = (taxi.parent / "assets/fonts.js").read_text()
    assert script.count("data:font/woff2;base64,") == 2
    assert "fonts.js" not in (taxi / "journeys/business-taxi.as-is.html").read_text()
