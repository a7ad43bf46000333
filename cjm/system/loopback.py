"""The loopback: addresses that only programs of this machine can reach."""

from __future__ import annotations

import socket

HOST = "127.0.0.1"
NAMES = ("localhost", "127.0.0.1", "::1")


def is_loopback(name: str) -> bool:
    """Whether a host name is this machine's own."""
    return name.lower() in NAMES


def listening(port: int, tries: int = 1) -> socket.socket | None:
    """A socket of this machine that listens at a port, or at one of the next.

    Args:
        port: From 0 to 65535; 0 lets the system choose.
        tries: How many ports are tried.

    Returns:
        The socket; None where none of them is free.
    """
    for one in range(port, min(port + tries, 65536)):
        listener = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
        listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            listener.bind((HOST, one))
        except OSError:
            listener.close()
            continue
        listener.listen(128)
        return listener
    return None
