"""The cache: verdicts of earlier runs, in the user's cache folder, by what they depend on.

It is never needed: whatever is wrong with it, the run does without.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Mapping, Sequence
from contextlib import suppress
from datetime import date
from typing import TYPE_CHECKING

from cjm.i18n import Message, external, say
from cjm.project.discovery import reason

if TYPE_CHECKING:
    import sqlite3

FOLDER = "CJM_CACHE_DIR"
"""The environment variable that names another folder."""
FILE_NAME = "verdicts.sqlite"
KEPT_DAYS = 30
"""What nobody asked for in so many days is forgotten."""
PATIENCE = 1.0
"""Seconds to wait for another run that is writing."""
AT_ONCE = 500

_SCHEMA = """create table if not exists verdicts
(key blob primary key, day integer not null, content blob not null) without rowid"""


def cache_folder() -> str:
    """Where the system wants caches to be: named by CJM_CACHE_DIR, else the user's own."""
    if named := os.environ.get(FOLDER):
        return named
    home = os.path.expanduser("~")
    if sys.platform == "win32":
        base = os.environ.get("LOCALAPPDATA") or os.path.join(home, "AppData", "Local")
        return os.path.join(base, "cjm", "Cache")
    if sys.platform == "darwin":
        return os.path.join(home, "Library", "Caches", "cjm")
    return os.path.join(os.environ.get("XDG_CACHE_HOME") or os.path.join(home, ".cache"), "cjm")


class Cache:
    """Contents by key. Without a folder it is empty and stays so.

    `trouble` says why nothing can be kept, where that is so.
    """

    def __init__(self, folder: str | None) -> None:
        self.trouble: Message | None = None
        self._today = date.today().toordinal()
        self._used: list[bytes] = []
        self._file = os.path.join(folder, FILE_NAME) if folder else ""
        self._store = self._opened() if folder else None

    def get(self, keys: Sequence[bytes]) -> dict[bytes, bytes]:
        """What is kept under these keys."""
        found: dict[bytes, bytes] = {}
        for first in range(0, len(keys), AT_ONCE):
            for key, day, content in self._asked(keys[first : first + AT_ONCE]):
                found[key] = content
                if day != self._today:
                    self._used.append(key)
        return found

    def put(self, contents: Mapping[bytes, bytes]) -> None:
        """Keep contents under their keys."""
        rows = [(key, self._today, content) for key, content in contents.items()]
        self._write("insert or replace into verdicts values (?, ?, ?)", rows)

    def close(self) -> None:
        """Note what was of use today, and forget what has not been for long."""
        if self._used:
            rows = [(self._today, key) for key in self._used]
            self._write("update verdicts set day = ? where key = ?", rows)
            self._write("delete from verdicts where day < ?", [(self._today - KEPT_DAYS,)])
        if self._store:
            self._store.close()
            self._store = None

    def _opened(self) -> sqlite3.Connection | None:
        import sqlite3

        try:
            os.makedirs(os.path.dirname(self._file), exist_ok=True)
            try:
                return _connected(self._file)
            except sqlite3.OperationalError:
                raise
            except sqlite3.DatabaseError:  # damaged: begin anew
                os.unlink(self._file)
                return _connected(self._file)
        except (OSError, sqlite3.Error) as error:
            self._tell(error)
            return None

    def _asked(self, keys: Sequence[bytes]) -> list[tuple[bytes, int, bytes]]:
        if self._store is None:
            return []
        import sqlite3

        marks = ",".join("?" * len(keys))
        try:
            return self._store.execute(
                f"select key, day, content from verdicts where key in ({marks})", keys
            ).fetchall()
        except sqlite3.Error as error:
            self._fail(error)
            return []

    def _write(self, statement: str, rows: Sequence[tuple[object, ...]]) -> None:
        if self._store is None or not rows or self.trouble:
            return
        import sqlite3

        try:
            self._store.execute("begin immediate")
            self._store.executemany(statement, rows)
            self._store.execute("commit")
        except sqlite3.Error as error:
            self._fail(error)

    def _fail(self, error: sqlite3.Error) -> None:
        """Do without: reading goes on where only writing is refused; a damaged one is deleted."""
        import sqlite3

        if isinstance(error, sqlite3.OperationalError):
            self._tell(error)
            if self._store and self._store.in_transaction:
                self._store.rollback()
            return
        if self._store:
            self._store.close()
            self._store = None
        with suppress(OSError):
            os.unlink(self._file)

    def _tell(self, error: Exception) -> None:
        why = reason(error) if isinstance(error, OSError) else external(str(error))
        if "locked" not in str(error):  # another run is writing, and will be done soon
            self.trouble = say(
                "nothing is kept for the next run: {file}: {reason}", file=self._file, reason=why
            )


class MemoryCache(Cache):
    """Contents by key for as long as a run lasts, which may come to the same text twice."""

    def __init__(self) -> None:
        super().__init__(None)
        self._kept: dict[bytes, bytes] = {}

    def get(self, keys: Sequence[bytes]) -> dict[bytes, bytes]:
        """What is kept under these keys."""
        return {key: self._kept[key] for key in keys if key in self._kept}

    def put(self, contents: Mapping[bytes, bytes]) -> None:
        """Keep contents under their keys."""
        self._kept.update(contents)


def _connected(file: str) -> sqlite3.Connection:
    import sqlite3

    store = sqlite3.connect(file, timeout=PATIENCE, isolation_level=None)
    try:
        # After a power cut the file may be damaged, which does no harm here; waiting would.
        store.execute("pragma synchronous = off")
        store.execute(_SCHEMA)
    except sqlite3.Error:
        store.close()
        raise
    return store
