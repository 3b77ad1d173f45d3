"""`tapework regrade` shows what changes before it writes; no score depends on a stale answer."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
from pathlib import Path

import nbformat
import pytest

from tests.small_class import (
    ASSIGNMENT,
    EXERCISES,
    FILE,
    grade,
    grade_id,
    gradebook_of,
    grades_a_class,
    hand_in,
    make_course,
    release,
    rights,
    wrong_huber,
)

pytestmark = grades_a_class(__name__)


def regrade(course: Path, *options: str) -> subprocess.CompletedProcess[str]:
    start = [sys.executable, "-m", "autograder", "regrade", ASSIGNMENT, "--course", str(course)]
    return subprocess.run([*start, *options], capture_output=True, text=True, timeout=600)


def worth(course: Path, exercise: str, points: float) -> None:
    """The instructor gives an exercise other points and releases the assignment again."""
    path = course / "source" / ASSIGNMENT / FILE
    notebook = nbformat.read(path, as_version=4)
    (check,) = [one for one in notebook.cells if grade_id(one) == f"{exercise}-check"]
    check.metadata.nbgrader.points = points
    nbformat.write(notebook, path)
    release(course)


@pytest.fixture(scope="module")
def graded(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A class of two that was graded."""
    course = make_course(tmp_path_factory.mktemp("regrade"))
    hand_in(course, "ada", rights(*EXERCISES))
    hand_in(course, "cho", {**rights("softplus"), "huber_fn": wrong_huber()})
    assert grade(course).returncode == 0
    return course


@pytest.fixture
def course(graded: Path, tmp_path: Path) -> Path:
    """A copy of it."""
    return shutil.copytree(graded, tmp_path / "course")


def test_other_points_are_shown_first_and_written_when_agreed(course: Path) -> None:
    before = gradebook_of(course)
    assert "No score and no sentence changes" in regrade(course).stdout

    worth(course, "huber_fn", 6.0)
    asked = regrade(course)
    assert asked.returncode == 2
    assert "nothing was written" in asked.stderr
    assert "huber_fn 2/2 → 6/6" in " ".join(asked.stdout.split())
    scores = {student: one["scores"] for student, one in gradebook_of(course).items()}
    assert scores == {student: one["scores"] for student, one in before.items()}

    done = regrade(course, "--yes", "--json")
    assert done.returncode == 0, done.stderr
    told = {one["student"]: one for one in map(json.loads, done.stdout.splitlines())}
    assert (told["ada"]["before"], told["ada"]["after"]) == (4.0, 8.0)
    after = gradebook_of(course)
    share = before["cho"]["scores"]["huber_fn-check"][0] / 2
    assert after["ada"]["points"] == (8.0, 8.0, False)
    assert after["cho"]["scores"]["huber_fn-check"][0] == pytest.approx(6 * share)
    assert after["cho"]["comments"] == before["cho"]["comments"]
    # What `tapework grade` would give is what the gradebook has now.
    assert grade(course, "--force").returncode == 0
    assert gradebook_of(course) == after


def test_a_cell_that_was_deleted_since_scores_zero(course: Path) -> None:
    path = course / "submitted" / "ada" / ASSIGNMENT / FILE
    notebook = nbformat.read(path, as_version=4)
    notebook.cells = [one for one in notebook.cells if not grade_id(one).startswith("huber_fn")]
    nbformat.write(notebook, path)
    told = regrade(course)
    assert told.returncode == 1
    assert "submitted/ada/losses: was handed in anew since" in told.stderr
    alone = regrade(course, "--students", "ada")
    assert alone.returncode == 2
    assert "no stored answers" in alone.stderr
    grade(course)
    found = gradebook_of(course)["ada"]
    assert found["scores"]["huber_fn-check"] == (0.0, None)
    assert found["points"][:2] == (2.0, 4.0)
