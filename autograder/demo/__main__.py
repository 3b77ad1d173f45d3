"""Releases a chapter, makes a sample class, grades it and prints nbgrader's gradebook."""

from __future__ import annotations

import argparse
import os
import shutil
import sys
import time
from pathlib import Path
from typing import Any

from autograder.catalogue import load_course
from autograder.errors import TapeworkError

WIDTH = 110  # of the tables, where no terminal says how wide it is
MARK = ".made-by-the-demo"


def main(arguments: list[str] | None = None) -> int:
    """Runs the demonstration. Exit status: 0 did it, 2 could not do it."""
    parser = argparse.ArgumentParser(prog="python -m autograder.demo", description=__doc__)
    parser.add_argument(
        "--keep", type=Path, default=Path("demo-course"), metavar="DIR",
        help="where to make the course directory (default: ./demo-course)",
    )  # fmt: skip
    parser.add_argument("--chapter", help="which chapter (default: the first)")
    parser.add_argument("--workers", type=int, default=min(4, os.cpu_count() or 1))
    options = parser.parse_args(arguments)
    try:
        _run(options.keep, options.chapter, options.workers)
    except TapeworkError as error:
        print(f"demo: {error}", file=sys.stderr)
        return 2
    return 0


def _run(directory: Path, chapter_name: str | None, workers: int) -> None:
    from rich.console import Console

    from autograder.demo.students import sample_class
    from autograder.grading import init_course
    from autograder.grading.kernels.room import can_make_rooms
    from autograder.grading.table import class_table, mistakes_table

    console = Console(highlight=False)
    if not console.is_terminal:
        console.width = WIDTH
    began = time.monotonic()
    course = load_course()
    chapter = course.chapter(chapter_name) if chapter_name else course.chapters[0]
    _clear(directory)
    console.print(f"Making the course directory {directory}/ …")
    init_course(directory, course)
    (directory / MARK).touch()
    console.print(f"Releasing {chapter.name!r} with nbgrader …")
    _nbgrader(directory, "generate_assignment", chapter.name)
    students = sample_class(directory, chapter)
    sandboxed = can_make_rooms()
    console.print(
        f"Grading {len(students)} submissions, {workers} at a time, "
        f"{'confined' if sandboxed else 'not confined (that needs Linux and bubblewrap)'} …"
    )
    graded = _graded(directory, chapter.name, workers, sandboxed, len(students))
    console.print("Writing feedback with nbgrader …")
    _nbgrader(directory, "generate_feedback", chapter.name)
    console.print(mistakes_table(graded, course))
    console.print(class_table(graded, f"The gradebook of {chapter.name!r}"))
    seconds = time.monotonic() - began
    console.print(
        f"Feedback: {directory}/feedback/STUDENT/{chapter.name}/{chapter.notebook}.html\n"
        f"In {directory}/, nbgrader's own commands work too, for example `nbgrader export`. "
        f"Took {seconds:.0f} s."
    )


def _graded(directory: Path, assignment: str, workers: int, sandboxed: bool, count: int) -> Any:
    """Grades the class under a progress bar."""
    from rich.console import Console
    from rich.progress import Progress

    from autograder.grading import grade_class

    with Progress(console=Console(stderr=True)) as bar:
        task = bar.add_task("Grading", total=count)
        return grade_class(
            directory, assignment, workers=workers, sandboxed=sandboxed,
            notify=lambda one: bar.advance(task), say=bar.console.print,
        )  # fmt: skip


def _clear(directory: Path) -> None:
    """Removes what an earlier demonstration made, and nothing else."""
    if (directory / MARK).is_file():
        shutil.rmtree(directory)


def _nbgrader(directory: Path, step: str, assignment: str) -> None:
    from nbgrader.apps.api import NbGraderAPI

    from autograder.grading.assignment import nbgrader_config

    api: Any = NbGraderAPI(config=nbgrader_config(directory.resolve()))
    result = getattr(api, step)(assignment)
    if not result["success"]:
        last = (result.get("log") or result.get("error") or "").strip().splitlines()[-1:]
        raise TapeworkError(f"nbgrader {step} {assignment} failed: {' '.join(last)}")


if __name__ == "__main__":
    sys.exit(main())
