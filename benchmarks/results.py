"""benchmarks/RESULTS.md: what was measured, on which machine, each part between its own marks."""

from __future__ import annotations

import os
import platform
import re
from collections.abc import Iterable
from importlib.metadata import version
from pathlib import Path

RESULTS = Path(__file__).with_name("RESULTS.md")
NEW_FILE = """\
# Measurements

What stands between two marks is written by the command that it names; nothing else is touched.
"""


def put(name: str, text: str, path: Path = RESULTS) -> None:
    """Puts a part between its marks; where there are none, at the end with marks.

    Args:
        name: What the marks say.
        text: Markdown, with a heading.
        path: The file; it is made where there is none.
    """
    begin, end = f"<!-- {name} -->", f"<!-- /{name} -->"
    whole = path.read_text(encoding="utf-8") if path.is_file() else NEW_FILE
    if begin not in whole or end not in whole:
        whole = f"{whole.rstrip()}\n\n{begin}\n{end}\n"
    before, _, rest = whole.partition(begin)
    after = rest.partition(end)[2]
    path.write_text(f"{before}{begin}\n\n{text.strip()}\n\n{end}{after}", encoding="utf-8")


def machine(packages: Iterable[str]) -> str:
    """What it ran on and with, without names of hosts."""
    info = Path("/proc/meminfo").read_text()
    memory = int(re.findall(r"MemTotal:\s+(\d+)", info)[0]) / 2**20
    models = re.findall(r"model name\s*:\s*(.+)", Path("/proc/cpuinfo").read_text())
    return (
        f"{os.cpu_count()} processors ({models[0] if models else platform.machine()}), "
        f"{memory:.0f} GiB of memory, no GPU used, Python {platform.python_version()}, "
        + ", ".join(f"{name} {version(name)}" for name in packages)
    )
