"""What /proc tells of the processes below this one: times and memory. Linux only."""

from __future__ import annotations

import contextlib
import os
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

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


def memory(pid: int) -> tuple[int, bool]:
    """Bytes of a process, and whether they are its proportional set size.

    In that, memory which n processes share counts 1/n for each. Where it may not be read, the
    resident size takes its place.
    """
    try:
        text = Path(f"/proc/{pid}/smaps_rollup").read_text()
    except PermissionError:
        return int(Path(f"/proc/{pid}/statm").read_text().split()[1]) * PAGE, False
    sizes = [line.split()[1] for line in text.splitlines() if line.startswith("Pss:")]
    return int(sizes[0]) * 1024 if sizes else 0, True


def busy() -> float:
    """Seconds that all processors of the machine were busy since it started."""
    first = Path("/proc/stat").read_text().partition("\n")[0]
    user, nice, system, _, _, *interrupts = map(int, first.split()[1:8])
    return (user + nice + system + sum(interrupts)) / TICKS
