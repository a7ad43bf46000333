"""Keys: what is kept in the cache is found again by all that it depends on."""

from __future__ import annotations

import os
import sys
from functools import cache
from typing import Any

from cjm.i18n.choice import default_language
from cjm.version import __version__

try:  # hashlib loads all of OpenSSL first, which takes longer than a check of a known file
    from _blake2 import blake2b
except ImportError:
    from hashlib import blake2b


def key_of(*parts: str | bytes) -> bytes:
    """The key of what depends on these parts, in this order."""
    digest: Any = blake2b(digest_size=20)
    for part in parts:
        content = part.encode("utf-8", "surrogatepass") if isinstance(part, str) else part
        digest.update(b"%d:" % len(content))
        digest.update(content)
    return bytes(digest.digest())


def build() -> str:
    """This very cjm: its version, its Python, its language, when its newest module was written.

    The last is for those who work on cjm itself. It stays what it was: a process that runs for long
    has the modules of its beginning.
    """
    return f"{__version__} {sys.version} {default_language()} {_newest()}"


@cache
def _newest() -> int:
    """When the newest module was written: the archive, where all of them lie in one."""
    archive = getattr(__spec__.loader, "archive", None)
    if archive is not None:
        return os.stat(archive).st_mtime_ns
    newest, folders = 0, list(sys.modules["cjm"].__path__)
    while folders:
        with os.scandir(folders.pop()) as entries:
            for entry in entries:
                if entry.name.endswith(".py"):
                    newest = max(newest, entry.stat().st_mtime_ns)
                elif entry.is_dir() and entry.name != "__pycache__":
                    folders.append(entry.path)
    return newest
