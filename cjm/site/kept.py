"""What earlier runs built: files that are there as they were written need not be built again."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence

from cjm.project.cache import Cache
from cjm.site.folder import Folder

Files = tuple[tuple[str, str], ...]
"""Files below the site, each with the digest of what it holds."""


class Kept:
    """Files by all that they depend on.

    A file whose size and time are as they were is not read again, as git has it; any other is held
    against its digest.
    """

    def __init__(self, folder: Folder, cache: Cache) -> None:
        self._folder, self._cache = folder, cache

    def get(self, keys: Sequence[bytes]) -> list[Files | None]:
        """What was built under each key; None where some of it is missing, or somebody changed it.

        What is there counts as written.
        """
        known = self._cache.get(keys)
        return [self._found(key, known.get(key)) for key in keys]

    def put(self, built: Iterable[tuple[bytes, Files]]) -> None:
        """Remember what was built under some keys."""
        self._cache.put({key: json.dumps(self._signed(files)).encode() for key, files in built})

    def _found(self, key: bytes, content: bytes | None) -> Files | None:
        if content is None:
            return None
        signed = json.loads(content)
        files: Files = tuple((name, digest) for name, digest, *_ in signed)
        if all(self._folder.signature(name) == tuple(sign) for name, _, *sign in signed):
            self._folder.written(files)
        elif self._folder.holds(files):
            self.put([(key, files)])
        else:
            return None
        return files

    def _signed(self, files: Files) -> list[tuple[str, str, int, int]]:
        return [(name, digest, *self._folder.signature(name)) for name, digest in files]
