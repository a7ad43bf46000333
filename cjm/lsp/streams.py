"""The two streams that an editor and its server speak over."""

from __future__ import annotations

import os
import sys
from typing import BinaryIO

from cjm.errors import CjmError
from cjm.i18n import say

MOST_BYTES = 64_000_000
"""Of one message; the largest text that is read is far smaller."""


class Input:
    """Standard input, which makes no room for a message that is longer than any can be."""

    def __init__(self, stream: BinaryIO) -> None:
        self._stream = stream

    def readline(self) -> bytes:
        """A line of a message's head."""
        return self._stream.readline()

    def read(self, size: int) -> bytes:
        """So many bytes. Raises CjmError where they are too many."""
        if size > MOST_BYTES:
            told = say("the editor announced a message of {n} bytes", n=size)
            raise CjmError(told, say("at most {n} are read", n=MOST_BYTES))
        return self._stream.read(size)


def own_output() -> BinaryIO:
    """Standard output for the protocol alone: what anything else prints goes to standard error."""
    output = os.fdopen(os.dup(sys.stdout.fileno()), "wb")
    os.dup2(sys.stderr.fileno(), sys.stdout.fileno())
    return output
