"""Whether this machine is ready for the course: versions, processors, and where progress goes."""

from __future__ import annotations

import os
import platform
import re
from collections.abc import Iterator
from importlib.metadata import version
from pathlib import Path

from autograder.catalogue import distribution_of, load_course
from autograder.progress import Progress
from autograder.showing import Shown

Line = tuple[bool, str, str]


def machine() -> Shown:
    """Shows what the course needs of a machine, what is there, and what to do about the rest."""
    lines = [*_versions(), _keras_backend(), _devices(), _checks(), _progress()]
    rows = [f"| {'✓' if fine else '✗'} | {what} | {found} |" for fine, what, found in lines]
    good = all(fine for fine, _, _ in lines)
    last = (
        "**Everything is ready.**"
        if good
        else "**Mend the lines with a ✗, then restart the kernel and run this cell again.**"
    )
    return Shown("\n".join(["| | | found |", "|---|---|---|", *rows, "", last]))


def _versions() -> Iterator[Line]:
    """Python and what the course stands on, against the floors that its distribution names."""
    course = distribution_of(load_course().package)
    wanted = "\n".join(course.requires or []) if course else ""
    floors = dict(re.findall(r"^(tensorflow|keras|numpy)>=([\d.]+)", wanted, re.M))
    floors["python"] = (course and course.metadata["Requires-Python"]) or "0"
    versions = {name: version(name) for name in ("tensorflow", "keras", "numpy")}
    versions["python"] = platform.python_version()
    for name, title in [
        ("python", "Python"), ("tensorflow", "TensorFlow"), ("keras", "Keras"), ("numpy", "NumPy"),
    ]:  # fmt: skip
        found, floor = versions[name], floors.get(name, "0").removeprefix(">=")
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
    progress = Progress()
    path = progress.path
    folder = next(one for one in path.parents if one.exists())
    shown = str(path).replace(str(Path.home()), "~")
    if os.access(folder, os.W_OK):
        found = " ".join(filter(None, [f"`{shown}`", progress.home.notice]))
        return True, "Progress is kept in", found
    return False, "Progress is kept in", f"`{shown}`, which cannot be written: set TAPEWORK_HOME"
