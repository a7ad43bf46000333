"""What the page imports: nothing that no page has, and little before the first map."""

import json
import subprocess
import sys
from fnmatch import fnmatch
from itertools import pairwise
from pathlib import Path

import pytest
from in_page import SCRIPT

import cjm
from cjm.pyodide.packages import DATA, ROOMS, WITHOUT

ROOT = Path(cjm.__file__).parent
JOURNEY = """cjm: 1
id: tea
touchpoints:
  order: {expectation: 8, experience: 3, next: {drink: 0.5, order: 0.3}}
  drink: {expectation: 5, experience: 6, outcome: success}
"""
PROGRAM = """
import io, json, os

opened, names = set(), __import__("builtins").open
from cjm.pyodide import main
read = main.__spec__.loader.__class__.get_data
def noted(self, path):
    opened.add(os.path.relpath(path, %r).replace(os.sep, "/"))
    return read(self, path)
main.__spec__.loader.__class__.get_data = noted

text = %r
main.start(lambda dot: json.dumps({"objects": []}))
main.put("tea.yaml", text)
main.put("cjm.yaml", "cjm: 1\\nlanguage: ru\\n")
told = {}
def ask(name, /, **given):
    told[name] = main.answer(name, json.dumps(given))
    assert not told[name].startswith('{"error"'), told[name]
mine = {"file": "tea.yaml", "text": text}
ask("list")
ask("picture", **mine, view="map")
first = sorted(sys.modules)
ask("picture", **mine, view="map", theme="dark")
ask("assess", **mine, language="ru")
ask("findings", file="cjm.yaml", text="cjm: 2", language="en")
ask("complete", **mine, offset=text.index("outcome"))
ask("hover", **mine, offset=text.index("expectation"), language="ru")
ask("edit", **mine, operations=[{"op": "remove", "route": ["touchpoints", "drink", "outcome"]}])
ask("merge", file="tea.yaml", before=text, theirs=text, mine=text)
for form in ("csv", "tsv", "json", "mermaid", "mermaid-journey"):
    ask("convert_out", **mine, format=form)
ask("convert_in", name="a.mmd", content_base64="Zmxvd2NoYXJ0IExSCmEgLS0+IGIK")
ask("convert_in", name="a.csv", content_base64="aWQsZXhwZWN0YXRpb24sZXhwZXJpZW5jZQphLDUsNAo=")
ask("templates")
for template in ("blank", "hotel"):
    ask("create", id=template, template=template, language="ru")
modules = sorted(name for name in sys.modules if name.split(".")[0] == "cjm")
print(json.dumps({"modules": modules, "first": first, "data": sorted(opened)}))
"""


PREPARED = """
import json
from cjm.pyodide import main

main.start(lambda dot: json.dumps({"objects": []}))
before, parts = set(sys.modules), [0]
while main.prepare():
    parts.append(len(set(sys.modules) - before))
ready = set(sys.modules)
main.put("tea.yaml", %r)
for view in ("graph", "map"):
    main.answer("picture", json.dumps({"file": "tea.yaml", "text": %r, "view": view}))
late = sorted(name for name in set(sys.modules) - ready if name.startswith("cjm.maps"))
print(json.dumps({"late": late, "parts": parts, "again": main.prepare()}))
"""


@pytest.fixture(scope="module")
def used():
    """What a page imports and reads to answer each of its functions."""
    program = SCRIPT + PROGRAM % (str(ROOT), JOURNEY)
    run = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, timeout=300
    )
    assert run.returncode == 0, run.stderr
    return json.loads(run.stdout)


def test_every_function_answers_where_what_no_page_has_cannot_be_imported(used):
    """Blocked: ABSENT, processes, networkx and graphviz; an answer with an error fails."""
    assert "cjm.pyodide.main" in used["modules"]


def test_the_first_map_waits_for_nothing_that_changes_a_text(used):
    """What makes, renames, edits and merges is imported by whoever asks for it."""
    later = ("cjm.authoring", "cjm.exchange", "cjm.studio.editing", "cjm.studio.merging")
    assert "cjm.maps" in used["first"]
    assert [name for name in used["first"] if name.startswith(later)] == []


def test_what_a_picture_imports_is_prepared_part_by_part():
    """So that nobody who asks meanwhile waits for all of it."""
    program = SCRIPT + PREPARED % (JOURNEY, JOURNEY)
    run = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, timeout=300
    )
    assert run.returncode == 0, run.stderr
    told = json.loads(run.stdout)
    assert told["late"] == []
    assert not told["again"]
    parts = told["parts"]
    assert len(parts) > 2
    assert max(b - a for a, b in pairwise(parts)) < 0.7 * parts[-1]


def test_the_page_carries_the_rooms_that_are_imported(used):
    """The build takes ROOMS; a room that is missing there would fail in the browser alone."""
    rooms = {name.split(".")[1] for name in used["modules"] if name.count(".") > 1}
    assert rooms <= set(ROOMS)
    files = [f"{name.partition('.')[2].replace('.', '/')}.py" for name in used["modules"]]
    assert [file for file in files if any(fnmatch(file, each) for each in WITHOUT)] == []


def test_the_page_carries_the_files_that_are_read(used):
    """The build takes DATA."""
    data = [name for name in used["data"] if not name.endswith((".py", ".pyc"))]
    assert data
    assert [name for name in data if not any(fnmatch(name, pattern) for pattern in DATA)] == []


def test_each_pattern_names_files():
    """One that names none is a file that was moved."""
    assert [pattern for pattern in (*DATA, *WITHOUT) if not list(ROOT.glob(pattern))] == []
