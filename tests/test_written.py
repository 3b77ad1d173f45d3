"""An answer in words is released empty, and waits for a person's grade whoever grades the rest."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path
from typing import Any

import nbformat
import pytest
from nbgrader.api import Gradebook

from autograder.publish.cells import written_cell
from autograder.publish.lesson import WRITTEN, Piece
from tests.small_class import (
    ASSIGNMENT,
    FILE,
    grade,
    grades_a_class,
    hand_in,
    make_course,
    release,
    rights,
)

pytestmark = grades_a_class(__name__)
MODEL = "Where there were few examples, for there nothing held the scale down."
ANSWERS = {"ada": "At the edges.", "ben": "YOUR ANSWER HERE"}


@pytest.fixture(scope="module")
def course(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A class of two with a written answer worth three points; ben's is empty."""
    folder = make_course(tmp_path_factory.mktemp("written"))
    path = folder / "source" / ASSIGNMENT / FILE
    notebook = nbformat.read(path, as_version=4)
    notebook.cells.append(written_cell(Piece(WRITTEN, MODEL, (), "8.5", "when_to_trust", 3)))
    nbformat.write(notebook, path)
    release(folder)
    for student, words in ANSWERS.items():
        hand_in(folder, student, {**rights("softplus"), "when_to_trust": words})
    return folder


def grades(course: Path, student: str) -> dict[str, tuple[Any, ...]]:
    with Gradebook(f"sqlite:///{course}/gradebook.db") as gradebook:
        found = gradebook.find_submission(ASSIGNMENT, student).notebooks[0].grades
        return {
            one.cell.name: (one.auto_score, one.manual_score, one.needs_manual_grade)
            for one in found
        }


def test_the_model_answer_is_not_released(course: Path) -> None:
    text = (course / "release" / ASSIGNMENT / FILE).read_text()
    assert "when_to_trust" in text and "YOUR ANSWER HERE" in text
    assert "nothing held the scale" not in text


def test_it_waits_for_a_person_and_an_empty_one_does_not(course: Path) -> None:
    done = grade(course)
    assert done.returncode == 0, done.stderr
    found = {student: grades(course, student) for student in ANSWERS}
    assert found["ada"]["when_to_trust"] == (None, None, True)
    assert found["ben"]["when_to_trust"] == (0.0, None, False)
    assert found["ada"]["softplus-check"][0] == 1.0


def test_nbgrader_comes_to_the_same_and_a_persons_grade_stays(course: Path) -> None:
    before = {student: grades(course, student) for student in ANSWERS}
    with Gradebook(f"sqlite:///{course}/gradebook.db") as gradebook:
        one = gradebook.find_grade("when_to_trust", Path(FILE).stem, ASSIGNMENT, "ada")
        one.manual_score, one.needs_manual_grade = 2.0, False
        gradebook.db.commit()
    command = [sys.executable, "-m", "nbgrader", "autograde", ASSIGNMENT, "--force"]
    done = subprocess.run(command, cwd=course, capture_output=True, text=True, timeout=600)
    assert done.returncode == 0, done.stderr
    after = {student: grades(course, student) for student in ANSWERS}
    assert after["ben"] == before["ben"]
    assert after["ada"]["when_to_trust"][:2] == (None, 2.0)
    forced = grade(course, "--force")
    assert forced.returncode == 0, forced.stderr
    assert grades(course, "ada")["when_to_trust"] == after["ada"]["when_to_trust"]
