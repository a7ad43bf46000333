"""Worker processes: they share the work where there is much of it, and never outlive this one."""

from __future__ import annotations

import os
from collections import deque
from collections.abc import Callable, Iterator, Sequence
from typing import TYPE_CHECKING, Any, TypeVar

from cjm.system.signals import held_back, ignore

if TYPE_CHECKING:
    from multiprocessing.connection import Connection
    from multiprocessing.context import BaseContext

Item = TypeVar("Item")
Result = TypeVar("Result")


class Workers:
    """So many processes, started when they are first needed; with one, this one does it all."""

    def __init__(self, processes: int = 1) -> None:
        self._processes = processes
        self._started: list[_Worker] = []

    @property
    def alone(self) -> bool:
        """Whether this process does it all."""
        return self._processes <= 1

    def work(
        self, task: Callable[[Sequence[Item]], list[Result]], items: Sequence[Item], at_once: int
    ) -> Iterator[Result]:
        """The result of every item, in order; a task is given some items at once.

        Where no other process is to be had, or one dies, this one does what is left. What the
        task raises is raised here.
        """
        chunks = [items[n : n + at_once] for n in range(0, len(items), at_once)]
        done = 0
        if not self.alone and len(chunks) > 1:
            try:
                for results in _in_order(self._ready(len(chunks)), task, chunks):
                    yield from results
                    done += 1
            except (OSError, EOFError):
                self.close()
                self._processes = 1
            except BaseException:
                self.close()  # what they are at is nobody's question any more
                raise
        for chunk in chunks[done:]:
            yield from task(chunk)

    def close(self) -> None:
        """End the processes at once; what they are at stays undone."""
        for worker in self._started:
            worker.process.kill()
        for worker in self._started:
            worker.process.join()
            worker.connection.close()
        self._started = []

    def _ready(self, chunks: int) -> list[_Worker]:
        """The processes, no more than there are chunks. Raises OSError."""
        import multiprocessing

        context = multiprocessing.get_context()
        while len(self._started) < min(self._processes, chunks):
            self._started.append(_Worker(context))
        return self._started


class _Worker:
    """One process, and the way to it. Raises OSError where there is none to be had."""

    def __init__(self, context: BaseContext) -> None:
        self.connection, theirs = context.Pipe()
        self.process: Any = context.Process(  # type: ignore[attr-defined]
            target=_serve, args=(theirs, self.connection), daemon=True
        )
        with held_back():  # it could not say yet that they are none of its business
            self.process.start()
        theirs.close()


def _in_order(
    workers: Sequence[_Worker],
    task: Callable[[Sequence[Item]], list[Result]],
    chunks: Sequence[Sequence[Item]],
) -> Iterator[list[Result]]:
    """The results of every chunk, in order. Raises OSError or EOFError where a worker died."""
    from multiprocessing.connection import wait

    waiting = deque(enumerate(chunks))
    at_work: dict[Any, int] = {}
    results: dict[int, list[Result]] = {}
    idle = [worker.connection for worker in workers]
    for nth in range(len(chunks)):
        while nth not in results:
            while idle and waiting:
                connection = idle.pop()
                at_work[connection], chunk = waiting.popleft()
                connection.send((task, chunk))
            ready: list[Any] = wait(list(at_work))
            for connection in ready:
                result, error = connection.recv()
                if error is not None:
                    raise error
                results[at_work.pop(connection)] = result
                idle.append(connection)
        yield results.pop(nth)


def _serve(connection: Connection, of_parent: Connection) -> None:
    """What a worker does: one task after another, until its parent ends it or is no more."""
    import threading

    of_parent.close()
    ignore()  # they reach every process of a terminal; the first one ends the others
    threading.Thread(target=_end_with_parent, daemon=True).start()
    try:
        while True:
            task, chunk = connection.recv()
            connection.send(_outcome(task, chunk))
    except (OSError, EOFError):
        os._exit(0)


def _outcome(task: Callable[[Any], Any], chunk: Any) -> tuple[Any, BaseException | None]:
    try:
        return task(chunk), None
    except Exception as error:
        return None, error


def _end_with_parent() -> None:
    """Wait for the parent's end, whatever it dies of, and go too: work without a reader."""
    import multiprocessing

    parent = multiprocessing.parent_process()
    if parent is not None:
        parent.join()
        os._exit(0)
