"""`tapework grade`: the run over a class as it is seen in a terminal, or as lines of JSON."""

from __future__ import annotations

import json
import os
import time
from argparse import Namespace
from collections.abc import Sequence
from typing import Any

from autograder.errors import TapeworkError
from autograder.grading.assignment import course_directory, nbgrader_config
from autograder.grading.journal import interrupted
from autograder.grading.run import Graded, grade_class, handed_in
from autograder.words import points_text


def grade(options: Namespace) -> bool:
    """Grades a class; whether something was wrong with a submission.

    Raises:
        TapeworkError: If the run can't begin or can't go on.
    """
    from rich.console import Console
    from rich.progress import (
        BarColumn,
        MofNCompleteColumn,
        Progress,
        TextColumn,
        TimeElapsedColumn,
        TimeRemainingColumn,
    )

    if options.resume and not interrupted(options.course.resolve(), options.assignment):
        raise TapeworkError(
            f"No run over {options.assignment!r} was interrupted: leave out --resume."
        )
    console = Console(stderr=True, highlight=False)
    workers = options.workers or os.cpu_count() or 1
    if options.no_sandbox:
        console.print("Not confined: students' code runs with your own rights.", style="bold")
    began = time.monotonic()
    columns = (
        TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeElapsedColumn(),
        TextColumn("left"), TimeRemainingColumn(),
    )  # fmt: skip
    directory = course_directory(nbgrader_config(options.course.resolve()))
    students = options.students or handed_in(directory, options.assignment)
    with Progress(*columns, console=console) as bar:
        task = bar.add_task(f"Grading {options.assignment}", total=len(students))

        def notify(one: Graded) -> None:
            if options.json:
                print(json.dumps(as_json(one)), flush=True)
            elif one.problem:
                bar.console.print(one.problem, markup=False, soft_wrap=True)
            bar.advance(task)

        def say(text: str) -> None:
            bar.console.print(text, markup=False)

        try:
            graded = grade_class(
                options.course, options.assignment, students, workers,
                sandboxed=not options.no_sandbox, force=options.force,
                scheduler=options.scheduler, notify=notify, say=say,
            )  # fmt: skip
        except KeyboardInterrupt:
            raise TapeworkError(
                "stopped. What is graded is kept: run the same command again, and it goes on."
            ) from None
    console.print(summary(graded, time.monotonic() - began))
    if not options.json:
        from autograder.grading.table import class_table

        out = Console(highlight=False)
        if not out.is_terminal:
            out.width = 110
        out.print(class_table(graded, f"The gradebook of {options.assignment!r}"))
    return any(one.problem for one in graded)


def as_json(one: Graded) -> dict[str, Any]:
    """One student's outcome as `--json` prints it."""
    result = one.result
    exercises = result.exercises if result else {}
    return {
        "student": one.student,
        "points": one.row.points if one.row else None,
        "max_points": one.row.max_points if one.row else None,
        "exercises": {
            name: {
                "points": found.points,
                "max_points": found.max_points,
                "mistake": found.mistake,
                "message": found.message,
            }
            for name, found in exercises.items()
        },
        "problem": one.problem,
        "fresh": one.fresh,
        "seconds": result.seconds if result else 0.0,
        "times": dict(result.times) if result else {},
    }


def summary(graded: Sequence[Graded], seconds: float) -> str:
    """How many were graded, kept and not graded, the mean, and how long it took."""
    rows = [one.row for one in graded if one.row]
    fresh = sum(one.fresh and one.row is not None for one in graded)
    kept = sum(not one.fresh for one in graded)
    parts = [f"{fresh} graded"]
    if kept:
        parts.append(f"{kept} unchanged since they were graded")
    if len(rows) < len(graded):
        parts.append(f"{len(graded) - len(rows)} could not be graded")
    mean = ""
    if rows:
        points = points_text(round(sum(row.points for row in rows) / len(rows), 1))
        mean = f" Mean: {points} of {points_text(rows[0].max_points)} points."
    return f"{', '.join(parts)}.{mean} Took {seconds:.0f} s."
