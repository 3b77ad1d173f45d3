"""What is the same for every submission of a run: seed, known answers, student edition, sandbox."""

from __future__ import annotations

import hashlib
import shutil
import sys
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from autograder.catalogue import Course, load_course
from autograder.errors import TapeworkError
from autograder.expected import engine_digest
from autograder.grading.assignment import Released
from autograder.grading.kernels.client import server_for
from autograder.grading.kernels.room import can_make_rooms
from autograder.grading.known import Known, known_answers, new_seed
from autograder.isolation.child import CELL_SECONDS
from autograder.isolation.scratch import scratch
from autograder.publish.student import write_student_edition

NO_SANDBOX = (
    "Submissions cannot be confined here: that needs Linux with bubblewrap (Debian's package "
    "`bubblewrap`), libseccomp and user namespaces. To run students' code with your own rights, "
    "say so: --no-sandbox (for nbgrader itself: c.AskAndJudge.sandboxed = False)."
)


@dataclass(frozen=True)
class Terms:
    """What is the same for all submissions of a run."""

    released: tuple[Released, ...]
    known: Mapping[str, Known]
    seed: int
    graded_by: str
    package: str
    edition: Path | None
    sandboxed: bool = True
    cell_seconds: float = CELL_SECONDS


def terms_for(
    released: tuple[Released, ...],
    course: Course,
    sandboxed: bool,
    seed: int | None = None,
    cell_seconds: float | None = None,
) -> Terms:
    """The terms of a run.

    Args:
        released: The assignment's notebooks.
        course: The course.
        sandboxed: Whether submissions are confined.
        seed: The seed of a run that goes on; None takes this process's own.
        cell_seconds: How long a cell may take, nbgrader's `Execute.timeout`.

    Raises:
        TapeworkError: If submissions are to be confined and can't be.
    """
    if sandboxed and not can_make_rooms():
        raise TapeworkError(NO_SANDBOX)
    seed = _process_seed() if seed is None else seed
    edition = student_edition(course.package)
    if sys.platform == "linux":
        server_for(edition)  # imports TensorFlow while the references are asked
    names = tuple(name for one in released for name in one.points)
    known = _known(course.package, names, seed)
    return Terms(
        released, known, seed, graded_by(released, course), course.package,
        edition, sandboxed, cell_seconds or CELL_SECONDS,
    )  # fmt: skip


def graded_by(released: tuple[Released, ...], course: Course) -> str:
    """Changes with the assignment's source, the course's exercises and the engine."""
    import nbformat

    digest = hashlib.sha256(engine_digest())
    for one in released:
        digest.update(nbformat.writes(one.notebook, version=nbformat.NO_CONVERT).encode())
    for path in sorted(course.folder.rglob("*.py")):
        digest.update(path.read_bytes())
    return digest.hexdigest()[:16]


@cache
def student_edition(package: str) -> Path:
    """A folder of this process with the student edition of a course, and the engine it goes with.

    Kernels look here first: another copy of the engine may be installed beside this one.
    """
    folder = Path(scratch(), "edition")
    write_student_edition(load_course(package), folder)
    engine = Path(__file__).parents[1]
    try:
        Path(folder, engine.name).symlink_to(engine, target_is_directory=True)
    except OSError:
        # Windows lets only some users make links.
        shutil.copytree(engine, Path(folder, engine.name))
    return folder


# In one process (`nbgrader autograde` over a class) all submissions get the same inputs.
_process_seed = cache(new_seed)
_known = cache(known_answers)
