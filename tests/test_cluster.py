"""Grading on a Dask cluster gives the gradebook that grading here gives."""

from __future__ import annotations

import contextlib
import json
import os
import shutil
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.small_class import (
    ASSIGNMENT,
    FILE,
    grade,
    gradebook_of,
    grades_a_class,
    hand_in_class,
    make_course,
)

pytestmark = grades_a_class(__name__)


@pytest.fixture(scope="module")
def course(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A class in which a browser has renamed one file, and that nobody has graded."""
    folder = make_course(tmp_path_factory.mktemp("cluster"))
    hand_in_class(folder)
    path = folder / "submitted" / "fay" / ASSIGNMENT / FILE
    path.rename(path.with_name(f"{FILE}.txt"))
    return folder


@contextlib.contextmanager
def scheduler(folder: Path) -> Iterator[str]:
    """The address of a scheduler with one worker, both as `dask` starts them."""
    file = folder / "scheduler.json"
    dask = [sys.executable, "-m", "dask"]
    first = [*dask, "scheduler", "--port", "0", "--no-dashboard", "--scheduler-file", str(file)]
    second = [*dask, "worker", "--scheduler-file", str(file), "--nthreads", "1", "--no-dashboard"]
    # As on another machine: no answers of known mistakes are kept there.
    env = {**os.environ, "XDG_CACHE_HOME": str(folder / "cache")}
    with contextlib.ExitStack() as ended:
        for command in (first, second):
            with (folder / "dask.log").open("a") as log:
                process = subprocess.Popen(command, cwd=folder, stdout=log, stderr=log, env=env)
            ended.callback(process.wait)
            ended.callback(process.terminate)
            while not file.is_file():
                assert process.poll() is None, (folder / "dask.log").read_text()
                time.sleep(0.1)
        yield str(json.loads(file.read_text())["address"])


def test_the_gradebook_is_the_same(course: Path, tmp_path: Path) -> None:
    here = shutil.copytree(course, tmp_path / "here")
    there = shutil.copytree(course, tmp_path / "there")
    done = grade(here)
    with scheduler(tmp_path) as address:
        far = grade(there, "--scheduler", address)
    assert (done.returncode, far.returncode) == (1, 1), far.stderr  # eve's cannot be read
    assert "fay" in far.stderr and "was taken for" in far.stderr
    assert gradebook_of(there) == gradebook_of(here)


def test_a_scheduler_that_does_not_answer_is_named(course: Path) -> None:
    done = grade(course, "--scheduler", "tcp://127.0.0.1:9")
    assert done.returncode == 2
    assert "No Dask scheduler answers at tcp://127.0.0.1:9" in done.stderr
