"""A course directory with three exercises, a small class, and its gradebook."""

from __future__ import annotations

import copy
import os
import subprocess
import sys
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

import nbformat
import pytest

from autograder.catalogue import load_course
from autograder.demo.answers import mistaken, right
from autograder.grading import init_course
from autograder.grading.kernels.room import can_make_rooms

ASSIGNMENT, FILE = "losses", "02_losses.ipynb"
EXERCISES = ("huber_fn", "softplus", "positive_weights")


def grades_a_class(module: str) -> list[pytest.MarkDecorator]:
    """Marks of tests that grade a class; those of a module share theirs, on one worker."""
    return [
        pytest.mark.slow,
        pytest.mark.timeout(1200),
        pytest.mark.xdist_group(module),
        pytest.mark.skipif(not can_make_rooms(), reason="needs Linux and bubblewrap"),
    ]


def wrong_huber() -> str:
    """A solution cell of `huber_fn` with a mistake that costs some of its points."""
    exercise = load_course().exercise("huber_fn")
    return mistaken(exercise, next(one for one in exercise.mistakes if one.name == "no_constant"))


def rights(*names: str) -> dict[str, str]:
    """Solution cells that are right."""
    return {name: right(load_course().exercise(name)) for name in names}


def make_course(folder: Path) -> Path:
    """A course directory whose instructor has kept these exercises only, and released them."""
    course = folder / "course"
    init_course(course)
    path = course / "source" / ASSIGNMENT / FILE
    notebook = nbformat.read(path, as_version=4)
    kept = {"setup", *EXERCISES, *(f"{name}-check" for name in EXERCISES)}
    notebook.cells = [one for one in notebook.cells if grade_id(one) in kept]
    nbformat.write(notebook, path)
    release(course)
    return course


def release(course: Path) -> None:
    """Releases the assignment, once more where it was released before."""
    command = [sys.executable, "-m", "nbgrader", "generate_assignment", ASSIGNMENT, "--force"]
    done = subprocess.run(command, cwd=course, capture_output=True, text=True, timeout=300)
    assert done.returncode == 0, done.stderr


def grade_id(cell: Any) -> str:
    """nbgrader's id of a cell; empty where it has none."""
    return str(cell.metadata.get("nbgrader", {}).get("grade_id", ""))


def hand_in(course: Path, student: str, answers: Mapping[str, str] | None) -> Path:
    """Writes what a student hands in: solution cells by exercise; None is a file cut short."""
    released = nbformat.read(course / "release" / ASSIGNMENT / FILE, as_version=4)
    notebook = copy.deepcopy(released)
    for one in notebook.cells:
        one.source = (answers or {}).get(grade_id(one), one.source)
    path = course / "submitted" / student / ASSIGNMENT / FILE
    path.parent.mkdir(parents=True, exist_ok=True)
    text = nbformat.writes(notebook)
    path.write_text(text if answers is not None else text[:1000], encoding="utf-8")
    return path


def hand_in_class(course: Path) -> None:
    """Six students: right, half, wrong in a known way, blank, cut short, and right once more."""
    students = {
        "ada": rights(*EXERCISES),
        "ben": rights("softplus"),
        "cho": {**rights("softplus"), "huber_fn": wrong_huber()},
        "dee": {},
        "eve": None,
        "fay": rights(*EXERCISES),
    }
    for student, answers in students.items():
        hand_in(course, student, answers)


def command(course: Path, *options: str) -> list[str]:
    """`tapework grade` for it."""
    start = [sys.executable, "-m", "autograder", "grade", ASSIGNMENT, "--course", str(course)]
    return [*start, *options]


def grade(course: Path, *options: str) -> subprocess.CompletedProcess[str]:
    """Runs `tapework grade` to its end."""
    return subprocess.run(
        command(course, *options), capture_output=True, text=True, timeout=600, env={**os.environ}
    )


def gradebook_of(course: Path, address: str = "") -> dict[str, Any]:
    """All that nbgrader's gradebook says: student → totals, and score and comment by exercise."""
    from nbgrader.api import Gradebook

    found = {}
    with Gradebook(address or f"sqlite:///{course / 'gradebook.db'}", "tapework") as gradebook:
        for submission in gradebook.assignment_submissions(ASSIGNMENT):
            (notebook,) = submission.notebooks
            comments = {one.name: one.comment for one in notebook.comments}
            found[submission.student.id] = {
                "points": (submission.score, submission.max_score, submission.needs_manual_grade),
                "scores": {one.name: (one.auto_score, one.manual_score) for one in notebook.grades},
                "comments": comments,
            }
    return found


def leftovers(course: Path) -> Iterable[Path]:
    """Files that were begun and not finished."""
    return [path for path in course.rglob("*") if path.name.endswith(".part")]
