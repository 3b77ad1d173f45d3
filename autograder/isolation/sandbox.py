"""How the fork server is launched: quietly, and inside bubblewrap where that is wanted and works.

Bubblewrap, because it is small, kept by the Flatpak project, in Debian, and sets up the kernel's
own namespaces without privileges.
"""

from __future__ import annotations

import shutil
import subprocess
import sys
from functools import cache
from shlex import join, quote


@cache
def can_sandbox() -> bool:
    """Whether bubblewrap is installed and allowed to make namespaces here."""
    bubblewrap = shutil.which("bwrap")
    if not bubblewrap:
        return False
    trial = [bubblewrap, *_confinement("/tmp"), "true"]
    return subprocess.run(trial, capture_output=True, check=False).returncode == 0


def launcher(scratch: str, sandboxed: bool) -> str:
    """A shell script that stands for the Python interpreter when the fork server is started.

    Standard error goes nowhere: TensorFlow writes to it while it is imported, and in a grade cell
    anything on standard error would cost the points.

    Args:
        scratch: The one folder that stays writable.
        sandboxed: Whether to confine it; ignored where bubblewrap does not work.
    """
    prefix = ""
    if sandboxed and can_sandbox():
        prefix = join([str(shutil.which("bwrap")), *_confinement(scratch)]) + " "
    python = quote(sys.executable)
    return f'#!/bin/sh\nexec {prefix}{python} "$@" >/dev/null 2>/dev/null\n'


def _confinement(scratch: str) -> list[str]:
    return [
        "--ro-bind", "/", "/",
        "--dev", "/dev",
        "--bind", scratch, scratch,
        "--unshare-net",
        "--unshare-ipc",
        "--setenv", "TMPDIR", scratch,
        "--",
    ]  # fmt: skip
