"""Pages in the Firefox of the system, driven by WebDriver BiDi over a socket of our own.

Playwright drives a Firefox of its own making alone. What is asked here is little: open an address,
and call a function of JavaScript in it.
"""

from __future__ import annotations

import base64
import json
import os
import re
import shutil
import socket
import struct
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from itertools import count
from pathlib import Path
from typing import Any

import pytest

FIREFOX = shutil.which("firefox-esr") or shutil.which("firefox")
PATIENCE = 120.0
"""Seconds that one command may take, a cold start on a busy machine included."""
_LISTENING = re.compile(r"WebDriver BiDi listening on ws://([\d.]+):(\d+)")
_TEXT, _CLOSE, _PING, _PONG = 1, 8, 9, 10


class Socket:
    """A WebSocket of whole messages, as its client speaks it."""

    def __init__(self, host: str, port: int, path: str) -> None:
        self._stream = socket.create_connection((host, port), timeout=PATIENCE)
        key = base64.b64encode(os.urandom(16)).decode()
        lines = (
            f"GET {path} HTTP/1.1", f"Host: {host}:{port}", "Upgrade: websocket",
            "Connection: Upgrade", f"Sec-WebSocket-Key: {key}", "Sec-WebSocket-Version: 13", "", "",
        )  # fmt: skip
        self._stream.sendall("\r\n".join(lines).encode())
        head = b""
        while not head.endswith(b"\r\n\r\n"):
            head += self._read(1)
        assert b" 101 " in head.split(b"\r\n")[0], head

    def send(self, text: str) -> None:
        """One message."""
        self._send(_TEXT, text.encode())

    def receive(self) -> str:
        """The next message, put together of its frames."""
        message = b""
        while True:
            first, second = self._read(2)
            length = second & 127
            if length > 125:
                size, form = {126: (2, ">H"), 127: (8, ">Q")}[length]
                length = struct.unpack(form, self._read(size))[0]
            content = self._read(length)
            kind = first & 15
            assert kind != _CLOSE, "the browser is gone"
            if kind == _PING:
                self._send(_PONG, content)
            elif kind != _PONG:
                message += content
                if first & 128:
                    return message.decode()

    def close(self) -> None:
        """Hang up."""
        self._stream.close()

    def _send(self, kind: int, content: bytes) -> None:
        mask = os.urandom(4)
        length = len(content)
        head = bytes((128 | kind,))
        if length < 126:
            head += bytes((128 | length,))
        elif length < 65_536:
            head += bytes((128 | 126,)) + struct.pack(">H", length)
        else:
            head += bytes((128 | 127,)) + struct.pack(">Q", length)
        masked = int.from_bytes(content) ^ int.from_bytes((mask * (length // 4 + 1))[:length])
        self._stream.sendall(head + mask + masked.to_bytes(length))

    def _read(self, length: int) -> bytes:
        content = bytearray()
        while len(content) < length:
            part = self._stream.recv(min(length - len(content), 1 << 20))
            assert part, "the browser is gone"
            content += part
        return bytes(content)


class Firefox:
    """A browser of one page."""

    def __init__(self, host: str, port: int) -> None:
        self._socket = Socket(host, port, "/session")
        self._ids = count(1)
        self._ask("session.new", capabilities={})
        contexts = self._ask("browsingContext.getTree")["contexts"]
        self._context = contexts[0]["context"]

    def before_each(self, function: str) -> None:
        """Call a function in every page before its own scripts."""
        self._ask("script.addPreloadScript", functionDeclaration=function)

    def goto(self, address: str) -> None:
        """Open an address, and wait until it is loaded."""
        self._ask("browsingContext.navigate", context=self._context, url=address, wait="complete")

    def evaluate(self, function: str, given: Any = None, /) -> Any:
        """What a function of JavaScript comes to; both ways as JSON."""
        call = f"({function})({json.dumps(given)})"
        told = self._ask(
            "script.callFunction",
            functionDeclaration=f"async () => JSON.stringify(await {call})",
            target={"context": self._context},
            awaitPromise=True,
        )
        assert told["type"] == "success", told.get("exceptionDetails", told)
        return json.loads(told["result"].get("value") or "null")

    def close(self) -> None:
        """End the session."""
        self._socket.close()

    def _ask(self, method: str, **given: Any) -> Any:
        id = next(self._ids)
        self._socket.send(json.dumps({"id": id, "method": method, "params": given}))
        while True:
            told = json.loads(self._socket.receive())
            if told.get("id") == id:
                assert told["type"] == "success", (method, told)
                return told["result"]


@contextmanager
def firefox(folder: Path) -> Iterator[Firefox]:
    """A browser with a new profile; a test that needs one is skipped where there is none."""
    if FIREFOX is None:
        pytest.skip("Firefox is not installed")
    profile = folder / "profile"
    profile.mkdir()
    command = [FIREFOX, "--headless", "--no-remote", "--profile", str(profile)]
    environment = {**os.environ, "HOME": str(folder), "MOZ_DISABLE_CONTENT_SANDBOX": "1"}
    with subprocess.Popen(
        [*command, "--remote-debugging-port=0"],
        stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
        encoding="utf-8",
        errors="replace",
        env=environment,
    ) as process:
        try:
            assert process.stderr is not None
            found = next(filter(None, map(_LISTENING.search, process.stderr)))
            browser = Firefox(found[1], int(found[2]))
            yield browser
            browser.close()
        finally:
            process.terminate()
