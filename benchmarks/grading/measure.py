"""Runs commands and measures all that they start: time, processor time, memory.

Linux only. The measuring process becomes the reaper of orphans (`prctl`), so that no process that
a tool starts leaves the tree below it, and its processor time is counted when it ends.
"""

from __future__ import annotations

import contextlib
import ctypes
import os
import resource
import signal
import subprocess
import threading
import time
from collections import Counter
from collections.abc import Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path

from benchmarks.grading.processes import Process, busy, descendants, is_server, memory

INTERVAL = 0.2  # seconds between two looks at the processes …
LOOKING = 0.05  # … or more, so that looking takes no larger share of a processor
SET_CHILD_SUBREAPER = 36


@dataclass(frozen=True)
class Command:
    """What to run, where, and with which additions to the environment.

    What it prints is added to the file `output`, what it complains about to the same with `.err`.
    """

    arguments: Sequence[str]
    folder: Path
    output: Path
    environment: Mapping[str, str]


@dataclass(frozen=True)
class Usage:
    """What a tool took: seconds of time and of processors, bytes, and what is to be told besides.

    `kernel` is the most that one of Tapework's kernels, with all that it started, had in memory and
    shared with no other process. `others` is the share of the machine that processes outside the
    measured tree took meanwhile, `looking` the share of one processor that measuring itself took.
    """

    seconds: float
    processor: float
    peak: int
    kernel: int
    others: float
    looking: float
    failed: int
    remarks: tuple[str, ...] = ()


def measured(commands: Sequence[Command], at_once: int = 1) -> Usage:
    """Runs the commands, so many at once, and measures them with everything that they start."""
    ctypes.CDLL(None, use_errno=True).prctl(SET_CHILD_SUBREAPER, 1, 0, 0, 0)
    sampler, reaped, machine = _Sampler(), _reaped(), busy()
    began = time.perf_counter()
    sampler.start()
    try:
        with ThreadPoolExecutor(at_once) as pool:
            codes = list(pool.map(lambda one: _run(one, sampler.waited_for), commands))
        seconds, machine = time.perf_counter() - began, busy() - machine
    finally:
        sampler.stop()
        left = _clear_away()
    processor = max(_reaped() - reaped, sampler.processor)
    others = (machine - processor - sampler.looking) / seconds / (os.cpu_count() or 1)
    remarks = []
    failed = sum(map(bool, codes))
    if failed:
        remarks.append(f"{failed} of {len(codes)} commands had an exit status not 0")
    if left:
        remarks.append(f"{left} processes were left over at the end and were stopped")
    if sampler.hidden:
        remarks.append("some processes' memory could only be read as resident size")
    return Usage(
        seconds, processor, sampler.peak, sampler.kernel, max(0.0, others),
        sampler.looking / seconds, failed, tuple(remarks),
    )  # fmt: skip


def _run(command: Command, waited_for: set[int]) -> int:
    errors = command.output.with_suffix(".err")
    with command.output.open("ab") as output, errors.open("ab") as complaints:
        process = subprocess.Popen(
            command.arguments,
            cwd=command.folder,
            env={**os.environ, **command.environment},
            stdin=subprocess.DEVNULL,
            stdout=output,
            stderr=complaints,
        )
        waited_for.add(process.pid)
        return process.wait()


class _Sampler(threading.Thread):
    """Looks at the tree of processes until it is stopped."""

    def __init__(self) -> None:
        super().__init__(daemon=True)
        self.peak, self.hidden, self.looking = 0, False, 0.0
        self.kernel = 0
        self.waited_for = set[int]()
        self._times: dict[tuple[int, int], float] = {}
        self._ended = threading.Event()

    @property
    def processor(self) -> float:
        """Processor seconds as seen from outside: a little less than what was taken."""
        return sum(self._times.values())

    def run(self) -> None:
        pause = INTERVAL
        while not self._ended.wait(pause):
            total = 0
            kernels: dict[int, int] = {}  # process → the kernel that it is, or was started by
            unique: Counter[int] = Counter()
            for process in descendants():
                key = (process.pid, process.started)
                self._times[key] = max(self._times.get(key, 0.0), process.processor)
                if process.ended:
                    self._bury(process)
                    continue
                with contextlib.suppress(FileNotFoundError, ProcessLookupError):
                    found = memory(process.pid)
                    self.hidden |= not found.exact
                    total += found.proportional
                    if process.parent in kernels or is_server(process.parent):
                        kernel = kernels.get(process.parent, process.pid)
                        kernels[process.pid] = kernel
                        unique[kernel] += found.unique
            self.kernel = max([self.kernel, *unique.values()])
            self.peak = max(self.peak, total)
            took = time.thread_time() - self.looking
            pause = max(INTERVAL, took / LOOKING - took)
            self.looking += took

    def _bury(self, process: Process) -> None:
        """Collects an orphan that has ended, as a system's first process would at once."""
        if process.parent == os.getpid() and process.pid not in self.waited_for:
            with contextlib.suppress(ChildProcessError):
                os.waitpid(process.pid, os.WNOHANG)

    def stop(self) -> None:
        self._ended.set()
        self.join()


def _clear_away() -> int:
    """Waits for orphans, stops those that stay. Returns how many stayed."""
    deadline = time.monotonic() + 5.0
    while _reap() and time.monotonic() < deadline:
        time.sleep(0.1)
    left = 0
    while rest := list(descendants()) if _reap() else []:
        left = max(left, len(rest))
        for process in rest:
            with contextlib.suppress(ProcessLookupError):
                os.kill(process.pid, signal.SIGKILL)
        time.sleep(0.1)
    return left


def _reap() -> bool:
    """Collects children that have ended. Returns whether others are left."""
    with contextlib.suppress(ChildProcessError):
        while os.waitpid(-1, os.WNOHANG)[0]:
            pass
        return True
    return False


def _reaped() -> float:
    """Processor seconds of all descendants that have ended and were waited for."""
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime
