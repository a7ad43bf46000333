"""Documents: which files a run reads, each once, and what belongs to one."""

from __future__ import annotations

import json
import os
import pickle
import subprocess
import sys
from datetime import date

import pytest

from cjm.checking import cached
from cjm.checking.overrides import Overrides
from cjm.diagnostics import Beside, Diagnostic, Place
from cjm.i18n import say
from cjm.maps.batch import render_all
from cjm.project import documents
from cjm.project.cache import Cache
from cjm.project.discovery import WorkspaceFiles
from cjm.project.documents import Document, Text
from cjm.project.findings import Origin, finding_of
from cjm.source import parse

JOURNEY = "cjm: 1\ntouchpoints:\n  a: {expectation: 8, experience: 5, next: b}\n  b: {}\n"
MEASURED = (
    "cjm-measured: 1\njourney: a\nstate: as-is\nscale: [0, 10]\nscores:\n  a:\n"
    "    experience: {score: 4.5, n: 9}\n"
)
TODAY = date(2026, 10, 1)

OPENED = """
import json, os, sys
opened = []
sys.addaudithook(lambda event, told: opened.append(str(told[0])) if event == "open" else None)
from cjm.cli import main
try:
    main(sys.argv[1:])
finally:
    here = os.path.realpath(".")
    names = [os.path.relpath(os.path.realpath(p), here) for p in opened if isinstance(p, str)]
    print(json.dumps([n for n in names if n.endswith((".yaml", ".json")) and n[:2] != ".."]))
"""


def opens(desk, *arguments):
    """The files below the desk that a command opened, once for each time."""
    run = subprocess.run(
        [sys.executable, "-c", OPENED, *arguments],
        cwd=desk.folder,
        capture_output=True,
        encoding="utf-8",
        env={**os.environ, "CJM_CACHE_DIR": str(desk.folder / "cache")},
    )
    return sorted(json.loads(run.stdout.splitlines()[-1]))


@pytest.mark.parametrize(
    "command",
    [
        ("check", "j", "j/a.yaml", "--format", "concise"),
        ("render", "j", "-o", "out", "--format", "mermaid"),
    ],
)
def test_no_file_is_opened_twice_in_a_run(desk, command):
    """Journeys, JSON, other YAML, the workspace and its baseline: cold, and warm too."""
    desk.write("j/cjm.yaml", "cjm: 1\nlanguage: ru\n")
    desk.write("j/a.yaml", JOURNEY)
    desk.write("j/json.yaml", '{"cjm": 1, "touchpoints": {"a": null}}')
    desk.write("j/other.yaml", "name: cjm\n")
    desk.write("j/cjm-baseline.json", '{"version": 1, "findings": []}')
    files = ["j/a.yaml", "j/cjm.yaml", "j/json.yaml", "j/other.yaml"]
    files += ["j/cjm-baseline.json"] if command[0] == "check" else []
    assert opens(desk, *command) == sorted(files)
    assert opens(desk, *command) == sorted(files)


def test_show_opens_the_journey_and_its_workspace_once(desk):
    """Also where the journey is faulty, and that is told in the workspace's language."""
    desk.write("j/cjm.yaml", "cjm: 1\nlanguage: ru\n")
    desk.write("j/a.yaml", JOURNEY)
    assert opens(desk, "show", "j/a.yaml", "-o", "page.txt") == ["j/a.yaml", "j/cjm.yaml"]
    desk.write("j/a.yaml", JOURNEY + "x: 1\n")
    assert opens(desk, "show", "j/a.yaml") == ["j/a.yaml", "j/cjm.yaml"]


def test_a_folder_is_parsed_once(desk, monkeypatch):
    """A file that has to be parsed to be known for a journey is drawn and checked from that."""
    parsed = []
    monkeypatch.setattr(documents, "parse", lambda content: parsed.append(1) or parse(content))
    desk.write("j/json.yaml", '{"cjm": 1, "touchpoints": {"a": null}}')
    desk.write("j/a.yaml", JOURNEY)
    assert render_all(["j"], "out", format="mermaid").done
    assert len(parsed) == 2
    desk.check("j")
    assert len(parsed) == 4


def test_the_same_files_are_journeys_to_check_and_render(desk):
    """One decision: by the keys at the top, however they are written."""
    contents = {
        "block": (JOURNEY, True),
        "json": ('{"touchpoints": {"a": null}}', True),
        "mark": ("\ufeffcjm: 1\ntouchpoints: {a: }\n", True),
        "nested": ("a: {cjm: 1}\n", False),
        "list": ("- cjm: 1\n", False),
        "measured": (MEASURED, False),
    }
    for name, (text, _) in contents.items():
        desk.write(f"j/{name}.yaml", text)
    drawn = render_all(["j"], "out", format="mermaid").drawings
    taken = sorted(name for name, (_, journey) in contents.items() if journey)
    assert [d.file for d in drawn] == [f"j/{name}.yaml" for name in taken]
    summary = desk.check("j").summary
    assert summary.journeys + summary.unread == len(taken)


# ---- a document of several files --------------------------------------------------------------


def two_files(name="j/a.yaml", beside="j/a.measured.yaml"):
    shared = WorkspaceFiles().of_folder(".")
    texts = (Text(beside, MEASURED.encode()),)
    return Document(Text(name, JOURNEY.encode()), True, shared, "real", name, texts)


def in_measured(file):
    """Something found in the second file, with a place in the first one beside it."""
    route = ("touchpoints", "a", "experience")
    related = (Beside(say("written by hand here"), Place(route)),)
    place = Place(("scores", *route[1:], "score"))
    return Diagnostic("CJM101", say("below"), place, None, related, "a", file=file)


def test_what_is_found_in_a_second_file_has_its_name_and_its_lines(desk):
    """Place, route and source line are those of the file that the diagnostic names."""
    document = two_files()
    second = document.beside[0]
    origin = Origin(document.file, document.source, "a", beside=((second.file, second.source),))
    finding = finding_of(in_measured(second.file), origin, "negative-gap")
    assert (finding.file, finding.span[:2]) == ("j/a.measured.yaml", (7, 25))
    assert finding.route == ("scores", "a", "experience", "score")
    assert finding.excerpt.text == "    experience: {score: 4.5, n: 9}"
    (related,) = finding.related
    assert (related.file, related.span[:2]) == ("j/a.yaml", (3, 35))


def test_the_cache_gives_back_each_place_with_its_own_file(desk, monkeypatch):
    """Also where the files have moved since, as a clone elsewhere has them; a new text counts."""
    from cjm.rules import negative_gap

    rule = negative_gap.RULE
    found = []

    def find(subject):
        found.append(subject)
        yield in_measured(now.beside[0].file)

    changed = type(rule)(rule.code, rule.name, rule.severity, rule.page, find)
    monkeypatch.setattr("cjm.checking.settings.RULES", (changed,))

    def told(document):
        nonlocal now
        now = document
        checker = cached.CachedChecker(Overrides(), TODAY, Cache(str(desk.folder / "cache")))
        (result,) = checker.documents([document])
        checker.close()
        return [(f.file, [r.file for r in f.related]) for f in result.findings]

    now = two_files()
    assert told(now) == [("j/a.measured.yaml", ["j/a.yaml"])]
    moved = two_files("elsewhere/a.yaml", "elsewhere/a.measured.yaml")
    assert told(moved) == [("elsewhere/a.measured.yaml", ["elsewhere/a.yaml"])]
    assert len(found) == 1
    other = now._replace(beside=(Text("j/a.measured.yaml", MEASURED.encode() + b"# new\n"),))
    told(other)
    assert len(found) == 2


def test_a_document_goes_to_another_process_without_its_tree():
    """The text is a fraction of the tree, and as good."""
    document = two_files()
    before = pickle.dumps(document)
    assert document.source.root is not None
    assert pickle.dumps(document) == before
    again = pickle.loads(before)
    assert (again.file, again.content, again.files) == (
        document.file,
        document.content,
        ("j/a.yaml", "j/a.measured.yaml"),
    )
