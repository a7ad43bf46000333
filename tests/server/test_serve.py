"""`cjm serve`: the site live, for programs of this machine, read only."""

from __future__ import annotations

import asyncio
import json
import os
import re
import shutil
import signal
import socket
import subprocess
import sys
import threading
from contextlib import ExitStack, suppress

import pytest
from live_server import JOURNEYS, PATIENCE, Server, served

from cjm.server import serving
from cjm.server.assets import Assets
from cjm.server.events import Bulletin
from cjm.server.guard import hosts
from cjm.server.live import ALL, LiveSite, _Pages


def _has_ipv6():
    try:
        with socket.socket(socket.AF_INET6) as one:
            one.bind(("::1", 0))
    except OSError:
        return False
    return True


ipv6 = pytest.mark.skipif(not _has_ipv6(), reason="this machine has no IPv6")
PAGE = "/ru/journeys/bakery.as-is.html"


@pytest.fixture(scope="module")
def server(tmp_path_factory):
    """One server for the tests that leave its files as they were."""
    files = ("bakery.as-is.yaml", "bakery.to-be.yaml", "coffee-shop.yaml")
    with served(tmp_path_factory.mktemp("live"), *files) as server:
        yield server


def test_the_pages_are_those_of_the_report(server):
    """With events allowed, and nothing kept by the browser."""
    status, headers, page = server.ask(PAGE)
    assert status == 200
    assert "Пекарня" in page
    assert "connect-src 'self'" in headers["Content-Security-Policy"]
    assert headers["Cache-Control"] == "no-store"
    for path in ("/index.html", "/ru/index.html", "/assets/site.css", "/assets/live.js"):
        assert server.ask(path)[0] == 200
    assert json.loads(server.ask("/ru/data/bakery.as-is.json")[2])["id"] == "bakery"


def test_a_browser_keeps_the_assets_of_a_page_and_nothing_else(server):
    """By their version: after a save it asks for the page alone, of another cjm for all anew."""
    page = server.ask(PAGE)[2]
    named = re.findall(r'"((?:\.\./)*assets/[^"?]+)\?v=([0-9a-f]+)"', page)
    assert {path.rpartition("/")[2] for path, _ in named} > {"site.css", "app.js", "live.js"}
    fonts = re.findall(r'"([^"]*\.woff2)\?v=([0-9a-f]+)"', server.ask("/assets/site.css")[2])
    assert fonts
    for name, version in [*named, *((f"assets/{font}", version) for font, version in fonts)]:
        address = "/" + name.lstrip("./")
        _, headers, _ = server.ask(f"{address}?v={version}")
        assert "immutable" in headers["Cache-Control"]
        for other in (address, f"{address}?v=0", f"{PAGE}?v={version}"):
            assert server.ask(other)[1]["Cache-Control"] == "no-store"
    assert server.ask(f"/assets/none.js?v={version}")[1]["Cache-Control"] == "no-store"
    assert Assets(("ru",)).version != Assets(("en",)).version, "other contents, another version"


@pytest.mark.parametrize(
    "host",
    [
        "evil.example", "evil.example:{port}", "localhost", "", "[::1", "localhost:", ":{port}",
        "user@localhost:{port}", "localhost.:{port}", "a.localhost:{port}", "127.1:{port}",
        "0x7f000001:{port}", "2130706433:{port}", "[0:0:0:0:0:0:0:1]:{port}", "[::1]x:{port}",
        "::1:{port}", "localhost:0{port}", "localhost:{port}/", "localhost:{port}#.evil.example",
        "local\thost:{port}", "localhost:{port}, evil.example", "127.0.0.1:{port}.evil.example",
    ],
)  # fmt: skip
def test_a_foreign_name_is_refused(server, host):
    """A page whose name was bound to this machine's address reads nothing, however it is put."""
    assert server.ask(PAGE, host=host.format(port=server.port))[0] == 421


@pytest.mark.parametrize("host", ["localhost", "LOCALHOST", "127.0.0.1", "[::1]"])
def test_its_own_names_are_let_in(server, host):
    """As browsers write them, in whatever case."""
    assert server.ask(PAGE, host=f"{host}:{server.port}")[0] == 200
    origin = f"http://{host.lower()}:{server.port}"
    assert server.ask(PAGE, host=f"{host}:{server.port}", Origin=origin)[0] == 200


def test_the_port_that_browsers_leave_out_may_be_left_out():
    """Of an address without a port."""
    assert {"localhost", "localhost:80", "[::1]"} <= set(hosts(80))
    assert "localhost" not in set(hosts(8100))


@pytest.mark.parametrize(
    "origin",
    [
        "http://evil.example", "null", "http://localhost:1", "x", "https://localhost:{port}", "",
        "http://user@localhost:{port}", "http://localhost:{port}/", "localhost:{port}",
    ],
)  # fmt: skip
def test_a_foreign_page_is_refused(server, origin):
    """Its own page has the origin of this server, or none."""
    assert server.ask(PAGE, Origin=origin.format(port=server.port))[0] == 403
    assert server.ask(PAGE, Origin=f"http://localhost:{server.port}")[0] == 200


@pytest.mark.parametrize("method", ["POST", "PUT", "DELETE", "OPTIONS"])
def test_it_is_read_only(server, method):
    """Nothing can be asked of it that would change anything."""
    assert server.ask(PAGE, method=method)[0] == 405


@pytest.mark.parametrize(
    "path",
    [
        "/../cjm.yaml", "/ru/../../cjm.yaml", "/%2e%2e/cjm.yaml", "/assets/../../cjm.yaml",
        "/ru/journeys/..%2f..%2fcjm.yaml", "//etc/passwd", "/etc/passwd", "/cjm.yaml", "/ru/",
        "/ru/journeys/none.html", "/xx/index.html", "/%00", "/ru/data/",
    ],
)  # fmt: skip
def test_no_path_leads_out_of_the_site(server, path):
    """What is no page of the site is not there, whatever lies on the disk."""
    status, _, page = server.ask(path)
    assert status == 404
    assert "touchpoints:" not in page
    assert "root:" not in page


def test_it_listens_on_this_machine_only(server):
    """Nobody in the same network can reach it."""
    with socket.socket() as other:
        other.settimeout(2)
        name = socket.gethostbyname(socket.gethostname())
        if not name.startswith("127."):
            assert other.connect_ex((name, server.port)) != 0


def test_a_save_is_told_and_shown(server):
    """Which journey changed, and its page says what the file says now."""
    file = server.folder / "bakery.as-is.yaml"
    before = file.read_text()
    with server.events() as states:
        first = next(states)
        file.write_text(before.replace("title: Пекарня у дома", "title: Пекарня за углом"))
        after = next(states)
        assert after["revision"] > first["revision"]
        assert "bakery.as-is" in after["changed"]
        assert "coffee-shop.as-is" not in after["changed"]
        assert "Пекарня за углом" in server.ask(PAGE)[2]
        assert "Пекарня за углом" in server.ask("/ru/index.html")[2]
        file.write_text(before)
        next(states)
    assert "Пекарня за углом" not in server.ask(PAGE)[2]


def test_the_last_good_page_stays_while_a_file_is_broken(server):
    """And the place is told, with the line."""
    file = server.folder / "bakery.as-is.yaml"
    before = file.read_text()
    good = server.ask(PAGE)[2]
    with server.events() as states:
        next(states)
        file.write_text(before + "oops: [\n")
        broken = next(states)["broken"]
        assert broken[0]["line"] == before.count("\n") + 1
        assert "oops" in broken[0]["excerpt"]
        assert server.ask(PAGE)[2] == good
        file.write_text(before)
        assert next(states)["broken"] == []


def test_a_workspace_that_breaks_spoils_no_page(server):
    """All journeys depend on it; all stay as they were."""
    file = server.folder / "cjm.yaml"
    before, good = file.read_text(), server.ask(PAGE)[2]
    with server.events() as states:
        next(states)
        file.write_text("personas: {{\n")
        state = next(states)
        assert state["broken"]
        assert state["changed"] == []
        assert server.ask(PAGE)[2] == good
        file.write_text(before)
        assert next(states)["broken"] == []


def test_a_workspace_that_breaks_is_told_before_what_comes_of_it(tmp_path):
    """Journeys that use its channels cannot be read without them."""
    shutil.copy(JOURNEYS / "business-taxi.yaml", tmp_path / "taxi.yaml")
    (tmp_path / "cjm.yaml").write_text("personas: {{\n")
    broken = LiveSite([str(tmp_path)]).refresh().broken
    assert len(broken) > 1
    assert broken[0].file.endswith("cjm.yaml")


def test_what_only_pages_of_all_journeys_show_is_told(tmp_path):
    """A result that another command wrote anew, as long as no journey is about it."""
    shutil.copy(JOURNEYS / "bakery.as-is.yaml", tmp_path / "bakery.yaml")
    shared = (JOURNEYS / "cjm.yaml").read_text()
    (tmp_path / "cjm.yaml").write_text(shared + "results: results\n")
    (tmp_path / "results").mkdir()
    result = tmp_path / "results" / "conform.json"
    result.write_text('{"command": "conform", "journey": "other", "cases": 1}')
    site = LiveSite([str(tmp_path)])
    assert "bakery.as-is" in site.refresh().changed
    result.write_text('{"command": "conform", "journey": "other", "cases": 2}')
    assert site.refresh().changed == (ALL,)
    assert site.refresh().changed == ()


def test_the_last_good_page_of_a_result_stays_while_it_is_broken(tmp_path):
    """With the line that breaks it; one that is deleted takes its page with it."""
    shutil.copy(JOURNEYS / "bakery.as-is.yaml", tmp_path / "bakery.yaml")
    (tmp_path / "cjm.yaml").write_text(
        (JOURNEYS / "cjm.yaml").read_text("utf-8") + "results: results\n", "utf-8"
    )
    (tmp_path / "results").mkdir()
    result = tmp_path / "results" / "conform.json"
    good = '{"command": "conform",\n "journey": "other"}'
    result.write_text(good)
    site = LiveSite([str(tmp_path)])
    site.refresh()
    before = site.get("ru/conformance.html")
    assert before is not None
    result.write_text(good.replace("}", ",}"))
    state = site.refresh()
    (broken,) = state.broken
    assert (broken.file.rpartition("/")[2], broken.span.line) == ("conform.json", 2)
    assert site.get("ru/conformance.html") == before
    assert state.changed == ()
    assert site.refresh().changed == ()
    result.write_text(good)
    assert site.refresh().broken == ()
    result.unlink()
    assert site.refresh().changed != ()
    assert site.get("ru/conformance.html") is None


def test_an_address_without_a_page_makes_no_journeys(tmp_path, monkeypatch):
    """Nor does one of all journeys that is there: each makes its own pages."""
    shutil.copy(JOURNEYS / "bakery.as-is.yaml", tmp_path / "bakery.as-is.yaml")
    shutil.copy(JOURNEYS / "bakery.to-be.yaml", tmp_path / "bakery.to-be.yaml")
    shutil.copy(JOURNEYS / "cjm.yaml", tmp_path / "cjm.yaml")
    site = LiveSite([str(tmp_path)])
    site.refresh()
    made = []
    pages = _Pages.get
    monkeypatch.setattr(_Pages, "get", lambda p, a: (p.file and made.append(a)) or pages(p, a))
    assert site.get("ru/journeys/none.html") is None
    assert made == []
    for name in ("bakery.compare", "bakery.as-is.present", "bakery.to-be"):
        assert site.get(f"ru/journeys/{name}.html")


def test_a_file_that_vanishes_comes_back(server):
    """In between its page says that it is not there, and waits."""
    file = server.folder / "coffee-shop.yaml"
    before = file.read_text()
    with server.events() as states:
        next(states)
        file.unlink()
        assert "coffee-shop.as-is" in next(states)["changed"]
        status, _, page = server.ask("/ru/journeys/coffee-shop.as-is.html")
        assert status == 404
        assert "live.js" in page
        file.write_text(before)
        assert "coffee-shop.as-is" in next(states)["changed"]
    assert server.ask("/ru/journeys/coffee-shop.as-is.html")[0] == 200


def test_a_save_while_it_starts_is_read(tmp_path, monkeypatch):
    """After the files were read, and before anything listens to them; without one all is told."""
    file = tmp_path / "bakery.yaml"
    shutil.copy(JOURNEYS / "bakery.as-is.yaml", file)
    site = LiveSite([str(tmp_path)])
    revision = site.refresh().revision
    monkeypatch.setattr(serving, "changes", lambda what: iter([True]))

    async def told():
        bulletin, loop = Bulletin(site.state), asyncio.get_running_loop()
        given = (site, None, None, bulletin, loop, threading.Event())
        await asyncio.to_thread(serving._follow, *given)
        return site.state

    assert asyncio.run(told()).revision == revision
    file.write_text(file.read_text("utf-8").replace("Пекарня", "Булочная"), "utf-8")
    assert asyncio.run(told()).changed == ("bakery.as-is",)


def test_fifty_saves_in_a_row_are_read_together(server):
    """The last one counts, and nothing queues up."""
    file = server.folder / "bakery.as-is.yaml"
    before = file.read_text()
    with server.events() as states:
        first = last = next(states)["revision"]
        for n in range(50):
            file.write_text(before.replace("title: Пекарня у дома", f"title: Пекарня {n}"))
        while "Пекарня 49" not in server.ask(PAGE)[2]:
            last = next(states)["revision"]
        assert last - first <= 50
        file.write_text(before)
        while "Пекарня у дома" not in server.ask(PAGE)[2]:
            next(states)


SLOW = {
    "silent": "",
    "half a head": "GET /ru/index.html HTTP/1.1\r\nX-Slow: ",
    "unread": "GET {page} HTTP/1.1\r\nHost: localhost:{port}\r\n\r\n",
    "unread events": "GET /_live HTTP/1.1\r\nHost: localhost:{port}\r\n\r\n",
}


@pytest.mark.skipif(os.name == "nt", reason="it may not have so many sockets")
@pytest.mark.parametrize("begun", SLOW)
def test_slow_clients_lock_nobody_out(server, begun):
    """While a thousand of them hang there, a page is served, and a save is told to who listens."""
    import resource

    limit = resource.getrlimit(resource.RLIMIT_NOFILE)
    resource.setrlimit(resource.RLIMIT_NOFILE, (min(4096, limit[1]), limit[1]))
    file = server.folder / "bakery.as-is.yaml"
    before = file.read_text()
    held = []
    try:
        for _ in range(1000 if begun == "silent" else 2 * serving.MOST_CONNECTIONS):
            wire = socket.create_connection(("127.0.0.1", server.port), PATIENCE)
            held.append(wire)
            with suppress(OSError):  # it had to give way already
                wire.sendall(SLOW[begun].format(page=PAGE, port=server.port).encode())
        assert server.ask(PAGE)[0] == 200
        with server.events() as states:
            first = next(states)
            file.write_text(before.replace("title: Пекарня у дома", "title: Пекарня за углом"))
            assert next(states)["revision"] > first["revision"]
        assert "Пекарня за углом" in server.ask(PAGE)[2]
    finally:
        for wire in held:
            wire.close()
        file.write_text(before)
        resource.setrlimit(resource.RLIMIT_NOFILE, limit)


def test_who_listens_longest_gives_way_to_a_newcomer(server):
    """A browser that is refused would never ask again; one whose stream ends does."""
    from cjm.server.events import MOST_LISTENERS

    with ExitStack() as stack:
        listeners = [stack.enter_context(server.events()) for _ in range(2 * MOST_LISTENERS)]
        assert all(next(states) for states in listeners)
        list(listeners[0])  # it has ended: else this would wait for more, and raise TimeoutError


@ipv6
def test_it_answers_at_both_addresses_of_this_machine(server):
    """Browsers that are told `localhost` ask ::1 first."""
    with socket.create_connection(("::1", server.port), PATIENCE) as wire:
        wire.sendall(f"HEAD {PAGE} HTTP/1.1\r\nHost: [::1]:{server.port}\r\n\r\n".encode())
        assert wire.recv(99).startswith(b"HTTP/1.1 200")


@pytest.mark.parametrize("host", ["127.0.0.1", pytest.param("::1", marks=ipv6)])
def test_a_port_that_is_taken_is_told(host):
    """With what to do; at one address is enough, or `localhost` would lead to another program."""
    with socket.socket(socket.AF_INET6 if ":" in host else socket.AF_INET) as taken:
        taken.bind((host, 0))
        taken.listen()
        port = str(taken.getsockname()[1])
        done = subprocess.run(
            [sys.executable, "-m", "cjm", "serve", str(JOURNEYS), "--port", port],
            capture_output=True,
            text=True,
            timeout=PATIENCE,
            check=False,
        )
    assert done.returncode == 2
    assert "--port" in done.stderr


@pytest.mark.skipif(os.name == "nt", reason="signals of POSIX")
def test_ctrl_c_ends_it(tmp_path):
    """Without a traceback, though a browser still listens."""
    shutil.copy(JOURNEYS / "bakery.as-is.yaml", tmp_path / "bakery.as-is.yaml")
    process = subprocess.Popen(
        [sys.executable, "-m", "cjm", "serve", str(tmp_path), "--port", "0"],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )
    port = int(process.stdout.readline().strip().rstrip("/").rpartition(":")[2])
    with Server(tmp_path, port, process).events() as states:
        next(states)
        process.send_signal(signal.SIGINT)
        _, told = process.communicate(timeout=PATIENCE)
    assert process.returncode in (0, 130)
    assert "Traceback" not in told


@pytest.mark.skipif(os.name == "nt", reason="signals of POSIX")
@pytest.mark.parametrize("wanted", ["websocket", "h2c"])
def test_who_wants_another_protocol_is_answered_in_this_one(tmp_path, wanted):
    """And neither that nor what is no request at all is told in the words of a library."""
    shutil.copy(JOURNEYS / "bakery.as-is.yaml", tmp_path / "bakery.as-is.yaml")
    process = subprocess.Popen(
        [sys.executable, "-m", "cjm", "serve", str(tmp_path), "--port", "0"],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )
    try:
        port = int(process.stdout.readline().strip().rstrip("/").rpartition(":")[2])
        server = Server(tmp_path, port, process)
        asked = {"Connection": "Upgrade", "Upgrade": wanted, "Sec_WebSocket_Version": "13"}
        asked["Sec_WebSocket_Key"] = "AAAA"
        for host, status in ((None, 200), ("evil.example", 421)):
            assert server.ask("/index.html", host=host, **asked)[0] == status
        with socket.create_connection(("127.0.0.1", port), PATIENCE) as wire:
            wire.sendall(b"\0\r\n\r\n")
            assert wire.recv(99).startswith(b"HTTP/1.1 400")
    finally:
        process.send_signal(signal.SIGINT)
        _, told = process.communicate(timeout=PATIENCE)
    assert [line for line in told.splitlines() if not line.startswith("note: ")] == []
