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
"""Browsers that are told of changes at once; for one more the oldest goes, and may come again."""
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
        self._listeners = dict[object, None]()
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
        from starlette.responses import StreamingResponse

        if len(self._listeners) >= MOST_LISTENERS:
            # A browser that is refused never asks again; one whose stream ends does, by itself.
            async with self._changed:
                del self._listeners[next(iter(self._listeners))]
                self._changed.notify_all()
        known = self._revision(request.headers.get("last-event-id", ""))
        # The state of now: what happens until the first line is sent is newer, and told then.
        told = self._told(self.state, known)
        return StreamingResponse(told, headers=HEADERS, media_type="text/event-stream")

    async def _after(self, revision: int, listener: object) -> State | None:
        """A state that is newer; None after some time without one, or where it has to go."""

        def is_due() -> bool:
            return self._has_to_go(listener) or self.state.revision > revision

        try:
            async with asyncio.timeout(ALIVE), self._changed:
                await self._changed.wait_for(is_due)
        except TimeoutError:
            return None
        return None if self._has_to_go(listener) else self.state

    def _has_to_go(self, listener: object) -> bool:
        return self.ended or listener not in self._listeners

    def _revision(self, id: str) -> int:
        """The revision that a listener was told last, if by this run; else -1."""
        run, _, revision = id.partition(".")
        return int(revision) if run == self._run and revision.isdecimal() else -1

    async def _told(self, state: State | None, known: int) -> AsyncIterator[str]:
        this = object()
        self._listeners[this] = None
        try:
            while not self._has_to_go(this):
                if state is None:
                    yield ": alive\n\n"
                else:
                    for told in state.since(known):
                        yield f"id: {self._run}.{state.revision}\ndata: {json.dumps(told)}\n\n"
                    known = state.revision
                state = await self._after(known, this)
        finally:
            self._listeners.pop(this, None)
