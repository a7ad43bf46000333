"""The server: what a client sends over a pipe, true or not, and what comes back."""

from __future__ import annotations

import json
import sys

import pytest
from editor import Editor

from cjm.cli.run_lsp import run_lsp
from cjm.errors import CjmError

JOURNEY = """cjm: 1
touchpoints:
  call:
    expectation: 8
    experience: 5
    next: ride
  ride:
    expectation: 7
    experience: 8
    outcome: success
"""


def span(line, start, end):
    """A stretch of one line, as a client sends it."""
    return {"start": {"line": line, "character": start}, "end": {"line": line, "character": end}}


def codes(found):
    """The codes of what was published."""
    return [each["code"] for each in found]


def test_findings_come_with_the_version_and_go_when_the_document_is_closed(editor, uri):
    """From open over a change to close."""
    editor.open(uri, JOURNEY)
    assert {"CJM101", "CJM102"} & set(codes(editor.findings(uri, 1)))
    editor.change(uri, 2, {"range": span(4, 16, 17), "text": "9"})
    assert not {"CJM101", "CJM102"} & set(codes(editor.findings(uri, 2)))
    editor.notify("textDocument/didClose", textDocument={"uri": uri})
    assert editor.findings(uri) == []


def test_edits_behind_an_emoji_and_a_line_separator_are_made_where_the_client_means(editor, uri):
    """Several changes in one message, each of the text that the one before made."""
    text = JOURNEY.replace("cjm: 1", "cjm: 1\ntitle: Такси 🚕 вот\u2028так")
    editor.open(uri, text.replace("\n", "\r\n"))
    editor.findings(uri, 1)
    taxi = "title: Такси 🚕"
    editor.change(
        uri,
        2,
        {"range": span(1, len(taxi.encode("utf-16-le")) // 2, 99), "text": ": ["},
        {"range": span(5, 16, 17), "text": "9"},
    )
    broken = editor.findings(uri, 2)
    assert [each["range"]["start"]["line"] for each in broken if each["code"] == "CJM001"] == [1]
    editor.change(uri, 3, {"range": span(1, 0, 99), "text": "title: Такси"})
    assert not {"CJM001", "CJM101", "CJM102"} & set(codes(editor.findings(uri, 3)))


@pytest.mark.parametrize(
    "change",
    [
        {"range": span(999, 0, 5), "text": "# end\n"},
        {
            "range": {"start": {"line": 3, "character": 0}, "end": {"line": 1, "character": 0}},
            "text": "",
        },
        {"range": span(2, 500, 900), "text": " # far out"},
    ],
    ids=["below the end", "backwards", "beyond the line"],
)
def test_places_outside_the_document_do_no_harm(editor, uri, change):
    """They are moved to the nearest place there is."""
    editor.open(uri, JOURNEY)
    editor.findings(uri, 1)
    editor.change(uri, 2, change)
    editor.findings(uri, 2)
    editor.change(uri, 3, {"text": JOURNEY})
    assert {"CJM101", "CJM102"} & set(codes(editor.findings(uri, 3)))


def test_versions_may_go_backwards_and_documents_be_opened_twice(editor, uri):
    """What comes last counts, under the version that came with it."""
    editor.open(uri, "cjm: 1\n", version=7)
    editor.findings(uri, 7)
    editor.change(uri, 3, {"text": JOURNEY})
    assert {"CJM101", "CJM102"} & set(codes(editor.findings(uri, 3)))
    editor.open(uri, JOURNEY.replace("experience: 5", "experience: 9"), version=1)
    assert not {"CJM101", "CJM102"} & set(codes(editor.findings(uri, 1)))


def test_documents_that_are_not_open_have_no_findings_and_do_no_harm(editor, uri):
    """Nothing is read for them: a change, a save and a closing go by."""
    (editor.folder / "there.yaml").write_text(JOURNEY)
    there = (editor.folder / "there.yaml").as_uri()
    editor.change(there, 2, {"text": JOURNEY})
    editor.notify("textDocument/didSave", textDocument={"uri": there})
    editor.notify("textDocument/didClose", textDocument={"uri": there})
    editor.notify("$/cancelRequest", id=123456)
    before = len(editor.seen)
    editor.open(uri, JOURNEY)
    assert editor.findings(uri, 1)
    assert there not in json.dumps(editor.seen[before:])


def test_a_request_without_sense_is_refused_without_a_traceback(editor):
    """An unknown method, parameters that are none, an unknown command."""
    for method, params in (
        ("textDocument/nonsense", {}),
        ("textDocument/hover", {"textDocument": 5}),
        ("workspace/executeCommand", {"command": "rm"}),
    ):
        answer = editor.ask(method, **params)
        assert answer["error"]["code"] in (-32601, -32602)
        assert "Traceback" not in json.dumps(answer)
        assert "site-packages" not in json.dumps(answer)


def test_a_message_that_is_no_json_is_passed_over(editor, uri):
    """What follows it is read."""
    editor.send_bytes(b"Content-Length: 5\r\n\r\n{nope")
    editor.send({"method": 7})
    editor.open(uri, JOURNEY)
    assert editor.findings(uri, 1)


def test_many_changes_in_a_row_are_checked_once_after_the_last(editor, uri):
    """Each puts the check off."""
    editor.open(uri, JOURNEY)
    editor.findings(uri, 1)
    before = len(editor.seen)
    for version in range(2, 22):
        editor.change(uri, version, {"range": span(0, 6, 6), "text": " "})
    editor.findings(uri, 21)
    published = [m for m in editor.seen[before:] if "publishDiagnostics" in m.get("method", "")]
    assert len(published) < 10


def test_settings_change_without_a_restart_and_unknown_ones_are_told_once(editor, uri):
    """Texts in another language, published again."""
    editor.open(uri, JOURNEY)
    editor.findings(uri, 1)
    before = len(editor.seen)
    editor.notify(
        "workspace/didChangeConfiguration", settings={"cjm": {"language": "ru", "x": {"y": 1}}}
    )
    assert any("клиенты" in each["message"] for each in editor.findings(uri))
    logged = [m for m in editor.seen[before:] if m.get("method") == "window/logMessage"]
    assert [m["params"]["message"] for m in logged] == ["неизвестные настройки cjm: x.y"]
    editor.notify("workspace/didChangeConfiguration", settings={"cjm": {"language": ""}})
    editor.findings(uri)


def test_a_megabyte_is_told_to_be_too_large_and_the_server_lives(editor, uri):
    """The limit of `cjm check` holds in an editor, too."""
    editor.open(uri, JOURNEY + "# filled\n" * 120_000)
    editor.findings(uri, 1)
    editor.change(uri, 2, {"text": JOURNEY})
    assert editor.findings(uri, 2)


@pytest.mark.parametrize("library", ["attrs", "lsprotocol", "pygls"])
def test_without_the_extra_it_is_told_how_to_install_it(library, monkeypatch):
    """Whichever of its libraries is missing."""
    monkeypatch.setitem(sys.modules, library, None)
    for module in ("cjm.lsp.server", "cjm.lsp.protocol", "lsprotocol.types", "pygls.lsp.server"):
        monkeypatch.delitem(sys.modules, module, raising=False)
    with pytest.raises(CjmError, match="cjm lsp needs pygls") as caught:
        run_lsp()
    assert str(caught.value.help) == 'install it: pip install "customer-journey-map[lsp]"'


@pytest.fixture
def alone(tmp_path):
    """A server that may be ended."""
    client = Editor(tmp_path)
    yield client
    client.end()


def test_a_server_that_was_shut_down_ends_well(alone):
    """Exit code 0, and not a word on standard error."""
    alone.initialize()
    assert alone.ask("shutdown")["result"] is None
    alone.notify("exit")
    assert alone.wait() == 0
    assert alone.errors() == ""


def test_a_server_told_to_exit_without_shutdown_says_so(alone):
    """Exit code 1."""
    alone.initialize()
    alone.notify("exit")
    assert alone.wait() == 1


def test_a_server_whose_editor_died_ends_by_itself(alone):
    """In the middle of a message: exit code 0, no traceback."""
    alone.initialize()
    alone.send_bytes(b"Content-Length: 500\r\n\r\n{")
    assert alone.drop() == 0
    assert alone.errors() == ""


def test_no_room_is_made_for_a_message_that_is_longer_than_any_can_be(alone):
    """A sentence on standard error, and the end: nobody knows where the next one begins."""
    alone.initialize()
    alone.send_bytes(b"Content-Length: 99999999999\r\n\r\n{")
    assert alone.drop() == 2
    assert "announced a message of 99999999999 bytes" in alone.errors()
    assert "Traceback" not in alone.errors()


def test_a_save_takes_the_place_of_a_check_that_was_waited_for(editor, uri):
    """The version that was saved is told once."""
    editor.open(uri, JOURNEY)
    editor.findings(uri, 1)
    before = len(editor.seen)
    editor.change(uri, 2, {"range": span(0, 6, 6), "text": " "})
    editor.notify("textDocument/didSave", textDocument={"uri": uri})
    editor.findings(uri, 2)
    for _ in range(60):  # longer than the pause
        editor.ask("textDocument/documentSymbol", textDocument={"uri": uri})
    editor.change(uri, 3, {"range": span(0, 6, 6), "text": " "})
    editor.findings(uri, 3)
    told = [m["params"] for m in editor.seen[before:] if "publishDiag" in m.get("method", "")]
    assert [each["version"] for each in told if each["uri"] == uri] == [2, 3]
