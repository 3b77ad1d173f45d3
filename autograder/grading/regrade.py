"""`tapework regrade`: judges stored answers again, after points, questions or mistakes changed.

Nothing of a student's runs. What was answered was answered to a seed, so the references are asked
with that seed; answers to a question that has changed no longer fit, and fall short.
"""

from __future__ import annotations

import json
import sys
from argparse import Namespace
from collections import defaultdict
from dataclasses import dataclass, replace
from typing import Any

from autograder import wire
from autograder.catalogue import Course
from autograder.errors import TapeworkError
from autograder.grading.assignment import Released
from autograder.grading.cards import scaled, with_cards
from autograder.grading.grade import exercise_result
from autograder.grading.journal import Journal
from autograder.grading.known import Known, known_answers
from autograder.grading.needed import plan
from autograder.grading.result import NotebookResult, Result
from autograder.grading.run import ClassRun, digest_of, handed_in
from autograder.grading.terms import graded_by
from autograder.judge import judge
from autograder.verdict import Verdict
from autograder.words import points_text


@dataclass(frozen=True)
class Change:
    """One student's result before and after."""

    before: Result
    after: Result

    @property
    def differs(self) -> bool:
        """Whether a score, a maximum or a sentence has changed."""
        return self.before.exercises != self.after.exercises


def regrade(options: Namespace) -> bool:
    """Shows what changes, then writes it; whether somebody could not be regraded.

    Raises:
        TapeworkError: If there is nothing to judge again, or writing was not agreed to.
    """
    from rich.console import Console

    run = ClassRun(
        options.course.resolve(), options.assignment, 1, True, "",
        lambda graded: None, lambda text: None, False,
    )  # fmt: skip
    with Journal(run.course, options.assignment) as journal:
        if journal.resumed:
            raise TapeworkError(
                f"A run over {options.assignment!r} was interrupted: finish it with "
                f"`tapework grade {options.assignment}` first."
            )
        changes, left_out = changes_of(run, options.students)
        told = [one for one in changes if one.differs]
        if options.json:
            for one in changes:
                print(json.dumps(as_json(one)), flush=True)
        else:
            console = Console(highlight=False)
            if not console.is_terminal:
                console.width = 110
            console.print(table(told) if told else "No score and no sentence changes.")
        for line in left_out:
            print(line, file=sys.stderr)
        if told and not (options.yes or _agreed(options)):
            raise TapeworkError("nothing was written. Add --yes to write it.")
        journal.begin(changes[0].before.seed, force=False)
        for one in changes:
            run.results.keep(one.after)
            if one.differs:
                run.writer.write(one.after)
                journal.note_written(one.after.student, one.after.seed)
        journal.end(one.after.student for one in changes)
    return bool(left_out)


def changes_of(run: ClassRun, students: list[str] | None) -> tuple[list[Change], list[str]]:
    """Results before and after, and a line for everyone whose answers are not there any more.

    Raises:
        TapeworkError: If nobody's are.
    """
    now = graded_by(run.released, run.package)
    kept, left_out = [], []
    for name in students or handed_in(run.directory, run.assignment):
        found = run.results.find(name)
        if found is None or not found.graded:
            left_out.append(f"{run.shown(name)}: has no stored answers; use `tapework grade`.")
        elif found.digest != digest_of(run.folder(name)):
            left_out.append(f"{run.shown(name)}: was handed in anew since; use `tapework grade`.")
        else:
            kept.append(found)
    if not kept:
        raise TapeworkError(
            f"There are no stored answers: run `tapework grade {run.assignment}` first."
        )
    known: dict[int, Any] = {}
    names = [name for one in run.released for name in one.points]
    for seed in {one.seed for one in kept}:
        known[seed] = known_answers(run.package.package, names, seed)
    changes = [Change(one, judged_again(one, run, known[one.seed], now)) for one in kept]
    return changes, left_out


def judged_again(result: Result, run: ClassRun, known: dict[str, Known], now: str) -> Result:
    """The result that the same answers have today."""
    books = {}
    for released in run.released:
        if released.name in result.notebooks:
            book = result.notebooks[released.name]
            books[released.name] = _book(book, released, run.package, known)
    return replace(result, notebooks=books, graded_by=now)


def _book(
    book: NotebookResult, released: Released, course: Course, known: dict[str, Known]
) -> NotebookResult:
    import nbformat

    verdicts: dict[str, Verdict] = {}
    for name, points in released.points.items():
        exercise = course.exercise(name)
        data = book.observations.get(name)
        seen = wire.from_bytes(data) if data else replace(known[name].fresh, answers={}, used=())
        verdict = judge(exercise, seen, known[name].fresh)
        told = book.exercises.get(name)
        mistake = next((m for m in exercise.mistakes if told and m.name == told.mistake), None)
        if mistake and verdict.finding:
            verdict = replace(
                verdict, mistake=mistake.name, sentence=mistake.sentence, message=mistake.sentence
            )
        verdicts[name] = scaled(verdict, points)
    notebook = nbformat.reads(book.text, as_version=nbformat.NO_CONVERT)
    checks = plan(notebook, released).checks
    for name, index in checks.items():
        notebook.cells[index].metadata.nbgrader.points = released.points[name]
    with_cards(notebook, checks, verdicts)
    text = nbformat.writes(notebook, version=nbformat.NO_CONVERT)
    exercises = {name: exercise_result(one) for name, one in verdicts.items()}
    return NotebookResult(text, exercises, book.observations)


def table(changes: list[Change]) -> Any:
    """Before and after, for everyone for whom something changes."""
    from rich.table import Table

    shown = Table(title="What changes", title_justify="left")
    for column, justify in (("Student", "left"), ("Before", "right"), ("After", "right")):
        shown.add_column(column, justify=justify)  # type: ignore[arg-type]
    shown.add_column("Where")
    for one in changes:
        shown.add_row(
            one.before.student, points_text(_total(one.before)), points_text(_total(one.after)),
            ", ".join(_where(one)),
        )  # fmt: skip
    return shown


def as_json(change: Change) -> dict[str, Any]:
    """One student's change as `--json` prints it."""
    exercises: dict[str, Any] = defaultdict(dict)
    for when, result in (("before", change.before), ("after", change.after)):
        for name, one in result.exercises.items():
            exercises[name][when] = one.points
    return {
        "student": change.before.student,
        "before": _total(change.before),
        "after": _total(change.after),
        "exercises": exercises,
    }


def _where(change: Change) -> list[str]:
    before, after = change.before.exercises, change.after.exercises
    lines = []
    for name in after:
        old, new = before.get(name), after[name]
        if old is None or (old.points, old.max_points) != (new.points, new.max_points):
            was = f"{points_text(old.points)}/{points_text(old.max_points)}" if old else "–"
            lines.append(f"{name} {was} → {points_text(new.points)}/{points_text(new.max_points)}")
        elif old != new:
            lines.append(f"{name}: another sentence")
    return lines + [f"{name}: left out" for name in before if name not in after]


def _total(result: Result) -> float:
    return round(sum(one.points for one in result.exercises.values()), 2)


def _agreed(options: Namespace) -> bool:
    if options.json or not sys.stdin.isatty():
        return False
    return input("Write this to the gradebook? [y/N] ").strip().lower() in {"y", "yes"}
