"""Names that are far too long: a page shows three lines of them, and where all of it stands."""

from __future__ import annotations

import pytest
from browser import Reader

import cjm

JOURNEY = """
cjm: 1
id: long
language: en
title: "{Title}"
state: STATE
owner: "{Owner}"
start: a
stages: {{s: {{title: "{Stage}"}}}}
channels: {{c: {{title: "{Channel}"}}}}
personas:
  p: {{name: "{Persona}", share: 0.5, goals: ["{Goal}"]}}
  q: {{name: "{Client}", share: 0.5}}
touchpoints:
  a:
    title: "{Touchpoint}"
    stage: s
    channel: c
    owner: "{Answerable}"
    expectation: 8
    experience: EXPERIENCE
    moment_of_truth: true
    metrics: {{m: {{title: "{Metric}", value: 3, target: "<= 2"}}}}
    outcome: success
improvements:
  i: {{title: "{Improvement}", owner: "{Doer}", cost: 5, phase: plan, lifts: {{a: 2}}}}
"""
NAMES = ("Title", "Owner", "Stage", "Channel", "Persona", "Client", "Goal", "Touchpoint",
         "Answerable", "Metric", "Improvement", "Doer")  # fmt: skip
LINES = """() => [...document.querySelectorAll('main bdi.cut')].filter(
    (one) => one.checkVisibility()).map((one) => [
        one.getBoundingClientRect().height / parseFloat(getComputedStyle(one).lineHeight),
        one.title, one.textContent])"""
HIGHEST = 7000
"""CSS pixels: every other page of one touchpoint is lower, names shown whole make 70,000."""


def long_name(name):
    """Ten thousand characters of words."""
    return (name + " and so on for ever" * 600)[:10_000].rstrip()


@pytest.fixture(scope="module")
def long_site(tmp_path_factory):
    """The report of a journey in two states whose names are all too long."""
    source = tmp_path_factory.mktemp("names")
    text = JOURNEY.format(**{name: long_name(name) for name in NAMES})
    for state, lived in (("as-is", 3), ("to-be", 7)):
        told = text.replace("STATE", state).replace("EXPERIENCE", str(lived))
        (source / f"long.{state}.yaml").write_text(told)
    cjm.report([str(source)], str(source / "site"), language="en")
    return source / "site"


@pytest.mark.parametrize("width", [1440, 390])
def test_a_name_takes_three_lines_on_every_page(browser, long_site, width):
    """All of it stands in its title, and in the page for who searches it."""
    reader = Reader(browser, long_site.as_uri() + "/")
    seen = set()
    for file in sorted(long_site.rglob("en/**/*.html")):
        address = file.relative_to(long_site).as_posix()
        shown = reader.open(address, width)
        for lines, title, text in shown.evaluate(LINES):
            assert title == text
            if not text.startswith("Goal"):  # not a name: a page of its persona tells it whole
                assert lines < 3.5, (address, text[:20])
            seen.add(text.split()[0])
        assert shown.evaluate("document.documentElement.scrollHeight") < HIGHEST, address
        shown.close()
    reader.close()
    assert reader.faults == []
    assert seen >= set(NAMES) - {"Client", "Goal", "Channel"}


def test_the_panel_tells_a_name_whole(browser, long_site):
    """There is a place for it there: the panel is scrolled by itself."""
    reader = Reader(browser, long_site.as_uri() + "/")
    page = reader.open("en/journeys/long.as-is.html#t=a", 1440)
    title = page.locator(".panel h2").first
    assert title.inner_text() == long_name("Touchpoint")
    assert title.bounding_box()["height"] > 900
    reader.close()
    assert reader.faults == []


def test_lines_around_a_fault_are_cut_to_what_stands_there(browser, tmp_path):
    """A line of ten thousand characters would hide all others."""
    line = f'description: "{long_name("Told")}"'
    (tmp_path / "odd.yaml").write_text(f"cjm: 1\ntitle: Odd\n{line}\nowner: [nobody]\n{line[1:]}\n")
    cjm.report([str(tmp_path)], str(tmp_path / "site"), language="en")
    reader = Reader(browser, (tmp_path / "site").as_uri() + "/")
    page = reader.open("en/journeys/odd.html", 390)
    lines = page.locator(".excerpt bdi").all_text_contents()
    assert lines
    assert max(map(len, lines)) < 200
    reader.close()
    assert reader.faults == []
