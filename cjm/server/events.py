"""Events: what browsers are told while they listen, the newest of everything, never a queue."""

from __future__ import annotations

import asyncio
import json
import secrets
from collections.abc import AsyncIterator, Iterable
from typing import TYPE_CHECKING, Any, Generic, Protocol, TypeVar

from cjm.server.guard import HEADERS

if TYPE_CHECKING:
    from starlette.requests import Request
    from starlette.responses import Response

MOST_LISTENERS = 64
"""Browsers that are told of changes at once; more are asked to come again later."""
ALIVE = 15.0
"""Seconds of silence after which a listener gets a comment, so that one who left is noticed."""


class Told(Protocol):
    """What there is to tell, by its revision."""

    @property
    def revision(self) -> int:
        """Grows with each that is newer."""

    def since(self, revision: int) -> Iterable[dict[str, Any]]:
        """What one who knows that revision is told; -1 knows none."""


State = TypeVar("State", bound=Told)


class Bulletin(Generic[State]):
    """The state that listeners are told; whoever is slow gets the newest."""

    def __init__(self, state: State) -> None:
        self.state = state
        self.ended = False
        self._changed = asyncio.Condition()
        self._listeners = set[object]()
        self._run = secrets.token_hex(4)

    @property
    def is_heard(self) -> bool:
        """Whether anybody listens."""
        return bool(self._listeners)

    async def tell(self, state: State) -> None:
        """Let everybody know."""
        async with self._changed:
            self.state = state
            self._changed.notify_all()

    async def end(self) -> None:
        """Let every listener go."""
        async with self._changed:
            self.ended = True
            self._changed.notify_all()

    async def listen(self, request: Request) -> Response:
        """The state now, and every one after it, as server-sent events."""
        from starlette.responses import PlainTextResponse, StreamingResponse

        if len(self._listeners) >= MOST_LISTENERS:
            return PlainTextResponse("busy", 503, {**HEADERS, "Retry-After": "5"})
        known = self._revision(request.headers.get("last-event-id", ""))
        # The state of now: what happens until the first line is sent is newer, and told then.
        told = self._told(self.state, known)
        return StreamingResponse(told, headers=HEADERS, media_type="text/event-stream")

    async def _after(self, revision: int) -> State | None:
        """A state that is newer; None after some time without one, or at the end."""
        try:
            async with asyncio.timeout(ALIVE), self._changed:
                await self._changed.wait_for(lambda: self.ended or self.state.revision > revision)
        except TimeoutError:
            return None
        return None if self.ended else self.state

    def _revision(self, id: str) -> int:
        """The revision that a listener was told last, if by this run; else -1."""
        run, _, revision = id.partition(".")
        return int(revision) if run == self._run and revision.isdecimal() else -1

    async def _told(self, state: State | None, known: int) -> AsyncIterator[str]:
        this = object()
        self._listeners.add(this)
        try:
            while not self.ended:
                if state is None:
                    yield ": alive\n\n"
                else:
                    for told in state.since(known):
                        yield f"id: {self._run}.{state.revision}\ndata: {json.dumps(told)}\n\n"
                    known = state.revision
                state = await self._after(known)
        finally:
            self._listeners.discard(this)
