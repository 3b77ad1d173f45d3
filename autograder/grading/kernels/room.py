"""A room of its own for one kernel: no network, a file system with nothing to see, its own /tmp.

Bubblewrap builds it: small, kept by the Flatpak project, in Debian, and without privileges. It can
only start programs, and a warm kernel is forked, not started; so bubblewrap holds the room open
with an idle program and the forked process walks in (`confine.enter`). When the idle program is
killed, the system ends every process in the room, and its /tmp is gone.
"""

from __future__ import annotations

import contextlib
import json
import os
import shutil
import subprocess
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from autograder.errors import TapeworkError
from autograder.isolation.scratch import scratch

# As it is seen inside: /tmp is the room's own.
HOME, WORK, SOCKETS, CONNECTION = "/tmp/home", "/tmp/work", "/tmp/kernel", "/tmp/kernel.json"
SYSTEM = ["/usr", "/lib", "/lib64", "/lib32", "/bin", "/sbin"]
SETTINGS = ["/etc/ld.so.cache", "/etc/ld.so.conf", "/etc/ld.so.conf.d", "/etc/localtime"]
TMP_BYTES, SHARED_BYTES = 256 * 2**20, 64 * 2**20


@dataclass(frozen=True)
class Room:
    """Namespaces that an idle program of bubblewrap's keeps open; `pid` is their first process."""

    holder: subprocess.Popen[bytes]
    pid: int

    def path(self, inside: str) -> str:
        """How this process reaches a path of the room."""
        return f"/proc/{self.pid}/root{inside}"

    def close(self) -> None:
        """Ends every process in the room."""
        with contextlib.suppress(ProcessLookupError):
            os.kill(self.pid, 9)
        self.holder.kill()
        self.holder.wait()
        assert self.holder.stdin and self.holder.stdout
        self.holder.stdin.close()
        self.holder.stdout.close()


@cache
def can_make_rooms() -> bool:
    """Whether bubblewrap is installed, may make namespaces here, and a process may enter them."""
    if sys.platform != "linux" or not shutil.which("bwrap"):
        return False
    try:
        import pyseccomp  # noqa: F401

        room = open_room([])
    except (ImportError, OSError, RuntimeError, TapeworkError):
        return False
    room.close()
    return True


def open_room(shown: Sequence[Path], hidden: Sequence[Path] = ()) -> Room:
    """Builds a room in which Python, the engine and the given paths can be read.

    Args:
        shown: Files and folders that can be read in it, besides the interpreter and its packages.
        hidden: Files that are empty in it.

    Raises:
        TapeworkError: If bubblewrap fails.
    """
    ours, theirs = os.pipe()
    command = [str(shutil.which("bwrap")), *_walls(shown, hidden), "--info-fd", str(theirs), "--"]
    holder = subprocess.Popen(
        [*command, "/bin/sh", "-c", "echo ready; read wait"],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        pass_fds=[theirs],
        env={},
    )
    os.close(theirs)
    with os.fdopen(ours, "rb") as info:
        told = info.read()
    assert holder.stdout and holder.stderr
    ready = holder.stdout.readline()
    if not told or not ready:
        reason = holder.stderr.read().decode("utf-8", "replace").strip()
        holder.kill()
        holder.communicate()
        raise TapeworkError(f"bubblewrap could not build a room: {reason}.")
    holder.stderr.close()
    return Room(holder, int(json.loads(told)["child-pid"]))


def _walls(shown: Sequence[Path], hidden: Sequence[Path]) -> list[str]:
    engine = Path(__file__).parents[2]
    prefixes = {Path(sys.prefix), Path(sys.base_prefix)}
    read = [*SYSTEM, *SETTINGS, *(str(one) for one in prefixes)]
    walls = ["--unshare-user", "--unshare-pid", "--unshare-net", "--unshare-ipc", "--unshare-uts"]
    walls += ["--unshare-cgroup-try", "--die-with-parent", "--cap-drop", "ALL"]
    walls += ["--uid", "65534", "--gid", "65534", "--hostname", "grading", "--new-session"]
    walls += ["--size", str(TMP_BYTES), "--tmpfs", "/tmp", "--dir", HOME]
    for path in read:
        if Path(path).is_symlink():
            walls += ["--symlink", str(Path(path).readlink()), path]
        else:
            walls += ["--ro-bind-try", path, path]
    walls += ["--ro-bind", str(engine), str(engine)]
    for folder in _installed_courses():
        walls += ["--tmpfs", str(folder), "--remount-ro", str(folder)]
    for path in (str(one) for one in hidden):
        walls += ["--ro-bind", _empty_file(), path]
    for path in (str(one) for one in shown):
        walls += ["--ro-bind", path, path]
    walls += ["--proc", "/proc", "--dev", "/dev"]
    walls += ["--size", str(SHARED_BYTES), "--tmpfs", "/dev/shm", "--remount-ro", "/dev"]
    return [*walls, "--remount-ro", "/", "--chdir", "/tmp"]


@cache
def _empty_file() -> str:
    path = Path(scratch(), "empty")
    path.touch(mode=0o444)
    return str(path)


@cache
def _installed_courses() -> tuple[Path, ...]:
    """Folders of full editions that lie where a room would show them."""
    from importlib.util import find_spec

    from autograder.catalogue import course_packages

    found = [find_spec(package) for package in course_packages()]
    folders = [Path(str(one.origin)).parent for one in found if one and one.origin]
    prefixes = [Path(sys.prefix), Path(sys.base_prefix), *map(Path, SYSTEM)]
    return tuple(one for one in folders if any(one.is_relative_to(where) for where in prefixes))
