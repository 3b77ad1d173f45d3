"""Grades one class with several tools in turn and writes what each of them took."""

from __future__ import annotations

import argparse
import sys
import tempfile
from collections.abc import Mapping
from contextlib import nullcontext
from dataclasses import dataclass
from pathlib import Path
from types import ModuleType
from typing import Any

from autograder.catalogue import load_course
from autograder.errors import TapeworkError
from benchmarks.grading import (
    nbgrader_plain,
    nbgrader_stock,
    nbgrader_whole,
    otter_run,
    report,
    tapework,
)
from benchmarks.grading.measure import measured
from benchmarks.grading.report import Outcome
from benchmarks.grading.students import class_of
from benchmarks.grading.tools import Task
from benchmarks.results import RESULTS, put

CHAPTER = "losses"


@dataclass(frozen=True)
class Tool:
    """A row of the table: how it is called there, what makes it ready, how many run at once."""

    title: str
    module: ModuleType
    at_once: int = 1


TOOLS = {
    "nbgrader-whole": Tool("nbgrader, the whole notebook", nbgrader_whole),
    "nbgrader": Tool("nbgrader, the course's checks", nbgrader_stock),
    "nbgrader-plain": Tool("nbgrader, plain tests", nbgrader_plain),
    "otter": Tool("Otter, one by one", otter_run),
    "otter-2": Tool("Otter, two at a time", otter_run, at_once=2),
    "tapework": Tool("Tapework, two workers", tapework),
}


def main(arguments: list[str] | None = None) -> int:
    """Runs the benchmark. Exit status: 0 did it, 2 could not do it."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.grading", description=__doc__)
    parser.add_argument("--submissions", type=int, default=40, metavar="N")
    parser.add_argument(
        "--only", default=",".join(TOOLS), metavar="TOOL,…", help=f"of {', '.join(TOOLS)}"
    )
    parser.add_argument("--output", type=Path, default=RESULTS, metavar="FILE")
    parser.add_argument("--keep", type=Path, metavar="DIR", help="leave all folders there")
    options = parser.parse_args(arguments)
    wanted = options.only.split(",")
    if unknown := [name for name in wanted if name not in TOOLS]:
        parser.error(f"no such tool: {', '.join(unknown)}; there are {', '.join(TOOLS)}")
    if sys.platform != "linux":
        print("This benchmark reads /proc: it runs on Linux only.", file=sys.stderr)
        return 2
    try:
        _run(options, [name for name in TOOLS if name in wanted])
    except TapeworkError as error:
        print(f"benchmark: {error}", file=sys.stderr)
        return 2
    return 0


def _run(options: argparse.Namespace, names: list[str]) -> None:
    chapter = load_course().chapter(CHAPTER)
    students = class_of(chapter, options.submissions)
    where: Any = tempfile.TemporaryDirectory(prefix="grading-")
    with nullcontext(str(options.keep)) if options.keep else where as folder:
        tasks = {name: Task(Path(folder).resolve() / name, chapter, students) for name in names}
        # All is made ready first, so that nothing but grading happens between measurements.
        commands = {name: TOOLS[name].module.make(task) for name, task in tasks.items()}
        outcomes = [_outcome(name, tasks[name], commands[name]) for name in names]
    most = sum(exercise.points for exercise in chapter.exercises.values())
    text = report.section(outcomes, list(students), most, _command(options, names))
    put("grading", text, options.output)
    print(text)


def _outcome(name: str, task: Task, commands: Any) -> Outcome:
    tool = TOOLS[name]
    print(f"{tool.title}: {len(task.students)} submissions …", file=sys.stderr, flush=True)
    usage = measured(commands, tool.at_once)
    print(f"  {usage.seconds:.0f} s", *usage.remarks, file=sys.stderr, sep="; ", flush=True)
    if usage.failed:
        complaints = (task.folder / "output.err").read_text(errors="replace").splitlines()
        print(*complaints[-5:], sep="\n", file=sys.stderr, flush=True)
    told: Mapping[str, float] = getattr(tool.module, "phases", lambda *_: {})(task, usage)
    shown = tool.module.SHOWN.format(chapter=task.chapter.name)
    return Outcome(tool.title, shown, usage, tool.module.points(task), told)


def _command(options: argparse.Namespace, names: list[str]) -> str:
    only = "" if names == list(TOOLS) else f" --only {','.join(names)}"
    return f"python -m benchmarks.grading --submissions {options.submissions}{only}"


if __name__ == "__main__":
    sys.exit(main())
