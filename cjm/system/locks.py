"""Locks: one run at a time in a folder."""

from __future__ import annotations

import os
from contextlib import suppress


class FolderLock:
    """Holds a folder for this process, until it is let go or the process ends.

    The system keeps it, not a file, so that no run that was killed leaves one behind. Where the
    system has none for folders (Windows, some network drives) everybody gets it.
    """

    def __init__(self) -> None:
        self._handle: int | None = None

    def take(self, folder: str) -> bool:
        """Hold a folder that is there; False where another process does."""
        try:
            import fcntl
        except ModuleNotFoundError:
            return True
        with suppress(OSError):
            self._handle = os.open(folder, os.O_RDONLY)
            try:
                fcntl.flock(self._handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
            except BlockingIOError:
                self.let_go()
                return False
        return True

    def let_go(self) -> None:
        """Let others have it; nothing happens where it is not held."""
        if self._handle is not None:
            os.close(self._handle)
            self._handle = None
