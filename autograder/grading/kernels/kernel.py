"""What a forked process does to be a kernel: environment, limits, ipykernel."""

from __future__ import annotations

import json
import os
import tempfile
from pathlib import Path
from typing import Any

from ipykernel.kernelapp import IPKernelApp

from autograder.grading.kernels import asking, confine
from autograder.grading.kernels.room import CONNECTION, SOCKETS, WORK


def prepare(request: dict[str, Any]) -> None:
    """Before the room is entered: reads what lies outside of it."""
    request["connection"] = json.loads(Path(request["connection_file"]).read_text())
    if not request["room"]:
        os.chdir(request["cwd"])


def run(request: dict[str, Any]) -> None:
    """Runs a kernel until it is told to end; then this process ends."""
    os.setsid()
    os.environ.clear()
    os.environ.update(request["env"])
    if request["room"]:
        _settle_in(request)
    if request["asking"]:
        asking.prepare(request["asking"], confined=bool(request["room"]))
    if request["room"]:
        confine.give_up_rights()
    app = IPKernelApp.instance()
    app.initialize(["-f", request["connection_file"], *request["arguments"]])
    if request["asking"]:
        asking.follow_cells()
    app.start()


def _settle_in(request: dict[str, Any]) -> None:
    confine.accept_limits()
    Path(WORK).mkdir()
    os.chdir(WORK)
    tempfile.tempdir = None
    connection = {**request["connection"], "ip": SOCKETS}
    request["connection_file"] = CONNECTION
    Path(CONNECTION).write_text(json.dumps(connection))
