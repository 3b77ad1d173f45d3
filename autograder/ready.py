"""Whether this machine is ready for the course: versions, processors, and where progress goes."""

from __future__ import annotations

import os
import platform
import re
import sys
from collections.abc import Iterator
from importlib.metadata import PackageNotFoundError, requires, version
from pathlib import Path

from autograder.progress import Progress
from autograder.showing import Shown

Line = tuple[bool, str, str]
DISTRIBUTION = "tapework"


def machine() -> Shown:
    """Shows what the course needs of a machine, what is there, and what to do about the rest."""
    lines = [_python(), *_packages(), _keras_backend(), _devices(), _checks(), _progress()]
    rows = [f"| {'✓' if fine else '✗'} | {what} | {found} |" for fine, what, found in lines]
    good = all(fine for fine, _, _ in lines)
    last = (
        "**Everything is ready.**"
        if good
        else "**Mend the lines with a ✗, then restart the kernel and run this cell again.**"
    )
    return Shown("\n".join(["| | | found |", "|---|---|---|", *rows, "", last]))


def _python() -> Line:
    fine = sys.version_info >= (3, 10)
    return fine, "Python", platform.python_version() + ("" if fine else ": 3.10 or later is needed")


def _packages() -> Iterator[Line]:
    """TensorFlow, Keras and NumPy, against the floors that the distribution itself names."""
    try:
        wanted = requires(DISTRIBUTION) or []
    except PackageNotFoundError:
        wanted = []
    floors = dict(re.findall(r"^(tensorflow|keras|numpy)>=([\d.]+)", "\n".join(wanted), re.M))
    for name, title in [("tensorflow", "TensorFlow"), ("keras", "Keras"), ("numpy", "NumPy")]:
        found, floor = version(name), floors.get(name, "0")
        fine = _numbers(found) >= _numbers(floor)
        yield fine, title, found if fine else f"{found}: {floor} or later is needed"


def _numbers(text: str) -> list[int]:
    return [int(one) for one in re.findall(r"\d+", text)[:2]]


def _keras_backend() -> Line:
    import keras

    backend = keras.backend.backend()
    fine = backend == "tensorflow"
    found = backend if fine else f"{backend}: unset KERAS_BACKEND, or set it to tensorflow"
    return fine, "Keras works on", found


def _devices() -> Line:
    import tensorflow as tf

    processors = f"{os.cpu_count()} processors"
    cards = [one.name.rpartition("/")[2] for one in tf.config.list_physical_devices("GPU")]
    graphics = ", ".join(cards) or "no GPU seen; every chapter runs without one"
    return True, "Hardware", f"{processors}; {graphics}"


def _checks() -> Line:
    from autograder import isolation

    apart = isolation.can_isolate()
    words = "in a process of their own: an endless loop in an answer is stopped"
    here = "in the notebook's own process: stop the kernel if an answer never ends"
    return True, "Checks run", words if apart else here


def _progress() -> Line:
    path = Progress().path
    folder = next(one for one in path.parents if one.exists())
    shown = str(path).replace(str(Path.home()), "~")
    if os.access(folder, os.W_OK):
        return True, "Progress is kept in", f"`{shown}`"
    return False, "Progress is kept in", f"`{shown}`, which cannot be written: set TAPEWORK_HOME"
