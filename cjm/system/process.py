"""Running another program: within a time limit, and never longer than this process lives."""

from __future__ import annotations

import os
import subprocess
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager

TimeoutExpired = subprocess.TimeoutExpired
Completed = subprocess.CompletedProcess[bytes]


def run(
    command: Sequence[str],
    *,
    content: bytes = b"",
    time_limit: float,
    environment: Mapping[str, str] | None = None,
) -> Completed:
    """A finished program, whatever came of it, with what it wrote.

    Args:
        command: the program and its arguments; no shell sees them.
        content: its standard input.
        time_limit: seconds; a program that takes longer is killed.
        environment: its variables; by default ours.

    Returns:
        Its exit code, standard output and standard error.

    Raises:
        TimeoutExpired: it did not finish in time.
        OSError: it could not be started.
    """
    with _lifeline() as line:
        process = subprocess.Popen(
            command,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            env=environment,
            pass_fds=[] if line is None else [line],
        )
        with process:
            if line is not None:
                _end_by(line, process.pid)
            try:
                out, err = process.communicate(content, timeout=time_limit)
            except BaseException:
                process.kill()
                raise
    return subprocess.CompletedProcess(command, process.returncode, out, err)


@contextmanager
def _lifeline() -> Iterator[int | None]:
    """The reading end of a pipe whose other end this process alone holds; None without pipes.

    However this process ends, the system closes that end.
    """
    if os.name != "posix":
        yield None
        return
    ours, theirs = os.pipe()
    try:
        yield ours
    finally:
        os.close(ours)
        os.close(theirs)


def _end_by(line: int, pid: int) -> None:
    """Let the system send a process SIGIO, which ends it, when the other end of a pipe closes.

    Nothing else reaches a program that only computes: no thread of ours looks after it when we
    were killed, and a handler between fork and exec would slow down every start.
    """
    import fcntl

    if hasattr(fcntl, "F_SETOWN"):
        fcntl.fcntl(line, fcntl.F_SETOWN, pid)
        fcntl.fcntl(line, fcntl.F_SETFL, os.O_ASYNC)
