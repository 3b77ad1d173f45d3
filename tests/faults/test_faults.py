"""A broken submission gets what is fair, is named if it cannot be read, and harms nobody else."""

from __future__ import annotations

import re

import pytest

from autograder.catalogue import load_course
from autograder.grading import read_gradebook
from faults.conftest import STRAYS, WITNESSES, grade, snapshot
from faults.fault import Fault
from faults.faults import FAULTS

pytestmark = [pytest.mark.slow, pytest.mark.timeout(1200), pytest.mark.xdist_group("faults")]
every_fault = pytest.mark.parametrize("fault", FAULTS, ids=[fault.name for fault in FAULTS])
ADVICE = re.compile(
    r"\b(ask|rename|clear|convert|delete|remove|save|hand|put|move|make|send|upload|replace)\b",
    re.I,
)
KEYS = {"student", "points", "max_points", "exercises", "problem", "seconds"}


def most() -> dict[str, float]:
    """Exercise → its points."""
    exercises = load_course().chapter("losses").exercises
    return {name: float(one.points) for name, one in exercises.items()}


def earned(line) -> dict[str, float]:
    """Exercise → points, where there are any."""
    return {name: one["points"] for name, one in line["exercises"].items() if one["points"]}


def refused(fault: Fault, line) -> bool:
    """Whether the submission was not graded, and that is fair."""
    return not line["points"] and (fault.points is None or fault.refusal)


def remembered(row) -> tuple[float, dict[str, float]]:
    """A row of the gradebook as plain data."""
    return row.points, {score.exercise: score.points for score in row.scores}


@every_fault
def test_the_score_is_fair(graded, fault: Fault):
    line = graded.first.lines[fault.id]
    if refused(fault, line):
        assert earned(line) == {}
        return
    assert fault.points is not None, f"{fault.sentence} Yet it got {line['points']} points."
    points = {name: value for name, value in earned(line).items() if name not in fault.may}
    want = {name: value for name, value in most().items() if name in fault.points - fault.may}
    assert points == want, (fault.sentence, line["problem"])
    for name in fault.may:
        assert line["exercises"][name]["points"] in (0, most()[name])
    assert line["max_points"] == sum(most().values())


@every_fault
def test_the_problem_is_one_line_that_names_the_file(graded, fault: Fault):
    line = graded.first.lines[fault.id]
    problem = line["problem"]
    assert "Traceback" not in problem
    assert problem == problem.strip()
    assert len(problem.splitlines()) <= 1
    assert len(problem) < 600
    if problem:
        assert f"submitted/{fault.id}/losses" in problem
    if refused(fault, line):
        assert re.search(fault.problem or "", problem, re.I), problem
        assert ADVICE.search(problem), f"It does not say what to do: {problem!r}"
    elif fault.problem == "":
        assert problem == "", fault.sentence
    elif fault.problem and not fault.refusal:
        assert re.search(fault.problem, problem, re.I), problem


@every_fault
def test_the_gradebook_says_the_same(rows, graded, fault: Fault):
    line = graded.first.lines[fault.id]
    points, scores = remembered(rows[fault.id]) if fault.id in rows else (0, {})
    assert points == (line["points"] or 0)
    assert {name: value for name, value in scores.items() if value} == earned(line)


@pytest.fixture(scope="module")
def rows(graded):
    """The gradebook after the first grading: student → row."""
    return {row.student: row for row in read_gradebook(graded.course, "losses")}


@pytest.mark.parametrize("witness", WITNESSES)
def test_honest_students_have_full_marks(graded, rows, witness: str):
    line = graded.first.lines[witness]
    assert earned(line) == most()
    assert line["problem"] == ""
    assert line["points"] == line["max_points"] == rows[witness].points == sum(most().values())


def test_everybody_who_handed_something_in_has_one_line_and_nobody_else(graded):
    students = [*WITNESSES, *(fault.id for fault in graded.faults)]
    assert len(graded.first.stdout.splitlines()) == len(students)
    assert sorted(graded.first.lines) == sorted(students)
    assert not {name.split("/")[0] for name in STRAYS} & set(graded.first.lines)


def test_standard_output_holds_only_json_lines(graded):
    for line in graded.first.lines.values():
        assert set(line) >= KEYS
        assert isinstance(line["problem"], str)
        assert set(line["exercises"]) <= set(most())


def test_the_exit_status_says_whether_there_were_problems(graded):
    assert graded.first.status == int(any(one["problem"] for one in graded.first.lines.values()))


def test_without_problems_the_exit_status_is_0(graded):
    again = grade(graded.course, "--students", ",".join(WITNESSES))
    assert again.status == 0, again.stderr
    assert sorted(again.lines) == sorted(WITNESSES)


def test_standard_error_holds_no_traceback(graded):
    assert "Traceback (most recent call last)" not in graded.first.stderr


def test_nothing_of_a_linked_file_is_told(graded):
    secret = "root:x:0"
    assert secret not in graded.first.stdout + graded.first.stderr
    for path in (graded.course / "autograded").rglob("link-to-system/**/*"):
        assert not path.is_file() or secret not in path.read_text(errors="replace")


def test_a_second_run_changes_nothing(graded, rows):
    again = grade(graded.course, "--workers", "2")
    assert again.status == graded.first.status

    def timeless(lines):
        kept = KEYS - {"seconds"}
        return {student: {key: line[key] for key in kept} for student, line in lines.items()}

    assert timeless(again.lines) == timeless(graded.first.lines)
    after = {row.student: remembered(row) for row in read_gradebook(graded.course, "losses")}
    assert after == {student: remembered(row) for student, row in rows.items()}


def test_submissions_are_left_as_they_were(graded):
    assert snapshot(graded.course / "submitted") == graded.before
