"""A data.yaml reads within its repository; beyond it only where the user says so, unquoted."""

from __future__ import annotations

from pathlib import Path

import pytest

from cjm.data.choosing import Wanted, choose
from cjm.data.engine import local_engine
from cjm.data.reading import typed
from cjm.data.typed import Typed
from cjm.errors import UsageError

SOURCES = """\
cjm-data: 1
sources:
  s: {kind: events, file: FILE, case: c, touchpoint: t, time: w}
"""
ROWS = "c,t,w\n1,a,2026-01-01\n2,b,secret\n2,b,2026-01-02\n"


@pytest.fixture
def repository(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A repository beside a file that is none of its own."""
    (tmp_path / "beyond.csv").write_text(ROWS)
    inside = tmp_path / "repository"
    (inside / ".git").mkdir(parents=True)
    (inside / "link.csv").symlink_to(tmp_path / "beyond.csv")
    (inside / "own.csv").write_text(ROWS)
    monkeypatch.chdir(inside)
    return inside


def read(repository: Path, file: str, wanted: Wanted) -> Typed:
    """What is read of a source."""
    (repository / "data.yaml").write_text(SOURCES.replace("FILE", file))
    chosen = choose("events", wanted)
    with local_engine("discover") as engine:
        return typed(chosen.source, chosen.definition, chosen.asked, engine)


@pytest.mark.parametrize("file", ["../beyond.csv", "link.csv", "../*.csv"])
def test_a_file_beyond_the_repository_is_not_read(repository, file):
    """By whatever way it is named."""
    with pytest.raises(UsageError, match=r"leads out of the workspace.*") as raised:
        read(repository, file, Wanted())
    assert "--allow-outside" in str(raised.value.help)


@pytest.mark.parametrize("file", ["../beyond.csv", "link.csv"])
def test_where_it_may_be_read_its_rows_are_counted_and_not_quoted(repository, file):
    """A log of CI shows how many rows were left out, and nothing that stood in them."""
    reason = read(repository, file, Wanted(outside=True)).left_out["not a time"]
    assert (reason.rows, reason.values, reason.examples) == (1, {}, ())


def test_a_file_of_the_repository_is_quoted(repository):
    """With its line."""
    reason = read(repository, "own.csv", Wanted()).left_out["not a time"]
    assert (reason.examples[0].line, reason.examples[0].value) == (3, "secret")


def test_a_file_that_the_user_typed_has_no_border(repository):
    """It is their wish."""
    columns = {"case": "c", "touchpoint": "t", "time": "w"}
    chosen = choose("events", Wanted("../beyond.csv", columns=columns))
    with local_engine("discover") as engine:
        found = typed(chosen.source, chosen.definition, chosen.asked, engine)
    assert found.left_out["not a time"].examples[0].value == "secret"
