"""Which source a command works on: named, the only one, or a file whose columns are named."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from cjm.data.choosing import Wanted, choose, choose_all
from cjm.data.definition import Asked, Events
from cjm.errors import UsageError

DATA = """\
cjm-data: 1
timezone: Europe/Moscow
minimum: 20
period: {from: 2026-01-01, to: 2026-03-31}
sources:
  clicks: {kind: events, file: clicks.csv, case: c, touchpoint: t, time: w}
  visits: {kind: events, file: visits.csv, case: c, touchpoint: t, time: w}
  orders: {kind: sales, file: orders.csv, customer: c, time: t, money: m}
"""
COLUMNS = {"case": "user", "touchpoint": "page", "time": "at"}


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with a definition and files, which is the current one."""
    (tmp_path / ".git").mkdir()
    (tmp_path / "data.yaml").write_text(DATA)
    for name in ("clicks.csv", "visits.csv", "other.csv"):
        (tmp_path / name).write_text("c,t,w\n")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def refused(kind: str, wanted: Wanted) -> str:
    """What is said against it."""
    with pytest.raises(UsageError) as raised:
        choose(kind, wanted)
    return f"{raised.value.message} ({raised.value.help})"


def test_the_only_source_of_a_kind_need_not_be_named(folder):
    """Its limits are the definition's where nobody asks for others."""
    chosen = choose("sales", Wanted())
    assert chosen.source.id == "orders"
    period = (date(2026, 1, 1), date(2026, 3, 31))
    assert chosen.asked == Asked(period, 20, 0.05, "Europe/Moscow")


def test_what_is_asked_goes_before_what_the_file_says(folder):
    """Each end of the period by itself."""
    asked = choose("sales", Wanted(period=(date(2026, 2, 1), None), minimum=5, tolerate=0.2)).asked
    assert asked == Asked((date(2026, 2, 1), date(2026, 3, 31)), 5, 0.2, "Europe/Moscow")


def test_several_sources_are_named_in_the_refusal(folder):
    """One of them must be named; a command that takes all of them takes all."""
    assert refused("events", Wanted()) == (
        "more than one source fits: clicks, visits (name one: --source clicks)"
    )
    assert [s.id for s in choose_all("events", Wanted()).sources] == ["clicks", "visits"]
    assert choose("events", Wanted("visits")).source.id == "visits"


def test_a_file_that_the_definition_describes_is_its_source(folder):
    """Whatever the way to it is called."""
    assert choose("events", Wanted("./visits.csv")).source.id == "visits"


def test_a_file_may_be_described_on_the_command_line(folder):
    """Beside a definition as without one; its name becomes the source's."""
    chosen = choose("events", Wanted("other.csv", columns=COLUMNS))
    assert chosen.source == Events("other", chosen.source.rows, "user", "page", "at")
    assert chosen.source.rows.file == "other.csv"
    assert (chosen.definition.folder, chosen.asked.timezone) == (".", "Europe/Moscow")
    (folder / "data.yaml").unlink()
    assert choose("events", Wanted("other.csv", columns=COLUMNS)).asked == Asked()


def test_a_survey_and_reviews_are_described_so_too(folder):
    """A side may be a constant; customers are respondents there."""
    columns = {"score": "s", "touchpoint": "t", "customer": "c", "side": "expectation"}
    survey = choose("survey", Wanted("other.csv", columns={**columns, "scale": (1, 5)})).source
    assert (survey.respondent, survey.side, survey.constant_side) == ("c", None, "expectation")
    assert choose("reviews", Wanted("other.csv", columns={"text": "t"})).source.text == "t"


def test_what_does_not_fit_is_said(folder):
    """With what to do about it."""
    assert refused("events", Wanted("clicsk")) == (
        "there is no source and no file 'clicsk' (did you mean 'clicks'?)"
    )
    assert refused("events", Wanted("orders")) == "orders is of kind sales, not events (None)"
    assert refused("reviews", Wanted()) == (
        f"{folder}/data.yaml has no source of kind reviews (there are: clicks, visits, orders)"
    )
    assert refused("events", Wanted("other.csv")) == (
        "nothing says what the columns of other.csv are "
        "(name them: --case --touchpoint --time; or describe it in data.yaml)"
    )
    assert refused("events", Wanted("other.csv", columns={"case": "c"})) == (
        "nothing says what the columns of other.csv are "
        "(name them: --touchpoint --time; or describe it in data.yaml)"
    )
    assert refused("events", Wanted("clicks", columns=COLUMNS)).endswith(
        "(leave out: --case --touchpoint --time)"
    )
    assert refused("sales", Wanted(period=(date(2026, 4, 1), None))) == (
        "the period ends before it begins (None)"
    )


def test_without_a_definition_the_way_out_is_named(folder):
    """A file with named columns, or a definition."""
    (folder / "data.yaml").unlink()
    assert refused("events", Wanted()) == (
        "there is no data.yaml here or above (name one with --data, or columns by options)"
    )
    assert refused("events", Wanted("other.csv")).startswith("nothing says what the columns")


def test_another_file_may_be_the_definition(folder):
    """Its own folder is the one that paths are relative to, and the border of what is read."""
    inner = folder / "inner"
    inner.mkdir()
    (inner / "mine.yaml").write_text(DATA)
    definition = choose("sales", Wanted(data="inner/mine.yaml")).definition
    assert (definition.folder, definition.border) == ("inner", str(folder))
    assert choose("sales", Wanted(data="inner/mine.yaml", outside=True)).definition.outside
