"""`against`: only findings that are new or worse than at a git revision, in real repositories."""

from __future__ import annotations

import os
import shutil

import pytest
from repositories import commit, git

import cjm
import cjm.cli
from cjm.checking import against as against_module
from cjm.checking.known import is_known
from cjm.errors import CjmError, UsageError
from cjm.system import git as git_module

pytestmark = pytest.mark.skipif(shutil.which("git") is None, reason="git is not installed")


def journey(experience=7, more="", id="taxi", head=""):
    """A journey with one gap, C = experience − 8, at touchpoint `ride`."""
    return (
        f"cjm: 1\nid: {id}\n{head}touchpoints:\n"
        f"  ride: {{expectation: 8, experience: {experience}, owner: o}}\n{more}"
    )


SECOND = "  pay: {expectation: 8, experience: 6, owner: o}\n"


@pytest.fixture
def repo(desk):
    """A repository on branch main with one bad journey, committed."""
    shutil.rmtree(desk.folder / ".git")
    git("init", "--quiet", "--initial-branch", "main")
    desk.write("taxi.yaml", journey())
    commit()
    return desk


def found(report):
    """What counts: code and touchpoint of each finding."""
    assert report.problems == ()
    return [(f.code, f.touchpoint) for f in report.findings]


# ---- what is new, and what is worse -----------------------------------------------------------


def test_what_was_there_before_does_not_count(repo):
    """It is left out of the list and of the exit code, and counted by itself."""
    assert repo.check().exit_code() == 1
    report = repo.check(against="HEAD")
    assert (found(report), report.exit_code()) == ([], 0)
    assert (report.summary.error, report.summary.preexisting) == (0, 1)
    assert report.summary.journeys == 1


def test_a_gap_that_became_worse_counts_and_a_better_one_does_not(repo):
    """Values are compared, not words."""
    repo.write("taxi.yaml", journey(6))
    assert found(repo.check(against="HEAD")) == [("CJM101", "ride")]
    repo.write("taxi.yaml", journey(7.5))
    assert found(repo.check(against="HEAD")) == []


def test_noise_of_floats_makes_nothing_worse(repo):
    """What is printed as the same figure is the same."""
    repo.write("taxi.yaml", journey(8.3 - 1.3 - 1e-12))
    assert found(repo.check(against="HEAD")) == []


def test_a_new_touchpoint_in_an_old_journey_is_new(repo):
    """The one beside it is not."""
    repo.write("taxi.yaml", journey(more=SECOND, head="start: [ride, pay]\n"))
    assert found(repo.check(against="HEAD")) == [("CJM101", "pay")]


def test_a_new_journey_is_new_whatever_its_file_was_before(repo):
    """A journey is known by its id, not by its path."""
    repo.write("taxi.yaml", journey(id="bus"))
    assert found(repo.check(against="HEAD")) == [("CJM101", "ride")]


@pytest.mark.parametrize("paths", [(), ("deep",), ("deep/cab.yaml",)])
def test_a_journey_that_moved_is_the_same(repo, paths):
    """Also where only its new place is asked for."""
    os.mkdir("deep")
    os.rename("taxi.yaml", "deep/cab.yaml")
    report = repo.check(*paths, against="HEAD")
    assert (found(report), report.summary.preexisting) == ([], 1)


def test_a_persona_s_own_gap_that_became_worse_counts(repo):
    """Though the whole journey's is what it was."""
    head = "personas: {a: {share: 0.5}, b: {share: 0.5}}\n"
    ride = "  ride: {expectation: 8, experience: 7, owner: o, by_persona: {a: {experience: %s}}}\n"
    text = "cjm: 1\nid: taxi\n" + head + "touchpoints:\n" + ride
    repo.write("taxi.yaml", text % 6)
    commit()
    assert found(repo.check(against="HEAD")) == []
    repo.write("taxi.yaml", text % 5)
    assert found(repo.check(against="HEAD")) == [("CJM101", "ride")]


def test_all_states_of_the_working_tree_count_as_they_are(repo):
    """Committed since, staged, unstaged and untracked alike."""
    repo.write("a.yaml", journey(id="a"))
    commit()
    repo.write("b.yaml", journey(id="b"))
    git("add", "b.yaml")
    repo.write("c.yaml", journey(id="c"))
    assert [f.journey for f in repo.check(against="HEAD~1").findings] == ["a", "b", "c"]
    assert [f.journey for f in repo.check(against="HEAD").findings] == ["b", "c"]


def test_the_working_tree_and_the_index_are_not_touched(repo):
    """The revision is read from git, nothing is checked out."""
    repo.write("taxi.yaml", journey(6))
    git("add", "taxi.yaml")
    repo.write("taxi.yaml", journey(5))
    before = (git("status", "--porcelain"), sorted(os.listdir()), os.stat(".git/index").st_ino)
    repo.check(against="HEAD")
    after = (os.stat(".git/index").st_ino, sorted(os.listdir()), git("status", "--porcelain"))
    assert after == before[::-1]


def test_faults_of_a_file_are_held_against_the_revision_too(repo):
    """An unknown key that was there does not count; a second one does."""
    repo.write("taxi.yaml", journey(head="colour: red\n"))
    commit()
    assert found(repo.check(against="HEAD")) == []
    repo.write("taxi.yaml", journey(head="colour: red\nsize: 5\n"))
    report = repo.check(against="HEAD")
    assert [(f.code, f.item or f.route) for f in report.findings] == [("CJM002", ("size",))]


def test_two_journeys_of_one_id_are_new_where_one_came(repo):
    """What is found over several files is found at the revision, too."""
    repo.write("again.yaml", journey(8))
    report = repo.check(against="HEAD")
    assert [f.code for f in report.findings] == ["CJM004"]
    commit()
    assert found(repo.check(against="HEAD")) == []


# ---- the workspace ----------------------------------------------------------------------------


def test_today_s_check_settings_hold_for_both(repo):
    """A rule that is switched on, or made stricter, brings nothing new by itself."""
    repo.write("cjm.yaml", "cjm: 1\ncheck: {ignore: CJM101}\n")
    repo.write("taxi.yaml", journey(8.5))
    commit()
    repo.write("cjm.yaml", "cjm: 1\ncheck: {options: {negative-gap: {threshold: 1}}}\n")
    report = repo.check(against="HEAD")
    assert (found(report), report.summary.preexisting) == ([], 1)


def test_what_journeys_share_is_read_as_it_was(repo):
    """Personas, stages and the scale are those of the revision's own workspace."""
    repo.write("cjm.yaml", "cjm: 1\nscale: [0, 5]\n")
    commit()
    assert {f.code for f in repo.check().findings} == {"CJM002"}
    repo.write("cjm.yaml", "cjm: 1\nscale: [0, 10]\n")
    assert found(repo.check(against="HEAD")) == [("CJM101", "ride")]


def test_a_workspace_s_own_faults_are_held_against_its_own(repo):
    """What is wrong in `cjm.yaml`, in its check settings too."""
    repo.write("cjm.yaml", "cjm: 1\ncheck: {ignore: CJM999}\n")
    commit()
    assert found(repo.check(against="HEAD")) == []
    repo.write("cjm.yaml", "cjm: 1\ncheck: {ignore: CJM999, select: [ALL, CJM998]}\n")
    report = repo.check(against="HEAD")
    assert [(f.code, f.file) for f in report.findings] == [("CJM003", "cjm.yaml")]
    assert "CJM998" in report.findings[0].message
    commit()
    assert found(repo.check("cjm.yaml", against="HEAD")) == []


def test_a_workspace_that_was_not_there_yet_is_not_used(repo):
    """The journey was judged without it, and is known all the same."""
    repo.write("cjm.yaml", "cjm: 1\n")
    assert found(repo.check(against="HEAD")) == []


def test_a_named_workspace_is_read_as_it_was(repo):
    """One outside of the repository has no revision and is taken as it is."""
    repo.write("other.yml", "cjm: 1\nscale: [0, 5]\n")
    commit()
    repo.write("other.yml", "cjm: 1\nscale: [0, 10]\n")
    assert found(repo.check("taxi.yaml", workspace="other.yml", against="HEAD")) == [
        ("CJM101", "ride")
    ]
    with open("../outside.yml", "w") as file:
        file.write("cjm: 1\nscale: [0, 10]\n")
    assert found(repo.check("taxi.yaml", workspace="../outside.yml", against="HEAD")) == []


def test_journeys_of_one_id_in_two_workspaces_are_told_apart(repo):
    """What one had before is not what the other had."""
    for name, score in (("a", 8), ("b", 7)):
        repo.write(f"{name}/cjm.yaml", "cjm: 1\n")
        repo.write(f"{name}/taxi.yaml", journey(score, id="same"))
    commit()
    repo.write("a/taxi.yaml", journey(7, id="same"))
    repo.write("b/taxi.yaml", journey(6, id="same"))
    assert found(repo.check("a", against="HEAD")) == [("CJM101", "ride")]
    git("mv", "b", "c")
    repo.write("c/taxi.yaml", journey(7, id="same"))
    assert found(repo.check("c", against="HEAD")) == []


# ---- together with the rest -------------------------------------------------------------------


def test_with_a_baseline_only_what_is_worse_than_both_counts(repo):
    """A finding that either knows does not."""
    repo.write("cjm.yaml", "cjm: 1\n")
    repo.write("taxi.yaml", journey(6))
    repo.check(update_baseline=True)  # knows C −2
    commit()
    repo.write("taxi.yaml", journey(4))
    commit()  # the revision has C −4
    for score, counts in ((6, False), (5, False), (4, False), (3, True)):
        repo.write("taxi.yaml", journey(score))
        assert bool(repo.check(against="HEAD").findings) is counts, score
    repo.write("taxi.yaml", journey(5))
    assert len(repo.check().findings) == 1


def test_a_finding_that_only_the_baseline_knows_is_counted_there(repo):
    """Each is counted once."""
    repo.write("cjm.yaml", "cjm: 1\n")
    repo.check(update_baseline=True)
    summary = repo.check(against="HEAD").summary
    assert (summary.baselined, summary.preexisting) == (1, 0)


def test_standard_input_and_a_journey_built_in_python_are_known_by_their_id(repo, monkeypatch):
    """They have no path to be found by."""
    built = cjm.load("taxi.yaml")
    assert found(repo.check(built, against="HEAD")) == []
    assert found(repo.check(built.__class__("bus", built.touchpoints), against="HEAD"))


@pytest.mark.parametrize("cache", [False, True])
def test_what_did_not_change_is_checked_once(repo, monkeypatch, cache):
    """The same text under the same settings has the same findings."""
    from cjm.checking.checker import Checker

    calls = []
    one = Checker.document
    monkeypatch.setattr(Checker, "document", lambda *a: calls.append(a) or one(*a))
    repo.check(against="HEAD", cache=cache)
    assert len(calls) == 1


def test_only_files_that_may_matter_are_read_at_the_revision(repo, monkeypatch):
    """In a large repository a check of one file stays small."""
    for n in range(5):
        repo.write(f"j{n}.yaml", journey(id=f"j{n}"))
    commit()
    repo.write("j1.yaml", journey(6, id="j1"))
    met = []
    one = against_module.Before.meet
    monkeypatch.setattr(
        against_module.Before, "meet", lambda *a: met.append(a[2].journey) or one(*a)
    )
    repo.check("j0.yaml", against="HEAD")
    assert set(met) == {"j0", "j1"}


# ---- what cannot be compared ------------------------------------------------------------------


@pytest.mark.parametrize("revision", ["HEAD", "@", "main", "refs/heads/main"])
def test_before_the_first_commit_everything_is_new(repo, revision):
    """An unborn HEAD holds nothing."""
    shutil.rmtree(".git")
    git("init", "--quiet", "--initial-branch", "main")
    assert found(repo.check(against=revision)) == [("CJM101", "ride")]


@pytest.mark.parametrize(
    "revision", ["nosuch", "-n", "--all", "HEAD:taxi.yaml", "a\0b", "main..HEAD"]
)
def test_a_revision_that_git_does_not_know_is_told(repo, revision):
    """Whatever it looks like, it is no option to git."""
    with pytest.raises(UsageError, match="git knows no revision"):
        repo.check(against=revision)


def test_an_empty_revision_is_told(repo):
    """A variable in CI that is not set must not let every finding pass."""
    with pytest.raises(UsageError, match="an empty revision"):
        repo.check(against="")


def test_a_folder_in_no_repository_is_told(repo):
    """With the way out."""
    shutil.rmtree(".git")
    with pytest.raises(UsageError, match="is in no git repository") as told:
        repo.check(against="HEAD")
    assert str(told.value.help) == "let all findings count: leave --against out"


def test_a_revision_that_a_shallow_clone_lacks_is_told(repo, monkeypatch, tmp_path, capsys):
    """Exit code 2, with `git fetch` as the way out."""
    repo.write("taxi.yaml", journey(6))
    commit()
    git("clone", "--quiet", "--depth", "1", f"file://{repo.folder}", str(tmp_path / "clone"))
    monkeypatch.chdir(tmp_path / "clone")
    with pytest.raises(SystemExit) as ended:
        cjm.cli.main(["check", "--against", "HEAD~1"])
    assert ended.value.code == 2
    assert "git fetch --unshallow" in capsys.readouterr().err


def test_git_that_fails_is_told(repo, monkeypatch):
    """Not installed, or broken: never a pass."""
    monkeypatch.setenv("PATH", str(repo.folder))
    with pytest.raises(CjmError, match="git could not be started"):
        repo.check(against="HEAD")


# ---- odd repositories -------------------------------------------------------------------------


@pytest.mark.parametrize(
    "name", ["with space.yaml", "quo\"te'.yaml", "new\nline.yaml", "путь.yaml", "-n.yaml", "ё.yml"]
)
def test_files_of_any_name_are_found_again(repo, name):
    """Names are not quoted on the way."""
    repo.write(name, journey(id="odd"))
    commit()
    assert found(repo.check(against="HEAD")) == []


def test_links_are_followed_within_the_repository_only(repo):
    """A journey or workspace that was a link; one that led out, or in a circle, was nothing."""
    repo.write("shared/cjm.yml", "cjm: 1\nscale: [0, 10]\n")
    os.symlink("shared/cjm.yml", "cjm.yaml")
    os.symlink("/etc/passwd", "out.yaml")
    os.symlink("round.yaml", "round.yaml")
    commit()
    for link in ("out.yaml", "round.yaml"):
        os.unlink(link)
    assert found(repo.check(against="HEAD")) == []


def test_a_submodule_is_a_repository_of_its_own(repo, tmp_path_factory):
    """Its files are held against its own revision of that name."""
    other = tmp_path_factory.mktemp("other")
    git("init", "--quiet", "--initial-branch", "main", folder=str(other))
    (other / "bus.yaml").write_text(journey(id="bus"))
    commit(str(other))
    git("submodule", "--quiet", "add", str(other), "sub")
    commit()
    report = repo.check(against="HEAD")
    assert (found(report), report.summary.preexisting) == ([], 2)


def test_what_is_too_large_for_a_journey_is_not_read(repo):
    """A revision may hold anything."""
    repo.write("large.yaml", "cjm: 1\n" + "# …\n" * 300_000)
    commit()
    os.unlink("large.yaml")
    assert found(repo.check(against="HEAD")) == []


def test_no_program_that_settings_name_is_run(repo):
    """Neither a filter nor a text conversion nor an external diff."""
    for key in ("diff.external", "diff.x.textconv", "filter.x.smudge", "filter.x.clean"):
        git("config", key, "touch pwned; cat")
    repo.write(".gitattributes", "*.yaml diff=x\n")
    repo.write("taxi.yaml", journey(6))
    repo.check(against="HEAD")
    assert not os.path.exists("pwned")


def test_git_is_only_asked_to_read(repo, monkeypatch):
    """No command that writes to the repository, the index or the working tree."""
    asked = set()
    run = git_module.Git.run
    monkeypatch.setattr(
        git_module.Git, "run", lambda self, *a, **given: asked.add(a[0]) or run(self, *a, **given)
    )
    repo.write("taxi.yaml", journey(6))
    repo.check(against="HEAD")
    assert asked <= {"rev-parse", "symbolic-ref", "diff", "ls-tree", "cat-file"}


def test_no_figure_of_a_finding_is_lost_on_the_way():
    """A finding whose persona was not there before is new for that persona."""
    from cjm.diagnostics.identity import identity_of

    gap = cjm.check(
        cjm.Journey("j", [cjm.Touchpoint("a", expectation=8, experience=7)]), select="CJM101"
    ).findings[0]
    assert is_known(gap, {identity_of(gap): {"": -1.0}})
    assert not is_known(gap, {identity_of(gap): {"p": -1.0}})
    assert not is_known(gap, {})
