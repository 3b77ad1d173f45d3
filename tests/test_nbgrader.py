"""Through nbgrader and its gradebook, submissions get the points that the judge gives."""

from __future__ import annotations

import copy
import json
import subprocess
import sys
from pathlib import Path

import nbformat
import pytest

from autograder.catalogue import load_course
from autograder.checking import check_source
from autograder.demo.answers import CRASH, mistaken, right, with_body
from autograder.errors import CourseError
from autograder.grading import grade_class, init_course, read_gradebook
from autograder.publish import build_source, build_student

pytestmark = [pytest.mark.slow, pytest.mark.timeout(900), pytest.mark.xdist_group("nbgrader")]
FILE = "02_losses.ipynb"
NOISE = "import os\nos.write(2, b'a log line\\n')\n"


def nbgrader(directory: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "nbgrader", *arguments]
    return subprocess.run(command, cwd=directory, capture_output=True, text=True, timeout=600)


def submit(directory: Path, student: str, text: str, where: str = f"losses/{FILE}") -> None:
    path = directory / "submitted" / student / where
    path.parent.mkdir(parents=True)
    path.write_text(text)


def filled(released, answers: dict[str, str]):
    notebook = copy.deepcopy(released)
    for cell in notebook.cells:
        grade_id = cell.metadata.get("nbgrader", {}).get("grade_id")
        cell.source = answers.get(grade_id, cell.source)
    return notebook


def solutions(chapter) -> dict[str, str]:
    return {one.name: right(one) for one in chapter.exercises.values()}


@pytest.fixture(scope="module")
def chapter():
    return load_course().chapter("losses")


@pytest.fixture(scope="module")
def released(tmp_path_factory):
    """A course directory with the chapter released, and the released notebook."""
    directory = tmp_path_factory.mktemp("nbgrader") / "course"
    init_course(directory)
    done = nbgrader(directory, "generate_assignment", "losses")
    assert done.returncode == 0, done.stderr
    return directory, nbformat.read(directory / "release/losses" / FILE, as_version=4)


@pytest.fixture(scope="module")
def graded(released, chapter):
    """The class after `nbgrader autograde`: scores by student and exercise, and its log."""
    directory, notebook = released
    solved = solutions(chapter)
    huber, factory = chapter.exercises["huber_fn"], chapter.exercises["create_huber"]
    noisy = with_body(huber, NOISE + solved["huber_fn"].split('"""')[2].replace("\n    ", "\n"))
    answers = {
        "right-and-noisy": {**solved, "huber_fn": noisy},
        "mixed": {
            "huber_fn": mistaken(huber, next(m for m in huber.mistakes if m.name == "no_constant")),
            "create_huber": with_body(factory, CRASH),
            "softplus": solved["softplus"],
        },
    }
    for student, cells in answers.items():
        submit(directory, student, nbformat.writes(filled(notebook, cells)))
    submit(directory, "corrupt", '{"cells": [')
    log = nbgrader(directory, "autograde", "losses").stderr
    rows = {row.student: row for row in read_gradebook(directory, "losses")}
    return directory, rows, log, answers


def points(row, exercise: str) -> float:
    return next(score.points for score in row.scores if score.exercise == exercise)


def test_the_released_notebook_is_the_student_notebook(released):
    course = load_course()
    ours = build_student(build_source(course, course.chapter("losses")))
    for theirs, mine in zip(released[1].cells, ours.cells, strict=True):
        assert theirs.source == mine.source
        assert theirs.metadata == mine.metadata


def test_right_solutions_get_full_marks_even_if_they_log(graded, chapter):
    row = graded[1]["right-and-noisy"]
    assert row.points == row.max_points == sum(one.points for one in chapter.graded.values())


@pytest.mark.parametrize(
    "name", [one.name for one in load_course().chapters if one.name != "losses"]
)
def test_the_other_chapters_are_released_and_graded_too(released, name: str):
    directory, chapter = released[0], load_course().chapter(name)
    done = nbgrader(directory, "generate_assignment", name)
    assert done.returncode == 0, done.stderr
    where = f"{name}/{chapter.notebook}.ipynb"
    notebook = nbformat.read(directory / "release" / where, as_version=4)
    submit(directory, "right", nbformat.writes(filled(notebook, solutions(chapter))), where)
    submit(directory, "blank", nbformat.writes(notebook), where)
    log = nbgrader(directory, "autograde", name).stderr
    rows = {row.student: row for row in read_gradebook(directory, name)}
    assert rows["right"].points == sum(one.points for one in chapter.graded.values()), log
    assert rows["blank"].points == 0


def test_a_planted_mistake_gets_the_judged_points_and_is_named(graded, chapter):
    row = graded[1]["mixed"]
    verdict = check_source("course", chapter.exercises["huber_fn"], graded[3]["mixed"]["huber_fn"])
    assert 0 < verdict.points < verdict.max_points
    assert points(row, "huber_fn") == verdict.points
    assert {score.exercise: score.mistake for score in row.scores}["huber_fn"] == "no_constant"


def test_a_crash_and_untouched_exercises_get_nothing_and_cost_nothing_else(graded):
    row = graded[1]["mixed"]
    assert points(row, "create_huber") == 0
    assert points(row, "HuberLoss") == 0
    assert points(row, "softplus") == 1


def test_a_corrupt_notebook_is_named_and_the_others_are_graded(graded):
    directory, rows, log, _ = graded
    assert "for student 'corrupt'" in log
    assert rows["right-and-noisy"].points > 0
    problem = grade_class(directory, "losses", ["corrupt"])[0].problem
    assert problem.startswith(f"submitted/corrupt/losses/{FILE}: is no notebook")
    assert "\n" not in problem


def test_feedback_and_export_work(graded):
    directory = graded[0]
    assert nbgrader(directory, "generate_feedback", "losses").returncode == 0
    feedback = (directory / "feedback/mixed/losses/02_losses.html").read_text()
    assert 'data-mistake="no_constant"' in feedback
    assert nbgrader(directory, "export").returncode == 0
    assert "right-and-noisy" in (directory / "grades.csv").read_text()


def test_lost_cells_come_back_and_a_dead_kernel_costs_one_exercise(released, chapter):
    directory, notebook = released
    answers = {"huber_fn": CRASH, "softplus": right(chapter.exercises["softplus"])}
    mangled = filled(notebook, answers)
    lost = {"create_huber", "create_huber-check", "softplus-check", "setup"}
    mangled.cells = [
        cell
        for cell in mangled.cells
        if cell.metadata.get("nbgrader", {}).get("grade_id") not in lost
    ]
    submit(directory, "mangled", nbformat.writes(mangled))
    (one,) = grade_class(directory, "losses", ["mangled"])
    assert one.row is not None
    assert points(one.row, "softplus") == 1
    assert points(one.row, "huber_fn") == 0
    assert "put back what was missing: setup, create_huber, create_huber-check" in one.problem
    assert "ended the whole process" in one.problem


def test_a_foreign_notebook_earns_nothing_and_is_named(released):
    directory = released[0]
    foreign = {"cells": [], "metadata": {}, "nbformat": 4, "nbformat_minor": 5}
    submit(directory, "foreign", json.dumps(foreign))
    (one,) = grade_class(directory, "losses", ["foreign"])
    assert one.row is not None and one.row.points == 0
    assert one.problem.endswith("holds none of its exercises; ask for the right notebook.")


def test_without_the_source_nothing_a_notebook_prints_is_believed(released):
    directory, notebook = released
    forged = copy.deepcopy(notebook)
    forged.cells.insert(1, nbformat.v4.new_code_cell("def check(name): return 100"))
    submit(directory, "forger", nbformat.writes(forged))
    source = directory / "source/losses" / FILE
    for name in ("renamed.ipynb", "renamed.txt"):  # another notebook's name, no notebook at all
        aside = source.rename(source.with_name(name))
        try:
            done = nbgrader(directory, "autograde", "losses", "--student", "forger", "--force")
        finally:
            aside.rename(source)
        assert done.returncode != 0
        assert f"source/losses/{FILE} is gone" in done.stderr
    rows = {row.student: row.points for row in read_gradebook(directory, "losses")}
    assert not rows.get("forger")


def test_a_directory_that_holds_something_is_left_alone(tmp_path):
    (tmp_path / "mine.txt").touch()
    with pytest.raises(CourseError, match="is not empty"):
        init_course(tmp_path)
    assert [path.name for path in tmp_path.iterdir()] == ["mine.txt"]
