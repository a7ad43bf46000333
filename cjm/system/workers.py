"""Worker processes: that share the work where there is much of it."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import TYPE_CHECKING, TypeVar

if TYPE_CHECKING:
    from concurrent.futures import Executor

Item = TypeVar("Item")
Result = TypeVar("Result")


class Workers:
    """So many processes, started when they are first needed; with one, this one does it all."""

    def __init__(self, processes: int = 1) -> None:
        self._processes = processes
        self._executor: Executor | None = None

    @property
    def alone(self) -> bool:
        """Whether this process does it all."""
        return self._processes <= 1

    def work(
        self, task: Callable[[Sequence[Item]], list[Result]], items: Sequence[Item], at_once: int
    ) -> Iterator[Result]:
        """The result of every item, in order; a task is given some items at once.

        Where no other process is to be had, or one dies, this one does what is left.
        """
        chunks = [items[n : n + at_once] for n in range(0, len(items), at_once)]
        done = 0
        if not self.alone and len(chunks) > 1:
            from concurrent.futures import BrokenExecutor

            try:
                for results in self._pool().map(task, chunks):
                    yield from results
                    done += 1
            except (OSError, BrokenExecutor):
                self._processes = 1
        for chunk in chunks[done:]:
            yield from task(chunk)

    def close(self) -> None:
        """Send the others home when they have done what they are at; the rest stays undone."""
        if self._executor:
            self._executor.shutdown(wait=True, cancel_futures=True)

    def _pool(self) -> Executor:
        from concurrent.futures import ProcessPoolExecutor

        if self._executor is None:
            self._executor = ProcessPoolExecutor(self._processes, initializer=_ignore_interrupts)
        return self._executor


def _ignore_interrupts() -> None:
    """Ctrl-C reaches every process of a terminal; the first one ends the others."""
    import signal

    signal.signal(signal.SIGINT, signal.SIG_IGN)
