"""Grades one student's submission: from the files that were handed in to a result."""

from __future__ import annotations

import time
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from autograder.grading.assignment import Released
from autograder.grading.cards import scaled, with_cards
from autograder.grading.examine import Examined, examine
from autograder.grading.restore import restored
from autograder.grading.result import ExerciseResult, NotebookResult, Result
from autograder.grading.submission import SubmissionError, find_submission, read_submission
from autograder.grading.terms import Terms
from autograder.verdict import Verdict

Notebook = Any
LOST = "its grading ended without a result ({}); run the same command again"
MOST_NAMES = 5
MOST_OUTPUT = 10_000_000
DROPPED = "Left out: the notebook's outputs have more than 10 MB in all.\n"


async def graded_or_told(name: str, folder: Path, shown: str, digest: str, terms: Terms) -> Result:
    """The result; where grading itself failed, one that says so and counts for nothing."""
    try:
        return await grade(name, folder, shown, digest, terms)
    except Exception as error:
        reason = " ".join(str(error).split())[:200]
        problem = f"{shown}: {LOST.format(f'{type(error).__name__}: {reason}')}."
        # Without a digest nothing of it is taken for the result of a later run.
        return Result(name, "", terms.graded_by, terms.seed, problem=problem, graded=False)


async def grade(student: str, folder: Path, shown: str, digest: str, terms: Terms) -> Result:
    """Grades what a student handed in; whatever that is, there is a result.

    Args:
        student: The student's id.
        folder: What was handed in.
        shown: How to name the folder in a message.
        digest: Of the folder's notebooks.
        terms: What is the same for all.
    """
    began = time.perf_counter()
    books: dict[str, NotebookResult] = {}
    remarks: list[str] = []
    times: dict[str, float] = {}
    for released in terms.released:
        try:
            path, remark = find_submission(folder, released, shown)
            name = f"{shown}/{path.relative_to(folder)}"
            submitted = read_submission(path, name)
        except SubmissionError as error:
            remarks.append(str(error))
            continue
        notebook, gone = restored(submitted, released)
        if remark:
            remarks.append(remark)
        if not set(released.points) - set(gone):
            remarks.append(f"{name}: holds none of its exercises; ask for the right notebook.")
        elif gone:
            remarks.append(f"{name}: put back what was missing: {some(gone)}.")
        told = await examine(notebook, released, terms, gone)
        remarks += [f"{name}: {one}" for one in left_out(told)]
        cards = time.perf_counter()
        books[released.name] = notebook_result(told, released)
        times["cards"] = times.get("cards", 0.0) + time.perf_counter() - cards
        for phase, seconds in told.times.items():
            times[phase] = times.get(phase, 0.0) + seconds
    return Result(
        student, digest, terms.graded_by, terms.seed, books, " ".join(remarks), bool(books),
        round(time.perf_counter() - began, 3), {name: round(one, 3) for name, one in times.items()},
    )  # fmt: skip


def some(names: Sequence[str]) -> str:
    """A list that stays short: the first few names, and how many more there are."""
    more = len(names) - MOST_NAMES
    return ", ".join(names[:MOST_NAMES]) + (f" and {more} more" if more > 0 else "")


def left_out(told: Examined) -> list[str]:
    """What is to be said of cells that were left out, cells with one reason together."""
    by_reason: dict[str, list[str]] = {}
    for index, reason in told.left_out.items():
        by_reason.setdefault(reason, []).append(str(index + 1))
    return [
        f"cell {some(cells)} was left out: {reason}"
        if len(cells) == 1
        else f"cells {some(cells)} were left out: {reason}"
        for reason, cells in by_reason.items()
    ]


def notebook_result(told: Examined, released: Released) -> NotebookResult:
    """Cards in the notebook, long outputs cut, and what is to be kept."""
    import nbformat
    from nbgrader.preprocessors import LimitOutput

    verdicts = {name: scaled(one, released.points[name]) for name, one in told.verdicts.items()}
    notebook, _ = LimitOutput().preprocess(told.notebook, {})
    _drop_outputs(notebook)
    with_cards(notebook, told.checks, verdicts)
    exercises = {name: exercise_result(one) for name, one in verdicts.items()}
    text = nbformat.writes(notebook, version=nbformat.NO_CONVERT)
    return NotebookResult(text, exercises, told.observations)


def _drop_outputs(notebook: Notebook) -> None:
    """Clears the cells after the point up to which outputs are kept."""
    from nbformat import v4

    kept = 0
    for cell in notebook.cells:
        kept += len(str(cell.get("outputs", "")))
        if kept > MOST_OUTPUT and cell.get("outputs"):
            cell.outputs = [v4.new_output("stream", name="stderr", text=DROPPED)]


def exercise_result(verdict: Verdict) -> ExerciseResult:
    """What of a verdict is kept."""
    return ExerciseResult(
        verdict.points, verdict.max_points, verdict.outcome, verdict.message, verdict.mistake
    )
