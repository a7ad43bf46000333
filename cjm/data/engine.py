"""Engine: what runs the SQL of a computation; here DuckDB, which nothing leaves."""

from __future__ import annotations

import os
import shutil
import tempfile
from collections.abc import Callable, Iterable, Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path
from threading import Event, Thread, current_thread, main_thread
from typing import TYPE_CHECKING, Any, Protocol, TypeVar

from cjm.errors import CjmError, missing_extra
from cjm.i18n import say

if TYPE_CHECKING:
    import duckdb

T = TypeVar("T")
WAIT = 0.1
"""Seconds after which a signal is seen even where waiting for a thread is deaf, as on Windows."""
MEMORY_SHARE = 0.6
"""Of the machine's memory; what is larger spills into the temporary folder."""
SPILL_LIMIT = 64 << 30
SPILL_SHARE = 0.9
"""The most that may be spilled: so many bytes, or this share of what is free on the disk."""
_GROUP_LIMITS = (
    Path("/sys/fs/cgroup/memory.max"),
    Path("/sys/fs/cgroup/memory/memory.limit_in_bytes"),
)
"""Where a container says how much of the machine's memory is its own."""


class Engine(Protocol):
    """Where SQL runs; `dialect` is the name that sqlglot has for it."""

    dialect: str

    def rows(self, sql: str) -> list[tuple[Any, ...]]:
        """All rows of a SELECT in the canonical dialect, DuckDB's."""
        ...


class LocalEngine:
    """DuckDB in this process; tables are made from files, and vanish with it.

    Once `seal` was called it reads the files that it was told, and nothing else of the machine:
    what stands in a `data.yaml` as SQL is somebody's text. What is to be let go of with it, as a
    connection `elsewhere`, is noted in `closing`.
    """

    dialect = "duckdb"

    def __init__(self, connection: duckdb.DuckDBPyConnection, folder: str, command: str) -> None:
        self.connection = connection
        self.command = command
        self.closing = ExitStack()
        self.elsewhere: dict[str, Any] = {}
        self.folder = folder
        self._allowed: frozenset[str] | None = None
        self._names = 0

    def rows(self, sql: str) -> list[tuple[Any, ...]]:
        """All rows of a statement.

        Raises:
            KeyboardInterrupt: a signal came, or `interrupt` was called.
            CjmError: neither memory nor the temporary folder hold what it needs.
        """
        import duckdb

        try:
            return self._held(lambda: self.connection.execute(sql).fetchall())
        except duckdb.InterruptException:
            raise KeyboardInterrupt from None
        except duckdb.OutOfMemoryException as error:
            raise _too_much(self.folder) from error

    def _held(self, work: Callable[[], T]) -> T:
        """Work of the engine, beside a main thread that takes signals.

        The engine looks for signals itself, but not while the main thread computes for it: then
        Ctrl-C would wait until the end of a statement.
        """
        if current_thread() is not main_thread():
            return work()
        outcome: list[T] = []
        errors: list[BaseException] = []
        done = Event()  # to join a thread is not safe from signals

        def keep() -> None:
            try:
                outcome.append(work())
            except BaseException as error:
                errors.append(error)
            done.set()

        Thread(target=keep, daemon=True).start()
        try:
            while not done.wait(WAIT):
                pass
        except BaseException:
            while not done.wait(WAIT):
                self.connection.interrupt()
            raise
        if errors:
            raise errors[0]
        return outcome[0]

    def run(self, sql: str) -> None:
        """A statement that gives no rows; raises what `rows` does."""
        self.rows(sql)

    def name(self, what: str) -> str:
        """A name for a table or a file that nothing here has yet."""
        self._names += 1
        return f"cjm_{what}_{self._names}"

    def seal(self, files: Iterable[Path]) -> None:
        """From now on read these files alone, and its own folder; the first call counts."""
        if self._allowed is not None:
            return
        self._allowed = frozenset(str(file.resolve()) for file in files)
        paths = ", ".join(text_literal(path) for path in sorted(self._allowed))
        self.connection.execute(f"SET allowed_paths = [{paths}]")
        self.connection.execute(f"SET allowed_directories = [{text_literal(self.folder + os.sep)}]")
        self.connection.execute("SET enable_external_access = false")
        self.connection.execute("SET lock_configuration = true")

    def admit(self, file: Path) -> str:
        """A path under which this engine reads a file: its own, or a copy's."""
        path = str(file.resolve())
        known = self._allowed is None or path in self._allowed
        if known and not any(sign in path for sign in "*?[]{}"):  # DuckDB would take it for a glob
            return path
        copy = os.path.join(self.folder, self.name("copy") + "".join(file.suffixes[-2:]))
        shutil.copyfile(path, copy)
        return copy

    def interrupt(self) -> None:
        """Stop what runs now, from another thread or a signal."""
        self.connection.interrupt()


@contextmanager
def local_engine(command: str, threads: int | None = None) -> Iterator[LocalEngine]:
    """A DuckDB of its own for one run, in memory, with a temporary folder that goes with it.

    Args:
        command: Who needs it, for the sentence that says what is missing.
        threads: How many processors it may use; default: all.

    Raises:
        CjmError: DuckDB is not installed.
    """
    try:
        import duckdb
    except ImportError as error:
        raise missing_extra(command, "DuckDB", "data") from error
    with tempfile.TemporaryDirectory(prefix="cjm-") as folder:
        connection = duckdb.connect(":memory:")
        try:
            connection.execute(f"SET temp_directory = {text_literal(folder)}")
            connection.execute(f"SET max_temp_directory_size = '{_spill(folder)}MiB'")
            connection.execute(f"SET memory_limit = '{_memory()}MiB'")
            connection.execute("SET TimeZone = 'UTC'")
            connection.execute("SET autoinstall_known_extensions = false")
            connection.execute("SET autoload_known_extensions = false")
            connection.execute("SET enable_progress_bar = true")  # else it does not know either
            connection.execute("SET enable_progress_bar_print = false")
            if threads:
                connection.execute(f"SET threads = {threads:d}")
            _open.append(connection)
            engine = LocalEngine(connection, folder, command)
            with engine.closing:
                yield engine
        finally:
            _open[:] = [other for other in _open if other is not connection]
            connection.close()


_open: list[duckdb.DuckDBPyConnection] = []
"""The engines of this process, for whoever shows how far they are."""


def progress() -> int:
    """How far the statement that runs now has come, in per cent; −1 where nobody knows."""
    return max((int(connection.query_progress()) for connection in tuple(_open)), default=-1)


def quoted(name: str) -> str:
    """A name of a column or table as SQL has it."""
    return '"' + name.replace('"', '""') + '"'


def text_literal(text: str) -> str:
    """A text as SQL has it."""
    return "'" + text.replace("'", "''") + "'"


def _too_much(folder: str) -> CjmError:
    """What is said where work is larger than memory and the temporary folder together."""
    where = os.path.dirname(folder)
    return CjmError(
        say("the data need more room than memory and {folder} have", folder=where),
        help=say("make room there, or name another folder: TMPDIR=/path cjm …"),
    )


def _memory() -> int:
    """How much memory DuckDB may take, in MiB."""
    try:
        total = os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES")
    except (AttributeError, ValueError, OSError):
        total = 4 << 30  # a machine that does not say: as if it had 4 GiB
    return max(256, int(min(total, *_group_limits(total)) * MEMORY_SHARE) >> 20)


def _group_limits(total: int) -> list[int]:
    """The memory that containers leave; at least one figure, so that there is a minimum."""
    limits = [total]
    for file in _GROUP_LIMITS:
        try:
            limits.append(int(file.read_text(encoding="ascii")))
        except (OSError, ValueError):  # none there, or `max`
            continue
    return limits


def _spill(folder: str) -> int:
    """How much may be written into the temporary folder, in MiB."""
    return int(min(SPILL_LIMIT, shutil.disk_usage(folder).free * SPILL_SHARE)) >> 20
