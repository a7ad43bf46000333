"""SARIF: valid against its schema, readable for a program that is not ours."""

from __future__ import annotations

import json
from functools import cache
from typing import Any
from urllib.parse import unquote

import jsonschema
import pytest
import reports
from hypothesis import given, settings
from hypothesis import strategies as st
from node_packages import SARIF_SCHEMA, needs_package

import cjm
from cjm.diagnostics.findings import Excerpt, Related, Report, Severity, Span, Summary
from cjm.reporters import render, sarif
from cjm.reporters.fingerprints import fingerprints
from cjm.rules import RULES

needs_schema = needs_package("@microsoft/jest-sarif")


@cache
def schema() -> Any:
    """The schema, ready to judge."""
    data = json.loads(SARIF_SCHEMA.read_text(encoding="utf-8"))
    kind = jsonschema.validators.validator_for(data)
    kind.check_schema(data)
    return kind(data, format_checker=kind.FORMAT_CHECKER)


def faults(text: str) -> list[str]:
    """What the schema says against a log."""
    return [error.message for error in schema().iter_errors(json.loads(text))]


def run_of(report: Report) -> Any:
    """The one run of the log."""
    log = json.loads(render("sarif", report))
    assert (log["version"], len(log["runs"])) == ("2.1.0", 1)
    return log["runs"][0]


# ---- the schema -------------------------------------------------------------------------------


@needs_schema
@pytest.mark.parametrize("name", ["report", "evil", "nothing"])
def test_a_log_is_valid(request, name):
    """Every field in it, text that would do harm, and no findings at all."""
    shown = reports.EMPTY if name == "nothing" else request.getfixturevalue(name)
    assert faults(render("sarif", shown)) == []


@needs_schema
def test_the_schema_can_refuse(report):
    """The test above can fail."""
    log = json.loads(render("sarif", report))
    log["runs"][0]["results"][0]["locations"][0]["physicalLocation"]["region"]["startLine"] = 0
    log["runs"][0]["results"][1]["level"] = "info"
    log["runs"][0]["colour"] = "red"
    assert len(faults(json.dumps(log))) == 3


TEXT = st.text(st.characters(), max_size=30)


@needs_schema
@settings(max_examples=25)
@given(TEXT, TEXT, TEXT, TEXT)
def test_whatever_a_file_says_the_log_is_valid(message, file, journey, touchpoint):
    """Any text in any place; only a file name that no system can have is left out."""
    file = file.encode("utf-8", "replace").decode()
    span = Span(1, 1, 1, 1)
    shown = reports.finding(
        message=message,
        help=message,
        file=file,
        journey=journey,
        touchpoint=touchpoint,
        excerpt=Excerpt(message),
        related=(Related(message, file, span),),
        personas=((message, -1.0),),
    )
    text = render("sarif", Report((shown,), Summary(), (message,), (message,)))
    assert faults(text.encode("utf-8", "backslashreplace").decode()) == []


# ---- the tool ---------------------------------------------------------------------------------


def test_the_tool_is_cjm_with_every_rule(report):
    """Name, version, and of each rule its page and default level."""
    driver = run_of(report)["tool"]["driver"]
    assert {k: v for k, v in driver.items() if k != "rules"} == {
        "name": "cjm",
        "version": cjm.__version__,
    }
    assert [rule["id"] for rule in driver["rules"]] == [rule.code for rule in RULES]
    for said, rule in zip(driver["rules"], RULES, strict=True):
        assert (said["name"], said["shortDescription"]["text"]) == (rule.name, rule.title)
        assert said["help"]["markdown"].startswith(f"# {rule.title}\n")
        assert "## Passing example" in said["help"]["markdown"]
        assert 40 < len(said["fullDescription"]["text"]) < 1000
        assert "\n" not in said["fullDescription"]["text"]
        level = {"info": "note"}.get(rule.severity.value, rule.severity.value)
        assert said["defaultConfiguration"]["level"] == level


def test_what_could_not_be_done_is_told(report):
    """The run was no success, and says why; the baseline is told as a note."""
    [invocation] = run_of(report)["invocations"]
    assert invocation["executionSuccessful"] is False
    problem, gone = invocation["toolExecutionNotifications"]
    assert problem == {
        "level": "error",
        "message": {"text": "nosuch.yaml: there is no such file or folder"},
    }
    assert gone["level"] == "note"
    assert gone["message"]["text"].startswith("gone from the baseline: такси CJM101 оплата")


def test_nothing_found_is_an_empty_list_of_results():
    """Viewers take a missing list for a scan that did not happen."""
    run = run_of(reports.EMPTY)
    assert (run["results"], run["artifacts"]) == ([], [])
    assert run["invocations"] == [{"executionSuccessful": True}]


# ---- results ----------------------------------------------------------------------------------


def test_a_result_says_what_the_finding_says(report):
    """Rule, level, words, place, names and fingerprint."""
    run = run_of(report)
    assert run["columnKind"] == "unicodeCodePoints"
    assert run["results"][0] == {
        "ruleId": "CJM101",
        "ruleIndex": [rule.code for rule in RULES].index("CJM101"),
        "level": "error",
        "message": {
            "text": "поездка: customers get less than they expected, O 9, B 5, C −4.\n"
            "help: raise the experience"
        },
        "locations": [
            {
                "physicalLocation": {
                    "artifactLocation": {
                        "uri": "journeys/%D1%82%D0%B0%D0%BA%D1%81%D0%B8.yaml",
                        "index": 0,
                    },
                    "region": {"startLine": 31, "startColumn": 41, "endLine": 31, "endColumn": 42},
                },
                "logicalLocations": [
                    {
                        "name": "поездка",
                        "fullyQualifiedName": "такси/поездка",
                        "kind": "touchpoint",
                    }
                ],
            }
        ],
        "partialFingerprints": {"cjm/v2": next(fingerprints(report))},
    }


def test_related_places_and_personas_come_along(report):
    """The other touchpoints of a trap; levels and fingerprints of the others."""
    run = run_of(report)
    gap, trap, empty = run["results"]
    assert [item["level"] for item in (gap, trap, empty)] == ["error", "warning", "note"]
    assert trap["properties"] == {"personas": {"anna": -4.0, "борис": -2.5}}
    [related] = trap["relatedLocations"]
    assert related["message"] == {"text": "b is part of the trap"}
    place = related["physicalLocation"]
    assert run["artifacts"][place["artifactLocation"]["index"]]["location"] == {
        "uri": "d/%D0%B1.yaml"
    }
    assert place["region"]["startLine"] == 41
    assert "logicalLocations" not in empty["locations"][0]
    prints = [item["partialFingerprints"]["cjm/v2"] for item in run["results"]]
    assert prints == list(fingerprints(report))


def test_a_finding_of_the_whole_journey_names_the_journey():
    """Without a touchpoint, the journey is the place."""
    shown = reports.finding(touchpoint=None)
    [result] = run_of(Report((shown,), Summary()))["results"]
    [logical] = result["locations"][0]["logicalLocations"]
    assert logical == {"name": "такси", "fullyQualifiedName": "такси", "kind": "journey"}


@pytest.mark.parametrize(
    "file",
    ["a b.yaml", "a%20b.yaml", "a#b?c.yaml", "c:d/e.yaml", "../a.yaml", "<stdin>", "a\\b.yaml"],
)
def test_a_path_is_a_relative_reference(file):
    """Signs with a meaning are encoded, so that it is neither a scheme nor a query."""
    [result] = run_of(Report((reports.finding(file=file),), Summary()))["results"]
    uri = result["locations"][0]["physicalLocation"]["artifactLocation"]["uri"]
    assert unquote(uri) == file
    assert not set(uri) & set(" #?:<>\\")


def test_the_bytes_of_a_strange_name_come_back():
    """A file name that is not UTF-8, as Python holds it."""
    shown = reports.finding(file="x\udcff.yaml")
    [result] = run_of(Report((shown,), Summary()))["results"]
    uri = result["locations"][0]["physicalLocation"]["artifactLocation"]["uri"]
    assert uri in ("x%FF.yaml", "x%ED%B3%BF.yaml")


def test_text_from_files_stays_text(evil):
    """No control signs, no link that a viewer would follow."""
    text = render("sarif", evil)
    assert "\x1b" not in text
    [result] = run_of(evil)["results"]
    lines = result["message"]["text"].split("\n")
    assert len(lines) == 2
    assert [sign for line in lines for sign in reports.STEERING.findall(line)] == []
    linked = Report((reports.finding(message="see [here](https://example.org) [1](2)"),), Summary())
    assert "](" not in run_of(linked)["results"][0]["message"]["text"]


# ---- another reader ---------------------------------------------------------------------------


def test_sarif_tools_reads_it(report, tmp_path):
    """Microsoft's reader finds every result with its severity, rule, file and line."""
    loader = pytest.importorskip("sarif.loader", reason="sarif-tools is not installed")
    path = tmp_path / "r.sarif"
    path.write_text(render("sarif", report), encoding="utf-8")
    records = loader.load_sarif_file(str(path)).get_records()
    keys = ("Tool", "Severity", "Code", "Line")
    assert [tuple(record[key] for key in keys) for record in records] == [
        ("cjm", "error", "CJM101", 31),
        ("cjm", "warning", "CJM205", 40),
        ("cjm", "note", "CJM001", 1),
    ]
    assert [unquote(record["Location"]) for record in records] == [f.file for f in report.findings]


def test_a_workspace_may_grade_another_level():
    """The result's level is the finding's, whatever the rule's is."""
    shown = reports.finding(severity=Severity.INFO)
    [result] = run_of(Report((shown,), Summary()))["results"]
    assert result["level"] == "note"


def test_fixes_say_what_stands_where(report):
    """By lines and columns of the artifact; whether it is safe is a property."""
    *_, result = json.loads(render("sarif", report))["runs"][0]["results"]
    (fix,) = result["fixes"]
    assert fix["description"] == {"text": "begin with cjm: 1"}
    assert fix["properties"] == {"safe": False}
    (change,) = fix["artifactChanges"]
    assert change["artifactLocation"]["uri"] == "empty.yaml"
    (replacement,) = change["replacements"]
    assert replacement["insertedContent"] == {"text": "cjm: 1\n"}
    assert replacement["deletedRegion"]["startLine"] == 1


# ---- what code scanning takes -----------------------------------------------------------------


def notes(run: Any) -> list[str]:
    """What is told beside the results."""
    told = run["invocations"][0].get("toolExecutionNotifications", [])
    return [each["message"]["text"] for each in told]


def test_the_least_bad_of_too_many_results_are_left_out_and_counted(monkeypatch):
    """The worst come first; fingerprints and files are those of what is left."""
    monkeypatch.setattr(sarif, "MOST_RESULTS", 2)
    found = tuple(
        reports.finding(severity=severity, file=f"{severity.value}.yaml", touchpoint=severity.value)
        for severity in (Severity.INFO, Severity.WARNING, Severity.ERROR)
    )
    report = Report(found, Summary(1, 1, 1, 1, 1))
    run = run_of(report)
    assert [result["level"] for result in run["results"]] == ["error", "warning"]
    assert [a["location"]["uri"] for a in run["artifacts"]] == ["error.yaml", "warning.yaml"]
    assert notes(run) == ["1 finding is left out, the least bad: code scanning takes 2 of a run"]
    known = list(fingerprints(report))
    assert [r["partialFingerprints"]["cjm/v2"] for r in run["results"]] == [known[2], known[1]]


def test_related_places_beyond_the_limit_are_left_out_and_counted(monkeypatch):
    """Code scanning would refuse the whole file."""
    monkeypatch.setattr(sarif, "MOST_RELATED", 3)
    related = tuple(Related("here", f"{n}.yaml", Span(n, 1, n, 2)) for n in range(1, 6))
    run = run_of(Report((reports.finding(related=related),), Summary(1, 1, error=1)))
    assert len(run["results"][0]["relatedLocations"]) == 3
    assert len(run["artifacts"]) == 4
    assert notes(run) == ["2 related places are left out: code scanning takes 3 of a result"]


def test_the_limits_are_those_of_code_scanning():
    """25,000 results a run, 1,000 places a result; nothing is said within them."""
    assert (sarif.MOST_RESULTS, sarif.MOST_RELATED) == (25_000, 1_000)
    assert notes(run_of(Report((reports.finding(),) * 3, Summary(1, 1, error=3)))) == []
