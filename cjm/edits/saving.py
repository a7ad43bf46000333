"""Saving a changed file: only over what was seen, whole or not at all."""

from __future__ import annotations

import os
import stat

from cjm.errors import CjmError
from cjm.i18n import external, say
from cjm.system.atomic import write_bytes


def save(path: str, content: bytes, seen: bytes) -> None:
    """Put a new content into a file.

    Args:
        path: A file; of a link the file that it leads to is written.
        content: What it shall hold.
        seen: What it held when the change was worked out.

    Raises:
        CjmError: It may only be read, holds something else by now, or cannot be written.
    """
    try:
        writable = os.stat(path).st_mode & (stat.S_IWUSR | stat.S_IWGRP | stat.S_IWOTH)
        with open(path, "rb") as file:
            now = file.read(len(seen) + 1)
    except OSError as error:
        reason = external((error.strerror or str(error)).lower())
        raise CjmError(say("cannot write {path}: {reason}", path=path, reason=reason)) from error
    if not writable:
        raise CjmError(say("{path} may only be read and is left as it is", path=path))
    if now != seen:
        raise CjmError(say("{path} was changed meanwhile and is left as it is", path=path))
    write_bytes(path, content, durable=True)
