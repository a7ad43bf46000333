"""The input of a conversion: a file or standard input, of a bounded size."""

from __future__ import annotations

from cjm.errors import UsageError
from cjm.exchange.texts import MAX_BYTES
from cjm.i18n import say
from cjm.project.discovery import STDIN, reason, shown_path
from cjm.system.reading import read_start, read_stdin


def read_input(path: str) -> tuple[bytes, str]:
    """The content of a file, at most a byte more than may be read, and its name in findings.

    Raises UsageError where it cannot be read. `-` is standard input.
    """
    try:
        if path == "-":
            return read_stdin(MAX_BYTES + 1), STDIN
        return read_start(path, MAX_BYTES + 1), shown_path(path)
    except OSError as error:
        raise UsageError(say("{path}: {reason}", path=path, reason=reason(error))) from error
    except ValueError as error:  # a path with a zero byte
        raise UsageError(say("{name!r} cannot be a path", name=path)) from error
