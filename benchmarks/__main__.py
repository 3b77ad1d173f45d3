"""`make bench`: how long an import and a check take, with the ratios to what they stand on."""

from __future__ import annotations

import platform
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from importlib.metadata import version
from os import cpu_count, environ
from statistics import median
from typing import Any

from rich.console import Console
from rich.table import Table

IMPORT_RUNS, CHECK_RUNS = 9, 5


def main() -> None:
    """Prints all measurements of one run, side by side."""
    console = Console(width=100)
    console.print(
        f"{cpu_count()} processors, {platform.machine()}, Python {platform.python_version()}, "
        f"TensorFlow {version('tensorflow')}, Keras {version('keras')}"
    )
    console.print(imports())
    with tempfile.TemporaryDirectory() as home:
        # A cache of its own: the first check of an exercise is measured as a new learner has it.
        environ.update(XDG_CACHE_HOME=home, TAPEWORK_HOME=home)
        console.print(checks())


def imports() -> Table:
    """What `import autograder` adds to starting Python, in turn with starting Python alone."""
    empty, engine = [], []
    for _ in range(IMPORT_RUNS):
        empty.append(seconds(lambda: python("pass")))
        engine.append(seconds(lambda: python("import autograder")))
    added = median(b - a for a, b in zip(empty, engine, strict=True))
    table = Table(title=f"import autograder ({IMPORT_RUNS} runs in turn, medians)")
    for column in ("starting Python", "with import autograder", "added", "ratio"):
        table.add_column(column, justify="right")
    table.add_row(
        f"{median(empty) * 1000:.0f} ms",
        f"{median(engine) * 1000:.0f} ms",
        f"{added * 1000:.1f} ms",
        f"{median(engine) / median(empty):.2f}",
    )
    return table


def checks() -> Table:
    """A check of every exercise: right and wrong answers, first and later."""
    from autograder.catalogue import load_course
    from autograder.live import begin

    course = load_course()
    begin(course.chapters[0].name)
    # The first of all waits until the process that asks has imported TensorFlow: not counted.
    first = next(iter(course.exercises.values()))
    waiting = seconds(lambda: checked(first, solved(first)))
    table = Table(title=f"check(...), {CHECK_RUNS} runs each, seconds")
    for column in ("exercise", "first ever", "right", "slowest", "wrong", "slowest wrong"):
        table.add_column(column, justify="left" if column == "exercise" else "right")
    medians, slowest = [], []
    for name, exercise in course.exercises.items():
        right, wrong = solved(exercise), exercise.mistakes[0].candidate
        cold = seconds(lambda e=exercise, c=right: checked(e, c))  # type: ignore[misc]
        rights = [seconds(lambda e=exercise, c=right: checked(e, c)) for _ in range(CHECK_RUNS)]  # type: ignore[misc]
        wrongs = [seconds(lambda e=exercise, c=wrong: carded(e, c)) for _ in range(CHECK_RUNS)]  # type: ignore[misc]
        medians += [median(rights), median(wrongs)]
        slowest += [max(rights), max(wrongs), cold]
        values = (cold, median(rights), max(rights), median(wrongs), max(wrongs))
        table.add_row(name, *(f"{value:.2f}" for value in values))
    table.caption = (
        f"median {median(medians):.2f} s, slowest {max(slowest):.2f} s; "
        f"the very first waited {waiting:.1f} s for TensorFlow's import; "
        "wrong answers with their card and plot"
    )
    return table


def solved(exercise: Any) -> Any:
    """The solved cell's function or class, as a notebook would define it."""
    import keras
    import numpy as np
    import tensorflow as tf

    from autograder.starter import solved_source

    scope = {"__name__": "__main__", "tf": tf, "keras": keras, "np": np}
    exec(compile(solved_source(exercise), "<cell>", "exec"), scope)
    return scope[exercise.name]


def checked(exercise: Any, candidate: Any) -> Any:
    """One verdict."""
    from autograder.catalogue import load_course
    from autograder.checking import check_object

    return check_object(load_course().package, exercise, candidate)


def carded(exercise: Any, candidate: Any) -> None:
    """One verdict and its card."""
    from autograder.feedback.html import card

    card(checked(exercise, candidate))


def seconds(action: Callable[[], Any]) -> float:
    """How long an action takes by the clock on the wall."""
    began = time.perf_counter()
    action()
    return time.perf_counter() - began


def python(code: str) -> None:
    """Runs code in a new interpreter."""
    subprocess.run([sys.executable, "-c", code], check=True)


if __name__ == "__main__":
    main()
