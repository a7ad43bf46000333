"""Workspaces that no example is like: very long paths, no figures, nothing at all."""

from __future__ import annotations

from itertools import pairwise

import pytest
from browser import OVERFLOW, Reader

import cjm
from cjm.site.shown import MOST_PERSONAS as MOST

SQUEEZED = """[...document.querySelectorAll('tbody td')]
    .filter(cell => cell.scrollWidth > cell.clientWidth).map(cell => cell.textContent)"""
"""Cells that lie upon the next one."""
SCALE = "svg => svg.getBoundingClientRect().width / svg.viewBox.baseVal.width"
POINT = "  t{n}: {{title: Touchpoint {n}, expectation: 5, experience: {b}, next: t{m}}}\n"
TRAP = (
    "cjm: 1\ntitle: Trap\nstart: x\ntouchpoints:\n"
    "  x: {expectation: 5, experience: 4, next: y}\n  y: {expectation: 5, experience: 4, next: x}\n"
)


def long_journey():
    """Sixty touchpoints in a row, all of them moments that disappoint or delight."""
    points = "".join(POINT.format(n=n, b=n % 10, m=n + 1) for n in range(60))
    return f"cjm: 1\ntitle: Long\nstart: t0\ntouchpoints:\n{points}  t60: {{title: End}}\n"


def test_a_long_path_makes_no_page_wider(browser, tmp_path):
    """Its bars get narrower, and its slides stand beside each other, not upon each other."""
    (tmp_path / "long.yaml").write_text(long_journey())
    cjm.report([str(tmp_path)], str(tmp_path / "site"), language="en")
    reader = Reader(browser, (tmp_path / "site").as_uri() + "/")
    for width in (1440, 1000, 390):
        assert reader.open("en/index.html", width).evaluate(OVERFLOW) == 0
    assert reader.open("en/index.html", 390).evaluate(SQUEEZED) == []
    slides = reader.open("en/journeys/long.as-is.present.html", 390).locator(".strip li")
    boxes = [slide.bounding_box() for slide in slides.all()]
    assert all(a["x"] + a["width"] <= b["x"] for a, b in pairwise(boxes))
    reader.close()


def test_pictures_of_a_long_path_are_scrolled_and_can_be_read(browser, tmp_path):
    """On the portrait of a persona, the first slide, and the sheet of both states."""
    text = long_journey().replace("start:", "personas: {anna: {share: 1}}\nstart:")
    (tmp_path / "long.yaml").write_text(text)
    (tmp_path / "to-be.yaml").write_text(text.replace("start:", "id: long\nstate: to-be\nstart:"))
    cjm.report([str(tmp_path)], str(tmp_path / "site"), language="en")
    reader = Reader(browser, (tmp_path / "site").as_uri() + "/")
    for address in (
        "personas/long.as-is.anna.html",
        "journeys/long.as-is.present.html",
        "journeys/long.compare.html",
    ):
        for width in (1440, 390):
            drawn = reader.open(f"en/{address}", width).locator(".wide svg.cjm").first
            assert drawn.evaluate(SCALE) >= 1, address
    reader.close()  # and no page is wider than its window
    assert reader.faults == []


def test_a_score_between_half_points_is_what_the_what_if_begins_with(browser, tmp_path):
    """Measured ones are; arrows move it by half a point from there, End to the end."""
    (tmp_path / "measured.yaml").write_text(
        "cjm: 1\ntouchpoints:\n  snacks: {expectation: 7.137681, experience: 3.267606}\n"
    )
    cjm.report([str(tmp_path)], str(tmp_path / "site"), language="en")
    reader = Reader(browser, (tmp_path / "site").as_uri() + "/")
    page = reader.open("en/journeys/measured.as-is.html#t=snacks")
    told, slider = page.locator(".whatif output"), page.locator("#what-if-slider")
    assert told.inner_text() == "3.27"
    slider.press("ArrowRight")
    assert told.inner_text() == "3.27 → 3.77"
    assert page.locator("[data-then=balance]").inner_text() == "−3.37"
    slider.press("End")
    assert slider.get_attribute("aria-valuetext") == "3.27 → 10"
    page.locator("[data-act=as-it-is]").click()
    assert told.inner_text() == "3.27"
    assert page.locator(".panel .ans").first.inner_text() == "7.14 of 10"
    reader.close()
    assert reader.faults == []


INHERITED = ("constructor", "__proto__", "toString", "index", "con")
"""Ids that a script may take for what its objects inherit, and a system for a file of its own."""


def test_ids_that_every_object_inherits_are_ids_like_others(browser, tmp_path):
    """The panel opens, the slider moves the balance, and the link holds the points."""
    points = "".join(f"  {id}: {{expectation: 7, experience: 4}}\n" for id in INHERITED)
    (tmp_path / "constructor.yaml").write_text(f"cjm: 1\ntouchpoints:\n{points}")
    cjm.report([str(tmp_path)], str(tmp_path / "site"), language="en")
    reader = Reader(browser, (tmp_path / "site").as_uri() + "/")
    for id in INHERITED:
        page = reader.open(f"en/journeys/constructor.as-is.html#t={id}")
        told, slider = page.locator(".whatif output"), page.locator("#what-if-slider")
        assert told.inner_text() == "4"
        slider.press("End")
        assert told.inner_text() == "4 → 10"
        assert page.evaluate("decodeURIComponent(location.hash)").endswith(f"if={id}:6")
        again = reader.open(f"en/journeys/constructor.as-is.html#t={id}&if={id}:6")
        assert again.locator(".whatif output").inner_text() == "4 → 10"
    reader.close()
    assert reader.faults == []


def test_a_persona_s_name_without_a_space_makes_no_page_wider(browser, tmp_path):
    """It heads a column of the other's portrait."""
    people = f"personas: {{a: {{name: A, share: 0.5}}, b: {{name: {'b' * 500}, share: 0.5}}}}\n"
    own = "by_persona: {a: {experience: 2}, b: {experience: 8}}"
    (tmp_path / "wide.yaml").write_text(
        f"cjm: 1\n{people}touchpoints: {{x: {{expectation: 5, {own}}}}}\n"
    )
    cjm.report([str(tmp_path)], str(tmp_path / "site"), language="en")
    reader = Reader(browser, (tmp_path / "site").as_uri() + "/")
    for width in (1440, 390):
        reader.open("en/personas/wide.as-is.a.html", width)
        reader.open("en/personas/wide.as-is.b.html", width)
    reader.close()
    assert reader.faults == []


@pytest.mark.parametrize(
    ("files", "told"),
    [
        ({"a.yaml": TRAP}, "1 journey: no balance is known yet"),
        (
            {
                "a.yaml": TRAP,
                "b.yaml": "cjm: 1\ntouchpoints:\n  x: {expectation: 5, experience: 4}\n",
            },
            "2 journeys: on 1 the average customer ends below zero, of 1 the balance is not known",
        ),
        ({"a.yaml": TRAP, "b.yaml": "cjm: 1\ntitle: [\n"}, "1 file could not be read."),
    ],
)
def test_what_is_not_known_is_not_told_as_none(tmp_path, files, told):
    """A balance that nobody can compute is no balance above zero; a bar without bars is a dash."""
    for name, text in files.items():
        (tmp_path / name).write_text(text)
    cjm.report([str(tmp_path)], str(tmp_path / "site"), language="en")
    page = (tmp_path / "site/en/index.html").read_text()
    assert told in page.replace("<b>", "").replace("</b>", "")
    assert 'aria-label=""' not in page


def test_long_ids_and_ids_that_are_alike_have_files_of_their_own(tmp_path):
    """In scripts of three bytes a sign; personas that differ in capitals, points or their ends."""
    long = "п" * 90
    alike = ("Anna", "anna", "a.b", "a-b", long, f"{long}2")
    people = ", ".join(f"{id}: {{name: '<{n}>', share: {n / 21}}}" for n, id in enumerate(alike, 1))
    (tmp_path / "long.yaml").write_text(
        f"cjm: 1\nid: {'旅' * 90}\npersonas: {{{people}}}\n"
        "touchpoints:\n  x: {expectation: 5, experience: 4}\n",
        encoding="utf-8",
    )
    cjm.report([str(tmp_path)], str(tmp_path / "site"), language="en")
    portraits = [file.read_text() for file in (tmp_path / "site/en/personas").iterdir()]
    assert len(portraits) == len(alike)
    assert {n for n in range(1, 7) for text in portraits if f"<h1><bdi>&lt;{n}" in text} == set(
        range(1, 7)
    )
    names = [file.name for file in (tmp_path / "site").rglob("*")]
    assert max(len(name.encode()) for name in names) < 220
    assert "旅" in max(names, key=len)


def test_of_many_personas_those_with_the_largest_shares_are_shown(browser, tmp_path):
    """Their number is bounded, and said; the what-if knows all of them, for it counts them."""
    few = "".join(f"  p{n}: {{share: {0.01 + 0.001 * (n >= 10)}}}\n" for n in range(MOST + 10))
    rest = 1 - MOST * 0.011 - 10 * 0.01
    own = f"p0: {{experience: 1}}, p{MOST + 9}: {{experience: 9}}, rest: {{experience: 3}}"
    (tmp_path / "many.yaml").write_text(
        f"cjm: 1\npersonas:\n{few}  rest: {{share: {rest:.4f}}}\n"
        f"touchpoints:\n  x: {{title: X, expectation: 5, experience: 4, by_persona: {{{own}}}}}\n"
    )
    cjm.report([str(tmp_path)], str(tmp_path / "site"), language="en")
    assert len(list((tmp_path / "site/en/personas").iterdir())) == MOST
    reader = Reader(browser, (tmp_path / "site").as_uri() + "/")
    page = reader.open("en/journeys/many.as-is.html#t=x")
    buttons = page.locator(".people button")
    assert [one.get_attribute("data-to") for one in buttons.all()][1:] == [
        *(f"p{n}" for n in range(10, MOST + 9)),
        "rest",
    ]
    assert f"{MOST} of {MOST + 11} personas" in page.locator(".jhead").inner_text()
    assert len(page.evaluate("window.cjmJourney.journey.personas")) == MOST + 11
    page.keyboard.press("p")
    assert page.evaluate("location.hash").count("persona=p10")
    reader.close()
    assert reader.faults == []


def of_many_stages(tmp_path, n=60):
    """A site of a journey with a touchpoint in each of its many stages."""
    stages = "".join(f"  s{k}: {{title: Stage {k}}}\n" for k in range(n))
    points = "".join(
        f"  t{k}: {{title: T {k}, stage: s{k}, expectation: 6, experience: 4,"
        f" {f'next: t{k + 1}' if k < n - 1 else 'outcome: success'}}}\n"
        for k in range(n)
    )
    (tmp_path / "many.yaml").write_text(f"cjm: 1\nstages:\n{stages}touchpoints:\n{points}")
    cjm.report([str(tmp_path)], str(tmp_path / "site"), language="en")
    return (tmp_path / "site").as_uri() + "/"


def test_many_stages_are_wrapped_in_the_heat_map(browser, tmp_path):
    """None lies upon another, and each sum has room."""
    reader = Reader(browser, of_many_stages(tmp_path))
    for width in (1440, 1280, 390):
        page = reader.open("en/stages.html", width)
        boxes = [cell.bounding_box() for cell in page.locator(".row .cell").all()]
        assert len(boxes) == 60
        assert all(box["width"] >= 90 for box in boxes)
        for a, b in pairwise(boxes):
            assert b["x"] >= a["x"] + a["width"] or b["y"] >= a["y"] + a["height"]
        assert page.evaluate(OVERFLOW) == 0
    reader.close()
    assert reader.faults == []


def test_a_map_of_dots_can_be_read_after_one_step(browser, tmp_path):
    """A map that is far wider than a page is a line there; it has room to be zoomed into."""
    reader = Reader(browser, of_many_stages(tmp_path))
    page = reader.open("en/journeys/many.as-is.html")
    output, canvas = page.locator(".zoom output"), page.locator(".canvas svg")
    assert int(output.inner_text().strip("%")) < 10
    assert canvas.bounding_box()["height"] >= 240
    page.locator("[data-zoom=in]").click()
    assert output.inner_text() == "30%"
    for _ in range(8):
        page.locator("[data-zoom=in]").click()
    assert output.inner_text() == "100%"
    page.locator("[data-zoom=fit]").click()
    assert int(output.inner_text().strip("%")) < 10
    reader.close()
    assert reader.faults == []
