"""Past: a journey of another time is read whole, from a git revision or from any other tree."""

from __future__ import annotations

import os
import shutil

import pytest
from repositories import commit, git

from cjm.project.loading import read_document
from cjm.project.past import Past
from cjm.system.revision import Revision

JOURNEY = "cjm: 1\nid: taxi\ntouchpoints: {ride: {expectation: 8, experience: 8, channel: cab}}\n"
OVERLAY = """\
cjm-measured: 1
journey: taxi
state: as-is
scale: [0, 10]
scores:
  ride:
    experience: {score: 5, n: 398, sd: 2.4, measured: 2026-09-28}
"""


class Tree:
    """A tree of a dict: paths → texts."""

    def __init__(self, root, texts):
        self.root, self.files = str(root), texts

    def contents(self, paths):
        """Those that there are."""
        return ((path, self.files[path].encode()) for path in paths if path in self.files)


def texts():
    """A workspace with one measured journey, and files that are none."""
    return {
        "cjm.yaml": "cjm: 1\nchannels: {cab: The cab}\n",
        "j/taxi.yaml": JOURNEY,
        "j/taxi.measured.yaml": OVERLAY,
        "j/.old/taxi.yaml": JOURNEY,
        "j/compose.yaml": "services: {}\n",
        "jam/taxi.yaml": JOURNEY,
    }


def seen(past, path):
    """What readers saw at a path: id, the measured score, the channel's title in cjm.yaml."""
    read = [(document, *read_document(document)) for document in past.at(path)]
    return {
        os.path.relpath(document.real): (
            loaded.journey["ride"].experience.score,
            loaded.journey.channel("cab").title,
        )
        for document, loaded, _ in read
    }


def test_a_journey_is_read_with_its_overlay_and_its_workspace(desk):
    """At a file, in a folder, in all of the tree; hidden folders and other YAML are passed by."""
    past = Past(Tree(desk.folder, texts()))
    taxi = {os.path.join("j", "taxi.yaml"): (5, "The cab")}
    assert seen(past, "j/taxi.yaml") == seen(past, "j") == taxi
    assert seen(past, "") == taxi | {os.path.join("jam", "taxi.yaml"): (8, "The cab")}
    assert seen(past, "j/.old/taxi.yaml")
    assert seen(Past(Tree(desk.folder, texts()), measured=False), "j") == {
        os.path.join("j", "taxi.yaml"): (8, "The cab")
    }


def test_what_was_not_there_is_not_at_hand(desk):
    """A folder is there by its files, not by the beginning of a name."""
    past = Past(Tree(desk.folder, texts()))
    assert [p for p in ("", "j", "j/taxi.yaml", "ja", "j/tax", "k") if past.holds(p)] == [
        "",
        "j",
        "j/taxi.yaml",
    ]
    assert list(past.at("k")) == []


@pytest.mark.skipif(shutil.which("git") is None, reason="git is not installed")
def test_a_revision_is_such_a_tree(desk):
    """As committed, whatever the working tree holds since."""
    shutil.rmtree(desk.folder / ".git")
    git("init", "--quiet")
    for name, text in texts().items():
        desk.write(name, text)
    commit()
    for name in ("cjm.yaml", "j/taxi.measured.yaml", "j/taxi.yaml"):
        os.remove(name)
    past = Past(Revision(os.getcwd(), "HEAD"))
    assert seen(past, "j") == {os.path.join("j", "taxi.yaml"): (5, "The cab")}
