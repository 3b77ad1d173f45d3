"""How much memory a test's processes hold together, at most."""

from __future__ import annotations

import contextlib
import re
import threading
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import psutil

EVERY = 0.5  # seconds
_SHARE = re.compile(r"^Pss:\s+(\d+) kB$", re.MULTILINE)


@dataclass
class Peak:
    """The most that was seen, in bytes."""

    bytes: int = 0


@contextlib.contextmanager
def peak_of_children() -> Iterator[Peak]:
    """Watches all processes that this one has started, and those that they start.

    What several of them share counts once: each has its part of it, as Linux reckons it (PSS).
    """
    peak, done = Peak(), threading.Event()

    def watch() -> None:
        while not done.wait(EVERY):
            children = psutil.Process().children(recursive=True)
            peak.bytes = max(peak.bytes, sum(_share(one.pid) for one in children))

    watching = threading.Thread(target=watch, daemon=True)
    watching.start()
    try:
        yield peak
    finally:
        done.set()
        watching.join()


def _share(pid: int) -> int:
    """A process's own memory and its part of what it shares; nothing of one that has ended."""
    try:
        text = Path(f"/proc/{pid}/smaps_rollup").read_text()
    except OSError:
        return 0
    found = _SHARE.search(text)
    return int(found[1]) * 1024 if found else 0
