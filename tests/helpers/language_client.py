"""A plain client of a language server over its standard input and output."""

from __future__ import annotations

import json
import queue
import subprocess
import threading
from collections.abc import Callable, Mapping
from pathlib import Path
from types import TracebackType
from typing import Any

DEADLINE = 60
"""Seconds until an answer is given up: more than any busy machine needs."""


class Client:
    """A running server: requests, notifications, and what it says by itself.

    Positions are pairs of a line and a character, in code units of UTF-16 as the protocol has them.
    """

    def __init__(self, command: list[str], folder: Path, **options: Any) -> None:
        self._process = subprocess.Popen(
            command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL
        )
        self._messages: queue.Queue[dict[str, Any] | None] = queue.Queue()
        self._last_id = 0
        self._answers: dict[int, dict[str, Any]] = {}
        self.said: list[dict[str, Any]] = []
        """Notifications, in the order of their coming."""
        self.asked: Mapping[str, Callable[[Any], Any]] = options.pop("asked", {})
        """Answers to the server's own requests, by method; null to all others."""
        threading.Thread(target=self._read, daemon=True).start()
        self.initialized = self.request(
            "initialize",
            {
                "processId": None,
                "rootUri": folder.as_uri(),
                "workspaceFolders": [{"uri": folder.as_uri(), "name": folder.name}],
                **options,
            },
        )
        self.notify("initialized", {})

    def __enter__(self) -> Client:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._process.kill()
        self._process.wait()

    def request(self, method: str, params: Any) -> Any:
        """The result of a request; an error that the server answers is raised."""
        self._last_id += 1
        wanted = self._last_id
        self._send({"id": wanted, "method": method, "params": params})
        while wanted not in self._answers:
            self._take(self._next(method))
        answer = self._answers.pop(wanted)
        if "error" in answer:
            raise RuntimeError(answer["error"]["message"])
        return answer["result"]

    def notify(self, method: str, params: Any) -> None:
        """Tell the server something."""
        self._send({"method": method, "params": params})

    def wait(self, method: str, holds: Callable[[Any], bool] = lambda params: True) -> Any:
        """The parameters of the first notification, past or to come, of which this holds."""
        seen = 0
        while True:
            for message in self.said[seen:]:
                seen += 1
                if message["method"] == method and holds(message.get("params")):
                    return message.get("params")
            self._take(self._next(method))

    def open(self, uri: str, text: str, language: str = "yaml") -> None:
        """Open a document, as its first version."""
        document = {"uri": uri, "languageId": language, "version": 1, "text": text}
        self.notify("textDocument/didOpen", {"textDocument": document})

    def close(self, uri: str) -> None:
        """Close a document."""
        self.notify("textDocument/didClose", {"textDocument": {"uri": uri}})

    def at(self, method: str, uri: str, place: tuple[int, int], **more: Any) -> Any:
        """The result of a request on a place of a document."""
        position = {"line": place[0], "character": place[1]}
        return self.request(
            f"textDocument/{method}",
            {"textDocument": {"uri": uri}, "position": position, **more},
        )

    def _next(self, wanted: str) -> dict[str, Any]:
        try:
            message = self._messages.get(timeout=DEADLINE)
        except queue.Empty:
            raise TimeoutError(f"no {wanted} within {DEADLINE} s") from None
        if message is None:
            raise EOFError(f"the server ended before {wanted}")
        return message

    def _take(self, message: dict[str, Any]) -> None:
        if "method" not in message:
            self._answers[message["id"]] = message
        elif "id" in message:
            answer = self.asked.get(message["method"], lambda params: None)
            self._send({"id": message["id"], "result": answer(message.get("params"))})
        else:
            self.said.append(message)

    def _send(self, message: dict[str, Any]) -> None:
        assert self._process.stdin
        body = json.dumps({"jsonrpc": "2.0", **message}, ensure_ascii=False).encode()
        self._process.stdin.write(b"Content-Length: %d\r\n\r\n" % len(body) + body)
        self._process.stdin.flush()

    def _read(self) -> None:
        stream = self._process.stdout
        assert stream
        while line := stream.readline():
            name, _, value = line.partition(b":")
            if name.lower() == b"content-length":
                while stream.readline().strip():
                    pass
                self._messages.put(json.loads(stream.read(int(value))))
        self._messages.put(None)


def place_of(text: str, cursor: str = "▮") -> tuple[str, tuple[int, int]]:
    """A text without the sign that marks the cursor, and the cursor's place."""
    before, found, after = text.partition(cursor)
    assert found, "no cursor"
    last = before.rpartition("\n")[2]
    return before + after, (before.count("\n"), len(last.encode("utf-16-le")) // 2)
