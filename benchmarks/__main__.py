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

IMPORT_RUNS, CHECK_RUNS, PAUSE = 9, 3, 1.5


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
    """A check of every exercise: as a learner runs it, with a pause before, and in a row."""
    from autograder import isolation
    from autograder.catalogue import load_course
    from autograder.expected import known_mistakes

    isolation.start(spare=True)
    course = load_course()
    # The first of all waits until the process that asks has imported TensorFlow: not counted.
    first = next(iter(course.exercises.values()))
    waiting = seconds(lambda: checked(first, solved(first)))
    table = Table(title=f"check(...), medians of {CHECK_RUNS} runs each, seconds")
    columns = ("right", "wrong, with card", "slowest of both", "right, in a row", "first ever")
    table.add_column("exercise")
    for column in columns:
        table.add_column(column, justify="right")
    medians, slowest = [], []
    for name, exercise in course.exercises.items():
        right, wrong = solved(exercise), exercise.mistakes[0].candidate
        cold = seconds(lambda e=exercise, c=right: checked(e, c))  # type: ignore[misc]
        if checked(exercise, right).outcome != "correct":
            raise SystemExit(f"The solved cell of {name!r} is not judged correct.")
        known_mistakes(course.package, exercise, 0)(exercise.questions[-1].name)
        rights = runs(lambda e=exercise, c=right: checked(e, c), PAUSE)  # type: ignore[misc]
        wrongs = runs(lambda e=exercise, c=wrong: carded(e, c), PAUSE)  # type: ignore[misc]
        row = runs(lambda e=exercise, c=right: checked(e, c), 0.0)  # type: ignore[misc]
        medians += [median(rights), median(wrongs)]
        slowest.append(max(rights + wrongs))
        values = (median(rights), median(wrongs), slowest[-1], median(row), cold)
        table.add_row(name, *(f"{value:.2f}" for value in values))
    table.caption = (
        f"Median {median(medians):.2f}, slowest {max(slowest):.2f}. Before each check a pause of "
        f"{PAUSE:g} s, but for those in a row. “First ever” includes asking the reference, which "
        "`begin` does ahead of need, once on a machine. The very first check waited "
        f"{waiting:.1f} s for TensorFlow's import."
    )
    return table


def runs(action: Callable[[], Any], pause: float) -> list[float]:
    """Times of several runs, each after a pause."""
    times = []
    for _ in range(CHECK_RUNS):
        time.sleep(pause)
        times.append(seconds(action))
    return times


def solved(exercise: Any) -> Any:
    """The solved cell's function or class, as a notebook would define it."""
    from autograder.starter import solved_source

    module = sys.modules[exercise.reference.__module__]
    scope: dict[str, Any] = {**vars(module), "__name__": "__main__"}
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
