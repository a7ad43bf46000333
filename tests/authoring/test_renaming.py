"""Renaming: the declaring key and every reference, in every file, and nothing else."""

from __future__ import annotations

from pathlib import Path

import pytest

import cjm
from cjm.authoring.naming import KINDS, names_of
from cjm.authoring.renaming import rename, rename_in_files
from cjm.edits import apply, inverse
from cjm.edits.saving import save
from cjm.errors import UsageError
from cjm.source import parse

ROOT = Path(__file__).parents[2]
FILES = [f for f in sorted(ROOT.glob("journeys/*.yaml")) if ".en" not in f.name] + sorted(
    ROOT.glob("tests/journeys/silent/*.yaml")
)
NEW = "новое-имя"


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.stem)
def test_whatever_a_file_names_can_be_renamed(file):
    """Each id of it: the new one stands in every place of the old one, and nothing else changes."""
    text = file.read_bytes().decode()
    source = parse(text)
    named = _named(source)
    for kind, id in sorted({each for each in named if each[0] in KINDS}):
        edits = rename(source, kind, id, NEW)
        after = apply(text, edits)
        assert apply(after, inverse(text, edits)) == text
        assert _named(parse(after)) == [
            (k, NEW) if (k, i) == (kind, id) else (k, i) for k, i in named
        ]


def _named(source):
    return [(name.kind, name.id) for name in names_of(source).names]


@pytest.mark.parametrize("name", ["business-taxi", "bakery.as-is", "online-course"])
def test_a_renamed_journey_has_the_figures_it_had(name):
    """Touchpoints, stages, channels and personas of its own."""
    shared = cjm.workspace(ROOT / "journeys")
    text = (ROOT / f"journeys/{name}.yaml").read_text(encoding="utf-8")
    journey = cjm.loads(text, shared)
    for n, point in enumerate(journey.touchpoints[:6]):
        text = apply(text, rename(parse(text), "touchpoint", point.id, f"renamed-{n}"))
    before, after = cjm.analyze(journey), cjm.analyze(cjm.loads(text, shared))
    assert (after.balance, after.remembered) == (before.balance, before.remembered)
    assert [figures.reach for figures in after.touchpoints] == [
        figures.reach for figures in before.touchpoints
    ]


def test_an_anchored_text_is_renamed_once():
    """All that repeats it follows."""
    text = (
        "cjm: 1\ntouchpoints:\n  &r ride: {next: pay}\n  pay: {next: &n [*r]}\n  end: {next: *n}\n"
    )
    after = apply(text, rename(parse(text), "touchpoint", "ride", "404"))
    assert after == text.replace("&r ride", '&r "404"')


def test_a_text_shared_with_something_else_is_refused():
    """A title that is the id, too, would change with it."""
    text = "cjm: 1\ntouchpoints:\n  ride: {title: &t pay, next: *t}\n  pay: {}\n"
    with pytest.raises(UsageError, match=r"shared with \*t; edit it there"):
        rename(parse(text), "touchpoint", "pay", "paying")


@pytest.mark.parametrize(
    ("kind", "id", "new", "message"),
    [
        ("touchpoint", "a", "b", "there is a touchpoint 'b' already"),
        ("touchpoint", "a", "no id", "'no id' cannot be an id"),
        ("title", "a", "b", "what can be renamed: touchpoint, stage, channel, persona"),
    ],
)
def test_a_name_that_cannot_be_is_refused(kind, id, new, message):
    """With a sentence."""
    source = parse("cjm: 1\ntouchpoints: {a: {next: b}, b: {}}\n")
    with pytest.raises(UsageError, match=message):
        rename(source, kind, id, new)
    assert rename(source, "touchpoint", "elsewhere", "c") == ()


@pytest.fixture
def workspace(tmp_path, monkeypatch):
    """A workspace with two journeys, one of which was measured, and one of channels of its own."""
    texts = {
        "cjm.yaml": "cjm: 1\njourneys: [maps]\nchannels: {app: App, web: {title: Web}}\n"
        "personas: {anna: Anna}\n",
        "maps/taxi.yaml": "cjm: 1\nid: taxi\ntouchpoints:\n"
        "  call: {channel: app, next: {ride: 0.9}}  # the app\n"
        "  ride: {channel: [app, car], by_persona: {anna: {experience: 5}}}\n"
        "channels: {car: Car}\n",
        "maps/taxi.measured.yaml": "cjm-measured: 1\njourney: taxi\nstate: as-is\n"
        "scale: [0, 10]\nperiod: {from: 2026-01-01, to: 2026-03-31}\n"
        "sources: {poll: {rows: 40, used: 40}}\n"
        "scores:\n  ride: {experience: {score: 5, n: 40, sd: 2, source: poll}}\n",
        "maps/shop.yaml": "cjm: 1\ntouchpoints: {till: {channel: web}}\n",
    }
    for name, text in texts.items():
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text(text, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def renamed(*arguments):
    """The names of files that change, each with its new text."""
    changes = rename_in_files(*arguments)
    return {Path(c.path).relative_to(Path.cwd()).as_posix(): c.after.decode() for c in changes}


def test_what_a_workspace_declares_is_renamed_in_all_its_journeys(workspace):
    """From a journey or from `cjm.yaml` itself; only files that name it change."""
    for path in ("maps/shop.yaml", "cjm.yaml"):
        found = renamed(path, "channel", "app", "phone")
        assert set(found) == {"cjm.yaml", "maps/taxi.yaml"}
        assert "channels: {phone: App, web: {title: Web}}" in found["cjm.yaml"]
        assert "call: {channel: phone, next: {ride: 0.9}}  # the app" in found["maps/taxi.yaml"]
        assert "ride: {channel: [phone, car]," in found["maps/taxi.yaml"]
    found = renamed("cjm.yaml", "persona", "anna", "olga")
    assert set(found) == {"cjm.yaml", "maps/taxi.yaml"}


def test_what_a_journey_declares_is_renamed_in_it_and_in_its_overlay(workspace):
    """Nothing is written until the changes are saved."""
    found = renamed("maps/taxi.yaml", "touchpoint", "ride", "trip")
    assert set(found) == {"maps/taxi.yaml", "maps/taxi.measured.yaml"}
    assert "next: {trip: 0.9}" in found["maps/taxi.yaml"]
    assert "trip: {experience:" in found["maps/taxi.measured.yaml"]
    assert "ride" in (workspace / "maps/taxi.yaml").read_text(encoding="utf-8")
    assert set(renamed("maps/taxi.yaml", "channel", "car", "cab")) == {"maps/taxi.yaml"}
    before = cjm.analyze(cjm.load("maps/taxi.yaml"))
    for change in rename_in_files("maps/taxi.yaml", "touchpoint", "ride", "trip"):
        save(change.path, change.after, change.content)
    assert cjm.analyze(cjm.load("maps/taxi.yaml")).balance == before.balance


def test_what_is_nowhere_or_taken_anywhere_is_refused(workspace):
    """And a file with faults, of which nobody knows what it names."""
    with pytest.raises(UsageError, match="there is no channel 'tram'"):
        rename_in_files("cjm.yaml", "channel", "tram", "bus")
    with pytest.raises(UsageError, match=r"maps/taxi\.yaml: there is a channel 'car' already"):
        rename_in_files("cjm.yaml", "channel", "app", "car")
    with pytest.raises(UsageError, match="no such file"):
        rename_in_files("maps/none.yaml", "touchpoint", "a", "b")
    (workspace / "maps/shop.yaml").write_text("cjm: 1\ntouchpoints: {a: [}\n", encoding="utf-8")
    with pytest.raises(UsageError, match=r"maps/shop\.yaml: the text has faults"):
        rename_in_files("maps/taxi.yaml", "channel", "app", "phone")
