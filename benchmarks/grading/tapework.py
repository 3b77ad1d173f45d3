"""Tapework's own command, on the course directory that `tapework course init` makes."""

from __future__ import annotations

import json
import sys
from collections.abc import Mapping
from typing import Any

from benchmarks.grading import nbgrader_stock
from benchmarks.grading.measure import Command, Usage
from benchmarks.grading.students import submit
from benchmarks.grading.tools import Task, prepare

WORKERS = 2
SHOWN = f"tapework grade {{chapter}} --workers {WORKERS}"


def make(task: Task) -> list[Command]:
    """A course directory with the chapter released and submitted; the command that grades it."""
    from autograder.grading import init_course

    init_course(task.course)
    release = [sys.executable, "-m", "nbgrader", "generate_assignment", task.chapter.name]
    prepare(task.command(release))
    submit(task.course, task.chapter, task.students)
    tapework = [sys.executable, "-m", "autograder", "grade", task.chapter.name]
    options = ["--course", str(task.course), "--workers", str(WORKERS), "--json"]
    return [task.command([*tapework, *options])]


points = nbgrader_stock.points


def phases(task: Task, usage: Usage) -> Mapping[str, float]:
    """Phase → seconds: of a submission on average, as `--json` tells, and of the class besides."""
    lines = (task.folder / "output.txt").read_text(encoding="utf-8").splitlines()
    told: list[dict[str, Any]] = [json.loads(one) for one in lines if one.startswith("{")]
    times = [one["times"] for one in told if one.get("times")]
    names = dict.fromkeys(name for one in times for name in one)
    found = {name: sum(one.get(name, 0.0) for one in times) / len(times) for name in names}
    whole = [one["seconds"] for one in told if one.get("seconds")]
    if whole:
        found["begin to end"] = sum(whole) / len(whole)
        # Where all workers are busy all the time, what is left is spent once for the class.
        found["for the class as a whole"] = max(0.0, usage.seconds - sum(whole) / WORKERS)
    return found
