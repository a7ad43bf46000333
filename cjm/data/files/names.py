"""Names: which files a source names, and which of their columns."""

import glob
import os
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path

from cjm.errors import CjmError
from cjm.format.suggestions import nearest
from cjm.i18n import Message, say
from cjm.project.discovery import shown_path
from cjm.tuples import NamedTuple

SHOWN = 30
"""So many columns are listed."""


class DataFile(NamedTuple):
    """A file of a source, and how messages call it."""

    path: Path
    shown: str


def files_of(named: str, folder: str) -> list[DataFile]:
    """The files that `file` names, in the order of their names.

    Args:
        named: A path, or a glob; relative to `folder`.
        folder: That of the definition.

    Raises:
        CjmError: there is none, or it is a folder.
    """
    path = os.path.join(folder, os.path.expanduser(named))
    if glob.has_magic(named) and not os.path.exists(path):
        found = sorted(name for name in glob.glob(path, recursive=True) if os.path.isfile(name))
        if not found:
            raise CjmError(say("no file matches {path}", path=shown_path(path)))
        return [DataFile(Path(name), shown_path(name)) for name in found]
    shown = shown_path(path)
    if os.path.isdir(path):
        raise CjmError(
            say("{path} is a folder", path=shown),
            help=say("name its files: {path}/*.csv", path=named.rstrip("/")),
        )
    if not os.path.exists(path):
        raise CjmError(say("there is no file {path}", path=shown), help=_beside(path))
    return [DataFile(Path(path), shown)]


def _beside(path: str) -> Message | None:
    """The file in the same folder that was probably meant."""
    folder, name = os.path.split(path)
    try:
        there = sorted(os.listdir(folder or "."))
    except OSError:
        return None
    meant = nearest(name, there)
    return meant.help if meant else None


def column_names(header: Sequence[str]) -> tuple[str, ...]:
    """What columns are called: as the header says, by their number where it says nothing."""
    return tuple(name.strip() or str(number) for number, name in enumerate(header, 1))


def engine_names(columns: Sequence[str]) -> tuple[str, ...]:
    """Names for an engine to which `a` and `A` are one: later ones get a number."""
    taken: set[str] = set()
    names = []
    for column in columns:
        name, number = column, 2
        while name.lower() in taken:
            name, number = f"{column}_{number}", number + 1
        taken.add(name.lower())
        names.append(name)
    return tuple(names)


def check_columns(
    shown: str, columns: Sequence[str], wanted: Mapping[str, str], help: Message | None = None
) -> None:
    """Say which of the columns that a definition names a file lacks, or has twice.

    Args:
        shown: How messages call the file.
        columns: The columns there are.
        wanted: The columns that are named, and the key of `data.yaml` that names each.
        help: What is more probable than a slip, if something is.

    Raises:
        CjmError: one is missing, or there more than once.
    """
    counts = Counter(columns)
    for name in wanted:
        if counts[name] > 1:
            raise CjmError(
                say("{file} has {n} columns {name!r}", file=shown, n=counts[name], name=name),
                help=say("give one of them another name"),
            )
    for name in missing_of(columns, wanted):
        raise CjmError(
            say("{file} has no column {name!r} ({key})", file=shown, name=name, key=wanted[name]),
            help=help or those_there(name, columns),
        )


def missing_of(columns: Iterable[str], wanted: Iterable[str]) -> list[str]:
    """The wanted columns that are not there."""
    there = set(columns)
    return [name for name in wanted if name not in there]


def those_there(name: str, there: Sequence[str]) -> Message:
    """What a name that is not there was probably meant to be, and what is there."""
    listed = ", ".join(there[:SHOWN]) + (", …" if len(there) > SHOWN else "")
    if meant := nearest(name, there):
        return say("{meant} there are: {columns}", meant=meant.help, columns=listed)
    return say("there are: {columns}", columns=listed)
