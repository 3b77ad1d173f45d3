"""Makes the sample class: copies of the released notebook, each filled in differently."""

from __future__ import annotations

import copy
from collections.abc import Mapping
from pathlib import Path

from autograder.catalogue import Chapter
from autograder.demo.answers import CRASH, ENDLESS, in_another_style, mistaken, right, with_body

MISTAKEN = 7
Answers = Mapping[str, str]


def sample_class(directory: Path, chapter: Chapter) -> list[str]:
    """Writes the submissions of a sample class into a course directory.

    Args:
        directory: The course directory; the chapter must have been released in it.
        chapter: The chapter.

    Returns:
        The ids of the students. They say what the student does; nobody real is meant.
    """
    import nbformat

    from autograder.publish.write import text_of

    file = f"{chapter.notebook}.ipynb"
    released = nbformat.read(directory / "release" / chapter.name / file, as_version=4)
    texts = {}
    for student, answers in _class(chapter).items():
        notebook = copy.deepcopy(released)
        for cell in notebook.cells:
            cell.source = answers.get(
                cell.metadata.get("nbgrader", {}).get("grade_id"), cell.source
            )
        texts[student] = text_of(notebook)
    texts["not-a-notebook"] = "My answers are in the e-mail.\n"
    for student, text in texts.items():
        path = directory / "submitted" / student / chapter.name / file
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return list(texts)


def _class(chapter: Chapter) -> dict[str, Answers]:
    """Student → exercise → what stands in the solution cell; the starter stays where none is."""
    exercises = list(chapter.graded.values())
    solved = {one.name: right(one) for one in exercises}
    half = [one.name for one in exercises[: len(exercises) // 2]]
    crash, endless = exercises[0], exercises[min(1, len(exercises) - 1)]
    students: dict[str, Answers] = {
        "full-marks": solved,
        "another-style": {one.name: in_another_style(one) for one in exercises},
        "blank": {},
        "half-done": {name: solved[name] for name in half},
        "crashes": {**solved, crash.name: with_body(crash, CRASH)},
        "endless-loop": {**solved, endless.name: with_body(endless, ENDLESS)},
        "ends-its-kernel": {**solved, crash.name: CRASH},
    }
    return {**students, **_mistaken(chapter, solved)}


def _mistaken(chapter: Chapter, solved: Answers) -> dict[str, Answers]:
    """Students who between them make every planted mistake, at most one in an exercise."""
    most = max((len(one.mistakes) for one in chapter.graded.values()), default=0)
    students = [dict(solved) for _ in range(max(MISTAKEN, most))]
    turn = 0
    for exercise in chapter.graded.values():
        for mistake in exercise.mistakes:
            students[turn % len(students)][exercise.name] = mistaken(exercise, mistake)
            turn += 1
    return {f"mistakes-{number}": one for number, one in enumerate(students, 1)}
