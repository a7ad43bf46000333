"""A workspace reads nothing beyond the repository it lies in."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Any

import pytest

import cjm

JOURNEY = "cjm: 1\ntouchpoints:\n  book: {expectation: 8, experience: 8, outcome: success}\n"
SECRET = "token: hunter2\ncjm: 1\n"


@pytest.fixture
def repository(desk: Any) -> Path:
    """A git repository beside a folder that is not its business; the current folder is within."""
    desk.write("secret/environ.yaml", SECRET)
    desk.write("repository/journeys/book.yaml", JOURNEY)
    os.mkdir("repository/.git")
    os.chdir("repository")
    return Path()


def found(*paths: str, **options: Any) -> list[tuple[str, str, int, int]]:
    """Code, file, line and column of each error."""
    report = cjm.check(paths, ignore=["CJM3", "CJM4"], **options)
    text = repr(report)
    assert "hunter2" not in text
    assert "token" not in text
    return [(f.code, f.file, f.span.line, f.span.column) for f in report.findings]


@pytest.mark.parametrize(
    "entry",
    ["/", "..", "../secret", "../secret/environ.yaml", "/proc/self/environ", "journeys/../../"],
)
def test_an_entry_that_leads_out_is_refused_at_its_place(repository: Path, entry: str) -> None:
    """Neither walked nor read; the good entry beside it is checked."""
    Path("cjm.yaml").write_text(f"cjm: 1\njourneys: [journeys, {entry}]\n")
    assert found() == [("CJM002", "cjm.yaml", 2, 22)]
    assert cjm.check().summary.journeys == 1


@pytest.mark.parametrize("target", ["../../secret/environ.yaml", "/proc/self/environ"])
def test_a_link_that_leads_out_is_told_at_the_entry_that_led_to_it(
    repository: Path, target: str
) -> None:
    """The link is named in the message."""
    Path("cjm.yaml").write_text("cjm: 1\njourneys: [journeys]\n")
    os.symlink(target, "journeys/a.yaml")
    assert found() == [("CJM002", "cjm.yaml", 2, 12)]
    (finding,) = cjm.check(ignore=["CJM3", "CJM4"]).findings
    assert finding.message.startswith("journeys/a.yaml ")


@pytest.mark.parametrize("workspace", [True, False])
def test_a_link_in_a_folder_that_was_typed_is_told_at_itself(
    repository: Path, workspace: bool
) -> None:
    """The user meant the folder, not where somebody's link leads."""
    if workspace:
        Path("cjm.yaml").write_text("cjm: 1\n")
    os.symlink("../../secret/environ.yaml", "journeys/a.yaml")
    assert found("journeys") == [("CJM002", "journeys/a.yaml", 1, 1)]


def test_a_workspace_that_is_a_link_out_is_not_read(repository: Path) -> None:
    """Not even its faults are quoted; the journeys are checked without it."""
    os.symlink("../secret/environ.yaml", "cjm.yaml")
    assert found("journeys") == [("CJM002", "cjm.yaml", 1, 1)]


def test_a_baseline_that_is_a_link_out_is_not_read(repository: Path) -> None:
    """It is a file of the workspace, like any other."""
    Path("cjm.yaml").write_text("cjm: 1\n")
    Path("../known.json").write_text('{"version": 1, "findings": []}')
    os.symlink("../known.json", "cjm-baseline.json")
    assert [str(p) for p in cjm.check("journeys").problems] == [
        "cjm-baseline.json: it leads out of the workspace"
    ]


def test_outside_of_git_the_border_is_the_folder_of_the_workspace(repository: Path) -> None:
    """Nothing above `cjm.yaml` is its business."""
    os.rmdir(".git")
    os.rmdir("../.git")
    Path("journeys/cjm.yaml").write_text("cjm: 1\njourneys: [.]\n")
    Path("other.yaml").write_text(JOURNEY)
    os.symlink("../other.yaml", "journeys/a.yaml")
    os.chdir("journeys")
    assert found() == [("CJM002", "cjm.yaml", 2, 12)]


def test_outside_of_git_a_linked_folder_that_was_typed_is_its_own_border(repository: Path) -> None:
    """Its journeys are read though the workspace lies elsewhere; a link out of it is not."""
    os.rmdir(".git")
    os.rmdir("../.git")
    Path("cjm.yaml").write_text("cjm: 1\n")
    os.symlink("../elsewhere", "link")
    Path("../elsewhere").mkdir()
    Path("../elsewhere/a.yaml").write_text(JOURNEY)
    assert found("link") == []
    assert cjm.check("link").summary.journeys == 1
    os.symlink("../secret/environ.yaml", "link/out.yaml")
    assert found("link") == [("CJM002", "link/out.yaml", 1, 1)]


def test_links_within_the_repository_are_followed(repository: Path) -> None:
    """A border is no ban on links."""
    Path("cjm.yaml").write_text("cjm: 1\njourneys: [journeys]\n")
    os.symlink("../common.yaml", "journeys/a.yaml")
    Path("common.yaml").write_text(JOURNEY.replace("cjm: 1", "cjm: 1\nid: common"))
    assert found() == []
    assert cjm.check().summary.journeys == 2


@pytest.mark.parametrize("typed", ["../secret", "../secret/environ.yaml", "link", "a.yaml"])
def test_what_the_user_types_has_no_border(repository: Path, typed: str) -> None:
    """Also a link, to a folder or a file: they see what they name."""
    os.symlink("../secret", "link")
    os.symlink("../secret/environ.yaml", "a.yaml")
    report = cjm.check(typed)
    assert "CJM002" in {f.code for f in report.findings}
    assert any("environ.yaml" in f.file or f.file == "a.yaml" for f in report.findings)
    assert "leads out" not in repr(report)


def test_the_border_holds_for_maps_too(repository: Path) -> None:
    """Both commands walk the same way; the good journey is drawn."""
    Path("cjm.yaml").write_text("cjm: 1\njourneys: [journeys, ..]\n")
    drawings = cjm.render_all(output="out")
    assert [f.code for f in drawings.findings] == ["CJM002"]
    assert [d.file for d in drawings.drawings if d.done] == ["journeys/book.yaml"]
    assert "hunter2" not in repr(drawings)


def test_a_journey_by_itself_does_not_read_such_a_workspace_either(repository: Path) -> None:
    """`load` refuses with the same finding."""
    os.symlink("../secret/environ.yaml", "cjm.yaml")
    with pytest.raises(cjm.InvalidJourneyError) as caught:
        cjm.load("journeys/book.yaml")
    assert [f.file for f in caught.value.findings] == ["cjm.yaml"]
    assert "hunter2" not in str(caught.value)
