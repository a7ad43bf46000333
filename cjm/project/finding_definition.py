"""Which `data.yaml` holds for a folder: the nearest one upwards that is ours."""

import os
import re

from cjm.errors import UsageError
from cjm.i18n import say
from cjm.project.discovery import reason, shown_path
from cjm.system.reading import read_limited
from cjm.system.repository import leads_out
from cjm.tuples import NamedTuple

DATA_FILE = "data.yaml"
_MARK = re.compile(rb"""^(?:\xef\xbb\xbf)?(?:\{\s*)?["']?cjm-data["']?\s*:""", re.MULTILINE)


class FoundDefinition(NamedTuple):
    """The nearest `data.yaml` of ours, None where there is none; others were `passed` by."""

    file: str | None
    passed: tuple[str, ...] = ()


def find_definition(folder: str) -> FoundDefinition:
    """The nearest `data.yaml` from a folder upwards, not beyond the git root.

    Other tools have a file of that name too: one without `cjm-data` is passed by.

    Raises:
        UsageError: One of them cannot be read, or is a link that leads out of the repository.
    """
    here = os.path.abspath(folder)
    passed: list[str] = []
    while True:
        candidate = os.path.join(here, DATA_FILE)
        if os.path.isfile(candidate):
            if is_ours(candidate):
                return FoundDefinition(candidate, tuple(passed))
            passed.append(candidate)
        parent = os.path.dirname(here)
        if parent == here or os.path.exists(os.path.join(here, ".git")):
            return FoundDefinition(None, tuple(passed))
        here = parent


def is_ours(file: str) -> bool:
    """Whether a `data.yaml` is ours: by the key `cjm-data`, whatever else may be wrong with it."""
    if leads_out(file):
        message = say("{path} leads out of the workspace and is not read", path=shown_path(file))
        raise UsageError(message, help=say("name it with --data, or put it into the repository"))
    return _MARK.search(content_of(file)) is not None


def content_of(file: str) -> bytes:
    """What a file of definitions holds.

    Raises:
        UsageError: It cannot be read.
    """
    try:
        return read_limited(file)
    except OSError as error:
        message = say("{path}: {reason}", path=shown_path(file), reason=reason(error))
        raise UsageError(message) from error


def no_definition(found: FoundDefinition) -> UsageError:
    """What is said where a `data.yaml` is needed and there is none."""
    if found.passed:
        path = shown_path(found.passed[0])
        help = say("{path} was passed by: it has no cjm-data: 1", path=path)
    else:
        help = say("name one with --data, or columns by options")
    return UsageError(say("there is no data.yaml here or above"), help=help)
