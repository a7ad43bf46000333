"""`diff_base`: only journeys that changed since a git revision, in real repositories."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys

import pytest
from repositories import commit, git

import cjm
import cjm.cli
from cjm.errors import CjmError, UsageError
from cjm.system import git as git_module
from cjm.system.git import changed_files

pytestmark = pytest.mark.skipif(shutil.which("git") is None, reason="git is not installed")

GOOD = "cjm: 1\ntouchpoints: {a: {expectation: 8, experience: 8}}\n"
BAD = "cjm: 1\ntouchpoints: {a: {expectation: 8, experience: 7, owner: o}}\n"
WORSE = "cjm: 1\ntouchpoints: {a: {expectation: 8, experience: 5, owner: o}}\n"
ODD = (
    "with space.yaml",
    "quo\"te'.yaml",
    "new\nline.yaml",
    "путь клиента.yaml",
    "-n.yaml",
    "ё.yaml",
)


@pytest.fixture
def repo(desk):
    """A repository on branch main whose journeys j0 to j3 are bad and committed."""
    shutil.rmtree(desk.folder / ".git")
    git("init", "--quiet", "--initial-branch", "main")
    for n in range(4):
        desk.write(f"j{n}.yaml", BAD)
    commit()
    git("switch", "--quiet", "--create", "work")
    return desk


def files(report):
    """The files with findings."""
    assert report.problems == ()
    return sorted({f.file for f in report.findings})


# ---- what counts as changed -------------------------------------------------------------------


def test_nothing_changed_is_green_and_says_what_was_left_out(repo):
    """No journey is checked; the summary does not pretend that any was."""
    report = repo.check(diff_base="main")
    assert (report.findings, report.exit_code()) == ((), 0)
    assert (report.summary.journeys, report.summary.touchpoints) == (0, 0)
    assert report.summary.unchanged == 4


def test_committed_staged_unstaged_and_untracked_changes_all_count(repo):
    """What the user sees in the working tree is what is compared."""
    repo.write("j0.yaml", WORSE)
    commit()
    repo.write("j1.yaml", WORSE)
    git("add", "j1.yaml")
    repo.write("j2.yaml", WORSE)
    repo.write("deep/new.yaml", WORSE)
    report = repo.check(diff_base="main")
    assert files(report) == ["deep/new.yaml", "j0.yaml", "j1.yaml", "j2.yaml"]
    assert (report.summary.journeys, report.summary.unchanged) == (4, 1)


def test_a_file_that_was_touched_or_put_back_has_not_changed(repo):
    """The content counts, not the time or the index."""
    os.utime("j0.yaml", (1, 1))
    repo.write("j1.yaml", WORSE)
    git("add", "j1.yaml")
    repo.write("j1.yaml", BAD)
    assert files(repo.check(diff_base="HEAD")) == []


def test_what_happened_on_the_other_branch_since_does_not_count(repo):
    """The merge base is compared with, as `git diff main...` does."""
    repo.write("j0.yaml", WORSE)
    commit()
    git("switch", "--quiet", "main")
    repo.write("j1.yaml", WORSE)
    commit()
    git("switch", "--quiet", "work")
    assert files(repo.check(diff_base="main")) == ["j0.yaml"]


@pytest.mark.parametrize(
    "how", ["branch", "tag", "annotated", "sha", "HEAD~1", ":/work", "HEAD^0~"]
)
def test_any_committish_will_do(repo, how):
    """Branches, tags, hashes and what git makes of them."""
    git("tag", "tag")
    git("tag", "--annotate", "annotated", "--message", "m")
    sha = git("rev-parse", "HEAD")
    repo.write("j3.yaml", WORSE)
    commit()
    revision = {"branch": "main", "sha": sha[:12], ":/work": "main^{/work}"}.get(how, how)
    assert files(repo.check(diff_base=revision)) == ["j3.yaml"]


def test_a_renamed_file_counts_and_a_deleted_one_does_not_matter(repo):
    """Wherever it came from, a new name is a new file."""
    git("mv", "j0.yaml", "moved.yaml")
    git("rm", "--quiet", "j1.yaml")
    (repo.folder / "j2.yaml").unlink()
    assert files(repo.check(diff_base="main")) == ["moved.yaml"]


def test_names_with_spaces_quotes_line_breaks_and_cyrillic(repo):
    """Whatever a file system allows, changed or not."""
    for name in ODD:
        repo.write("d/" + name, BAD)
    commit()
    git("branch", "--force", "main")
    for name in ODD:
        repo.write("d/" + name, WORSE)
    repo.write("Новая папка/это путь.yaml", WORSE)
    found = files(repo.check(diff_base="main"))
    assert found == sorted(["d/" + name for name in ODD] + ["Новая папка/это путь.yaml"])


def test_a_file_that_git_ignores_is_left_out(repo):
    """It is no part of what is handed in."""
    repo.write(".gitignore", "built.yaml\n")
    repo.write("built.yaml", WORSE)
    assert files(repo.check(diff_base="main")) == []


def test_a_link_has_changed_when_what_it_leads_to_has(repo):
    """Its own text is the same; the journey that is read is not."""
    repo.write("real/target.txt", BAD)
    os.symlink("real/target.txt", "link.yaml")
    commit()
    git("branch", "--force", "main")
    assert files(repo.check(diff_base="main")) == []
    repo.write("real/target.txt", WORSE)
    assert files(repo.check(diff_base="main")) == ["link.yaml"]


def test_from_a_subfolder_with_settings_that_would_mislead(repo, monkeypatch):
    """Neither the current folder nor git's configuration changes what is compared."""
    repo.write("sub/s.yaml", WORSE)
    repo.write("j0.yaml", WORSE)
    for key, value in (
        ("diff.relative", "true"),
        ("diff.renames", "copies"),
        ("status.showUntrackedFiles", "no"),
        ("diff.external", "false"),
        ("core.fsmonitor", "false"),
        ("color.ui", "always"),
    ):
        git("config", key, value)
    monkeypatch.chdir("sub")
    assert files(repo.check(".", "..", diff_base="main")) == ["../j0.yaml", "s.yaml"]


def test_inside_a_hook_of_git_its_variables_do_not_mislead(repo, monkeypatch):
    """A hook of another repository names that one in the environment."""
    repo.write("j0.yaml", WORSE)
    monkeypatch.setenv("GIT_DIR", "/nonexistent/.git")
    monkeypatch.setenv("GIT_INDEX_FILE", "/nonexistent/index")
    repo.write("sub/s.yaml", WORSE)
    monkeypatch.chdir("sub")
    assert files(repo.check("..", diff_base="main")) == ["../j0.yaml", "s.yaml"]


def test_a_worktree_and_a_nested_repository_are_asked_themselves(repo):
    """Each file is compared in the repository that it belongs to."""
    git("worktree", "add", "--quiet", "tree", "main")
    repo.write("tree/j0.yaml", WORSE)
    repo.write("j1.yaml", WORSE)
    git("init", "--quiet", "--initial-branch", "main", "nested")
    repo.write("nested/a.yaml", BAD)
    repo.write("nested/b.yaml", BAD.replace("cjm: 1", "cjm: 1\nid: nested-b"))
    commit("nested")
    repo.write("nested/b.yaml", WORSE.replace("cjm: 1", "cjm: 1\nid: nested-b"))
    report = repo.check(diff_base="main", select=["CJM101"])
    assert files(report) == ["j1.yaml", "nested/b.yaml", "tree/j0.yaml"]


def test_standard_input_is_always_checked(repo, monkeypatch):
    """It has no past."""
    done = subprocess.run(
        [sys.executable, "-m", "cjm", "check", "-", "--diff-base", "main", "--format", "concise"],
        input=BAD.encode(),
        capture_output=True,
        check=False,
        env={**os.environ, "PYTHONPATH": os.path.dirname(os.path.dirname(cjm.__file__))},
    )
    assert (done.returncode, done.stderr) == (1, b"")


# ---- workspaces -------------------------------------------------------------------------------


def test_a_changed_workspace_changes_all_its_journeys_and_no_others(repo):
    """What it sets decides what is found in them."""
    for folder in ("one", "two"):
        repo.write(f"{folder}/cjm.yaml", "cjm: 1\n")
        repo.write(f"{folder}/deep/j.yaml", BAD)
    commit()
    git("branch", "--force", "main")
    repo.write("one/cjm.yaml", "cjm: 1\nworkspace: one\n")
    assert files(repo.check(diff_base="main")) == ["one/deep/j.yaml"]


@pytest.mark.parametrize("outer", [True, False])
def test_a_deleted_workspace_changes_the_journeys_that_used_it(repo, outer):
    """They are checked by other settings now."""
    if outer:
        repo.write("cjm.yaml", "cjm: 1\n")
    repo.write("one/cjm.yaml", "cjm: 1\ncheck: {ignore: CJM1}\n")
    repo.write("one/deep/j.yaml", BAD)
    commit()
    git("branch", "--force", "main")
    (repo.folder / "one/cjm.yaml").unlink()
    assert files(repo.check(diff_base="main")) == ["one/deep/j.yaml"]


def test_faults_of_a_workspace_are_told_where_it_changed(repo):
    """A fault that was there before is none of this change."""
    repo.write("cjm.yaml", "cjm: 1\nlanguage: fr\n")
    commit()
    git("branch", "--force", "main")
    repo.write("j0.yaml", WORSE)
    assert files(repo.check(diff_base="main")) == ["j0.yaml"]
    repo.write("cjm.yaml", "cjm: 1\nlanguage: de\n")
    assert "cjm.yaml" in files(repo.check(diff_base="main"))


# ---- duplicates -------------------------------------------------------------------------------


def duplicates(report):
    """Where CJM004 stands and which file it names."""
    return [(f.file, f.related[0].file) for f in report.findings if f.code == "CJM004"]


@pytest.mark.parametrize("name", ["a.yaml", "z.yaml"])
def test_a_changed_journey_with_the_id_of_an_unchanged_one_is_told(repo, name):
    """Whichever of the two comes first, the finding stands in the one that changed."""
    repo.write("m.yaml", "cjm: 1\nid: x\ntouchpoints: {a: {expectation: 8, experience: 8}}\n")
    commit()
    git("branch", "--force", "main")
    repo.write(name, "cjm: 1\nid: x\ntouchpoints: {a: {expectation: 8, experience: 8}}\n")
    report = repo.check(diff_base="main")
    assert duplicates(report) == [(name, "m.yaml")]
    assert (report.exit_code(), report.summary.journeys) == (1, 1)


def test_duplicates_among_unchanged_journeys_are_not_told(repo):
    """They were there before; a changed one is told once."""
    text = "cjm: 1\nid: x\ntouchpoints: {a: {expectation: 8, experience: 8}}\n"
    repo.write("m.yaml", text)
    repo.write("n.yaml", text)
    commit()
    git("branch", "--force", "main")
    assert duplicates(repo.check(diff_base="main")) == []
    repo.write("a.yaml", text)
    assert duplicates(repo.check(diff_base="main")) == [("a.yaml", "m.yaml")]


def test_two_changed_duplicates_are_told_as_ever(repo):
    """The second names the first."""
    for name in ("a.yaml", "z.yaml"):
        repo.write(name, "cjm: 1\nid: x\ntouchpoints: {a: {expectation: 8, experience: 8}}\n")
    assert duplicates(repo.check(diff_base="main")) == [("z.yaml", "a.yaml")]


# ---- the baseline -----------------------------------------------------------------------------


def entries(desk):
    """The entries of the written baseline."""
    text = (desk.folder / "cjm-baseline.json").read_text(encoding="utf-8")
    return {(e["journey"], e.get("figure")) for e in json.loads(text)["findings"]}


@pytest.mark.parametrize("named", [{}, {"baseline": "cjm-baseline.json"}])
def test_journeys_that_were_not_looked_at_are_not_gone_from_the_baseline(repo, named):
    """Only what changed can have been mended; an update keeps the others."""
    repo.write("cjm.yaml", "cjm: 1\n")
    repo.check(update_baseline=True)
    commit()
    git("branch", "--force", "main")
    repo.write("j0.yaml", GOOD)
    repo.write("j1.yaml", WORSE)
    report = repo.check(diff_base="main", **named)
    assert report.resolved == ("j0 CJM101 a",)
    assert files(report) == ["j1.yaml"]
    repo.check(diff_base="main", update_baseline=True, **named)
    assert entries(repo) == {("j1", -3.0), ("j2", -1.0), ("j3", -1.0)}


@pytest.mark.parametrize(
    ("now", "kept"), [(8, -1.0), (7.5, -1.0), (5, -3.0)], ids=["mended", "better", "worse"]
)
def test_another_language_that_was_not_looked_at_keeps_the_entry(repo, now, kept):
    """Two languages share an entry: one that was mended says nothing of the other."""
    score = "{{expectation: 8, experience: {}, owner: o}}"
    text = f"cjm: 1\nid: shop\nlanguage: {{}}\ntouchpoints: {{{{a: {score}}}}}\n"
    repo.write("cjm.yaml", "cjm: 1\njourneys: [shop]\n")
    repo.write("shop/en.yaml", text.format("en", 7))
    repo.write("shop/ru.yaml", text.format("ru", 7))
    repo.check(update_baseline=True)
    commit()
    git("branch", "--force", "main")
    repo.write("shop/en.yaml", text.format("en", now))
    report = repo.check(diff_base="main", update_baseline=True)
    assert report.resolved == ()
    assert entries(repo) == {("shop", kept)}


def test_a_damaged_baseline_beside_unchanged_journeys_is_not_read(repo):
    """What a run has no use for cannot fail it."""
    repo.write("one/cjm.yaml", "cjm: 1\n")
    repo.write("one/cjm-baseline.json", "{")
    repo.write("one/j.yaml", BAD)
    commit()
    git("branch", "--force", "main")
    assert repo.check(diff_base="main").problems == ()
    repo.write("one/j.yaml", WORSE)
    assert len(repo.check(diff_base="main").problems) == 1


# ---- what cannot be compared ------------------------------------------------------------------


@pytest.mark.parametrize(
    "revision",
    [
        "nosuch",
        "origin/main",
        "--output=pwned",
        "-O/dev/null",
        "--help",
        "-",
        "^main",
        "main..work",
        "main...work",
        "main:j0.yaml",
        "HEAD^{tree}",
        "0" * 40,
        "main; touch pwned",
        "$(touch pwned)",
        "a\0b",
        "a\nb",
        "a" * 100_000,
        "{}",
        "{0.__class__}",
        "\udcff",
        "--",
    ],
    ids=range(21),
)
def test_a_revision_that_git_does_not_know_is_a_usage_error(repo, revision):
    """It is told with a way out; nothing is run, nothing is written."""
    before = sorted(os.listdir())
    with pytest.raises(UsageError, match="git knows no revision") as told:
        repo.check(diff_base=revision)
    assert told.value.help
    assert len(told.value.message) < 300
    assert sorted(os.listdir()) == before


def test_an_empty_revision_is_a_usage_error(repo):
    """A variable of CI that is not set must not mean anything by chance."""
    with pytest.raises(UsageError, match="an empty revision"):
        repo.check(diff_base="")


def test_a_folder_outside_git_is_a_usage_error(repo, monkeypatch, tmp_path_factory):
    """There is nothing to compare with; the way out is said."""
    folder = tmp_path_factory.mktemp("plain")
    monkeypatch.chdir(folder)
    (folder / "j.yaml").write_text(BAD)
    with pytest.raises(UsageError, match="is in no git repository") as told:
        cjm.check("j.yaml", diff_base="main")
    assert str(told.value.help) == "check all journeys: leave --diff-base out"


def test_a_shallow_clone_without_the_revision_says_so(repo, monkeypatch, tmp_path):
    """The usual state of a CI job."""
    repo.write("j0.yaml", WORSE)
    commit()
    first = git("rev-parse", "main")
    git("clone", "--quiet", "--depth", "1", f"file://{repo.folder}", str(tmp_path / "clone"))
    monkeypatch.chdir(tmp_path / "clone")
    with pytest.raises(UsageError) as told:
        cjm.check(diff_base=first)
    assert "this clone is shallow" in str(told.value.help)


def test_without_a_merge_base_the_revision_itself_is_compared_with(repo, monkeypatch, tmp_path):
    """Two shallow tips share no history here; their contents can still be compared."""
    repo.write("j0.yaml", WORSE)
    commit()
    git("clone", "--quiet", "--depth", "1", f"file://{repo.folder}", str(tmp_path / "clone"))
    monkeypatch.chdir(tmp_path / "clone")
    git("fetch", "--quiet", "--depth", "1", "origin", "main:main")
    assert files(cjm.check(diff_base="main", select="CJM101")) == ["j0.yaml"]
    git("switch", "--quiet", "--orphan", "empty")
    (tmp_path / "clone/new.yaml").write_text(BAD)
    assert files(cjm.check(diff_base="main", select="CJM101")) == ["new.yaml"]


def test_git_that_is_not_installed_is_told(repo, monkeypatch):
    """With the way out: install it, or do without."""
    monkeypatch.setenv("PATH", str(repo.folder))
    with pytest.raises(CjmError, match="git could not be started: no such file") as told:
        repo.check(diff_base="main")
    assert "install git" in str(told.value.help)


def test_git_that_does_not_finish_is_stopped(repo, monkeypatch):
    """A git that hangs, on a network drive say, ends with a sentence."""
    fake = repo.folder / "bin/git"
    repo.write("bin/git", "#!/bin/sh\nexec sleep 600\n")
    fake.chmod(0o755)
    monkeypatch.setenv("PATH", str(fake.parent), prepend=os.pathsep)
    with pytest.raises(CjmError, match=r"git rev-parse did not finish in 0\.2 s"):
        changed_files(str(repo.folder), "main", time_limit=0.2)


def test_git_that_fails_is_quoted(desk):
    """An empty .git is no repository; git's own words are passed on."""
    desk.write("j.yaml", BAD)
    with pytest.raises(CjmError, match=r'git rev-parse failed \(128\): "fatal: '):
        desk.check(diff_base="main")


def test_a_repository_of_somebody_else_says_how_to_trust_it(repo, monkeypatch):
    """Containers of CI check out as another user: git refuses, and the way out is said."""
    monkeypatch.setenv("GIT_TEST_ASSUME_DIFFERENT_OWNER", "1")
    with pytest.raises(CjmError, match="dubious ownership") as told:
        repo.check(diff_base="main")
    assert "safe.directory" in str(told.value.help)


def test_no_shell_is_asked():
    """Arguments reach git as they are."""
    with open(git_module.__file__, encoding="utf-8") as source:
        assert "shell=" not in source.read()


# ---- the command ------------------------------------------------------------------------------


def test_the_command_ends_with_2_and_a_way_out(repo, capsys):
    """An unknown revision is a bad option."""
    with pytest.raises(SystemExit) as left:
        cjm.cli.main(["check", "--diff-base", "nosuch"])
    assert left.value.code == 2
    assert capsys.readouterr().err == (
        "error: git knows no revision 'nosuch'\n"
        "help: name a commit, branch or tag that was fetched, such as origin/main\n"
    )


def test_the_formats_tell_how_many_were_left_out(repo, capsys):
    """The summary line and JSON; JSON has the key only where there is something to say."""
    repo.write("j0.yaml", GOOD)
    for format in ("concise", "json"):
        with pytest.raises(SystemExit):
            cjm.cli.main(["check", "--diff-base", "main", "--format", format])
    out = capsys.readouterr().out
    line, _, data = out.partition("\n")
    assert line == "1 journey, 1 touchpoint: no findings (3 unchanged)"
    assert json.loads(data)["summary"]["unchanged"] == 3


@pytest.mark.parametrize("revision", ["HEAD", "@", "main", "refs/heads/main"])
def test_before_the_first_commit_everything_is_new(desk, revision):
    """A pre-commit hook compares with HEAD from the first commit on; git knows no HEAD yet."""
    shutil.rmtree(desk.folder / ".git")
    git("init", "--quiet", "--initial-branch", "main")
    for name in ("staged", "untracked"):
        desk.write(f"{name}.yaml", BAD)
    git("add", "staged.yaml")
    assert {f.file for f in desk.check(".", diff_base=revision).findings} == {
        "staged.yaml",
        "untracked.yaml",
    }


def test_before_the_first_commit_other_names_are_still_unknown(desk):
    """A typo is no reason to check everything."""
    shutil.rmtree(desk.folder / ".git")
    git("init", "--quiet", "--initial-branch", "main")
    desk.write("a.yaml", BAD)
    with pytest.raises(UsageError, match="git knows no revision 'mian'"):
        desk.check(".", diff_base="mian")
