"""Writing files so that nothing of the user's is lost: to a temporary name, then renamed."""

from __future__ import annotations

import os
from collections.abc import Iterable

from cjm.errors import CjmError
from cjm.i18n import external, say


def write_text(path: str, text: str) -> None:
    """Write a text file as UTF-8. Raises CjmError where that is not possible.

    What is not Unicode (a file name may not be) is written as an escape, as JSON has it.
    """
    write_parts(path, [text.encode("utf-8", "backslashreplace")])


def append_text(path: str, text: str) -> None:
    """Add to the end of a text file, as UTF-8. Raises CjmError where that is not possible."""
    try:
        with open(path, "ab") as stream:
            stream.write(text.encode("utf-8", "backslashreplace"))
    except OSError as error:
        raise _cannot_write(path, error) from error


def write_bytes(path: str, content: bytes, durable: bool = False) -> None:
    """Write a file whole or not at all; folders that are missing are made. Raises CjmError.

    Where `durable`, it is on the disk when this returns, though the power fails then.
    """
    write_parts(path, [content], durable)


def create_file(path: str, text: str) -> bool:
    """Write a text file that is not there yet, and the folders that it lacks, as UTF-8.

    False where there is something of that name already, a link that leads nowhere too: it stays as
    it is, whoever else may be writing at the same moment. Raises CjmError.
    """
    flags = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0)
    try:
        os.makedirs(os.path.dirname(path) or ".", exist_ok=True)
        try:
            handle = os.open(path, flags, 0o666)
        except FileExistsError:
            return False
        try:
            with os.fdopen(handle, "wb") as stream:
                stream.write(text.encode("utf-8", "backslashreplace"))
        except BaseException:
            os.unlink(path)
            raise
    except OSError as error:
        raise _cannot_write(path, error) from error
    return True


def write_parts(path: str, parts: Iterable[bytes], durable: bool = False) -> None:
    """The same of content that comes in parts, and need not all be in memory."""
    if not path:
        raise CjmError(say("a file without a name cannot be written"))
    folder = os.path.dirname(path) or "."
    try:
        os.makedirs(folder, exist_ok=True)
        if os.path.exists(path) and not os.path.isfile(path):
            with open(path, "wb") as stream:  # /dev/stdout and its like cannot be renamed to
                stream.writelines(parts)
            return
        _replace(path, folder, parts, durable)
    except OSError as error:
        raise _cannot_write(path, error) from error


def _cannot_write(path: str, error: OSError) -> CjmError:
    if in_the_way := _in_the_way(path):
        return CjmError(say("cannot write {path}: {file} is no folder", path=path, file=in_the_way))
    reason = external((error.strerror or str(error)).lower())
    return CjmError(say("cannot write {path}: {reason}", path=path, reason=reason))


def _in_the_way(path: str) -> str | None:
    """What should be a folder above a path and is none; None where that is not what is wrong."""
    above = os.path.dirname(path)
    while above and not os.path.lexists(above) and os.path.dirname(above) != above:
        above = os.path.dirname(above)
    return above if above and os.path.lexists(above) and not os.path.isdir(above) else None


def _replace(path: str, folder: str, parts: Iterable[bytes], durable: bool) -> None:
    target = os.path.realpath(path)
    handle, temporary = _new_file(os.path.dirname(target) or folder)
    try:
        with os.fdopen(handle, "wb") as stream:
            stream.writelines(parts)
            if durable:
                stream.flush()
                os.fsync(stream.fileno())
        os.chmod(temporary, _mode(target))
        os.replace(temporary, target)
    except BaseException:
        os.unlink(temporary)
        raise


def _new_file(folder: str) -> tuple[int, str]:
    """A new file of its own name, opened for writing. `tempfile` would import a dozen modules."""
    while True:
        path = os.path.join(folder, f".cjm-{os.urandom(6).hex()}")
        try:
            flags = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0)
            return os.open(path, flags, 0o600), path
        except FileExistsError:
            continue


def _mode(path: str) -> int:
    """The mode of the file that is replaced, else what the user's mask gives a new one."""
    if os.path.exists(path):
        return os.stat(path).st_mode & 0o777
    mask = os.umask(0)
    os.umask(mask)
    return 0o666 & ~mask
