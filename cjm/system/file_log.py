"""File log: the commits that changed some files, and what they made of them, in a git command each.

The line of first parents is followed: what a branch held along its way is what it was merged as.
"""

from __future__ import annotations

import os
import re
from collections.abc import Iterable, Iterator

from cjm.system.git import Git
from cjm.tuples import NamedTuple

_START, _PART = "\x01", "\x02"
_FORMAT = f"--format=%x01{'%x02'.join(('%H', '%cI', '%aI', '%s'))}"
_STEADY = (
    "--first-parent", "-m", "--raw", "--no-abbrev", "-z", "--no-color", "--no-show-signature",
    "--no-ext-diff", "--no-textconv", "--ignore-submodules", "--encoding=UTF-8",
)  # fmt: skip
"""Whatever a user's settings say. `--raw` is `--name-status` with the objects, so that equal ones
need not be read twice."""
_SIGNS = re.compile(r"([*?\[\\])")
"""What a pattern of git's means something by."""
_FILE = "100"
"""How git's mode of a file begins; a link's or a submodule's does not."""


class FileChange(NamedTuple):
    """What a commit made of a file: its object, None where it is gone or no file; and its old path,
    where it was renamed.
    """

    path: str
    object: str | None
    before: str | None = None


class Commit(NamedTuple):
    """A commit and the files that it changed. Times are ISO 8601, as the committer's and the
    author's clocks had them.
    """

    id: str
    time: str
    author_time: str
    subject: str
    changes: tuple[FileChange, ...]


def followed(git: Git, path: str) -> list[Commit]:
    """The commits that changed a file, over renames, the newest first; none where git knows none.

    `git` stands in the repository's root, to which paths are relative, with `/`.
    """
    return list(_commits(git, "--follow", "--find-renames", "--", _literal(path)))


def changes_of(git: Git, paths: Iterable[str], beside: dict[str, str]) -> list[Commit]:
    """The commits that changed one of some files, the newest first; renames are not looked for.

    Args:
        git: In the repository's root.
        paths: The files.
        beside: Folders, and how the names of files in them end that are meant too.
    """
    inside = (f":(glob){_escaped(folder)}*{ending}" for folder, ending in beside.items())
    return list(_commits(git, "--no-renames", "--", *map(_literal, paths), *inside))


def _literal(path: str) -> str:
    return f":(literal){path}"


def _escaped(folder: str) -> str:
    return _SIGNS.sub(r"\\\1", f"{folder}/" if folder else "")


def _commits(git: Git, *arguments: str) -> Iterator[Commit]:
    text = os.fsdecode(git.output("log", *_STEADY, _FORMAT, *arguments))
    for part in f"\0{text}".split(f"\0{_START}")[1:]:
        head, _, rest = part.partition("\0")
        id, time, author_time, subject = head.split(_PART, 3)
        yield Commit(id, time, author_time, subject, tuple(_changes(rest.split("\0"))))


def _changes(tokens: list[str]) -> Iterator[FileChange]:
    """The files in what `--raw -z` prints: `:modes objects status`, and a path, of renames two."""
    given = iter(tokens)
    for token in given:
        if not token.lstrip("\n").startswith(":"):
            continue  # the end of a commit
        _, mode, _, object, status = token.split(" ")
        path = next(given)
        before = None
        if status[0] in "RC":
            before, path = path, next(given)
        there = status[0] != "D" and mode.startswith(_FILE)
        yield FileChange(path, object if there else None, before)
