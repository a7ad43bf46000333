"""An editor at the other end of `cjm lsp`: it sends what it likes, and reads what comes."""

from __future__ import annotations

import contextlib
import json
import os
import queue
import subprocess
import sys
import threading
import time
from pathlib import Path

import cjm

DEADLINE = 60
"""Seconds that an answer may take on a busy machine."""


class Editor:
    """A raw client: messages are dictionaries, and nothing stops it from lying."""

    def __init__(self, folder: Path, *arguments: str) -> None:
        self._process = subprocess.Popen(
            [sys.executable, "-m", "cjm", *arguments, "lsp"],
            cwd=folder,
            env={**os.environ, "PYTHONPATH": str(Path(cjm.__file__).parents[1])},
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
        )
        self.pid = self._process.pid
        self._messages: queue.Queue[dict | None] = queue.Queue()
        self.seen: list[dict] = []
        self._ids = 0
        threading.Thread(target=self._read, daemon=True).start()

    def _read(self) -> None:
        out = self._process.stdout
        while header := out.readline():
            length = int(header.split(b":")[1])
            while out.readline().strip():
                pass
            self._messages.put(json.loads(out.read(length)))
        self._messages.put(None)

    def send(self, message: dict) -> None:
        """Send a message as it is."""
        body = json.dumps({"jsonrpc": "2.0", **message}).encode()
        self.send_bytes(b"Content-Length: %d\r\n\r\n%b" % (len(body), body))

    def send_bytes(self, content: bytes) -> None:
        """Send bytes, a whole message or not."""
        self._process.stdin.write(content)
        self._process.stdin.flush()

    def notify(self, method: str, **params) -> None:
        """Send a notification."""
        self.send({"method": method, "params": params})

    def ask(self, method: str, **params) -> dict:
        """Send a request and wait for its answer: the whole message."""
        self._ids += 1
        id = self._ids
        self.send({"id": id, "method": method, "params": params})
        return self.until(lambda message: message.get("id") == id and "method" not in message)

    def until(self, fits) -> dict:
        """The next message that fits; requests of the server are answered with null."""
        end = time.monotonic() + DEADLINE
        while (left := end - time.monotonic()) > 0:
            try:
                message = self._messages.get(timeout=left)
            except queue.Empty:
                break
            assert message is not None, f"the server left: {self.errors()}"
            self.seen.append(message)
            if "id" in message and "method" in message:
                self.send({"id": message["id"], "result": None})
            if fits(message):
                return message
        raise AssertionError(f"nothing came that was waited for, but {self.seen[-5:]}")

    def initialize(self, **params) -> dict:
        """Say hello; what the server can do."""
        params = {"processId": None, "rootUri": None, "capabilities": {}, **params}
        answer = self.ask("initialize", **params)
        self.notify("initialized")
        return answer["result"]

    def open(self, uri: str, text: str, version: int = 1, language: str = "yaml") -> None:
        """Open a document."""
        document = {"uri": uri, "languageId": language, "version": version, "text": text}
        self.notify("textDocument/didOpen", textDocument=document)

    def change(self, uri: str, version: int, *changes: dict) -> None:
        """Change a document."""
        document = {"uri": uri, "version": version}
        self.notify("textDocument/didChange", textDocument=document, contentChanges=changes)

    def findings(self, uri: str, version: int | None = None) -> list[dict]:
        """What is published next of a document, or of one version of it."""

        def fits(message: dict) -> bool:
            params = message.get("params") or {}
            return (
                message.get("method") == "textDocument/publishDiagnostics"
                and params["uri"] == uri
                and version in (None, params.get("version"))
            )

        return self.until(fits)["params"]["diagnostics"]

    def drop(self) -> int:
        """Close the pipe to the server; its exit code."""
        self._process.stdin.close()
        return self._process.wait(DEADLINE)

    def wait(self) -> int:
        """The exit code of a server that was told to leave."""
        return self._process.wait(DEADLINE)

    def errors(self) -> str:
        """All that the server wrote on standard error, once it has left."""
        return self._process.stderr.read().decode()

    def end(self) -> None:
        """Leave no process behind."""
        with contextlib.suppress(OSError):
            self._process.stdin.close()
        try:
            self._process.wait(5)
        except subprocess.TimeoutExpired:
            self._process.kill()
            self._process.wait()
        self._process.stdout.close()
        self._process.stderr.close()
