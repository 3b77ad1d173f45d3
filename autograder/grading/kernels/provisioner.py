"""Jupyter's kernel provisioner "tapework-warm": kernels from a fork server, ready in a moment.

It is chosen by a kernel's specification, or for all kernels by Jupyter's own setting
`KernelProvisionerFactory.default_provisioner_name` (environment: JUPYTER_DEFAULT_PROVISIONER_NAME).
"""

from __future__ import annotations

import asyncio
import contextlib
import os
import sys
import time
from pathlib import Path
from typing import Any

from jupyter_client.provisioning import LocalProvisioner
from traitlets import Bool, Dict, List, Unicode

from autograder.errors import TapeworkError
from autograder.grading.kernels.client import ForkedKernel, server_for
from autograder.grading.kernels.room import HOME, SOCKETS, Room, open_room
from autograder.isolation.sandbox import ENVIRONMENT

MODULE = "ipykernel_launcher"
END_SECONDS = 5.0


class WarmProvisioner(LocalProvisioner):  # type: ignore[misc]
    """Forks Python kernels from a warm process; starts all others, and elsewhere, as usual."""

    sandboxed = Bool(False, help="Whether every kernel gets a room of its own.").tag(config=True)
    edition = Unicode("", help="A folder with the course's package that kernels see.").tag(
        config=True
    )
    asking = Dict(help="What the kernel is to be ready to ask.").tag(config=True)
    shown: Any = List(help="Paths that can be read in the room.").tag(config=True)
    hidden: Any = List(help="Files that are empty in the room.").tag(config=True)

    room: Room | None = None

    @property
    def warm(self) -> bool:
        """Whether the kernel was forked, rather than started as usual."""
        return isinstance(self.process, ForkedKernel)

    async def pre_launch(self, **kwargs: Any) -> dict[str, Any]:
        """Opens the room first: the kernel's sockets lie inside it."""
        if self.sandboxed:
            self.room = open_room(
                [Path(one) for one in [*self.shown, self.edition] if one],
                [Path(one) for one in self.hidden],
            )
            manager = self.parent
            manager.transport = "ipc"
            manager.ip = self.room.path(SOCKETS)
            manager.cache_ports = False
        launch: dict[str, Any] = await super().pre_launch(**kwargs)
        return launch

    async def launch_kernel(self, cmd: list[str], **kwargs: Any) -> Any:
        """Forks the kernel where it is this interpreter's own, otherwise starts it."""
        given = {**(kwargs.get("env") or os.environ), **ENVIRONMENT}
        if self.asking:
            given["TAPEWORK_GRADING"] = "1"
        if not self._can_fork(cmd):
            self.log.warning("An ordinary kernel is started: warm ones need Linux and ipykernel.")
            if self.edition:
                given["PYTHONPATH"] = self.edition
            return await super().launch_kernel(cmd, **{**kwargs, "env": given})
        file = cmd[cmd.index("-f") + 1]
        request = {
            "connection_file": file,
            "arguments": _arguments(cmd),
            "cwd": str(kwargs.get("cwd") or Path.cwd()),
            "env": _room_environment() if self.room else given,
            "room": self.room.pid if self.room else 0,
            "asking": self.asking,
        }
        server = server_for(Path(self.edition) if self.edition else None)
        try:
            self.process = server.fork(request)
        except TapeworkError:
            self._close_room()
            raise
        self.pid = self.process.pid
        # The kernel leads a process group of its own.
        self.pgid = self.pid
        self.cwd = kwargs.get("cwd", Path.cwd())
        return self.connection_info

    async def kill(self, restart: bool = False) -> None:
        """Ends the kernel, and its room with all that is in it; returns when it is gone."""
        await super().kill(restart=restart)
        self._close_room()
        # jupyter_client looks for its end only every tenth of a second.
        until = time.monotonic() + END_SECONDS
        while self.warm and self.process.poll() is None and time.monotonic() < until:
            await asyncio.sleep(0.002)

    async def cleanup(self, restart: bool = False) -> None:
        """Leaves nothing of the kernel behind."""
        self._close_room()
        await super().cleanup(restart=restart)

    def _can_fork(self, cmd: list[str]) -> bool:
        ours = {sys.executable, "python", "python3", f"python3.{sys.version_info[1]}"}
        return sys.platform == "linux" and cmd[0] in ours and MODULE in cmd and "-f" in cmd

    def _close_room(self) -> None:
        room, self.room = self.room, None
        if room:
            with contextlib.suppress(OSError):
                room.close()


def _arguments(cmd: list[str]) -> list[str]:
    """What follows ipykernel's name in the command, but for the connection file."""
    rest = cmd[cmd.index(MODULE) + 1 :]
    place = rest.index("-f")
    return rest[:place] + rest[place + 2 :]


def _room_environment() -> dict[str, str]:
    return {
        **ENVIRONMENT,
        "HOME": HOME,
        "TMPDIR": "/tmp",
        "PATH": "/usr/bin:/bin",
        "LANG": "C.UTF-8",
        "MPLBACKEND": "module://matplotlib_inline.backend_inline",
        "MPLCONFIGDIR": f"{HOME}/matplotlib",
        "PYTHONDONTWRITEBYTECODE": "1",
        "TAPEWORK_GRADING": "1",
    }
