"""The studio that is one file: built once a run, and what a page of it answers when it is asked."""

from __future__ import annotations

import shutil
import subprocess
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any, Protocol

import pytest
from built_once import built_once

ROOT = Path(__file__).parents[2]
WEB = ROOT / "web"
NODE = shutil.which("node")
PAGE = "cjm-studio.html"
needs_build = pytest.mark.skipif(
    NODE is None or not (WEB / "node_modules/pyodide").exists(),
    reason="no packages of web/: make .venv/web",
)
PATIENCE_MS = 60_000

LISTEN = """() => {
    const Worker = window.Worker;
    window.workers = [];
    window.Worker = class extends Worker {
        constructor(address) {
            super(address);
            this.ready = new Promise(resolve => {
                this.addEventListener('message', ({ data }) => { if (data.ready) resolve(true); });
            });
            window.workers.push(this);
        }
    };
}"""
"""Run before the page's own script: keeps its workers, which nothing else in it gives away."""

ASK = """([name, given, id]) => new Promise((resolve, reject) => {
    const worker = window.workers.at(-1);
    const hear = ({ data }) => {
        if ('failed' in data) reject(new Error(data.failed));
        if (data.id !== id) return;
        worker.removeEventListener('message', hear);
        resolve(data.answer);
    };
    worker.addEventListener('message', hear);
    if (name === 'put') worker.postMessage(given);
    else worker.postMessage({ id, name, given });
    if (name === 'put') resolve('null');
})"""
"""One of Python's functions, of the last worker, past the page's own queue."""

READY = """async (nth) => {
    while (!window.workers?.[nth]) await new Promise(resolve => setTimeout(resolve, 20));
    return window.workers[nth].ready;
}"""
"""When the worker that is so many-th has started."""


class Evaluates(Protocol):
    """A page of any browser."""

    def evaluate(self, function: str, given: Any = None, /) -> Any:
        """What a function of JavaScript comes to."""


def built(factory: pytest.TempPathFactory) -> Path:
    """The folder with the page, and with the same page as a folder."""

    def build(folder: Path) -> None:
        folder.mkdir()
        command = ["node", "onefile/build.mjs", "--python", sys.executable, "--no-copy"]
        run = subprocess.run(
            [*command, "--into", str(folder)], cwd=WEB, capture_output=True, encoding="utf-8"
        )
        assert run.returncode == 0, run.stdout[-3000:] + run.stderr[-3000:]

    return built_once(factory, "one-file", build)


class _Logged(SimpleHTTPRequestHandler):
    """Files of a folder, and a note of whatever is asked for."""

    def __init__(self, log: list[str], *given: Any, **named: Any) -> None:
        self._log = log
        super().__init__(*given, **named)

    def log_message(self, format: str, *words: Any) -> None:
        self._log.append(self.path)


@contextmanager
def served(folder: Path) -> Iterator[tuple[str, list[str]]]:
    """The address of a static server of a folder, and the paths that it was asked for."""
    log: list[str] = []
    handler = partial(_Logged, log, directory=str(folder))
    with ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}/", log
        server.shutdown()
