"""A workspace names a folder of results: it is validated, and read in Python."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

import cjm

JOURNEY = "cjm: 1\ntouchpoints: {a: {expectation: 8, experience: 8}}\n"


def project(folder: Path, results: str = "results") -> Path:
    """A workspace with one journey and a folder of results."""
    (folder / "cjm.yaml").write_text(f"cjm: 1\nresults: {results}\n", encoding="utf-8")
    (folder / "a.yaml").write_text(JOURNEY, encoding="utf-8")
    return folder / "results"


def put(folder: Path, name: str, data: object) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    (folder / name).write_text(json.dumps(data), encoding="utf-8")


def told(folder: Path) -> list[tuple[str, str]]:
    return [(f.severity.value, f.message) for f in cjm.check(folder).findings]


def test_results_are_matched_by_their_command(tmp_path):
    """Those of segment and feedback are the workspace's, that of conform a journey's."""
    results = project(tmp_path)
    put(results, "b.json", {"command": "segment", "segments": []})
    put(results, "a.json", {"command": "conform", "journey": "taxi"})
    put(results / "2026", "c.json", {"command": "feedback"})
    found = cjm.workspace(tmp_path).results
    assert [(r.command, r.journey) for r in found] == [
        ("conform", "taxi"),
        ("segment", None),
        ("feedback", None),
    ]
    assert found[1].data["segments"] == []
    assert told(tmp_path) == []


def test_a_workspace_without_the_key_has_no_results(tmp_path):
    """Nor has a folder without a workspace."""
    assert cjm.workspace(tmp_path).results == ()


def test_a_folder_that_is_not_there_is_a_warning(tmp_path):
    """It may be filled later: journeys are read, and the check looks anew each time."""
    results = project(tmp_path)
    (found,) = told(tmp_path)
    assert found[0] == "warning"
    assert found[1].startswith("there is no folder ")
    assert cjm.load(tmp_path / "a.yaml").id == "a"
    results.mkdir()
    assert told(tmp_path) == []


@pytest.mark.parametrize("name", ["/tmp", "..", "../x", "a/../../b", ".", "C:/x", '"a\\\\b"', "~"])
def test_only_a_folder_below_the_workspace_can_be_named(tmp_path, name):
    """Whoever writes `cjm.yaml` makes nothing be read beyond it."""
    project(tmp_path, name)
    (found,) = cjm.check(tmp_path).findings
    assert (found.code, found.severity.value, found.span.line) == ("CJM002", "error", 2)
    with pytest.raises(cjm.InvalidJourneyError):
        cjm.workspace(tmp_path)


def test_a_link_that_leads_out_is_not_read(tmp_path):
    """Neither the folder as a link nor a file in it."""
    outside = tmp_path / "outside"
    put(outside, "secret.json", {"command": "segment", "secret": 1})
    inside = tmp_path / "inside"
    inside.mkdir()
    results = project(inside)
    results.symlink_to(outside)
    assert cjm.workspace(inside).results == ()
    ((severity, message),) = told(inside)
    assert severity == "error"
    assert "secret" not in message
    results.unlink()
    results.mkdir()
    (results / "x.json").symlink_to(outside / "secret.json")
    assert cjm.workspace(inside).results == ()


@pytest.mark.parametrize(
    ("content", "severity", "message", "place"),
    [
        (b"{", "error", "this is no JSON", (1, 2)),
        (b'{"command": "segment",\n  "rows": 1,,\n}', "error", "this is no JSON", (2, 13)),
        (b'\xef\xbb\xbf{\n "a": ?}', "error", "this is no JSON", (2, 7)),
        (b'{"a": 1,\n "b": "\xff"}', "error", "this is no JSON", (2, 8)),
        (b"[" * 100_000, "error", "this is no JSON", (1, 1)),
        (b"9" * 5000, "error", "this is no JSON", (1, 1)),
        (b"[]", "warning", "it has no such command", (1, 1)),
        (b'{"command": "show"}', "warning", "it has no such command", (1, 1)),
        (b'{"command": "conform"}', "error", "does not name its journey", (1, 1)),
    ],
)
def test_what_is_no_result_is_told(tmp_path, content, severity, message, place):
    """At its place in that file, and left out; another program's JSON may lie there, too."""
    results = project(tmp_path)
    results.mkdir()
    (results / "x.json").write_bytes(content)
    (found,) = cjm.check(tmp_path).findings
    assert found.severity.value == severity
    assert message in found.message
    assert found.file is not None
    assert found.file.endswith("results/x.json")
    assert found.span is not None
    assert found.span[:2] == place
    assert cjm.workspace(tmp_path).results == ()


def test_the_line_that_breaks_a_result_is_shown(tmp_path):
    """As of any other file."""
    results = project(tmp_path)
    results.mkdir()
    (results / "x.json").write_text('{"command": "segment",\n  "rows": 1,,\n}', encoding="utf-8")
    (found,) = cjm.check(tmp_path).findings
    assert found.excerpt.text == '  "rows": 1,,'
