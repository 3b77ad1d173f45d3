"""Grades a class through nbgrader, submission by submission, with a progress bar."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor, as_completed
from concurrent.futures.process import BrokenProcessPool
from dataclasses import dataclass
from multiprocessing import get_context
from pathlib import Path

from autograder.errors import TapeworkError
from autograder.grading.gradebook import Row, read_gradebook
from autograder.grading.one import grade_one, silence


@dataclass(frozen=True)
class Graded:
    """One student's row of the gradebook, and what was wrong with the submission, in one line."""

    student: str
    row: Row | None
    problem: str = ""


def grade_with_nbgrader(
    course: Path,
    assignment: str,
    students: Sequence[str] | None = None,
    workers: int = 1,
) -> list[Graded]:
    """Autogrades submissions one by one; what stops at one of them does not stop the others.

    Args:
        course: The course directory; the assignment must have been released.
        assignment: The assignment's name.
        students: Their ids; None takes everyone who handed something in.
        workers: How many submissions are graded side by side.

    Returns:
        One entry per student, by id.

    Raises:
        TapeworkError: If the assignment was not released, or nobody handed anything in.
    """
    course = course.resolve()
    if not any((course / "release" / assignment).glob("*.ipynb")):
        raise TapeworkError(
            f"{assignment!r} was not released in {course.name}: run "
            f"`nbgrader generate_assignment {assignment}` there."
        )
    names = sorted(students if students is not None else _handed_in(course, assignment))
    if not names:
        raise TapeworkError(f"Nobody handed in {assignment!r}: {course.name}/submitted has none.")
    problems = dict(_problems(course, assignment, names, workers))
    rows = {row.student: row for row in read_gradebook(course, assignment)}
    return [Graded(name, rows.get(name), problems[name]) for name in names]


def _handed_in(course: Path, assignment: str) -> list[str]:
    return [path.parent.name for path in (course / "submitted").glob(f"*/{assignment}")]


def _problems(
    course: Path, assignment: str, names: Sequence[str], workers: int
) -> Iterator[tuple[str, str]]:
    """Student → problem, as they come; each is told on the terminal at once."""
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TimeRemainingColumn

    console = Console(stderr=True)
    columns = ("Grading", BarColumn(), MofNCompleteColumn(), TimeRemainingColumn())
    pool = ProcessPoolExecutor(workers, mp_context=get_context("spawn"), initializer=silence)
    with Progress(*columns, console=console) as bar, pool:
        task = bar.add_task("", total=len(names))
        waiting = {pool.submit(grade_one, course, assignment, name): name for name in names}
        for done in as_completed(waiting):
            name = waiting[done]
            try:
                problem = done.result()
            except BrokenProcessPool:
                problem = f"submitted/{name}/{assignment}: the grading process ended; run it again."
            except Exception as error:
                kind = type(error).__name__
                problem = f"submitted/{name}/{assignment}: was not graded ({kind}: {error})."
            if problem:
                bar.console.print(problem, markup=False, highlight=False, soft_wrap=True)
            bar.advance(task)
            yield name, problem
