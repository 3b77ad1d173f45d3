"""The process that kernels are forked from. It imports TensorFlow, never uses it, runs no notebook.

Requests come as lines of JSON on standard input, answers go out as lines on standard output: for
every kernel its process id, later its exit status. It ends with the process that started it.
"""

from __future__ import annotations

import contextlib
import gc
import json
import os
import selectors
import signal
import sys
import traceback
from importlib import import_module
from pathlib import Path
from typing import Any

# What every kernel has at once, because it is imported here.
AHEAD = [
    "autograder.isolation.preload",
    "autograder.grading.kernels.kernel",
    "ipykernel.debugger",
    "IPython.core.completerlib",
    "IPython.core.interactiveshell",
    "IPython.extensions.storemagic",
    "matplotlib.pyplot",
    "matplotlib_inline.backend_inline",
    "sqlite3",
    "tornado.platform.asyncio",
]


def main() -> None:
    """Imports what kernels share, then forks one for every request."""
    replies = os.dup(1)
    nowhere = os.open(os.devnull, os.O_RDWR)
    os.dup2(nowhere, 1)
    os.dup2(nowhere, 2)
    _import_ahead()
    os.write(replies, b'{"ready": true}\n')
    with selectors.DefaultSelector() as waiting:
        waiting.register(0, selectors.EVENT_READ)
        buffer = b""
        while True:
            for key, _ in waiting.select():
                if key.fd == 0:
                    data = os.read(0, 65536)
                    if not data:
                        return
                    *lines, buffer = (buffer + data).split(b"\n")
                    for line in lines:
                        _fork(json.loads(line), replies, waiting)
                else:
                    waiting.unregister(key.fd)
                    os.close(key.fd)
                    pid, status = os.waitpid(key.data, 0)
                    _tell(replies, {"ended": pid, "status": os.waitstatus_to_exitcode(status)})


def _import_ahead() -> None:
    for module in AHEAD:
        import_module(module)
    # Python objects that live as long as the process stay shared: no collector touches them.
    gc.collect()
    gc.freeze()


def _fork(request: dict[str, Any], replies: int, waiting: selectors.BaseSelector) -> None:
    ours, theirs = os.pipe()
    pid = os.fork()
    if pid == 0:
        status = 1
        try:
            os.close(ours)
            status = _become(request, theirs)
        except BaseException:
            os.write(2, traceback.format_exc().encode())
        finally:
            os._exit(status)
    os.close(theirs)
    # The kernel's own process id: inside a room it is the grandchild's.
    with os.fdopen(ours, "rb") as pipe:
        told = pipe.readline().decode()
    answer = {"request": request["request"], "child": pid}
    answer["kernel" if told.strip().isdigit() else "error"] = told.strip()
    _tell(replies, answer)
    waiting.register(os.pidfd_open(pid), selectors.EVENT_READ, pid)


def _become(request: dict[str, Any], told: int) -> int:
    from autograder.grading.kernels import confine, kernel

    signal.signal(signal.SIGINT, signal.SIG_IGN)
    _close_all_but(told)
    try:
        kernel.prepare(request)
        if request["room"]:
            confine.enter(request["room"])
            inner = os.fork()
            if inner:
                os.write(told, f"{inner}\n".encode())
                os.close(told)
                return os.waitstatus_to_exitcode(os.waitpid(inner, 0)[1]) & 255
        else:
            os.write(told, f"{os.getpid()}\n".encode())
        os.close(told)
    except Exception as error:
        os.write(told, f"{type(error).__name__}: {error}\n".encode())
        return 1
    kernel.run(request)
    return 0


def _close_all_but(kept: int) -> None:
    """Nothing that the server holds open reaches a kernel."""
    nowhere = os.open(os.devnull, os.O_RDWR)
    os.dup2(nowhere, 0)
    for path in list(Path("/proc/self/fd").iterdir()):
        descriptor = int(path.name)
        if descriptor > 2 and descriptor != kept:
            with contextlib.suppress(OSError):
                os.close(descriptor)


def _tell(replies: int, message: dict[str, Any]) -> None:
    try:
        os.write(replies, json.dumps(message).encode() + b"\n")
    except BrokenPipeError:
        sys.exit(0)


if __name__ == "__main__":
    main()
