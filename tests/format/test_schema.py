"""The JSON Schema says no more than the decoder: what it refuses is a fault."""

from __future__ import annotations

import copy
import json
from collections.abc import Iterator
from dataclasses import MISSING
from itertools import product
from pathlib import Path
from typing import Any

import pytest
from format_table import records
from hypothesis import given, settings
from hypothesis import strategies as st
from jsonschema import Draft202012Validator

import cjm
from cjm.errors import UsageError
from cjm.format import JOURNEY as FORMAT
from cjm.format.json_schema import RECORDS
from cjm.format.kinds import step
from cjm.format.quantities import Number
from cjm.journey import Improvement, Journey, Touchpoint
from cjm.names import LANGUAGES
from cjm.project.discovery import WorkspaceFile
from cjm.project.loading import read_journey
from cjm.project.workspace import load_workspace
from cjm.rules import RULES, known_selector
from cjm.source import parse

TESTS = Path(__file__).parents[1]
SILENT = sorted((TESTS / "journeys" / "silent").glob("*.yaml"))
WORKED = sorted((TESTS.parent / "journeys").glob("*.yaml"))
JOURNEY = Draft202012Validator(cjm.schema())
WORKSPACE = Draft202012Validator(cjm.schema("workspace"))


def parts_of(schema: Any) -> Iterator[dict[str, Any]]:
    """Every part of a schema that editors show, or that holds such parts."""
    if isinstance(schema, dict):
        yield schema
        for key, part in schema.items():
            if key not in ("if", "defaultSnippets"):
                yield from parts_of(part)
    elif isinstance(schema, list):
        for part in schema:
            yield from parts_of(part)


def data_of(file: Path) -> Any:
    """A file as plain data, read as YAML 1.2."""
    return parse(file.read_bytes()).root.data


@pytest.mark.parametrize("of", ["journey", "workspace"])
def test_the_schema_is_a_schema(of):
    """Both schemas are valid by the meta-schema of Draft 2020-12, and plain JSON."""
    schema = cjm.schema(of)
    assert schema["$schema"] == "https://json-schema.org/draft/2020-12/schema"
    Draft202012Validator.check_schema(schema)
    assert json.loads(json.dumps(schema)) == schema


def test_there_is_no_other_schema():
    """Another name is a UsageError."""
    with pytest.raises(UsageError):
        cjm.schema("colour")


@pytest.mark.parametrize("file", [*SILENT, *WORKED], ids=lambda f: f"{f.parent.name}/{f.name}")
def test_the_schema_accepts_every_valid_file(file):
    """Silent examples and worked journeys are valid by the schema."""
    validator = WORKSPACE if file.name == "cjm.yaml" else JOURNEY
    assert [error.message for error in validator.iter_errors(data_of(file))] == []


def test_the_worked_journeys_are_there_and_load():
    """What the schema accepts above are files that load without findings."""
    assert len(WORKED) >= 5
    shared = TESTS.parent / "journeys" / "cjm.yaml"
    home = load_workspace(WorkspaceFile(str(shared), shared.read_bytes()))
    assert home.faults == ()
    for file in WORKED:
        if file.name != "cjm.yaml":
            assert read_journey(parse(file.read_bytes()), file.name, home.workspace).findings == ()


STRUCTURAL = [
    "unknown-keys",
    "types",
    "missing",
    "comma",
    "scores",
    "transitions",
    "list",
    "scalar",
]


@pytest.mark.parametrize("name", STRUCTURAL)
def test_the_schema_refuses_faulty_files(name):
    """A file with faults of structure is invalid by the schema too."""
    assert not JOURNEY.is_valid(data_of(TESTS / "journeys" / "faulty" / f"{name}.yaml"))


@pytest.mark.parametrize(
    "field",
    [
        {"titel": "x"},
        {"cjm": 2},
        {"cjm": "1"},
        {"cjm": True},
        {"id": "a b"},
        {"id": ""},
        {"title": ["x"]},
        {"title": {}},
        {"state": "asis"},
        {"language": "de"},
        {"scale": [1]},
        {"scale": [1, 2, 3]},
        {"scale": ["0", "10"]},
        {"tolerance": -1},
        {"customers": "many"},
        {"customers": {"per": "day"}},
        {"customers": {"value": 1, "per": "decade"}},
        {"personas": "anna"},
        {"personas": []},
        {"personas": {}},
        {"personas": {"a": {"share": 1.5}}},
        {"channels": {"app": {"kind": "phone"}}},
        {"stages": ["a", "a"]},
        {"stages": {"a b": "x"}},
        {"start": []},
        {"start": {"a": 2}},
        {"start": None},
        {"touchpoints": {}},
        {"touchpoints": []},
        {"touchpoints": None},
        {"touchpoints": {"a": 5}},
        {"touchpoints": {"a b": {}}},
        {"touchpoints": {"a": {"expactation": 8}}},
        {"touchpoints": {"a": {"expectation": "8"}}},
        {"touchpoints": {"a": {"expectation": {"n": 3}}}},
        {"touchpoints": {"a": {"expectation": {"score": 3, "n": 0}}}},
        {"touchpoints": {"a": {"expectation": {"score": 3, "n": 2.5}}}},
        {"touchpoints": {"a": {"expectation": {"score": 3, "n": 3, "sd": -1}}}},
        {"touchpoints": {"a": {"expectation": {"score": 3, "measured": "1.2.2026"}}}},
        {"touchpoints": {"a": {"by_persona": {"p": {"score": 3}}}}},
        {"touchpoints": {"a": {"by_persona": {}}}},
        {"touchpoints": {"a": {"moment_of_truth": "yes"}}},
        {"touchpoints": {"a": {"paired": {"n": 1, "sd": 1}}}},
        {"touchpoints": {"a": {"paired": {"n": 5}}}},
        {"touchpoints": {"a": {"importance": -1}}},
        {"touchpoints": {"a": {"pains": {"a": "b"}}}},
        {"touchpoints": {"a": {"scenario": ["step"]}}},
        {"touchpoints": {"a": {"scenario": [{"say": "x"}]}}},
        {"touchpoints": {"a": {"metrics": {"m": {"unit": "%"}}}}},
        {"touchpoints": {"a": {"metrics": {"m": {}}}}},
        {"touchpoints": {"a": {"channel": []}}},
        {"touchpoints": {"a": {"channel": ["x", "x"]}}},
        {"touchpoints": {"a": {"channel": {"x": 1}}}},
        {"touchpoints": {"a": {"duration": "2 weeks"}}},
        {"touchpoints": {"a": {"paired": {"n": 5, "sd": 1, "below": 2}}}},
        {"touchpoints": {"a": {"by_persona": {"p": {"standard": "x"}}}}},
        {"touchpoints": {"a": {"by_persona": {"p": {"paired": 5}}}}},
        {"touchpoints": {"a": {"actions": {"a": 1}}}},
        {"customers": {"value": 1, "worth": -1}},
        {"customers": {"value": 1, "currency": ["₽"]}},
        {"updated": "20.11.2026"},
        {"status": ["x"]},
        {"lanes": ["x-a"]},
        {"lanes": {}},
        {"lanes": {"a": "A"}},
        {"lanes": {"x-": "A"}},
        {"lanes": {"x-a": {}}},
        {"lanes": {"x-a": None}},
        {"stages": {"s": {"emotions": {}}}},
        {"stages": {"s": {"metrics": {"m": "x"}}}},
        {"improvements": {"i": {"judged_by": {}}}},
        {"improvements": {"i": {"judged_by": {"m": 5}}}},
        {"improvements": {"i": {"judged_by": {"m": {"after": "x"}}}}},
        {"improvements": {"i": {"judged_by": {"m": {"value": 5}}}}},
        {"touchpoints": {"a": {"metrics": {"m": {"value": 5, "target": "5"}}}}},
        {"touchpoints": {"a": {"links": ["x"]}}},
        {"touchpoints": {"a": {"next": []}}},
        {"touchpoints": {"a": {"next": {}}}},
        {"touchpoints": {"a": {"next": ["b", "b"]}}},
        {"touchpoints": {"a": {"next": {"b": 1.5}}}},
        {"touchpoints": {"a": {"next": {"b": -0.5}}}},
        {"touchpoints": {"a": {"next": {"b": "half"}}}},
        {"touchpoints": {"a": {"next": {"b": {"wait": "5 weeks"}}}}},
        {"touchpoints": {"a": {"next": {"b": {"probabilty": 1}}}}},
        {"touchpoints": {"a": {"outcome": "done"}}},
        {"improvements": {"i": {"phase": "done"}}},
        {"improvements": {"i": {"lifts": {"a": -1}}}},
        {"improvements": {"i": {"due": "soon"}}},
        {"metrics": {"m": "x"}},
        {"metrics": []},
        {"waivers": {"rule": "x"}},
        {"waivers": [{"rule": "x"}]},
        {"waivers": [{"reason": "x"}]},
        {"waivers": [{"rule": [], "reason": "x"}]},
    ],
    ids=lambda field: json.dumps(field, ensure_ascii=False),
)
def test_the_schema_and_the_decoder_refuse_the_same_faults(field):
    """Each fault of structure alone makes a valid journey invalid, for editors and for `check`."""
    valid = {"cjm": 1, "touchpoints": {"a": {}, "b": {}}}
    assert JOURNEY.is_valid(valid)
    faulty = {**valid, **field}
    assert not JOURNEY.is_valid(faulty)
    assert read_journey(parse(json.dumps(faulty)), "x.yaml").findings


@pytest.mark.parametrize("key", ["cjm", "touchpoints"])
def test_required_keys(key):
    """Only `cjm` and `touchpoints` are required."""
    valid = {"cjm": 1, "touchpoints": {"a": {}}}
    assert JOURNEY.is_valid(valid)
    del valid[key]
    assert not JOURNEY.is_valid(valid)


def test_editors_see_what_a_field_means():
    """Every property has a description, every definition and every form a title."""
    for of, language in product(RECORDS, LANGUAGES):
        schema = cjm.schema(of, language)
        assert schema["title"]
        assert all(definition["title"] for definition in schema["$defs"].values())
        for part in parts_of(schema):
            for name, field in part.get("properties", {}).items():
                assert field.get("description"), (of, name)
            for form in part.get("anyOf", ()):
                assert form.get("title") or "$ref" in form or set(form) == {"required"}, (of, form)


def test_editors_say_what_is_wrong_in_words():
    """Every pattern has a message, every word of a few its meaning, in both languages."""
    for of in RECORDS:
        for part, twin in zip(
            parts_of(cjm.schema(of)), parts_of(cjm.schema(of, "ru")), strict=True
        ):
            if "pattern" in part:
                assert part["patternErrorMessage"] != twin["patternErrorMessage"]
            if "enum" in part:
                assert len(part["enumDescriptions"]) == len(part["enum"])
                assert all(map(str.__ne__, part["enumDescriptions"], twin["enumDescriptions"]))
                assert part["errorMessage"]


def test_editors_insert_no_boolean_where_text_is_meant():
    """No type names several that hold boolean, and no example is a mapping."""
    for of in RECORDS:
        for part in parts_of(cjm.schema(of)):
            assert "boolean" not in part.get("type", ()) or part["type"] == "boolean"
            assert not any(isinstance(example, dict) for example in part.get("examples", ()))


def test_a_misspelt_rule_of_a_waiver_is_refused():
    """Names of rules, codes, their beginnings and ALL are not."""

    def is_valid(rule: Any) -> bool:
        waivers = [{"rule": rule, "reason": "known"}]
        return JOURNEY.is_valid({"cjm": 1, "touchpoints": {"a": {}}, "waivers": waivers})

    for rule in (*(known.name for known in RULES), *(known.code for known in RULES)):
        assert is_valid(rule)
    assert all(map(is_valid, ("CJM", "CJM1", "cjm40", "ALL", ["no-owner", "CJM3"])))
    assert not any(map(is_valid, ("no-ownr", "negativ-gap", "CJMX", 101, ["no-owner", "x"])))


DEFAULTS = [
    (of, record.name, key)
    for of, table in RECORDS.items()
    for record in {record.name: record for record in records(table)}.values()
    for key, field in record.fields.items()
    if field.default is not None
]


@pytest.mark.parametrize(("of", "record", "key"), DEFAULTS)
def test_a_default_is_a_value_of_its_field(of, record, key):
    """By the schema itself."""
    schema = cjm.schema(of)
    field = schema["$defs"][record]["properties"][key]
    Draft202012Validator({"$defs": schema["$defs"], **field}).validate(field["default"])


PARTS = {
    "journey": Journey,
    "touchpoint": Touchpoint,
    "improvement": Improvement,
}


@pytest.mark.parametrize("name", PARTS)
def test_the_defaults_of_a_journey_are_those_of_the_model(name):
    """Every value that a part holds where nobody says one, and no other."""
    record = next(record for record in records(FORMAT) if record.name == name)
    fields = PARTS[name].__dataclass_fields__
    told = {key: field.default for key, field in record.fields.items()}
    held = {
        key: list(value) if isinstance(value, tuple) else value
        for key in told
        if key in fields and (value := fields[key].default) not in (None, (), "", MISSING)
    }
    assert {key: value for key, value in told.items() if value is not None} == {
        key: value
        for key, value in held.items()
        if key != "language"  # the workspace's
    }


# ---- every field ----------------------------------------------------------------------------

EVERYTHING = data_of(TESTS / "journeys" / "silent" / "everything.yaml")


def fields_of(
    kind: Any, route: tuple[Any, ...], data: Any
) -> Iterator[tuple[tuple[Any, ...], Any]]:
    """The way to every field of the format that the data holds, and its kind."""
    if isinstance(data, dict):
        for key, value in data.items():
            if isinstance(key, str) and (found := step(kind, key)):
                yield (*route, key), found.kind
                yield from fields_of(found.kind, (*route, key), value)
    elif isinstance(data, list) and (found := step(kind, 0)):
        for place, value in enumerate(data):
            yield from fields_of(found.kind, (*route, place), value)


ROUTES = dict(fields_of(FORMAT, (), EVERYTHING))


def changed(route: tuple[Any, ...], value: Any) -> Any:
    """The data with another value at the end of a way."""
    data = copy.deepcopy(EVERYTHING)
    place = data
    for key in route[:-1]:
        place = place[key]
    place[route[-1]] = value
    return data


def test_the_long_example_holds_every_field_of_the_format():
    """So that what is said of all its fields is said of all there are."""
    held = {(type(kind).__name__, str(route[-1])) for route, kind in ROUTES.items()}
    names = {name for _, name in held}
    told = {name for record in records(FORMAT) for name in record.fields}
    assert told - names == set()


@pytest.mark.parametrize("route", ROUTES, ids=lambda route: ".".join(map(str, route)))
def test_every_field_refuses_what_it_is_not_in_schema_and_decoder(route):
    """A list of mappings is the value of no field; an empty mapping and an unknown key neither."""
    told = ".".join(map(str, route[:-1]))
    for value in ([{"nonsense": [{}]}], {"nonsense": {"more": [{}]}}):
        data = changed(route, value)
        findings = read_journey(parse(json.dumps(data)), "x.yaml").findings
        assert findings, told
        assert not JOURNEY.is_valid(data)


@pytest.mark.parametrize(
    ("route", "kind"),
    [(route, kind) for route, kind in ROUTES.items() if isinstance(kind, Number)],
    ids=str,
)
def test_every_number_has_the_same_bounds_in_schema_and_decoder(route, kind):
    """Just beyond them both refuse it."""
    for value in (kind.at_least - 1, kind.at_most * 2 + 1):
        data = changed(route, value)
        assert read_journey(parse(json.dumps(data)), "x.yaml").findings
        assert not JOURNEY.is_valid(data)


# ---- agreement ------------------------------------------------------------------------------

SEEDS = [data_of(file) for file in SILENT]
OTHERS: list[Any] = [
    0, 1, -1, 2.5, 1e9, True, False, "", "a", "8", "yes", ">= 5", "2026-01-01", "30 s", "a b",
    [], ["a"], ["a", "a"], [1, 2], [[]], {}, {"a": 1}, {"a": {}}, {"score": 5}, {"value": 1},
]  # fmt: skip


def places(data: Any) -> list[tuple[Any, Any]]:
    """Every container of the data with each of its keys or places."""
    found = []
    if isinstance(data, (dict, list)):
        for key in data if isinstance(data, dict) else range(len(data)):
            found.append((data, key))
            found += places(data[key])
    return found


@st.composite
def mutants(draw: Any) -> Any:
    """A valid journey's data with a few keys dropped, renamed or given another value.

    Null is no such value: where text is expected the plain scalar `null` is the text "null", which
    no schema over data can see.
    """
    data = copy.deepcopy(draw(st.sampled_from(SEEDS)))
    for _ in range(draw(st.integers(1, 3))):
        container, key = draw(st.sampled_from(places(data) or [({"": 0}, "")]))
        action = draw(st.sampled_from(["drop", "rename", "retype", "retype"]))
        if action == "retype":
            container[key] = copy.deepcopy(draw(st.sampled_from(OTHERS)))
        elif action == "drop":
            del container[key]
        elif isinstance(container, dict):
            new = draw(
                st.sampled_from(["x", "x-x", "titel", "a b", "score", "next", "id", "", "-"])
            )
            container[new] = container.pop(key)
    return data


@settings(max_examples=400)
@given(mutants())
def test_what_the_schema_refuses_is_a_fault(data):
    """Where an editor underlines something, `cjm check` finds something too."""
    loaded = read_journey(parse(json.dumps(data, ensure_ascii=False)), "x.yaml")
    if loaded.journey is not None and all(
        known_selector(rule) for waiver in loaded.journey.waivers for rule in waiver.rule
    ):
        assert [error.message for error in JOURNEY.iter_errors(data)] == []
