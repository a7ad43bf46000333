"""The border: a `data.yaml` names files of its own repository, whoever wrote it."""

import os

from cjm.data.definition import Definition, Source
from cjm.data.files.names import files_of
from cjm.errors import UsageError
from cjm.i18n import say
from cjm.project.discovery import shown_path
from cjm.system.repository import within


def lies_within(path: str | os.PathLike[str], definition: Definition) -> bool:
    """Whether a file may be read: it lies within the border, links followed, or others may too."""
    return definition.outside or _is_inside(path, definition)


def hold_to_border(source: Source, definition: Definition) -> bool:
    """Whether a source has files beyond the border, where those may be read.

    Raises:
        UsageError: It has, and they may not.
    """
    if not source.rows.file:
        return False
    for file in files_of(source.rows.file, definition.folder):
        if _is_inside(file.path, definition):
            continue
        if not definition.outside:
            raise beyond(os.fspath(file.path))
        return True
    return False


def beyond(path: str) -> UsageError:
    """What is said of a file that lies beyond the border."""
    message = say("{path} leads out of the workspace and is not read", path=shown_path(path))
    return UsageError(message, help=say("read it all the same: --allow-outside"))


def _is_inside(path: str | os.PathLike[str], definition: Definition) -> bool:
    return definition.border is None or within(os.path.realpath(path), definition.border)
