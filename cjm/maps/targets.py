"""Targets: in which file the map of each journey goes, and which files are left alone."""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Iterable, Sequence

from cjm.errors import UsageError
from cjm.i18n import say
from cjm.names import ENDINGS
from cjm.project.documents import Document

STDOUT = "-"
NOT_DRAWN = ("jpg", "jpeg", "gif", "htm", "webp", "bmp", "tif", "tiff", "eps", "ps", "md", "txt")
"""Endings of files that somebody may wish for; any other name is a folder's."""
FOLDER = "build"
"""Where maps go by default."""


def targets_of(
    documents: Sequence[Document], output: str | None, format: str | None
) -> tuple[str, ...]:
    """Where the map of each journey goes.

    Args:
        documents: The journeys.
        output: A file for a single map, a folder, `-` for standard output; by default FOLDER.
        format: What counts where the ending of a file does not.

    Raises:
        UsageError: two maps would go to one place, a map would replace what is read, the file's
            ending and the format disagree, or there cannot be a folder.
    """
    names = [_name(document) for document in documents]
    if output == STDOUT or (output and ending_of(output) in ENDINGS):
        if len(names) > 1:
            message = say("{count} maps do not fit into one file", count=len(names))
            raise UsageError(message, help=say("name a folder"))
        _agree(output, format)
        targets = (output,) * len(names)
    else:
        folder = _folder(output)
        ending = next(e for e, f in ENDINGS.items() if f == (format or "svg"))
        targets = tuple(os.path.join(folder, f"{name}.{ending}") for name in names)
    _check_apart(documents, targets)
    return targets


def ending_of(name: str) -> str:
    """The ending of a file's name, in lower case and without its dot."""
    return os.path.splitext(name)[1][1:].lower()


def _folder(output: str | None) -> str:
    """The folder that maps go to."""
    if not output:
        return FOLDER
    if ending_of(output) in NOT_DRAWN:
        raise UsageError(
            say("no map can be drawn as {path}", path=output),
            help=say("endings: {known}", known=", ".join(f".{ending}" for ending in ENDINGS)),
        )
    if os.path.isfile(output):
        raise UsageError(
            say("{path} is a file, and no map by its ending", path=output),
            help=say("endings: {known}", known=", ".join(f".{ending}" for ending in ENDINGS)),
        )
    if os.path.exists(output) and not os.path.isdir(output):
        raise UsageError(
            say("{path} is no folder", path=output), help=say("standard output is -o -")
        )
    return output


def _check_apart(documents: Sequence[Document], targets: Iterable[str]) -> None:
    """Raises UsageError where a map would replace another one, or a file that is read."""
    read = {document.real for document in documents}
    read |= {os.path.realpath(d.workspace.file) for d in documents if d.workspace.file is not None}
    for target, times in Counter(targets).items():
        if times > 1:
            raise UsageError(
                say("two journeys would be drawn to {path}", path=target),
                help=say("draw them apart: -o"),
            )
        if os.path.realpath(target) in read:
            raise UsageError(
                say("{path} is read here and would be replaced", path=target),
                help=say("name another file with -o"),
            )


def _name(document: Document) -> str:
    """A map's name: its file's, with the folders between it and the path that was given."""
    path = document.path
    if path == STDOUT:
        return "journey"
    inside = os.path.relpath(document.file, path) if os.path.isdir(path) else None
    return os.path.splitext(inside or os.path.basename(document.file))[0]


def _agree(output: str, format: str | None) -> None:
    """Raises UsageError where a file's ending says one format, and the option another."""
    said = ENDINGS.get(ending_of(output))
    if format and said and said != format:
        ending = next(e for e, f in ENDINGS.items() if f == format)
        other = f"{os.path.splitext(output)[0]}.{ending}"
        raise UsageError(
            say(
                "{path} ends like {said}, but --format says {format}",
                path=output,
                said=said,
                format=format,
            ),
            help=say("leave --format out, or name it {other}", other=other),
        )
