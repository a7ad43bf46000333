"""What editors make of the schemas, asked of the server that most of them have for YAML."""

from __future__ import annotations

import json
from collections.abc import Iterator
from itertools import count
from pathlib import Path
from typing import Any

import pytest
from language_client import Client, place_of
from node_packages import YAML_SERVER

import cjm

pytestmark = pytest.mark.skipif(
    not YAML_SERVER.is_file(), reason="no yaml-language-server: make .venv/node"
)
SCHEMAS = {
    "journey": cjm.schema(),
    "workspace": cjm.schema("workspace"),
    "data": cjm.schema("data"),
    "russian": cjm.schema("journey", "ru"),
}
CAPABILITIES = {
    "workspace": {"configuration": True},
    "textDocument": {
        "completion": {"completionItem": {"snippetSupport": True}},
        "hover": {"contentFormat": ["markdown"]},
        "publishDiagnostics": {},
    },
}


class Editor:
    """An editor with the server for YAML, and a schema for each kind of file."""

    def __init__(self, folder: Path) -> None:
        for name, schema in SCHEMAS.items():
            text = json.dumps(schema, ensure_ascii=False)
            (folder / f"{name}.json").write_text(text, encoding="utf-8")
        settings = {
            "yaml": {
                "hoverSchemaSource": False,
                "schemaStore": {"enable": False},
                "schemas": {(folder / f"{of}.json").as_uri(): f"*.{of}.yaml" for of in SCHEMAS},
            }
        }
        self._folder = folder
        self._numbers = count()
        self.client = Client(
            ["node", str(YAML_SERVER), "--stdio"],
            folder,
            capabilities=CAPABILITIES,
            asked={
                "workspace/configuration": lambda params: [
                    settings.get(item.get("section")) for item in params["items"]
                ]
            },
        )
        self.client.notify("workspace/didChangeConfiguration", {"settings": settings})

    def opened(self, text: str, of: str) -> tuple[str, list[dict[str, Any]]]:
        """A new document and what the server finds in it; then its schema is loaded, too."""
        uri = (self._folder / f"{next(self._numbers)}.{of}.yaml").as_uri()
        self.client.open(uri, text)
        found = self.client.wait("textDocument/publishDiagnostics", lambda p: p["uri"] == uri)
        return uri, found["diagnostics"]

    def offered(self, marked: str, of: str) -> dict[str, str]:
        """What is inserted, by the label under which it is offered at the cursor."""
        text, place = place_of(marked)
        uri, _ = self.opened(text, of)
        answer = self.client.at("completion", uri, place)
        items = answer["items"] if isinstance(answer, dict) else answer
        return {
            item["label"]: (item.get("textEdit") or {}).get("newText", item.get("insertText"))
            for item in items
        }

    def hovered(self, marked: str, of: str) -> str:
        """What is shown at the cursor, in Markdown."""
        text, place = place_of(marked)
        uri, _ = self.opened(text, of)
        answer = self.client.at("hover", uri, place)
        return str(answer["contents"]["value"]) if answer else ""


@pytest.fixture(scope="session")
def editor(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Editor]:
    """One for all tests: a server takes a second to start."""
    editor = Editor(tmp_path_factory.mktemp("editor"))
    with editor.client:
        yield editor


# ---- completion -----------------------------------------------------------------------------

POINTS = "cjm: 1\ntitle: Такси 🚕\ntouchpoints:\n"
ENTRY = (
    "${1:id}:\n  title: ${2:Title}\n  expectation: ${3:8}\n  experience: ${4:8}\n  next: ${5:id}"
)
FIELDS = "title: ${1:Title}\nexpectation: ${2:8}\nexperience: ${3:8}\nnext: ${4:id}"
NEVER = ("true", "false", "[object Object]")
COMPLETIONS: list[tuple[str, str, dict[str, str | None], tuple[str, ...]]] = [
    ("journey", "▮", {"cjm": "cjm: 1", "title": "title: "}, NEVER),
    ("journey", "cjm: 1\n▮", {"scale": "scale:\n  - ${1:0}\n  - ${2:10}"}, ("cjm", *NEVER)),
    ("journey", "cjm: 1\nsta▮", {"state": "state: ", "stages": None, "start": None}, NEVER),
    ("journey", "cjm: 1\nstate: ▮", {"as-is": "as-is", "to-be": "to-be"}, NEVER),
    ("journey", "cjm: 1\ntolerance: ▮", {"0": "0"}, NEVER),
    ("journey", POINTS + "  ▮", {"touchpoint": ENTRY}, ("property", *NEVER)),
    ("journey", POINTS + "  a: {}\n  ▮", {"touchpoint": ENTRY}, ("a", *NEVER)),
    (
        "journey",
        POINTS + "  вызов:\n    ▮",
        {"touchpoint": FIELDS, "importance": "importance: ${1:1}", "stage": "stage: "},
        NEVER,
    ),
    ("journey", POINTS + "  a:\n    title: Ждём 🚕\n    exp▮", {"experience": None}, ("title",)),
    ("journey", POINTS + "  a:\n    stage: ▮", {}, NEVER),
    ("journey", POINTS + "  a: {title: 🚕 Такси, stage: ▮}", {}, NEVER),
    ("journey", POINTS + "  a: {title: 🚕 Такси, outcome: ▮}", {"success": "success"}, NEVER),
    ("journey", POINTS + "  a:\n    outcome: ▮", {"failure": "failure"}, NEVER),
    ("journey", POINTS + "  a:\n    moment_of_truth: ▮", {"true": "true"}, ("8",)),
    (
        "journey",
        POINTS + "  a:\n    experience: ▮",
        {"score": "${1:8}", "score with evidence": "{score: ${1:8}, n: ${2:100}, sd: ${3:1.5}}"},
        NEVER,
    ),
    (
        "journey",
        POINTS + "  a:\n    next: ▮",
        {
            "next touchpoint": "${1:id}",
            "next touchpoints with probabilities": "{${1:id}: ${2:0.9}}",
        },
        NEVER,
    ),
    ("journey", "cjm: 1\nstages:\n  ▮", {"stage": "${1:id}: ${2:Title}"}, NEVER),
    ("journey", "cjm: 1\nchannels:\n  ▮", {"channel": None}, NEVER),
    (
        "journey",
        "cjm: 1\npersonas:\n  ▮",
        {"persona": "${1:id}:\n  name: ${2:Name}\n  share: ${3:0.5}"},
        NEVER,
    ),
    ("journey", "cjm: 1\nimprovements:\n  ▮", {"improvement": None}, NEVER),
    ("journey", "cjm: 1\nimprovements:\n  a:\n    ▮", {"cost": "cost: ${1:1}"}, NEVER),
    ("journey", "cjm: 1\nimprovements:\n  a:\n    phase: ▮", {"plan": "plan"}, NEVER),
    (
        "journey",
        "cjm: 1\nwaivers:\n  ▮",
        {
            "waiver": "- rule: ${1:negative-gap}\n  touchpoint: ${2:id}\n"
            "  reason: ${3:why it is accepted}\n  until: ${4:2027-03-31}"
        },
        NEVER,
    ),
    ("journey", "cjm: 1\nwaivers:\n  - rule: ▮", {"no-owner": "no-owner"}, NEVER),
    ("journey", "cjm: 1\nwaivers: [{rule: ▮}]", {"negative-gap": "negative-gap"}, NEVER),
    ("workspace", "cjm: 1\ncheck:\n  ignore: [▮]", {"no-owner": "no-owner"}, NEVER),
    ("workspace", "cjm: 1\ncheck:\n  severity:\n    no-owner: ▮", {"warning": "warning"}, NEVER),
    ("workspace", "cjm: 1\nlanguage: ▮", {"en": "en", "ru": "ru"}, NEVER),
    ("data", "cjm-data: 1\nsources:\n  a:\n    kind: ▮", {"survey": "survey"}, NEVER),
    ("data", "cjm-data: 1\n▮", {"minimum": "minimum: ${1:10}"}, NEVER),
    (
        "russian",
        "cjm: 1\npersonas:\n  ▮",
        {"персона": "${1:id}:\n  name: ${2:Имя}\n  share: ${3:0.5}"},
        NEVER,
    ),
]


@pytest.mark.parametrize(("of", "marked", "must", "never"), COMPLETIONS)
def test_an_editor_offers_what_fits(editor, of, marked, must, never):
    """And inserts it so; where nothing is said of the text, what is offered is all that counts."""
    offered = editor.offered(marked, of)
    for label, inserted in must.items():
        assert label in offered
        assert inserted is None or offered[label] == inserted
    assert not set(never) & set(offered)


# ---- hover ----------------------------------------------------------------------------------

HOVERS = [
    ("journey", POINTS + "  a:\n    ne▮xt: b", "Where customers go from here."),
    ("journey", POINTS + "  a: {title: 🚕 Такси, exper▮ience: 5}", "Experience B"),
    ("journey", POINTS + "  a:\n    expect▮ation: {score: 5}", "Expectation O"),
    ("journey", POINTS + "  a:\n    st▮age: b", "#### id\n\nThe phase it belongs to."),
    ("journey", POINTS + "  a:\n    ti▮tle: b", "#### text\n\nWhat the customer would call it."),
    ("journey", POINTS + "  a▮: {}", "#### touchpoint"),
    ("journey", "cjm: 1\nup▮dated: 2026-01-01", "Of which day the map is."),
    ("journey", "cjm: 1\nmetrics: {n▮ps: {value: 1}}", "#### metric with its target"),
    ("journey", POINTS + "  a: {outc▮ome: success}", "`success`: the customer got what was wanted"),
    ("journey", "cjm: 1\nwaivers: [{ru▮le: no-owner}]", "`no-owner`: A disappointment that nobody"),
    ("journey", "cjm: 1\nwaivers: [{rea▮son: x}]", "Why the finding is accepted."),
    ("workspace", "cjm: 1\njour▮neys: [a]", "Folders and files"),
    ("russian", POINTS + "  a:\n    ti▮tle: b", "#### текст\n\nКак её назвал бы клиент."),
    ("russian", "cjm: 1\nst▮ate: to-be", "`to-be`: как должно быть"),
]


@pytest.mark.parametrize(("of", "marked", "told"), HOVERS)
def test_an_editor_shows_what_a_field_is(editor, of, marked, told):
    """Its own title, said once, and never the whole document's."""
    shown = editor.hovered(marked, of)
    assert told in shown
    assert "A customer journey" not in shown
    heading = shown.split("\n")[0].removeprefix("#### ").split(" || ")
    assert len(heading) == len(set(heading))


# ---- messages -------------------------------------------------------------------------------

MESSAGES = [
    (
        "journey",
        "  a: {expectation: x}",
        'Incorrect type. Expected "number | score with evidence".',
    ),
    ("journey", "  a: {duration: soon}", "a duration: 30 s, 15 min, 2 h, 3 d, 2 w, 6 mo, 1 y"),
    ("journey", "  a: {}\nupdated: soon", "a day, such as 2027-03-31"),
    ("journey", "  a: {}\nmetrics: {m: {target: '50'}}", 'a comparison, such as ">= 50"'),
    ("journey", "  a b: {}", "begin with a letter or digit; then letters, digits, . - _"),
    ("journey", "  a: {stage: b c}", "begin with a letter or digit; then letters, digits, . - _"),
    ("journey", "  a: {outcome: won}", "success, failure or neutral"),
    ("journey", "  a: {}\nmetrics: {m: {unit: x}}", 'Missing property "value".'),
    (
        "journey",
        "  a: {}\nwaivers: [{rule: no-ownr, reason: x}]",
        "a rule's name, or the beginning of a code, such as CJM4",
    ),
    ("journey", "  a: {titel: x}", "Property titel is not allowed."),
    ("russian", "  a: {}\nupdated: soon", "день, например 2027-03-31"),
    ("russian", "  a: {outcome: won}", "success, failure или neutral"),
]


@pytest.mark.parametrize(("of", "rest", "message"), MESSAGES)
def test_an_editor_says_once_what_is_wrong(editor, of, rest, message):
    """In words, on the line where it stands."""
    text = POINTS + rest
    _, found = editor.opened(text, of)
    assert [told["message"] for told in found] == [message]
    assert found[0]["range"]["start"]["line"] >= 3


# ---- no false alarm -------------------------------------------------------------------------

TESTS = Path(__file__).parents[1]
SILENT = sorted((TESTS / "journeys/silent").glob("*.yaml"))
WORKED = sorted((TESTS.parent / "journeys").glob("*.yaml"))


@pytest.mark.parametrize("file", [*SILENT, *WORKED], ids=lambda f: f"{f.parent.name}/{f.name}")
def test_an_editor_finds_nothing_in_what_check_accepts(editor, file):
    """Of every journey, but for core tags such as `!!float`, which editors do not know."""
    of = "workspace" if file.name == "cjm.yaml" else "journey"
    text = file.read_text(encoding="utf-8").replace("# yaml-language-server: $schema=", "# ")
    _, found = editor.opened(text, of)
    lines = text.splitlines()
    places = [(told["message"], lines[told["range"]["start"]["line"]]) for told in found]
    assert [place for place in places if "!!" not in place[1]] == []
