"""A running `cjm serve`, as tests ask it."""

from __future__ import annotations

import http.client
import json
import shutil
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

PATIENCE = 60
"""Seconds: the machine may have more to do."""
JOURNEYS = Path(__file__).parents[2] / "journeys"


class Server:
    """A running `cjm serve`, and its folder."""

    def __init__(self, folder: Path, port: int, process: subprocess.Popen[str]) -> None:
        self.folder = folder
        self.port = port
        self.process = process

    def ask(
        self,
        path: str,
        method: str = "GET",
        host: str | None = None,
        body: bytes | None = None,
        **headers: str,
    ) -> tuple[int, Any, str]:
        """Its answer: status, headers, text."""
        with closing(http.client.HTTPConnection("127.0.0.1", self.port, timeout=PATIENCE)) as wire:
            wire.putrequest(method, path, skip_host=True)
            wire.putheader("Host", f"localhost:{self.port}" if host is None else host)
            for name, value in headers.items():
                wire.putheader(name.replace("_", "-"), value)
            if body is not None:
                wire.putheader("Content-Length", str(len(body)))
            wire.endheaders(body)
            answer = wire.getresponse()
            return answer.status, answer.headers, answer.read().decode(errors="replace")

    @contextmanager
    def events(self, path: str = "/_live") -> Iterator[Iterator[dict[str, Any]]]:
        """The states that it tells, one after the other."""
        wire = http.client.HTTPConnection("127.0.0.1", self.port, timeout=PATIENCE)
        try:
            wire.request("GET", path)
            answer = wire.getresponse()
            yield _told(answer)
        finally:
            wire.close()


def _told(answer: http.client.HTTPResponse) -> Iterator[dict[str, Any]]:
    """What events tell; raises TimeoutError where nothing is told for long."""
    heard = time.monotonic()
    for line in iter(answer.readline, b""):
        if line.startswith(b"data:"):
            yield json.loads(line[6:])
            heard = time.monotonic()
        elif time.monotonic() - heard > PATIENCE:
            raise TimeoutError("nothing was told")


@contextmanager
def served(folder: Path, *files: str, options: tuple[str, ...] = ()) -> Iterator[Server]:
    """A server of some of the example journeys, copied into a folder."""
    for name in ("cjm.yaml", *files):
        shutil.copy(JOURNEYS / name, folder / name)
    process = subprocess.Popen(
        [sys.executable, "-m", "cjm", "serve", str(folder), "--port", "0", *options],
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
        cwd=folder,
    )
    assert process.stdout is not None
    try:
        address = process.stdout.readline()
        server = Server(folder, urlsplit(address.strip()).port or 0, process)
        with server.events() as states:
            next(state for state in states if state["revision"])  # it has read the files
        yield server
    finally:
        process.kill()
        process.wait()
