"""Standard output and standard error, whatever state they are in."""

from __future__ import annotations

import codecs
import os
import sys
from typing import Any, TextIO, cast

from cjm.i18n.plainer import plainly


class LossyStream:
    """A stream that may be written to in vain: a full disk or a reader who left stops nobody.

    For standard error: what could not be told there, the exit code still tells.
    """

    def __init__(self, stream: TextIO) -> None:
        self._stream = stream

    def write(self, text: str) -> int:
        """Write what can be written."""
        try:
            return self._stream.write(text)
        except OSError:
            return len(text)

    def flush(self) -> None:
        """Hand on what can be handed on."""
        try:
            self._stream.flush()
        except OSError:
            return

    def __getattr__(self, name: str) -> Any:
        return getattr(self._stream, name)


def open_streams() -> None:
    """Make both fit to be written to.

    Where a stream is closed (`>&-`), Python has None in its place; what an encoding lacks is
    written plainer, else as an escape.
    """
    codecs.register_error("plainly", plainly)
    for name in ("stdout", "stderr"):
        stream = getattr(sys, name) or open(os.devnull, "w", encoding="utf-8")  # noqa: SIM115
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="plainly")
        setattr(sys, name, stream)
    if not isinstance(sys.stderr, LossyStream):
        sys.stderr = cast(TextIO, LossyStream(sys.stderr))


def drop_output() -> None:
    """Let nothing more reach standard output, at Python's own end neither."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
