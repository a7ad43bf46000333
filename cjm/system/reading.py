"""Reading what a user names, within a limit: a file may be a device without an end, or a pipe."""

from __future__ import annotations

import errno
import os
import sys

from cjm.i18n import say

MAX_BYTES = 1_000_000
"""Bytes of a journey or a workspace."""

NO_FILE = say("this is neither a file nor a folder")
CLOSED = say("standard input is closed")


def read_limited(path: str, most: int = MAX_BYTES) -> bytes:
    """The content of a file that holds at most so many bytes.

    Args:
        path: a file, or what a shell makes of `<(…)`.
        most: the limit in bytes.

    Returns:
        All of it.

    Raises:
        OSError: it cannot be read, is larger (EFBIG), or is no file and could be waited for
            without end, as a named pipe is.
    """
    content = read_start(path, most + 1)
    if len(content) > most:
        raise OSError(errno.EFBIG, os.strerror(errno.EFBIG), path)
    return content


def read_start(path: str, most: int = MAX_BYTES + 1) -> bytes:
    """The first bytes of a file: by default one more than a journey may have. Raises OSError."""
    check_readable(path)
    with open(path, "rb") as file:
        return file.read(most)


def read_stdin(most: int = MAX_BYTES + 1) -> bytes:
    """The first bytes of standard input. Raises OSError."""
    if sys.stdin is None:
        raise OSError(errno.EBADF, CLOSED)
    return sys.stdin.buffer.read(most)


def check_readable(path: str) -> None:
    """Refuse what one could wait for without end, such as a pipe. Raises OSError.

    What a shell makes of `<(…)` lies under /dev and is somebody's wish.
    """
    known = os.path.isfile(path) or os.path.isdir(path) or path.startswith("/dev/")
    if not known and os.path.exists(path):
        raise OSError(errno.EINVAL, NO_FILE, path)
