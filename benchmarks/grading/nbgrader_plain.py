"""nbgrader as it comes with plain tests in its check cells: no part of Tapework is run at all."""

from __future__ import annotations

import sys
from pathlib import Path

from autograder.catalogue import Chapter
from benchmarks.grading import nbgrader_stock
from benchmarks.grading.measure import Command
from benchmarks.grading.plain_tests import plain_imports, write_tests
from benchmarks.grading.students import submit
from benchmarks.grading.tools import Task, prepare

SHOWN = nbgrader_stock.SHOWN
# Whatever TensorFlow logs in a check cell would cost the points of that cell.
QUIET = """\
import os

os.environ["TF_CPP_MIN_LOG_LEVEL"] = "3"

"""
QUIET_LATER = """

tf.get_logger().setLevel("ERROR")
from asking import grade
"""
points = nbgrader_stock.points


def make(task: Task) -> list[Command]:
    """As for stock nbgrader, with other check cells and the tests beside the source notebook."""
    from autograder.grading import init_course

    init_course(task.course)
    (task.course / "nbgrader_config.py").write_text(nbgrader_stock.CONFIG, encoding="utf-8")
    source = task.course / "source" / task.chapter.name
    write_tests(task.chapter, source, imported="")
    _other_cells(source, task.chapter)
    nbgrader = [sys.executable, "-m", "nbgrader"]
    prepare(task.command([*nbgrader, "generate_assignment", task.chapter.name]))
    submit(task.course, task.chapter, task.students)
    return [task.command([*nbgrader, "autograde", task.chapter.name])]


def _other_cells(source: Path, chapter: Chapter) -> None:
    import nbformat

    path = source / f"{chapter.notebook}.ipynb"
    notebook = nbformat.read(path, as_version=4)
    for cell in notebook.cells:
        mark = cell.metadata.get("nbgrader", {}).get("grade_id", "")
        if mark == "setup":
            cell.source = QUIET + plain_imports(cell.source) + QUIET_LATER
        elif mark.endswith("-check"):
            cell.source = f'grade("{mark.removesuffix("-check")}", globals())'
    nbformat.write(notebook, path)
