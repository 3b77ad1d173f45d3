"""Servers on localhost and behind UNIX sockets that nobody should ever knock at."""

from __future__ import annotations

import contextlib
import socket
import threading
from pathlib import Path


class Doors:
    """Listens until it is closed, and notes whoever came.

    Args:
        path: Where to put the socket file; a short path.
        name: The name of the abstract socket.
    """

    def __init__(self, path: Path, name: str) -> None:
        self.path, self.visitors = path, list[str]()
        by_port = socket.create_server(("127.0.0.1", 0))
        self.port = int(by_port.getsockname()[1])
        by_path, by_name = socket.socket(socket.AF_UNIX), socket.socket(socket.AF_UNIX)
        by_path.bind(str(path))
        by_name.bind(f"\0{name}")
        self._doors = {"a port": by_port, "a socket file": by_path, "an abstract socket": by_name}
        for kind, door in self._doors.items():
            door.listen()
            threading.Thread(target=self._watch, args=(kind, door), daemon=True).start()

    def _watch(self, kind: str, door: socket.socket) -> None:
        with contextlib.suppress(OSError):
            while True:
                visitor, _ = door.accept()
                visitor.settimeout(2)
                with visitor, contextlib.suppress(OSError):
                    self.visitors.append(f"{kind}: {visitor.recv(200).decode('latin1')}")

    def close(self) -> None:
        """Stops listening."""
        for door in self._doors.values():
            with contextlib.suppress(OSError):
                door.shutdown(socket.SHUT_RDWR)
            door.close()
