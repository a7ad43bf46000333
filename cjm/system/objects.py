"""Objects: contents that git keeps, many at once."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from cjm.errors import CjmError
from cjm.i18n import say
from cjm.i18n.characters import clipped
from cjm.system.git import Git
from cjm.system.reading import MAX_BYTES


def read_objects(git: Git, objects: Collection[str], revision: str) -> dict[str, bytes]:
    """The contents of objects by their names; those larger than a journey may be are left out.

    Raises CjmError, which names the `revision` they are of, where a clone does not have all.
    """
    asked = "".join(f"{object}\n" for object in objects).encode("ascii")
    sizes = git.output("cat-file", "--batch-check", content=asked).decode("ascii")
    fitting = []
    for line in sizes.splitlines():
        object, kind, *size = line.split(" ")
        if kind == "missing":
            raise _incomplete(revision)
        if int(size[0]) <= MAX_BYTES:
            fitting.append(object)
    asked = "".join(f"{object}\n" for object in fitting).encode("ascii")
    return dict(_contents(git.output("cat-file", "--batch", content=asked)))


def _incomplete(revision: str) -> CjmError:
    return CjmError(
        say("git does not have all files of {revision!r} here", revision=clipped(revision, 200)),
        help=say("fetch them: git fetch --refetch --no-filter"),
    )


def _contents(batch: bytes) -> Iterator[tuple[str, bytes]]:
    """The objects in what `git cat-file --batch` prints: a line with the size, then so much."""
    at = 0
    while at < len(batch):
        end = batch.index(b"\n", at)
        object, _, size = batch[at:end].decode("ascii").split(" ")
        at = end + 1 + int(size)
        yield object, batch[end + 1 : at]
        at += 1
