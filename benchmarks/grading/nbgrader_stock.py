"""nbgrader as it comes, with a configuration in which no part of Tapework is named."""

from __future__ import annotations

import sys
from collections.abc import Mapping

from benchmarks.grading.measure import Command
from benchmarks.grading.students import submit
from benchmarks.grading.tools import Task, prepare

SHOWN = "nbgrader autograde {chapter}"
CONFIG = '''\
"""nbgrader's settings: time limits and paths, no plug-in."""

from pathlib import Path

here = Path(__file__).resolve().parent
c = get_config()  # noqa: F821

c.CourseDirectory.course_id = "benchmark"
c.CourseDirectory.root = str(here)
c.CourseDirectory.db_url = f"sqlite:///{here / 'gradebook.db'}?timeout=60"
c.Execute.timeout = 120
c.Execute.interrupt_on_timeout = True
c.Execute.startup_timeout = 180
c.Execute.iopub_timeout = 60
c.Execute.extra_arguments = ["--log-level=40"]
c.OverwriteCells.add_missing_cells = True
'''


def make(task: Task) -> list[Command]:
    """A course directory with the chapter released and submitted; the command that grades it."""
    from autograder.grading import init_course

    init_course(task.course)
    (task.course / "nbgrader_config.py").write_text(CONFIG, encoding="utf-8")
    nbgrader = [sys.executable, "-m", "nbgrader"]
    prepare(task.command([*nbgrader, "generate_assignment", task.chapter.name]))
    submit(task.course, task.chapter, task.students)
    return [task.command([*nbgrader, "autograde", task.chapter.name])]


def points(task: Task) -> Mapping[str, float]:
    """Student → points, as the gradebook has them."""
    from autograder.grading import read_gradebook

    rows = read_gradebook(task.course, task.chapter.name)
    return {row.student: row.points for row in rows}
