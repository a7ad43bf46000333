"""Definition, references, renaming and call hierarchy: every place of an id, and no other."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
import yaml

import cjm
from cjm.edits import apply
from cjm.lsp.answers import Refused
from cjm.lsp.calls import call_item, incoming, outgoing
from cjm.lsp.definition import definition
from cjm.lsp.names import names_in
from cjm.lsp.reading import read
from cjm.lsp.references import highlights, references
from cjm.lsp.renaming import prepare_rename, rename
from cjm.lsp.settings import EditorSettings
from cjm.project.discovery import WorkspaceFile
from cjm.records import replace

ROOT = Path(__file__).parents[2]
EXAMPLES = [f for f in sorted(ROOT.glob("journeys/*.yaml")) if f.name != "cjm.yaml"]
SETTINGS = EditorSettings(language="en")
TEXT = """cjm: 1
title: Taxi 🚕
channels: {car: Car}
personas: [anna]
start: ride
touchpoints:
  ride:
    channel: [app, car]
    expectation: 8
    experience: 5
    by_persona: {anna: {experience: 4}}
    next: {ride: 0.1, "pay": 0.7}
  pay: {title: Paying, channel: car, outcome: success, stage: trip}
improvements: {faster: {lifts: {ride: 2}}}
waivers: [{rule: negative-gap, touchpoint: ride, reason: known}]
"""
SHARED = """cjm: 1
language: en
journeys: [.]
channels: {app: {title: App}}
stages: {trip: The trip}
personas: {anna: Anna}
check: {severity: {negative-gap: warning}, ignore: [CJM401]}
"""


def opened(folder, name="taxi.yaml", **more):
    """A document of a folder as it was opened."""
    file, shared = folder / name, folder / "cjm.yaml"
    home = WorkspaceFile(str(shared), shared.read_bytes()) if shared.exists() else None
    text = file.read_bytes().decode()
    return read(text, str(file), home, settings=SETTINGS, **more)


@pytest.fixture
def folder(tmp_path):
    """A workspace with one journey."""
    (tmp_path / "cjm.yaml").write_text(SHARED, "utf-8")
    (tmp_path / "taxi.yaml").write_text(TEXT, "utf-8")
    return tmp_path


DEFINED = [
    ("start: ri", "ride", "taxi.yaml", "ride:\n    channel"),
    ("touchpoint: ri", "ride", "taxi.yaml", "ride:\n    channel"),
    ("lifts: {ri", "ride", "taxi.yaml", "ride:\n    channel"),
    ('"pa', "pay", "taxi.yaml", "pay: {title"),
    ("[app, ca", "car", "taxi.yaml", "car: Car"),
    ("[ap", "app", "cjm.yaml", "app: {title"),
    ("stage: tr", "trip", "cjm.yaml", "trip: The trip"),
    ("by_persona: {an", "anna", "cjm.yaml", "anna: Anna"),
    ("personas: [an", "anna", "cjm.yaml", "anna: Anna"),
    ("rule: neg", "negative-gap", "cjm.yaml", "negative-gap: warning"),
]


@pytest.mark.parametrize(("mark", "word", "file", "target"), DEFINED)
def test_a_reference_leads_to_the_key_that_declares_it(folder, mark, word, file, target):
    """In the journey, or in its workspace; of a rule, to where the workspace tunes it."""
    (link,) = definition(opened(folder), TEXT.index(mark) + len(mark))
    assert TEXT[slice(*link.origin)] == word
    assert Path(link.target.path) == folder / file
    assert link.target.text == (folder / file).read_text("utf-8")
    assert link.target.text[link.target.start :].startswith(target)
    assert link.target.end - link.target.start == len(word)
    assert link.whole[0] <= link.target.start < link.target.end <= link.whole[1]


@pytest.mark.parametrize(
    "mark", ["title: Ta", "expectation: 8", "reason: kn", "cjm: 1", "outcome: s"]
)
def test_what_names_nothing_leads_nowhere(folder, mark):
    """Texts, numbers, words."""
    offset = TEXT.index(mark) + len(mark)
    reading = opened(folder)
    assert definition(reading, offset) == ()
    assert references(reading, offset) == highlights(reading, offset) == ()
    assert isinstance(prepare_rename(reading, offset), Refused)
    assert isinstance(rename(reading, offset, "new"), Refused)


def test_a_file_that_a_workspace_names_is_opened(folder):
    """At its beginning; a folder and a file that is not there lead nowhere."""
    text = SHARED.replace("[.]", "[taxi.yaml, none.yaml, .]")
    reading = read(text, str(folder / "cjm.yaml"), settings=SETTINGS)
    (link,) = definition(reading, text.index("taxi"))
    assert Path(link.target.path) == folder / "taxi.yaml"
    assert definition(reading, text.index("none")) == ()


@pytest.mark.parametrize("file", EXAMPLES, ids=lambda file: file.stem)
def test_references_are_as_many_as_a_search_finds(file):
    """Of each touchpoint: its key, and every place where its id stands as a whole word."""
    text = file.read_text(encoding="utf-8")
    reading = read(text, str(file), (ROOT / "journeys/cjm.yaml").read_text("utf-8"))
    words = [
        event.value
        for event in yaml.parse(text, yaml.CSafeLoader)
        if isinstance(event, yaml.ScalarEvent)
    ]
    names = names_in(reading)
    for point in cjm.load(file).touchpoints:
        own = [name for name in names if (name.kind, name.id) == ("touchpoint", point.id)]
        others = [name for name in names if name.id == point.id and name not in own]
        found = references(reading, own[0].start)
        assert {text[place.start : place.end] for place in found} == {point.id}
        assert len(found) + len(others) == words.count(point.id)
        assert len(found) == len(highlights(reading, own[0].start))
        assert len(references(reading, own[0].start, with_declaration=False)) == len(found) - 1


def test_what_a_workspace_shares_is_found_in_all_its_files(folder):
    """With the text of an open document in place of the saved one."""
    (folder / "bus.yaml").write_text("cjm: 1\ntouchpoints: {a: {channel: app}}\n", "utf-8")
    found = references(opened(folder), TEXT.index("[app") + 2)
    assert sorted(Path(place.path).name for place in found) == ["bus.yaml", "cjm.yaml", "taxi.yaml"]
    typed = {str((folder / "bus.yaml").resolve()): "cjm: 1\ntouchpoints: {a: {}}\n"}
    found = references(opened(folder, opened=typed), TEXT.index("[app") + 2)
    assert sorted(Path(place.path).name for place in found) == ["cjm.yaml", "taxi.yaml"]


def test_a_channel_of_a_journey_alone_is_its_own(folder):
    """Another journey's of that name is another channel."""
    (folder / "bus.yaml").write_text("cjm: 1\ntouchpoints: {a: {channel: car}}\n", "utf-8")
    found = references(opened(folder), TEXT.index("channel: car") + 10)
    assert [Path(place.path).name for place in found] == ["taxi.yaml"] * 3


def made(changes):
    """The texts that changes make, by the names of the files."""
    return {Path(change.path).name: apply(change.text, change.edits) for change in changes}


def test_a_touchpoint_is_renamed_wherever_it_is_named(folder):
    """The figures stay what they were."""
    (change,) = rename(opened(folder), TEXT.index("start: ri") + 8, "поездка")
    assert change.confirm == ""
    after = apply(change.text, change.edits)
    assert after.count("поездка") == TEXT.count("ride")
    shared = cjm.workspace(folder)
    before, now = cjm.analyze(cjm.loads(TEXT, shared)), cjm.analyze(cjm.loads(after, shared))
    assert (before.balance, before.remembered) == (now.balance, now.remembered)


def test_what_a_workspace_shares_is_renamed_in_all_its_files(folder):
    """In `cjm.yaml`, in the journeys and in what was measured of them."""
    (folder / "bus.yaml").write_text("cjm: 1\ntouchpoints: {a: {channel: app}}\n", "utf-8")
    texts = made(rename(opened(folder), TEXT.index("[app") + 2, "phone"))
    assert {*texts} == {"taxi.yaml", "cjm.yaml", "bus.yaml"}
    assert all("phone" in text and not re.search(r"\bapp\b", text) for text in texts.values())


def test_a_file_with_a_byte_order_mark_is_renamed_where_an_editor_shows_the_name(folder):
    """An editor that opens it for the change shows its first line without the mark."""
    text = "{cjm: 1, touchpoints: {a: {channel: app}}}\n"
    (folder / "bus.yaml").write_text(text, "utf-8-sig")
    changes = rename(opened(folder), TEXT.index("[app") + 2, "phone")
    (change,) = [each for each in changes if Path(each.path).name == "bus.yaml"]
    assert apply(text, change.edits) == text.replace("app", "phone")


def test_another_state_is_renamed_with_a_question():
    """So is another language; the overlay goes with its journey, unasked."""
    changes = rename(*_at("bakery.as-is.yaml", "queue"), "line")
    assert [(Path(c.path).name, bool(c.confirm)) for c in changes] == [
        ("bakery.as-is.yaml", False),
        ("bakery.to-be.yaml", True),
    ]
    changes = rename(*_at("coffee-shop.yaml", "greeting"), "hello")
    assert [Path(change.path).name for change in changes] == [
        "coffee-shop.yaml",
        "coffee-shop.en.yaml",
    ]


def _at(name, id):
    reading = opened(ROOT / "journeys", name)
    return reading, re.search(rf"(?m)^  {id}:", reading.text).start() + 3


def test_an_overlay_is_renamed_with_its_journey(tmp_path):
    """Without a workspace, too; its keys are the journey's."""
    (tmp_path / "a.yaml").write_text(
        "cjm: 1\nid: a\ntouchpoints: {ride: {expectation: 8}}\n", "utf-8"
    )
    (tmp_path / "a.measured.yaml").write_text(
        "cjm-measured: 1\njourney: a\nstate: as-is\nscale: [0, 10]\nscores:\n"
        "  ride: {experience: {score: 4, n: 12, measured: 2026-09-30}}\n",
        "utf-8",
    )
    reading = opened(tmp_path, "a.yaml")
    texts = made(rename(reading, reading.text.index("ride"), "trip"))
    assert "  trip: {experience" in texts["a.measured.yaml"]
    assert "{trip: {expectation" in texts["a.yaml"]


DATA = (
    "cjm-data: 1\nsources:\n  asked: {kind: survey, file: a.csv, scale: [1, 5], touchpoint: at,\n"
    "          score: mark, touchpoints: {ride: [Trip]}}  # of May\n"
)


def test_data_that_tell_of_a_touchpoint_are_renamed_with_it(folder):
    """As an editor shows them; refused in a sentence where they mean another one, too."""
    (folder / "data.yaml").write_text(f"\ufeff{DATA}", "utf-8")
    offset = TEXT.index("start: ri") + 8
    texts = made(rename(opened(folder), offset, "trip"))
    assert texts["data.yaml"] == DATA.replace("{ride:", "{trip:")
    shown = DATA.replace("of May", "of June")
    reading = replace(opened(folder), opened={str((folder / "data.yaml").resolve()): shown})
    assert made(rename(reading, offset, "trip"))["data.yaml"] == shown.replace("{ride:", "{trip:")
    (folder / "bus.yaml").write_text("cjm: 1\ntouchpoints: {ride: {}}\n", "utf-8")
    refused = rename(opened(folder), offset, "trip")
    assert isinstance(refused, Refused)
    assert "data.yaml: the source 'asked' tells of touchpoints of" in refused.reason


def test_data_are_renamed_with_a_question_where_the_journey_as_it_is_keeps_the_name(tmp_path):
    """They tell of that one."""
    text = "cjm: 1\nid: a\ntouchpoints: {ride: {}}\n"
    (tmp_path / "a.yaml").write_text(text, "utf-8")
    (tmp_path / "b.yaml").write_text(f"{text}state: to-be\n", "utf-8")
    (tmp_path / "data.yaml").write_text(DATA, "utf-8")
    for name, asked in (("a.yaml", {"b.yaml"}), ("b.yaml", {"a.yaml", "data.yaml"})):
        reading = opened(tmp_path, name)
        changes = rename(reading, reading.text.index("ride"), "trip")
        assert {Path(change.path).name for change in changes if change.confirm} == asked
        assert {Path(c.path).name for c in changes} == {"a.yaml", "b.yaml", "data.yaml"}


@pytest.mark.parametrize(
    ("new", "reason"),
    [("a b", "cannot be an id"), ("pay", "already"), ("", "cannot be an id"), ("a: b", "cannot")],
)
def test_a_name_that_cannot_be_taken_is_refused_in_a_sentence(folder, new, reason):
    """Nothing changes then."""
    refused = rename(opened(folder), TEXT.index("start: ri") + 8, new)
    assert isinstance(refused, Refused)
    assert reason in refused.reason


def test_renaming_is_refused_in_a_broken_text_and_for_a_shared_one(tmp_path):
    """Nobody knows what a broken text names; an alias would be renamed elsewhere."""
    for text in (
        "cjm: 1\ntouchpoints: {ride: {next: [ride}\n",
        "cjm: 1\ntouchpoints: {&r ride: {title: *r}}\n",
    ):
        reading = read(text, str(tmp_path / "a.yaml"), settings=SETTINGS)
        assert isinstance(rename(reading, text.index("ride") + 1, "trip"), Refused)


def test_a_rename_range_is_the_id_without_its_quotes(folder):
    """So that an editor shows what is to be typed over."""
    start, end = prepare_rename(opened(folder), TEXT.index('"pay"') + 2)
    assert TEXT[start:end] == "pay"


def test_calls_are_the_transitions_of_a_touchpoint(folder):
    """With their shares, and where each is written."""
    reading = opened(folder)
    item = call_item(reading, TEXT.index("  ride:") + 3)
    assert (item.id, item.title, item.detail) == ("ride", "ride", "C\xa0−3")
    assert TEXT[slice(*item.name)] == "ride"
    assert TEXT[item.location.start : item.location.end].endswith('"pay": 0.7}')
    leaving = outgoing(reading, "ride")
    assert [(call.item.id, call.label) for call in leaving] == [("ride", "0.1"), ("pay", "0.7")]
    assert [[TEXT[slice(*place)] for place in call.places] for call in leaving] == [
        ["ride"],
        ["pay"],
    ]
    (call,) = incoming(reading, "pay")
    assert (call.item.id, call.label, [TEXT[slice(*p)] for p in call.places]) == (
        "ride",
        "0.7",
        ["pay"],
    )
    assert outgoing(reading, "pay") == ()
    assert call_item(reading, TEXT.index("title:")) is None


def test_a_share_that_nobody_gave_is_marked(tmp_path):
    """Equal ones are assumed."""
    text = "cjm: 1\ntouchpoints: {a: {next: [b, c]}, b: {}, c: {}}\n"
    reading = read(text, str(tmp_path / "a.yaml"), settings=SETTINGS)
    assert [call.label for call in outgoing(reading, "a")] == ["≈0.5", "≈0.5"]


def test_a_workspace_that_a_link_leads_to_is_the_same(tmp_path, folder):
    """Its files are found by whichever way the editor came."""
    link = tmp_path / "link"
    try:
        link.symlink_to(folder, target_is_directory=True)
    except OSError:
        pytest.skip("links cannot be made here")
    found = references(opened(link), TEXT.index("[app") + 2)
    assert sorted(Path(place.path).name for place in found) == ["cjm.yaml", "taxi.yaml"]


def test_a_channel_is_renamed_from_its_workspace(folder):
    """In the journeys that use it, too."""
    reading = read(SHARED, str(folder / "cjm.yaml"), settings=SETTINGS)
    texts = made(rename(reading, SHARED.index("app:"), "phone"))
    assert {*texts} == {"cjm.yaml", "taxi.yaml"}
    assert "channel: [phone, car]" in texts["taxi.yaml"]
