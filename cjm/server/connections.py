"""Connections: as many as one machine can bear, and whoever comes last is served.

uvicorn has no time limit for a request that never ends, and answers 503 to everybody while too
many connections are open: a few hundred silent ones would lock out whoever writes a journey.
"""

from __future__ import annotations

import asyncio
from typing import Any


def bounded(most: int) -> type[asyncio.Protocol]:
    """uvicorn's protocol, with so many connections at once; one more ends another.

    The one that has been waiting longest for a request goes first, else the oldest: browsers that
    listen connect again by themselves.

    Args:
        most: How many connections are open at once.
    """
    from uvicorn.protocols.http.auto import AutoHTTPProtocol

    opened: dict[Any, None] = {}

    class Bounded(AutoHTTPProtocol):  # type: ignore[misc, valid-type]
        """One connection."""

        def connection_made(self, transport: asyncio.BaseTransport) -> None:
            """It is open, in the place of another one where there are too many."""
            if len(opened) >= most:
                last = next(filter(_is_waiting, opened), None) or next(iter(opened))
                del opened[last]
                last.transport.abort()
            opened[self] = None
            super().connection_made(transport)

        def connection_lost(self, exc: Exception | None) -> None:
            """It is closed, by whomever."""
            opened.pop(self, None)
            super().connection_lost(exc)

    return Bounded


def _is_waiting(connection: Any) -> bool:
    """Whether no request of it is being answered."""
    return connection.cycle is None or connection.cycle.response_complete
