"""A class of broken and of honest submissions, graded once with the `tapework` command."""

from __future__ import annotations

import json
import os
import stat
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from faults.fault import FILE, SOLVED, Fault, filled, put
from faults.faults import FAULTS
from tests.small_class import release

# Whatever order grading takes, somebody honest comes first, in between and last.
WITNESSES = ("0-witness", "m-witness", "~witness")
# What may lie in submitted/ and is no student's.
STRAYS = ("README.txt", ".DS_Store", "absent/.keep", "other-chapter/metrics/03_metrics.ipynb",
          f".ipynb_checkpoints/losses/{FILE}")  # fmt: skip
LIMIT = 1000  # seconds for the whole class


@dataclass(frozen=True)
class Run:
    """What one `tapework grade --json` printed, and its exit status."""

    status: int
    stdout: str
    stderr: str

    @property
    def lines(self) -> dict[str, dict[str, Any]]:
        """Student → line."""
        found = [json.loads(line) for line in self.stdout.splitlines()]
        return {line["student"]: line for line in found}


@dataclass(frozen=True)
class Class:
    """The course directory, what was handed in, and the command's first run."""

    course: Path
    faults: list[Fault]
    before: dict[str, tuple[int, int, int]]
    first: Run


def grade(course: Path, *options: str) -> Run:
    command = [sys.executable, "-m", "autograder", "grade", "losses", "--course", str(course)]
    done = subprocess.run(
        [*command, "--json", *options], capture_output=True, text=True, timeout=LIMIT
    )
    return Run(done.returncode, done.stdout, done.stderr)


def snapshot(folder: Path) -> dict[str, tuple[int, int, int]]:
    """Path → mode, size and time of change of everything below; links are not followed."""
    found = {}
    for parent, folders, names in os.walk(folder):
        for path in (Path(parent, name) for name in [*folders, *names]):
            one = path.lstat()
            found[str(path.relative_to(folder))] = (one.st_mode, one.st_size, one.st_mtime_ns)
    return found


@pytest.fixture(scope="session")
def answers() -> dict[str, str]:
    """Exercise → right answer."""
    from autograder.catalogue import load_course
    from autograder.demo.answers import right

    exercises = load_course().chapter("losses").exercises
    return {name: right(one) for name, one in exercises.items()}


@pytest.fixture(scope="module")
def course(tmp_path_factory):
    """A course directory in which the chapter was released; large files go afterwards."""
    from autograder.grading import init_course

    directory = tmp_path_factory.mktemp("faults") / "course"
    init_course(directory)
    release(directory)
    yield directory
    for folder, _, names in os.walk(directory):
        for path in (Path(folder, name) for name in names):
            found = path.lstat()
            if stat.S_ISREG(found.st_mode) and found.st_size > 10**7:
                path.unlink()


@pytest.fixture(scope="module")
def graded(course: Path, answers: dict[str, str], request: pytest.FixtureRequest) -> Class:
    """The class after its first grading. It holds the faults of the tests that `-k` selects."""
    import nbformat

    submitted = course / "submitted"
    released = nbformat.read(course / "release/losses" / FILE, as_version=4)
    some = {name: answers[name] for name in SOLVED}
    asked = (getattr(item, "callspec", None) for item in request.session.items)
    found = (call.params.get("fault") for call in asked if call)
    wanted = {fault.name for fault in found if isinstance(fault, Fault)}
    chosen = [fault for fault in FAULTS if fault.name in wanted]
    half = len(chosen) // 2
    for place, faults in enumerate((chosen[:half], chosen[half:], [])):
        folder = submitted / WITNESSES[place] / "losses"
        put(folder, nbformat.writes(nbformat.from_dict(filled(released, answers))))
        for fault in faults:
            fault.build(submitted / fault.id / "losses", released, some)
    for name in STRAYS:
        put(submitted, filled(released, answers), name)
    before = snapshot(submitted)
    return Class(course, chosen, before, grade(course, "--workers", "2"))
