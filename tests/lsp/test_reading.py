"""Reading: one version of a document, whatever is wrong with it."""

from __future__ import annotations

import pytest

from cjm.checking.assess import assess
from cjm.lsp.reading import read

JOURNEY = """cjm: 1
title: Такси 🚕
touchpoints:
  call:
    expectation: 8
    experience: 5
    next: ride
  ride:
    expectation: 7
    experience: 8
    outcome: success
"""


def offset(text, mark):
    """Behind the first place of a mark in a text."""
    return text.index(mark) + len(mark)


def test_a_reading_judges_as_assess_does():
    """The same journey and the same findings."""
    reading = read(JOURNEY, "taxi.yaml", today=None)
    assert reading.is_current
    assert reading.assessment.findings == assess(JOURNEY, name="taxi.yaml").findings
    assert reading.assessment.findings


@pytest.mark.parametrize(
    ("text", "path", "workspace", "kind"),
    [
        ("touchpoints: {}\n", "a.yaml", None, "journey"),
        ("\ufeffcjm: 1\n", "a.yaml", None, "journey"),
        ("", "", None, None),
        ("version: 2\n", "compose.yaml", None, None),
        ("", "paths/a.yaml", "journeys: [paths]", "journey"),
        ("", "other/a.yaml", "journeys: [paths]", None),
        ("", "cjm.yaml", None, "workspace"),
        ("cjm-data: 1\n", "data.yaml", None, "data"),
        ("cjm-topics: 1\n", "words.yaml", None, "topics"),
        ("cjm-measured: 1\n", "a.measured.yaml", None, None),
    ],
)
def test_documents_are_ours_by_what_they_say_and_where_they_lie(text, path, workspace, kind):
    """An overlay never is, and a file of another tool neither."""
    reading = read(text, path, workspace)
    assert (reading and reading.kind) == kind


@pytest.mark.parametrize("half", ["    expe", '    owner: "desk', "    next: {ride", "\t- x: :"])
def test_a_text_broken_where_it_is_written_is_read_without_that_line(half):
    """The tree is of a text of the same length, the figures are the last good ones."""
    good = read(JOURNEY, "taxi.yaml")
    place = offset(JOURNEY, "experience: 5\n")
    broken = read(f"{JOURNEY[:place]}{half}\n{JOURNEY[place:]}", "taxi.yaml", before=good)
    assert not broken.is_current
    assert broken.analysis["call"].gap == -3
    assert list(broken.source.root.value["touchpoints"].node.value) == ["call", "ride"]
    key = broken.source.root.value["touchpoints"].node.value["ride"].key
    assert broken.text[slice(*broken.tree.place(key))] == "ride"
    assert broken.judged.place(good.source.root.value["touchpoints"].node.value["ride"].key) == (
        broken.tree.place(key)
    )


def test_only_the_key_of_the_line_is_kept_where_a_block_would_lose_its_head():
    """Without `  ride:` what stands below it would belong to nobody."""
    good = read(JOURNEY, "taxi.yaml")
    broken = read(JOURNEY.replace("  ride:\n", "  ride: {\n"), "taxi.yaml", before=good)
    assert list(broken.source.root.value["touchpoints"].node.value) == ["call", "ride"]


def test_two_broken_lines_are_both_left_out():
    """Somebody began one line and went on to another."""
    one = read(JOURNEY, "taxi.yaml")
    text = JOURNEY.replace("experience: 5", 'experience: "5')
    two = read(text, "taxi.yaml", before=one)
    three = read(text.replace("outcome: success", "outcome: {"), "taxi.yaml", before=two)
    assert list(three.source.root.value["touchpoints"].node.value) == ["call", "ride"]
    assert three.analysis["call"].gap == -3


def test_a_file_opened_broken_is_read_without_the_first_line_that_is_told():
    """There is no good version before it, and no figures."""
    reading = read(JOURNEY.replace("    next: ride", "    next: {ride"), "taxi.yaml")
    assert reading.assessment is None
    assert "touchpoints" in reading.source.root.value


def test_places_are_offsets_of_the_text_whatever_stands_before_them():
    """A byte order mark, U+2028 in a comment, an emoji, and lines that end as on Windows."""
    text = "\ufeff" + JOURNEY.replace("title:", "# a\u2028# b\ntitle:", 1).replace("\n", "\r\n")
    reading = read(text, "taxi.yaml")
    key = reading.source.root.value["touchpoints"].node.value["ride"].key
    assert text[slice(*reading.tree.place(key))] == "ride"
    assert reading.tree.at(text.index("ride:") + 1).route == ("touchpoints", "ride")


def test_a_comment_made_good_again_is_current():
    """From broken to good nothing of the broken version is left."""
    good = read(JOURNEY, "taxi.yaml")
    broken = read(JOURNEY + "  x: {", "taxi.yaml", before=good)
    again = read(JOURNEY, "taxi.yaml", before=broken)
    assert again.is_current
    assert again.since == ()


def test_a_lone_surrogate_is_a_fault_and_no_crash():
    """A client may send half of a pair."""
    reading = read(JOURNEY + "# \ud83d\n", "taxi.yaml")
    assert reading.own.source.faults
    assert read("cjm: 1\n# \ud83d\n", "cjm.yaml").own.source.faults
