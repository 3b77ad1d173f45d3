"""What /proc tells of the processes below this one: times and memory. Linux only."""

from __future__ import annotations

import contextlib
import os
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

SERVER = b"autograder.grading.kernels.server"
PRIVATE = ("Private_Clean", "Private_Dirty")
TICKS, PAGE = os.sysconf("SC_CLK_TCK"), os.sysconf("SC_PAGE_SIZE")


@dataclass(frozen=True)
class Process:
    """A line of /proc/PID/stat."""

    pid: int
    parent: int
    ended: bool
    started: int
    processor: float


def descendants() -> Iterator[Process]:
    """All living processes below this one."""
    children: dict[int, list[Process]] = {}
    for process in _processes():
        children.setdefault(process.parent, []).append(process)
    waiting = [os.getpid()]
    while waiting:
        for process in children.get(waiting.pop(), []):
            waiting.append(process.pid)
            yield process


def _processes() -> Iterator[Process]:
    for folder in Path("/proc").iterdir():
        if folder.name.isdigit():
            with contextlib.suppress(OSError):
                # The name, in brackets, may hold blanks and brackets.
                fields = (folder / "stat").read_text().rpartition(")")[2].split()
                used = (int(fields[11]) + int(fields[12])) / TICKS
                ended = fields[0] in "ZX"
                yield Process(int(folder.name), int(fields[1]), ended, int(fields[19]), used)


@dataclass(frozen=True)
class Memory:
    """Bytes of a process: its proportional set size, and what no other process shares.

    In the first, memory which n processes share counts 1/n for each. Where neither may be read,
    `exact` is false and the resident size takes the first one's place.
    """

    proportional: int
    unique: int
    exact: bool


def memory(pid: int) -> Memory:
    """What a process has in memory."""
    try:
        text = Path(f"/proc/{pid}/smaps_rollup").read_text()
    except PermissionError:
        pages = int(Path(f"/proc/{pid}/statm").read_text().split()[1])
        return Memory(pages * PAGE, 0, False)
    sizes = {line.split()[0]: line.split()[1] for line in text.splitlines()[1:]}
    kilobytes = {name: int(sizes.get(f"{name}:", 0)) for name in ("Pss", *PRIVATE)}
    return Memory(kilobytes["Pss"] * 1024, sum(kilobytes[one] for one in PRIVATE) * 1024, True)


def is_server(pid: int) -> bool:
    """Whether a process is one from which Tapework's kernels are forked, or such a kernel."""
    return SERVER in Path(f"/proc/{pid}/cmdline").read_bytes()


def busy() -> float:
    """Seconds that all processors of the machine were busy since it started."""
    first = Path("/proc/stat").read_text().partition("\n")[0]
    user, nice, system, _, _, *interrupts = map(int, first.split()[1:8])
    return (user + nice + system + sum(interrupts)) / TICKS
