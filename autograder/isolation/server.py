"""The host's side: starts the process that others are forked from, hands out jobs, sets limits.

Python's own `multiprocessing` fork server does the forking: it is maintained with Python, imports
what we name before the first fork, and passes pipes safely. What comes back through a pipe is read
as bytes and never unpickled.
"""

from __future__ import annotations

import contextlib
import os
import shutil
import signal
import sys
import tempfile
import threading
import time
from dataclasses import dataclass, replace
from multiprocessing import current_process, get_all_start_methods, get_context
from multiprocessing.connection import Connection
from pathlib import Path
from typing import Any

import psutil

from autograder import wire
from autograder.answers import Observations
from autograder.errors import TapeworkError
from autograder.isolation.child import CELL_SECONDS, FINAL, OUTPUT, READY, main
from autograder.isolation.job import CANDIDATE, Job
from autograder.isolation.sandbox import launcher
from autograder.isolation.scratch import new_scratch
from autograder.patience import is_up
from autograder.wire import MAX_BYTES, TEXT_LIMIT

START_SECONDS = 120.0
GRACE_SECONDS = 5.0

_lock = threading.Lock()
_scratch: tempfile.TemporaryDirectory[str] | None = None
_restocking = threading.Lock()
_keep_spare = False
_spares: list[_Child] = []


@dataclass(frozen=True)
class _Child:
    """A process that waits for a job, our end of the pipe to it, and its own folder."""

    process: Any
    pipe: Connection
    folder: str


def can_isolate() -> bool:
    """Whether candidates can be forked into processes of their own: Linux can.

    Python lets a daemonic process, as Dask's workers are, have no children.
    """
    forks = sys.platform == "linux" and "forkserver" in get_all_start_methods()
    return forks and not current_process().daemon


def start(*, sandboxed: bool = False, spare: bool = False) -> None:
    """Starts the fork server, and returns while it imports TensorFlow; a second call does nothing.

    Args:
        sandboxed: Give it no network and a read-only file system (see `sandbox`).
        spare: Keep one warmed-up process ahead of need, which makes a single check faster.
    """
    # Not to be had on every system, so not imported with this module.
    from multiprocessing import forkserver, resource_tracker, spawn

    global _keep_spare, _scratch
    _keep_spare = _keep_spare or spare
    with _lock:
        if _scratch is None:
            _scratch = new_scratch()
            Path(_scratch.name, "start").write_text(launcher(_scratch.name, sandboxed))
            Path(_scratch.name, "start").chmod(0o700)
        get_context("forkserver").set_forkserver_preload(["autograder.isolation.preload"])
        resource_tracker.ensure_running()
        python = spawn.get_executable()
        try:
            spawn.set_executable(str(Path(_scratch.name, "start")))
            forkserver.ensure_running()
        finally:
            spawn.set_executable(python)


def run(job: Job) -> dict[str, Observations]:
    """Runs a job in a process of its own and returns observations by subject.

    The subject of a student's job is "candidate". Whatever happens to the process, there are
    observations: what it answered so far, and in `ended` why there is no more.
    """
    start()
    child = _take()
    try:
        seen = _converse(job, child.pipe, child.process)
        if job.kind == "known":
            return seen
        return {CANDIDATE: replace(seen[CANDIDATE], printed=_printed(child.folder))}
    finally:
        # Nobody needs to wait for the end of a process that has answered.
        threading.Thread(target=_clear_away, args=(child,), daemon=True).start()


def _printed(folder: str) -> str:
    """The beginning of what a candidate wrote; its code may have done anything to the file."""
    try:
        file = os.open(Path(folder, OUTPUT), os.O_RDONLY | os.O_NONBLOCK | os.O_NOFOLLOW)
    except OSError:
        return ""
    try:
        return os.read(file, TEXT_LIMIT).decode("utf-8", "replace")
    except OSError:
        return ""
    finally:
        os.close(file)


def _clear_away(child: _Child) -> None:
    """Ends a process, and gets another ready where one is to be kept."""
    _end(child.process)
    child.pipe.close()
    shutil.rmtree(child.folder, ignore_errors=True)
    with _restocking:
        if _keep_spare and not _spares:
            _spares.append(_fork(ahead=True))


def _take() -> _Child:
    """The spare process where one is ready and lives, otherwise a new one."""
    try:
        # Another thread may take it at the same time: who gets it off the list has it.
        child = _spares.pop()
    except IndexError:
        return _fork(ahead=False)
    with contextlib.suppress(EOFError, OSError):
        if not child.pipe.poll(0):
            _spares.append(child)
            return _fork(ahead=False)
        if child.pipe.recv_bytes(len(READY)) == READY:
            return child
    child.pipe.close()
    shutil.rmtree(child.folder, ignore_errors=True)
    return _fork(ahead=False)


def _fork(*, ahead: bool) -> _Child:
    assert _scratch is not None
    folder = tempfile.mkdtemp(dir=_scratch.name)
    context = get_context("forkserver")
    ours, theirs = context.Pipe()
    process = context.Process(target=main, args=(theirs, folder, ahead), daemon=True)
    with _lock:
        process.start()
    theirs.close()
    return _Child(process, ours, folder)


def _converse(job: Job, ours: Connection, process: Any) -> dict[str, Observations]:
    seen: dict[str, Observations] = {}
    final: set[str] = set()
    with contextlib.suppress(BrokenPipeError, ConnectionResetError):
        ours.send_bytes(job.header())
        ours.send_bytes(job.payload)
    limit, reason, messages = START_SECONDS, "", 0
    while not reason:
        if not _answers(ours, process, limit):
            reason = "It did not end in time and was stopped: look for a loop or a call that waits."
            break
        try:
            stage, subject, data = ours.recv_bytes(MAX_BYTES).split(b"\n", 2)
            seen[subject.decode()] = wire.from_bytes(data)
        except (EOFError, ConnectionResetError):
            reason = _death(process)
        except (OSError, ValueError, TapeworkError):
            reason = "What came back could not be read as answers."
        else:
            if stage == FINAL:
                final.add(subject.decode())
            if job.kind != "known" and CANDIDATE in final:
                return seen
            messages += 1
            if job.kind != "known":
                limit = (job.seconds if messages > 1 else CELL_SECONDS) + GRACE_SECONDS
    if job.kind == "known":
        return {name: one for name, one in seen.items() if name in final}
    so_far = seen.get(CANDIDATE, Observations(job.exercise, job.seed))
    return {CANDIDATE: replace(so_far, ended=reason)}


def _answers(ours: Connection, process: Any, limit: float) -> bool:
    """Whether a message is there before the limit is up."""
    began, had = time.monotonic(), _processor_time(process)
    while not ours.poll(1.0 if time.monotonic() - began >= limit else limit):
        if is_up(limit, time.monotonic() - began, _processor_time(process) - had):
            return False
    return True


def _processor_time(process: Any) -> float:
    try:
        spent = psutil.Process(process.pid).cpu_times()
    except psutil.Error:
        return 0.0
    return float(spent.user + spent.system)


def _death(process: Any) -> str:
    # Under the lock: starting another process reads the exit codes of all, each only once.
    with _lock:
        process.join(GRACE_SECONDS)
        code = process.exitcode
    if code is not None and code < 0:
        with contextlib.suppress(ValueError):
            name = signal.Signals(-code).name
            return (
                f"Your code ended the whole process (signal {name}): nothing more could be asked."
            )
    return (
        f"Your code ended the whole process (exit code {code}): leave out `exit()`, `quit()` and "
        "`os._exit()`."
    )


def _end(process: Any) -> None:
    """Ends the process and whatever it started in its session."""
    if process.pid:
        with contextlib.suppress(ProcessLookupError, PermissionError):
            os.killpg(process.pid, signal.SIGKILL)
        with contextlib.suppress(ProcessLookupError, AttributeError):
            process.kill()
        with _lock:
            process.join(GRACE_SECONDS)
