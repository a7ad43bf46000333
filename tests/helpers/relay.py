"""A relay before a server: it cuts the wires of who listens, or leads to another server."""

from __future__ import annotations

import socket
import threading
from collections.abc import Iterator
from contextlib import contextmanager, suppress

MOST = 65536


class Relay:
    """Passes on what browsers and a server at `target` send; `port` is where browsers ask.

    While it `holds` a text, whoever sends that is cut off.
    """

    def __init__(self, target: int) -> None:
        self.target = target
        self.holds: bytes | None = None
        self._listener = socket.create_server(("127.0.0.1", 0))
        self.port: int = self._listener.getsockname()[1]
        self._wires: list[socket.socket] = []
        threading.Thread(target=self._accept, daemon=True).start()

    def cut(self) -> None:
        """End every connection there is."""
        for wire in self._wires:
            with suppress(OSError):
                wire.shutdown(socket.SHUT_RDWR)
        self._wires.clear()

    def close(self) -> None:
        """Listen no more."""
        with suppress(OSError):
            self._listener.shutdown(socket.SHUT_RDWR)
        self._listener.close()
        self.cut()

    def _accept(self) -> None:
        with suppress(OSError):  # it was closed
            while True:
                near = self._listener.accept()[0]
                far = socket.create_connection(("127.0.0.1", self.target))
                self._wires += (near, far)
                for ends in ((near, far), (far, near)):
                    threading.Thread(target=self._pass, args=ends, daemon=True).start()

    def _pass(self, source: socket.socket, sink: socket.socket) -> None:
        asked, served = (f"localhost:{port}".encode() for port in (self.port, self.target))
        with suppress(OSError):
            while data := source.recv(MOST):
                if self.holds and self.holds in data:
                    break
                sink.sendall(data.replace(asked, served))  # it answers to its own port only
        for end in (source, sink):
            with suppress(OSError):
                end.shutdown(socket.SHUT_RDWR)


@contextmanager
def relayed(target: int) -> Iterator[Relay]:
    """A relay to a server's port."""
    relay = Relay(target)
    try:
        yield relay
    finally:
        relay.close()
