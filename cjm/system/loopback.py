"""The loopback: addresses that only programs of this machine can reach."""

from __future__ import annotations

import errno
import socket

HOST, HOST6 = "127.0.0.1", "::1"
TRIES = 5
"""How often the system is asked for a port that is free for both."""


def listening(port: int, tries: int = 1) -> tuple[socket.socket, ...]:
    """Sockets of this machine that listen at a port, or at one of the next.

    One for each kind of address that the machine has: browsers that are told `localhost` ask
    `::1` first, where another program could answer.

    Args:
        port: From 0 to 65535; 0 lets the system choose.
        tries: How many ports are tried.

    Returns:
        The sockets, all at one port; none where none of the ports is free.
    """
    for one in range(port, min(port + tries, 65536)) if port else (0,) * TRIES:
        first = _bound(socket.AF_INET, HOST, one)
        if first is None:
            continue
        try:
            second = _bound(socket.AF_INET6, HOST6, first.getsockname()[1])
        except OSError:  # this machine has no such addresses
            return (first,)
        if second is not None:
            return (first, second)
        first.close()
    return ()


def _bound(family: int, host: str, port: int) -> socket.socket | None:
    """A socket that listens there; None where another program does. Raises OSError."""
    listener = socket.socket(family, socket.SOCK_STREAM)
    try:
        listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        if family == socket.AF_INET6:
            listener.setsockopt(socket.IPPROTO_IPV6, socket.IPV6_V6ONLY, 1)
        listener.bind((host, port))
        listener.listen(128)
    except OSError as error:
        listener.close()
        if family == socket.AF_INET or error.errno in (errno.EADDRINUSE, errno.EACCES):
            return None
        raise
    return listener
