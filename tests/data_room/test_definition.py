"""`data.yaml`: what it says becomes records, and whatever is wrong with it is told at its place."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator

import cjm
from cjm.data.definition import Answer, Connection, Events, Reviews, Rows, Sales, Survey
from cjm.data.reading_definition import read_definition
from cjm.errors import InvalidDataError, UsageError
from cjm.project.finding_definition import find_definition, no_definition
from cjm.source import parse

HERE = Path(__file__).parent
EVERYTHING = HERE / "everything.data.yaml"
SMALL = """\
cjm-data: 1
sources:
  delivery: {kind: survey, file: a.csv, touchpoint: point, score: mark, scale: [1, 5]}
"""


def faults(file: Path) -> list[str]:
    """What is told of a file: line, column, code, message and help."""
    with pytest.raises(InvalidDataError) as raised:
        read_definition(str(file), "en")
    return [
        f"{f.span.line}:{f.span.column} {f.code} {f.message}" + (f" ({f.help})" if f.help else "")
        for f in raised.value.findings
    ]


def data_of(file: Path) -> Any:
    """A file as plain data, read as YAML 1.2."""
    root = parse(file.read_bytes()).root
    return root and root.data


def source(text: str) -> str:
    """A definition with one source."""
    return f"cjm-data: 1\nsources:\n  s: {text}\n"


def test_every_field_of_the_file_stands_in_the_records():
    """The long example says each of them once at least."""
    definition = read_definition(str(EVERYTHING))
    assert definition.period == (date(2026, 7, 1), date(2026, 9, 30))
    assert (definition.timezone, definition.minimum) == ("Europe/Moscow", 30)
    assert definition.connections == {
        "dwh": Connection(url="snowflake://reader:${DWH_PASSWORD}@acme/cx?warehouse=s"),
        "lake": Connection(python="team.cx:connect"),
        "nodes": Connection(url="spark://local"),
    }
    assert definition.journeys == {"business-taxi": ("delivery", "clicks"), "flight": ("airline",)}
    assert definition.folder == str(EVERYTHING.parent)
    assert definition.sources["delivery"] == Survey(
        "delivery",
        Rows(
            "answers/*.csv",
            delimiter=";",
            encoding="cp1251",
            decimal=",",
            time_format="%d.%m.%Y",
            where="country = 'RU'",
        ),
        (1, 5),
        "customer_id",
        "point",
        "side",
        "experience",
        "mark",
        "answered_at",
        "segment",
        "w",
        {
            "expectation": ("exp", "ожидание"),
            "experience": ("real",),
            "nps": ("recommend",),
            "solved": ("fixed",),
        },
        {"ride": ("Поездка", "trip"), "pay": ("Оплата",)},
        {"anna": ("A", "B")},
        metrics={
            "nps": Answer("nps", scale=(0, 10), shift=-1),
            "solved": Answer("solved", scale=(0, 1), unit="%"),
        },
        reverse=True,
        answers="mean",
    )
    assert definition.sources["clicks"] == Events(
        "clicks",
        Rows("log.parquet", connection="nodes"),
        "customer_id",
        "event",
        "ts",
        "seq",
        "status in ('error', 'timeout')",
        {"buy": ("Purchase", "order")},
        {"buy": "success"},
        {"choose": ("search", "cart"), "pay": ("buy",)},
    )
    assert definition.sources["orders"] == Sales(
        "orders",
        Rows(query="SELECT * FROM sales", connection="lake"),
        "id",
        "paid_at",
        "total",
        "order_no",
        "is_member",
        "used_bonus",
        "spent",
        "earned",
        90,
        3.5,
        0.4,
        {
            "recency": (30, 90, 180, 365),
            "frequency": (1, 2, 4, 8),
            "money": (10, 20.5, 100, 1000),
        },
        {"champions": "R >= 4 and F >= 4", "lost": "R <= 2"},
    )
    assert definition.sources["voices"] == Reviews(
        "voices",
        Rows("reviews.csv"),
        "comment",
        "stars",
        (1, 5),
        "day",
        "point",
        "author",
        "topics.yaml",
        {"ride": ("Поездка",)},
    )


def test_columns_of_a_file_without_names_are_numbers():
    """Each column of a wide survey says what it holds; metrics have their own scales."""
    airline = read_definition(str(EVERYTHING)).sources["airline"]
    assert isinstance(airline, Survey)
    assert airline.respondent == 1
    assert airline.columns == {
        2: Answer("expectation", "board"),
        3: Answer("experience", "board", reverse=True),
        4: Answer("nps", scale=(0, 10), shift=-1),
        5: Answer("csat", "board", scale=(1, 7), top=3),
        6: Answer("fcr", scale=(0, 1), values={"yes": ("да", "yes"), "no": ("нет",)}),
    }


def test_a_column_may_be_called_as_a_side_is():
    """`side: experience` is a constant, `side: {column: experience}` a column."""
    definition = read_definition(str(EVERYTHING))
    assert definition.sources["asked"].side == "experience"


def test_a_constant_side_is_no_column(tmp_path):
    """All answers are of it."""
    (tmp_path / "data.yaml").write_text(SMALL.replace("score:", "side: expectation, score:"))
    survey = read_definition(str(tmp_path / "data.yaml")).sources["delivery"]
    assert (survey.side, survey.constant_side) == (None, "expectation")


def test_a_reversed_survey_has_reversed_sides_and_metrics_as_they_are_asked(tmp_path):
    """The lowest answer is the best one of its touchpoints; NPS means the same everywhere."""
    columns = "{a: {touchpoint: x}, b: {touchpoint: y, reverse: false}, c: {metric: nps}}"
    text = source(
        f"{{kind: survey, file: a.csv, scale: [1, 5], reverse: true, columns: {columns}}}"
    )
    (tmp_path / "data.yaml").write_text(text)
    survey = read_definition(str(tmp_path / "data.yaml")).sources["s"]
    assert {name: answer.reverse for name, answer in survey.columns.items()} == {
        "a": True,
        "b": False,
        "c": False,
    }


def test_sources_of_a_journey_are_those_named_for_it():
    """Without `journeys` all sources feed the only journey; with it only what is named."""
    definition = read_definition(str(EVERYTHING))
    assert [s.id for s in definition.sources_of("business-taxi")] == ["delivery", "clicks"]
    assert definition.sources_of("other") == ()


def test_the_smallest_file_has_the_documented_defaults(tmp_path):
    """UTC, groups of ten, everything that was ever answered, of whichever journey."""
    (tmp_path / "data.yaml").write_text(SMALL)
    definition = read_definition(str(tmp_path / "data.yaml"))
    assert (definition.timezone, definition.minimum) == ("UTC", 10)
    assert definition.period == (None, None)
    assert [s.id for s in definition.sources_of("any")] == ["delivery"]


CASES = sorted((HERE / "faulty").glob("*.yaml"))


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.stem)
def test_what_is_wrong_is_told_at_its_place(case):
    """Each file with the findings beside it: line, column, code, message, help."""
    assert faults(case) == case.with_suffix(".txt").read_text(encoding="utf-8").splitlines()


@pytest.mark.parametrize("language", ["en", "ru"])
@pytest.mark.parametrize(
    "url",
    [
        "postgresql://me:{s}@host/base",
        "'postgresql://me:${{USER}}{s}@host/base'",
        "snowflake://me@acme/cx?password={s}",
        "trino://host/d?access-token={s}",
        "postgres://me:{s}@host/base",
        "me:{s}@host/base",
        "[postgresql://me:{s}@host/base]",
    ],
)
def test_a_password_is_refused_and_never_repeated(tmp_path, url, language):
    """Findings stand in public logs: neither the message nor the line of the file is quoted."""
    file = tmp_path / "data.yaml"
    file.write_text(f"{SMALL}connections: {{c: {{url: {url.format(s='hunter2')}}}}}\n")
    with pytest.raises(InvalidDataError) as raised:
        read_definition(str(file), language)
    (finding,) = raised.value.findings
    assert (finding.code, finding.span.line) == ("CJM002", 4)
    assert "hunter2" not in f"{finding} {raised.value} {finding.fixes}"


def test_a_variable_is_no_password(tmp_path):
    """What stands in the environment is nobody's but the user's."""
    url = "snowflake://me:${DWH}@acme/cx?token=${TOKEN}"
    (tmp_path / "data.yaml").write_text(f"{SMALL}connections: {{c: {{url: '{url}'}}}}\n")
    assert read_definition(str(tmp_path / "data.yaml")).connections["c"].url == url


def test_the_schema_accepts_the_long_example_and_refuses_faulty_files():
    """What an editor underlines is a fault; what only reading can tell is none to the schema."""
    schema = Draft202012Validator(cjm.schema("data"))
    assert [e.message for e in schema.iter_errors(data_of(HERE / "everything.data.yaml"))] == []
    refused = {case.stem for case in CASES if not schema.is_valid(data_of(case))}
    assert refused == {case.stem for case in CASES} - ONLY_READ


ONLY_READ = {
    "condition",
    "column-of-both", "column-of-nothing", "columns-of-both-forms", "columns-without-names",
    "connection-twice", "file-and-query", "file-of-trino", "header-of-table", "limits-equal",
    "metric-without-words", "no-connections", "period-turned", "points-of-one",
    "rating-without-scale", "scale-of-nps", "scale-turned", "table-alone", "timezone-city",
    "timezone-misspelt", "timezone-offset", "top-of-ces", "top-of-side", "two-stages",
    "unknown-connection", "unknown-source", "used-without-member", "values-without-side",
    "word-of-two", "word-of-two-sides", "yes-and-no",
}  # fmt: skip
"""Faults that a schema cannot see: cross references, and what words mean."""


def test_the_nearest_file_of_ours_is_found_upwards(tmp_path):
    """One of another tool is passed by; none is looked for beyond the repository."""
    (tmp_path / "data.yaml").write_text(SMALL)
    inner = tmp_path / "a" / "b"
    inner.mkdir(parents=True)
    (tmp_path / "a" / "data.yaml").write_text("stages: {prepare: {cmd: dvc}}\n")
    found = find_definition(str(inner))
    assert found.file == str(tmp_path / "data.yaml")
    assert found.passed == (str(tmp_path / "a" / "data.yaml"),)
    (tmp_path / "a" / ".git").mkdir()
    found = find_definition(str(inner))
    assert found.file is None
    error = no_definition(found)
    assert str(error.message) == "there is no data.yaml here or above"
    assert "was passed by: it has no cjm-data: 1" in str(error.help)


@pytest.mark.parametrize(
    "text", ["\ufeffcjm-data: 1", '{"cjm-data": 1}', '{\n  "cjm-data": 1}', "a: b: c\ncjm-data: 1"]
)
def test_a_faulty_file_of_ours_is_not_passed_by(tmp_path, text):
    """Its faults are told; another file above it would answer another question."""
    (tmp_path / "data.yaml").write_text(text, encoding="utf-8")
    assert find_definition(str(tmp_path)).file == str(tmp_path / "data.yaml")


def test_a_link_out_of_the_repository_is_not_read(tmp_path):
    """What a pull request links to is not its own."""
    outside = tmp_path / "secret.yaml"
    outside.write_text(SMALL)
    repository = tmp_path / "repository"
    (repository / ".git").mkdir(parents=True)
    (repository / "data.yaml").symlink_to(outside)
    with pytest.raises(UsageError, match="leads out of the workspace"):
        find_definition(str(repository))


def test_a_file_that_is_not_there_is_said_to_be_so(tmp_path):
    """The path is named."""
    with pytest.raises(UsageError, match=r"none\.yaml"):
        read_definition(str(tmp_path / "none.yaml"))
