"""Nothing leaves the page, and nothing in it is lost: its policy, its limits, its worker's end."""

from __future__ import annotations

import json
import time
import zlib
from base64 import urlsafe_b64encode
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from one_file import ASK, LISTEN, PAGE, PATIENCE_MS, READY, needs_build, served

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

pytestmark = needs_build
TEA = """cjm: 1
id: tea
title: Tea
touchpoints:
  order: {expectation: 8, experience: 3, next: drink}
  drink: {expectation: 5, experience: 6, outcome: success}
"""
ESCAPES = """async address => {
    const tried = {};
    const attempt = async (name, act) => {
        try { tried[name] = String(await act()); } catch (error) { tried[name] = 'refused'; }
    };
    const loads = node => new Promise((resolve, reject) => {
        node.onload = resolve; node.onerror = reject; document.head.append(node);
    });
    await attempt('fetch', () => fetch(address));
    await attempt('xhr', () => {
        const request = new XMLHttpRequest();
        request.open('GET', address, false);
        request.send();
    });
    await attempt('socket', () => new Promise((resolve, reject) => {
        const socket = new WebSocket(address.replace('http', 'ws'));
        socket.onopen = resolve; socket.onerror = reject;
    }));
    await attempt('events', () => new Promise((resolve, reject) => {
        const source = new EventSource(address);
        source.onopen = resolve; source.onerror = () => { source.close(); reject(); };
    }));
    const made = (kind, given) => Object.assign(document.createElement(kind), given);
    await attempt('image', () => loads(made('img', { src: address })));
    await attempt('script', () => loads(made('script', { src: address })));
    await attempt('style', () => loads(made('link', { rel: 'stylesheet', href: address })));
    await attempt('import', () => import(address));
    document.body.append(made('iframe', { src: address }));
    const form = made('form', { action: address, target: 'elsewhere' });
    document.body.append(form);
    form.submit();
    navigator.sendBeacon(address, 'text');
    return tried;
}"""
OUT = [
    "fetch", "XMLHttpRequest", "WebSocket", "WebTransport", "EventSource", "Worker", "SharedWorker",
    "BroadcastChannel", "importScripts", "indexedDB", "caches",
]  # fmt: skip
COMPILERS = """() => [WebAssembly.instantiate, WebAssembly.instantiateStreaming]
    .map(one => String(one).includes('[native code]'))"""
GROWING = """all => all.map(pages => {
    try {
        return new WebAssembly.Memory({ initial: 1 }).grow(pages);
    } catch (error) {
        return error.name;
    }
})"""
TICK = """() => { window.ticks = 0; setInterval(() => { window.ticks += 1; }, 50); }"""


@pytest.fixture(scope="module")
def window(browser: Browser) -> Iterator[Page]:
    """One window for this module."""
    page = browser.new_page()
    page.set_default_timeout(PATIENCE_MS)
    page.add_init_script(f"({LISTEN})()")
    yield page
    page.close()


def link(text: str) -> str:
    """What stands after the page's address for a journey."""
    shared = {"name": "tea.yaml", "text": text, "view": "graph", "language": "en"}
    packer = zlib.compressobj(9, zlib.DEFLATED, -zlib.MAX_WBITS)
    packed = packer.compress(json.dumps(shared).encode()) + packer.flush()
    return "#1" + urlsafe_b64encode(packed).decode().rstrip("=")


def until(page: Page, condition: str) -> Any:
    """What a condition comes to once it is something; polled, since the policy allows no eval."""
    for _ in range(PATIENCE_MS // 100):
        if told := page.evaluate(condition):
            return told
        page.wait_for_timeout(100)
    raise AssertionError(f"never: {condition}\n{page.evaluate('document.body.innerText')[:2000]}")


def opened(page: Page, one_file: Path, text: str) -> None:
    """The page with a journey in its address, from the disk."""
    page.goto("about:blank")
    page.goto((one_file / PAGE).as_uri() + link(text))


MAP = "document.querySelector('.live-map svg [data-touchpoint]') !== null"
CARDS = "document.querySelectorAll('.live-map svg .touchpoint').length"
TEXT = (
    """document.querySelector('.editor .text').shadowRoot.querySelector('.cm-content').innerText"""
)


@pytest.mark.parametrize("address", [PAGE, "cjm-studio/"])
def test_no_request_leaves_the_page(window: Page, one_file: Path, address: str):
    """Whatever a script in it tries; the server is asked for the page alone."""
    with served(one_file) as (root, log):
        window.goto(root + address)
        window.evaluate(READY, 0)
        before = list(log)
        tried = window.evaluate(ESCAPES, f"{root}stolen")
        window.wait_for_timeout(300)
        assert log == before
        assert not any("stolen" in path for path in log)
        assert set(tried.values()) == {"refused"}, tried


def test_the_worker_can_reach_nothing(window: Page, one_file: Path):
    """Not even its own functions that reach out are there."""
    opened(window, one_file, TEA)
    window.evaluate(READY, 0)
    address = window.evaluate(
        "() => URL.createObjectURL(new Blob([`postMessage('here')`], {type: 'text/javascript'}))"
    )
    assert address.startswith("blob:")
    source = (one_file / PAGE).read_text("utf-8")
    policy = source.split('Content-Security-Policy" content="')[1].split('"')[0]
    assert "connect-src 'none'" in policy
    assert "unsafe-inline" not in policy
    assert "'unsafe-eval'" not in policy


def test_a_worker_has_nothing_that_reaches_out_once_it_is_awake(window: Page, one_file: Path):
    """What stood in for the network while Python began is gone as well."""
    opened(window, one_file, TEA)
    window.evaluate(READY, 0)
    [worker] = window.workers
    assert worker.evaluate("names => names.filter(name => name in self && self[name])", OUT) == []
    assert worker.evaluate(COMPILERS) == [True, True]


def test_no_memory_of_a_worker_grows_above_its_limit(window: Page, one_file: Path):
    """512 MB, to the page of memory: what asks for more is refused, whoever's memory it is."""
    opened(window, one_file, TEA)
    window.evaluate(READY, 0)
    [worker] = window.workers
    assert worker.evaluate(GROWING, [8191, 8192]) == [1, "RangeError"]


def test_a_worker_that_ends_takes_nothing_along(window: Page, one_file: Path):
    """Another one is begun with the same texts; what was typed and the map stay."""
    opened(window, one_file, TEA)
    until(window, MAP)
    window.locator(".editor .cm-content").click()
    window.keyboard.press("Control+End")
    window.keyboard.type("# typed")
    until(window, f"{TEXT}.includes('# typed')")
    workers = window.evaluate("window.workers.length")
    window.evaluate("window.workers.at(-1).dispatchEvent(new ErrorEvent('error', {message: 'x'}))")
    assert window.evaluate(MAP)
    window.evaluate(READY, workers)
    assert window.evaluate(f"{TEXT}.includes('# typed')")
    window.keyboard.press("Control+A")
    window.keyboard.insert_text(TEA.replace("next: drink", "next: pay") + "  pay: {next: drink}\n")
    until(window, f"{CARDS} === 3")


@pytest.fixture
def ask(window: Page, one_file: Path) -> Callable[..., Any]:
    """Python's functions in a page of one journey, whose timer counts on meanwhile."""
    opened(window, one_file, TEA)
    window.evaluate(READY, 0)
    until(window, MAP)
    window.evaluate(TICK)
    ids = iter(range(1_000_000, 2_000_000))

    def ask(name: str, **given: Any) -> Any:
        return json.loads(window.evaluate(ASK, [name, given, next(ids)]))

    return ask


LINES = [f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 9)}]" for n in range(1, 9)]
BOMB = "a0: &a0 [lol, lol]\n" + "\n".join(LINES)
WAYS = ", ".join(f"p{n}" for n in range(40))
POINT = "  p{n}: {{expectation: 5, experience: 4, next: [{ways}]}}\n"
COMPLETE = "cjm: 1\nid: tea\ntouchpoints:\n" + "".join(
    POINT.format(n=n, ways=WAYS) for n in range(40)
)
HOSTILE = {
    "complete graph": COMPLETE,
    "bomb": BOMB,
    "a megabyte": "cjm: 1\nid: tea\ntouchpoints:\n" + "  a: {}\n" * 110_000,
    "deep": "[" * 50_000,
    "no letters": "\x00\x07\ud83e",
}


@pytest.mark.parametrize("name", HOSTILE)
def test_a_hostile_text_is_told_and_the_page_goes_on(
    ask: Callable[..., Any], window: Page, name: str
):
    """A finding or a sentence comes, the page's own clock ticks, and the next text is answered."""
    began = time.monotonic()
    told = ask("assess", file="tea.yaml", text=HOSTILE[name])
    at_once = time.monotonic() - began < 0.5
    assert told.get("error") or told["findings"]
    assert at_once or window.evaluate("window.ticks") > 0
    assert not ask("assess", file="tea.yaml", text=TEA)["unread"]
