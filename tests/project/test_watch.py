"""Which files count where something is watched."""

from __future__ import annotations

import os

import pytest

from cjm.errors import UsageError
from cjm.project.watch import changes, watched

JOURNEY = "cjm: 1\ntouchpoints: {a: {}}\n"


@pytest.fixture
def maps(desk):
    """A workspace above a folder of journeys; paths are real ones."""
    desk.write("cjm.yaml", "cjm: 1\n")
    desk.write("maps/a.yaml", JOURNEY)
    return lambda *parts: os.path.join(os.path.realpath(desk.folder), *parts)


def test_in_a_folder_every_journey_counts_new_ones_too(maps):
    """Files that may be journeys, however deep; no note, no picture, no neighbour of the folder."""
    what = watched(["maps"])
    assert all(what.counts(maps("maps", name)) for name in ("a.yaml", "new.yml", "deep/er.yaml"))
    assert not what.counts(maps("maps", "notes.txt"))
    assert not what.counts(maps("maps", "a.svg"))
    assert not what.counts(maps("maps-of-others", "a.yaml"))


def test_of_a_file_only_itself_counts(maps):
    """Not what lies beside it, but the folder is listened at: editors replace files."""
    what = watched(["maps/a.yaml"])
    assert what.counts(maps("maps", "a.yaml"))
    assert not what.counts(maps("maps", "b.yaml"))
    assert what.roots() == [maps(), maps("maps")]


@pytest.mark.parametrize("path", ["maps", "maps/a.yaml"])
def test_workspaces_and_baselines_count(maps, path):
    """The workspace in use, wherever it lies, one that is new beside the journeys, baselines."""
    what = watched([path])
    for folder in ("", "maps"):
        assert what.counts(maps(folder, "cjm.yaml"))
        assert what.counts(maps(folder, "cjm-baseline.json"))


def test_what_is_named_beside_counts(maps):
    """A baseline of another name, by its real path."""
    what = watched(["maps"], beside=["known/../known.json"])
    assert what.counts(maps("known.json"))


def test_in_the_folder_of_results_json_counts(maps):
    """Where the workspace names one, though the journeys lie elsewhere."""
    os.mkdir("found")
    with open("cjm.yaml", "w", encoding="utf-8") as file:
        file.write("cjm: 1\nresults: found\n")
    what = watched(["maps"])
    assert what.counts(maps("found", "new", "segment.json"))
    assert not what.counts(maps("found", "notes.txt"))
    assert not what.counts(maps("segment.json"))
    assert maps("found") in what.roots()


@pytest.mark.parametrize("paths", [[], ["gone.yaml"], ["-"], ["maps", "-"]])
def test_what_cannot_be_watched_is_refused(maps, paths):
    """Nothing, and standard input."""
    with pytest.raises(UsageError):
        watched(paths)


@pytest.fixture
def saved(tmp_path, monkeypatch):
    """A file of which one change is told."""
    file = tmp_path / "a.yaml"
    file.write_text("cjm: 1\n")
    told = {(1, str(file)), (3, str(tmp_path / "gone.yaml"))}
    monkeypatch.setattr("watchfiles.watch", lambda *roots, **options: iter([set(), told]))
    return file


def test_a_file_that_was_emptied_is_told_once_it_is_written(saved, monkeypatch):
    """Editors empty a file first: what is read in between would be a fault that it never had."""
    found = changes(watched([str(saved)]))
    assert next(found)
    saved.write_text("")
    monkeypatch.setattr("time.sleep", lambda seconds: saved.write_text("cjm: 1\n"))
    assert next(found)
    assert saved.read_text() == "cjm: 1\n"


def test_a_file_that_stays_empty_is_told(saved):
    """After a moment."""
    found = changes(watched([str(saved)]))
    assert next(found)
    saved.write_text("")
    assert next(found)
    assert saved.read_text() == ""


def test_for_a_file_that_is_written_nothing_waits(saved, monkeypatch):
    """Not even a moment."""
    monkeypatch.delattr("time.sleep")
    assert list(changes(watched([str(saved)]))) == [True, True]
