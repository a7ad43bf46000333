"""Results: what commands wrote as JSON into the folder that a workspace names for them."""

from __future__ import annotations

import json
import os
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from cjm.diagnostics import START, Severity, Span
from cjm.i18n import Message, say
from cjm.project.discovery import WorkspaceFile, WorkspaceFiles, reason, shown_path
from cjm.system.reading import read_limited
from cjm.system.repository import within
from cjm.tuples import NamedTuple

if TYPE_CHECKING:
    from cjm.diagnostics.findings import Finding

COMMANDS = ("segment", "feedback", "conform")
"""Commands whose JSON belongs there; that of `conform` is about the journey that it names."""
MAX_BYTES = 50_000_000
"""Bytes of one result."""


class Result(NamedTuple):
    """What one command found: `journey` is the id of the one it is about, None for all of them."""

    command: str
    file: str
    data: dict[str, Any]
    journey: str | None = None


class NoResult(NamedTuple):
    """A file that is no result, and why: at a place of its text, of which `line` is the line."""

    file: str
    message: Message
    severity: Severity = Severity.ERROR
    span: Span = START
    line: str = ""


class ResultsFolder(NamedTuple):
    """What lies in a folder of results, by file, and what in it is none and why."""

    results: tuple[Result, ...] = ()
    problems: tuple[NoResult, ...] = ()


def read_results(folder: str) -> ResultsFolder:
    """The results in a folder and below it; nothing where there is no such folder.

    Args:
        folder: Its path. Links that lead out of it are not followed.

    Returns:
        The results in the order of their paths, and what is wrong with each JSON file that is none.
    """
    results: list[Result] = []
    problems: list[NoResult] = []
    for path in _json_files(folder):
        read = _read(path)
        if isinstance(read, Result):
            results.append(read)
        else:
            problems.append(read)
    return ResultsFolder(tuple(results), tuple(problems))


def _json_files(folder: str) -> Iterator[str]:
    root = os.path.realpath(folder)
    for where, folders, files in os.walk(folder):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        for name in sorted(files):
            path = os.path.join(where, name)
            if name.endswith(".json") and within(os.path.realpath(path), root):
                yield path


def _read(path: str) -> Result | NoResult:
    content = b""
    try:
        content = read_limited(path, MAX_BYTES)
        data = json.loads(content)
    except OSError as error:
        told = say("{path}: {reason}", path=shown_path(path), reason=reason(error))
        return NoResult(path, told)
    except (ValueError, RecursionError) as error:
        return _no_json(path, content, error)
    command = data.get("command") if isinstance(data, dict) else None
    if command not in COMMANDS:
        told = say(
            "this is no result of {known}: it has no such command", known=", ".join(COMMANDS)
        )
        # It may be another program's, which has its own reasons to lie there.
        return NoResult(path, told, Severity.WARNING)
    journey = data.get("journey")
    if command == "conform" and not isinstance(journey, str):
        return NoResult(path, say("this does not name its journey"))
    return Result(command, path, data, journey if command == "conform" else None)


def _no_json(path: str, content: bytes, error: Exception) -> NoResult:
    """What breaks the text, at its line and column where that is known."""
    at, text = 0, content.decode("utf-8", "replace")
    if isinstance(error, json.JSONDecodeError):
        at, text = error.pos, error.doc
    elif isinstance(error, UnicodeDecodeError):
        at = len(content[: error.start].decode("utf-8", "replace"))
    before = text[:at].split("\n")
    line, column = len(before), len(before[-1]) + 1
    span = Span(line, column, line, column)
    return NoResult(path, say("this is no JSON"), span=span, line=text.split("\n")[line - 1])


def results_findings(workspaces: WorkspaceFiles) -> tuple[Finding, ...]:
    """What is wrong with the folders of results of the workspaces met: each time looked at anew.

    A folder that is not there yet is a warning, for it may be filled later; one whose link leads
    out of its workspace is an error, and is not read.
    """
    named = (known for known in workspaces.known.values() if b"results" in known.content)
    return tuple(finding for workspace in named for finding in _findings(workspace))


def _findings(workspace_file: WorkspaceFile) -> Iterator[Finding]:
    from cjm.diagnostics import Diagnostic, Place
    from cjm.diagnostics.findings import Excerpt
    from cjm.project.findings import Origin, finding_of
    from cjm.project.workspace import load_workspace

    loaded = load_workspace(workspace_file)
    folder = loaded.workspace.results_folder
    if folder is None or loaded.file is None:
        return
    origin = Origin(shown_path(loaded.file), loaded.source, language=loaded.workspace.language)
    place = Place(("results",))

    def found(message: Message, severity: Severity, help: Message | None = None) -> Finding:
        fault = Diagnostic("CJM002", message, place, help, severity=severity)
        return finding_of(fault, origin)

    if not os.path.isdir(folder):
        help = say("make it, or leave results out until there are some")
        message = say("there is no folder {path}", path=shown_path(folder))
        yield found(message, Severity.WARNING, help)
    elif not loaded.workspace.holds_results:
        message = say("{path} leads out of the workspace and is not read", path=shown_path(folder))
        yield found(message, Severity.ERROR)
    else:
        for one in read_results(folder).problems:
            fault = Diagnostic(
                "CJM002",
                one.message,
                one.span,
                say("delete it, or write it anew"),
                file=shown_path(one.file),
                severity=one.severity,
            )
            yield finding_of(fault, origin, excerpt=Excerpt.around(one.line, one.span.column))
