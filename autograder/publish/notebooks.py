"""The notebooks of a chapter: nbgrader's source, the student's, and the one with solutions."""

from __future__ import annotations

import copy
from collections import Counter
from dataclasses import replace
from typing import Any

from autograder.catalogue import Chapter, Course
from autograder.errors import CourseError
from autograder.publish.address import address_of
from autograder.publish.cells import (
    exercise_cells,
    head_cell,
    lesson_cell,
    recap_cells,
    setup_cell,
    setup_source,
    written_cell,
)
from autograder.publish.contents import with_chapters
from autograder.publish.lesson import (
    EXERCISE,
    MARKDOWN,
    WRITTEN,
    Lesson,
    read_lesson,
    without_guess,
)
from autograder.recap import BACK
from autograder.starter import without_marks

Notebook = Any
METADATA = {
    "kernelspec": {"display_name": "Python 3", "language": "python", "name": "python3"},
    "language_info": {"name": "python"},
}


def build_source(course: Course, chapter: Chapter, *, guessed: bool = False) -> Notebook:
    """The notebook that an instructor releases with nbgrader: solutions marked, no outputs.

    Args:
        course: The course.
        chapter: One of its chapters.
        guessed: Whether predictions bear the lesson's guess; a learner finds `guess=...`.

    Raises:
        CourseError: If the lesson or one of its exercises cannot be published.
    """
    from nbformat import v4

    lesson = read_lesson(course, chapter)
    address = address_of(course.package)
    setup = setup_source(chapter.name, address)
    cells = [head_cell(lesson, address), setup_cell(lesson, address)]
    if any(one.number == chapter.number - BACK for one in course.chapters):
        cells += recap_cells(chapter.name, chapter.number - BACK)
    for piece, identity in zip(lesson.pieces, piece_ids(lesson), strict=True):
        if piece.kind == EXERCISE:
            cells += exercise_cells(chapter.exercises[piece.text], setup)
        elif piece.kind == WRITTEN:
            cells.append(written_cell(piece))
        elif piece.kind == MARKDOWN:
            told = replace(piece, text=with_chapters(course, piece.text))
            cells.append(lesson_cell(told, identity))
        else:
            cells.append(lesson_cell(piece if guessed else without_guess(piece), identity))
    return _valid(v4.new_notebook(cells=cells, metadata=copy.deepcopy(METADATA)), chapter)


def build_student(source: Notebook) -> Notebook:
    """What nbgrader's release makes of its source: solutions taken out, checks locked.

    Raises:
        CourseError: If nbgrader is not installed.
    """
    try:
        from nbgrader.preprocessors import ClearSolutions, ComputeChecksums, LockCells
    except ImportError:
        raise CourseError(
            "Publishing needs nbgrader, which takes the solutions out: "
            "run `pip install tapework[instructor]`."
        ) from None
    notebook = copy.deepcopy(source)
    for preprocessor in (LockCells(), ClearSolutions(), ComputeChecksums()):
        notebook, _ = preprocessor.preprocess(notebook, {})
    return notebook


def build_solution(source: Notebook) -> Notebook:
    """The solved notebook, not executed: no marks, nothing of nbgrader's."""
    notebook = copy.deepcopy(source)
    for cell in notebook.cells:
        if cell.metadata.pop("nbgrader", {}).get("solution"):
            cell.source = without_marks(cell.source)
    return notebook


def piece_ids(lesson: Lesson) -> list[str]:
    """A cell id for each piece: chapter, lesson point, place in it. An edit changes no other id."""
    counts: Counter[str] = Counter()
    ids = []
    for piece in lesson.pieces:
        place = piece.point.replace(".", "-") or "intro"
        counts[place] += 1
        ids.append(f"{lesson.chapter.name}-{place}-{counts[place]}")
    return ids


def _valid(notebook: Notebook, chapter: Chapter) -> Notebook:
    import nbformat

    counts = Counter(cell.id for cell in notebook.cells)
    twice = [identity for identity, count in counts.items() if count > 1]
    if twice:
        raise CourseError(
            f"Chapter {chapter.name!r}: two cells have the id {twice[0]!r}; rename the exercise "
            "or renumber the lesson point."
        )
    try:
        nbformat.validate(notebook)
    except nbformat.ValidationError as error:
        raise CourseError(
            f"Chapter {chapter.name!r} makes no valid notebook: {error.message[:200]}."
        ) from None
    return notebook
