"""The class that every tool grades: students made from the sample class's answers, no chance."""

from __future__ import annotations

import copy
from collections.abc import Mapping
from itertools import cycle, islice
from pathlib import Path
from typing import Any

from autograder.catalogue import Chapter
from autograder.demo.answers import in_another_style, mistaken, right

Answers = Mapping[str, str]
# In every ten: two right, two right in another style, one half done, one blank, four mistaken.
KINDS = (
    "right", "mistakes", "blank", "mistakes", "other-style",
    "half-done", "mistakes", "right", "mistakes", "other-style",
)  # fmt: skip
MISTAKEN = 16  # in a class of forty: between them they make every planted mistake


def class_of(chapter: Chapter, size: int) -> dict[str, Answers]:
    """Student → exercise → what stands in the solution cell; the starter stays where none is.

    A smaller class is the beginning of a larger one. Nobody's code crashes or never ends: that
    would measure time limits, which differ between the tools.
    """
    exercises = list(chapter.exercises.values())
    solved = {one.name: right(one) for one in exercises}
    styled = {one.name: in_another_style(one) for one in exercises}
    half = {one.name: solved[one.name] for one in exercises[: len(exercises) // 2]}
    wrong = cycle(_mistaken(chapter, solved))
    students: dict[str, Answers] = {}
    for number, kind in enumerate(islice(cycle(KINDS), size), 1):
        answers = {
            "right": solved, "other-style": styled, "half-done": half, "blank": {},
        }.get(kind)  # fmt: skip
        students[f"student-{number:03}-{kind}"] = next(wrong) if answers is None else answers
    return students


def _mistaken(chapter: Chapter, solved: Answers) -> list[Answers]:
    students = [dict(solved) for _ in range(MISTAKEN)]
    turn = 0
    for exercise in chapter.exercises.values():
        for mistake in exercise.mistakes:
            students[turn % MISTAKEN][exercise.name] = mistaken(exercise, mistake)
            turn += 1
    return students


def filled(notebook: Any, answers: Answers) -> Any:
    """A copy of the released notebook with these solution cells."""
    made = copy.deepcopy(notebook)
    for cell in made.cells:
        cell.source = answers.get(cell.metadata.get("nbgrader", {}).get("grade_id"), cell.source)
    return made


def submit(course: Path, chapter: Chapter, students: Mapping[str, Answers]) -> None:
    """Writes the class into the `submitted` folder of a course directory, beside its release."""
    import nbformat

    file = f"{chapter.name}/{chapter.notebook}.ipynb"
    released = nbformat.read(course / "release" / file, as_version=4)
    for student, answers in students.items():
        path = course / "submitted" / student / file
        path.parent.mkdir(parents=True)
        nbformat.write(filled(released, answers), path)
