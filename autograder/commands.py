"""What each `tapework` command does; heavy parts are imported when they are needed."""

from __future__ import annotations

import json
import os
import sys
import time
from argparse import Namespace
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

from autograder.errors import TapeworkError

OK, FELL_SHORT, COULD_NOT = 0, 1, 2


def check(options: Namespace) -> int:
    """Judges files one by one, in the order given."""
    from autograder import isolation
    from autograder.catalogue import load_course
    from autograder.feedback.text import text_card
    from autograder.isolation.sandbox import can_sandbox

    if not isolation.can_isolate():
        raise TapeworkError("`tapework check` needs Linux: it runs each file in its own process.")
    if not options.no_sandbox and not can_sandbox():
        print(
            "tapework: not sandboxed: bubblewrap is missing or may not make namespaces here. "
            "The files' code can read and write what you can.",
            file=sys.stderr,
        )
    isolation.start(sandboxed=not options.no_sandbox)
    course = load_course()
    exercise = course.exercise(options.exercise)
    status = OK
    for line in _judged(course.package, exercise, options.files):
        verdict = line.pop("verdict", None)
        if verdict is None:
            status = COULD_NOT
        elif line["points"] < line["max_points"]:
            status = max(status, FELL_SHORT)
        if options.json:
            print(json.dumps(line), flush=True)
        elif verdict is None:
            print(f"tapework: {line['file']}: {line['message']}", file=sys.stderr)
        else:
            print(f"{line['file']}\n{text_card(verdict)}\n", flush=True)
    return status


def _judged(package: str, exercise: Any, files: list[Path]) -> Iterator[dict[str, Any]]:
    from autograder.checking import check_source
    from autograder.expected import reference_answers

    reference_answers(package, exercise, 0)

    def one(path: Path) -> dict[str, Any]:
        began = time.perf_counter()
        line: dict[str, Any] = {"file": str(path)}
        try:
            text = path.read_text(encoding="utf-8")
        except OSError as error:
            line.update(_unread(exercise, f"could not be read ({error.strerror})."))
        except UnicodeDecodeError:
            line.update(_unread(exercise, "is not a text file in UTF-8."))
        else:
            verdict = check_source(package, exercise, text)
            line.update(verdict.to_json(), verdict=verdict)
        line["seconds"] = round(time.perf_counter() - began, 3)
        return line

    with ThreadPoolExecutor(max_workers=min(4, os.cpu_count() or 1)) as pool:
        yield from pool.map(one, files)


def _unread(exercise: Any, message: str) -> dict[str, Any]:
    questions = [{"name": question.name, "passed": False} for question in exercise.questions]
    return {
        "exercise": exercise.name,
        "points": 0.0,
        "max_points": exercise.points,
        "questions": questions,
        "mistake": None,
        "message": f"The file {message}",
    }


def publish(options: Namespace) -> int:
    """Regenerates the notebooks, or says which differ."""
    from autograder.publish import publish as write

    changed = write(options.root, check=options.check)
    for path in changed:
        print(f"differs: {path}" if options.check else f"wrote {path}")
    if not changed:
        print("Nothing to do: notebooks and solutions are up to date.")
    return FELL_SHORT if options.check and changed else OK


def coverage(options: Namespace) -> int:
    """Prints which facts are taught where, and which are missing."""
    from autograder.publish.coverage import coverage as gather
    from autograder.publish.tables import coverage_text

    found = gather()
    print(json.dumps(found.to_json()) if options.json else coverage_text(found))
    return OK if found.complete else FELL_SHORT


def course_init(options: Namespace) -> int:
    """Makes an nbgrader course directory."""
    from autograder.grading import init_course

    for path in init_course(options.directory):
        print(f"wrote {path}")
    return OK


def grade(options: Namespace) -> int:
    """Grades a class."""
    from autograder.grading.command import grade as run

    return FELL_SHORT if run(options) else OK


def regrade(options: Namespace) -> int:
    """Judges stored answers again."""
    from autograder.grading.regrade import regrade as run

    return FELL_SHORT if run(options) else OK


def lab(options: Namespace) -> int:
    """Hands over to JupyterLab, in the folder of the notebooks."""
    import importlib.util

    if importlib.util.find_spec("jupyterlab") is None:
        raise TapeworkError("JupyterLab is not installed: `pip install tapework[lab]`.")
    from autograder.lab import lab_command, with_exchange

    command = lab_command(Path("notebooks"), options.jupyter)
    os.execve(sys.executable, command, with_exchange(dict(os.environ)))
