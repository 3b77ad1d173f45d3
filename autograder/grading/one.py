"""Grades one submission through nbgrader's own API, whatever the submission does."""

from __future__ import annotations

import os
import re
import shutil
import tempfile
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from autograder.grading.submission import SubmissionError, defused, read_submission, restored

TRIES = 4
_ERROR = re.compile(r"^\s*((?:\w+\.)*\w+(?:Error|Exception)\b.*?)\s*$", re.MULTILINE)


@dataclass(frozen=True)
class Attempt:
    """One try: whether nbgrader got through; if not why, and at which cell."""

    success: bool
    reason: str = ""
    cell: int = 0


def silence() -> None:
    """Sends what kernels print past Jupyter to nowhere; for a worker process of its own."""
    nowhere = os.open(os.devnull, os.O_WRONLY)
    for descriptor in (1, 2):
        os.dup2(nowhere, descriptor)


def grade_one(course: Path, assignment: str, student: str) -> str:
    """Autogrades one student's submission into the gradebook.

    A submission that nbgrader can grade as it is goes through untouched. Where released cells are
    missing, or a cell ends the kernel, a mended copy is graded, so that the other exercises keep
    their points.

    Args:
        course: The course directory.
        assignment: The assignment's name.
        student: The student's id.

    Returns:
        One line that says what is wrong with the submission; empty where nothing is.
    """
    import nbformat

    from autograder.publish.write import text_of

    remarks = []
    submitted = course / "submitted" / student / assignment
    try:
        notebooks = {}
        for released in sorted((course / "release" / assignment).glob("*.ipynb")):
            shown = f"submitted/{student}/{assignment}/{released.name}"
            release = nbformat.read(released, as_version=4)
            read = read_submission(submitted / released.name, release, shown)
            notebooks[released.name], gone = restored(read, release)
            if gone:
                remarks.append(f"{shown}: put back what was deleted: {', '.join(gone)}.")
    except SubmissionError as error:
        return str(error)
    changed = bool(remarks)
    for _ in range(TRIES):
        with tempfile.TemporaryDirectory() as folder:
            copies = Path(folder) if changed else None
            if copies:
                target = copies / student / assignment
                shutil.copytree(submitted, target)
                for name, notebook in notebooks.items():
                    (target / name).write_text(text_of(notebook), encoding="utf-8")
            attempt = _autograde(course, assignment, student, copies)
        if attempt.success or "DeadKernelError" not in attempt.reason or len(notebooks) > 1:
            break
        name, notebook = next(iter(notebooks.items()))
        notebooks[name] = defused(notebook, attempt.cell)
        changed = True
        remarks.append(
            f"submitted/{student}/{assignment}/{name}: cell {attempt.cell + 1} ended the whole "
            "process; graded without it."
        )
    if not attempt.success:
        remarks.append(f"submitted/{student}/{assignment}: nbgrader stopped ({attempt.reason}).")
    return " ".join(remarks)


def nbgrader_config(course: Path) -> Any:
    """The settings in the course directory's nbgrader_config.py."""
    from traitlets.config.loader import PyFileConfigLoader

    config = PyFileConfigLoader("nbgrader_config.py", path=str(course)).load_config()
    config.CourseDirectory.root = str(course)
    return config


def _autograde(course: Path, assignment: str, student: str, copies: Path | None) -> Attempt:
    from nbgrader.apps.api import NbGraderAPI

    at = [0]

    def remember(cell: Any, cell_index: int) -> None:
        at[0] = cell_index

    config = nbgrader_config(course)
    config.Execute.on_cell_start = remember
    if copies:
        config.CourseDirectory.submitted_directory = str(copies)
    result = NbGraderAPI(config=config).autograde(assignment, student)
    if result["success"]:
        return Attempt(True)
    return Attempt(False, _reason(result.get("log", "") + result.get("error", "")), at[0])


def _reason(log: str) -> str:
    """The error that ended a conversion: the last one that nbgrader's log names."""
    found = [line for line in _ERROR.findall(log) if "NbGraderException" not in line]
    return found[-1][:200] if found else "no error in its log"
