"""The files of the studio: what is kept of them, and what is said where they cannot be written."""

from __future__ import annotations

import errno
import os
from concurrent.futures import ThreadPoolExecutor

import pytest

from cjm.server.journey_files import JourneyFiles
from cjm.server.live import LiveSite
from cjm.server.serving import folder_of_new
from cjm.studio.host import Host

TEA = "cjm: 1\nlanguage: en\ntouchpoints:\n  order:\n    expectation: 8\n    experience: 3\n"
BETTER = TEA.replace("3", "5")


def host_of(folder, *paths):
    """A host of the files in a folder."""
    site = LiveSite([str(path) for path in paths or (folder,)])
    site.refresh()
    return Host(JourneyFiles(site, None if paths else str(folder), None))


@pytest.fixture
def file(tmp_path):
    """One journey."""
    path = tmp_path / "tea.yaml"
    path.write_text(TEA)
    return path


@pytest.fixture
def host(file):
    """Its host."""
    return host_of(file.parent)


def saved(host, text, file="tea.as-is"):
    """What a save answers that saw what is there."""
    version = host.answer("text", {"file": file})["version"]
    return host.answer("save", {"file": file, "text": text, "version": version}, "en")


def test_a_mark_and_ends_of_lines_stay(tmp_path):
    """As an editor on Windows writes them; offsets count neither mark nor bytes."""
    path = tmp_path / "tea.yaml"
    path.write_bytes(b"\xef\xbb\xbf" + TEA.replace("\n", "\r\n").encode())
    host = host_of(tmp_path)
    seen = host.answer("text", {"file": "tea.as-is"})
    assert seen["text"] == TEA.replace("\n", "\r\n")
    operation = {"op": "set_value", "route": ["touchpoints", "order", "title"], "value": "Чай"}
    done = host.answer("edit", {"file": "tea.as-is", **seen_text(seen), "operations": [operation]})
    assert "version" in saved(host, done["text"])
    expected = TEA.replace("  order:\n", "  order:\n    title: Чай\n").replace("\n", "\r\n")
    assert path.read_bytes() == b"\xef\xbb\xbf" + expected.encode()


def seen_text(seen):
    """The text alone."""
    return {"text": seen["text"]}


@pytest.mark.parametrize("call", ["fsync", "replace", "open"])
def test_on_a_full_disk_the_file_stays_and_nothing_is_left_beside_it(file, host, monkeypatch, call):
    """Wherever writing fails: a sentence, and the next save is written."""
    version = host.answer("text", {"file": "tea.as-is"})["version"]

    def full(*_, **__):
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    with monkeypatch.context() as patched:
        patched.setattr(os, call, full)
        given = {"file": "tea.as-is", "text": BETTER, "version": version}
        told = host.answer("save", given, "en")
    assert "no space left" in told["error"]["message"]
    assert file.read_text() == TEA
    assert os.listdir(file.parent) == ["tea.yaml"]
    assert "version" in saved(host, BETTER)
    assert file.read_text() == BETTER


def test_of_two_saves_at_once_one_is_a_conflict(file, host):
    """Neither overwrites what the other wrote."""
    version = host.answer("text", {"file": "tea.as-is"})["version"]
    texts = [TEA.replace("3", str(n)) for n in range(4, 8)]
    with ThreadPoolExecutor(4) as pool:
        answers = list(
            pool.map(
                lambda text: host.answer(
                    "save", {"file": "tea.as-is", "text": text, "version": version}
                ),
                texts,
            )
        )
    (written,) = [text for text, told in zip(texts, answers, strict=True) if len(told) == 1]
    assert file.read_text() == written
    assert [told["conflict"] for told in answers if "conflict" in told] == [written] * 3


def test_a_text_that_a_file_cannot_hold_is_not_written(file, host):
    """Half a character, or more than a journey may have."""
    assert "half a character" in saved(host, TEA + "# \ud83d\n")["error"]["message"]
    assert "at most 1000000 bytes" in saved(host, TEA + "#" * 1_000_000)["error"]["message"]
    assert file.read_text() == TEA


def test_a_file_that_is_no_text_is_told_by_its_line(file, host):
    """It is not shown as something else, and not written."""
    file.write_bytes(TEA.encode() + b"# \xff\n")
    told = host.answer("text", {"file": "tea.as-is"}, "en")
    assert told["error"]["message"].startswith("line 7 is no UTF-8")


def test_a_broken_text_may_be_written_and_is_told(file, host):
    """People stop midway; what is wrong stands beside it, with its place."""
    broken = TEA + "x: [\n"
    assert "version" in saved(host, broken)
    told = host.answer("assess", {"file": "tea.as-is", "text": broken, "language": "ru"})
    assert told["unread"]
    assert told["findings"][0]["line"] == 7
    error = host.answer("picture", {"file": "tea.as-is", "text": broken}, "en")["error"]
    assert (error["file"], error["line"]) == (told["file"], 7)


def test_a_large_or_malicious_text_is_answered(host):
    """A bomb of aliases, a megabyte, a million brackets: a finding, in time."""
    bomb = "cjm: 1\na: &a [x]\n" + "".join(
        f"{chr(98 + n)}: &{chr(98 + n)} [{', '.join(['*' + chr(97 + n)] * 9)}]\n" for n in range(9)
    )
    for text in (bomb, "cjm: 1\n" + "x: y\n" * 250_000, "[" * 900_000, "\x00", "\u2028" * 9):
        told = host.answer("assess", {"file": "tea.as-is", "text": text}, "en")
        assert told["findings"][0]["severity"] == "error"
        assert host.answer("picture", {"file": "tea.as-is", "text": text}, "en")["error"]["message"]
        given = {
            "file": "tea.as-is",
            "text": text,
            "operations": [{"op": "remove", "route": ["x"]}],
        }
        assert host.answer("edit", given, "en")["error"]["message"]


@pytest.mark.parametrize(
    ("name", "given"),
    [
        ("picture", {"view": "graf"}),
        ("picture", {"theme": "pink"}),
        ("picture", {"persona": "nobody"}),
        ("picture", {"language": "de"}),
        ("picture", {"view": 1}),
        ("assess", {"language": "de"}),
        ("assess", {"more": 1}),
        ("edit", {}),
        ("edit", {"operations": {}}),
        ("edit", {"operations": [None]}),
        ("save", {"version": 1}),
        ("save", {"version": "x", "renamed": [1]}),
        ("merge", {"theirs": TEA, "mine": TEA}),
        ("nothing", {}),
        ("_list", {}),
        ("__init__", {}),
    ],
)
def test_what_is_asked_wrongly_is_told(host, name, given):
    """In the language of the page, and never raised."""
    for language in ("en", "ru"):
        told = host.answer(name, {"file": "tea.as-is", "text": TEA, **given}, language)
        message = told["error"]["message"]
        assert message
        assert any("а" <= sign <= "я" for sign in message) == (language == "ru"), message


@pytest.mark.parametrize("given", [None, 1, "x", [], [1]])
def test_arguments_are_a_mapping(host, given):
    """Whatever else a page sends."""
    assert host.answer("text", given)["error"]["message"]


def test_among_single_files_nothing_new_is_made(file):
    """It would not be seen."""
    host = host_of(file.parent, file)
    told = host.answer("create", {"id": "new"}, "en")
    assert "would not be seen" in told["error"]["message"]
    assert os.listdir(file.parent) == ["tea.yaml"]


def test_a_file_keeps_its_handle_though_its_id_changes(file, tmp_path):
    """Who has it open goes on; a second file of one id is another one."""
    (tmp_path / "zwei.yaml").write_text(TEA.replace("cjm: 1\n", "cjm: 1\nid: tea\n"))
    site = LiveSite([str(tmp_path)])
    site.refresh()
    host = Host(JourneyFiles(site, str(tmp_path), None))
    assert [each["file"] for each in host.answer("list", {})] == ["tea.as-is", "tea.as-is-2"]
    file.write_text(TEA.replace("cjm: 1\n", "cjm: 1\nid: coffee\nstate: to-be\n"))
    site.refresh()
    listed = {each["file"]: each["id"] for each in host.answer("list", {})}
    assert listed == {"tea.as-is": "coffee", "tea.as-is-2": "tea"}


@pytest.mark.parametrize(
    ("served", "goes_to"), [(".", "maps"), ("maps", "maps"), ("other", "other"), (None, None)]
)
def test_a_new_journey_goes_where_the_workspace_checks(tmp_path, served, goes_to):
    """Served from the top, it is still among the journeys that `cjm check` finds."""
    (tmp_path / "cjm.yaml").write_text("cjm: 1\njourneys: [maps]\n")
    for name in ("maps", "other"):
        (tmp_path / name).mkdir()
    folder = folder_of_new([] if served is None else [str(tmp_path / served)], None)
    assert (folder and os.path.realpath(folder)) == (
        goes_to and str((tmp_path / goes_to).resolve())
    )


SURVEY = (
    "cjm-data: 1\nsources:\n  asked: {kind: survey, file: a.csv, scale: [1, 5], touchpoint: at,\n"
    "          score: mark, touchpoints: {order: [Order]}}  # of May\n"
)


def renamed(host, old="order", new="ask", text=TEA):
    """What an edit answers that renames a touchpoint."""
    operation = {"op": "rename", "kind": "touchpoint", "id": old, "new": new}
    given = {"file": "tea.as-is", "text": text, "operations": [operation]}
    return host.answer("edit", given, "en")


def test_a_renamed_touchpoint_is_so_where_data_are_described(file, host):
    """Once its journey is saved, and not before."""
    data = file.parent / "data.yaml"
    data.write_text(SURVEY)
    done = renamed(host)
    assert data.read_text() == SURVEY
    version = host.answer("text", {"file": "tea.as-is"})["version"]
    given = {"file": "tea.as-is", "text": done["text"], "version": version}
    assert "version" in host.answer("save", {**given, "renamed": [["order", "ask"]]}, "en")
    assert data.read_text() == SURVEY.replace("{order:", "{ask:")
    assert file.read_text() == TEA.replace("order", "ask")


def test_a_touchpoint_is_not_renamed_where_data_mean_another_by_it(file, host):
    """Told when it is asked for; one that was never written is of no data."""
    (file.parent / "data.yaml").write_text(SURVEY)
    (file.parent / "shop.yaml").write_text(TEA)
    host = host_of(file.parent)
    told = renamed(host)["error"]
    assert "tells of touchpoints of 'tea' and of 'shop'" in told["message"]
    assert "by hand" in told["help"]
    assert "ask:" in renamed(host, "new", text=TEA.replace("order", "new"))["text"]
