"""The folder of a site: only what a report wrote is written over or deleted.

`.cjm-report` at its root names every file with the digest of what was written, a line each; lines
are added before the files are written, so that a run that was cut short loses track of none.
"""

from __future__ import annotations

import os
import stat
from collections.abc import Iterable

from cjm.errors import UsageError
from cjm.i18n import say
from cjm.project.keys import key_of
from cjm.system.atomic import append_text, create_file, write_bytes, write_text
from cjm.system.locks import FolderLock

LEDGER = ".cjm-report"
HEAD = "cjm report 1"
ELSEWHERE = say("move it away, or name another folder with -o")


class Folder:
    """The files of a site below a folder, some of them from an earlier run.

    One run at a time writes into it, perhaps from several processes, each file by one of them.
    """

    def __init__(self, path: str) -> None:
        self.path = path
        self._known = _read(os.path.join(path, LEDGER))
        self._lock = FolderLock()
        self._written: dict[str, str] = {}

    def start(self) -> None:
        """Make the folder and its ledger, before other processes write.

        Raises:
            UsageError: What stands there is no folder, it has no name, or another run writes there.
            CjmError: It cannot be written.
        """
        if not self.path:
            raise UsageError(say("a site needs a folder"), help=say("name one with -o"))
        if os.path.lexists(self.path) and not os.path.isdir(self.path):
            raise UsageError(say("{path} is no folder", path=self.path), help=ELSEWHERE)
        ledger = os.path.join(self.path, LEDGER)
        create_file(ledger, HEAD + "\n")
        if not self._lock.take(self.path):
            raise UsageError(
                say("another cjm report is writing into {path}", path=self.path),
                help=say("wait until it has ended, or name another folder with -o"),
            )
        self._known = _read(ledger)  # which another run may have written meanwhile
        if not self._known:
            write_text(ledger, HEAD + "\n")

    def write(self, name: str, content: bytes) -> tuple[bool, str]:
        """Write a file, unless it is there as it should be; whether it was, and its digest.

        Args:
            name: Its path below the folder, with slashes.
            content: All of it.

        Raises:
            UsageError: Something stands there that no report wrote.
            CjmError: It cannot be written.
        """
        digest = key_of(content).hex()
        self._written[name] = digest
        if self.check(name, digest):
            if digest not in self._known.get(name, ()):
                self._note(name, digest)
            return False, digest
        self._note(name, digest)
        write_bytes(self._at(name), content)
        return True, digest

    def check(self, name: str, digest: str) -> bool:
        """Whether a file is there with that digest already.

        Raises:
            UsageError: Something else stands there that no report wrote.
        """
        there = self._digest(name)
        if there not in (None, digest, *self._known.get(name, ())):
            raise UsageError(
                say(
                    "{path} was not written by cjm report and would be replaced",
                    path=self._in_the_way(name),
                ),
                help=ELSEWHERE,
            )
        return there == digest

    def holds(self, names: Iterable[tuple[str, str]]) -> bool:
        """Whether these files are there with these digests; then they count as written."""
        files = list(names)
        if not all(self._digest(name) == digest for name, digest in files):
            return False
        self._written.update(files)
        return True

    def signature(self, name: str) -> tuple[int, int]:
        """The size of a file and when it was written, in ns; (-1, 0) of all that is no file."""
        try:
            there = os.lstat(self._at(name))
        except OSError:
            return (-1, 0)
        return (there.st_size, there.st_mtime_ns) if stat.S_ISREG(there.st_mode) else (-1, 0)

    def written(self, names: Iterable[tuple[str, str]]) -> None:
        """Note what another process wrote."""
        self._written.update(names)

    def close(self) -> int:
        """Delete what earlier runs wrote and this one did not, and tidy the ledger.

        Returns:
            How many files were deleted. What somebody has changed since is left alone.
        """
        stale = [n for n in self._known if n not in self._written]
        deleted = sum(self._deleted(name) for name in stale)
        lines = [HEAD, *(f"{digest} {name}" for name, digest in sorted(self._written.items()))]
        write_text(os.path.join(self.path, LEDGER), "\n".join(lines) + "\n")
        self.let_go()
        return deleted

    def let_go(self) -> None:
        """Let other runs write here, though this one did not get to its end."""
        self._lock.let_go()

    def _deleted(self, name: str) -> bool:
        if self._digest(name) not in self._known[name]:
            return False
        try:
            os.unlink(self._at(name))
            _remove_empty(os.path.dirname(self._at(name)), self.path)
        except OSError:
            return False
        return True

    def _note(self, name: str, digest: str) -> None:
        append_text(os.path.join(self.path, LEDGER), f"{digest} {name}\n")

    def _at(self, name: str) -> str:
        return os.path.join(self.path, *name.split("/"))

    def _in_the_way(self, name: str) -> str:
        """The file itself, or what above it is no folder of the site."""
        at = self.path
        for part in name.split("/"):
            at = os.path.join(at, part)
            if os.path.lexists(at) and (os.path.islink(at) or not os.path.isdir(at)):
                break
        return at

    def _digest(self, name: str) -> str | None:
        """What is there; None where nothing is. Raises UsageError where it cannot be ours."""
        path = self._at(name)
        root = os.path.realpath(self.path)
        inside = os.path.realpath(path).startswith(os.path.join(root, ""))
        if not inside or (os.path.lexists(path) and not os.path.isfile(path)):
            raise UsageError(
                say(
                    "{path} is a folder or a link and would be replaced",
                    path=self._in_the_way(name),
                ),
                help=ELSEWHERE,
            )
        try:
            with open(path, "rb") as stream:
                return key_of(stream.read()).hex()
        except FileNotFoundError:
            return None
        except OSError:
            return ""  # there is something, of which nothing is known


def _read(ledger: str) -> dict[str, set[str]]:
    """Every file that reports wrote, with the digests that it may have."""
    known: dict[str, set[str]] = {}
    try:
        with open(ledger, encoding="utf-8") as stream:
            head, *lines = stream.read().splitlines()
    except (OSError, ValueError):
        return known
    if head != HEAD:
        return known
    for line in lines:
        digest, _, name = line.partition(" ")
        if name and not os.path.isabs(name) and ".." not in name.split("/"):
            known.setdefault(name, set()).add(digest)
    return known


def _remove_empty(folder: str, root: str) -> None:
    """Remove folders that have become empty, up to the root of the site."""
    while os.path.realpath(folder) != os.path.realpath(root):
        try:
            os.rmdir(folder)
        except OSError:
            return
        folder = os.path.dirname(folder)
