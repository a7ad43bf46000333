"""Tracks: touchpoints over many states of a journey, each followed over its changes of id."""

from __future__ import annotations

from cjm.compare.matching import matching
from cjm.journey import Journey


class Tracks:
    """Which touchpoint of each state is which, for states that are given in the order of time."""

    def __init__(self) -> None:
        self._before: Journey | None = None
        self._of: dict[str, int] = {}
        self._last: list[str] = []
        self._ids: list[dict[str, None]] = []

    def follow(self, journey: Journey) -> dict[str, int]:
        """The next state: the number of each touchpoint by its id there.

        One that is the same as before has the same number, whatever its id; so has one that is
        called as one that was gone.
        """
        ids = [point.id for point in journey.touchpoints]
        before = self._before
        if before is None or set(ids) == set(self._of):
            now = {id: self._of[id] for id in ids if id in self._of}
        else:
            old = matching(before, journey, {}).before
            now = {id: self._of[old[id]] for id in ids if id in old}
        taken = set(now.values())
        gone = {id: n for n, id in enumerate(self._last) if n not in taken}
        for id in ids:
            if id not in now:
                now[id] = gone[id] if id in gone else self._new(id)
            self._last[now[id]] = id
            self._ids[now[id]][id] = None
        self._before, self._of = journey, now
        return now

    def _new(self, id: str) -> int:
        self._last.append(id)
        self._ids.append({})
        return len(self._last) - 1

    @property
    def ids(self) -> list[tuple[str, ...]]:
        """The ids that each had, the last one last, by its number."""
        return [
            (*(id for id in known if id != last), last)
            for known, last in zip(self._ids, self._last, strict=True)
        ]
