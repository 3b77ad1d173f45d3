"""nbgrader as it comes, on notebooks whose demonstrations carry no mark: it runs them all."""

from __future__ import annotations

from autograder.publish.cells import SKIP
from benchmarks.grading import nbgrader_stock
from benchmarks.grading.measure import Command
from benchmarks.grading.tools import Task

SHOWN = nbgrader_stock.SHOWN
points = nbgrader_stock.points


def make(task: Task) -> list[Command]:
    """As for stock nbgrader; the tag that keeps it from running demonstrations is taken off."""
    import nbformat

    commands = nbgrader_stock.make(task)
    for path in task.course.glob("submitted/*/*/*.ipynb"):
        notebook = nbformat.read(path, as_version=4)
        for cell in notebook.cells:
            tags = cell.metadata.get("tags", [])
            if SKIP in tags:
                tags.remove(SKIP)
        nbformat.write(notebook, path)
    return commands
