"""`cjm history`: C of each touchpoint over the revisions of a file, each read whole."""

from __future__ import annotations

import csv
import io
import json
import os
from datetime import date
from pathlib import Path

import pytest
from click.testing import CliRunner
from jsonschema import Draft202012Validator
from repositories import git

import cjm
from cjm.cli.group import cli
from cjm.compare.history_rows import columns_of
from cjm.errors import CjmError, UsageError
from cjm.terminal.history import history_page

TAXI = """\
cjm: 1
title: A taxi ride
touchpoints:
  call: {title: Calling, expectation: 8, experience: CALL, next: ride}
  ride: {title: Riding, expectation: 8, experience: RIDE, outcome: success}
"""


def taxi(call, ride):
    """The journey with these experiences."""
    return TAXI.replace("CALL", str(call)).replace("RIDE", str(ride))


@pytest.fixture
def repository(desk, monkeypatch):
    """An empty repository as the current folder; `commit` writes files and commits them."""
    os.rmdir(desk.folder / ".git")
    git("init", "--quiet", "--initial-branch", "main")
    for name in ("NAME", "EMAIL"):
        for who in ("AUTHOR", "COMMITTER"):
            monkeypatch.setenv(f"GIT_{who}_{name}", "Somebody")

    def commit(day, subject="work", **files):
        for name, text in files.items():
            desk.write(name, text)
        monkeypatch.setenv("GIT_COMMITTER_DATE", f"{day}T12:00:00+03:00")
        monkeypatch.setenv("GIT_AUTHOR_DATE", f"{day}T09:00:00+03:00")
        git("add", "--all")
        git("commit", "--quiet", "--allow-empty", "--message", subject)
        return git("rev-parse", "HEAD")

    desk.commit = commit
    return desk


@pytest.fixture
def told(repository):
    """A small history: a C that rose, a rename of the file and of an id, and something broken."""
    repository.commit("2026-03-02", "First", **{"journeys/taxi.yaml": taxi(7, 4)})
    repository.commit("2026-05-11", "Sooner", **{"journeys/taxi.yaml": taxi(8, 4)})
    git("mv", "journeys/taxi.yaml", "journeys/cab.yaml")
    repository.commit("2026-06-01", "Call it a cab")
    broken = repository.commit("2026-07-01", "Oops", **{"journeys/cab.yaml": "cjm: 1\na: [\n"})
    repository.commit("2026-09-30", "Mend", **{"journeys/cab.yaml": taxi(8, 6)})
    repository.write(
        "journeys/cab.yaml",
        taxi(8, 9).replace("ride:", "trip:").replace("next: ride", "next: trip"),
    )
    repository.broken = broken
    return repository


def run(*arguments):
    """`cjm history`: exit code, output, notes or what it refused."""
    result = CliRunner().invoke(cli, ["history", *arguments], standalone_mode=False)
    if isinstance(result.exception, CjmError):
        return 2, result.stdout, str(result.exception)
    assert result.exception is None, result.exception
    return 0, result.stdout, result.stderr


# ---- the page ---------------------------------------------------------------------------------


def test_the_page_has_a_column_where_a_figure_changed(told):
    """The rename is none; what could not be read is told with its line."""
    code, page, notes = run("journeys/cab.yaml")
    assert code == 0
    assert page == (
        "  A taxi ride · 4 revisions, 2026-03-02 … 2026-09-30\n"
        "\n"
        "                03-02  05-11  09-30    now\n"
        "  Calling          −1      0      0      0   ▃▅▅▅\n"
        "★ Riding           −4     −4     −2     +1   ▁▁▂▆\n"
        "  Balance       −5.00  −4.00  −2.00  +1.00   ▁▂▃▆\n"
        "  Disappointed   100%   100%   100%     0%\n"
    )
    assert f"{told.broken[:7]} (line 2: CJM001)" in notes


def test_the_page_in_russian_says_the_same(told):
    """Headings, marks and dates."""
    page = history_page(cjm.history("journeys/cab.yaml"), "ru")
    assert page.splitlines()[0] == "  A taxi ride · 4 ревизии, 2026-03-02 … 2026-09-30"
    assert "сейчас" in page
    assert "  Разочарованы" in page
    assert "−5,00" in page


def test_a_narrow_page_keeps_the_first_and_the_last_column(told):
    """And no line is wider than asked."""
    page = history_page(cjm.history("journeys/cab.yaml"), width=40)
    assert max(map(len, page.splitlines()[2:])) <= 40
    assert page.splitlines()[2].split()[0] == "03-02"
    assert page.splitlines()[2].split()[-1] == "now"


def test_of_many_revisions_eight_columns_are_shown(repository):
    """The first, the last, and those in which C moved most; blocks tell all."""
    for n in range(12):
        moved = 9 if n == 5 else 5 + n % 2 / 2
        repository.commit(f"2026-03-{n + 1:02}", **{"taxi.yaml": taxi(moved, 4)})
    found = cjm.history("taxi.yaml")
    shown = [row.time[8:10] for row in columns_of(found.rows, 8)]
    assert (shown[0], shown[-1], len(shown)) == ("01", "12", 8)
    assert {"06", "07"} <= set(shown)
    [line] = [line for line in history_page(found).splitlines() if "Calling" in line]
    assert len(line.split()[-1]) == 12


# ---- what is read -----------------------------------------------------------------------------


def test_a_file_is_followed_over_its_rename_and_a_touchpoint_over_its_id(told):
    """By the id that it has now; the journey has the name of each time."""
    found = cjm.history("journeys/cab.yaml")
    assert [row.path for row in found.rows] == [
        "journeys/taxi.yaml", "journeys/taxi.yaml", "journeys/cab.yaml", "journeys/cab.yaml",
        "journeys/cab.yaml",
    ]  # fmt: skip
    assert [row.gaps for row in found.rows] == [
        {"call": -1, "trip": -4}, {"call": 0, "trip": -4}, {"call": 0, "trip": -4},
        {"call": 0, "trip": -2}, {"call": 0, "trip": 1},
    ]  # fmt: skip
    assert [(t.id, t.before) for t in found.touchpoints] == [("call", ()), ("trip", ("ride",))]
    assert [row.subject for row in found.rows] == ["First", "Sooner", "Call it a cab", "Mend", None]
    assert found.rows[0].time == "2026-03-02T12:00:00+03:00"
    assert found.rows[0].author_time == "2026-03-02T09:00:00+03:00"


def test_a_touchpoint_that_is_gone_is_told_after_those_that_are_there(repository):
    """Where it is not there it has no C, and one that comes back is the same."""
    three = taxi(7, 7) + "  sorry: {title: An apology, expectation: 5, experience: 9}\n"
    for day, text in (("01", three), ("02", taxi(7, 7)), ("03", three), ("04", taxi(8, 7))):
        repository.commit(f"2026-03-{day}", **{"taxi.yaml": text})
    found = cjm.history("taxi.yaml")
    assert [(t.id, t.is_there) for t in found.touchpoints] == [
        ("call", True), ("ride", True), ("sorry", False),
    ]  # fmt: skip
    assert [row.gaps.get("sorry", "–") for row in found.rows] == [4, "–", 4, "–"]


OVERLAY = """\
cjm-measured: 1
journey: taxi
state: as-is
scale: [0, 10]
scores:
  ride:
    experience: {score: 6, n: 40, sd: 2.4, measured: 2026-04-01}
"""


def test_overlays_and_workspaces_are_of_their_time(repository):
    """A commit that changed one of them alone is a row; another journey's overlay is none."""
    repository.commit("2026-03-01", **{"journeys/taxi.yaml": "id: taxi\n" + taxi(7, 4)})
    repository.commit("2026-04-02", "measured", **{"journeys/taxi.measured.yaml": OVERLAY})
    repository.commit("2026-04-03", "other", **{
        "journeys/bus.yaml": taxi(1, 1),
        "journeys/bus.measured.yaml": OVERLAY.replace("taxi", "bus"),
    })  # fmt: skip
    git("mv", "journeys/taxi.yaml", "journeys/cab.yaml")
    git("mv", "journeys/taxi.measured.yaml", "journeys/cab.measured.yaml")
    repository.commit("2026-04-04", "renamed")
    repository.commit("2026-04-05", "workspace", **{"cjm.yaml": "cjm: 1\nlanguage: ru\n"})
    found = cjm.history("journeys/cab.yaml")
    assert [row.subject for row in found.rows] == ["work", "measured", "renamed", "workspace"]
    assert [row.gaps["ride"] for row in found.rows] == [-4, -2, -2, -2]
    alone = cjm.history("journeys/cab.yaml", measured=False)
    assert [row.gaps["ride"] for row in alone.rows] == [-4, -4, -4]


def test_a_broken_workspace_of_its_time_makes_a_revision_unreadable(repository):
    """A revision is read whole."""
    repository.commit("2026-03-01", **{"taxi.yaml": taxi(7, 4)})
    repository.commit("2026-03-02", **{"cjm.yaml": "cjm: 1\nscales: 3\n"})
    repository.commit("2026-03-03", **{"cjm.yaml": "cjm: 1\n"})
    found = cjm.history("taxi.yaml")
    assert len(found.rows) == 2
    assert [(s.code, s.line) for s in found.skipped] == [("CJM002", None)]


def test_what_a_branch_held_is_what_it_was_merged_as(repository):
    """The line of first parents: no zigzag between branches."""
    repository.commit("2026-03-01", **{"taxi.yaml": taxi(7, 4)})
    git("checkout", "--quiet", "-b", "side")
    repository.commit("2026-03-02", "on the side", **{"taxi.yaml": taxi(7, 6)})
    repository.commit("2026-03-04", "on the side, too", **{"taxi.yaml": taxi(7, 8)})
    git("checkout", "--quiet", "main")
    repository.commit("2026-03-03", "elsewhere", **{"notes.txt": "x"})
    git("merge", "--quiet", "--no-ff", "--message", "merged", "side")
    found = cjm.history("taxi.yaml")
    assert [(row.subject, row.gaps["ride"]) for row in found.rows] == [("work", -4), ("merged", 0)]


def test_the_working_tree_is_the_last_row_only_where_it_differs(repository):
    """Line ends are no difference; a broken one is told."""
    repository.commit("2026-03-01", **{"taxi.yaml": taxi(7, 4)})
    repository.write("taxi.yaml", taxi(7, 4).replace("\n", "\r\n"))
    assert [row.commit is None for row in cjm.history("taxi.yaml").rows] == [False]
    repository.write("taxi.yaml", taxi(7, 5))
    assert [row.commit is None for row in cjm.history("taxi.yaml").rows] == [False, True]
    repository.write("taxi.yaml", "cjm: [")
    assert "(line 1: CJM001)" in run("taxi.yaml")[2]


def test_names_that_mean_something_to_git_are_names(repository):
    """Brackets, stars, Cyrillic, a colon at the beginning; from a folder below, over a link."""
    name = "кар[та] *1/:taxi.yaml"
    repository.commit("2026-03-01", **{name: taxi(7, 4), "кар[та] *1/:taxi.measured.yaml": ""})
    repository.commit("2026-03-02", **{name: taxi(7, 5), "карт/taxi.yaml": taxi(1, 1)})
    assert len(cjm.history(name, measured=False).rows) == 2
    Path("link.yaml").symlink_to(name)
    assert len(cjm.history("link.yaml", measured=False).rows) == 2


# ---- options ----------------------------------------------------------------------------------


def test_revisions_can_be_limited(told):
    """By day and by number; the working tree stays."""
    subjects = [r.subject for r in cjm.history("journeys/cab.yaml", since=date(2026, 6, 1)).rows]
    assert subjects == ["Call it a cab", "Mend", None]
    assert [r.subject for r in cjm.history("journeys/cab.yaml", last=1).rows] == ["Mend", None]
    assert run("journeys/cab.yaml", "--since", "2027-01-01", "-n", "2")[0] == 0


METRICS = """\
metrics:
  nps: {title: NPS, value: VALUE, target: ">= 50"}
personas:
  anna: Anna
"""


def test_metrics_have_rows_of_their_own(repository):
    """The journey's; with --touchpoint and --metric one of a touchpoint; C by persona."""
    point = "metrics: {wait: {value: 7, unit: min}}, by_persona: {anna: {experience: 1}}, next"
    for day, value in (("01", 31), ("02", 55)):
        text = taxi(7, 4).replace("next", point, 1) + METRICS.replace("VALUE", str(value))
        repository.commit(f"2026-03-{day}", **{"taxi.yaml": text})
    found = cjm.history("taxi.yaml").to_dict()
    assert [row["metrics"] for row in found["revisions"]] == [
        {"nps": {"value": 31, "target": ">= 50", "met": False}},
        {"nps": {"value": 55, "target": ">= 50", "met": True}},
    ]
    page = run("taxi.yaml")[1]
    assert page.splitlines()[-1].split() == ["NPS", "31", "55"]
    one = cjm.history("taxi.yaml", touchpoint="call", metric="wait")
    assert [(row.gaps, row.metrics["wait"].value) for row in one.rows] == [({"call": -1}, 7)] * 2
    anna = cjm.history("taxi.yaml", persona="anna")
    assert anna.rows[0].gaps == {"call": -7, "ride": -4}


def test_json_is_as_its_schema_says_and_names_nobody(told):
    """Addresses and names of authors are in no output."""
    code, text, _ = run("journeys/cab.yaml", "--format", "json")
    assert code == 0
    data = json.loads(text)
    Draft202012Validator(cjm.schema("history")).validate(data)
    assert data == cjm.history("journeys/cab.yaml").to_dict()
    assert data["skipped"] == [{"commit": told.broken, "reason": "line 2: CJM001"}]
    assert "Somebody" not in text
    assert "example.org" not in text


def test_csv_has_a_line_for_each_touchpoint_of_each_revision(repository):
    """A subject that would be a formula is none."""
    repository.commit("2026-03-01", "=1+1", **{"taxi.yaml": taxi(7, 4)})
    rows = list(csv.DictReader(io.StringIO(run("taxi.yaml", "--format", "csv")[1])))
    assert [(row["touchpoint"], row["gap"]) for row in rows] == [("call", "-1"), ("ride", "-4")]
    assert {row["subject"] for row in rows} == {"'=1+1"}


# ---- refusals ---------------------------------------------------------------------------------


def test_where_there_is_no_history_it_is_told(repository, tmp_path_factory, monkeypatch):
    """No repository, a file git does not know, no commit at all, a folder, standard input."""
    repository.write("taxi.yaml", taxi(7, 4))
    assert run("taxi.yaml")[2] == "git knows nothing of taxi.yaml yet"
    repository.commit("2026-03-01")
    repository.write("new.yaml", taxi(7, 4))
    assert run("new.yaml")[2] == "git knows nothing of new.yaml yet"
    assert run(".")[2] == ". is a folder"
    assert run("-")[2] == "standard input has no history"
    assert run("nosuch.yaml")[2] == "nosuch.yaml: there is no such file or folder"
    elsewhere = tmp_path_factory.mktemp("elsewhere")
    monkeypatch.chdir(elsewhere)
    Path("taxi.yaml").write_text(taxi(7, 4))
    assert run("taxi.yaml")[2] == "taxi.yaml is in no git repository, so it has no history"


@pytest.mark.parametrize(
    ("options", "said"),
    [
        ({"touchpoint": "rider"}, "no revision has a touchpoint 'rider'"),
        ({"persona": "anna"}, "no revision has a persona 'anna'"),
        ({"metric": "nps"}, "no revision has a metric 'nps'"),
    ],
)
def test_what_no_revision_has_is_told(repository, options, said):
    """Rather than an empty page."""
    repository.commit("2026-03-01", **{"taxi.yaml": taxi(7, 4)})
    with pytest.raises(UsageError, match=said):
        cjm.history("taxi.yaml", **options)


def test_a_journey_that_was_never_right_has_no_history(repository):
    """With the way to see why."""
    repository.commit("2026-03-01", **{"taxi.yaml": "cjm: ["})
    assert run("taxi.yaml")[2] == "no revision of taxi.yaml can be read"


def test_a_shallow_clone_says_what_it_holds(repository, tmp_path_factory, monkeypatch):
    """The oldest commit that it has looks like the first one."""
    for day in ("01", "02", "03"):
        repository.commit(f"2026-03-{day}", **{"taxi.yaml": taxi(7, int(day))})
    clone = tmp_path_factory.mktemp("clone")
    git("clone", "--quiet", "--depth", "2", f"file://{repository.folder}", str(clone))
    monkeypatch.chdir(clone)
    code, page, notes = run("taxi.yaml")
    assert (code, "2 revisions" in page) == (0, True)
    assert notes == ("note: the clone holds only the last 2 commits: git fetch --unshallow\n")
    assert cjm.history("taxi.yaml").to_dict()["shallow"] is True


def test_git_is_asked_a_few_times_however_many_revisions_there_are(repository, monkeypatch):
    """Two logs and one batch, not one call a revision."""
    from cjm.system.git import Git

    for n in range(9):
        repository.commit(f"2026-03-0{n + 1}", **{"taxi.yaml": taxi(7, n)})
    asked = []
    real = Git.run
    monkeypatch.setattr(Git, "run", lambda self, *a, **k: asked.append(a[0]) or real(self, *a, **k))
    assert len(cjm.history("taxi.yaml").rows) == 9
    assert sorted(asked) == ["cat-file", "cat-file", "log", "log", "rev-parse", "rev-parse"]


def test_a_picture_is_written_where_it_is_asked_for(told):
    """By the format, or by the ending of a file."""
    code, svg, _ = run("journeys/cab.yaml", "--format", "svg", "--theme", "dark")
    assert (code, svg.startswith("<svg"), 'data-view="history"' in svg) == (0, True, True)
    assert run("journeys/cab.yaml", "-o", "cab.svg")[0] == 0
    assert (
        Path("cab.svg").read_text("utf-8")
        == cjm.render_history(cjm.history("journeys/cab.yaml")).decode()
    )
    assert run("journeys/cab.yaml", "--theme", "dark")[2] == "--theme is of a picture"
    assert run("journeys/cab.yaml", "-o", "journeys/cab.yaml")[0] == 2
