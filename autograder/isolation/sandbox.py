"""How the fork server is launched: quietly, and inside bubblewrap where that is wanted and works.

Bubblewrap, because it is small, kept by the Flatpak project, in Debian, and sets up the kernel's
own namespaces without privileges.
"""

from __future__ import annotations

import shutil
import subprocess
import sys
import tempfile
from functools import cache
from shlex import join, quote

ENVIRONMENT = {
    "TF_CPP_MIN_LOG_LEVEL": "3",
    # The same numbers on every machine: a student's GPU stays with the student's kernel.
    "CUDA_VISIBLE_DEVICES": "-1",
    "TF_ENABLE_ONEDNN_OPTS": "0",
    "PYTHONHASHSEED": "0",
}


@cache
def can_sandbox() -> bool:
    """Whether bubblewrap is installed and allowed to make namespaces here."""
    bubblewrap = shutil.which("bwrap")
    if not bubblewrap:
        return False
    trial = [bubblewrap, *_confinement(tempfile.gettempdir()), "true"]
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
    exports = "".join(f"export {name}={value}\n" for name, value in ENVIRONMENT.items())
    python = quote(sys.executable)
    return f'#!/bin/sh\n{exports}exec {prefix}{python} "$@" >/dev/null 2>/dev/null\n'


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
