"""The studio over HTTP: who may ask it, what it reads and writes, and what it tells."""

from __future__ import annotations

import json
import os

import pytest
from live_server import served
from studio_server import EVENTS, studio

BAKERY = "bakery.as-is"
FILE = "bakery.as-is.yaml"


@pytest.fixture(scope="module")
def running(tmp_path_factory):
    """One studio for the tests that leave its files as they were."""
    files = (FILE, "bakery.to-be.yaml", "coffee-shop.yaml")
    with studio(tmp_path_factory.mktemp("studio"), *files) as server:
        yield server


def changed(server, value=7):
    """A text of the bakery in which a score is another one, its version, and what it was."""
    seen = server.call("text", file=BAKERY)
    route = ["touchpoints", "wrapping", "experience"]
    operation = {"op": "set_value", "route": route, "value": value}
    done = server.call("edit", file=BAKERY, text=seen["text"], operations=[operation])
    return done["text"], seen["version"], seen["text"]


def looked_at(server):
    """Once what was done to its files before has been seen: looks are at all files at once."""
    with server.server.events(EVENTS) as events:
        with (server.folder / "coffee-shop.yaml").open("a") as file:
            file.write("#\n")
        assert heard(events, kind="changed", file="coffee-shop.as-is")


def heard(events, **wanted):
    """The next event like this; what other tests did to the files may be told before it."""
    return next(told for told in events if wanted.items() <= told.items())


def test_journeys_are_named_by_id_and_state(running):
    """Never by paths."""
    assert [each["file"] for each in running.call("list")] == [
        BAKERY, "bakery.to-be", "coffee-shop.as-is",
    ]  # fmt: skip
    for name in (FILE, f"../{FILE}", str(running.folder / FILE), "cjm.yaml", ""):
        assert "there is no journey" in running.call("text", file=name)["error"]["message"]


def test_a_journey_is_assessed_and_drawn_as_it_is_written(running):
    """Not as the file has it: the text is what counts."""
    text, _, before = changed(running, value=9)
    assert (
        running.call("assess", file=BAKERY, text=before)["views"][""]["balance"]
        < (running.call("assess", file=BAKERY, text=text)["views"][""]["balance"])
    )
    drawn = running.call("picture", file=BAKERY, text=text, view="graph", theme="page")
    assert 'data-touchpoint="wrapping"' in drawn["svg"]
    start, end = drawn["ranges"]["wrapping"]
    assert text[start:end].startswith("wrapping:")
    assert "experience: 9" in text[start:end]


def test_a_save_changes_the_value_and_nothing_else(running):
    """The other bytes of the file stay, its mode too; both who listen hear of it."""
    file = running.folder / FILE
    before, mode = file.read_bytes(), file.stat().st_mode
    with running.server.events(EVENTS) as one, running.server.events(EVENTS) as other:
        text, version, _ = changed(running)
        saved = running.call("save", file=BAKERY, text=text, version=version)
        assert file.read_bytes() == text.encode()
        assert file.stat().st_mode == mode
        told = {"kind": "changed", "file": BAKERY, "version": saved["version"]}
        assert heard(one, **told)
        assert heard(other, **told)
        again = running.call("save", file=BAKERY, text=before.decode(), version=version)
        assert again == {"conflict": text, "version": saved["version"]}
        assert file.read_bytes() == text.encode()
        back = running.call("save", file=BAKERY, text=before.decode(), version=saved["version"])
        assert heard(one, version=back["version"])
    assert file.read_bytes() == before


@pytest.mark.parametrize(
    ("status", "headers"),
    [
        (403, {"Origin": "http://evil.example"}),
        (403, {"Origin": "null"}),
        (403, {"Origin": None}),
        (403, {"Origin": None, "Sec_Fetch_Site": "cross-site"}),
        (403, {"Sec_Fetch_Site": "same-site"}),
        (403, {"Origin": "http://127.0.0.1:{port}"}),
        (403, {"X_CJM_Token": None}),
        (403, {"X_CJM_Token": "0" * 32}),
        (415, {"Content_Type": "text/plain"}),
        (415, {"Content_Type": None}),
        (421, {"host": "evil.example:{port}"}),
        (200, {"Origin": None, "Sec_Fetch_Site": "same-origin"}),
        (200, {"Content_Type": "application/json; charset=utf-8"}),
    ],
)
def test_only_its_own_page_may_ask(running, status, headers):
    """A foreign page can send a form, and guess; it has no token and another origin."""
    given = {name: value and value.format(port=running.port) for name, value in headers.items()}
    assert running.post("list", **given)[0] == status


@pytest.mark.parametrize("method", ["PUT", "DELETE", "PATCH", "OPTIONS"])
def test_it_has_no_other_ways_to_ask(running, method):
    """Nor do the pages of the report take anything."""
    assert running.server.ask("/_studio/list", method)[0] == 405
    assert running.server.ask("/ru/index.html", "POST")[0] == 405


def test_its_page_has_a_token_of_its_own(running):
    """And allows no script or style but those of the server, and of CodeMirror by a nonce."""
    status, headers, page = running.server.ask("/studio.html")
    assert status == 200
    assert len(running.token) == 32
    assert "__CJM" not in page
    assert "script-src 'self';" in headers["Content-Security-Policy"]
    assert "unsafe" not in headers["Content-Security-Policy"]
    assert running.server.ask("/assets/studio.js")[0] == 200
    assert running.server.ask("/assets/studio.html")[0] == 404


@pytest.mark.parametrize(
    ("body", "status"),
    [(b"", 400), (b"{", 400), (b"[" * 100_000, 400), (b" " * 4_000_001, 413)],
    ids=["nothing", "no JSON", "too deep", "too large"],
)
def test_what_is_no_call_is_told_in_a_sentence(running, body, status):
    """In the language of the page."""
    answered, told = running.post("text", body)
    assert answered == status
    assert told["error"]["message"]
    assert "Traceback" not in json.dumps(told)


def test_a_file_that_cannot_be_written_stays_as_it_is(running):
    """It may only be read: a sentence, and the text is still in the page."""
    file = running.folder / FILE
    before = file.read_bytes()
    text, version, _ = changed(running)
    file.chmod(0o444)
    told = running.call("save", file=BAKERY, text=text, version=version)
    file.chmod(0o644)
    assert "may only be read" in told["error"]["message"]
    assert file.read_bytes() == before


def test_a_link_that_leads_elsewhere_is_not_followed(running, tmp_path):
    """A file that became a link while it was open is neither read nor written."""
    file, other = running.folder / FILE, tmp_path / "other.yaml"
    before = file.read_bytes()
    text, version, _ = changed(running)
    other.write_bytes(before)
    looked_at(running)
    with running.server.events(EVENTS) as events:
        file.unlink()
        file.symlink_to(other)
        assert heard(events, kind="broken", file=BAKERY)
        told = running.call("save", file=BAKERY, text=text, version=version)
        assert "leads out" in told["error"]["message"]
        assert other.read_bytes() == before
        file.unlink()
        assert heard(events, kind="gone", file=BAKERY)
        file.write_bytes(before)
        assert heard(events, kind="changed", file=BAKERY)


def test_a_file_that_goes_away_and_comes_back_is_told(running):
    """In between its text can be assessed and drawn, and a save says why it cannot be written."""
    file = running.folder / FILE
    before = file.read_bytes()
    text, version, _ = changed(running)
    looked_at(running)
    with running.server.events(EVENTS) as events:
        file.unlink()
        assert heard(events, kind="gone", file=BAKERY)
        assert "no such file" in running.call("text", file=BAKERY)["error"]["message"].lower()
        told = running.call("save", file=BAKERY, text=text, version=version)
        assert "no such file" in told["error"]["message"].lower()
        assert running.call("assess", file=BAKERY, text=text)["id"] == "bakery"
        file.write_bytes(before)
        assert heard(events, kind="changed", file=BAKERY)
        file.write_text("cjm: 1\ntouchpoints: [\n")
        broken = heard(events, kind="broken", file=BAKERY)
        assert broken["findings"][0]["line"] == 2
        file.write_bytes(before)
        assert heard(events, kind="changed", file=BAKERY)


def test_a_new_journey_replaces_nothing(running):
    """And is there at once."""
    made = running.call("create", id="workshop", template="blank", title="Мастерская")
    assert made == {"file": "workshop.as-is"}
    file = running.folder / "workshop.yaml"
    assert "Мастерская" in running.call("text", file=made["file"])["text"]
    before = file.read_bytes()
    for id in ("workshop", "bakery", "../workshop", "a/b", "", "cjm"):
        assert running.call("create", id=id)["error"]["message"]
    assert file.read_bytes() == before
    os.unlink(file)


def test_the_report_stands_beside_it(running):
    """Each journey's page leads to the studio, and each journey of the studio to its page."""
    pages = {each["file"]: each["page"] for each in running.call("list")}
    assert pages[BAKERY] == "ru/journeys/bakery.as-is.html"
    status, _, page = running.server.ask(f"/{pages[BAKERY]}")
    assert status == 200
    assert f'href="../../studio.html?language=ru#file={BAKERY}"' in page


def test_without_edit_there_is_no_studio(tmp_path):
    """Neither its page nor its functions, nor a way there."""
    with served(tmp_path, FILE) as server:
        assert server.ask("/studio.html")[0] == 404
        assert server.ask("/_studio/list", "POST", body=b"{}")[0] == 405
        assert "studio" not in server.ask("/ru/journeys/bakery.as-is.html")[2]


def test_two_texts_are_put_together_over_http(running):
    """What each changed, where the fields are different ones."""
    mine, _, before = changed(running)
    theirs = before.replace("title: Оплата", "title: Касса")
    both = running.call("merge", file=BAKERY, before=before, theirs=theirs, mine=mine)
    assert both == {"text": mine.replace("title: Оплата", "title: Касса"), "conflicts": []}


def test_templates_are_told_in_the_language_asked_for(running):
    """What `cjm new` begins a journey with."""
    told = running.call("templates", language="ru")
    assert told[0]["name"] == "blank"
    assert "этап" in told[0]["title"]


def test_a_rename_reaches_the_overlay(tmp_path):
    """The journey and what was measured of it are written together."""
    (tmp_path / "bakery.as-is.measured.yaml").write_text(
        "cjm-measured: 1\njourney: bakery\nstate: as-is\nscale: [0, 10]\nscores:\n"
        "  wrapping: {experience: {score: 5, n: 40, measured: 2026-09-30}}\n"
    )
    with studio(tmp_path, FILE) as server:
        seen = server.call("text", file=BAKERY)
        operation = {"op": "rename", "kind": "touchpoint", "id": "wrapping", "new": "gift"}
        done = server.call("edit", file=BAKERY, text=seen["text"], operations=[operation])
        given = {"text": done["text"], "version": seen["version"]}
        renamed = [["wrapping", "gift"]]
        read = {"file": BAKERY, "text": done["text"], "renamed": renamed}
        assert not server.call("assess", **read)["unread"]
        assert "gift" in server.call("picture", **read)["ranges"]
        assert "version" in server.call("save", file=BAKERY, renamed=renamed, **given)
        assert "  gift: {exp" in (tmp_path / "bakery.as-is.measured.yaml").read_text()
        assert "  gift:\n" in (tmp_path / FILE).read_text()
        told = server.call("assess", file=BAKERY, text=done["text"])
        point = next(each for each in told["touchpoints"] if each["id"] == "gift")
        assert point["experience"]["from"] == "measured"
