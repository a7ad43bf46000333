"""A running studio, as its page asks it."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from live_server import Server, served

EVENTS = "/_studio/events"


class StudioServer:
    """A running `cjm serve --edit`, its folder, and the token of its page."""

    def __init__(self, server: Server) -> None:
        self.server = server
        self.folder = server.folder
        self.port = server.port
        _, _, page = server.ask("/studio.html")
        found = re.search(r'"cjm-token" content="(\w+)"', page)
        assert found
        self.token = found[1]

    def post(
        self, name: str, body: bytes = b"{}", host: str | None = None, **headers: str | None
    ) -> tuple[int, Any]:
        """Its status and answer; a header that is None is not sent."""
        sent = {
            "Content_Type": "application/json",
            "X_CJM_Token": self.token,
            "X_CJM_Language": "en",
            "Origin": f"http://localhost:{self.port}",
            **headers,
        }
        kept = {name: value for name, value in sent.items() if value is not None}
        status, _, text = self.server.ask(f"/_studio/{name}", "POST", host, body, **kept)
        return status, json.loads(text) if text[:1] in ("{", "[") else text

    def call(self, name: str, **given: Any) -> Any:
        """What a function answers."""
        return self.post(name, json.dumps(given).encode())[1]


@contextmanager
def studio(folder: Path, *files: str) -> Iterator[StudioServer]:
    """A studio of some of the example journeys, copied into a folder."""
    with served(folder, *files, options=("--edit",)) as server:
        yield StudioServer(server)
