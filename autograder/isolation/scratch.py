"""The one folder that a host's processes may write to, and the end of those left behind."""

from __future__ import annotations

import contextlib
import os
import shutil
import tempfile
from functools import cache
from pathlib import Path

PREFIX = "tapework-host-"


def new_scratch() -> tempfile.TemporaryDirectory[str]:
    """A new folder for this process, removed when it ends.

    Folders of processes that were killed, as notebook kernels often are, are removed here.
    """
    for folder in Path(tempfile.gettempdir()).glob(f"{PREFIX}*-*"):
        with contextlib.suppress(ValueError, PermissionError):
            try:
                os.kill(int(folder.name.removeprefix(PREFIX).partition("-")[0]), 0)
            except ProcessLookupError:
                shutil.rmtree(folder, ignore_errors=True)
    return tempfile.TemporaryDirectory(prefix=f"{PREFIX}{os.getpid()}-")


@cache
def _own() -> tempfile.TemporaryDirectory[str]:
    return new_scratch()


def scratch() -> str:
    """This process's own folder for what it shows to others; made when first asked for."""
    return _own().name
