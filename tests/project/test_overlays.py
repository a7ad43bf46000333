"""Overlays: which journey has which, what is told of wrong ones, and what notices them."""

from __future__ import annotations

import os

import pytest
from repositories import commit, git

import cjm
from cjm.errors import InvalidJourneyError
from cjm.project.overlays import journey_of
from cjm.project.watch import watched

JOURNEY = """\
cjm: 1
id: taxi
touchpoints:
  ride:
    expectation: 8
    experience: 8
"""
OVERLAY = """\
cjm-measured: 1
journey: taxi
state: as-is
scale: [0, 10]
scores:
  ride:
    experience: {score: 5.31, n: 398, sd: 2.417, measured: 2026-09-28}
"""
TODAY = ["--today", "2026-10-01"]


def found(report):
    """Codes with their places."""
    return [(f.code, f.file, f.span and f.span[:2]) for f in report.findings]


def test_a_measured_gap_is_told_in_the_overlay(desk):
    """At its number there; the handwritten one is related."""
    desk.write("j/taxi.yaml", JOURNEY)
    desk.write("j/taxi.measured.yaml", OVERLAY)
    report = desk.check("j", select=["CJM101"])
    assert found(report) == [("CJM101", "j/taxi.measured.yaml", (7, 25))]
    (related,) = report.findings[0].related
    assert (related.file, related.span[:2]) == ("j/taxi.yaml", (6, 17))
    assert found(desk.check("j", select=["CJM101"], measured=False)) == []
    assert found(desk.check("j/taxi.yaml", select=["CJM101"])) == found(report)


def test_every_language_of_a_journey_has_it_and_it_is_told_once(desk):
    """By id and state, whatever the files are called; another state is another journey."""
    desk.write("j/a.yaml", JOURNEY)
    desk.write("j/b.yaml", JOURNEY + "language: ru\n")
    desk.write("j/c.yaml", JOURNEY + "state: to-be\n")
    desk.write("j/z.measured.yaml", OVERLAY)
    assert found(desk.check("j", select=["CJM101"])) == [("CJM101", "j/z.measured.yaml", (7, 25))]
    scores = [cjm.load(f"j/{name}.yaml")["ride"].experience.score for name in "abc"]
    assert scores == [5.31, 5.31, 8]


@pytest.mark.parametrize(
    ("written", "wrong", "expected"),
    [
        ("n: 398", "n: many", ("CJM002", (7, 34))),
        ("scale: [0, 10]", "scale: [1, 5]", ("CJM002", (4, 8))),
        ("score: 5.31", "score: 53", ("CJM002", (7, 25))),
        ("  ride:", "  rides:", ("CJM003", (6, 3))),
        ("    experience", "    by_persona: {bob: {}}\n    experience", ("CJM003", (7, 18))),
        ("state: as-is", "state: [", ("CJM001", None)),
        ("scores:", "cjm: 1\nscores:", ("CJM002", (5, 1))),
    ],
)
def test_a_fault_is_told_at_its_place_there(desk, written, wrong, expected):
    """Once, though two languages have the overlay; nothing of the journey is judged then."""
    desk.write("j/taxi.yaml", JOURNEY)
    desk.write("j/taxi.en.yaml", JOURNEY + "language: ru\n")
    desk.write("j/taxi.measured.yaml", OVERLAY.replace(written, wrong))
    report = desk.check("j")
    faults = [f for f in report.findings if f.code == expected[0]]
    assert {f.code for f in report.findings} == {expected[0]}
    assert {f.file for f in faults} == {"j/taxi.measured.yaml"}
    assert expected[1] is None or [f.span[:2] for f in faults] == [expected[1]]
    assert not any(f.fixes for f in faults)
    with pytest.raises(InvalidJourneyError):
        cjm.load("j/taxi.yaml")
    assert cjm.load("j/taxi.yaml", measured=False)["ride"].experience.score == 8


def test_another_scale_asks_for_a_new_measurement(desk):
    """That is what mends it."""
    desk.write("taxi.yaml", JOURNEY)
    desk.write("taxi.measured.yaml", OVERLAY.replace("[0, 10]", "[1, 5]"))
    (finding,) = desk.check("taxi.yaml").findings
    assert finding.help == "run cjm measure again"


def test_two_for_one_journey_are_one_too_many(desk):
    """The second by name says so."""
    desk.write("j/taxi.yaml", JOURNEY)
    desk.write("j/taxi.measured.yaml", OVERLAY)
    desk.write("j/tram.measured.yaml", OVERLAY)
    assert found(desk.check("j")) == [("CJM004", "j/tram.measured.yaml", (2, 10))]


def test_one_of_no_journey_there_is_told(desk):
    """In a folder, and beside a file that it is named after; elsewhere it is nobody's business."""
    desk.write("j/taxi.yaml", JOURNEY)
    desk.write("j/tram.yaml", JOURNEY.replace("taxi", "tram"))
    desk.write("j/tram.measured.yaml", OVERLAY.replace("taxi", "bus"))
    expected = ("CJM003", "j/tram.measured.yaml", (2, 10))
    assert expected in found(desk.check("j"))
    assert expected in found(desk.check("j/tram.yaml"))
    assert expected not in found(desk.check("j/taxi.yaml"))


def test_one_that_its_journey_moved_away_from_is_told(desk):
    """In a folder without journeys, too; not in one that is hidden."""
    desk.write("j/taxi.yaml", JOURNEY)
    desk.write("j/old/taxi.measured.yaml", OVERLAY)
    desk.write("j/.kept/taxi.measured.yaml", OVERLAY)
    assert found(desk.check("j", select=["CJM0"])) == [
        ("CJM003", "j/old/taxi.measured.yaml", (2, 10))
    ]
    assert found(desk.check("j", select=["CJM0"], measured=False)) == []


def test_an_overlay_is_no_journey(desk):
    """Whatever it holds; named, it is refused in a sentence."""
    desk.write("j/taxi.yaml", JOURNEY)
    desk.write("j/taxi.measured.yaml", OVERLAY)
    assert desk.check("j").summary.journeys == 1
    assert desk.check("j").summary.skipped == 0
    assert desk.check("j/taxi.measured.yaml").problems == (
        "j/taxi.measured.yaml: this is no journey, but what was measured of one",
    )


def test_the_cache_notices_an_overlay_that_comes_changes_or_goes(desk, monkeypatch):
    """What a check finds is kept by what both files hold."""
    monkeypatch.setenv("CJM_CACHE_DIR", str(desk.folder / "cache"))
    desk.write("taxi.yaml", JOURNEY)
    gap = lambda: found(desk.check("taxi.yaml", select=["CJM101"], cache=True))  # noqa: E731
    assert gap() == []
    desk.write("taxi.measured.yaml", OVERLAY)
    assert len(gap()) == 1
    assert len(gap()) == 1
    desk.write("taxi.measured.yaml", OVERLAY.replace("5.31", "8.31"))
    assert gap() == []
    desk.write("taxi.measured.yaml", OVERLAY)
    (desk.folder / "taxi.measured.yaml").unlink()
    assert gap() == []


def test_dumping_a_measured_journey_writes_what_was_written(desk):
    """The survey's figures stay in their own file."""
    desk.write("taxi.yaml", JOURNEY)
    plain = cjm.load("taxi.yaml")
    desk.write("taxi.measured.yaml", OVERLAY)
    assert cjm.load("taxi.yaml") != plain
    assert cjm.dump(cjm.load("taxi.yaml")) == cjm.dump(plain)


def test_the_figures_say_where_they_come_from(desk):
    """In JSON by touchpoint, with the written value that lost."""
    desk.write("taxi.yaml", JOURNEY)
    desk.write("taxi.measured.yaml", OVERLAY)
    (point,) = cjm.analyze("taxi.yaml").to_dict()["touchpoints"]
    assert (point["expectation_from"], point["experience_from"]) == ("written", "measured")
    assert point["written"] == {"experience": 8}
    (point,) = cjm.analyze("taxi.yaml", measured=False).to_dict()["touchpoints"]
    assert (point["experience_from"], point["written"]) == ("written", {})


def test_a_change_of_an_overlay_counts_where_its_journey_is_watched(desk):
    """Named alone or in a folder."""
    desk.write("j/taxi.yaml", JOURNEY)
    overlay = os.path.realpath("j/taxi.measured.yaml")
    assert watched(["j/taxi.yaml"]).counts(overlay)
    assert watched(["j"]).counts(overlay)
    assert not watched(["j/taxi.yaml"]).counts(os.path.realpath("j/tram.yaml"))


def test_a_link_out_of_the_workspace_is_not_followed(desk, tmp_path_factory):
    """Nothing of what lies beyond is read, or quoted."""
    other = tmp_path_factory.mktemp("other") / "secret.yaml"
    other.write_text(OVERLAY)
    desk.write("j/taxi.yaml", JOURNEY)
    (desk.folder / "j/taxi.measured.yaml").symlink_to(other)
    (finding,) = desk.check("j", select=["CJM0", "CJM101"]).findings
    assert (finding.code, finding.file) == ("CJM002", "j/taxi.measured.yaml")


@pytest.mark.parametrize(
    ("text", "whose"),
    [
        ("cjm: 1\nid: taxi\n", ("taxi", "as-is")),
        ("cjm: 1\nid: 'taxi' # ours\nstate: to-be\r\n", ("taxi", "to-be")),
        ("cjm: 1\n", ("ride", "as-is")),
        ('{"cjm": 1, "id": "taxi", "state": "to-be"}', ("taxi", "to-be")),
        ('cjm: 1\n"id": "t\\u0061xi"\n', ("taxi", "as-is")),
        ("cjm: 1\nid: такси\n", ("такси", "as-is")),
        ("cjm: 1\ndescription: |\n  id: other\n", ("ride", "as-is")),
    ],
)
def test_whose_a_file_is_is_told_from_its_text(text, whose):
    """Without parsing it, wherever a line says it; else by what it says."""
    assert journey_of("folder/ride.yaml", text.encode()) == whose


@pytest.mark.parametrize(
    ("language", "told"),
    [
        ("en", "experience: written 8, measured 5.31 (n 398)"),
        ("ru", "восприятие: записано 8, измерено 5,31 (n 398)"),
    ],
)
def test_the_page_shows_both_values(desk, language, told):
    """The one that counts, and the one that lost."""
    desk.write("taxi.yaml", JOURNEY)
    desk.write("taxi.measured.yaml", OVERLAY)
    page = cjm.show("taxi.yaml", language=language).replace("\u00a0", " ")
    assert told in page
    assert "5.31" not in cjm.show("taxi.yaml", language=language, measured=False)


@pytest.mark.parametrize(
    ("language", "told"),
    [
        ("en", "delay: 1 review, 1 negative, pain 0.25 · price: 22 reviews, 3 negative, pain 0.05"),
        ("ru", "delay: 1 отзыв, плохих 1, боль 0,25 · price: 22 отзыва, плохих 3, боль 0,05"),
    ],
)
def test_the_page_shows_what_reviews_speak_of(desk, language, told):
    """At the touchpoint that the topics belong to."""
    counts = "{delay: {reviews: 1, negative: 1, pain: 0.25}, "
    counts += "price: {reviews: 22, negative: 3, pain: 0.05}}"
    desk.write("taxi.yaml", JOURNEY)
    desk.write("taxi.measured.yaml", OVERLAY + f"    topics: {counts}\n")
    page = cjm.show("taxi.yaml", language=language).replace("\u00a0", " ")
    assert told in page
    assert told not in cjm.show("taxi.yaml", language=language, measured=False)


MEASURED_MORE = """\
    paired: {n: 390, sd: 2.31, below: 0.52}
    metrics: {csat: {value: 71.105528, unit: "%", n: 398}}
    by_persona:
      anna: {experience: {score: 4, n: 40, sd: 2}, metrics: {ces: {value: 3.5, n: 40}}}
metrics: {nps: {value: 22.6, n: 398, measured: 2026-09-28}}
"""


@pytest.mark.parametrize(
    ("persona", "told", "hidden"),
    [
        (None, ("nps 22.6 (n 398, 2026-09-28)", "csat 71.11% (n 398)", "written 60%"), ()),
        (None, ("ride, Anna: experience: measured 4 (n 40)", "ces 3.5 (n 40)"), ()),
        (None, ("asked in pairs: n 390, 52% of them got less",), ()),
        ("anna", ("experience: measured 4 (n 40)", "ces 3.5 (n 40)"), ("csat 71.11%", "n 390")),
    ],
)
def test_the_page_shows_all_that_was_measured(desk, persona, told, hidden):
    """Pairs, metrics beside what is written, and personas; on a persona's page its own."""
    more = "    metrics: {csat: {value: 60, unit: '%'}}\npersonas: {anna: {name: Anna, share: 1}}\n"
    desk.write("taxi.yaml", JOURNEY + more)
    both = "    expectation: {score: 8, n: 412, sd: 1, measured: 2026-09-28}\n"
    desk.write("taxi.measured.yaml", OVERLAY + both + MEASURED_MORE)
    page = cjm.show("taxi.yaml", persona).replace("\u00a0", " ")
    shown = page[page.index("What was measured") : page.index("Moments of truth")]
    assert [text for text in told if text not in shown] == []
    assert [text for text in hidden if text in shown] == []


def test_a_later_written_value_counts_and_the_measured_one_is_shown(desk):
    """So that nobody wonders where the survey went."""
    later = JOURNEY.replace("experience: 8", "experience: {score: 8, measured: 2026-10-05}")
    desk.write("taxi.yaml", later)
    desk.write("taxi.measured.yaml", OVERLAY)
    page = cjm.show("taxi.yaml").replace("\u00a0", " ")
    assert "experience: written 8, which is later, measured 5.31 (n 398)" in page


def test_findings_are_held_against_the_overlay_as_it_was(desk):
    """A gap that was measured before is known; one measured since is new, and its file changed."""
    git("init", "--quiet")
    desk.write("taxi.yaml", JOURNEY)
    desk.write("taxi.measured.yaml", OVERLAY)
    commit()
    gap = {"select": ["CJM101"], "against": "HEAD"}
    assert found(desk.check("taxi.yaml", **gap)) == []
    desk.write("taxi.measured.yaml", OVERLAY.replace("5.31", "4.31"))
    assert [f.code for f in desk.check("taxi.yaml", **gap).findings] == ["CJM101"]
    assert desk.check(".", diff_base="HEAD").summary.journeys == 1
    (desk.folder / "taxi.measured.yaml").unlink()
    assert desk.check(".", diff_base="HEAD").summary.journeys == 1


@pytest.mark.parametrize(("language", "told"), [("en", "written 8"), ("ru", "записано 8")])
def test_a_map_shows_what_is_written_beside_the_evidence(desk, language, told):
    """Of a measured score; without the overlay there is no evidence."""
    desk.write("taxi.yaml", JOURNEY)
    desk.write("taxi.measured.yaml", OVERLAY)
    sheet = cjm.render("taxi.yaml", view="map", language=language).decode()
    assert told in sheet.replace("\u00a0", " ")
    bare = cjm.render("taxi.yaml", view="map", language=language, measured=False).decode()
    assert told not in bare.replace("\u00a0", " ")
