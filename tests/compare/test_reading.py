"""What may be compared: files, folders, and either at a git revision; and what cannot be."""

from __future__ import annotations

import os
import shutil

import pytest
from repositories import commit, git

import cjm
from cjm.compare.reading import at_revision
from cjm.errors import InvalidJourneyError, UsageError

pytestmark = pytest.mark.skipif(shutil.which("git") is None, reason="git is not installed")


def journey(experience=8, id="taxi", more=""):
    """A journey with one touchpoint where O is 8."""
    head = f"cjm: 1\nid: {id}\n{more}"
    return f"{head}touchpoints:\n  ride: {{expectation: 8, experience: {experience}}}\n"


@pytest.fixture
def repo(desk):
    """A repository with a workspace and two journeys; the last commit made one of them worse."""
    shutil.rmtree(desk.folder / ".git")
    git("init", "--quiet", "--initial-branch", "main")
    desk.write("j/cjm.yaml", "cjm: 1\n")
    desk.write("j/taxi.yaml", journey(9))
    desk.write("j/bus.yaml", journey(id="bus"))
    commit()
    desk.write("j/taxi.yaml", journey(7))
    commit()
    return desk


def gaps(found):
    """C before and after at the only touchpoint, by journey."""
    return {each.b.id: each.touchpoints[0].whole.gap for each in found.journeys}


# ---- sides ------------------------------------------------------------------------------------


def test_one_path_is_compared_with_what_it_was_at_head(repo):
    """A file or a folder, wherever the current folder is."""
    assert cjm.diff("j").is_empty
    repo.write("j/taxi.yaml", journey(5))
    assert gaps(cjm.diff("j")) == gaps(cjm.diff("j/taxi.yaml")) == {"taxi": (-1, -3)}
    assert gaps(cjm.diff(".")) == gaps(cjm.diff(os.getcwd())) == {"taxi": (-1, -3)}
    os.chdir("j")
    assert gaps(cjm.diff("taxi.yaml")) == gaps(cjm.diff(".")) == {"taxi": (-1, -3)}


def test_a_revision_is_told_as_git_tells_it(repo):
    """From the root or from the current folder, both sides at will, alone against today."""
    was = {"taxi": (1, -1)}
    for a, b in (
        ("HEAD~1:j/taxi.yaml", "j/taxi.yaml"),
        ("HEAD~1:j", "HEAD:j/"),
        ("HEAD~1:./j", "j"),
        ("main~1:j", None),
        ("HEAD~1:", "."),
        ("HEAD@{0}^:j/taxi.yaml", "main:j/taxi.yaml"),
    ):
        assert gaps(cjm.diff(a, b)) == was, (a, b)
    os.chdir("j")
    assert gaps(cjm.diff("HEAD~1:taxi.yaml", "HEAD:j/taxi.yaml")) == was
    assert cjm.diff("HEAD~1:j").journeys[0].file == "taxi.yaml"
    assert cjm.diff("HEAD~1:j", "HEAD:j").journeys[0].file == "HEAD:j/taxi.yaml"


def test_a_path_that_is_there_is_no_revision(desk):
    """Whatever colons its name has; braces hold colons of their own."""
    desk.write("HEAD:a.yaml", journey())
    assert at_revision("HEAD:a.yaml") is None
    assert at_revision("a.yaml") is None
    assert at_revision("HEAD@{2026-03-02 12:00}:a:b") == ("HEAD@{2026-03-02 12:00}", "a:b", False)


def test_overlay_and_workspace_are_those_of_the_revision(repo):
    """A diff compares what readers saw."""
    repo.write("j/cjm.yaml", "cjm: 1\nlanguage: ru\n")
    repo.write(
        "j/bus.measured.yaml",
        "cjm-measured: 1\njourney: bus\nstate: as-is\nscale: [0, 10]\n"
        "scores: {ride: {experience: {score: 5, n: 9, sd: 1, measured: 2026-01-01}}}\n",
    )
    found = {each.b.id: each for each in cjm.diff("j").journeys}
    assert [f.field for f in found["taxi"].fields] == ["language"]
    assert found["bus"].touchpoints[0].whole.gap == (0, -3)


# ---- folders ----------------------------------------------------------------------------------


def test_journeys_are_paired_by_id_and_state_then_by_path(repo):
    """A moved file and a new id are both seen through; what is left is on one side only."""
    os.rename("j/taxi.yaml", "j/cab.yaml")
    repo.write("j/bus.yaml", journey(6, id="coach"))
    repo.write("j/tram.yaml", journey(id="tram"))
    repo.write("j/taxi.to-be.yaml", journey(9, more="state: to-be\n"))
    found = cjm.diff("j")
    assert gaps(found) == {"coach": (0, -2)}
    assert [f.field for f in found.journeys[0].fields] == ["id"]
    assert found.only_in_a == ()
    assert [(o.journey, o.state) for o in found.only_in_b] == [("taxi", "to-be"), ("tram", "as-is")]


def test_folders_with_nothing_in_common_are_told_as_such(desk):
    """And no journey is compared with another."""
    desk.write("a/x.yaml", journey(id="x"))
    desk.write("b/y.yaml", journey(id="y"))
    found = cjm.diff("a", "b")
    assert ([o.journey for o in found.only_in_a], [o.journey for o in found.only_in_b]) == (
        ["x"],
        ["y"],
    )
    assert found.journeys == ()
    assert not found.has_regressed


def test_the_languages_of_a_journey_tell_a_change_once(repo):
    """In the language asked for, else the workspace's; what only one of them tells stays."""
    repo.write("j/taxi.ru.yaml", journey(7, more="language: ru\n"))
    commit()
    repo.write("j/taxi.yaml", journey(6))
    repo.write("j/taxi.ru.yaml", journey(6, more="language: ru\n"))
    assert [each.b.language for each in cjm.diff("j").journeys] == ["en"]
    assert [each.b.language for each in cjm.diff("j", language="ru").journeys] == ["ru"]
    repo.write("j/taxi.ru.yaml", journey(6, more="language: ru\ntitle: Такси\n"))
    assert len(cjm.diff("j").journeys) == 2


def test_a_folder_that_is_new_holds_new_journeys(repo):
    """A path that HEAD does not have is no fault where it is a folder of today."""
    repo.write("k/new.yaml", journey(id="new"))
    assert [o.journey for o in cjm.diff("k").only_in_b] == ["new"]


def test_what_cannot_be_read_in_a_folder_is_told_and_not_taken_for_new(repo):
    """The rest is compared."""
    repo.write("j/bus.yaml", "cjm: 1\ntouchpoints: {a: {expectation: 11}}\n")
    repo.write("j/taxi.yaml", journey(6))
    found = cjm.diff("j")
    assert gaps(found) == {"taxi": (-1, -2)}
    assert [f.file for f in found.faults] == ["j/bus.yaml"]
    assert found.only_in_a == found.only_in_b == ()
    commit()
    repo.write("j/bus.yaml", journey(id="bus"))
    assert [f.file for f in cjm.diff("j").faults] == ["HEAD:j/bus.yaml"]


# ---- what cannot be ---------------------------------------------------------------------------


def test_a_side_that_does_not_load_is_told_with_all_findings(repo):
    """Of both sides, with the revision in the file's name."""
    repo.write("j/taxi.yaml", "cjm: 1\ntouchpoints: {a: {expectation: 11, experience: x}}\n")
    commit()
    repo.write("j/taxi.yaml", "cjm: [\n")
    with pytest.raises(InvalidJourneyError) as caught:
        cjm.diff("j/taxi.yaml")
    assert [f.file for f in caught.value.findings] == ["HEAD:j/taxi.yaml"] * 2 + ["j/taxi.yaml"]


@pytest.mark.parametrize(
    ("sides", "told"),
    [
        (("nosuch:j", "j"), "git knows no revision 'nosuch'"),
        ((":j", "j"), "an empty revision"),
        (("HEAD:nosuch.yaml", "j/taxi.yaml"), "nosuch.yaml is not in 'HEAD'"),
        (("HEAD:../j", "j"), "is not in 'HEAD'"),
        (("nosuch.yaml", "j/taxi.yaml"), "there is no such file or folder"),
        (("j", "j/taxi.yaml"), "one side is a folder and the other a file"),
        (("j/cjm.yaml", "j/taxi.yaml"), "there is no journey here"),
        (("empty", "empty"), "there is no journey on either side"),
    ],
)
def test_what_is_not_there_is_told(repo, sides, told):
    """In a sentence, as a usage error."""
    os.mkdir("empty")
    with pytest.raises(UsageError, match=told):
        cjm.diff(*sides)


def test_without_a_repository_there_is_no_revision(desk):
    """Named or implied; two paths need none."""
    shutil.rmtree(desk.folder / ".git")
    desk.write("a.yaml", journey())
    for sides in (("a.yaml",), ("HEAD:a.yaml", "a.yaml")):
        with pytest.raises(UsageError, match=r"in no git repository.*HEAD"):
            cjm.diff(*sides)
    assert cjm.diff("a.yaml", "a.yaml").is_empty


def test_a_shallow_clone_says_how_to_fetch_the_rest(repo, tmp_path_factory, monkeypatch):
    """Its commits end where git has cut them off."""
    clone = tmp_path_factory.mktemp("clone")
    git("clone", "--quiet", "--depth", "1", f"file://{repo.folder}", str(clone))
    monkeypatch.chdir(clone)
    with pytest.raises(UsageError, match="git knows no revision 'HEAD~1'") as caught:
        cjm.diff("HEAD~1:j", "j")
    assert "git fetch --unshallow" in str(caught.value.help)


@pytest.mark.parametrize(
    ("renamed", "told"),
    [
        ({"nosuch": "ride"}, "no touchpoint 'nosuch' before"),
        ({"ride": "nosuch"}, "no touchpoint 'nosuch' after"),
    ],
)
def test_ids_that_nobody_has_cannot_be_renamed(repo, renamed, told):
    """The old one is of the state before, the new one of the state after."""
    with pytest.raises(UsageError, match=told):
        cjm.diff("j/taxi.yaml", renamed=renamed)
    with pytest.raises(UsageError, match="nothing to compare"):
        cjm.diff(cjm.load("j/taxi.yaml"))
